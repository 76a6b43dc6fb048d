"""Names and codes of languages, as files of references write them, as the two letters of ISO 639-1."""

from __future__ import annotations

import re

_CODES = {
    "ar": "ara arabic", "az": "aze azerbaijani", "cs": "ces cze czech", "da": "dan danish",
    "de": "deu ger german deutsch",
    "el": "ell gre greek", "en": "eng english", "es": "spa spanish español", "fa": "fas per persian farsi",
    "fi": "fin finnish", "fr": "fra fre french français", "he": "heb hebrew", "hu": "hun hungarian",
    "hy": "hye arm armenian",
    "it": "ita italian italiano", "ja": "jpn japanese", "ka": "kat geo georgian", "kk": "kaz kazakh",
    "ko": "kor korean",
    "ku": "kur kurdish", "ky": "kir kyrgyz", "nl": "nld dut dutch", "no": "nor norwegian", "pl": "pol polish",
    "pt": "por portuguese", "ro": "ron rum romanian", "ru": "rus russian русский", "sv": "swe swedish",
    "tr": "tur turkish türkçe", "uk": "ukr ukrainian", "uz": "uzb uzbek", "zh": "zho chi chinese",
}  # fmt: skip
_BY_NAME = {name: code for code, names in _CODES.items() for name in names.split()}
_LOCALE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{2,8})*", re.ASCII)


def code(text: str) -> str | None:
    """The two letters of a language; None when it is none that we know."""
    plain = text.strip().casefold()
    found = _LOCALE.fullmatch(plain)
    return found[1] if found else _BY_NAME.get(plain)
