"""Addresses of the web, as far as a source may have one: http or https, a host, nothing that hides where it leads."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from db import values
from db.errors import BadValue

_HOW = "write it in full, as in https://example.org/page"
_TRACK = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|yclid)=[^&#]*&?", re.IGNORECASE)
_PLACE = re.compile(r"#(?![!/]).*", re.DOTALL)
"""A place on a page; what begins with a stroke or a mark leads to another page of some sites."""
_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s?#&]+")


def clean(value: str, column: str) -> str:
    """An address without blanks around it; BadValue in words when it is none."""
    text, name = value.strip(), values.name_of(column)
    try:
        parts = urlsplit(text)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        raise BadValue(f"{values.quoted(text)} is not an address of the web: {_HOW}.", column) from None
    if text.casefold().startswith(("10.", "doi:")):
        doi = text.casefold().removeprefix("doi:").strip()
        raise BadValue(f"Write a DOI as an address: https://doi.org/{values.short(doi)}.", column)
    if any(sign.isspace() or not sign.isprintable() for sign in text):
        raise BadValue(f"The {name} holds a blank or a sign that cannot be seen: {_HOW}.", column)
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise BadValue(f"{values.quoted(text)} is not an address of the web: {_HOW}.", column)
    if user is not None:
        raise BadValue(
            f"The {name} has a user name before its host, which can hide where it leads. Leave it out.", column
        )
    return text


def bare(address: str) -> str:
    """An address as it is compared: without what leads to the same page with it or without."""
    page = _TRACK.sub("", _PLACE.sub("", address.strip())).rstrip("?&")
    return page.casefold().split("://", 1)[-1].removeprefix("www.").rstrip("/")


def doi(address: str) -> str | None:
    """The DOI that stands in an address, in small letters; None where there is none."""
    found = _DOI.search(unquote(address))
    return found[0].casefold().rstrip("./") if found else None


def is_link(address: str | None) -> bool:
    """Whether an address can be opened as it stands; older ones were stored without being looked at."""
    try:
        return bool(address) and clean(str(address), "url") == address
    except BadValue:
        return False
