"""Speech in German."""

from __future__ import annotations

import re

from db.speech.lexicon import NEVER, Lexicon, a_set, words

_PARTICIPLES = (
    "gesagt|erklärt|betont|mitgeteilt|angekündigt|hinzugefügt|bestätigt|unterstrichen|hervorgehoben|gewarnt|gefordert|"
    "festgestellt|zurückgewiesen|beklagt|kritisiert|begrüßt|bemängelt|zugesagt|vorgeschlagen|verlangt|dementiert|"
    "bestritten|klargestellt|gemeldet|geschildert|erläutert|gemahnt|versprochen|ausgeschlossen|bedauert|bekräftigt|"
    "versichert|eingeräumt|geäußert|geantwortet|berichtet|gedankt|appelliert|aufgerufen|gelobt|verurteilt|behauptet"
)
_SAID = """
  meldete meldet registrierte registriert verzeichnete verzeichnet gab_zurück
  mitteilte mitteilt angab bekanntgab bekannt_gab hinzufügte einräumte ausführte betonte ankündigte schilderte schildert
  erzählte erzählt notierte notiert ließ(?=[^.;]*\\b(?:wissen|ausrichten|verlauten|mitteilen|erklären)\\b) lässt_wissen
  beschwerte beschwert klagte klagt betonten prophezeit orakelte insistierte monierte moniert bemängelte bemängelt
  mutmaßt drängte drängt jubelte jubelt schimpfte schimpft lästerte stichelte rief(?=[^.;]*\\bzu\\b) brüllte seufzt
  gab_an gibt_an sagte_zu bezeugte bezeugt korrigierte korrigiert vermeldete vermeldet
  stellt(?=[^.;]*\\b(?:klar|fest)\\b) stellte(?=[^.;]*\\b(?:klar|fest)\\b) rechnet(?=[^.;]*\\beigenen_Angaben\\b)
  gab_zu_bedenken räumte_ein schätzte schätzt vermutete vermutet mutmaßte prophezeite prognostizierte offenbarte verriet
  verrät plauderte seufzte stöhnte murmelte flüsterte höhnte spottet frotzelte witzelte konterte kontert parierte
  ergänzt präzisierte präzisiert verdeutlichte verdeutlicht unterstellte unterstellt mutmaßt urteilte urteilt
  resümiert bilanzierte bilanziert folgerte schlussfolgerte empfahl empfiehlt riet rät drohte droht schwor gelobte
  argumentiert prognostiziert konstatiert spekuliert spekulierte scherzt präzisiert signalisiert signalisierte
  befand garantierte garantiert bedauerte bedauert beteuerte beteuert bestand besteht_darauf
  bekannte bekennt gestand gesteht
  legte_dar legt_dar führt_aus fuhr setzte_hinzu setzt_hinzu warf_ein wandte_ein wendet_ein hielt_dagegen hält_dagegen
  hielt_fest hält_fest hob(?=[^.;]*\\bhervor\\b) hebt(?=[^.;]*\\bhervor\\b) rechnete_vor informierte informiert
  unterrichtete verkündete verkündet
  proklamierte erkundigte wollte_wissen entschuldigte
  sagte sagt erklärte erklärt betonte betont meinte meint fügte fügt berichtete berichtet
  äußerte äußert unterstrich unterstreicht bemerkte bemerkt ergänzte ergänzt antwortete antwortet entgegnete entgegnet
  erwiderte erwidert fragte fragt warnte warnt versicherte versichert bestätigte bestätigt behauptete behauptet
  schrieb schreibt räumte räumt gab_zu stellte_klar stellt_klar hob_hervor gab(?=[^.;]*bekannt) gibt(?=[^.;]*bekannt)
  kündigte kündigt teilte teilt wies verwies
  verweist erläuterte erläutert forderte fordert mahnte mahnt erinnerte erinnert konstatierte resümierte kommentierte
  kommentiert rief_aus ruft_aus scherzte spottete wiederholte argumentierte gestand bekräftigte bekräftigt beklagte
  beklagt versprach verspricht kritisierte kritisiert so hieß_es_von sagte_aus stellte_fest stellt_fest führte_aus
  zitierte warf wirft
"""
_PERFECT = rf"hat_(?:\w+_){{0,6}}?(?:{_PARTICIPLES})"
_REPORTS = """
  schlug(?=[^.;]*\\bvor\\b) schlägt(?=[^.;]*\\bvor\\b) führte(?=[^.;]*\\bzurück\\b) führt(?=[^.;]*\\bzurück\\b)
  beschuldigte beschuldigt verteidigte verteidigt bezweifelte bezweifelt zweifelte lehnte(?=[^.;]*\\bab\\b)
  sprach(?=\\s+(?:von|sich)\\b) spricht(?=\\s+(?:von|sich)\\b) plädierte plädiert verlangte verlangt beantragte bat
  bittet ermahnte ermuntert ermutigte
  rügte rügt tadelte tadelt geißelte prangerte prangert distanzierte bekundet äußerte_sich wünschte wünscht
  schloss_nicht_aus unterstützte unterstützt befürwortete befürwortet widersprach widerspricht dementierte dementiert
  zog_in_Zweifel machte_deutlich macht_deutlich verwahrte entschuldigte_sich freute freut_sich hoffte
  stellte(?=[^.;]*\\bin_Aussicht\\b) stellt(?=[^.;]*\\bin_Aussicht\\b) sagte(?=[^.;]*\\bzu\\b)
  begrüßte(?=\\s+(?:[\\w-]+\\s+){1,3}?(?-i:[A-ZÄÖÜ])\\w*(?:ung|entscheid|schluss|nis|schritt|ruhe|schaft|tion|kommen|plan|zusage)\\w*)
  rechnet(?=\\s+(?:\\w+\\s+)?damit\\b) rechnete(?=\\s+(?:\\w+\\s+)?damit\\b) geht(?=\\s+(?:\\w+\\s+)?davon\\s+aus\\b)
  ging(?=\\s+(?:\\w+\\s+)?davon\\s+aus\\b) glaubt glaubte
  dankte dankt lobte lobt würdigte würdigt verurteilte verurteilt rief appellierte appelliert
  drückte drückt bekundete bekundet sprach_sich bestritt wies_zurück hob zeigte_sich gratulierte sprach_von hofft
"""

_NOUN = r"(?-i:[A-ZÄÖÜ])\w"
"""How a German noun begins: words of no more than that are told from others by their capital."""
_HEAD = rf"(?:{_NOUN}*)?"
_TRADES = rf"""
  {_NOUN}{{2,}}(?:erin|orin|istin|antin|entin|eurin|arin|ärin|login|atin|ätin|ältin|ärztin|ökin|wirtin|wartin|rätin|grafin|frau)
  {_NOUN}{{2,}}(?:führer|leiter|händler|macher|arbeiter|forscher|lehrer|schreiber|sprecher|vertreter|fahrer|wächter|hüter|inhaber|besitzer|verwalter|züchter|fischer|bäcker|pfleger|träger|helfer|gründer|kämpfer|spieler|dichter|prüfer|historiker|techniker|politiker|chemiker|physiker|mechaniker|logen?|anwalt|arzt|bote|ökonom|vorstand|zeuge|soldat|pilot|therapeut|obmann|vogt|experte|kundler|schaffner|offizier|kanzler)s?
  {_NOUN}+(?:alist|urist|nomist|zist|tist|nist|dist|rist|zent|dent|gent|kant|rant|tant|mant)(?:en)?
  landwirt(?:s)? großbauer bergbauer hauswart gastwirt lehrer pfarrer priester mönch pastor vikar winzer händler
  historiker politologe soziologe geologe archivar bibliothekar dolmetscher übersetzer schriftsteller autor dichter
  maler fotograf redakteur matrose soldat feldwebel unteroffizier leutnant hauptmann oberleutnant
  oberstleutnant veteran arbeiter schweißer mechaniker techniker geograf arzt chirurg schöffe notar steuermann
  fährmann lotse hafenarbeiter schreiner tischler gärtner köchin hausmeister pförtner portier alter_mann alte_frau
  nachbar nachbarin zeuge zeugin anwohner bewohner bürger besucher teilnehmer rentner überlebender flüchtling
  mitarbeiter
  kassier schatzmeister moderator reporter kurator intendant regisseur trainer vorstand obmann präses dozent student
  schüler unternehmer investor bankier kaufmann kauffrau kaufleute bäuerin ärztin
"""
LEXICON = Lexicon(
    code="de",
    order="svo",
    cased=True,
    said=words(f"{_SAID} {_PERFECT}"),
    reports=words(_REPORTS),
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
        "nach_(?:Angaben?|(?:den_)?Worten|Aussagen?|Auskunft|Ansicht|Meinung|Auffassung|Einschätzung|Darstellung|Überzeugung)_(?:von|des|der|eine[rs]|seine[rs]|ihre[rs])"
    ),
    according_self=words(
        "nach_(?:seinen|ihren)_(?:angaben|worten) ihre[nr]_angaben_(?:nach|zufolge) seiner_ansicht_nach "
        "ihrer_ansicht_nach (?:seiner|ihrer)_(?:meinung|auffassung|einschätzung|darstellung|überzeugung)_nach "
        "nach_(?:seiner|ihrer)_(?:ansicht|meinung|auffassung|einschätzung|darstellung|überzeugung)"
    ),
    according_after=words("zufolge"),
    titles={
        "foreign": words("\\w*außenminister(?:in|s|innen)? chefdiplomat(?:in|en)?"),
        "premier": words(
            "\\w*ministerpräsident(?:in|en)? premierminister(?:in|s)? \\w*kanzler(?:in|s)? premier "
            "regierungschef(?:in|s)?"
        ),
        "head": words("\\w*präsident(?:in|en)? staatschef(?:in|s)? staatsoberhaupt könig(?:in|s)? emir sultan"),
        "spokes": words("\\w*sprecher(?:in|s)?"),
        "envoy": words(
            "\\w*gesandte[rn]? \\w*beauftragte[rn]? \\w*vermittler(?:in|s)? \\w*mediator(?:in|en)? "
            "\\w*botschafter(?:in|s)? vertreter(?:in|s)? "
            "koordinator(?:in)?"
        ),
        "delegate": words(
            "delegationsleiter(?:in|s)? \\w*unterhändler(?:in|s)? delegationschef(?:in|s)? "
            "leiter(?:in)?_der_(?:\\w+_)?delegation \\w*vorsitzende[rn]? chefunterhändler(?:in|s)?"
        ),
        "general": words(
            "\\w*general(?:in|s)? oberst \\w*admiral(?:s)? \\w*kommandeur(?:in|s)? oberbefehlshaber major"
        ),
        "minister": words("\\w*minister(?:in|s)?"),
        "official": words(
            "\\w*kandidat(?:in|en)? \\w*beobachter(?:in|s)? gastgeber(?:in|s)? delegierte[rn]? "
            "\\w*bevollmächtigte[rn]? "
            "\\w*koordinator(?:in|s|en)? a\\.\\s?d\\. i\\.\\s?r\\. geschäftsträger(?:in|s)? "
            "amtsinhaber(?:in|s)? \\w*politiker(?:in|s)? \\w*präses \\w*attaché(?:s|e)? "
            "graf gräfin baron baronin fürst fürstin herzog herzogin freiherr \\w*expertin "
            "nuntius \\w*offizier(?:in|s)? "
            "amtskolleg(?:e|in|en) \\w*kolleg(?:e|in|en) amtsvorgänger(?:in|s)? nachfolger(?:in|s)? gegenüber "
            "\\w*meister(?:in|s)? \\w*inspektor(?:in)? \\w*experte \\w*expertin "
            "kapitän(?:in|s)? bischof bischöfin imam mufti konsul(?:in)? anwalt anwältin forscher(?:in)? "
            "wissenschaftler(?:in)? "
            "staatsanwalt staatsanwältin richter(?:in)? inspektor(?:in)? rektor(?:in)? dekan(?:in)? landrat landrätin "
            "\\w*chef(?:in|s)? \\w*leiter(?:in|s)? \\w*direktor(?:in|s)? \\w*berater(?:in|s)? \\w*sekretär(?:in|s)? "
            "\\w*gouverneur(?:in|s)? \\w*bürgermeister(?:in|s)? abgeordnete[rn]? diplomat(?:in|en)? experte experten "
            "expertin ingenieur(?:in)? \\w*kommissar(?:in|s)? \\w*referent(?:in)? arzt ärztin professor(?:in)? "
            "stellvertreter(?:in)? beamte[rn]? (?:staats|bundes|gemeinde|stadt)?rat (?:staats|stadt)?rätin mitglied\\w*"
        ),
        "trade": words(_TRADES),
        "body": words(
            f"{_HEAD}(?:betreiber|hersteller|konzern|anbieter|versicherer|veranstalter|bauer|produzent|versorger)s? "
            "unternehmen firma reederei werft tochterfirma sender nachrichtenagentur agentur zeitung airline verlag "
            "fluggesellschaft"
        ),
        "kin": words(
            "(?:groß|schwieger|stief)?(?:vater|mutter) onkel tante sohn tochter bruder schwester ehemann ehefrau "
            "cousin cousine neffe nichte schwager schwägerin enkel enkelin nachbar nachbarin freund freundin chef "
            "chefin "
            "witwe witwer"
        ),
    },
    institutions=words(
        f"{_HEAD}ministerium(?:s)? {_HEAD}regierung kreml (?:auswärtige[sn]_)?amt(?:es|s)? {_NOUN}+amt(?:es|s)? "
        f"{_HEAD}büro(?:s)? {_HEAD}dienst(?:es)? {_HEAD}botschaft {_HEAD}verwaltung {_HEAD}sekretariat(?:s)? "
        f"{_HEAD}armee "
        f"{_HEAD}kommando(?:s)? {_HEAD}behörde {_HEAD}delegation {_HEAD}kommission {_HEAD}mission "
        f"{_HEAD}verb[aä]nd(?:e?s)? "
        f"{_HEAD}polizei {_HEAD}anwaltschaft {_HEAD}gewerkschaft {_HEAD}gesellschaft {_HEAD}verein(?:s)? {_NOUN}+bank "
        f"{_HEAD}fraktion {_HEAD}kanzlei {_HEAD}stiftung {_HEAD}institut(?:s)? {_HEAD}kammer {_HEAD}wehr "
        f"{_HEAD}gericht(?:s)? {_HEAD}gemeinde {_HEAD}leitung {_HEAD}führung {_HEAD}senat(?:s)? {_HEAD}zentrale "
        f"{_HEAD}organisation {_HEAD}agentur kanton stadt verwaltungsrat {_HEAD}ausschuss(?:es)? {_HEAD}werke "
        f"{_NOUN}+front (?-i:Marine) luftwaffe {_NOUN}+marine junta {_HEAD}miliz {_HEAD}synode {_HEAD}bündnis (?-i:Rat)"
    ),
    sides=words(
        "seiten parteien delegationen garanten garantiestaaten staaten länder teilnehmer minister_und "
        "außenminister_der "
        "gesandten experten beide sie_(?:\\w+_)?betonten"
    ),
    pronouns=words("er sie"),
    many=words("beide wir"),
    honorifics=a_set("herr frau dr prof hr fr"),
    before_name=a_set(
        "ihr ihrem ihren ihrer sein seinem seinen seiner mein meine meinem meiner unser unsere unserem unserer "
        "der die das dem den des ein eine einer einem seine ihre dieser diese"
    ),
    of=a_set("der des von für in bei im beim den dem zu zur zum aus"),
    stops=a_set(
        "und aber oder am an auf nach vor während als wenn wo wie mit ohne gegen über unter zwischen seit bis heute "
        "gestern morgen auch dann zudem ferner später wieder dass ob weil die_ reportern journalisten dazu hier dort "
        "hatte hat habe haben war ist sind wurde sich nicht noch schon nur er sie es"
    ),
    joins=a_set("und aber"),
    not_names=a_set(
        "Der Die Das Dem Den Des Ein Eine Einer Er Sie Es Wir Ich In Im Am An Auf Nach Vor Bei Mit Von Zu Zum Zur Als "
        "Wenn Während Für Aus Unter Über Dann Zudem Auch Aber Und Oder Dies Diese Dieser Dort Hier Heute Gestern "
        "Morgen "
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Sonnabend Januar Februar März April Mai Juni Juli "
        "August September Oktober November Dezember Laut Man Niemand Alle Beide Kritiker Experten Berichte Medien "
        "Herr Frau Nun So Später Zuvor Seine Ihre Sein Ihr Regen Niemals Kein Keine Was Wer Wie Warum Damit Doch"
    ),
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
