"""Names of things in quotation marks: the factory “Dawn”, of which somebody is the director, says nothing."""

from __future__ import annotations

import re

from db.speech.lexicon import Lexicon
from db.speech.marks import Quoted
from db.speech.sentences import THING
from db.speech.shapes import Speaker

LONGEST = 3  # words of such a name
LED = 60  # characters before a name that are looked at
_WORD = re.compile(r"\w+(?:[’'\-\u200c]\w+)*")
_LANGUAGES = ("ru", "ar", "fa")
"""Languages in which such names stand in quotation marks between an office and the name of a person."""
_ARTICLE = re.compile(r"(?<!\w)(?:d(?:er|ie|as|em)|vom?|beim|im)\s$", re.IGNORECASE)
_MARKED = re.compile(r"[„“”»«\"‚‘›‹]([^„“”»«\"‚‘›‹]+)[„“”»«\"’‘›‹]")
_JOINED = re.compile(r"(?<!\w)[وف]?[لب](?=\w{4})")
"""Arabic prepositions that are written together with a word."""
_HIDDEN = re.compile(f"{THING}{{3,}}")

_TELLS = re.compile(r"(?:цитиру[ею]т|переда[ёе]т|сообщает|пишет|информирует|приводит|утверждает)[ \u00a0]$")
_TO_WHOM = re.compile(r"(?:[уюеи]|ам|ям|[A-Za-zо])$")
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_]|,[ \u00a0](?:что|как)\b")


def _is_russian_paper(lex: Lexicon, led: str, words: str, rest: str) -> bool:
    """Whether a Russian verb of saying stands beside the name of a paper, which tells or is told."""
    if not words[:1].isupper():
        return False
    return _tells(lex, rest) or bool(_TELLS.search(led) or (_TO_WHOM.search(words) and _GOES_ON.match(rest)))


def _tells(lex: Lexicon, rest: str) -> bool:
    """Whether a verb of saying follows a name, with a source at most before it: «Вестник» пишет, что."""
    source = re.match(r"[ \u00a0](?:со\sссылкой\sна\s[^,.:]{3,60}?\s)?", rest)
    return bool(source and lex.said.match(rest, source.end()))


def is_thing(lex: Lexicon, text: str, starts: int, one: Quoted) -> bool:
    """Whether a quotation is the name of a thing that the words before it tell; `starts` is where its block does."""
    if lex.code == "de":
        return _is_german_paper(lex, text, starts, one)
    if lex.code not in _LANGUAGES or len(one.parts) != 1:
        return False
    words = text[slice(*one.parts[0])]
    led = text[max(starts, one.outer[0] - LED) : one.outer[0]]
    rest = text[one.outer[1] : one.outer[1] + 90]
    before = re.search(r"[^\W\d_][\w\u200c-]*[ \u00a0]$", led)
    short = words[-1:] not in ".,!?…؟،" and 1 <= len(_WORD.findall(words)) <= LONGEST
    if short and lex.code == "ru" and _is_russian_paper(lex, led, words, rest):
        return True
    if before is None or not short:
        return False
    said = any(verb.search(led, max(0, len(led) - 30)) and _ends(verb, led) for verb in (lex.said, lex.judges))
    if said or lex.cased:
        return not said and (words[:1].isupper() or words[:1].isdigit())
    kinds = lex.documents, lex.institutions, *lex.titles.values()
    near = " ".join(led.split()[-2:])
    if lex.code == "ar":  # “to the radio”
        near = f"{near} {_JOINED.sub('', near)}"
    return any(kind.search(near) for kind in kinds)


def _is_german_paper(lex: Lexicon, text: str, starts: int, one: Quoted) -> bool:
    """Whether a quotation is the name of a German newspaper that says something, or to which somebody does."""
    words = text[slice(*one.parts[0])] if len(one.parts) == 1 else ""
    led = text[max(starts, one.outer[0] - LED) : one.outer[0]]
    if not words[:1].isupper() or words[-1:] in ".,!?…" or len(_WORD.findall(words)) > LONGEST:
        return False
    if not _ARTICLE.search(led):
        return False
    clause = re.split(r"[.!?;:“”„»«]", led)[-1]
    behind = re.match(r"\s+[^.!?;:,“”„»«]{0,40}", text[one.outer[1] : one.outer[1] + 60])
    return bool(lex.said.search(clause) or (behind and lex.said.match(behind[0].lstrip())))


def _ends(verb: re.Pattern[str], led: str) -> bool:
    """Whether a verb is the last word of a text."""
    return any(not led[found.end() :].strip() for found in verb.finditer(led, max(0, len(led) - 30)))


def restored(speaker: Speaker, text: str) -> Speaker:
    """A speaker with the names of things in the title, which were hidden, as the text has them in its span."""
    if not _HIDDEN.search(speaker.title):
        return speaker
    pattern = "".join(
        f"(.{{{len(piece)}}})" if _HIDDEN.fullmatch(piece) else re.escape(piece)
        for piece in re.split(f"({THING}{{3,}})", speaker.title)
    )
    found = re.search(pattern, text[slice(*speaker.span)], re.DOTALL)
    title = found[0] if found else _HIDDEN.sub("", speaker.title).strip()
    alone = _MARKED.fullmatch(title)  # “die ‘Alpenpost’”
    return speaker._replace(title=alone[1] if alone else title)
