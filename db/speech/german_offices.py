"""German words for offices, trades, relations and institutions."""

from __future__ import annotations

from db.speech.lexicon import words

_NOUN = r"(?-i:[A-ZÄÖÜ])\w"
"""How a German noun begins: words of no more than that are told from others by their capital."""
_HEAD = rf"(?:{_NOUN}*)?"
_CRAFTS = (
    "führer leiter händler macher arbeiter forscher lehrer schreiber sprecher vertreter fahrer wächter hüter "
    "inhaber besitzer verwalter züchter fischer bäcker pfleger träger helfer gründer kämpfer spieler dichter "
    "prüfer historiker techniker politiker chemiker physiker mechaniker matiker kritiker musiker akademiker "
    "loge[n]? anwalt arzt bote ökonom vorstand zeuge soldat pilot therapeut obmann vogt experte kundler "
    "schaffner offizier kanzler wissenschaftler gewerkschafter künstler sportler trainer sänger tänzer taucher "
    "springer läufer retter sammler verkäufer käufer betreuer erzieher prediger mediziner chirurg soph kläger "
    "verteidiger gutachter täter meister schnitzer setzer steller geber nehmer manager funktionär kapitän "
    "lotse matrose steuermann wärter aufseher schützer zeichner maler filmer planer schauspieler regisseur "
    "ingenieur redakteur kontrolleur friseur monteur fotograf biograf geograf paläograf graph kenner begleiter "
    "anführer erzähler verleger drucker kletterer wanderer pilger siedler bewohner besucher teilnehmer nutzer "
    "verfasser herausgeber übersetzer bearbeiter entdecker erfinder eigner eigentümer pächter mieter vermieter "
    "makler banker anleger aktionär gläubiger schuldner diener geselle lehrling praktikant häftling stürmer "
    "torwart torhüter hüttenwart platzwart hauswart seemann kaufmann feuerwehrmann fachmann staatsmann "
    "fährmann schiedsmann wachmann kameramann"
).replace(" ", "|")
"""How words for trades end behind another noun."""
_TRADES = rf"""
  (?-i:(?!Severin\b)){_NOUN}{{2,}}(?:erin|orin|istin|antin|entin|eurin|arin|ärin|login|atin|ätin|ältin|ärztin|ökin|wirtin|wartin|rätin|grafin|frau)
  {_NOUN}{{2,}}(?:{_CRAFTS})s?
  (?-i:(?!Prozent|Akzent|\w*restaurant|Restaurant|Diamant|Hydrant|Sextant|Quadrant)){_NOUN}+(?:alist|urist|nomist|zist|tist|nist|dist|rist|zent|dent|gent|kant|rant|tant|mant)(?:en)?
  {_NOUN}{{2,}}ogra(?:f|ph)(?:en)?
  landwirt(?:s)? großbauer bergbauer hauswart gastwirt lehrer pfarrer priester mönch pastor vikar winzer händler
  historiker politologe soziologe geologe archivar bibliothekar dolmetscher übersetzer schriftsteller autor dichter
  maler fotograf redakteur matrose soldat feldwebel unteroffizier leutnant hauptmann oberleutnant
  oberstleutnant veteran arbeiter schweißer mechaniker techniker geograf arzt chirurg schöffe notar steuermann
  fährmann lotse hafenarbeiter schreiner tischler gärtner köchin hausmeister pförtner portier alter_mann alte_frau
  nachbar nachbarin zeuge zeugin anwohner bewohner bürger besucher teilnehmer rentner überlebender flüchtling
  mitarbeiter
  kassier schatzmeister moderator reporter kurator intendant regisseur trainer vorstand obmann präses dozent student
  schüler unternehmer investor bankier kaufmann kauffrau kaufleute bäuerin ärztin
  (?-i:Angeklagter?|Angestellter?|Überlebender?|Betroffener?|Beschuldigter?|Verdächtiger?)
  (?-i:Gefangener?|Vertrauter?|Verwandter?|Angehöriger?|Geschädigter?|Geistlicher?|Verletzter?)
  (?-i:Sachverständiger?|Verurteilter?|Studierender?|Reisender?|Geretteten?|Geretteter?)
  (?-i:Verteidiger|Kläger|Nebenkläger|Ankläger|Gutachter|Täter|Häftling|Manager|Künstler|Sänger|Musiker|Tänzer|Pilot)
  (?-i:Mediziner|Philosoph|Ethnologe|Biologe|Paläograph|Paläograf|Hirte|Sammler)
  (?-i:Gründer|Begleiter|Betreiber|Besitzer|Inhaber|Eigentümer|Pächter|Kellner|Taxifahrer|Fahrer|Schaffner)
  (?-i:Reeder|Verleger|Herausgeber|Kritiker|Aktivist|Anführer|Helfer|Retter|Sanitäter|Pfleger|Betreuer|Erzieher)
  (?-i:Torwart|Torhüter|Stürmer|Kapitän|Verwalter|Aufseher|Wächter|Prediger|Rabbiner|Abt|Äbtissin|Nonne|Ordensfrau)
  (?-i:Zimmermann|Seemann|Kaufmann|Feuerwehrmann|Fachmann|Fachfrau|Hebamme|Krankenschwester|Kundin)
"""
TITLES = {
    "foreign": words("\\w*außenminister(?:in|s|innen)? chefdiplomat(?:in|en)?"),
    "premier": words(
        "\\w*ministerpräsident(?:in|en)? premierminister(?:in|s)? \\w*kanzler(?:in|s)? premier regierungschef(?:in|s)?"
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
        "leiter(?:in)?_der_(?:\\w+_)?delegation \\w*vorsitzende[rn]? chefunterhändler(?:in|s)? "
        "\\w*verhandlungsführer(?:in|s)? \\w*verhandler(?:in|s)? \\w*wortführer(?:in|s)? vorsitzer(?:in|s)?"
    ),
    "general": words(
        "\\w*general(?:in|s)? brigadier \\w*marschall(?:s)? kommodore \\w*kommandant(?:in|en)? wachtmeister sergeant "
        "korporal oberst \\w*admiral(?:s)? \\w*kommandeur(?:in|s)? oberbefehlshaber major"
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
        "\\w*senator(?:in|s|en)? \\w*parlamentarier(?:in|s)? \\w*dezernent(?:in|en)? \\w*vorsteher(?:in|s)? "
        "\\w*manager(?:in|s)? \\w*geschäftsführer(?:in|s)? \\w*vorstand(?:s)? \\w*mitglied(?:s)? \\w*ombudsmann "
        "\\w*ombudsfrau \\w*obmann \\w*obfrau \\w*amtmann \\w*ammann schultheiß schulze kämmerer kämmerin syndikus "
        "\\w*bischof(?:s)? \\w*bischöfin kardinal papst patriarch prior rabbiner großmufti ajatollah scheich "
        "\\w*prinz(?:en)? \\w*prinzessin kaiser kaiserin prokurator kustos \\w*rektor(?:in|s)? prodekan häuptling "
        "(?:legations|ministerial|regierungs|hof|medizinal|studien|national|stände|kirchen|geheim|kantons|land)rat "
        "(?:legations|ministerial|regierungs|hof|medizinal|studien|national|stände|kirchen|kantons)rätin "
        "präfekt(?:in|en)? superintendent(?:in|en)? propst pröpstin küster mesner beigeordnete[rn]? "
        "\\w*rechtler(?:in)? quästor \\w*kommandierende[rn]? \\w*kämmerer \\w*hauptmann \\w*hauptfrau "
        "ortsvorsteher(?:in)? fraktionschef(?:in)? \\w*kommissar(?:in|s)? \\w*fraktionsvize \\w*vize\\w* "
        "kapitän(?:in|s)? bischof bischöfin imam mufti konsul(?:in)? anwalt anwältin forscher(?:in)? "
        "wissenschaftler(?:in)? "
        "staatsanwalt staatsanwältin richter(?:in)? inspektor(?:in)? rektor(?:in)? dekan(?:in)? landrat landrätin "
        "\\w*chef(?:in|s)? \\w*leiter(?:in|s)? \\w*direktor(?:in|s)? \\w*berater(?:in|s)? \\w*sekretär(?:in|s)? "
        "\\w*gouverneur(?:in|s)? \\w*bürgermeister(?:in|s)? \\w*abgeordnete[rn]? diplomat(?:in|en)? experte experten "
        "expertin ingenieur(?:in)? \\w*kommissar(?:in|s)? \\w*referent(?:in)? arzt ärztin professor(?:in)? "
        "stellvertreter(?:in)? beamte[rn]? (?:staats|bundes|gemeinde|stadt)?rat (?:staats|stadt)?rätin mitglied\\w*"
    ),
    "trade": words(_TRADES),
    "body": words(
        f"{_HEAD}(?:betreiber|hersteller|konzern|anbieter|versicherer|veranstalter|bauer|produzent|versorger)s? "
        "unternehmen tochterfirma airline start-up"
    ),
    "kin": words(
        "(?:groß|schwieger|stief)?(?:vater|mutter) onkel tante sohn tochter bruder schwester ehemann ehefrau "
        "cousin cousine neffe nichte schwager schwägerin enkel enkelin nachbar nachbarin freund freundin chef "
        "chefin "
        "witwe witwer"
    ),
}
_BODIES = (
    "pressestelle meldestelle leitstelle beratungsstelle dienststelle geschäftsstelle anlaufstelle außenstelle "
    "präsidium(?:s)? direktion konsulat(?:s)? vertretung abteilung redaktion universität akademie hochschule "
    "klinik klinikum(?:s)? krankenhaus(?:es)? spital(?:s)? museum(?:s)? archiv(?:s)? aufsicht vereinigung "
    "union partei liga föderation allianz bewegung initiative komitee(?:s)? gremium(?:s)? parlament(?:s)? "
    "kongress(?:es)? bistum(?:s)? kirche zentrum(?:s)? anstalt genossenschaft innung bund(?:es)? streitkräfte "
    "truppen rettung wacht wache schutz hilfswerk(?:s)? hilfe zeitung blatt(?:s)? magazin(?:s)? rundschau "
    "sender(?:s)? bank front marine aufsichtsrat(?:s)? betriebsrat(?:s)? rebellen kasse versicherung "
    "verlag(?:s)?"
).replace(" ", "|")
"""How words for institutions end that are none, or rather something else, alone."""
INSTITUTIONS = words(
    f"{_HEAD}ministerium(?:s)? {_HEAD}regierung kreml (?:auswärtige[sn]_)?amt(?:es|s)? {_NOUN}+amt(?:es|s)? "
    f"{_HEAD}büro(?:s)? {_HEAD}dienst(?:es)? {_HEAD}botschaft {_HEAD}verwaltung {_HEAD}sekretariat(?:s)? "
    f"{_HEAD}armee {_HEAD}kommando(?:s)? {_HEAD}behörde {_HEAD}delegation {_HEAD}kommission {_HEAD}mission "
    f"{_HEAD}verb[aä]nd(?:e?s)? {_HEAD}polizei {_HEAD}anwaltschaft {_HEAD}gewerkschaft {_HEAD}gesellschaft "
    f"{_HEAD}verein(?:s)? {_HEAD}fraktion {_HEAD}kanzlei {_HEAD}stiftung {_HEAD}institut(?:s)? {_HEAD}kammer "
    f"{_HEAD}wehr {_HEAD}gericht(?:s)? {_HEAD}gemeinde {_HEAD}leitung {_HEAD}führung {_HEAD}senat(?:s)? "
    f"{_HEAD}zentrale {_HEAD}organisation {_HEAD}agentur kanton stadt verwaltungsrat {_HEAD}ausschuss(?:es)? "
    f"{_HEAD}werke (?-i:Marine) luftwaffe junta {_HEAD}miliz {_HEAD}synode {_HEAD}bündnis(?:ses)? (?-i:Rat) "
    "(?:krisen|general|führungs|einsatz|verwaltungs|planungs)stab(?:es|s)? "
    "(?:flüchtlings|presse|ethik|wirtschafts|jugend|zentral|verwaltungs|stiftungs|personal|eltern|medien|rundfunk|"
    "wissenschafts|sachverständigen|bei|partei|national|stände|kantons|regierungs|kirchen|ältesten)rat(?:e?s)? "
    "(?-i:Familie|Firma|Verlag) reederei werft fluggesellschaft brauerei spedition molkerei genossenschaft sparkasse "
    "pressestelle geschäftsstelle leitstelle "
    f"präsidium direktion konsulat redaktion universität akademie hochschule klinik klinikum krankenhaus museum "
    f"vereinigung parlament komitee rechnungshof gerichtshof bistum diözese streitkräfte rebellen separatisten "
    f"aufsichtsrat gemeinderat stadtrat betriebsrat sicherheitsrat zeitung magazin (?-i:Partei|Kirche|Blatt|Sender) "
    f"(?:{_NOUN}{{2,}}(?:{_BODIES})(?:e?s)?)"
)
