"""A search narrowed by a choice: the field that all of what is typed is narrowed by, put in, changed and taken out."""

from __future__ import annotations

from db import query_tokens
from db.name_index import key_of
from db.query_fields import WORDS
from db.query_tokens import Token

_AS_TYPED = "spellings:typed"


def chosen(text: str, field: str) -> Token | None:
    """The one token of a field that all of the search is narrowed by; None when there is none, or several."""
    outer, alternatives = _outer(text)
    found = [token for token in outer if token.kind == "field" and token.name == field and token.text.strip()]
    return found[0] if len(found) == 1 and not alternatives else None


def without(text: str, field: str) -> str:
    """The search without the choice of a field; the same where there is none."""
    token = chosen(text, field)
    if token is None:
        return text
    before, after = text[: token.start], text[token.end :]
    return before + after.lstrip() if not before or before[-1].isspace() else before.rstrip() + after


def narrowed(text: str, field: str, value: str) -> str:
    """The search narrowed by a value, which is ready to be put in, in place of the one chosen before; it comes first.

    So the last word remains the one that is being typed.
    """
    token = chosen(text, field)
    put = f"{field}:{value}"
    if token:
        return text[: token.start] + put + text[token.end :]
    return f"{put} {_as_one(text)}" if text.strip() else f"{put} "


def as_typed(text: str) -> str:
    """The search for words only as they are typed."""
    return f"{_AS_TYPED} {in_all_spellings(text).lstrip()}"


def in_all_spellings(text: str) -> str:
    """The search for words in other spellings too: without all that says otherwise."""
    for token in reversed(query_tokens.tokens(text)):
        if token.kind == "field" and token.name == "spellings":
            text = text[: token.start] + text[token.end :].lstrip()
    return text


def key(field: str, value: str) -> str:
    """What values of a field have in common that mean the same."""
    plain = key_of(value)
    return WORDS[field].get(plain, plain) if field in WORDS else plain


def _as_one(text: str) -> str:
    """A text to which something can be added: alternatives in parentheses."""
    if not _outer(text)[1]:
        return text
    found = query_tokens.tokens(text)
    beginning = found[-1].kind == "word" and found[-1].beginning and not text.endswith("*")
    return f"({text.strip()}{'*' if beginning else ''})"


def _outer(text: str) -> tuple[list[Token], bool]:
    """The tokens in no parentheses that are not taken away, and whether there are alternatives among them."""
    found: list[Token] = []
    deep, unwanted, alternatives = 0, False, False
    for token in query_tokens.tokens(text):
        if token.kind in ("open", "close"):
            deep = max(0, deep + (1 if token.kind == "open" else -1))
        elif not deep and token.kind == "or":
            alternatives = True
        elif not deep and not unwanted and token.kind not in ("and", "not", "near"):
            found.append(token)
        unwanted = token.kind == "not"
    return found, alternatives
