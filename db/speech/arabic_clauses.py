"""Clauses of Arabic, whose verb stands first: who does what they tell, named before or behind it, or not at all."""

from __future__ import annotations

import re

from db.speech import gender, phrases
from db.speech.context import EDGE, Context, leading
from db.speech.given_names import is_given
from db.speech.shapes import NAMED, POINTED, SIDES, TITLED, Speaker, shifted
from db.speech.subjects import past_small, subject_after, without_small

_JOINT = re.compile(r"(?:بيان|إعلان|بلاغ|البيان|الإعلان|البلاغ)\s+(?:\w+\s+)?(?:ال)?مشترك")
_THEN = re.compile(
    r"\W*(?:ثم\s+|بعدها\s+|عندها\s+|عندئذ\s+|هنا\s+)?(?![وف]?(?:جاء|ورد|كتب|بلغ|قيل|نشر|هذا|هذه|هناك|"
    r"هنا)ت?(?!\w))([^\W\d_]{3,})"
)
_ADDRESSING = re.compile(r"[وف]?[يت]?(?:خاطب|سأل|أخبر|خبر|أبلغ|بلغ|نصح|عاتب|وبخ|شكر|طمأن|مازح|صارح|حذر|ودع)ت?")
_OWN = re.compile(r"[وف]?\w{2,}(?:ه|ها)(?!\w)")
_BUT = re.compile(
    r"(?<!\w)(?:و?لكن|غير\s+أن|إلا\s+أن|بيد\s+أن|على\s+أن|و?إن|كما\s+أن|فيما|بينما|في\s+حين(?:\s+أن)?|حتى|بل\s+إن)\s+"
)
"""What may stand before an Arabic sentence that begins with its subject."""
_FIRST_WORD = re.compile(r"\W*[^\W\d_]{3,}(?=\s)")
_TOPIC = re.compile(
    r"(?<!\w)(?:و?أما|(?P<was>[وف]?(?:كانت?|عادت?|راحت?|أخذت?|ظلت?|مضى|مضت|بدأت?|شرعت?|انبرى|انبرت|سارعت?|قام|"
    r"قامت)))\s+"
)
DROPPED = re.compile(
    r"[\s,،]*(?:(?:أن|إن|أنه|أنها|إنه|إنها|بأن|بأنه|بأنها|عن|على|إلى|من|قائلا|قائلة|\w{3,}(?:ا|اً|ًا|ة)(?=\s*:)|"
    r"في|خلال|أمام|وهو|وهي|وقد|ثم|بعد|قبل|عقب|ردا|تعليقا|عندما|حين|فيما|بينما|ذات|يومها|يوما|مرة|حينها|حينئذ|وسط|"
    r"لدى|رغم|منذ|أثناء|فور|مع|عند|كما|حول|بشأن|بلا|دون|مضيفا|مضيفة|لل\w+|ل\w{2,}(?:ه|ها|هم|ي)|ل(?:صحيفة|قناة|"
    r"وكالة|موقع|مجلة|جريدة|إذاعة|تلفزيون|شبكة|راديو|محطة|برنامج|منصة)|ب\w{3,}ة|ب(?:صوت|هدوء|حزم|نبرة|لهجة|غضب|حدة|سخرية|"
    r"ابتسامة|مرارة|أسف|ثقة|صراحة|حماس|حذر|تهكم|فخر|لطف|حزن|اختصار|وضوح)\w*)\b|[:.،\ue000]|$)"
)


def is_sure(ctx: Context, speaker: Speaker) -> bool:
    """Whether more than its place shows that words are a name: an office, a given name, the rest of the text."""
    words = speaker.name.split()
    return bool(speaker.title or words[-1] in ctx.known or (len(words) > 1 and is_given(words[0])))


def is_addressed(verb: str, found: Speaker) -> bool:
    """Whether whom an Arabic verb is followed by is rather spoken to: “he addressed his friend”."""
    if found.how != TITLED or not _OWN.match(found.title) or not _ADDRESSING.fullmatch(verb):
        return False
    same = gender.of_pronoun("ar", verb) == (gender.of_person("ar", "", found.title) or gender.MAN)
    return not same or "خاطب" in verb


def main_subject(ctx: Context, text: str) -> Speaker | None:
    """Who does what an Arabic sentence tells: who stands behind its first word, else whom it names first."""
    verb = _FIRST_WORD.match(text)
    found = subject_after(ctx.lex, text[verb.end() :], ctx.known) if verb and ctx.lex.code == "ar" else None
    if verb and found and (found.how == TITLED or (found.how == NAMED and is_sure(ctx, found))):
        return found._replace(span=shifted(found.span, verb.end()))
    return phrases.first(ctx.lex, text, ctx.known)


def dropped(ctx: Context, text: str) -> Speaker | None:
    """The pronoun that lies in the first verb of an Arabic sentence: “Then he turned to those present: …”."""
    verb = _THEN.match(text)
    if verb is None or ctx.lex.stops & {verb[1]} or not DROPPED.match(text, past_small_at(ctx, text, verb.end())):
        return None
    return Speaker(POINTED, "", verb[1], verb.span(1))


def past_small_at(ctx: Context, text: str, at: int) -> int:
    """Past the small words that stand at a place of a text."""
    return at + past_small(ctx.lex, text[at:])


def subject_first(ctx: Context, left: str) -> Speaker | None:
    """Whom a sentence begins with, when nothing else stands before its verb: “but a source there said”."""
    start = [*_BUT.finditer(left)][-1:]
    at = start[0].end() if start else 0
    words = without_small(ctx.lex, left[at:]).strip(EDGE)
    found = phrases.read(ctx.lex, words, ctx.known, whole=True) if words else None
    if found is None or found.how == SIDES or (found.how == NAMED and not is_sure(ctx, found)):
        return None
    if found.how != NAMED and found.span[1] < len(words.rstrip(EDGE)):
        return None
    at += leading(left[at:])
    return found._replace(span=shifted(found.span, at))


def topic(ctx: Context, left: str, verb: re.Match[str]) -> Speaker | None:
    """Whom an Arabic sentence names before its verb: “as for Ada, she said”, “Ada used to say”."""
    found = _TOPIC.search(left)
    if found is None or not (found["was"] or verb[0].startswith("ف")):
        return None
    named = phrases.read(ctx.lex, left[found.end() :].strip(EDGE), ctx.known, whole=True)
    by = found.end() + leading(left[found.end() :])
    return named._replace(span=shifted(named.span, by)) if named else None


def is_joint(ctx: Context, text: str) -> bool:
    """Whether a text leads to what a joint statement holds, which is an outcome and nobody's words."""
    return ctx.lex.code == "ar" and bool(_JOINT.search(text))
