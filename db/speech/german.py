"""Speech in German."""

from __future__ import annotations

import re

from db.speech.german_offices import INSTITUTIONS, TITLES
from db.speech.german_verbs import REPORTS, SAID
from db.speech.german_words import NOT_NAMES
from db.speech.lexicon import NEVER, Lexicon, a_set, words

LEXICON = Lexicon(
    code="de",
    order="svo",
    cased=True,
    said=SAID,
    reports=REPORTS,
    judges=words("begrüßte begrüßt empfing empfängt nannte nennt bezeichnete bezeichnet beschrieb beschreibt"),
    transitive=NEVER,
    participles=NEVER,
    not_said=re.compile(
        r"\b(?:nicht|nie|niemals|wurde|wurden|wird|worden|zu|es|man|wollte|werde|dass)\s+$", re.IGNORECASE
    ),
    inverting=words(
        "(?!(?:als|weil|dass|wenn|ob|bis|da|während|obwohl|nachdem|bevor|damit|indem|falls|sobald|solange|sodass|was|wie|wo|"
        "wer|wen|wem|worauf|woran|wobei|womit|wofür|wovon|den|dem|die|der|das|deren|dessen|denn|doch|und|oder|aber|sondern|"
        "sowie|seit|ohne|statt|nur|auch|nicht|noch|schon|dann|trotz|wegen|laut|selbst|sogar|zumal|weshalb|weswegen)\\b)"
        "(?-i:[a-zäöüß]){3,}"
    ),
    according=words(
        "laut "
        "nach_(?:Angaben?|(?:den_)?Worten|Aussagen?|Auskunft|Ansicht|Meinung|Auffassung|Einschätzung|Darstellung|"
        "Überzeugung|Informationen|Recherchen|Schätzung(?:en)?|Berechnungen|Erkenntnissen|Lesart|Mitteilung|"
        "einem_Bericht|einer_Mitteilung|einer_Meldung)_"
        "(?:von|vom|des|der|eine[rs]|seine[rs]|ihre[rs]|aus_dem|aus_der)"
    ),
    according_self=words(
        "nach_(?:seinen|ihren)_(?:angaben|worten) ihre[nr]_angaben_(?:nach|zufolge) seiner_ansicht_nach "
        "ihrer_ansicht_nach (?:seiner|ihrer)_(?:meinung|auffassung|einschätzung|darstellung|überzeugung)_nach "
        "nach_(?:seiner|ihrer)_(?:ansicht|meinung|auffassung|einschätzung|darstellung|überzeugung)"
    ),
    according_after=words("zufolge"),
    titles=TITLES,
    institutions=INSTITUTIONS,
    sides=words(
        "seiten parteien delegationen garanten garantiestaaten staaten länder teilnehmer minister_und "
        "außenminister_der "
        "gesandten experten beide sie_(?:\\w+_)?betonten"
    ),
    pronouns=words("er sie \\d+-(?-i:Jährige)"),
    many=words("beide wir"),
    honorifics=a_set("herr frau dr prof hr fr"),
    before_name=a_set(
        "ihr ihrem ihren ihrer sein seinem seinen seiner mein meine meinem meiner unser unsere unserem unserer "
        "letztere letzterer der die das dem den des ein eine einer einem seine ihre dieser diese"
    ),
    of=a_set("der des von für in bei im beim den dem zu zur zum aus"),
    stops=a_set(
        "und aber oder am an auf nach vor während als wenn wo wie mit ohne gegen über unter zwischen seit bis heute "
        "gestern morgen auch dann zudem ferner später wieder dass ob weil die_ reportern journalisten dazu hier dort "
        "hatte hat habe haben war ist sind wurde sich nicht noch schon nur er sie es"
    ),
    joins=a_set("und aber"),
    not_names=NOT_NAMES,
    around=words(
        "auch dann zudem ferner außerdem später wieder erneut jedoch hingegen dagegen seinerseits ihrerseits daraufhin "
        "zuvor zugleich schließlich nochmals weiter weiterhin trocken knapp heute gestern am_montag am_dienstag "
        "am_mittwoch am_donnerstag am_freitag am_samstag am_sonntag hat dazu hierzu hinzu aber unterdessen deutlich "
        "in_diesem_zusammenhang abschließend zunächst bereits"
    ),
    adjuncts=re.compile(
        r"\s*(?:in|im|am|an|auf|nach|vor|bei|mit|von|zu|zum|zur|als|wenn|während|für|aus|unter|über|gefragt|"
        r"angesprochen|seit|trotz|wegen|ohne|laut)\b",
        re.IGNORECASE,
    ),
    relatives=re.compile(r"\s*(?:der|die|das|dem|den|deren|dessen|welche[rs]?|wo)\b", re.IGNORECASE),
    documents=words(
        "memorandum abkommen\\w* erklärung\\w* protokoll\\w* vertrag\\w* plan bericht\\w* dokument\\w* resolution\\w* "
        "zeitung\\w* zeitschrift\\w* magazin\\w* buch film\\w* stück\\w* lied\\w* artikel\\w* operation\\w* "
        "konferenz\\w* "
        "programm\\w* projekt\\w* forum initiative\\w* sogenannt\\w+ so_genannt\\w+ titel namens begriff\\w* wort "
        "worte "
        "gruppe\\w* brigade\\w* bewegung\\w* partei\\w* sender\\w* linie format\\w* gemeinsame\\w* kommuniqué\\w* pakt "
        "gesetz\\w* hotel\\w* von_einem von_einer"
    ),
    back=words("(?:das|dies)_(?:sagte|teilte|erklärte|gab|kündigte|bestätigte|berichtete|betonte|schrieb)"),
    in_house=NEVER,
    common=a_set("der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"),
)
