"""CSL-JSON: a list of objects, one for each reference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from db.bibliography.reference import Gathered, Reference
from db.cancel import Cancel

TYPES = {
    "article": "article", "article-journal": "article", "paper-conference": "article", "review": "article",
    "article-newspaper": "news", "article-magazine": "news", "broadcast": "news", "book": "book", "chapter": "chapter",
    "entry-encyclopedia": "chapter", "entry-dictionary": "chapter", "report": "report", "speech": "speech",
    "interview": "speech", "treaty": "treaty", "webpage": "web", "post": "web", "post-weblog": "web",
    "dataset": "dataset", "thesis": "other", "manuscript": "other", "bill": "other", "legislation": "other",
    "legal_case": "other", "hearing": "other", "pamphlet": "other", "personal_communication": "other",
    "motion_picture": "other", "map": "other", "graphic": "other", "song": "other", "patent": "other",
}  # fmt: skip
"""Types of CSL as types of sources; `document` and those not named here say nothing that we know."""

_SLOTS = {
    "title": "titles", "container-title": "containers", "publisher": "publishers", "URL": "addresses", "DOI": "dois",
    "language": "languages", "note": "remarks", "license": "rights", "rights": "rights", "copyright": "rights",
}  # fmt: skip
_DATES = {"issued": "dates", "accessed": "accessed"}
_NAMES = (
    "author", "editor", "translator", "collection-editor", "container-author", "director", "editorial-director",
    "interviewer", "composer", "illustrator", "original-author", "recipient", "reviewed-author",
)  # fmt: skip
_CUT_OFF = "The file ends in the middle of it, or it is not JSON: it cannot be read."


class _Twice(NamedTuple):
    """An object in which a name stands more than once; `fields` has all of them."""

    fields: list[tuple[str, Any]]


def read(text: str, file: str, cancel: Cancel) -> list[Reference]:
    """The references of a text; what comes before a place that is no JSON is read, and that place is told of."""
    found: list[Reference] = []
    for number, item in enumerate(_items(text), 1):
        cancel.check()
        place = f"number {number:,}"
        if isinstance(item, _Broken):
            found.append(Reference(file, f"{place}, line {item.line:,}", None, (_CUT_OFF,)))
        elif isinstance(item, dict | _Twice):
            found.append(_reference(cast("dict[str, Any] | _Twice", item), file, place))
        else:
            found.append(Reference(file, place, None, ("It is no object of JSON with fields.",)))
    whole = [one for one in found if one.values or one.problems == (_CUT_OFF,)]
    return found if any(one.values for one in found) else whole


class _Broken(NamedTuple):
    line: int


def _items(text: str) -> Iterator[Any]:
    """Each item of the list that a text is, or of its field `items` or `references`; a broken one is the last."""
    decoder = json.JSONDecoder(object_pairs_hook=_fields)
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "{":
        whole = _decode(decoder, text, start)[0]
        listed: Any = (
            cast(dict[str, Any], whole).get("items") or cast(dict[str, Any], whole).get("references")
            if (isinstance(whole, dict))
            else None
        )
        yield from cast(list[Any], listed) if isinstance(listed, list) else [whole]
        return
    at = _next(text, start + 1)
    while at < len(text) and text[at] != "]":
        item, at = _decode(decoder, text, at)
        yield item
        if isinstance(item, _Broken):
            return
        at = _next(text, at)
        if text[at : at + 1] == ",":
            at = _next(text, at + 1)
        elif text[at : at + 1] != "]":
            yield _Broken(text.count("\n", 0, at) + 1)
            return


def _decode(decoder: json.JSONDecoder, text: str, at: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return _Broken(text.count("\n", 0, at) + 1), at


def _next(text: str, at: int) -> int:
    """The place of the next sign that is no blank."""
    while at < len(text) and text[at] in " \t\n\ufeff":
        at += 1
    return at


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Twice:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else _Twice(pairs)


def _reference(item: dict[str, Any] | _Twice, file: str, place: str) -> Reference:
    fields = item.fields if isinstance(item, _Twice) else list(item.items())
    to = Gathered(file, place)
    type_ = next((value for name, value in fields if name == "type" and isinstance(value, str)), "")
    to.type = TYPES.get(type_)
    if isinstance(item, _Twice):
        to.problems.append("A field stands twice in it; the first is taken, the others are in the remark.")
    if to.type in (None, "other") and type_ not in ("", "document"):
        to.keep("Type", type_)
    for name, value in fields:
        if name != "type":
            _put(to, name, value)
    return to.reference()


def _put(to: Gathered, name: str, value: Any) -> None:
    if value in (None, "", [], {}):
        return
    if name in _NAMES:
        people = [_name(person) for person in cast(list[Any], value if isinstance(value, list) else [value])]
        for person in filter(None, people):
            to.put("authors" if name == "author" else "", person, _label(name))
    elif isinstance(value, dict) and "date-parts" in value:
        _put_dates(to, name, cast(dict[str, Any], value))
    elif name in _DATES and isinstance(value, dict):
        date = cast(dict[str, Any], value)
        to.put(_DATES[name], str(date.get("literal") or date.get("raw") or ""))
    else:
        told = _told(cast(Any, value))
        archived = name in ("archive", "archive_location") and told.startswith(("http://", "https://"))
        label = "Citation key" if name == "id" else _label(name)
        to.put("archived" if archived else _SLOTS.get(name, ""), told, label)


def _put_dates(to: Gathered, name: str, value: dict[str, Any]) -> None:
    """A date of numbers, or two of them for a span; `circa` says that it is not sure."""
    parts = value["date-parts"]
    days = ["-".join(_padded(day)) for day in cast(list[Any], parts) if day] if isinstance(parts, list) else []
    told = ("c. " if value.get("circa") else "") + "/".join(days)
    to.put(_DATES.get(name, ""), told, _label(name))
    for more in ("season", "literal", "raw"):
        if value.get(more):
            to.keep(f"{_label(name)}, {more}", _told(value[more]))


def _padded(day: Any) -> list[str]:
    """Year, month and day with all their digits."""
    parts = [str(part).strip() for part in cast(list[Any], day)] if isinstance(day, list) else [str(day)]
    return [part.zfill(4 if at == 0 else 2) for at, part in enumerate(parts) if part not in ("", "None")]


def _name(person: Any) -> str:
    """`Family, Given` of a name in parts."""
    if not isinstance(person, dict):
        return _told(person) if person else ""
    part = {key: str(value) for key, value in cast(dict[str, Any], person).items() if value}
    if "literal" in part:
        return part["literal"]
    family = " ".join(filter(None, (part.get("non-dropping-particle"), part.get("family"))))
    given = " ".join(filter(None, (part.get("given"), part.get("dropping-particle"))))
    return ", ".join(filter(None, (family, given, part.get("suffix"))))


def _label(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return words if words.isupper() else words[:1].upper() + words[1:]


def _told(value: Any) -> str:
    """Anything of JSON as text."""
    if isinstance(value, _Twice):
        value = [list(pair) for pair in value.fields]
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str | int) for one in cast(list[Any], value)):
        return "; ".join(str(one) for one in cast(list[Any], value))
    return json.dumps(value, ensure_ascii=False, default=str)
