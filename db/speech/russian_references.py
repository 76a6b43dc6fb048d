"""What Russian words tell of a person who is not named: a gender, an office by another word, or nothing but that."""

from __future__ import annotations

import re

MAN, WOMAN = "m", "f"
_PAST_WOMAN = re.compile(r"\w+(?:ла|лась)$")
_PAST_MAN = re.compile(r"\w+(?:[аеёиоуыюя]л|лся|ёс|ёг)$")
_NOUN_WOMAN = re.compile(
    r"\w+(?:ица|[бвгджзйлмнпрстфхцчшщь]ка|ша|есса|иса|иня|ая|яя)$|женщина|девушка|дама|жена|вдова|сестра|мама|мать|дочь|королева|бабушка|тётя|"
    r"медсестра|балерина|невеста|кузина|старуха|няня|свекровь"
)
_NOUN_MAN = re.compile(
    r"мужчина|парень|юноша|старик|дед|дедушка|отец|папа|сын|брат|муж|дядя|внук|племянник|король|принц|\w+(?:янин|анин|иец)$"
)
_NOUN = re.compile(r"(?:[^\W\d_]|-)+")
_MEANT = re.compile(
    r"(?:\d+-летн\w+|\w+летн\w+|бывш\w+|пожил\w+|молод\w+|сам|сама|эт\w+|опальн\w+|именит\w+|прославленн\w+|отставн\w+|"
    r"почтенн\w+|седой|уважаем\w+)"
)
"""Adjectives that tell more of somebody who was named: “the former keeper”, “the 46-year-old”."""
_ANYBODY = re.compile(
    r"\w*(?:политик|депутат|депутатка|дипломат|чиновник|чиновница|парламентарий|сенатор|эксперт|собеседник|"
    r"собеседница|политолог|аналитик|старик|старушка|старуха|исследователь|исследовательница|учёный|ученый|писатель|"
    r"писательница|специалист|специалистка|автор|ветеран|военный|офицер|пенсионер|пенсионерка|спортсмен|спортсменка|"
    r"артист|артистка|актёр|актриса|художник|художница|экономист|юрист|правозащитник|правозащитница|активист|активистка|"
    r"предприниматель|предпринимательница|бизнесмен|фермер|медик|врач|хирург|педагог|учитель|учительница|журналист|"
    r"журналистка|(?:обвиняем|подсудим|потерпевш|осуждённ|задержанн|пострадавш|подозреваем|арестованн)(?:ый|ий|ая)|гость|гостья|читатель|читательница|женщина|мужчина|девушка|юноша|парень|дама|человек|подросток|мальчик|девочка|оратор|докладчик|"
    r"докладчица|историк|социолог|поэт|поэтесса|музыкант|певец|певица|режиссёр|форвард|хавбек|голкипер|наставник|капитан|рулевой|серб|"
    r"сербка|хорват|грек|турок|поляк|чех|финн|швед|казах|киргиз|узбек|таджик|туркмен|грузин|белорус|латыш|румын|"
    r"венгр|словак|\w+(?:янин|анин|янка|анка|иец|ийка|анец|инец|нец|овец))"
)
"""Nouns by which Russian texts call again somebody whom they have named, for variety."""
_OF_PAPER = re.compile(
    r"(?:наш\w*\s+)?собеседни\w+(?:\s+(?:агентства|издания|газеты|журнала|телеканала|канала|портала|радиостанции|редакции)"
    r"(?:\s+\S+)?|\s+\S+)?"
)
_GUEST = re.compile(r"(?:наш\w*\s+)?гост(?:ь|ья|я|и|ю|ем)(?:\s+\S+){1,2}")
"""“The interlocutor of the paper”, who was named or described before."""
_SAME = (
    (r"глав\w+ (?:региона|края|области|республики)", r"губернатор|глав\w+ (?:региона|края|области|республики)"),
    (r"градоначальни\w+|глав\w+ города|бургомистр\w*|мэр\w*", r"мэр|бургомистр|градоначальни|глав\w+ (?:города|адм)"),
    (r"защитни\w+|адвокат\w*", r"адвокат|защитни"),
    (r"(?:наставник\w*|тренер\w*|специалист\w*|рулев\w+)(?: команды| клуба| сборной)?", r"тренер"),
    (r"дипломат\w*", r"пос(?:ол|ла|лу|лом)\b|посланни|консул|атташе|иностранных|\bмид\b|постпред|поверенн|переговорщи"),
    (r"парламентари\w+|народн\w+ избранни\w+", r"депутат|сенатор|спикер"),
    (r"педагог\w*|преподавател\w+", r"учител|профессор|преподавател|доцент"),
    (r"медик\w*|доктор\w*|врач\w*", r"врач|хирург|доктор|терапевт|педиатр|фельдшер"),
    (
        r"(?:руководител\w+|глав\w+|директор\w*) (?:компании|предприятия|фирмы|завода|концерна)",
        r"директор|глав|президент",
    ),
    (r"(?:официальн\w+ )?представител\w+(?: \w+)?", r"представител|пресс-секретар"),
    (r"священни\w+|священнослужител\w+|пастыр\w+", r"священник|епископ|настоятел|протоиере|пастор|митрополит|имам"),
    (r"полицейск\w+|офицер\w*", r"полици|майор|капитан|полковник|лейтенант|генерал|сержант"),
    (r"военн\w+|военачальни\w+|командир\w*|командующ\w+", r"генерал|полковник|майор|капитан|команд|маршал|адмирал"),
    (
        r"(?:под)?полковник\w*|майор\w*|капитан\w*|генерал\w*|лейтенант\w*|адмирал\w*",
        r"начальник|команд|комендант|капитан|обороны|шеф|мчс|полици",
    ),
    (r"учён\w+|исследовател\w+", r"профессор|академик|олог\b|историк|физик|химик|научн|доцент|астроном"),
    (r"артист\w*", r"актёр|актрис|пев(?:ец|иц)|артист"),
    (r"хозяйк\w+|хозяин\w*|владел\w+", r"владел|хозя"),
    (r"замминистр\w*|заместител\w+|зам", r"замминистр|заместител"),
    (r"спасател\w+", r"спасател|мчс"),
    (r"чиновни\w+", r"министр|начальник|глав|мэр|губернатор|департамент"),
    (r"политик\w*", r"лидер|депутат|президент|премьер|сенатор|министр|кандидат|мэр|губернатор|глав"),
)
"""What else those are called who hold some offices: how texts call them again, and what stands by their names."""
_SAME_TITLES = tuple((re.compile(again, re.IGNORECASE), re.compile(own, re.IGNORECASE)) for again, own in _SAME)


def called_again(title: str) -> re.Pattern[str] | None:
    """What the title of somebody holds whom texts also call by another one; None where that tells nothing."""
    return next((own for again, own in _SAME_TITLES if again.fullmatch(title)), None)


def of_verb(verb: str) -> str:
    """The gender that the past of a verb tells; empty where it tells none."""
    for word in verb.lower().split():
        if _PAST_WOMAN.match(word):
            return WOMAN
        if _PAST_MAN.match(word):
            return MAN
    return ""


def of_title(title: str) -> str:
    """The gender of a noun where it means only women or men."""
    for word in title.lower().split():
        if _NOUN_WOMAN.fullmatch(word):
            return WOMAN
        if _NOUN_MAN.fullmatch(word):
            return MAN
        if not re.match(r"\w+(?:ый|ий|ой|ая|яя)$|\d", word):
            break
    return ""


def may_be_anybody(title: str) -> bool:
    """Whether a noun may mean anybody who was named before: “the diplomat”, “the 46-year-old rescuer”."""
    if _OF_PAPER.fullmatch(title.lower()) or _GUEST.fullmatch(title.lower()):
        return True
    adjectives, noun, forms = _parts(title)
    if not noun or not all(_MEANT.fullmatch(word) for word in adjectives):
        return False
    return bool(adjectives) or any(_ANYBODY.fullmatch(one) for one in forms)


def is_bare(title: str) -> bool:
    """Whether a title is a noun alone."""
    return not _parts(title)[0]


def _parts(title: str) -> tuple[list[str], str, set[str]]:
    """The words before the last of a title, that one, and what it may be in the nominative."""
    *adjectives, noun = title.lower().split() or [""]
    return adjectives, noun, {noun, noun[:-1], noun[:-2], *(noun[:-1] + end for end in ("а", "ь", "й", "ый"))}
