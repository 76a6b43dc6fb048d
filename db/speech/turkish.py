"""Speech in Turkish."""

from __future__ import annotations

import re

from db.speech.lexicon import NEVER, Lexicon, Words, a_set, words

_SAID = """
  \\w+[ıiuü]n[ıiuü]_(?:yapan|kullanan|veren|yineleyen) \\w+(?:sında|sinde|nda|nde)_bulunan \\w+mekle_yetindi
  \\w+makla_yetindi
  (?:sözlerini|ifadelerini|ifadesini|cümlesini|cümlelerini)_sarf_etti diye_\\w+[ıiuü]p_\\w+ (?:lafı|sözü)_\\w+_aldı
  (?:paylaşımında|yorumunda|esprisinde|şakasında|itirazında|teklifinde|vaadinde|talebinde|sitemde)_bulundu
  (?:yanıtını|cevabını|karşılığını|tepkisini)_aldı
  \\w+m[ae]kl[ae]_yetin\\w+ (?:ifadesini|ifadelerini|sözlerini)_kullan(?:arak|ırken|dıktan)
  söze_başladı sözlerine_\\w+ \\w+[ıiuü]n[ıiuü]_paylaştı \\w+[ıiuü]n[ıiuü]_verdi \\w+[ıiuü]n[ıiuü]_kullandı
  (?!\\w+l[ıiuü]ğ)\\w+[ıiuü]n[ıiuü]_yaptı
  \\w+[ıiuü]n[ıiuü]_aktardı \\w+[ıiuü]n[ıiuü]_yöneltti \\w+[ıiuü]n[ıiuü]_iletti \\w+[ıiuü]n[ıiuü]_dile_getirdi
  \\w+[ıiuü]n[ıiuü]_ekledi
  öne_sürdü ileri_sürdü dedi karşılık_verdi tepki_gösterdi yüklendi söylendi mırıldandı atıldı araya_girdi
  söze_girdi lafı_aldı çıkıştı sitem_etti dert_yandı homurdandı güldü ünledi taahhüt_etti müjdeledi ilan_etti
  özür_dilediğini_\\w+ üzerine_bastı not_düştü not_etti şaka_yaptı itirafta_bulundu taahhüdünde_bulundu
  hatırlatmasında_bulundu
  yorumladı değindi savunmasını_yaptı yalanlamasını_yaptı çağrısını_yineledi uyarısını_yineledi kaydını_düştü
  rapor_etti
  beyan_etti beyanında_bulundu temennisinde_bulundu ifade_buyurdu buyurdu yönünde_konuştu tepkisini_gösterdi
  bahsetti söz_etti anımsattı hatırlattığını dikkate_getirdi tahmin_etti öngördü ima_etti itiraz_etti karşı_çıktı
  övündü yakındı sızlandı fısıldadı bağırdı haykırdı mırıldandı espriyle_\\w+ özetledi detaylandırdı açıkladı ilan_etti
  söylemekle_yetindi güvence_verdi garanti_etti yemin_etti tavsiye_etti önerisinde_bulundu sözünü_verdi notunu_düştü
  \\w+(?:sında|sinde|[ae]rinde)_bulundu (?:sözlerini|konuşmasını|şöyle|sözlerine)_(?:\\w+_)?sürdürdü
  sözlerini_(?:\\w+_)?tamamladı (?:sözlerini|konuşmasını|sözlerine|sözü)_(?:\\w+_)?(?:bitirdi|noktaladı|bağladı)
  (?:şöyle|şunları|şu_\\w+)_(?:dedi|söyledi|ekledi|anlattı|yazdı|sıraladı)
  (?:şöyle|şunları|şu_\\w+)_(?:özetledi|açıkladı|aktardı|belirtti|vurguladı)
  (?:şöyle|şunları|şu_\\w+)_(?:ifade_etti|dile_getirdi)
  diye_\\w+_(?:verdi|etti|bulundu|gösterdi|girdi|sürdürdü) cümlelerini_kullandı diye_\\w+ şeklinde_\\w+ ekledi
  vurgusu_yaptı vurgusunu_yaptı itirazında_bulundu açıklık_getirdi
  dedi der diyor demişti diyerek derken diyen diye_\\w+
  şeklinde_(?:konuştu|cevap_verdi|yanıt_verdi|yanıtladı) konuştu ekledi
  devam_etti söylemişti belirtmişti ilan_etti söyledi söylüyor belirtti belirtiyor kaydetti vurguladı ifade_etti
  ifadesini_kullandı ifadelerini_kullandı
  ifadelerine_yer_verdi açıkladı açıklamasını_yaptı açıklamasında_bulundu değerlendirmesini_yaptı
  değerlendirmesinde_bulundu değerlendirdi dile_getirdi aktardı anlattı sordu sorusunu_sordu yanıtladı yanıtını_verdi
  yanıt_verdi cevap_verdi cevabını_verdi karşılığını_verdi cevapladı uyardı uyarısında_bulundu uyarısını_yaptı savundu
  iddia_etti hatırlattı duyurdu bildirdi yazdı paylaştı \\w+[ğk][ıiuü]n[ıiuü]_kabul_etti itiraf_etti vadetti söz_verdi
  sözlerini_kullandı
  sözleriyle_\\w+ mesajını_verdi yorumunu_yaptı görüşünü_dile_getirdi görüşünü_savundu görüşünü_paylaştı tekrarladı
  yineledi işaret_etti dikkat_çekti dikkati_çekti altını_çizdi şunları_söyledi şöyle_dedi şöyle_konuştu
  şunları_kaydetti çağrısında_bulundu çağrısı_yaptı doğruladı teyit_etti espri_yaptı temin_etti
"""
_REPORTS = """
  (?:açıklamaktan|söylemekten|belirtmekten|yanıtlamaktan|yorum_yapmaktan|(?:cevap|yanıt|bilgi)_vermekten)_kaçındı
  düşünüyor inanıyor inanmıyor
  bağladı suçladı eleştirdi savundu destek_verdi destekledi yanıtladı önerdi teklif_etti talep_etti rica_etti
  davet_etti
  tehdit_etti şüpheyle_karşıladı özür_diledi kutladı takdir_etti memnuniyet_duyduğunu_\\w+ umut_ettiğini_\\w+
  ümit_ettiğini_\\w+ beklediğini_\\w+ karşı_olduğunu_\\w+ yalanladı
  teşekkür_etti teşekkürlerini_(?:iletti|sundu) çağrıda_bulundu çağırdı övdü kınadı reddetti yalanladı istedi
  talep_etti
  umduğunu_belirtti memnuniyetini_\\w+ tebrik_etti desteklediğini_\\w+ değindi üzerinde_durdu önerdi
"""


def _tenses(forms: str) -> str:
    """Verbs given in the simple past, and those forms in the other tenses in which speech is told."""
    return " ".join(_tensed(form) for form in forms.split())


def _tensed(form: str) -> str:
    if not re.search(r"[a-zçğıöşü][dt][ıiuü]$", form):
        return form
    stem = form[:-2]
    soft = f"{stem[:-1]}d" if re.search(r"(?:^|_)et$", stem) else stem
    short = stem[:-1] if stem[-1] in "ae" else soft
    return (
        f"{stem}(?:[dt][ıiuü]|m[ıiuü]ş(?:t[ıiuü])?|mekte(?:dir)?|makta(?:dır)?) "
        f"{soft}[aeıiuü]?r(?:d[ıiuü])? {short}[ıiuü]yor(?:du)?"
    )


def _titles(forms: str) -> Words:
    """Offices, also as those of the one who tells: “başkanım”, “başkanımız”."""
    forms = re.sub(r"\(\?:([ıiuü])\)\?", r"(?:\1(?:m(?:[ıiuü]z)?)?)?", forms)
    return words(re.sub(r"\(\?:(s[ıiuü])\)\?", r"(?:\1|m(?:[ıiuü]z)?)?", forms))


LEXICON = Lexicon(
    code="tr",
    order="sov",
    cased=True,
    said=words(_tenses(_SAID)),
    reports=words(_tenses(_REPORTS)),
    judges=words(
        _tenses(
            "olarak_nitelendirdi olarak_niteledi olarak_tanımladı diye_niteledi diye_tanımladı olarak_değerlendirdi "
            "olarak_gördü"
        )
    ),
    transitive=NEVER,
    participles=NEVER,
    not_said=re.compile(r"(?<!\w)soru(?:yu|sunu|ları|larını)\s+(?:\w+\s+){0,3}$", re.IGNORECASE),
    inverting=NEVER,
    according=NEVER,
    according_self=words("ona_göre"),
    according_after=words(
        "göre bakılırsa kalırsa kalsa sorarsanız sorsanız bakarsanız "
        "ifadesiyle deyişiyle deyimiyle tabiriyle sözcükleriyle"
    ),
    titles={
        "foreign": _titles("dışişleri_bakan(?:ı|ının)? hariciye_vekili"),
        "premier": _titles("başbakan(?:ı)? şansölye(?:si)?"),
        "head": _titles(
            "cumhurbaşkanı devlet_başkanı lider(?:i)? kral(?:ı)? kraliçe(?:si)? emiri sultanı sadrazam padişah "
            "prens(?:i)? prenses(?:i)?"
        ),
        "spokes": _titles("sözcüsü sözcü basın_sekreteri basın_danışmanı basın_müşaviri"),
        "envoy": _titles(
            "(?:özel_)?temsilci(?:si)? elçi(?:si)? (?:baş|orta)?elçi(?:si)? büyükelçi(?:si)? sefir(?:i)? "
            "maslahatgüzar(?:ı)? arabulucu(?:su)? koordinatör(?:ü)?"
        ),
        "delegate": _titles(
            "(?:baş)?müzakereci(?:si)? heyeti?_başkanı heyet_başkanı eş_?başkanı heyetine_başkanlık_eden"
        ),
        "general": _titles(
            "general(?:i)? orgeneral mareşal oramiral koramiral tümamiral tuğamiral (?:genel)?kurmay_başkanı albay "
            "amiral(?:i)? komutan(?:ı)? tümgeneral korgeneral tuğgeneral"
        ),
        "minister": _titles("bakan(?:ı)? bakan_yardımcısı nazır(?:ı)?"),
        "official": _titles(
            "\\w+l[ae]r(?:[ıi]n)?d[ae]n_biri(?:si)? kaynakları mevkidaşı meslektaşı halefi selefi "
            "kaptan(?:ı)? piskopos imam müftü(?:sü)? konsolos(?:u)? ataşe(?:si)? avukat(?:ı)? "
            "(?:sanık|sanığı|zanlı|zanlısı|şüpheli|şüphelisi|davacı|davalı|mağdur|müşteki) araştırmacı dekan(?:ı)?  "
            "müfettiş(?:i)? savcı(?:sı)? yargıç muhtar(?:ı)? "
            "(?:teknik_)?direktör(?:ü)? menajer(?:i)? başhakem(?:i)? (?:baş)?editör(?:ü)? kaymakam(?:ı)? hukukçu "
            "iktisatçı hazine_müsteşarı başkan(?:ı)? yardımcısı müsteşar(?:ı)? müdür(?:ü)? danışman(?:ı)? "
            "vali(?:si)? milletvekili senatör  "
            "diplomat uzman(?:ı)? mühendis(?:i)? sekreter(?:i)? yetkili(?:si)? şef(?:i)? profesör prof doktor dr "
            "üye(?:si)? gazeteci doç direktör(?:ü)? (?:baş)?komiser(?:i)? rektör(?:ü)? h[aâ]kim(?:i)? "
            "(?:baş)?savcı(?:sı)? müşavir(?:i)? "
            "başdanışman(?:ı)? kethüda defterdar(?:ı)? akademisyen analist(?:i)? stratejist(?:i)? kaynak kaynağı "
            "başmüfettiş(?:i)? başkonsolos(?:u)? yarbay astsubay(?:ı)? baş_?müşavir(?:i)? genel_başkan(?:ı)? "
            "müdire(?:si)? antrenör(?:ü)? "
            "(?:baş)?mühendis(?:i)? (?:baş)?hemşire(?:si)? (?:baş)?uzman(?:ı)? (?:baş)?yaver(?:i)? "
            "başmimar(?:ı)? eksper(?:i)? stratejist(?:i)? koordinatör(?:ü)? denetçi(?:si)? başdenetçi(?:si)? "
            "hoca(?:sı)? sorumlusu (?-i:paşa|hanım|ağa) "
            "(?:grup_)?başkanvekili vekil(?:i)? muavini yönetici(?:si)? öğretim_üyesi genel_sekreter(?:i)?"
        ),
        "trade": _titles(
            ""
            "(?!\\w*nc[ıiuü]|(?:amac|sonuc|güc|sürec|borc|arac|ilac|ağac|maç|saç|haç|suç|kılıc|yamac|tac|kac|aç|iç|üç|"
            "çarpıc|etkileyic|yanıltıc|kalıc|geçic|bağlayıc|üzüc|sevindiric|edic|veric|şaşırtıc|yıkıc|yapıc|önleyic|"
            "caydırıc|belirleyic|yıpratıc|öldürüc|ürkütüc|düşündürüc|kesic|rahatlatıc|uyarıc|yakıc|alayc)[ıiuü])"
            "\\w{2,}(?:cı|ci|cu|cü|çı|çi|çu|çü)(?:sı|si|su|sü|m[ıiuü]z)? yazar(?:ı)? şair(?:i)? "
            "romancı ressam fotoğrafçı öğretmen(?:i)? hemşire öğrenci şoför(?:ü)? sürücü(?:sü)? pilot(?:u)? imam "
            "papaz "
            "rahip rahibe çoban(?:ı)? muhtar(?:ı)? bekçi(?:si)? kayıkçı(?:sı)? asker çavuş(?:u)? onbaşı teğmen "
            "üsteğmen asteğmen astsubay (?:kıdemli_)?(?:baş|üst)çavuş polis_memuru k[aâ]hya(?:sı)? "
            "yüzbaşı binbaşı yarbay tarihçi sosyolog jeolog ekonomist iktisatçı siyaset_bilimci arkeolog mimar(?:ı)? "
            "tercüman(?:ı)? çevirmen(?:i)? editör(?:ü)? muhabir(?:i)? yayın_yönetmeni gönüllü(?:sü)? aktivist "
            "sakini "
            "tanık tanığı esnaf çiftçi patron(?:u)? sahibi kurucu(?:su)? ortağı hekim cerrah ebe kaymakam(?:ı)? usta "
            "ustası şef garson(?:u)? memur(?:u)? k[aâ]tip k[aâ]tibi başk[aâ]tip(?:i)? sekreteri postacı "
            "\\w{2,}olog(?:u)? kondüktör(?:ü)? makinist(?:i)? teknisyen(?:i)? operatör(?:ü)? uşak uşağı subay(?:ı)? "
            "zabit(?:i)? murahhas(?:ı)? mebus(?:u)? delege(?:si)? hakem(?:i)? mutasarrıf(?:ı)? "
            "(?-i:berber|terzi|kasap|bakkal|çırak|kahveci|nalbant|jandarma|nöbetçi) "
            "k[aâ]tibe(?:si)? k[aâ]tib(?:i)? başk[aâ]tib(?:i)? mürettip hademe(?:si)? rehber(?:i)? "
            "psikolog biyolog antropolog hidrolog meteorolog veteriner kaptan eczacı müzisyen besteci yönetmen(?:i)? "
            "aktör aktris sanatçı sporcu bilim_insanı bilim_adamı siyasetçi politikacı noter yargıcı "
            "başhekim(?:i)? müteahhit işçi işadamı "
            "iş_adamı iş_kadını yazarı müdire kurmay başsavcı(?:sı)? emekli ihtiyar yaşlı "
            "komşusu raportör(?:ü)?"
        ),
        "body": _titles("şirketi firması holdingi grubu üreticisi işletmecisi"),
        "kin": _titles(
            "torunu annem babam dedem ninem amcam dayım teyzem halam kardeşim ablam ağabeyim eşim kızım oğlum "
            "komşum annesi babası "
            "dedesi ninesi amcası dayısı teyzesi halası kardeşi ablası ağabeyi eşi kızı oğlu karısı kocası arkadaşı "
            "yeğeni"
        ),
    },
    institutions=words(
        "bakanlığı bakanlık kremlin hükümeti büyükelçiliği ofisi cumhurbaşkanlığı sekreterliği ordusu "
        "başkanlığı komutanlığı ajansı müdürlüğü valiliği valilik belediyesi belediye komisyonu kurulu kurumu derneği "
        "sendikası birliği federasyonu odası konseyi savcılığı başsavcılığı emniyet polis mahkemesi partisi meclisi "
        "(?-i:Birlik|Vakıf|Komisyon|Örgüt|Teşkilat|Parti|Merkez|Enstitü) "
        "(?-i:Konsey|Dernek|Sendika|Komite|Başkanlık|Büyükelçilik) "
        "(?-i:Banka|Şirket|Kulüp|Federasyon|Konfederasyon|Müdürlük|Kooperatif|Üniversite|Hastane|Savcılık) "
        "(?-i:Ajans|Kurum|Kurul|Heyet|Misyon|Belediye|Mahkeme) örgütü elçiliği konfederasyonu kooperatifi platformu "
        "merkezi masası kulübü derneği vakfı baro barosu borsası kuruluşu müsteşarlığı daire_başkanlığı "
        "il_müdürlüğü enstitüsü sözcülüğü kaymakamlığı rektörlüğü fakültesi hastanesi holding kolluk jandarma afad "
        "misyonu heyeti vakfı üniversitesi enstitüsü komitesi şirketi bankası genelkurmay kızılay teşkilatı"
    ),
    sides=words(
        "taraflar heyetler garantörler ülkeler devletler bakanlar liderler katılımcılar uzmanlar onlar biz "
        "temsilciler yetkililer"
    ),
    pronouns=words("o kendisi"),
    many=words("onlar biz"),
    honorifics=a_set("sayın sn bay bayan dr prof mister mösyö madam matmazel hacı"),
    before_name=a_set("bu şu"),
    of=a_set(""),
    stops=a_set(
        "ve ile ama fakat ise de da için gibi kadar sonra önce bugün dün yarın ki çünkü ancak ayrıca konuşan gelen "
        "ilişkin dair hakkında üzerine olarak olan eden giden yapan bir her bunun buna bunu"
    ),
    joins=a_set("ve"),
    not_names=a_set(
        "Bu Bir O Ve Ama Ancak Fakat Sonra Önce Bugün Dün Yarın Her Biz Onlar Şu Ayrıca Öte Geçen Son İlk Toplantıda "
        "Toplantının Görüşmede Görüşmenin Açıklamasında Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar Ocak "
        "Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Aralık Taraflar Heyetler Kimse Hiç "
        "Eleştirenler "
        "Yetkililer Uzmanlar Ne Kim Neden Nasıl Gündem Akşam Sabah Sözde Yağmur Rapor Raporda Basın Sayın Konuşmasında"
    ),
    around=words(
        "ise de da ayrıca sonra daha_sonra ardından bugün dün yine tekrar öte_yandan bunun_üzerine bu_arada "
        "gazetecilere basına muhabirlere özellikle açıkça kısaca da_bunun_üzerine konuşmasında açıklamasında"
    ),
    adjuncts=re.compile(
        r"\s*(?:\w{2,}(?:erek|arak|ince|ınca|ken|daki|deki)|toplantıda|görüşmede|konuşmasında)\b", re.IGNORECASE
    ),
    relatives=NEVER,
    documents=words(
        "başlıklı adlı isimli mutabakat anlaşma\\w* bildiri\\w* deklarasyon\\w* protokol\\w* antlaşma\\w* plan\\w* "
        "rapor\\w* "
        "belge\\w* gazete\\w* dergi\\w* kitap kitab\\w* film\\w* oyun\\w* şarkı\\w* makale\\w* operasyon\\w* "
        "konferans\\w* "
        "program\\w* proje\\w* forum\\w* girişim\\w* sözde tabir\\w* terim\\w* kelime\\w* kavram\\w* grup grub\\w* "
        "hareket\\w* parti(?:si|nin|sinin)? kanal\\w* hat hattı format\\w* ortak kararı yasa\\w* harekat\\w* "
        "harekât\\w*"
    ),
    back=words("bunu"),
    in_house=re.compile(
        r"\W*(?P<who>[A-ZÇĞİÖŞÜ][\w ]{2,70}?)(?:[’']?n?[ıiuü]n\s+(?:\w+\s+){0,2}(?:sitesi|hesabı|kanalı)nd[ae]n?\b"
        r"(?=[^.]*(?:duyur|bildiril|paylaşıl|açıkla|belirtil|kaydedil)\w*[dt][ıiuü]\W*$)|(?:(?:[’']?n?[dt][ae]n|\s+tarafından|n?[cç][ae])\s+(?:\w+\s+){0,2}"
        r"|[’']?n?[ıiuü]n\s+(?:\w+\s+){0,2}(?:sitesi|hesabı|hesapları|kanalı)nd[ae]n?\s+)"
        r"(?:yapılan|yayımlanan|yayınlanan|paylaşılan|gönderilen|dağıtılan|verilen|duyurulan)\s+(?:\w+\s+){0,3}"
        r"(?:açıklama|duyuru|bildiri|mesaj|paylaşım|bilgilendirme|yazı|bilgi|not|metin|bülten|mektup)"
        r"(?:[dt][ae]|s?[ıiuü]nd[ae]|l[ae]rd[ae]|y[ae]\s+göre|s?[ıiuü]n[ae]\s+göre)\b)"
    ),
    common=a_set("ve bir bu da de için ile olarak daha çok gibi olan kadar ise ama sonra göre dedi"),
)
