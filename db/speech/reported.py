"""Reported speech: sentences that say that somebody said, stressed, thanked, called for something."""

from __future__ import annotations

import re

from db.speech import (
    anybody,
    arabic_clauses,
    clauses,
    gender,
    german_clauses,
    german_mood,
    phrases,
    russian_verbs,
    statements,
)
from db.speech.context import Context
from db.speech.sentences import HIDDEN
from db.speech.shapes import NAMED, POINTED, SIDES, TITLED, UNKNOWN, Attribution, Speaker, moved, shifted
from db.speech.subjects import subject_after, subject_anywhere, subject_before

LEAST = 2  # words that must be left beside the speaker and the verb
FIRST = 60  # characters of a sentence in which it may say whose words it tells
ANYWHERE = 160  # as many in German, where that may stand anywhere
LAST = 8  # words that may stand behind that at its end
TRAILING = 5  # words that must stand before a clause at the end that says who speaks
_FIRST_PERSON = re.compile(r"\b(?:ich|wir|mir|mich|uns)\b", re.IGNORECASE)
_NEEDS_WORDS = re.compile(r"(?:de|di|konuş|değerlendir|yanıtla|cevapla)(?:[dt][ıiuü]|yor|m[ıi]şt[ıi]|r)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[dt][ıiuü]ğ|[ae]ca[ğk]|[ae]ce[ğk]|m[ae]s)[ıiuü]n(?:[ıiuü]|d[ae]n|[ae])\b")
_STATED = re.compile(
    r"\W*((?:Açıklama|Mesaj|Mektup|Duyuru|Paylaşım|Yazı|Bülten|Rapor)(?:[dt][ae]|(?:nın|un|ın|ün|in)\s+devamında))\b.*?"
    r"((?:belirtil|bildiril|kaydedil|vurgulan|ifade\s+edil|savunul|hatırlatıl|duyurul|açıklan|aktarıl|öne\s+sürül|"
    r"iddia\s+edil|eklen|dile\s+getiril|anımsatıl)\w*)\W*$"
)
_ADVERBIAL = re.compile(r"(?:ken|[ae]r[ae]k|[ıiuü]nc[ae]|[ıiuü]p|[dt][ae]n?|sonra|önce|göre|üzerine|için|rağmen)\W*$")
"""How a Turkish clause ends that tells when or how something was said."""
_SEVERAL = re.compile(r"\W*\w+l[ae]r[ıi]?\b(?!\s+(?:sonra|önce|boyunca|içinde)\b)")
"""How a Turkish sentence begins that may be about several: not “years later”."""
SMALL = 3  # words
_EMPTY = {
    "en": re.compile(
        r"\b(?:(?:this|that|these|those|such)\s+(?:claims?|accusations?|allegations?|charges?|criticisms?|"
        r"views?|ideas?|"
        r"suggestions?|enthusiasm|optimism|statement|remarks?|reproach|argument)|this|that|it|them|so|too|"
        r"(?:very\s+)?little|nothing|(?:no\s+)?more|much|less|firmly|flatly|"
        r"strongly)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:das|dies|diese|es|ihm|ihr|zurück|ab|auch|entschieden|umgehend|scharf|vorwürfe|zu|an|ein|sich|"
        r"vorsichtig\w*|zurückhaltend\w*|skeptisch\w*|zuversichtlich\w*|ähnlich\w*|besorgt\w*)\b",
        re.IGNORECASE,
    ),
    "tr": re.compile(
        r"\b(?:ise|de|da|önce|sonra|bu|buna|bunu|ona|onu|bugün|dün|ilk|hemen|sert|sertçe|de)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:(?:ce|cet|cette|ces)\s+(?:accusations?|allégations?|critiques?|reproches?|enthousiasme|optimisme|"
        r"propos|affirmations?|point de vue|idée|arguments?)|peu|rien|davantage|beaucoup|cela|ceci|l|le|la|les|"
        r"lui|aussitôt|formellement|catégoriquement)\b",
        re.IGNORECASE,
    ),
}
"""Words that tell nothing of what was said: “Sie wies das zurück.”"""
_OF_BEFORE = re.compile(r"\W*(?:این|همین)(?:\u200c?ها|\s\w+)?\sرا\s")
"""“All this Ada told”: what was said stands before."""
_LEADS_ON = re.compile(
    r"(?:(?:Ganz|Etwas|Völlig)\s+)?(?:(?:Anders|Ähnlich|Ebenso|Genauso|anders|ähnlich)\s+\w+)[^,:]*[.!]\s*$|So\s+\w+\s+(?:es|das)\b[^:]*[.!]\s*$"
)
"""A German sentence that tells who speaks, and not what: “Anders urteilt Ada Brandt in ihrem Aufsatz.”"""
_POINTING = re.compile(
    r"(?:بهذ[اه]\s+ال(?:كلمات|عبارات?|جملة|تعليق|رد|تصريح|كلام|سؤال|قول|لهجة|نبرة|منشور|تغريدة|جواب)|هكذا)(?!\w)"
)
"""How an Arabic sentence begins that tells who spoke the words before it."""
_WORD = re.compile(r"\w+")
_ENDED = re.compile(r"[.!…۔][\s)\]”“»\"’]*$")
_PERFECT = re.compile(r"(?:hat|habe|hatte)\s+(.*)\s\w+")
"""A German verb with what it frames: “hat zwei Verstöße festgestellt”."""
_ANSWERED = re.compile(
    r"repl(?:ied|ies)|respond(?:ed|s)|answer(?:ed|s)|(?:l[’']|lui |leur |m[’']|nous )?(?:a|avait) répondu|"
    r"répond(?:it|ait)?|"
    r"antwortete?t?|erwiderte?t?",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\s*(?:(?:within|immediately|promptly|at|in|by|on|to|our|his|her|par|dans|aussitôt|à|aux|umgehend|prompt|"
    r"sofort|auf|"
    r"schriftlich|noch|am|binnen)\b(?:(?!\b(?:that|que|qu|dass|saying|with)\b)[^,:;\ue000])*)?\.\s*$",
    re.IGNORECASE,
)
"""An answer of which nothing is told: “He replied within the hour.”"""
_FURTHER = re.compile(
    r"\s*Et\s+(?:de\s+|d[’'])(?:dire|ajouter|conclure|préciser|rappeler|souligner|affirmer|exiger|réclamer|dénoncer|"
    r"regretter|citer|poursuivre|insister|avertir|promettre|assurer|expliquer|demander|prévenir|déplorer|plaider)\b"
)
_WHICH = re.compile(r",\s+(?:who|which|lequel|laquelle|qui)\s+(?:also\s+|then\s+)?")
_OF_THINGS = {
    "en": (
        re.compile(r"^(?:wrote|writes|concludes?d?|observe[sd]?|continue[sd]?|conceded|answer(?:s|ed))$"),
        re.compile(
            r"\s+(?:the|an?|its|his|her|their|no|all|every|any|this|these|(?:questions|letters|"
            r"calls)\.)(?!\w)(?!.*\b(?:that|how|whether|what|why)\b)"
        ),
    ),
    "fr": (
        re.compile(
            r"(?:écri(?:t|vit|vait)|conclut?|poursuiv\w*|poursuit|observé?a?|lancé?a?|relevé?a?|repri[st]t?|"
            r"reprend|nota)$"
        ),
        re.compile(
            r"\s+(?:l[ea]s?\s|l[’']|une?\s|des\s|s(?:on|a|es)\s|leurs?\s|cet?\s|cette\s)(?!.*(?:\bque\b|\bqu[’']))"
        ),
    ),
}
"""Verbs that also tell what is done with a thing, and how what follows begins in that case."""
_IN_MANNER = re.compile(
    r"\s+(?:d[’']une\s+voix|d[’']un\s+ton|avec|sans|à\s+(?:voix|mi-voix)|en\s+\w+ant|in\s+an?|with|without)\b"
    r"(?:(?!\b(?:that|que|qu)\b)[^,:;\ue000])*\."
)
"""A sentence that tells how somebody spoke, not what: “She spoke in a low voice.”"""
_TOLD = re.compile(r"[^,;:\ue000]{0,60}?\b(?:that|que|qu(?=[’']))\b(?!\s+(?:day|night|evening|morning|week|year)\b)")
_COMMA = re.compile(r"[,،][\s\u00a0\u202f]*(?:[—–-]\s*)?")


def reported(ctx: Context, shown: str) -> Attribution | None:
    """Who says what a sentence reports; None when it reports no speech. Spans are counted in the sentence.

    `shown` is the sentence with its quotations hidden. Several sides together are no speaker: what they say is an
    outcome. Nor is a heading, which has no full stop, or a question.
    """
    if ctx.lex.code == "de" and _LEADS_ON.match(shown):
        return None
    if not _ENDED.search(shown) or arabic_clauses.is_joint(ctx, shown) or _POINTING.match(shown):
        return None
    if ctx.lex.code == "fa" and _OF_BEFORE.match(shown) and " که " not in shown:
        return None
    source = clauses.from_source(ctx, shown)
    source = source or (clauses.according_first(ctx, shown) if ctx.lex.code == "ru" else None)
    found = source.attribution if source else statements.in_house(ctx, shown)
    found = found or _trailing(ctx, shown) or _by_verb(ctx, shown)
    found = found or _in_passing(ctx, shown) or _infinitive(ctx, shown) or _related(ctx, shown)
    stated = _STATED.match(shown) if found is None and ctx.lex.code == "tr" else None
    if stated:  # “In the statement it was said that …”: whoever spoke before
        found = Attribution(Speaker(POINTED, "", "", stated.span(1)), stated.span(1), stated.span(2))
    if found is None:
        according = clauses.according(ctx, shown)
        found = according if according and _stands_at_edge(ctx, shown, according) else None
    if found is None or found.speaker.how in (SIDES, UNKNOWN):
        return None
    found = _of_subject(ctx, shown, found) if ctx.lex.code == "ru" else found
    if _tells_no_words(ctx, shown, found):
        return None
    outside = _without(shown, found)
    framed = _PERFECT.fullmatch(shown[slice(*found.verb)]) if ctx.lex.code == "de" else None
    outside += f" {framed[1]}" if framed else ""
    least = LEAST - (ctx.lex.order == "sov")  # Turkish says in one word what others need two for
    if ctx.lex.code in _EMPTY and HIDDEN not in outside:
        outside = _EMPTY[ctx.lex.code].sub("", outside)
    return found if len(_WORD.findall(outside)) + LEAST * (HIDDEN in outside) >= least else None


def _tells_no_words(ctx: Context, shown: str, found: Attribution) -> bool:
    """Whether a sentence tells that or how somebody spoke, and no more."""
    if _ANSWERED.fullmatch(shown[slice(*found.verb)]) and _NO_MORE.match(shown, found.verb[1]):
        return True
    if ctx.lex.code in ("en", "fr") and _IN_MANNER.fullmatch(shown, found.verb[1]):
        return True
    empty = _EMPTY.get(ctx.lex.code)
    rest = shown[found.verb[1] :]
    return bool(empty and re.fullmatch(rf"\s*{empty.pattern}\s*[.]\s*", rest, re.IGNORECASE))


def _stands_at_edge(ctx: Context, shown: str, found: Attribution) -> bool:
    """Whether a sentence begins, or in Arabic ends, by saying whose words it tells: “…, as the army said on Monday.”"""
    if found.span[0] < (ANYWHERE if ctx.lex.code == "de" else FIRST):
        return True
    left = shown[: found.span[0]].rstrip()
    return ctx.lex.code == "ar" and left.endswith("،") and len(shown[found.span[1] :].split()) <= LAST


def _of_subject(ctx: Context, shown: str, found: Attribution) -> Attribution:
    """A pronoun behind a colon is whom the words before are about: “Brandt was careful: in his words, …”."""
    led = shown[: found.span[0]].rstrip()
    if found.speaker.how != POINTED or not led.endswith(":"):
        return found
    subject = subject_after(ctx.lex, led, ctx.known, anybody=False, nominative=True)
    return found._replace(speaker=subject) if subject and subject.how == NAMED else found


def pointing_back(ctx: Context, shown: str) -> Attribution | None:
    """Who said what the sentence before tells: “Das teilte der Sprecher mit.”"""
    found = _by_verb(ctx, shown) if _ENDED.search(shown) else None
    return found if found and found.speaker.how not in (SIDES, UNKNOWN) else None


def goes_on(ctx: Context, shown: str, *, near: bool) -> bool:
    """Whether a sentence shows by its mood alone that it goes on with what somebody is reported to have said.

    In German: “Die Strecke bleibe gesperrt.” What holds “I” or “we” may be no report. Right behind what is reported,
    `near`, the other subjunctive tells it too: “Die Züge kämen später.”
    """
    if ctx.lex.code != "de" or _FIRST_PERSON.search(shown) or not _ENDED.search(shown):
        return False
    return german_mood.reports(shown) or (near and german_mood.may_report(shown))


def _without(shown: str, found: Attribution) -> str:
    """A sentence without its speaker and its verb."""
    start = min(found.verb[0], found.speaker.span[0])
    between = sorted((found.verb, found.speaker.span))
    return f"{shown[:start]} {shown[between[0][1] : between[1][0]]} {shown[max(one[1] for one in between) :]}"


def _trailing(ctx: Context, shown: str) -> Attribution | None:
    """A clause at the end that says who speaks: “The bridge is closed, the mayor said.”"""
    if ctx.lex.order != "svo":
        return None
    for comma in reversed([*_COMMA.finditer(shown)][-6:]):
        before = len(_WORD.findall(shown[: comma.start()]))
        if before < LEAST:
            return None
        found = clauses.after(ctx, shown[comma.end() :], spoken=False)
        first = ctx.lex.code in ("de", "en", "fr") and found is not None and found.verb[0] == 0
        if found and before < TRAILING and not first:
            return None  # “Brandt, an envoy, said …”, but “Er komme, sagte Brandt.”
        if found and found.span[0] == 0 and found.speaker.how != SIDES and not _leads_on(shown[comma.end() :], found):
            found = moved(found, comma.end())
            return None if _is_beside_name(ctx, shown, found) else found
    return None


def _infinitive(ctx: Context, shown: str) -> Attribution | None:
    """“Et d’exiger des excuses.”: a French infinitive tells what whoever spoke before says further."""
    found = _FURTHER.match(shown) if ctx.lex.code == "fr" else None
    return Attribution(Speaker(POINTED, "", "", found.span()), found.span(), found.span()) if found else None


def _related(ctx: Context, shown: str) -> Attribution | None:
    """“… at the bank, which said that …”: whom a clause of its own tells of."""
    for which in _WHICH.finditer(shown) if ctx.lex.code in ("en", "fr") else ():
        verb = ctx.lex.said.match(shown, which.end())
        aside = not shown[: which.start()].strip(" ") or re.search(r"[,;]", shown[which.end() :])
        if verb and not aside and re.match(r"[^,;]{0,40}\b(?:that|que|qu(?=[’']))\b|\s+\w+er\b", shown[verb.end() :]):
            piece = re.split(r"[,;:]", shown[: which.start()])[-1]
            who = phrases.find(ctx.lex, piece, ctx.known) or phrases.first(ctx.lex, piece, ctx.known)
            if who:
                who = who._replace(
                    span=(which.start() - len(piece) + who.span[0], which.start() - len(piece) + who.span[1])
                )
                return Attribution(who, (who.span[0], verb.end()), verb.span())
    return None


def _leads_on(rest: str, found: Attribution) -> bool:
    """Whether a clause with a verb of saying tells what was said itself: “Brandt, an envoy, said that they would”."""
    return bool(_TOLD.match(rest, found.verb[1])) and found.verb[0] > found.speaker.span[0]


def _is_beside_name(ctx: Context, shown: str, found: Attribution) -> bool:
    """Whether a title is rather that of the name before it: “Brandt, spokesman for the port, confirmed …”."""
    if found.speaker.how == NAMED or found.speaker.span[0] > found.verb[0]:
        return False
    named = subject_before(ctx.lex, shown[: found.verb[0]], ctx.known)
    return named is not None and named.how == NAMED


def _by_verb(ctx: Context, shown: str) -> Attribution | None:
    lex = ctx.lex
    patterns = [lex.said, lex.reports, *([lex.judges] if HIDDEN in shown else [])]
    for verb in clauses.verbs(ctx, shown, *patterns):
        if (lex.code == "tr" and _tells_nothing(shown, verb)) or (lex.code == "ru" and _is_frame(shown, verb)):
            continue
        if _takes_thing(ctx, shown, verb):
            continue
        speaker = _subject(ctx, shown, verb)
        if speaker:
            spans = verb.span(), speaker.span
            return Attribution(speaker, (min(spans)[0], max(one[1] for one in spans)), verb.span())
    return None


def _takes_thing(ctx: Context, shown: str, verb: re.Match[str]) -> bool:
    """Whether a verb has a thing for its object, and so tells what somebody did: “wrote the answer down”."""
    if ctx.lex.code not in _OF_THINGS or HIDDEN in shown:
        return False
    things, objects = _OF_THINGS[ctx.lex.code]
    return bool(things.search(verb[0]) and objects.match(shown, verb.end()))


def _tells_nothing(shown: str, verb: re.Match[str]) -> bool:
    """Whether a Turkish verb, which needs words in quotation marks or a clause, has neither: “radyoya konuştu”."""
    if HIDDEN in shown:
        return False
    return bool(_NEEDS_WORDS.fullmatch(verb[0]) and not _CLAUSE.search(shown, 0, verb.start()))


def _is_frame(shown: str, verb: re.Match[str]) -> bool:
    """Whether a Russian verb only tells that or how somebody spoke."""
    return HIDDEN not in shown and russian_verbs.tells_nothing(shown, verb)


def _in_passing(ctx: Context, shown: str) -> Attribution | None:
    """“Ada Brandt was more careful, saying only that …”: what is said stands beside the main verb."""
    verb = ctx.lex.participles.search(shown)
    if verb is None or not shown[: verb.start()].rstrip().endswith((",", "،")):
        return None
    if ctx.lex.code == "ar":
        speaker = arabic_clauses.main_subject(ctx, shown[: verb.start()])
    else:
        speaker = phrases.read(ctx.lex, shown, ctx.known, whole=False)
    return Attribution(speaker, (speaker.span[0], verb.end()), verb.span()) if speaker else None


def _subject(ctx: Context, shown: str, verb: re.Match[str]) -> Speaker | None:
    left = shown[: verb.start()]
    if ctx.lex.order == "sov":
        if not _is_last(shown[verb.end() :]):
            return None
        return subject_anywhere(ctx.lex, left, ctx.known) or (_unsaid(left, verb) if ctx.lex.code == "tr" else None)
    if ctx.lex.order == "vso":
        return _verb_first(ctx, shown, left, verb)
    found = subject_before(ctx.lex, left, ctx.known) or anybody.named(ctx.lex, left, 0, anybody.NOUN_FIRST)
    if found is None and ctx.lex.code == "de" and _PERFECT.fullmatch(verb[0]):  # “hat die Ministerin … angekündigt”
        inside = german_clauses.inside(ctx.lex, verb[0], ctx.known)
        return inside and inside._replace(span=shifted(inside.span, verb.start()))
    inverted = ctx.lex.code == "fr" and clauses.is_inverted(verb[0])
    if found is None and (inverted or (ctx.lex.code == "fr" and left.rstrip().endswith(","))):
        found = clauses.after_verb(ctx, verb, shown)  # “Le pont, croit la maire, tiendra.”
        return found if inverted or (found and re.match(r"\s*,", shown[found.span[1] :])) else None
    *before, near = re.split(r"[,;—–]", left)
    relative = (before or ctx.lex.code != "de") and ctx.lex.relatives.match(
        near
    )  # “das” may be no more than an article
    if found is None and ctx.lex.code in ("ru", "de") and not relative:
        found = clauses.after_verb(ctx, verb, shown)
        if found and found.how == NAMED and not found.title and len(found.name.split()) == 1:
            found = found if found.name.lower() in ctx.known else None
    return found


def _verb_first(ctx: Context, shown: str, left: str, verb: re.Match[str]) -> Speaker | None:
    """The subject where verbs stand first: behind the verb, unless the sentence begins with it."""
    before = arabic_clauses.subject_first(ctx, left) or arabic_clauses.topic(ctx, left, verb)
    found = None if before else clauses.after_verb(ctx, verb, shown) if _begins(ctx, left) else None
    if before or (found and found.how != POINTED):
        return before or found
    named = phrases.first(ctx.lex, left, ctx.known)
    return named if named and (found is None or _agree(ctx, named, verb[0])) else found


def _agree(ctx: Context, named: Speaker, verb: str) -> bool:
    """Whether somebody may be the subject of a verb that tells, in Arabic, whether that is a woman."""
    if ctx.lex.code != "ar" or named.how not in (NAMED, TITLED):
        return True
    own = gender.of_person("ar", named.name, named.title) or ("" if named.name else gender.MAN)
    return not own or own == gender.of_pronoun("ar", verb)


def _unsaid(left: str, verb: re.Match[str]) -> Speaker | None:
    """Whoever spoke before, where a Turkish sentence needs no subject: it begins with what is said, or how."""
    clause = [*_CLAUSE.finditer(left)][-1:]
    first, comma, _ = left.partition(",")
    words = _WORD.findall(first)
    if not clause or (left[clause[0].end() :].strip(" ,") and len(left[clause[0].end() :].split()) > SMALL):
        return None
    if (comma and len(words) <= SMALL and not _ADVERBIAL.search(first)) or _SEVERAL.match(first):
        return None  # “Köylüler, …”: somebody is named whom nothing shows to be a person
    return Speaker(POINTED, "", "", verb.span())


def _is_last(rest: str) -> bool:
    """Whether a verb ends its sentence, or a clause of it."""
    return not _WORD.search(rest) or bool(re.match(r"\s*(?:ve\s|,)", rest))


def _begins(ctx: Context, left: str) -> bool:
    """Whether a verb stands at the beginning of its sentence, or after words about time and place."""
    return not ctx.lex.relatives.search(left[-20:]) and len(_WORD.findall(left)) <= 8
