"""Common Turkish given names: they tell where, after an office or words unknown, a name begins."""

from __future__ import annotations

_MEN = """
  abdullah abdurrahman abdülhamit abdülkadir abidin adem adil adnan afşin agah ahmet akay akif akın alaattin ali
  alican alihan alp alpaslan alper alperen altan altay altuğ anıl aras arda arif armağan arslan asaf asil aslan asım
  ata atakan atalay ataman atilla attila atıf avni aydemir aydın ayhan aykut aytaç aytekin aziz azmi bahadır
  bahattin bahri baki baran barbaros bartu barış batuhan bayram başar bedii bedirhan bedrettin bedri behiç behzat
  behçet bekir berat bereket berk berkay berke besim bilal bilge bora boran bozkurt burak burhan bülent cafer cahit
  can caner cavit celal celalettin celil cem cemal cemalettin cemil cemşit cenap cengiz cenk cevat cevdet cezmi
  cihan cihangir civan coşkun cudi cumhur cüneyt danyal davut demir demirhan denizhan derviş devrim dinçer doğan
  doğu doğukan durmuş dursun dündar ebubekir edip efe efkan ege ekrem emin emir emrah emre emrullah ender enes engin
  enis enver eralp eray ercan ercüment erdal erdem erdinç eren ergin ergun ergün erhan erkan erkin erkut erman erol
  ersan ersin ersoy ersun ertan ertuğrul esat eser ethem evren eyüp eşref fadıl fahir fahrettin fahri faik faruk
  fatih fazıl fehim fehmi feramuz ferdi ferhan ferhat feridun ferit fethi fevzi feyyaz feyzi fikret fikri firuz fuat
  furkan fuzuli galip gani gazanfer gökalp gökay gökhan gökmen göksel gökçe görkem gültekin gündüz güner güney
  güngör gürbüz gürcan gürhan gürkan gürol gürsel güven gıyas habib habip hacı hadi hakan hakkı haldun halil halim
  halis halit haluk hamdi hami hamit hamza harun hasan hatip hayati haydar hayrettin hayri hazım haşim haşmet hikmet
  hilmi hulki hulusi hurşit hüsamettin hüseyin hüsnü hüsrev hıdır hıfzı ibrahim idris ihsan ilhami ilhan ilkay ilker
  ilyas irfan isa ishak ismail ismet izzet izzettin kaan kadir kadri kahraman kamil kamuran kasım kaya kayhan kazım
  kemal kemalettin kenan kerem kerim koray korhan korkut kubilay kudret kutay kutlu kutluhan kutsi köksal kürşat
  latif lemi levent lokman lütfi lütfü macit mahir mahmut mahzun malik mansur mazhar mazlum mehmet melih melik
  memduh mert mesut mete metehan metin mevlüt mirza mithat muammer muhammed muhammet muharrem muhittin muhlis muhsin
  muhtar mukadder murat murtaza musa mustafa muzaffer mücahit müfit mümtaz münif münir müslüm müştak naci nadir
  nafiz nahit nail naim namık nasuh nazif nazmi nazım naşit necat necati necdet necip necmettin necmi nedim nejat
  nevzat nezih nihat niyazi nizam nizamettin nuh nurettin nuri nurullah nusret okan okay oktay olcay onat onur orhan
  orçun osman ozan oğuz oğuzhan pertev peyami polat rafet ragıp rahim rahmi raif ramazan ramiz rasih rasim rauf
  raşit recai recep refet refik remzi resul reşat reşit ruhi rüknettin rüstem rüştü rıdvan rıfat rıfkı rıza
  saadettin sabahattin sabri sacit sadettin sadi sadri sadullah sadık saffet saim sait salih salim samet sami samim
  saner sarp satılmış savaş sedat sefa sefer selahattin selami selim selçuk semih senih serdar serhan serhat serkan
  sermet sertaç server servet seyfettin seyfi seyit sezai sezer sezgin seçkin sinan sinasi suad suat suavi suphi
  süha süleyman süreyya sırrı sıtkı tacettin tacı tahir tahsin talat talip tamer taner tanju tankut tarhan tarkan
  tarık tayfun tayfur taylan tayyar taşkın tekin teoman tevfik tevhit timur timuçin tolga toygar tufan tuna tunca
  tuncay tuncer tunç turan turgay turgut turhan tuğrul tümer türker ufuk ulaş ulvi umur umut ural utku uygar uğur
  vahap vahit vakur vasfi vecdi vecihi vedat vefa vefik vehbi veli veysel volkan vural yahya yakup yalçın yaman
  yavuz yağız yaşar yekta yener yiğit yunus yusuf yücel yüksel yılmaz zafer zahit zekai zekeriya zeki zihni ziver
  ziya zühtü çağatay çağlar çağrı çetin ökkeş ömer önder öner özay özcan özdemir özer özgür özhan özkan ümit ünal
  ünsal şaban şadi şahap şahin şakir şamil şefik şemsettin şenol şerafettin şeref şerif şevket şevki şinasi şükrü
"""
_WOMEN = """
  acelya adalet adile afet afife ahu ajda alev aliye almila anıl arzu asiye aslı aslıhan asu asude asuman ası aybike
  ayda ayfer aygül ayla aylin aynur aysel aysu aysun ayten ayça ayşe ayşegül ayşen ayşenur azime azize azra bade
  bahar banu başak bedia bedriye begüm behice behiye belgin belkıs belma bengi bengisu bengü bennu beren beril berna
  berrak berrin betül beyhan beyza bilge bilgen billur binnaz binnur birgül birsen buket burcu burçak burçin büşra
  cahide canan candan canset cansu cavidan cemile ceren cevriye ceyda ceylan cihan damla defne deniz derin derya
  dicle didem dilan dilara dilber dilek dilruba dilşad dilşat duru duygu ebru ece eda edibe ela elif elmas elvan
  elçin emel emine emsal enise esen eser esin esma esra evrim eylem eylül fadime fahriye faize fatma fatmagül
  fazilet fehime feray ferda ferhan feride feriha feryal fidan figen filiz firdevs firuze fulya funda füruzan füsun
  gamze gizem gonca göksu gökçe gönül güher gül gülay gülbahar gülben gülbin gülcan güldane gülden gülderen gülendam
  güler gülfem gülhan gülin gülistan gülizar gülnaz gülnihal gülnur gülperi gülriz gülsen gülseren gülsüm gülten
  gülyüz gülçin gülümser gülşah gülşen güneş güzide güzin hacer hadiye hafize hale halide halime hamide hamiyet
  handan hande hasibe hasret hatice havva hayal hayat hayriye hazal hediye helin hesna hicran hicret hidayet hilal
  huriye hülya hümeyra hürrem hürriyet iclal idil iffet ikbal ilay ilayda ilknur inci ipek irem iris ismigül jale
  jülide kader kadriye kamile kerime kevser kumru kübra kısmet kıymet lale lamia latife leman lerzan leyda leyla
  macide mahinur mahmure makbule mebrure mediha mehlika mehtap melahat melda melek meliha melike melis melisa meltem
  mensure meral meriç merve meryem mesude mevhibe mihriban mihrimah mine mualla muazzez muhterem mukaddes muzaffer
  müberra müesser müfide müge müjde müjgan mükerrem mülkiye münevver münire mürvet mürüvvet müyesser müzeyyen
  müşerref naciye nadide nadire nagehan naile naime nalan naz nazan nazife nazire nazlı nazlıcan nebahat necla
  necmiye nefise nehir neriman nermin neslihan neslişah nesrin neval nevin nevra nevriye nezahat nezihe neşe nigar
  nihal nihan nil nilay nilgün nilüfer nimet niran nur nuran nuray nurbanu nurcan nurdan nurgül nurhan nuriye nursel
  nursen nurten nükhet oya oylum pakize papatya pelin peri perihan perran pervin petek piraye pınar rabia rahime
  rana rebia refika remziye rengin resmiye reyhan ruhsar rukiye rüya saadet sabiha sabriye sacide sadiye safiye
  sahure saime sakine saliha samiye sanem sare seba seda sedef seher selda selin selma selva semiha semiramis semra
  sena senem seniha serap seray seren serpil serra sevda sevgi sevil sevilay sevim sevinç seyhan sezen sibel simge
  simla sinem songül su suna suzan süheyla sümbül süreyya süveyda sıdıka tansu tijen tomris tuba tuğba tuğçe tülay
  tülin türkan türkay ulviye umay vahide varol vesile vildan yaprak yasemin yağmur yaşam yelda yeliz yeşim yonca
  yurdagül yıldız zahide zarife zehra zekiye zeliha zerrin zeycan zeynep zinnur ziynet zuhal zübeyde zühal zühre
  zülal züleyha zülfiye çağla çiçek çiğdem çolpan ömür öykü özden özge özgül özgün özlem özlen öznur ülker ülkü
  ümran ışık ışıl ışın şadan şadiye şahika şaziye şebnem şefika şehnaz şehrazat şenay şeniz şennur şerife şermin
  şeyda şeyma şirin şule şükran şükriye
"""
_PLAIN = str.maketrans("âîû", "aıu", "\u0307") | {ord("î"): "i"}


def spelled(word: str) -> str:
    """A Turkish word in small letters, without the signs for long vowels."""
    return word.replace("İ", "i").replace("I", "ı").lower().translate(_PLAIN)


_NAMES = frozenset(f"{_MEN} {_WOMEN}".split()) - {"su"}


def is_given(word: str) -> bool:
    """Whether a word, in its own capitals, is a given name, or one made of two: “Ayşe-Nur”."""
    return all(part in _NAMES for part in spelled(word).split("-"))
