"""Whom words in Persian name.

Nothing shows a name but what stands around it: an office before or behind it, a given name, or the text elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.speech import persian_common
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Span, Speaker
from db.speech.tokens import Token, tokens

LONGEST = 12  # words of a title with a name
LEAST_INITIALS = 4  # letters and points of a name that is held back
CLOSED = 4  # words of a name that ends with a comma
_CHAINS = a_set(
    "امور خارجه هیئت هیأت دفاع کشور اطلاعات جمهور ملی کل سازمان وزارت ارشد دره بندر شهر شهرستان استان جزیره "
    "رود کوه روستای "
    "روستا منطقه مرز سد پل کمیسیون کمیته اتحادیه شرکت بانک مرکز مؤسسه موسسه دانشگاه دانشکده پژوهشکده "
    "بیمارستان مدرسه مجلس "
    "پارلمان شورای شورا انجمن کانون فدراسیون صندوق ستاد گروه تیم حزب جبهه جنبش ائتلاف فراکسیون دفتر اداره "
    "سفارت نیروی نیروهای "
    "سپاه ارتش پلیس دادگاه دیوان خبرگزاری روزنامه مجله شبکه کارگران کارکنان معلمان کشاورزان ماهیگیران صیادان "
    "تشکل تعاونی "
    "عالی عمومی روابط مشترک ویژه سابق پیشین اسبق جدید وقت محلی منطقه‌ای بین‌المللی سیاسی نظامی امنیتی "
    "اقتصادی فرهنگی مخالفان "
    "مخالف حاکم اول دوم سالخورده قانون تاریخ متن منبع منابع مردم پیام پاسخ نتیجه جوان پیر ناظر ناظران صلح خارجی داخلی"
)
"""Words of offices and institutions to which the word after them belongs, or which cannot be a name themselves."""
_LINKED = a_set(
    "ترابری پژوهش پژوهشی آموزش صنایع منابع گردشگری گمرک شیلات فاضلاب برق گاز آب انرژی کشاورزی مراتع محیط‌زیست "
    "هنر حقوق فرهنگ اجتماعی "
    "امور رسانه ارتباطات ورزش صنعت کار خدمات بهداشت مسکن حمل‌ونقل نوسازی عمران دادگستری اصلاحات مهاجرت پناهندگان "
    "شهرسازی پرورش دارایی ارشاد تجارت فناوری معدن رفاه جوانان بودجه بازرگانی توسعه امنیت دفاع اقتصاد درمان"
)
"""Words that an “and” joins to the name of a ministry."""
_SOURCES = a_set("منبع منبعی منابع مقام مقامی دیپلمات دیپلماتی مسئول عضوی یکی")
_GOES_ON = a_set("و در از به برای نزد با این آن همین مقابل")
"""Small words inside long offices."""
_ENDS = persian_common.LIGHT | a_set("که را است بود نیست وی او")
_ADVERB = re.compile(r"به\u200c\w+|\w+(?:اً|ًا)$")
_ADDRESS = a_set("خانم بیگ خان پاشا افندی آقا بانو جان")
"""What stands behind a name, as “Mrs” does before one."""
PARTICLES = a_set("فان وان فن فون دو دی دا دل دلا لا ابن بن آل مک اوه سن سان ون در دن")
"""Small words of foreign names."""
_DOUBTFUL = re.compile(r"\w+(?:‌?ها|‌?های|‌?هایی|‌?ترین|‌?اش|‌?شان|‌?مان)$")


def read(lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str], *, whole: bool) -> Speaker | None:
    """The speaker whom words name from their beginning; see `phrases.read`."""
    found = read_words(lex, words, text, known)
    return found[0] if found and (not whole or found[1] == len(words)) else None


class _Run(NamedTuple):
    """Words that belong together: those from `first` up to `reach` of all; `closed` when something "
    "shows their end."""

    words: Sequence[Token]
    text: str
    first: int
    reach: int
    closed: bool

    def told(self, how: str, name: Span | None, title: Span | None) -> tuple[Speaker, int]:
        """Who they name, by the places of the name and of the title, and how many words that takes."""
        last = max(span[1] for span in (name, title) if span)
        shown = [
            self.text[self.words[span[0]].start : self.words[span[1] - 1].end] if span else "" for span in (name, title)
        ]
        return Speaker(how, shown[0], shown[1], (self.words[0].start, self.words[last - 1].end)), last


def read_words(lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str]) -> tuple[Speaker, int] | None:
    """The speaker whom words begin with, and how many words that takes."""
    first = 1 if words and words[0].key in lex.before_name else 0
    reach = _reach(lex, words, text, first)
    if reach == first:
        return None
    placed = words[first].key in _SOURCES and reach + 1 < len(words) and words[reach].key in ("در", "از")
    of_several = words[first].key == "یکی" and words[first].title  # “one of the officers”
    if placed and (of_several or lex.institutions.match(words[reach + 1].text)):  # “a source in the ministry”
        reach += 1 + _reach(lex, words[reach + 1 :], text, 0)
    if words[first].title and not lex.institutions.match(words[first].text):
        reach = _past_complement(lex, words, text, reach, known)
    closed = reach == len(words) or not words[reach].is_word or words[reach].key in lex.stops - {persian_common.OBJECT}
    run, one = _Run(words, text, first, reach, closed), words[first]
    if lex.pronouns.fullmatch(one.text):
        return Speaker(POINTED, "", one.text, (one.start, one.end)), first + 1
    several = bool(lex.sides.fullmatch(one.text) or lex.many.fullmatch(one.text))
    if several or lex.institutions.match(one.text):
        return run.told(SIDES if several else INSTITUTION, None, (0, reach))
    if one.title or one.key in lex.honorifics:
        reach = next((at for at in range(first + 1, reach) if persian_common.is_done(words[at].key)), reach)
        run = run._replace(reach=reach)
        start = _name_start(lex, words, first, reach, known)
        if start < reach and _is_named_behind(lex, run, start, known):
            start = reach
        if start == reach:
            return run.told(TITLED, None, (0, reach))
        return run.told(NAMED, (start, _name_end(words, start, reach, closed=closed)), (0, start))
    end = 0 if lex.documents.match(one.text) else _end_of_plain(lex, run, known)
    return run.told(NAMED, (first, end), None) if end else None


def _past_complement(lex: Lexicon, words: Sequence[Token], text: str, reach: int, known: Collection[str]) -> int:
    """Where an office ends that goes on behind a small word, as a name after a comma shows: “envoy to …, Ada,”."""
    if reach >= len(words) or words[reach].key not in _GOES_ON:
        return reach
    comma = next((at for at in range(reach, min(len(words), reach + LONGEST)) if not words[at].is_word), len(words))
    if comma >= len(words) - 1 or words[comma].text not in "،,(":
        return reach
    if any(one.key in _ENDS or _is_verb(lex, text, one) or is_given(one.key) for one in words[reach:comma]):
        return reach
    behind = read_words(lex, words[comma + 1 :], text, known)
    return comma if behind and behind[0].how == NAMED and not behind[0].title else reach


def _is_named_behind(lex: Lexicon, run: _Run, start: int, known: Collection[str]) -> bool:
    """Whether what seems to be a name belongs to the office: the name stands behind a comma."""
    words = run.words
    placed = words[start].key in _CHAINS  # “the mayor of Port Yaqut”, and Yaqut is a given name too
    sure = not placed and is_sure(words[start : run.reach], known)
    if run.reach >= len(words) - 1 or words[run.reach].text not in "،," or sure:
        return False
    other = read_words(lex, words[run.reach + 1 :], run.text, known)
    return other is not None and other[0].how == NAMED and not other[0].title


def is_sure(words: Sequence[Token], known: Collection[str]) -> bool:
    """Whether some word of a name shows that it is one."""
    return any(is_given(word.key) or word.key in known for word in words)


def _end_of_plain(lex: Lexicon, run: _Run, known: Collection[str]) -> int:
    """Where a name without an office ends; 0 when words hardly are one."""
    one, length = run.words[run.first], len(spelled := _spelled(run.words[run.first : run.reach]))
    if is_given(one.key) and length > 1:
        return _name_end(run.words, run.first, run.reach, closed=run.closed)
    alone = length == 1 and run.closed and is_given(one.key) and not persian_common.is_common(one.key)
    if one.key in known or alone:
        return run.first + 1
    common = any(is_common_word(lex, word) for word in spelled)
    if run.closed and length == 2 and spelled[1].key in _ADDRESS and not is_common_word(lex, spelled[0]):
        return run.reach
    if not spelled and run.reach - run.first >= LEAST_INITIALS:
        return run.reach  # “the accused, B. T.,”
    if length == 1 and run.reach - run.first > 1 and not common:  # initials, or what stands before foreign surnames
        return run.reach if run.closed or spelled[0].key in known else 0
    common = common or (length > 2 and any(is_given(word.key) for word in spelled[1:]))  # “the line Ada Brandt”
    before_verb = run.reach == len(run.words) and length == 1 and len(one.key) > 3
    return run.reach if not common and (before_verb or (run.closed and 2 <= length <= 3)) else 0


def _is_small(word: Token) -> bool:
    """Whether a word behind a given name is hardly a surname: “Ada has for eleven years …”."""
    small = (persian_common.is_common(word.key) and not is_given(word.key)) or word.key[0].isdigit()
    return (small or word.key in _CHAINS) and word.key not in PARTICLES


def _spelled(words: Sequence[Token]) -> list[Token]:
    """The words of a name without initials and the small ones of foreign names."""
    small = PARTICLES if len(words) > 2 else ()
    return [word for word in words if len(word.text) > 1 and word.key not in small]


def is_common(lex: Lexicon, word: str) -> bool:
    """Whether a word alone can hardly be a name."""
    return persian_common.is_small(word) or any(is_common_word(lex, one) for one in tokens(lex, word))


def is_common_word(lex: Lexicon, word: Token) -> bool:
    """Whether a word can hardly be part of a name."""
    common = bool(_DOUBTFUL.match(word.key)) or persian_common.is_common(word.key)
    common = (common and not is_given(word.key)) or word.title or word.key in _CHAINS or word.key.isdigit()
    common = common or word.key in lex.joins
    return common or bool(lex.documents.fullmatch(word.text) or lex.institutions.match(word.text))


def _reach(lex: Lexicon, words: Sequence[Token], text: str, first: int) -> int:
    """How many words belong together from the beginning on."""
    end = first
    while end < min(len(words), LONGEST) and (words[end].is_word or _is_initial(words, end)):
        linked = words[end].key == "و" and end + 1 < len(words) and words[end + 1].key in _LINKED
        small = (
            lex.around.fullmatch(words[end].text)
            or _ADVERB.match(words[end].key)
            or (end > first and _is_verb(lex, text, words[end]))
        )
        inside = end > first and words[end].key in ("در", "دن", "لا") and words[end - 1].key in PARTICLES
        if (words[end].key in lex.stops and not linked and not inside) or small:
            break
        end += 2 if linked else 1
    light = end - first >= 2 and end < len(words) and words[end].key in persian_common.LIGHT
    return min(end, len(words)) - light


def _is_initial(words: Sequence[Token], at: int) -> bool:
    """Whether a point stands behind a letter of a name: “ک. آ. بورایبکوف”."""
    return words[at].text == "." and at > 0 and len(words[at - 1].text) == 1 and at + 1 < len(words)


def _is_verb(lex: Lexicon, text: str, word: Token) -> bool:
    """Whether a verb of saying begins with a word, or the word has the prefix of verbs."""
    return word.key.startswith(("می‌", "نمی‌")) or any(one.match(text, word.start) for one in (lex.said, lex.reports))


def _name_start(lex: Lexicon, words: Sequence[Token], first: int, reach: int, known: Collection[str]) -> int:
    """Where after an office the name begins; `reach` when there is none."""
    last = max(at for at in range(first, reach) if words[at].title or words[at].key in lex.honorifics)
    for at in range(last + 1, reach):
        after = words[at + 1].key if at + 1 < reach else ""
        chained = words[at].key in _CHAINS and not (is_given(after) or after in PARTICLES)  # “the mayor of the port”
        if is_given(words[at].key) and not chained and (at + 1 < reach or at == last + 1):
            return at
        if words[at].key in known and at + 1 == reach:
            return at
    if words[last].key in lex.honorifics:
        return reach if last + 1 < reach and _is_small(words[last + 1]) else last + 1
    if words[last].key.endswith(("ش", "شان")) and reach - last == 2 and not is_common_word(lex, words[last + 1]):
        return last + 1  # “his granddaughter Ada”
    at = last + 1
    while at < reach and words[at].key in _CHAINS:
        at += 1
    chained = at > last + 1 and at < reach and words[at - 1].key not in ("خارجه", "کشور", "جمهور", "کل")
    if chained or reach - at == 3:
        at += 1  # what the office is of
    plain = reach - at == 2 and not any(is_common_word(lex, word) for word in words[at:reach])
    return at if plain else reach


def _name_end(words: Sequence[Token], start: int, reach: int, *, closed: bool) -> int:
    """Where a name that begins at a place ends: it may be followed by an object."""
    while start + 1 < reach and (words[start + 1].key in PARTICLES or words[start + 1].text == "."):
        start += 1 + (start + 2 < reach)
    office = next((at for at in range(start + 2, reach) if words[at].title), reach)  # “Ada Brandt the economist”
    office = next((at for at in range(start + 1, min(office, start + 3)) if _is_small(words[at])), office)
    closed, reach = closed or office < reach, office
    if closed and reach - start <= CLOSED:
        return reach
    end = start + 1
    while end < reach - 1 and is_given(words[end].key) and end - start < 3:
        end += 1
    return min(end + 1, reach)
