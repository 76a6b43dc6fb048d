"""German verbs of saying, and how they are parted from their particles."""

from __future__ import annotations

from collections.abc import Iterator

from db.speech.lexicon import words
from db.speech.sentences import HIDDEN

_PARTICIPLES = """
  gesagt erklärt betont mitgeteilt angekündigt hinzugefügt bestätigt unterstrichen hervorgehoben gewarnt gefordert
  festgestellt zurückgewiesen beklagt kritisiert begrüßt bemängelt zugesagt vorgeschlagen verlangt dementiert
  bestritten klargestellt gemeldet geschildert erläutert gemahnt versprochen ausgeschlossen bedauert bekräftigt
  versichert eingeräumt geäußert geantwortet berichtet gedankt appelliert aufgerufen gelobt verurteilt behauptet
  angegeben angedeutet angeregt angemahnt angedroht vorgeworfen vorgerechnet vorhergesagt zugegeben zugesichert
  eingewandt eingewendet nahegelegt richtiggestellt beteuert verkündet angeprangert beschuldigt ausgesagt dargelegt
  gewürdigt bezeichnet bekanntgegeben widersprochen empfohlen gebeten beantragt erzählt verraten
  bekanntgemacht entgegnet erwidert unterstellt angezweifelt bezweifelt offenbart signalisiert
"""
_PLAIN = """
  sagte sagt sagten erklärte erklärt erklärten betonte betont betonten meinte meint fügte fügt berichtete berichtet
  äußerte?(?!\\s+sich\\b)
  unterstrich unterstreicht bemerkte bemerkt ergänzte ergänzt antwortete antwortet entgegnete entgegnet
  erwiderte erwidert fragte fragt warnte warnt versicherte versichert bestätigte bestätigt behauptete behauptet
  schrieb schreibt räumte räumt kündigte kündigt teilte teilt wies verwies verweist erläuterte erläutert forderte
  fordert mahnte mahnt erinnerte erinnert konstatierte konstatiert resümierte resümiert kommentierte kommentiert
  scherzte scherzt spottete spottet wiederholte wiederholt argumentierte argumentiert gestand gesteht bekräftigte
  bekräftigt beklagte beklagt versprach verspricht kritisierte kritisiert so zitierte warf wirft
  meldete meldet registrierte registriert verzeichnete verzeichnet
  mitteilte mitteilt angab angibt bekanntgab bekanntgibt hinzufügte hinzufügt einräumte einräumt ausführte ausführt
  ankündigte ankündigt feststellte feststellt klarstellte klarstellt darlegte darlegt
  schilderte schildert erzählte erzählt notierte notiert beschwerte beschwert klagte klagt prophezeit prophezeite
  orakelte orakelt insistierte insistiert monierte moniert bemängelte bemängelt mutmaßt mutmaßte drängte drängt
  jubelte jubelt schimpfte schimpft wetterte wettert polterte poltert lästerte lästert stichelte stichelt brüllte
  brüllt seufzte seufzt bezeugte bezeugt korrigierte korrigiert vermeldete vermeldet schätzte schätzt vermutete
  vermutet prognostizierte prognostiziert offenbarte offenbart verriet verrät plauderte plaudert stöhnte stöhnt
  murmelte murmelt flüsterte flüstert höhnte höhnt frotzelte frotzelt witzelte witzelt konterte kontert parierte
  pariert präzisierte präzisiert verdeutlichte verdeutlicht unterstellte unterstellt urteilte urteilt bilanzierte
  bilanziert folgerte folgert schlussfolgerte schlussfolgert empfahl empfiehlt riet rät drohte droht schwor schwört
  gelobte gelobt spekulierte spekuliert signalisierte signalisiert befand befindet_\\w+_für garantierte garantiert
  bedauerte bedauert beteuerte beteuert bestand besteht_darauf bekannte bekennt fuhr
  informierte informiert unterrichtete verkündete verkündet proklamierte proklamiert erkundigte erkundigt
  entschuldigte entschuldigt twitterte twittert postete postet bloggte kabelte telegrafierte
  brummte brummt knurrte knurrt raunte raunt hauchte haucht zischte zischt grummelte grummelt nuschelte stammelte
  stammelt schluchzte schnaubte feixte feixt schwärmte schwärmt sinnierte sinniert
  dozierte doziert diagnostizierte
  diagnostiziert
  verteidigte_sich verteidigt_sich echauffierte empörte empört ereiferte ereifert entrüstete schnarrte rügte rügt
  appellierte appelliert gratulierte gratuliert replizierte repliziert retournierte
  sekundierte sekundiert pflichtete pflichtet beschwor beschwört
  relativierte relativiert


  wollte_wissen will_wissen hieß_es_von
  ließ(?=[^.;]*\\b(?:wissen|ausrichten|verlauten|mitteilen|erklären|verbreiten|anklingen|durchblicken|verkünden)\\b)
  lässt(?=[^.;]*\\b(?:wissen|ausrichten|verlauten|mitteilen|erklären|verbreiten|anklingen|durchblicken|verkünden)\\b)
  rechnet(?=[^.;]*\\beigenen_Angaben\\b) gab_zu_bedenken gibt_zu_bedenken gab(?=[^.;]*bekannt) gibt(?=[^.;]*bekannt)
  stellte(?=[^.;]*\\b(?:klar|fest|richtig)\\b) stellt(?=[^.;]*\\b(?:klar|fest|richtig)\\b)
  hob(?=[^.;]*\\bhervor\\b) hebt(?=[^.;]*\\bhervor\\b) rief(?=[^.;]*\\bzu\\b)
  schloss_nicht_aus
"""
_PARTED = """
  an: kündigte kündigt gab gibt merkte merkt mahnte mahnt regte regt deutete deutet drohte droht führte führt bot bietet
  aus: führte führt sagte sagt plauderte plaudert schloss schließt richtete richtet
  bei: pflichtete pflichtet
  bekannt: gab gibt machte macht
  dagegen: hielt hält setzte setzt
  dar: legte legt stellte stellt
  ein: räumte räumt wandte wendet warf wirft gestand gesteht lenkte lenkt
  entgegen: hielt hält setzte setzt schleuderte
  fest: stellte stellt hielt hält
  fort: fuhr fährt setzte setzt
  frei: gab gibt
  heraus: platzte
  hin: wies weist
  hinterher: schickte schickt schob schiebt
  hinzu: fügte fügt setzte setzt
  klar: stellte stellt
  mit: teilte teilt
  nach: legte legt hakte hakt schob schiebt fragte
  nahe: legte legt
  richtig: stellte stellt
  um: schrieb
  vor: rechnete rechnet schlug schlägt warf wirft hielt hält brachte bringt las liest trug trägt
  voraus: sagte sagt
  vorher: sagte sagt
  zu: gab gibt sagte sagt sicherte sichert rief ruft raunte raunt flüsterte gestand gesteht stimmte stimmt
  zurecht: rückte rückt
  zurück: wies weist gab gibt fragte fragt schrieb schreibt rief
  zusammen: fasste fasst
"""
"""Particles, and the verbs that say something with them at the end of their clause."""
_ATTITUDE = (
    r"äußerte?_sich(?=[^.;:]*(?:\bdass\b|\b(?!(?:schließ|end|öffent|schrift|münd|ausführ|kürz|persön|täg|jähr|plötz)lich)"
    r"(?:\w{3,}(?:lich|isch|voll|los|iert|nend|tend|siv|tiv)|besorgt|zufrieden|empört|enttäuscht|erleichtert|entsetzt|"
    r"erfreut|bestürzt|ablehnend|vorsichtig|traurig|verärgert|erschüttert|überrascht|verhalten|knapp)(?:er)?\b))"
)
"""How somebody’s attitude is told, and not only that somebody spoke."""
_REFUSED = r"lehnte?(?=[^.;]*\bab\b)(?![^.;]*\b(?:Kommentar|Stellungnahme|Auskunft|Gespräch|Interview|Anfrage)\w*\b)"
"""“Refused the plan”, and not to comment."""
_WELCOMED = (
    r"begrüßte(?=\s+(?:[\w-]+\s+){1,3}?(?-i:[A-ZÄÖÜ])\w*"
    r"(?:ung|entscheid|schluss|nis|schritt|ruhe|schaft|tion|kommen|plan|zusage)\w*)"
)
"""“Welcomed the decision”, and not guests."""
_REPORTS = """
  schlug(?=[^.;]*\\bvor\\b) schlägt(?=[^.;]*\\bvor\\b) führte(?=[^.;]*\\bzurück\\b) führt(?=[^.;]*\\bzurück\\b)
  beschuldigte beschuldigt verteidigte verteidigt bezweifelte bezweifelt zweifelte zweifelt
  stritt(?=[^.;]*\\bab\\b) streitet(?=[^.;]*\\bab\\b)
  schloss(?=[^.;]*\\baus\\b) schließt(?=[^.;]*\\baus\\b) prangert(?=[^.;]*\\ban\\b)
   plädierte plädiert verlangte verlangt beantragte
  beantragt bat bittet ermahnte ermahnt ermuntert ermutigte ermutigt
  rügte rügt tadelte tadelt geißelte geißelt prangerte prangert distanzierte distanziert bekundet wünschte
  wünscht attackierte attackiert rühmte rühmt pries preist
  schloss_nicht_aus unterstützte unterstützt befürwortete befürwortet widersprach widerspricht dementierte dementiert
  zog_in_Zweifel machte_deutlich macht_deutlich machte_klar macht_klar verwahrte verwahrt entschuldigte_sich freute
  freut_sich
  stellte(?=[^.;]*\\bin_Aussicht\\b) stellt(?=[^.;]*\\bin_Aussicht\\b) sagte(?=[^.;]*\\bzu\\b)
  rechnete?t?(?=[^.;]*\\b(?:damit|mit)\\b)(?![^.;]*\\bab\\b) geht(?=\\s+(?:\\w+\\s+)?davon\\s+aus\\b)
  ging(?=\\s+(?:\\w+\\s+)?davon\\s+aus\\b) glaubt glaubte
  hält(?=[^.;]*\\bfür\\b) hielt(?=[^.;]*\\bfür\\b) deutet(?=[^.;]*\\bals\\b) deutete(?=[^.;]*\\bals\\b)
  wertet(?=[^.;]*\\bals\\b) wertete(?=[^.;]*\\bals\\b) bewertet(?=[^.;]*\\bals\\b) bewertete(?=[^.;]*\\bals\\b)
  dankte dankt lobte lobt würdigte würdigt verurteilte verurteilt rief(?=[^.;]*\\b(?:auf|dazu|zur|zum)\\b)
  appellierte appelliert
  drückte drückt bekundete bekundet sprach_sich bestritt bestreitet wies_zurück hob zeigte_sich gratulierte sprach_von

"""


_OF = (
    r"(?=\s+(?:(?:dagegen|hingegen|zudem|auch|sogar|erneut|lediglich|nur|jedoch|später|danach|gar|abermals|wiederum)\s+)*"
    r"(?:von|sich)\b)"
)
"""What follows “sprach” when it tells what somebody said."""


def _parted() -> Iterator[str]:
    """The verbs that need their particle, each with what tells that it follows at the clause's end, or behind it."""
    for line in _PARTED.strip().splitlines():
        particle, _, forms = line.partition(":")
        ended = rf"(?=[^.;:]*\b{particle.strip()}[\s{HIDDEN}]*(?:[^\w\s]|$|(?:und|dass|ob|wie)\b))"
        yield from (f"{form}{ended}" for form in forms.split())
        yield from (f"{particle.strip()}{blank}{form}" for form in forms.split() for blank in ("", "_"))


_PERFECT = rf"(?:hat|hatte)_(?:[\w{HIDDEN}-]+_){{0,12}}?(?:{'|'.join(_PARTICIPLES.split())})"
SAID = words(" ".join([_PLAIN, *_parted(), _PERFECT]))
REPORTS = words(f"{_REPORTS} sprach{_OF} spricht{_OF} {_ATTITUDE} {_WELCOMED} {_REFUSED}")
