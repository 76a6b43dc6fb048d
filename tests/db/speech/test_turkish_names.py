"""Where Turkish names begin: behind offices that no list knows, behind participles, and before forms of address."""

import pytest

from db.speech import phrases
from db.speech.lexicon import lexicon
from db.speech.turkish_given_names import is_given


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("Taranova Su İdaresi Başmühendisi Derya Askeroğlu", "Derya Askeroğlu", "Taranova Su İdaresi Başmühendisi"),
        ("Kuzey Rasathanesi Ölçümbilimcisi İnci Göksoy", "İnci Göksoy", "Kuzey Rasathanesi Ölçümbilimcisi"),
        ("Balıkçılar Birliği Genel Koordinatörü Selma Kırdar", "Selma Kırdar", "Balıkçılar Birliği Genel Koordinatörü"),
        ("Torvana Havzası Baş Planlayıcısı Orvel Damir", "Orvel Damir", "Torvana Havzası Baş Planlayıcısı"),
        ("baldızım Cavidan Arıkboğa", "Cavidan Arıkboğa", "baldızım"),
        ("heyet başkanımız Nuri Akdoruk", "Nuri Akdoruk", "heyet başkanımız"),
        ("Denetim Merkezi Vardiya Amiri Tülin Beyazgül", "Tülin Beyazgül", "Denetim Merkezi Vardiya Amiri"),
        ("Yengem Perran Hanım", "Perran Hanım", "Yengem"),
        ("Mehmet Ali Sarpkaya", "Mehmet Ali Sarpkaya", ""),
        ("Ayşe Kutlu Demir", "Ayşe Kutlu Demir", ""),
        ("Rıfat Ender Bey", "Rıfat Ender", ""),
        ("Konuşan Derya Askeroğlu", "Derya Askeroğlu", ""),
        ("Depremzede Hacer Kulaksız", "Hacer Kulaksız", ""),
    ],
)
def test_a_name_is_told_from_the_office_before_it(words, name, title):
    found = phrases.read(lexicon("tr"), words, (), whole=True)

    assert found is not None
    assert (found.name, found.title) == (name, title)


@pytest.mark.parametrize("word", ["Işıl", "İnci", "Kâmil", "Ayşe", "Ayşe-Nur"])
def test_given_names_are_known_with_their_capitals_and_signs(word):
    assert is_given(word)


@pytest.mark.parametrize("word", ["Başmühendisi", "İdaresi", "Kurumu"])
def test_offices_and_institutions_are_no_given_names(word):
    assert not is_given(word)
