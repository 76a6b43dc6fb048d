"""Whom words in Persian name, and who the subject of a clause is: its first noun, for the verb stands last.

Nothing shows a name but what stands around it: an office before or behind it, a given name, or the text elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.speech import persian_common
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.sentences import HIDDEN
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Span, Speaker
from db.speech.tokens import Token, tokens

LONGEST = 12  # words of a title with a name
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
_LEADING = a_set(
    "چنان‌که چنانکه همان‌طور همانطور همان‌گونه آن‌طور آن‌گونه چنان شبی روزی صبحی عصری باری سالی اما ولی "
    "البته همچنین سپس آنگاه و نیز حال سرانجام اکنون بعد همزمان هم‌زمان ضمناً ضمنا"
)
_AS = a_set("چنان‌که چنانکه همان‌طور همانطور همان‌گونه آن‌طور آن‌گونه")
"""Words that begin “as Ada wrote”, a clause of its own inside another."""
_ADVERBIAL = a_set(
    "رو خطاب در به با از برای پس پیش طی ضمن هنگام درباره دربارهٔ درباره‌ی روز شامگاه صبح عصر ظهر شب ساعاتی ساعتی "
    "دیروز امروز دیشب فردا "
    "امسال پارسال علی‌رغم علیرغم همراه بنا بر تا میان بین پیرامون لحظاتی دقایقی بعدازظهر یکشنبه دوشنبه "
    "سه‌شنبه چهارشنبه "
    "پنجشنبه پنج‌شنبه جمعه شنبه وقتی هنگامی چون اگر گرچه هرچند آخرین نخستین ظهرگاه بار اوایل اواخر نزد بدون"
)
_TIMES = a_set("روز شب صبح عصر ظهر بار لحظه هفته ماه سال بعد بعدازظهر شامگاه غروب سحر")
_LIGHT = a_set("کرد کردند کرده می‌کند شد شدند شده داد دادند زد زدند گرفت گرفتند داشت نمود نمودند خواند برد یافت")
"""Verbs that make one word with the noun before them."""
_SOURCES = a_set("منبع منبعی منابع مقام مقامی دیپلمات دیپلماتی مسئول عضوی یکی")
_GOES_ON = a_set("و در از به برای نزد با این آن همین مقابل")
"""Small words inside long offices."""
_ENDS = _LIGHT | a_set("که را است بود نیست وی او")
_POINTING = a_set("این آن همین همان")
_ADVERB = re.compile(r"به\u200c\w+|\w+(?:اً|ًا)$")
_OBJECT = "را"
PARTICLES = a_set("فان وان فن فون دو دی دا دل دلا لا ابن بن آل مک اوه سن سان ون در دن")
"""Small words of foreign names."""
_DOUBTFUL = re.compile(r"\w+(?:‌?ها|‌?های|‌?هایی|‌?ترین|‌?اش|‌?شان|‌?مان)$")


def read(lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str], *, whole: bool) -> Speaker | None:
    """The speaker whom words name from their beginning; see `phrases.read`."""
    found = _read(lex, words, text, known)
    return found[0] if found and (not whole or found[1] == len(words)) else None


def subject(lex: Lexicon, text: str, known: Collection[str]) -> Speaker | None:
    """The subject of a verb that follows a text; POINTED where only its ending tells, None where it is a thing."""
    words = [one for one in tokens(lex, text) if one.text != HIDDEN]
    at, acted = _first(words), False
    while at < len(words):
        word = words[at]
        small = _past_small(lex, words, at)
        if small > at:
            at = small
        elif word.key in _ADVERBIAL:
            inside = _inside(lex, words, at, text, known)
            if isinstance(inside, Speaker):
                return inside
            at = inside
        else:
            found = _read(lex, words[at:], text, known)
            if (
                found
                and acted
                and found[0].how == NAMED
                and not (found[0].title or word.key in known or is_given(word.key))
            ):
                found = None
            stop = at + found[1] if found else _next(words, at, _OBJECT)
            if stop < len(words) and words[stop].key == _OBJECT:
                at, acted = stop + 1, word.key not in _POINTING  # the object; “this” is what was said
            elif found is None and (acted or word.key in lex.stops):
                at += 1  # what was done to it
            elif found is None:
                return _before_apposition(lex, words, at, text, known)
            else:
                return _with_appositions(lex, words, at + found[1], text, known, found[0])
    return Speaker(POINTED, "", "", (len(text), len(text)))


def _before_apposition(
    lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str]
) -> Speaker | None:
    """A single word as a name, where an office stands behind it between commas."""
    one = words[at]
    if at + 2 >= len(words) or words[at + 1].text not in "،," or _is_common(lex, one) or len(one.key) < 3:
        return None
    superlative = words[at + 2].key.endswith("ترین")
    office = _read(lex, words[at + 2 + superlative :], text, known)
    if office is None or office[0].how != TITLED:
        return None
    return Speaker(NAMED, one.text, office[0].title, (one.start, office[0].span[1]))


def _first(words: Sequence[Token]) -> int:
    """Where the clause of the verb begins: “as Ada wrote” is one of its own."""
    return next((at for at in range(len(words) - 1, 0, -1) if words[at].key in _AS), 0)


def _past_small(lex: Lexicon, words: Sequence[Token], at: int) -> int:
    """The place behind words that are no subject, where some stand; else `at`."""
    word = words[at]
    if not word.is_word or word.key in _LEADING or lex.around.fullmatch(word.text):
        return at + 1
    if word.key in lex.before_name and at + 1 < len(words) and words[at + 1].key in _TIMES:
        return _past_times(words, at + 1)  # “one day in the morning”
    return _past_act(words, at)  # “laughed and”, “shook his head and”


def _past_act(words: Sequence[Token], at: int) -> int:
    """The place behind a verb that a clause begins with, or a noun without a name and its verb; else `at`."""
    for place in range(at, min(len(words), at + 3)):
        key = words[place].key
        if persian_common.is_verb(key) or (place > at and key in _LIGHT):
            return place + 1
        if not persian_common.is_done(key):
            break
    return at


def _past_times(words: Sequence[Token], at: int) -> int:
    """The place behind words that tell a time."""
    while at < len(words) and words[at].key in _TIMES:
        at += 1
    return at


def _next(words: Sequence[Token], at: int, key: str) -> int:
    """The place of a word in the same clause, else behind all words."""
    for place in range(at, len(words)):
        if words[place].key == key:
            return place
        if not words[place].is_word:
            break
    return len(words)


def _inside(lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str]) -> Speaker | int:
    """The subject that follows an adverbial without a comma, “in this meeting the envoy”, else where that ends."""
    for place in range(at + 1, len(words)):
        word = words[place]
        if not word.is_word:
            return place + 1
        before = words[place - 1].key
        pointed = lex.pronouns.fullmatch(word.text) and before not in _ADVERBIAL
        if pointed and (place + 1 == len(words) or words[place + 1].key in lex.stops or words[place + 1].text in "،,"):
            return Speaker(POINTED, "", word.text, (word.start, word.end))
        shown = place - at >= 2 and words[place - 2].key in _POINTING
        timed = words[at].key not in lex.stops and place - at in (1, 2) and before not in lex.stops
        timed = timed or all(one.key in _TIMES for one in words[at:place])
        if (shown or timed) and (
            word.title
            or word.key in lex.honorifics
            or is_given(word.key)
            or word.key in known
            or lex.institutions.match(word.text)
        ):
            found = _read(lex, words[place:], text, known)
            if found:
                return _with_appositions(lex, words, place + found[1], text, known, found[0])
        if word.title and place - at >= 2 and not lex.institutions.match(word.text) and before not in lex.stops:
            found = _read(lex, words[place:], text, known)  # “in Vienna the attaché, Ada Brandt, …”
            joined = found and _with_appositions(lex, words, place + found[1], text, known, found[0])
            if found and joined and found[0].how == TITLED and joined.how == NAMED:
                return joined
    return len(words)


def _with_appositions(
    lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str], found: Speaker
) -> Speaker:
    """A name with the office that a comma parts from it, or an office with the name."""
    while at + 1 < len(words) and words[at].text in "،,(":
        other = _read(lex, words[at + 1 :], text, known)
        if other is None:
            break
        one, more = found, other[0]
        span = one.span[0], more.span[1]
        if one.how == TITLED and more.how == NAMED and set(more.title.split()) <= lex.honorifics:
            found = Speaker(NAMED, more.name, one.title, span)
        elif one.how == NAMED and more.how in (TITLED, INSTITUTION) and set(one.title.split()) <= lex.honorifics:
            found = Speaker(NAMED, one.name, more.title, span)
        elif (
            one.how == more.how == NAMED and not (one.title or more.title) and _is_role(lex, one.name, more.name, known)
        ):
            found = Speaker(NAMED, more.name, one.name, span)
        else:
            break
        at += 1 + other[1]
    return found


def _is_role(lex: Lexicon, one: str, other: str, known: Collection[str]) -> bool:
    """Whether words before a name are rather what the person is, though nothing shows that they are an office."""
    return is_sure(tokens(lex, other), known) and not is_sure(tokens(lex, one), known)


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


def _read(lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str]) -> tuple[Speaker, int] | None:
    """The speaker whom words begin with, and how many words that takes."""
    first = 1 if words and words[0].key in lex.before_name else 0
    reach = _reach(lex, words, text, first)
    if reach == first:
        return None
    placed = words[first].key in _SOURCES and reach + 1 < len(words) and words[reach].key in ("در", "از")
    if placed and lex.institutions.match(words[reach + 1].text):  # “a source in the ministry”
        reach += 1 + _reach(lex, words[reach + 1 :], text, 0)
    if words[first].title and not lex.institutions.match(words[first].text):
        reach = _past_complement(lex, words, text, reach, known)
    closed = reach == len(words) or not words[reach].is_word or words[reach].key in lex.stops - {_OBJECT}
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
    behind = _read(lex, words[comma + 1 :], text, known)
    return comma if behind and behind[0].how == NAMED and not behind[0].title else reach


def _is_named_behind(lex: Lexicon, run: _Run, start: int, known: Collection[str]) -> bool:
    """Whether what seems to be a name belongs to the office: the name stands behind a comma."""
    words = run.words
    if run.reach >= len(words) - 1 or words[run.reach].text not in "،," or is_sure(words[start : run.reach], known):
        return False
    other = _read(lex, words[run.reach + 1 :], run.text, known)
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
    common = any(_is_common(lex, word) for word in spelled)
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
    small = word in _ADVERBIAL | _LEADING | _LIGHT | _TIMES | _POINTING
    return small or any(_is_common(lex, one) for one in tokens(lex, word))


def _is_common(lex: Lexicon, word: Token) -> bool:
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
    light = end - first >= 2 and end < len(words) and words[end].key in _LIGHT
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
    if words[last].key.endswith(("ش", "شان")) and reach - last == 2 and not _is_common(lex, words[last + 1]):
        return last + 1  # “his granddaughter Ada”
    at = last + 1
    while at < reach and words[at].key in _CHAINS:
        at += 1
    chained = at > last + 1 and at < reach and words[at - 1].key not in ("خارجه", "کشور", "جمهور", "کل")
    if chained or reach - at == 3:
        at += 1  # what the office is of
    plain = reach - at == 2 and not any(_is_common(lex, word) for word in words[at:reach])
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
