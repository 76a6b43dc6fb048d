"""Whose words a Turkish text leads to by a genitive: “Bakan Demir’in açıklamasında”, “Demir’in aktardığına göre”."""

from __future__ import annotations

import re

from db.speech import phrases, turkish_names
from db.speech.context import Context
from db.speech.shapes import NAMED, SIDES, Attribution, Speaker, attribution, shifted
from db.speech.tokens import any_title

BETWEEN = 60  # characters between a genitive and the words it owns
CLOSE = 6  # words between a genitive and a quotation
LONGEST = 8  # words of a name with its title before a genitive
FARTHEST = 260  # characters before the end of a genitive that are looked at
_WORDS_OF = re.compile(
    r"(?<!\w)(?:cevab|yanıt|karşılı|söz(?!cü)|açıklama|ifade|değerlendirme|yorum|tepki|görüş|mesaj|mektub|konuşma|derd|itiraz|soru|"
    r"not|tespit|iddia|anlat|söyle|deyiş|bildiri|paylaşım|uyarı|çağrı|demec|yazı|yazdı|tanıklı|anı|hatıra|savunma|vaad|"
    r"öneri|teklif|espri|sitem|feryad|haykırış|tahmin|öngörü|kanaat|mektup|röportaj|aktar|itiraf|özet|hatırlat|tavsiye|"
    r"temenni|dilek|dileğ|duyuru|bilgilendirme|tweet|beyan|eleştiri|tarif|gerekçe|slogan)"
    r"\w*[ıiuü](?:n?[dt][ae]n?|yl[ae])?\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\w[’'][dt][ae]n\s+(?:\w+\s+){0,3}(?:yanıt|cevap|tepki|karşılık|açıklama|itiraz|destek|uyarı|mesaj|çağrı)\b"
)
"""“Brandt’tan gelen yanıt”."""
_SAYING = (
    r"(?:söyle|anlat|aktar|belirt|bildir|açıkla|duyur|kaydet|vurgula|yaz|hatırlat|anımsat|savun|öngör|hesapla|"
    r"ifade\s+et|iddia\s+et|öne\s+sür|ileri\s+sür|dile\s+getir|tahmin\s+et|rapor\s+et|işaret\s+et|dikkat\s+çek)\w*"
    r"[dt][ıiuü]ğ[ıiuü]n[ae]"
)
_ACCORDING = re.compile(
    rf"(?<!\w)(?:{_SAYING}|\w+[dt][ıiuü]ğ[ıiuü]\s+\w+[ae]|\w+(?:[ıiuü]|ler)n[ae])"
    r"\s+(?:göre|bakılırsa|kalırsa)\b",
    re.IGNORECASE,
)
"""“By what … tells”, whatever it is that one tells by."""
_SAID_TO = re.compile(
    r"\s*(?:(?:diye|şeklinde)\s+(?:\w+\s+)?\w+|de|ifadesini\s+kullan)[dt][ıiuü]ğ[ıiuü]"
    r"|\s*(?:soru|söz|ifade|cümle|çağrı|iddia|uyarı|yanıt|cevab|itiraz|öneri)\w*(?:[ıiuü]n[ae]|l[ae]r[ıi]n[ae])\b"
    r"|\s*(?:sözleri|sözü|cümlesi|yanıtı|cevabı|çıkışı|uyarısı|çağrısı|sorusu|yorumu|ifadesi|ifadeleri|mesajı)\b"
)
_LIVING = re.compile(r"\b[a-zçğıöşü]{2,}[ae]n ([A-ZÇĞİÖŞÜ][a-zçğıöşü]+)$")
"""A single name behind a participle."""
_GENITIVE = re.compile(r"\w(?:[’'](?:n?[ıiuü]n)|[ıiuü]n)(?=[\s,])")


def owner_of(ctx: Context, text: str) -> Attribution | None:
    """Whose words a text leads to."""
    source = _FROM.search(text)
    speaker = _last_named(ctx, text[max(0, source.start() - FARTHEST) : source.start() + 1]) if source else None
    if source and speaker and speaker.how != SIDES:
        speaker = speaker._replace(span=shifted(speaker.span, max(0, source.start() - FARTHEST)))
        return attribution(speaker, source)
    return _owner(ctx, text, _WORDS_OF)


def according(ctx: Context, text: str) -> Attribution | None:
    """By whose words a text tells something: “Kriz Merkezi’nin bilgilendirmesine göre”."""
    return _owner(ctx, text, _ACCORDING)


def who_is_told_to_say(ctx: Context, lead: str, tail: str) -> Attribution | None:
    """Who speaks words of which a text tells that they were said: “Brandt’ın ‘…’ dediği duyuldu”."""
    if not _SAID_TO.match(tail):
        return None
    for genitive in reversed([*_GENITIVE.finditer(lead)][-3:]):
        if len(lead[genitive.end() :].split()) > CLOSE:
            return None
        left = turkish_names.nominative(lead[: genitive.end()])
        speaker = _last_named(ctx, left) if left != lead[: genitive.end()] else None
        if speaker:
            return Attribution(speaker, speaker.span, speaker.span)
    return None


def of_genitive(ctx: Context, text: str) -> Attribution | None:
    """Whom a text is about that names nobody but in the genitive: “çadırda yaşayan Amina’nın inanası yok”."""
    for genitive in reversed([*_GENITIVE.finditer(text)]):
        left = turkish_names.nominative(text[: genitive.end()])
        speaker = _last_named(ctx, left) if left != text[: genitive.end()] else None
        alone = _LIVING.search(left) if speaker is None and left != text[: genitive.end()] else None
        if alone:
            speaker = Speaker(NAMED, alone[1], "", alone.span(1))
        if speaker and speaker.how != SIDES:
            return Attribution(speaker, speaker.span, speaker.span)
    return None


def _owner(ctx: Context, text: str, owned: re.Pattern[str]) -> Attribution | None:
    for words in owned.finditer(text):
        for genitive in _GENITIVE.finditer(text, max(0, words.start() - BETWEEN), words.start()):
            start = max(0, genitive.end() - FARTHEST)
            whole = text[start : genitive.end()]
            left = turkish_names.nominative(whole)
            speaker = _last_named(ctx, left) if left != whole else None
            of_office = any_title(ctx.lex.code).match(text, genitive.end() + 1)  # “Partisinin lideri Ada Brandt’ın”
            if speaker and speaker.how != SIDES and not of_office:
                return attribution(speaker._replace(span=shifted(speaker.span, start)), words)
    return None


def _last_named(ctx: Context, text: str) -> Speaker | None:
    """Whoever is named at the end of a text, whatever stands before."""
    words = [*re.finditer(r"\S+", text)][-LONGEST:]
    for word in words:
        found = phrases.find(ctx.lex, text[word.start() :], ctx.known, strict=True)
        if found:
            return found._replace(span=shifted(found.span, word.start()))
    return None
