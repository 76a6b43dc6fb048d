"""The LaTeX of BibTeX as plain text: accents, signs and dashes; what is not known stays as it stands."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_SIGNS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "S": "§",
    "P": "¶", "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "guillemotleft": "«", "guillemotright": "»", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textdegree": "°",
    "texteuro": "€", "euro": "€", "pounds": "£", "copyright": "©", "textregistered": "®",
    "texttrademark": "™", "textperiodcentered": "·",
    "textbullet": "•",
}  # fmt: skip
_LOOKS = (
    "textbf", "textit", "textsl", "textsc", "textrm", "textsf", "texttt", "textup", "textmd", "textnormal", "emph",
    "mkbibquote", "enquote", "url", "path", "mbox", "hbox", "uppercase", "lowercase", "MakeUppercase", "relax", "em",
    "bf", "it", "sc", "rm", "tt", "sl", "sf", "protect", "noopsort", "textsuperscript", "textsubscript", "nolinkurl",
)  # fmt: skip
_ACCENT = re.compile(
    r"""\\(?:(?P<sign>[`'^"~=.])|(?P<letter>[uvHcdbrk])(?![A-Za-z]))\s*
    (?:\{\s*(?P<braced>\\[ij](?![A-Za-z])|[^\W\d_])?\s*\}|(?P<bare>\\[ij](?![A-Za-z])\s?|[^\W\d_]))""",
    re.VERBOSE,
)
_SIGN = re.compile(r"\\(" + "|".join(sorted(_SIGNS, key=len, reverse=True)) + r")(?:\{\}|(?![A-Za-z])\s?)")
_LOOK = re.compile(r"\\(?:" + "|".join(_LOOKS) + r")(?![A-Za-z])\s*")
_ESCAPED = re.compile(r"\\([&%$#_{} ,;!/-])")
_ESCAPES = {" ": " ", ",": " ", ";": " ", "!": "", "/": "", "-": ""}
_MATHS = re.compile(r"(?<!\\)\$[^$]{0,2000}(?<!\\)\$")
_QUOTES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_KEPT = "\ue000\ue001"  # braces that were escaped, while those that only group are taken out


def plain(text: str) -> str:
    """A value of BibTeX as people read it; mathematics and commands that we do not know stay as they are."""
    if not any(sign in text for sign in "\\{}~-`'"):
        return text
    found: list[str] = []
    end = 0
    for maths in _MATHS.finditer(text):
        found += [_plain(text[end : maths.start()]), maths[0]]
        end = maths.end()
    return unicodedata.normalize("NFC", "".join([*found, _plain(text[end:])]))


def _plain(text: str) -> str:
    for _ in range(2):  # an accent may stand on the sign that another command gives
        text = _ACCENT.sub(_accented, text)
    text = _SIGN.sub(lambda found: _SIGNS[found[1]], text)
    text = _LOOK.sub("", text)
    for written, meant in _QUOTES:
        text = text.replace(written, meant)
    text = text.replace("\\{", _KEPT[0]).replace("\\}", _KEPT[1])
    text = text.replace("{", "").replace("}", "")
    text = text.replace(_KEPT[0], "{").replace(_KEPT[1], "}")
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)


def _accented(found: re.Match[str]) -> str:
    base = (found["braced"] or found["bare"] or "").strip()
    accent = _ACCENTS[found["sign"] or found["letter"]]
    if base in ("\\i", "\\j"):
        base = base[1]
    return unicodedata.normalize("NFC", base + accent) if base else ""
