"""Common Turkish given names: they tell where, after an office or words unknown, a name begins."""

from __future__ import annotations

_MEN = """
  abdullah abdurrahman abdülkadir abdülhamit abidin adem adil adnan afşin ahmet akif akın alaattin ali alican alihan alp
  alpaslan alper alperen altan altay anıl aras arda arif armağan arslan asaf asım aslan ata atakan ataman atıf atilla attila
  avni aydemir aydın aykut aytaç aytekin ayhan aziz azmi bahadır bahattin bahri baki baran barbaros barış bartu başar batuhan
  bayram bedirhan bedrettin bedri behçet behiç behzat bekir berat berk berkay berke besim bilal bilge bora boran bozkurt
  burak burhan bülent cafer cahit can caner cavit celal celalettin celil cem cemal cemalettin cemil cemşit cenap cengiz cenk
  cevat cevdet cezmi cihan cihangir civan coşkun cumhur cüneyt çağatay çağlar çağrı çetin danyal davut demir demirhan denizhan
  derviş devrim dinçer doğan doğu doğukan dursun ebubekir edip efe ege ekrem emin emir emrah emre ender enes engin enis enver
  eralp eray ercan ercüment erdal erdem erdinç eren ergin ergun ergün erhan erkan erkin erkut erman erol ersan ersin ersoy
  ertan ertuğrul esat eser eşref ethem evren eyüp fadıl fahir fahrettin fahri faik faruk fatih fazıl fehim fehmi ferdi ferhat
  ferhan feridun ferit fethi fevzi feyyaz feyzi fikret fikri firuz fuat furkan galip gazanfer gökalp gökay gökçe gökhan
  gökmen göksel görkem gültekin gündüz güner güney gürbüz gürcan gürhan gürkan gürol gürsel güven habib habip hacı hadi hakan
  hakkı haldun halil halim halis halit haluk hamdi hamit hamza harun hasan haşim haşmet hatip haydar hayati haydar hayrettin
  hayri hazım hıdır hıfzı hilmi hulki hulusi hurşit hüsamettin hüseyin hüsnü hüsrev ırfan ibrahim idris ihsan ilhami ilhan
  ilker ilkay ilyas irfan isa ishak ismail ismet izzet izzettin kaan kadir kadri kahraman kamil kamuran kasım kaya kayhan kazım
  kemal kemalettin kenan kerem kerim korhan koray korkut köksal kubilay kudret kutay kutlu kutluhan kürşat latif levent lokman
  lütfi lütfü macit mahir mahmut malik mansur mazhar mazlum mehmet melih melik memduh mert mesut mete metehan metin mevlüt
  mithat mirza muammer muharrem muhammed muhammet muhittin muhlis muhsin muhtar mukadder murat murtaza musa mustafa muzaffer
  mücahit müfit mümtaz münir müslüm müştak naci nadir nafiz nahit nail naim namık nasuh naşit nazım nazif nazmi necat necati
  necdet necip necmettin necmi nedim nejat nevzat nezih nihat niyazi nizamettin nuh nurettin nuri nurullah nusret oğuz oğuzhan
  okan okay oktay olcay onat onur orçun orhan osman ozan ömer önder öner özay özcan özdemir özer özgür özhan özkan paşa
  peyami polat rafet ragıp rahim rahmi raif ramazan ramiz rasim raşit rauf recai recep refet refik remzi resul reşat reşit rıdvan
  rıfat rıfkı rıza ruhi rüknettin rüstem rüştü saadettin sabahattin sabri sacit sadettin sadık sadi sadri sadullah saffet saim
  sait salih salim sami samet samim saner sarp savaş seçkin sedat sefa sefer selahattin selami selçuk selim semih senih serdar
  serhan serhat serkan sermet sertaç server servet seyfettin seyfi seyit sezai sezer sezgin sıtkı sinan sinasi suat suavi suphi
  süha süleyman süreyya şaban şadi şahap şahin şakir şamil şefik şemsettin şenol şerafettin şeref şerif şevket şevki şinasi
  şükrü tacettin tahir tahsin talat talip tamer tanju taner tankut tarhan tarık tarkan taşkın tayfun tayfur taylan tayyar
  tekin teoman tevfik timuçin timur tolga toygar tufan tuğrul tuna tunca tuncay tuncer tunç turan turgay turgut turhan tümer
  türker ufuk uğur ulaş ulvi umur umut utku ümit ünal ünsal vahap vahit vasfi vecdi vecihi vedat vefa vehbi veli veysel volkan
  yağız yahya yakup yalçın yaman yaşar yavuz yekta yener yılmaz yiğit yunus yusuf yücel yüksel zafer zahit zekai zekeriya zeki
  ziya ziver zihni zühtü efkan nizam samet vural vefik vakur uygar ural tevhit tacı suad sırrı rasih pertev münif mahzun lemi
  kutsi izzet hikmet hami güngör gıyas fuzuli feramuz emrullah dündar cudi bereket bedii atalay asil altuğ akay agah
"""
_WOMEN = """
  acelya adalet adile afet afife ahu ajda alev aliye almila anıl arzu ası asiye aslı aslıhan asu asude asuman aybike ayça
  ayda ayfer aygül ayla aylin aynur aysel aysu aysun ayşe ayşegül ayşen ayşenur ayten azime azize azra bade bahar banu basak
  başak bedia bedriye begüm behice behiye belgin belkıs belma bengi bengisu bengü bennu beren beril berna berrak berrin betül
  beyhan beyza bilge bilgen billur binnaz binnur birgül birsen buket burcu burçak burçin büşra cahide canan candan canset
  cansu cavidan ceren cevriye ceyda ceylan cemile cihan çağla çiçek çiğdem çolpan damla defne deniz derin derya dicle didem
  dilan dilara dilek dilber dilruba dilşad dilşat duygu duru ebru ece eda edibe ela elçin elif elmas elvan emel emine emsal
  enise esen eser esin esma esra evrim eylül eylem fadime fahriye faize fatma fatmagül fazilet fehime feray ferda ferhan
  feride feriha feryal fidan figen filiz firdevs firuze fulya funda füruzan füsun gamze gizem gonca gökçe göksu gönül güher
  gül gülay gülbahar gülben gülbin gülcan gülçin gülden güldane gülderen gülendam güler gülfem gülhan gülin gülistan gülizar
  gülnaz gülnihal gülnur gülperi gülriz gülsen gülseren gülsüm gülşah gülşen gülten gülümser gülyüz güneş güzide güzin hacer
  hadiye hafize hale halide halime hamide hamiyet handan hande hasibe hasret hatice havva hayal hayat hayriye hazal hediye
  helin hicran hidayet hilal huriye hülya hümeyra hürrem hürriyet ışıl ışık ışın ikbal iclal idil iffet ilay ilayda ilknur
  inci ipek irem iris jale jülide kadriye kader kamile kerime kıymet kısmet kumru kübra lale lamia latife leman lerzan leyla
  macide mahinur mahmure makbule mebrure mediha mehtap mehlika melahat melda melek meliha melike melis melisa meltem mensure
  meral meriç merve meryem mevhibe mihriban mihrimah mine mualla muazzez muhterem mukaddes muzaffer müberra müesser müfide
  müge müjde müjgan mükerrem mülkiye münevver münire mürüvvet müşerref müyesser müzeyyen nadide nadire nagehan naciye naile
  naime nalan nazan nazife nazlı nazlıcan nazire nebahat necla necmiye nefise nehir neriman nermin neslihan neslişah nesrin neşe
  neval nevin nevra nevriye nezahat nezihe nigar nihal nihan nil nilay nilgün nilüfer nimet niran nuran nuray nurbanu nurcan
  nurdan nurgül nurhan nuriye nursel nursen nurten nükhet oya oylum öykü özden özge özgül özgün özlem özlen öznur pakize
  papatya pelin perihan peri perran pervin petek pınar piraye rabia rahime rana rebia refika remziye rengin resmiye reyhan
  ruhsar rukiye rüya saadet saliha sabiha sabriye sacide sadiye safiye sahure saime sakine samiye sanem sare seba seda sedef
  seher selda selin selma selva semiha semra semiramis sena senem seniha serap seray seren serpil serra sevda sevgi sevil
  sevilay sevim sevinç seyhan sezen sıdıka sibel simge simla sinem songül su suna suzan süheyla sümbül süreyya süveyda şadan
  şadiye şahika şaziye şebnem şefika şehnaz şehrazat şennur şeniz şenay şerife şermin şeyda şeyma şirin şule şükran şükriye
  tansu tijen tomris tuba tuğba tuğçe tülay tülin türkan türkay ulviye umay ülkü ülker ümran vahide varol vesile vildan
  yağmur yaprak yasemin yaşam yelda yeliz yeşim yıldız yonca yurdagül zahide zarife zehra zekiye zeliha zerrin zeynep
  zeycan zinnur ziynet zuhal zübeyde zühal zühre zülal zülfiye züleyha mürvet mesude leyda kevser ismigül hicret hesna
"""
_PLAIN = str.maketrans("âîû", "aıu", "\u0307") | {ord("î"): "i"}


def spelled(word: str) -> str:
    """A Turkish word in small letters, without the signs for long vowels."""
    return word.replace("İ", "i").replace("I", "ı").lower().translate(_PLAIN)


_NAMES = frozenset(f"{_MEN} {_WOMEN}".split()) - {"su"}


def is_given(word: str) -> bool:
    """Whether a word, in its own capitals, is a given name, or one made of two: “Ayşe-Nur”."""
    return all(part in _NAMES for part in spelled(word).split("-"))
