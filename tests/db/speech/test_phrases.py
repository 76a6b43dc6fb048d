"""Whom a few words name."""

import pytest

from db.speech import phrases
from db.speech.lexicon import lexicon

NAMED = {
    "en": {
        "Foreign Minister Ada Brandt": "Ada Brandt",
        "Deputy Prime Minister and Finance Minister Ada Brandt": "Ada Brandt",
        "UN Secretary-General António Guerra": "António Guerra",
        "Mr. Brandt": "Brandt",
        "Ms Brandt": "Brandt",
        "Col. Jan Feld": "Jan Feld",
        "Special Envoy for Veltria Arvid Moen": "Arvid Moen",
        "Minister of Foreign Affairs of Ardania Mira Kolen": "Mira Kolen",
        "President of the Republic of Ardania Mira Kolen": "Mira Kolen",
        "Ada van der Brandt": "Ada van der Brandt",
        "Ahmad al-Khatib": "Ahmad al-Khatib",
        "Maria Anna O'Neill": "Maria Anna O'Neill",
        "Sheikh Omar bin Said": "Omar bin Said",
        "the leader of the opposition Jan Feld": "Jan Feld",
        "Geir O. Lund": "Geir O. Lund",
        "the Ardanian foreign minister": "",
        "the Foreign Ministry spokeswoman": "",
        "a senior Ardanian official": "",
        "Ardania's ambassador to the UN": "",
    },
    "ru": {
        "министр иностранных дел Ардании Мира Колен": "Мира Колен",
        "глава МИД Кестана Данияр Ахунов": "Данияр Ахунов",
        "президент Вельтрии Идрис Валь": "Идрис Валь",
        "официальный представитель МИД Ардании Мария Захарьина": "Мария Захарьина",
        "заместитель министра иностранных дел Ардании Геннадий Гатин": "Геннадий Гатин",
        "председатель комитета Анна Петровна Зимина": "Анна Петровна Зимина",
        "председатель группы наблюдателей Бакари Онде": "Бакари Онде",
        "посол Ардании в Кестане Пётр Лось": "Пётр Лось",
        "посол Кестана": "",
        "министр": "",
    },
    "de": {
        "die ardanische Außenministerin Mira Kolen": "Mira Kolen",
        "der Sprecher des Außenministeriums Jan Feld": "Jan Feld",
        "Generalsekretär der Vereinten Nationen António Guerra": "António Guerra",
        "Ardaniens Botschafter Tomas Renn": "Tomas Renn",
        "Staatssekretär Rainer von Amsberg": "Rainer von Amsberg",
        "der Botschafter Kestans": "",
        "der stellvertretende Ministerpräsident": "",
    },
    "fr": {
        "la ministre des Affaires étrangères Mira Kolen": "Mira Kolen",
        "le président de la République Idris Vahl": "Idris Vahl",
        "Mme Kolen": "Kolen",
        "le chef de la diplomatie ardanienne Tomas Renn": "Tomas Renn",
        "le secrétaire général de l’ONU António Guerra": "António Guerra",
        "la vice-ministre de la Défense Ada Brandt": "Ada Brandt",
        "un responsable ardanien": "",
    },
    "tr": {
        "Ardanya Dışişleri Bakanı Mira Kolen": "Mira Kolen",
        "Dışişleri Bakan Yardımcısı Sedat Önol": "Sedat Önol",
        "BM Veltriya Özel Temsilcisi Geir Lund": "Geir Lund",
        "Gözlem Grubu Başkanı Bakari Onde": "Bakari Onde",
        "Prof. Dr. Ayşe Demir": "Ayşe Demir",
        "Ardanya'nın Ankara Büyükelçisi Tomas Renn": "Tomas Renn",
    },
    "ar": {
        "وزير الخارجية الأرداني سامر الهادي": "سامر الهادي",
        "رئيس الوزراء كمال بدر": "كمال بدر",
        "رئيس فريق التفاوض سمير نصر": "سمير نصر",
        "نائب رئيس مجلس النواب هشام علي": "هشام علي",
        "المتحدث باسم وزارة الدفاع نادر سليم": "نادر سليم",
        "مبعوث الأمم المتحدة أرفيد موين": "أرفيد موين",
        "الرئيس كولن": "كولن",
        "الأمين العام للأمم المتحدة أنطونيو غيرا": "أنطونيو غيرا",
        "ميرا كولن": "ميرا كولن",
        "السفير الأرداني": "",
        "رئيس أردانيا": "",
    },
    "fa": {
        "وزیر امور خارجه آردانیا میرا کولن": "میرا کولن",
        "سخنگوی وزارت خارجه مارتا لیند": "مارتا لیند",
        "رئیس جمهور ولتریا": "",
    },
}


@pytest.mark.parametrize(("code", "words", "name"), [(code, *one) for code in NAMED for one in NAMED[code].items()])
def test_a_name_is_told_from_the_title_before_it(code, words, name):
    found = phrases.read(lexicon(code), words, (), whole=True, anybody=True)
    assert found is not None
    assert found.name == name
    assert found.title in words


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "The report"), ("en", "The delegations"), ("ru", "Стороны"),
     ("de", "Der Bericht"), ("fr", "Le rapport"), ("tr", "Heyetler"),
     ("ar", "البيان المشترك"), ("ru", "Источники"), ("en", "")],
)  # fmt: skip
def test_a_thing_is_nobody(code, words):
    assert phrases.read(lexicon(code), words, (), whole=True) is None


@pytest.mark.parametrize(
    ("code", "words", "how"),
    [("en", "they", "sides"), ("ru", "они", "sides"), ("en", "The ministers of both states", "sides"),
     ("en", "Kestan’s finance ministry", "institution"), ("de", "das Außenministerium", "institution"),
     ("en", "she", "pointed"), ("ar", "الجانبان", "sides"), ("fr", "elle", "pointed")],
)  # fmt: skip
def test_sides_institutions_and_pronouns_are_told_apart(code, words, how):
    found = phrases.read(lexicon(code), words, (), whole=True)
    assert found is not None
    assert found.how == how


def test_a_single_capital_is_a_name_only_where_it_is_known():
    lex = lexicon("en")
    assert phrases.read(lex, "Kolen", (), whole=True) is None
    found = phrases.read(lex, "Kolen", {"kolen"}, whole=True)
    assert found is not None
    assert found.name == "Kolen"
