"""A search as one text of the search language: what was typed, and what the filters beside it were set to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import query_completion, query_tokens
from db.query_tokens import Token
from db.vocabulary import FORMS, ROLE


def written(
    text: str,
    *,
    speaker: str | None = None,
    role: str | None = None,
    year: int | None = None,
    form: str | None = None,
    tag: str | None = None,
) -> str:
    """The text, narrowed by fields as the filters narrow it: speaker and tag by name, role and form by their words."""
    text = " ".join(text.split("\n")).strip()
    fields = [
        *_field("speaker", speaker),
        *_field("role", ROLE[role] if role else None),
        *([f"year:{year}"] if year is not None else []),
        *_field("form", FORMS[form] if form else None),
        *_field("tag", tag),
    ]
    return " ".join([*fields, *_apart(text)]) if fields else text


def _field(name: str, value: str | None) -> list[str]:
    """A field whose value ends where it is said to: without quotation marks it might take in the word after it."""
    if not value:
        return []
    put = query_completion.put(value)
    return [f"{name}:{put}" if put.startswith('"') else f'{name}:"{put}"']


def _apart(text: str) -> Iterator[str]:
    """The text in parts that mean the same beside others: those with OR in parentheses.

    A parenthesis that closes nothing ends a part, as the language has it.
    """
    start, inside, some = 0, 0, list[Token]()
    for token in query_tokens.tokens(text):
        if token.kind == "close" and not inside:
            yield from _part(text[start : token.start], some)
            start, some = token.end, []
            continue
        inside += {"open": 1, "close": -1}.get(token.kind, 0)
        some.append(token)
    yield from _part(text[start:], some)


def _part(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    inside, either = 0, False
    for token in tokens:
        inside += {"open": 1, "close": -1}.get(token.kind, 0)
        either = either or (token.kind == "or" and not inside)
    text = text.strip()
    if text and either:
        last = tokens[-1]
        closing = '"' if last.kind == "phrase" and last.beginning else ""
        yield f"({text}{closing}{')' * (inside + 1)}"
    elif text:
        yield text
