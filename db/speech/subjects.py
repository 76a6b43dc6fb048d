"""The subject of a verb of saying: before it, after it, with the title or name that a comma parts from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech import persian_subjects, phrases, russian_names
from db.speech.german_cases import is_oblique
from db.speech.lexicon import Lexicon
from db.speech.sentences import HIDDEN, THING
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, shifted
from db.speech.turkish_names import in_case

BLANKS = " \t\r\n\u00a0\u202f"
_BREAK = re.compile(r"[,،;؛()—–]|\s-\s")
_STOP = re.compile(rf"[.:!?…؟([—–{HIDDEN}“„«\"]|\s-\s")
SUBJECT_LATER = ("ru", "de", "fr")
"""Languages in which words of time and place may stand between a verb and the subject after it."""
_EMPHATIC = re.compile(r",\s+(?:elle|lui|eux|elles)\s*,\s*$")
"""“La direction, elle, dit que …”"""
_CLITIC = re.compile(r"(?:(?<=\s)|^)(?:(?:lui|leur|nous|vous|me|te|se|y|en)\s+|[mtls][’'])$")
"""“Ada m’avoua que …”"""
_SOURCE = re.compile(r"\s+(?:со\s+ссылкой|ссылаясь)\s+на\s+[^,]*$")
_ADJECTIVE = re.compile(r"[^\W\d_]+(?:ая|яя)\s")
_PASSING = re.compile(r",\s+(?:не\s+|\w+\s+)?[^\W\d_]{2,}(?:я|ясь|вши|вшись|в)\s[^,.:;—–]{1,80},\s+")
"""What somebody did meanwhile: “said, speaking in parliament, the minister”."""
_TOLD_TO = re.compile(r"\s*(?:à|au|aux|devant|auprès\s+d[eu]s?|face\s+à)\s+")
_CALLED = re.compile(
    r"(?:named|identified|known|described|named\s+only|désignée?|identifiée?|connue?|nommée?)\s(?:[^,]{0,40}\s)?(?:as|comme|sous\s+le\s+"
    r"nom\s+de|par\s+les\s+initiales)\s+(?=[A-ZÀ-Þ])"
)
"""“The defendant, named in court only as J.D., …”"""
_MODIFIED = re.compile(
    r"(?<=\w)\s(?:close\s+to|familiar\s+with|present\s+at|briefed\s+on|involved\s+in|with\s+(?:direct\s+|first-hand\s+)?knowledge|"
    r"aware\s+of|privy\s+to|speaking\s+on|who|whom|whose|qui|dont|requérant|sous\s+couvert)\s[^,]*$"
)
"""What tells more of somebody before the verb: “a diplomat close to the talks said”."""
_GENITIVE = re.compile(r"\b(?:d[eu]|des|d[’']|de\s+la|de\s+l[’'])\s*$")
_CLOSED = (",", "،", ")", "—", "–")
_SELF = re.compile(r"\s+(?:selbst|wiederum|hingegen|dagegen|jedoch|aber|indes|allerdings|seinerseits|ihrerseits)")
"""Small words between a title and the name that a comma parts from it: “der Angeklagte selbst, Ove Lind, …”."""
MOST_BETWEEN = 8  # words of an office that may stand behind what was read of it
_GOES_ON = (THING, "في ", "من ", "لدى ", "عن ", "على ", "إلى ", "ل", "ب", "و", "ال")
"""How an Arabic office goes on."""
Known = Collection[str]


def subject_before(lex: Lexicon, text: str, known: Known, *, oblique: bool = False) -> Speaker | None:
    """The subject of a verb that follows a text; with `oblique` whoever is named before it, in whatever case."""
    if lex.code == "fa":
        return persian_subjects.subject(lex, text, known)
    text = _without_asides(lex, without_small(lex, text))
    closed = text.rstrip(BLANKS).endswith(_CLOSED)
    pieces = _pieces(text)
    for at in range(len(pieces) - 1, -1, -1):
        start, end = pieces[at]
        words = text[start:end]
        nearest = at == len(pieces) - 1 and not closed
        if not lex.cased and lex.adjuncts.match(words):
            continue  # “…, the envoy, to the press said”
        found = phrases.find(lex, words, known, strict=not nearest and at > 0)
        if found and lex.code == "de" and not oblique and is_oblique(words, found):
            found = None  # “Zum Rücktritt des Ministers sagte Ada Brandt …”
        if found and _is_inflected(lex, words, found):
            continue  # “Ada Brandt, konuğu Ove Lind’e, …”: whom it is said to
        if found:
            found = _moved(found, start)
            named = _name_behind(lex, text, pieces[at + 1]) if found.how == TITLED and at + 1 < len(pieces) else None
            if named:
                return _joined(found, named)
            return _with_neighbour(lex, text, pieces[:at], found, known)
        if nearest and lex.relatives.match(words):
            return None  # the verb belongs to “who said …”
        if nearest and (not lex.adjuncts.match(words) or (lex.code == "ru" and _ADJECTIVE.match(words))):
            return _leading(lex, words, start, known) or _of_chain(lex, text, pieces, known)
    return None


def _without_asides(lex: Lexicon, text: str) -> str:
    """What stands before a verb without what tells more of its subject; offsets stay as they are."""
    if lex.code == "ru":
        return _SOURCE.sub("", text)
    if lex.code not in ("en", "fr"):
        return text
    text = " " * (colon := text.rfind(": ") + 1) + text[colon:]  # “Others see it darkly: Ada Brandt argues …”
    modified = _MODIFIED.search(text, max(text.rfind(","), 0))
    return text[: modified.start()] if modified else text


def _is_inflected(lex: Lexicon, words: str, found: Speaker) -> bool:
    """Whether the ending of a Turkish or Russian title or name is that of no subject."""
    if lex.code == "tr":
        return in_case(words[slice(*found.span)])
    return lex.code == "ru" and found.how in (NAMED, TITLED) and russian_names.in_case(found.title)


def _leading(lex: Lexicon, words: str, start: int, known: Known) -> Speaker | None:
    """The subject of a clause that has other words before its verb: “Ada met the press and said”."""
    found = phrases.read(lex, words, known, whole=False)
    rest = words[found.span[1] :] if found else ""
    last = (rest.split() or [""])[-1].lower()
    return _moved(found, start) if found and (last in lex.joins or lex.adjuncts.match(rest)) else None


def _of_chain(lex: Lexicon, text: str, pieces: Sequence[Span], known: Known) -> Speaker | None:
    """The subject of several verbs of which the last follows an “and”: “Ada listened, put on her glasses and said”."""
    start, end = pieces[0]
    words = text[slice(*pieces[-1])]
    if len(pieces) < 2 or not words[:1].islower() or words.rsplit(None, 1)[-1].lower() not in lex.joins:
        return None
    found = phrases.read(lex, text[start:end], known, whole=False)
    return _moved(found, start) if found else None


def subject_of_last(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """Whom the last clause of a text begins with, whatever its verb."""
    pieces = _pieces(text)
    if not pieces:
        return None
    start, end = pieces[-1]
    found = phrases.read(lex, text[start:end], known, whole=False)
    return _moved(found, start) if found else None


def subject_anywhere(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """The first person, office or institution that a clause names: its subject where the verb stands last."""
    for start, end in _pieces(text):
        found = phrases.first(lex, text[start:end], known)
        if found:
            behind = next((one for one in _pieces(text[end:])), None) if lex.code in ("ru", "tr") else None
            if lex.code == "tr":  # “… Çevre, Şehircilik ve İklim Bakanı Ada Brandt”
                other = _name_behind(lex, text, shifted(behind, end)) if behind and found.how == INSTITUTION else None
                return other if other and " ve " in other.title else _moved(found, start)
            named = found.how == TITLED and behind and found.span[1] == end - start
            other = _name_behind(lex, text, shifted(behind, end)) if behind and named else None
            return _joined(_moved(found, start), other)
    return None


def _is_hearer(found: Speaker) -> bool:
    """Whether a Russian title stands in another case than a subject, or is a paper, to which it may have been said."""
    if found.how in (NAMED, TITLED) and russian_names.in_case(found.title):
        return True
    return not found.title.strip(THING) and not found.name


def _past_hearer(lex: Lexicon, text: str, start: int, known: Known) -> int:
    """Where a French text goes on behind whom something is said to: “a indiqué à l’agence Méridien un responsable”."""
    told = _TOLD_TO.match(text, start)
    hearer = phrases.read(lex, text[told.end() :], known, whole=False) if told else None
    return told.end() + hearer.span[1] if told and hearer else start


def _later(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """A subject behind words of time and place, but no French genitive: “demande la démission du ministre”."""
    found = phrases.later(lex, text, known)
    return None if found and lex.code == "fr" and _GENITIVE.search(text[: found.span[0]]) else found


def subject_after(
    lex: Lexicon, text: str, known: Known, *, anybody: bool = True, nominative: bool = False
) -> Speaker | None:
    """The subject of a verb, or whom a preposition is about, that stands right after it, where `text` begins.

    With `anybody` a single capital counts as a name though nothing else in the text shows that it is one; with
    `nominative` whoever stands in another case, where a language has them, is passed over.
    """
    skipped = past_small(lex, text)
    passing = _PASSING.match(text, skipped) if nominative and lex.code == "ru" else None
    skipped = passing.end() if passing else skipped
    rest = text[skipped:]
    stop = _STOP.search(without_points(lex, rest))
    rest = rest[: stop.start()] if stop else rest
    pieces = _pieces(rest)
    if not pieces or rest[: pieces[0][0]].strip(BLANKS):
        return None
    start, end = pieces[0]
    beyond = len(rest) if lex.code == "fa" else end  # what follows may tell where a name is
    found = phrases.read(lex, rest[start:beyond], known, whole=False, anybody=anybody)
    if found and nominative and lex.code == "ru" and _is_hearer(found):
        found = None
    past = _past_hearer(lex, rest[:end], start, known) if found is None and lex.code == "fr" else start
    if past > start:
        found = phrases.read(lex, rest[past:end], known, whole=False)
        return found and _moved(found, past + skipped)
    if found is None and lex.code in SUBJECT_LATER:
        found = _later(lex, rest[start:end], known)
    found = _past_oblique(lex, rest[start:end], found, known) if lex.code == "de" and found else found
    if found is None:
        return None
    found = _moved(found, start)
    if lex.code == "ar" and len(pieces) > 1 and found.how != NAMED:
        named = _apposed(lex, rest[found.span[1] : end], rest[slice(*pieces[1])], known)
        if named:
            return _moved(_joined(found._replace(how=TITLED), _moved(named, pieces[1][0])), skipped)
    if (found.span[1] >= end or _SELF.fullmatch(rest, found.span[1], end)) and len(pieces) > 1:
        first, last = pieces[1]
        kin = found.how == TITLED and lex.cased  # “her grandson, Ove, …”
        other = phrases.read(lex, rest[first:last], known, whole=True, anybody=kin)
        found = _joined(found, other and _moved(other, first))
    return _moved(found, skipped)


def _past_oblique(lex: Lexicon, text: str, found: Speaker, known: Known) -> Speaker | None:
    """The subject that follows whom something is said to in German: “sagte der Agentur die Ministerin”."""
    for _ in range(3):
        if not is_oblique(text, found):
            return found
        at = found.span[1]
        more = phrases.read(lex, text[at:], known, whole=False) or phrases.later(lex, text[at:], known)
        if more is None:
            return found
        found = _moved(more, at)
    return found


def _apposed(lex: Lexicon, more: str, piece: str, known: Known) -> Speaker | None:
    """Who is named between commas behind an Arabic office, of which `more` may stand before the first of them.

    “The spokeswoman of the ministry in Seldavia, Haifa Darmani, said”; “the judge, and he is Azmi Tabran, said”.
    """
    if re.search(r"(?<!\w)(?:[إأ]ن\w*|بأن\w*|الذي|التي)(?!\w)", more) or len(more.split()) > MOST_BETWEEN:
        return None
    start = leading[0].end() if (leading := [*re.finditer(r"^[وف]?(?:هو|هي)\s+", piece)]) else 0
    found = phrases.read(lex, piece[start:], known, whole=True)
    if found is None or found.how != NAMED or (more.strip() and not more.lstrip().startswith(_GOES_ON)):
        return None
    found = found._replace(title="") if found.title in lex.honorifics else found
    return _moved(found, start)


def past_small(lex: Lexicon, text: str) -> int:
    """Past the blanks and small words that a text begins with; in Arabic a comma may stand between verb and subject."""
    at = 0
    while True:
        while at < len(text) and (text[at] in BLANKS or (lex.order == "vso" and text[at] in ",،")):
            if text[at] in ",،" and lex.code == "ar" and text[at + 1 :].lstrip(BLANKS)[:1] in "وف":
                return at  # “he answered her, and the sitting was closed”
            at += 1
        small = lex.around.match(text, at)
        if small is None:
            return at
        at = small.end()


def without_small(lex: Lexicon, text: str) -> str:
    """A text without the small words at its end that may stand between a subject and its verb."""
    if lex.code == "fr":
        text = _EMPHATIC.sub("", _CLITIC.sub("", text))
    while True:
        bare = text.rstrip(BLANKS)
        small = [one for one in lex.around.finditer(bare, max(0, len(bare) - 30)) if one.end() == len(bare)]
        if not small:
            return text
        text = bare[: small[0].start()]


def without_points(lex: Lexicon, text: str) -> str:
    """The text with the points of initials and short titles hidden, so that they stop nothing; as long as it was."""
    short = "|".join(lex.honorifics)
    return re.sub(rf"\b(?:[^\W\d_]|{short})\.", lambda found: found[0][:-1] + "_", text, flags=re.IGNORECASE)


def _with_neighbour(lex: Lexicon, text: str, before: list[Span], found: Speaker, known: Known) -> Speaker:
    """The subject with the title or name that stands before it, parted by a comma."""
    if before and found.how == INSTITUTION and lex.code in ("en", "fr"):  # “NATO, the biggest of them, …”
        other = phrases.find(lex, text[slice(*before[-1])], known)
        if other and other.how == INSTITUTION and other.title.isupper():
            return _moved(other, before[-1][0])
    if not before or found.how not in (NAMED, TITLED) or (found.how == NAMED and found.title):
        return found
    start, end = before[-1]
    other = phrases.find(lex, text[start:end], known)
    return _joined(found, other and _moved(other, start))


def _name_behind(lex: Lexicon, text: str, piece: Span) -> Speaker | None:
    """A name that a comma parts from the title before it."""
    if lex.adjuncts.match(text[slice(*piece)]):
        return None
    called = _CALLED.match(text, *piece)
    first = called.end() if called else piece[0]
    found = phrases.read(lex, text[first : piece[1]], (), whole=True, anybody=True)
    return _moved(found, first) if found else None


def _joined(one: Speaker, other: Speaker | None) -> Speaker:
    """A name and a title that belong together; else the first as it is."""
    if other is None:
        return one
    span = min(one.span[0], other.span[0]), max(one.span[1], other.span[1])
    counsel = one.how == INSTITUTION and one.title == "conseil"  # “son conseil, Me Brandt”
    if (one.how == TITLED or counsel) and other.how == NAMED:
        return Speaker(NAMED, other.name, other.title or one.title, span)
    if one.how == NAMED and not one.title and other.how in (TITLED, INSTITUTION):
        return Speaker(NAMED, one.name, other.title, span)
    return one


def _pieces(text: str) -> list[Span]:
    """What stands between commas and dashes, blank pieces left out."""
    found, at = list[Span](), 0
    for sign in [*_BREAK.finditer(text), None]:
        end = sign.start() if sign else len(text)
        piece = text[at:end]
        if piece.strip(BLANKS):
            found.append((end - len(piece.lstrip(BLANKS)), at + len(piece.rstrip(BLANKS))))
        at = sign.end() if sign else end
    return found


def _moved(speaker: Speaker, by: int) -> Speaker:
    return speaker._replace(span=shifted(speaker.span, by))
