"""The terms of a search: its words joined to known spellings, its fields looked up, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db import query_fields, query_spellings, query_tokens, values
from db.everyday_words import is_everyday
from db.query_names import Names
from db.query_spellings import Key, Known, Spellings, key_of
from db.query_tokens import FURTHEST, OPERATORS, Span, Token
from db.query_tree import Facet, Node, Operator, Term

MOST_WORDS = 64
MOST_FIELDS = 16
MOST_VALUES = 1000
"""Records that the fields of one search may mean together."""
MOST_ALSO = 64
"""Other spellings that one search looks for."""
LONGEST = 2000
"""Characters of a word or phrase."""
LONGEST_HALF = 40
"""Letters of each of two words that may be one."""
DEEPEST = 10
"""Parentheses inside parentheses: at about 20, with names in them, the index says that they are too many."""
_LONGEST_VALUE = 6  # words of a name that stands after a field without quotation marks
_NEAR = re.compile(r"near(?:/(\d+))?", re.ASCII | re.IGNORECASE)
_NO_FIELD = re.compile(r"([A-Za-z]{2,20}):\w", re.ASCII)


class Read(NamedTuple):
    """Terms and what stands between them, spans for colours, remarks on what was not understood; whether only what was
    typed is searched for, and that exactly as it is spelled.
    """

    items: list[Operator | Node]
    spans: tuple[Span, ...]
    remarks: list[str]
    as_typed: bool
    exact: bool

    def remark(self, *others: str) -> str:
        """All remarks in one text, each once."""
        return " ".join(dict.fromkeys((*self.remarks, *others)))


def read(tokens: Sequence[Token], names: Names | None) -> Read:
    """The terms that tokens stand for; at most MOST_WORDS words and MOST_FIELDS fields are used."""
    remarks: dict[str, None] = {}
    few = _few(tokens, remarks)
    as_typed = any(map(query_fields.is_as_typed, few))
    reader = _Reader(names, remarks, as_typed)
    reader.read(few)
    return Read(reader.items, tuple(reader.spans), list(reader.remarks), as_typed, any(map(query_fields.is_exact, few)))


def _few(tokens: Sequence[Token], remarks: dict[str, None]) -> list[Token]:
    """Tokens with as many words and fields as are searched for, parentheses not too deep in each other."""
    found: list[Token] = []
    number = {"words": 0, "fields": 0}
    depth = 0
    for token in tokens:
        if len(found) == query_tokens.MOST:
            remarks[f"Only the first {query_tokens.MOST} words and signs were read."] = None
            break
        if token.kind in ("open", "close"):
            level = depth + (token.kind == "open")
            depth = max(0, level - (token.kind == "close"))
            if level <= DEEPEST:
                found.append(token)
            else:
                remarks[f"Parentheses more than {DEEPEST} deep in each other were passed over."] = None
            continue
        counted = {"word": "words", "phrase": "words", "field": "fields"}.get(token.kind)
        if counted and (counted == "fields" or key_of(token.text[:1000])):
            number[counted] += 1
            most = {"words": MOST_WORDS, "fields": MOST_FIELDS}[counted]
            if number[counted] > most:
                remarks[f"Only the first {most} {counted} were searched for."] = None
                break
        found.append(token)
    return found


class _Reader:
    def __init__(self, names: Names | None, remarks: dict[str, None], as_typed: bool) -> None:
        self._names = names
        self._as_typed = as_typed
        self._spellings: Spellings = names.spellings if names and not as_typed else query_spellings.NO_SPELLINGS
        self._also = self._values = 0
        self.items: list[Operator | Node] = []
        self.spans: list[Span] = []
        self.remarks = remarks

    def read(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.kind == "field":
                at += self._field(tokens, at)
            elif token.kind in ("word", "phrase"):
                at += self._term(tokens, at)
            else:
                self.items.append(Operator(token.kind, token.number))
                self.spans += query_tokens.spans([token])
                self._remark(_of_near(token))
                at += 1

    def _remark(self, text: str) -> None:
        if text:
            self.remarks[text] = None

    def _field(self, tokens: Sequence[Token], at: int) -> int:
        """Read a field and the words after it that belong to its value; how many tokens these are."""
        token, number = whole_field(tokens, at, self._names)
        narrowed = query_fields.narrow(token, self._names)
        self.items += [self._few_values(narrowed.node)] if narrowed.node is not None else []
        opens = not token.text and at + number < len(tokens) and tokens[at + number].kind == "open"
        several = f"{token.name}: takes one value, so it was passed over: write {token.name}:A OR {token.name}:B."
        self._remark(several if opens else narrowed.remark)
        name, *value_span = query_tokens.spans([token])
        self.spans += [name, *(span._replace(kind="unknown" if narrowed.wrong else span.kind) for span in value_span)]
        return number

    def _few_values(self, node: Node) -> Node:
        """What a field narrows to with as many values as are left for all fields together."""
        if not isinstance(node, Facet):
            return node
        left = max(MOST_VALUES - self._values, 1)
        self._values += len(node.tokens)
        if len(node.tokens) > left:
            self._remark(f"The fields together mean more than {MOST_VALUES:,} records; not all were searched for.")
        return Facet(node.tokens[:left])

    def _term(self, tokens: Sequence[Token], at: int) -> int:
        """Read a word or phrase, or words that are one known spelling; how many tokens these are."""
        token = tokens[at]
        number, known = known_run(tokens, at, self._spellings)
        if known:
            run = tokens[at : at + number]
            words = tuple(word.text for word in run if key_of(word.text))
            self._add(Term(words, run[-1].beginning), known, run)
            return number
        if joined := self._joined(tokens, at):
            run = tokens[at : at + 2]
            self._add(Term(tuple(word.text for word in run), run[-1].beginning), Known((joined,), is_name=False), run)
            return 2
        key = key_of(_shortened(token))
        phrase = token.kind == "phrase"
        quoted = phrase or token.text.endswith("*")  # what is written out is not looked for by sound
        if key:
            known = None if quoted else self._spellings.find(key) or self._spellings.find(("".join(key),))
            self._add(Term((_shortened(token),), _begins(token), quoted, plain=phrase), known, [token])
        else:
            self.spans += query_tokens.spans([token])
        if found := _NO_FIELD.match(token.text if token.kind == "word" else ""):
            self._remark(f"“{found[1]}:” is no field, so it was searched for as a word. Help (F1) names the fields.")
        self._remark(_of_sign(tokens, at))
        self._remark(_of_operator(tokens, at))
        return 1

    def _joined(self, tokens: Sequence[Token], at: int) -> str:
        """Two words as one where the library has that: ceasefire for cease fire; empty for any others."""
        pair = tokens[at : at + 2]
        alone = {"near", "not"}.isdisjoint(
            token.kind for token in (*tokens[max(0, at - 1) : at], *tokens[at + 2 : at + 3])
        )
        if not self._names or self._as_typed or not alone or not (len(pair) == 2 and all(map(_may_be_joined, pair))):
            return ""
        keys = [key_of(token.text) for token in pair]
        joined = "".join(part for key in keys for part in key)
        known = any(self._spellings.find(key) for key in keys)
        return joined if not known and self._names.has_word(joined) else ""

    def _add(self, term: Term, known: Known | None, run: Sequence[Token]) -> None:
        term = term._replace(plain=term.plain or self._as_typed)
        if known:
            also = known.also[: MOST_ALSO - self._also]
            self._also += len(also)
            term = term._replace(
                known=known.is_name, also=also, names=known.names, apart=known.apart,
                quoted=term.quoted or known.is_term,
            )  # fmt: skip
        self.items.append(term)
        self.spans += query_tokens.spans(list(run))


def _may_be_joined(token: Token) -> bool:
    """Whether something may be one half of a word, as the small words are not of which every text is full."""
    word = token.text
    return token.kind == "word" and 2 <= len(word) <= LONGEST_HALF and word.isalpha() and not is_everyday(word)


def _of_near(near: Token) -> str:
    """What is to be said of a near that stands between two words."""
    digits = near.text.partition("/")[2]
    if near.text == "near":
        return f"“near” asks for words at most {near.number} apart; put it in quotation marks to search for the word."
    return f"“{near.text}” asks for words at most {near.number} apart." if digits and int(digits) > near.number else ""


def _of_sign(tokens: Sequence[Token], at: int) -> str:
    """What is to be said of a word with a star inside it, and of the name of a field that has no colon right after."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    if token.kind == "word" and token.text.lower() in query_tokens.FIELDS and following.text.startswith(":"):
        return f"“{token.text}” was searched for as a word: to narrow by it, write no space before the colon."
    if token.kind == "word" and "*" in token.text and key_of(token.text.rpartition("*")[2]):
        return "A star stands for the rest of a word only at its end; elsewhere it was passed over."
    return ""


def _of_operator(tokens: Sequence[Token], at: int) -> str:
    """What is to be said of a word that may have been meant as an operator; nothing while it is being typed."""
    token = tokens[at]
    last = at + 1 == len(tokens)
    if token.kind != "word" or (last and token.beginning):
        return ""
    if found := _NEAR.fullmatch(token.text):
        if found[1] and len(found[1]) > len(str(FURTHEST)):
            return f"“{values.quoted(token.text)[1:-1]}” was searched for as a word: near/{FURTHEST} is the furthest."
        return f"“{token.text}” stands between no two words here, so it was searched for as a word."
    operator = token.text.upper()
    if operator in OPERATORS and not last and (at or operator == "NOT"):
        return f"“{token.text}” was searched for as a word: to combine words, write {operator} in capitals."
    return ""


def whole_field(tokens: Sequence[Token], at: int, names: Names | None) -> tuple[Token, int]:
    """A field with the words after it that belong to its value, and how many tokens these are."""
    token = found = tokens[at]
    number = 1
    for last, value in _longer_values(tokens, at):
        if query_fields.knows(token.name, value, names):
            end = tokens[last]
            found = token._replace(text=value, end=end.end, beginning=end.beginning)
            number = last + 1 - at
    return found, number


def _longer_values(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, str]]:
    """The value of a field with one of the words after it, with two, and so on."""
    token = tokens[at]
    if token.quoted or not token.text:
        return
    value = token.text
    for last in range(at + 1, min(at + _LONGEST_VALUE, len(tokens))):
        if tokens[last].kind != "word":
            return
        value = f"{value} {tokens[last].text}"
        yield last, value


def known_run(tokens: Sequence[Token], at: int, spellings: Spellings) -> tuple[int, Known | None]:
    """How many words from one on, two or more, are a known spelling, and what is known of it; the longest one."""
    found = ((last + 1 - at, spellings.find(key)) for last, key in reversed(_runs(tokens, at, spellings.longest)))
    return next(((number, known) for number, known in found if known), (0, None))


def _runs(tokens: Sequence[Token], at: int, longest: int) -> list[tuple[int, Key]]:
    """Two or more words that follow each other, as one spelling."""
    found: list[tuple[int, Key]] = []
    key: Key = ()
    for last in range(at, min(at + longest, len(tokens))):
        token = tokens[last]
        if token.kind != "word" or token.text.endswith("*"):
            break
        key += key_of(token.text[:200])
        if len(key) > longest:
            break
        if last > at:
            found.append((last, key))
    return found


def _shortened(token: Token) -> str:
    """The first words of a phrase, or letters of a word."""
    found = token.text.split()
    return " ".join(found[:MOST_WORDS]) if len(found) > MOST_WORDS else token.text[:LONGEST]


def _begins(token: Token) -> bool:
    """Whether what is searched for is a beginning: not of a word that has a space after it in its phrase."""
    return token.beginning and not token.text[-1:].isspace()
