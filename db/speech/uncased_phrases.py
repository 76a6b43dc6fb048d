"""Whom words in Arabic and Persian name, where no capitals tell names from other words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.speech import gender, persian_phrases
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set, lexicon
from db.speech.sentences import THING
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Speaker
from db.speech.tokens import Token, any_title, offices

LONGEST = 12  # words of a title with a name
CLOSED = 4  # words of a name that ends with a comma
_CHAINS = a_set(
    "خفر حرس خارجية وفد مكتب هيئة مجلس وزراء أركان دفاع داخلية مالية شؤون حكومة لجنة فريق منظمة أمم جامعة اتحاد وزير "
    "رئيس قوات "
    "بيئة نقل صحة تعليم زراعة اقتصاد تجارة عدل إعلام طاقة سياحة عمل ثقافة رياضة مياه صناعة تخطيط إسكان "
    "وزارة بعثة حزب حركة جيش نقابة عمال شركة بلدية قرية مدينة منطقة مركز جمعية مدرسة بنك صندوق معهد ميناء "
    "مرفأ جزيرة سد نهر "
    "قسم إدارة شعبة هيئة مؤسسة دائرة مديرية سلطة غرفة محكمة كلية كتلة ائتلاف تحالف جبهة شبكة صحيفة مجلة "
    "تحرير وكالة إذاعة محطة مشروع "
    "برنامج حملة عمليات أركان مراقبة مراقبين مفاوضات محافظة إقليم ولاية وادي"
)
"""Words of offices that another word must follow."""
_PARTICLES = a_set(
    "بن ابن أبو ابو أبي أبا آل عبد بنت ولد أم ذو دو دي دا فان فون در دن ديل دل لو لا ماك سان سانت أو تير تر فيير أوغلو"
)
_LONGEST_NAME = 6
_BEHIND_NAME = a_set("باشا بك بيك بيه أفندي خانم هانم آغا خان زاده زادة أوغلي أوغلو الثاني الأول الثالث الرابع الخامس")
_OF_FAITH = a_set("الدين الله الإسلام الزمان الحق")
"""Words that make a given name of the one before: “Nur ad-Din”."""
_OBJECTS = a_set(
    "الحديث التعليق الكشف الإفصاح الإدلاء القرار الأمر الأنباء الخبر النبأ الاتهامات الاتهام المزاعم الشائعات الخطوة الفكرة الهجوم الحادث الوضع "
    "المشروع الاقتراح المقترح الاتفاق القول السبب الأسباب الخلاف الجدل النتيجة النتائج الأزمة التأخير الزيارة الرد الخسارة الفوز العملية"
)
"""What is spoken of, where it stands behind whoever is named."""
_IN = a_set("في وفي مدينة بلدة قرية بمدينة ببلدة بقرية لمدينة ومدينة")
"""Arabic words behind which a place is named."""
_AND_DID = ("وأ", "وإ", "وآ", "فأ")
"""How Arabic words begin that tell what somebody did too."""
_PLACING = a_set("في من لدى عن على إلى باسم لشؤون")
"""Arabic words that lead from an office to its place."""
_KIN = re.compile(r"[وف]?(?:خال|عم|جد|أب|أخ|أخت|أم|والد|والدة|صديق|صديقت|جار|جارت|زميل|زميلت|رفيق|ابن|ابنت|زوج|زوجت|جدت|خالت|عمت|والدت|حفيد|شقيق|شقيقت|"
    r"معلم|أستاذ)(?:ي|نا)$")
"""“My uncle”"""
_NO_NAME = re.compile(
    r"(?:ذو|ذي|ذات|ذوي|ذوو|عكس|خلاف|وال\w+|بما|ب(?:صوت|هدوء|حزم|نبرة|لهجة|غضب|حدة|سخرية|ابتسامة|مرارة|أسف|ثقة|صراحة|حماس|حذر|تهكم|فخر|لطف|حزن|"
    r"اختصار|وضوح)\w*|لما|مما|كما|ما|بال\w+|لل\w+|و?كل|كلا|أول|أولى|آخر|أحد|إحدى|أحد|بعض|عدد|عدة|نحو|أكثر|أقل|أي|هذه?|ذلك|"
    r"تلك|هناك|هنا|ثلاث\w*|أربع\w*|"
    r"خمس\w*|ست\w*|سبع\w*|ثماني\w*|تسع\w*|عشر\w*|اثن\w+|مئ\w+|ألف|\d+|ال\w+ين|\w{3,}ات|\w{2,}[^يو]ه|\w+تين|\w+تان|\w+هم|"
    r"\w+ها|\w+ائي)$"
)
_VERBAL = re.compile(r"[بل](?:ت\w{2}ي\w|[اإ]\w{2,4}ا[\wء]|م\wا\w{2}ة|\w{3,}ية|\w{3,}(?:ه|ها|هم))$")
"""Arabic verbal nouns behind a preposition: “by hiding”, “to hold”."""
_ADDRESSED = re.compile(
    r"لل(?:\w+ين|صحاف\w*|صحف\w*|إعلام|جمهور|ناس|أهالي|سكان|تلفزيون|إذاعة|وكالة|قناة|صحيفة|جريدة|مجلة|مرة|نواب|مجلس|رأي|شعب|زوار|طلاب|"
    r"محكمة|لجنة|موقع|محققين|قاضي|حضور|عموم|مواطنين|قناتين|وزراء|رئيس|وزير|وفد|أعضاء|عمال|ضيوف|غرباء|فريق|سفير|حاضرين)$"
)
"""To whom something is said: “to the press”."""
_OF_MANNER = re.compile(r"(?:\wا\w{2}|م\w{3,5})(?:ا|ة)$")
"""Arabic words such as “laughing” and “leaning”, which tell how somebody does something."""
_JOINED = re.compile(r"[وف]?[لبك](\w{3,})$")
_ENDS = ("إن", "أن", "بأن", "که")


_WORD = re.compile(r"\w+(?:\u200c\w+)*")
_SOURCE = re.compile(r"[وف]?(?:مصدر|مصادر|مسؤول|دبلوماسي|موظف|ضابط|عضو)")
"""Arabic words for those whom a text does not name, but says where they are."""


class _Words(NamedTuple):
    """Words that may name somebody; `closed` tells that a comma or the like shows where they end."""

    words: Sequence[Token]
    text: str
    closed: bool
    ended: bool = False
    """Whether a sign or “that” shows it."""

    def words_of(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def span(self, last: int) -> tuple[int, int]:
        return self.words[0].start, self.words[last - 1].end


def read(
    lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str], *, whole: bool, anybody: bool = False
) -> Speaker | None:
    """The speaker whom words name from their beginning; see `phrases.read`."""
    if lex.code == "fa":
        return persian_phrases.read(lex, words, text, known, whole=whole)
    end = _reach(lex, words)
    if not end or (whole and end < len(words)):
        return None
    closed = end == len(words) or not words[end].is_word or words[end].key in _ENDS or words[end].key in lex.stops
    ended = end == len(words) or not words[end].is_word or words[end].key in _ENDS or _says_too(lex, words[end])
    found = _read(lex, _Words(words[:end], text, closed, ended), known, whole=whole)
    alone = end == 1 and anybody and (len(words) == 1 or not words[1].is_word)
    if found is None and alone and not (lex.documents.match(words[0].text) or _is_thing(words[0])):
        return Speaker(NAMED, words[0].text, "", (words[0].start, words[0].end))
    return found


def names_introduced(lex: Lexicon, text: str) -> dict[str, str]:
    """For each word of a text the two words with which it stands first, where the one before may be a given name."""
    found = dict[str, str]()
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        beside = before is not None and text[before.end() : word.start()] == " "
        if word[0] not in found:
            given = beside and before is not None and _may_be_given(lex, before[0])
            found[word[0]] = f"{before[0]} {word[0]}" if given and before is not None else word[0]
        before = word
    return found


def _may_be_given(lex: Lexicon, word: str) -> bool:
    """Whether a word before a surname may be the given name, and no office, verb or small word."""
    if is_given(word):
        return True
    common = (
        word in lex.stops
        or word in _CHAINS
        or word in lex.joins | lex.honorifics
        or len(word) < 3
        or word.startswith("ال")
    )
    common = common or bool(any_title(lex.code).fullmatch(word) or lex.documents.fullmatch(word))
    common = common or bool(lex.said.fullmatch(word) or lex.around.fullmatch(word) or _NO_NAME.match(word))
    return not common and not (lex.code == "fa" and persian_phrases.is_common(lex, word))


def is_inside(before: Token) -> bool:
    """Whether a word before a given name tells that this is none, but a town or the middle of a name."""
    return before.key in _IN or before.key in _PARTICLES


def without_prepositions(code: str, text: str) -> str:
    """A text in which the prepositions joined to Arabic titles and names are blanks; as long as it was."""
    if code != "ar":
        return text
    text = re.sub(r"(?<!\w)([وف]?)لل(?=\w{3})", lambda found: found[1] + "ال", text)
    text = re.sub(r"(?<!\w)([وف]?)[بك](?=ال\w{3})", lambda found: " " * len(found[0]), text)
    return re.sub(r"(?<!\w)[بل](\w{4,})", _without_preposition, text)


def _without_preposition(found: re.Match[str]) -> str:
    office = any_title("ar").fullmatch(found[1])
    return f" {found[1]}" if office or (is_given(found[1]) and not is_given(found[0])) else found[0]


def _read(lex: Lexicon, used: _Words, known: Collection[str], *, whole: bool) -> Speaker | None:
    end = len(used.words)
    first = used.words[0].text
    if lex.pronouns.fullmatch(first):
        return Speaker(POINTED, "", first, used.span(1)) if not whole or end == 1 else None
    several = lex.sides.fullmatch(first) or lex.many.fullmatch(first)
    several = several and not (is_given(first) or first in known)
    body = lex.institutions.match(used.text, used.words[0].start)
    if several or body:
        end = end if several or body is None else _body_end(used.words, len(body[0].split()))
        return Speaker(SIDES if several else INSTITUTION, "", _upright(used.words_of(0, end)), used.span(end))
    if used.words[0].title or used.words[0].key in lex.honorifics:
        return _titled(lex, used, known)
    return None if lex.documents.match(first) else _plain_name(used, known)


def _reach(lex: Lexicon, words: Sequence[Token]) -> int:
    """How many words belong together from the beginning on."""
    end = 0
    if words[0].key.startswith("لل") and not words[0].title:
        return 0  # “to the press”
    while end < min(len(words), LONGEST) and words[end].is_word:
        if words[end].key in lex.stops and not (end and _names_place(lex, words, end)):
            break
        if end == 1 and words[0].key.lstrip("وف").startswith("ال") and _is_object(lex, words):
            break  # “announced the police [the injury of nine people]”
        if end and _says_too(lex, words[end]):
            break
        if end > 1 and words[end].key in _OBJECTS and words[end - 1].key.startswith("ال"):
            break
        if end and words[end].key.startswith(_AND_DID) and not is_given(words[end].key):
            break
        if end > 1 and lex.code == "ar" and _tells(lex, words[end]):
            break
        if end and lex.code == "ar" and not (words[0].title or words[0].key in lex.honorifics) and _is_joined(words[end]):
            break
        around = lex.around.match(words[end].text) and not _of_theirs(words, end)
        if end and (_leads_on(words, end) or around):
            break
        end += 1
    return end


def _names_place(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a preposition after an office or a source leads to where it is: a name follows, or an institution."""
    if words[at].key not in ("في", "من", "عن", "لدى", "على") or not (words[0].title or words[0].key in lex.honorifics):
        return False
    following = words[at + 1 : at + 5]
    if following and _SOURCE.match(words[0].key) and (words[0].key, words[at].key) != ("مصدر", "عن"):
        key = following[0].key
        if lex.institutions.match(following[0].text) or key.removeprefix("ال") in _CHAINS:
            return True
    if _ends_with_name(lex, words[at + 1 : at + 10]):
        return True
    for place, word in enumerate(following):
        if not word.is_word or word.key in lex.stops or (word.title and not lex.institutions.match(word.text)):
            return False
        if place and is_given(word.key):
            return True
    return False


def _tells(lex: Lexicon, word: Token) -> bool:
    """Whether a word is a verb of saying."""
    return any(verb.fullmatch(word.text) for verb in (lex.said, lex.reports, lex.judges)) and not is_given(word.key)


def _ends_with_name(lex: Lexicon, words: Sequence[Token]) -> bool:
    """Whether an institution and its place are followed by two words more: “in the government of Transfia Alois Grabner”."""
    ends = (at for at, word in enumerate(words) if not word.is_word or word.key in lex.stops or _tells(lex, word))
    end = next(ends, len(words))
    closed = end == len(words) or not words[end].is_word or words[end].key in _ENDS
    definite = closed and end > 2 and words[0].key.startswith("ال")  # “the head of the study Charu Pandit that”
    if not definite and (end < CLOSED or not lex.institutions.match(words[0].text)):
        return False
    name = words[end - 2 : end]
    if name[1].key.startswith("ال") and not name[1].key.endswith("ي"):
        return False
    return not (name[0].key.startswith(("ال", "لل")) or any(word.title or _is_common(word) or _is_joined(word) for word in name))


def _of_theirs(words: Sequence[Token], at: int) -> bool:
    """Whether a word such as “there” stands between an office and a name: “a former researcher there, Isolde Brim”."""
    here = words[at].key in ("فيها", "فيه", "لديها", "لديه", "عنها", "عنه", "منها", "منه")
    return here and words[0].title and at + 1 < len(words) and is_given(words[at + 1].key)


def _says_too(lex: Lexicon, word: Token) -> bool:
    """Whether a word is a verb of saying with an “and” before it."""
    return word.key[:1] in "وف" and bool(lex.said.fullmatch(word.text)) and not is_given(word.key)


def _is_object(lex: Lexicon, words: Sequence[Token]) -> bool:
    """Whether what follows an institution with the article, a word without one, is none of its own words."""
    whole = lex.institutions.match(words[0].text) and not offices(lex, words[0].text)
    return bool(whole) and not words[1].key.startswith(("ال", "لل")) and not words[1].title


def _leads_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word with a preposition joined to it begins something else: “to the press”, not “of the UN”."""
    key = words[at].key
    if not key.startswith(("لل", "وال", "بال", "بأن", "بم", "لم", "مم")) or len(key) <= 3:
        return False
    if key.startswith("وال"):
        return not (words[0].title and any(words[at - 1].key.startswith(one) for one in ("ال", "وال")))
    if key.startswith("لل") and words[0].title and words[at - 1].key.startswith("ال") and not _ADDRESSED.match(key):
        return False  # “the High Commission for Elections”
    office = key.startswith("لل") and words[0].title and at + 1 < len(words) and words[at + 1].key.startswith("ال")
    return not office and key not in ("مالك", "لمى", "لمياء")


def _body_end(words: Sequence[Token], kind: int) -> int:
    """Where the name of an institution ends: behind its last article, and before what is no adjective of its own.

    The word for its kind takes the first words, `kind` of them.
    """
    definite = any(word.key.lstrip("وف").startswith("ال") for word in words[:kind])
    for at in range(kind, len(words)):
        key, before = words[at].key, words[at - 1].key
        article = key.startswith(("ال", "وال", "لل"))
        if set(before) == {THING}:
            return at  # “the company ‘Pharmalux’ [hid]”
        if definite and not article and before not in _PLACING and key not in _PLACING and not _is_joined(words[at]):
            return at  # “announced the army [its control]”
        if definite and words[at].title and key.startswith("ال"):
            return at  # “accused the ministry [the minister]”
        if definite and before.endswith("ة") and key.startswith("ال") and not key.endswith(("ة", "ى", "ا", "ات")):
            if words[0].key.endswith("ة"):
                return at  # “urged the Ministry of Health [the inhabitants]”
        definite = definite or article
    return len(words)


def _upright(title: str) -> str:
    """A title without the ending of the accusative, as behind “but”: “مصدرا في الوزارة”."""
    first, blank, rest = title.partition(" ")
    office = first.endswith("ا") and not first.endswith(("ها", "نا", "هما")) and any_title("ar").fullmatch(first[:-1])
    return f"{first[:-1]}{blank}{rest}" if office else title


def _plain_name(used: _Words, known: Collection[str]) -> Speaker | None:
    """A name with no office before it: a given name, a word that the text has as a name, or all up to a comma."""
    words = used.words
    first = words[0].key
    if first in known and is_given(first) and not _goes_with(words, known):
        end = 1  # somebody called by the given name alone
    elif (is_given(first) or first in _PARTICLES or "." in first) and len(words) > 1:
        end = _name_end(used, 0, known)
    elif first in known:
        end = 1
    elif words[1:] and words[1].key.startswith("ال") and not words[1].key.endswith("ي"):
        return None  # “the truth of the figures”
    elif first.startswith("ال") and (given := _given_behind(words)):
        return _named(used, given, _name_end(used, given, known))
    elif len(words) > 1 and not words[0].key.startswith("ال") and _is_common(words[1]):
        return None  # “the opposite of that”
    elif first.startswith("ال") or len(words) == 1 or _is_common(words[0]) or _OF_MANNER.match(first):
        return None  # a thing: “the statement”
    elif used.closed and len(words) <= CLOSED:
        end = _without_tail(words, 0)
    else:
        end = _name_end(used, 0, known)
    return Speaker(NAMED, used.words_of(0, end), "", used.span(end))


def _goes_with(words: Sequence[Token], known: Collection[str]) -> bool:
    """Whether the word behind a given name belongs to it: the text names somebody with it elsewhere, or it leads on."""
    following = words[1].key if len(words) > 1 else ""
    return bool(following) and (following in known or following in _PARTICLES | _OF_FAITH or is_given(following))


def _given_behind(words: Sequence[Token]) -> int:
    """The place of a given name behind nothing but words with the article: “the reader Salma”; 0 where there is none."""
    for at, word in enumerate(words):
        if at and is_given(word.key) and not word.key.startswith("ال"):
            return at
        if not word.key.startswith("ال"):
            return 0
    return 0


def _is_thing(word: Token) -> bool:
    """Whether a word is hardly a name that stands alone."""
    return word.key.startswith("ال") or word.key in _CHAINS or _is_common(word) or len(word.key) < 3


def _is_common(word: Token) -> bool:
    """Whether a word can hardly begin a name: with a preposition joined to it, in the plural, or a number."""
    return bool(_NO_NAME.match(word.key) or _VERBAL.match(word.key)) and not is_given(word.key)


def _without_tail(words: Sequence[Token], at: int) -> int:
    """Where a name that begins at a place ends: “dryly”, “in Geneva” and “her anger” are no part of it."""
    end = len(words)
    while end - at > 2 and (words[end - 1].key.startswith("ب") or words[end - 1].key.endswith(("ها", "هم"))):
        end -= 1
    return end


def _name_end(used: _Words, start: int, known: Collection[str]) -> int:
    """Where a name ends that begins with a given name: with the first word that is none, but not with an object."""
    words = used.words
    end, surname, father = start + 1, False, False
    while end < len(words) and end - start < _LONGEST_NAME and not _is_joined(words[end]):
        if words[end - 1].key in _PARTICLES and not surname:
            pass  # “Abd al-Karim”, “Abu Ali”
        elif words[end].key in _PARTICLES and end + 1 < len(words):
            end += 1
            while end + 1 < len(words) and words[end].key in _PARTICLES:
                end += 1
            surname = father = True
        elif (is_given(words[end].key) or words[end].key in _OF_FAITH) and not surname:
            pass
        elif not surname and (end - start == 1 or words[end].key in known or _is_surname(used, end)):
            surname = True
        elif father and words[end].key.startswith("ال") and words[end].key.endswith("ي"):
            father = False  # “Hamad bin Radi al-Shailani”
        elif words[end].key in _BEHIND_NAME or (used.ended and end + 1 == len(words) and _is_second(words[end])):
            pass
        else:
            break
        end += 1
    return end


def _is_second(word: Token) -> bool:
    """Whether a word may be the second of two surnames, behind which the name has ended."""
    return not (word.key.startswith(("ال", "ب", "ل")) or word.title or _is_common(word))


def _is_joined(word: Token) -> bool:
    """Whether a word is a preposition joined to an office, an institution or a thing: “to the radio”."""
    found = _JOINED.match(word.key)
    lex = lexicon("ar")
    if found is None or is_given(word.key) or word.key in lex.of:
        return False
    kinds = any_title("ar"), lex.documents
    return any(kind.fullmatch(found[1]) for kind in kinds) or found[1].removeprefix("ال") in _CHAINS


def _is_surname(used: _Words, at: int) -> bool:
    """Whether a word after two given names is a surname and no object."""
    last = used.closed and at + 1 == len(used.words) and not used.words[at].key.startswith("ب")
    return (last and not _is_common(used.words[at])) or used.words[at].key.startswith("ال")


def _titled(lex: Lexicon, used: _Words, known: Collection[str]) -> Speaker:
    """A title, its complements, and the name that follows."""
    used = _without_object(used)
    words = used.words
    last = _last_office(lex, words)
    for at in range(1, len(words)):
        if is_given(words[at].key) and words[at - 1].key not in _CHAINS:
            return _named(used, at, _name_end(used, at, known))
        if words[at].key in known and (at + 1 == len(words) or _is_definite(words[at - 1].key)):
            return _named(used, at, at + 1)
    at = _past_complements(words, last)
    plain = at < len(words) and not _is_common(words[at]) and not _is_verb(words, at)
    plain = plain and (not words[at].key.startswith("ال") or words[at].key.endswith("ي"))
    if plain and used.closed:
        used = used._replace(words=words[: _without_tail(words, at)])
    words = used.words
    if not plain or (len(words) - at == 1 and not used.closed):
        return Speaker(TITLED, "", _upright(used.words_of(0, at)), used.span(at))
    end = min(len(words), at + 2)
    last = end + 1 == len(words) and used.closed and words[end].key.startswith("ال")
    last = last and words[end].key.endswith("ي") and not words[end].title and not words[end - 1].key.startswith("ال")
    last = last or (end + 1 == len(words) and used.ended and _is_second(words[end]))
    end += end < len(words) and (last or words[end - 1].key in _PARTICLES)
    return _named(used, at, end)


def _is_verb(words: Sequence[Token], at: int) -> bool:
    """Whether a word alone behind an office tells what that person does: “the director hopes [that]”."""
    begins = "ت" if gender.of_person("ar", "", words[0].text) == gender.WOMAN else "ي"
    clause = at + 1 == len(words) or not any(_is_definite(word.key) for word in words[:at])  # “a customer who looks [for …]”
    noun = _VERBAL.match(f"ب{words[at].key}") or re.match(r"ت\wا\w{2}$|\w+ة$", words[at].key)
    return clause and not noun and words[at].key[:1] == begins and 4 <= len(words[at].key) <= 6 and not is_given(words[at].key)


def _last_office(lex: Lexicon, words: Sequence[Token]) -> int:
    """The place of the last office of a chain: “the head of the mission, the general …”."""
    last = 0
    for at in range(1, len(words)):
        office = words[at].title or words[at].key in lex.honorifics
        if not (office or words[at].key.startswith("ال") or {words[at].key, words[at - 1].key} & _CHAINS):
            break
        last = at if office else last
    return last


def _without_object(used: _Words) -> _Words:
    """The words up to another office that begins something new: “the president Ada Brandt [the envoy of Veltria]”."""
    words = used.words
    for at in range(3, len(words)):
        one, before = words[at], words[at - 1]
        if one.title and not _is_definite(one.key) and not before.title and before.key not in _CHAINS | _PLACING:
            return _Words(words[:at], used.text, closed=True)
    return used


def _named(used: _Words, start: int, end: int) -> Speaker:
    return Speaker(NAMED, used.words_of(start, end), used.words_of(0, start), used.span(end))


def _past_complements(words: Sequence[Token], last: int) -> int:
    """The place where the title ends: after an indefinite office comes what it is the office of, then adjectives."""
    at = last + 1
    if at < len(words) and not _is_definite(words[at - 1].key) and not _is_verb(words, at) and words[at].key not in _PLACING:
        at += 1
        while at < len(words) and words[at - 1].key in _CHAINS and _goes_on(words, at):
            at += 1
    at = _past_adjectives(words, at)
    if at < len(words) and _is_joined(words[at]):  # “the director of the Dams Board”
        at = _past_adjectives(words, at + 1)
        while at < len(words) and words[at - 1].key in _CHAINS and _goes_on(words, at):
            at += 1
    if at < len(words) and words[at].key.startswith("لل"):
        at = _past_adjectives(words, at + 1)
    if at < len(words) and words[at].key in ("باسمه", "باسمها", "باسمهم"):
        at = _past_adjectives(words, at + 1)
    while at < len(words) and set(words[at].key) == {THING}:
        at += 1  # “the editor of the magazine ‘The Bank’ Maggie Tawil”
    if at < len(words) and words[at].key in _PLACING:
        at = _past_adjectives(words, at + 2)
        if at < len(words) and words[at - 1].key in _CHAINS:
            at = _past_adjectives(words, at + 1)
    return min(at, len(words))


def _is_definite(key: str) -> bool:
    """Whether an office is said to be somebody's, or the one that is known: “her deputy”, “the deputy”."""
    return key.lstrip("وف").startswith("ال") or key.endswith(("ها", "هم", "ه")) or bool(_KIN.match(key))


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word still belongs to the office: it has the article, or enough is left for a name."""
    return words[at].key.startswith("ال") or len(words) - at != 2


def _past_adjectives(words: Sequence[Token], at: int) -> int:
    """Past words with the article; the last of several may as well be a surname."""
    while at < len(words) and words[at].key.startswith(("ال", "وال")):
        one, before = words[at].key, words[at - 1].key.lstrip("وف")
        if one.endswith("ين") and words[at - 1].title and len(one) > 6:
            break  # “thanked the widow [the mourners]”
        if before.startswith("ال") and before.endswith("ة") and not one.endswith(("ة", "ى", "ا", "ات")):
            break  # “the spokeswoman of the company [the decision]”
        at += 1
    return at
