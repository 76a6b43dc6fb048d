"""What single words of Arabic may be: part of a name or of an office, what something leads to, or neither."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech import gender
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set, lexicon
from db.speech.tokens import Token, any_title

CHAINS = a_set(
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
PARTICLES = a_set(
    "بن ابن أبو ابو أبي أبا آل عبد بنت ولد أم ذو دو دي دا فان فون در دن ديل دل لو لا ماك سان سانت أو تير تر فيير أوغلو"
)
BEHIND_NAME = a_set("باشا بك بيك بيه أفندي خانم هانم آغا خان زاده زادة أوغلي أوغلو الثاني الأول الثالث الرابع الخامس")
OF_FAITH = a_set("الدين الله الإسلام الزمان الحق الزهراء")
"""Words that make a given name of the one before: “Nur ad-Din”."""
OBJECTS = a_set(
    "الحديث التعليق الكشف الإفصاح الإدلاء القرار الأمر الأنباء الخبر النبأ الاتهامات الاتهام المزاعم الشائعات "
    "الخطوة الفكرة الهجوم الحادث الوضع "
    "المشروع الاقتراح المقترح الاتفاق القول السبب الأسباب الخلاف الجدل النتيجة النتائج الأزمة التأخير الزيارة "
    "الرد الخسارة الفوز العملية"
)
"""What is spoken of, where it stands behind whoever is named."""
IN_TOWN = a_set("في وفي مدينة بلدة قرية بمدينة ببلدة بقرية لمدينة ومدينة")
"""Arabic words behind which a place is named."""
AND_DID = ("وأ", "وإ", "وآ", "فأ")
"""How Arabic words begin that tell what somebody did too."""
PLACING = a_set("في من لدى عن على إلى باسم لشؤون")
"""Arabic words that lead from an office to its place."""
KIN = re.compile(
    r"[وف]?(?:خال|عم|جد|أب|أخ|أخت|أم|والد|والدة|صديق|صديقت|جار|جارت|زميل|زميلت|رفيق|ابن|ابنت|زوج|زوجت|جدت|خالت|"
    r"عمت|والدت|حفيد|شقيق|شقيقت|"
    r"معلم|أستاذ)(?:ي|نا)$"
)
"""“My uncle”"""
NO_NAME = re.compile(
    r"(?:ب(?!و)\w{3,}ة|بت\w{3}|\wا\w{2}ا|م\wت\w{2}ا|مت\w{3}ا|ذو|ذي|ذات|ذوي|ذوو|عكس|خلاف|وال\w+|بما|ب(?:صوت|هدوء|حزم|نبرة|لهجة|غضب|حدة|سخرية|ابتسامة|مرارة|أسف|ثقة|"
    r"صراحة|حماس|حذر|تهكم|فخر|لطف|حزن|"
    r"اختصار|وضوح)\w*|لما|مما|كما|ما|بال\w+|لل\w+|و?كل|كلا|أول|أولى|آخر|أحد|إحدى|أحد|بعض|عدد|عدة|نحو|أكثر|أقل|أي|"
    r"هذه?|ذلك|"
    r"تلك|هناك|هنا|ثلاث\w*|أربع\w*|"
    r"خمس\w*|ست\w*|سبع\w*|ثماني\w*|تسع\w*|عشر\w*|اثن\w+|مئ\w+|ألف|\d+|ال\w+ين|\w{3,}ات|\w{2,}[^يو]ه|\w+تين|\w+تان|"
    r"\w+هم|"
    r"\w+ها|\w+ائي)$"
)
VERBAL = re.compile(r"[بل](?:ت\w{2}ي\w|[اإ]\w{2,4}ا[\wء]|م\wا\w{2}ة|\w{3,}ية|\w{3,}(?:ه|ها|هم))$")
"""Arabic verbal nouns behind a preposition: “by hiding”, “to hold”."""
ADDRESSED = re.compile(
    r"لل(?:\w+ين|صحاف\w*|صحف\w*|إعلام|جمهور|ناس|أهالي|سكان|تلفزيون|إذاعة|وكالة|قناة|صحيفة|جريدة|مجلة|مرة|نواب|"
    r"مجلس|رأي|شعب|زوار|طلاب|"
    r"محكمة|لجنة|موقع|محققين|قاضي|حضور|عموم|مواطنين|قناتين|وزراء|رئيس|وزير|وفد|أعضاء|عمال|ضيوف|غرباء|فريق|سفير|حاضرين)$"
)
"""To whom something is said: “to the press”."""
OF_MANNER = re.compile(r"(?:\wا\w{2}|م\w{3,5})(?:ا|ة)$")
"""Arabic words such as “laughing” and “leaning”, which tell how somebody does something."""
JOINED = re.compile(r"[وف]?[لبك](\w{3,})$")
ENDS = ("إن", "أن", "بأن", "که")
CLOSED = 4  # words of a name that ends with a comma


def is_inside(before: Token) -> bool:
    """Whether a word before a given name tells that this is none, but a town or the middle of a name."""
    return before.key in IN_TOWN or before.key in PARTICLES


def tells(lex: Lexicon, word: Token) -> bool:
    """Whether a word is a verb of saying."""
    return any(verb.fullmatch(word.text) for verb in (lex.said, lex.reports, lex.judges)) and not is_given(word.key)


def says_too(lex: Lexicon, word: Token) -> bool:
    """Whether a word is a verb of saying with an “and” before it."""
    return word.key[:1] in "وف" and bool(lex.said.fullmatch(word.text)) and not is_given(word.key)


def is_common(word: Token) -> bool:
    """Whether a word can hardly begin a name: with a preposition joined to it, in the plural, or a number."""
    return bool(NO_NAME.match(word.key) or VERBAL.match(word.key)) and not is_given(word.key)


def is_second(word: Token) -> bool:
    """Whether a word may be the second of two surnames, behind which the name has ended."""
    return not (re.match("ال|ب(?!و|ن|ل)|ل", word.key) or word.title or is_common(word))


def is_joined(word: Token) -> bool:
    """Whether a word is a preposition joined to an office, an institution or a thing: “to the radio”."""
    found = JOINED.match(word.key)
    lex = lexicon("ar")
    if found is None or is_given(word.key) or word.key in lex.of:
        return False
    kinds = any_title("ar"), lex.documents
    return any(kind.fullmatch(found[1]) for kind in kinds) or found[1].removeprefix("ال") in CHAINS


def is_definite(key: str) -> bool:
    """Whether an office is said to be somebody's, or the one that is known: “her deputy”, “the deputy”."""
    return key.lstrip("وف").startswith("ال") or key.endswith(("ها", "هم", "ه")) or bool(KIN.match(key))


def goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word still belongs to the office: it has the article, or enough is left for a name."""
    return words[at].key.startswith("ال") or len(words) - at != 2


def past_adjectives(words: Sequence[Token], at: int) -> int:
    """Past words with the article; the last of several may as well be a surname."""
    while at < len(words) and words[at].key.startswith(("ال", "وال")):
        one, before = words[at].key, words[at - 1].key.lstrip("وف")
        if one.endswith("ين") and words[at - 1].title and len(one) > 6:
            break  # “thanked the widow [the mourners]”
        if before.startswith("ال") and before.endswith("ة") and not one.endswith(("ة", "ى", "ا", "ات")):
            break  # “the spokeswoman of the company [the decision]”
        at += 1
    return at


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Whether a word alone behind an office tells what that person does: “the director hopes [that]”."""
    begins = "ت" if gender.of_person("ar", "", words[0].text) == gender.WOMAN else "ي"
    clause = at + 1 == len(words) or not any(
        is_definite(word.key) for word in words[:at]
    )  # “a customer who looks [for …]”
    noun = VERBAL.match(f"ب{words[at].key}") or re.match(r"ت\wا\w{2}$|\w+ة$", words[at].key)
    return (
        clause
        and not noun
        and words[at].key[:1] == begins
        and 4 <= len(words[at].key) <= 6
        and not is_given(words[at].key)
    )


def goes_with(words: Sequence[Token], known: Collection[str]) -> bool:
    """Whether the word behind a given name belongs to it: the text names somebody with it elsewhere, or it leads on."""
    following = words[1].key if len(words) > 1 else ""
    return bool(following) and (following in known or following in PARTICLES | OF_FAITH or is_given(following))


def given_behind(words: Sequence[Token]) -> int:
    """The place of a given name behind nothing but words with the article, “the reader Salma”; else 0."""
    for at, word in enumerate(words):
        if at and is_given(word.key) and not word.key.startswith("ال"):
            return at
        if not word.key.startswith("ال"):
            return 0
    return 0
