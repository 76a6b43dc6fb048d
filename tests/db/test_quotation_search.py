"""A quotation is found in whatever text of a library it stands, the best first."""

import unicodedata

import pytest

from db.cancel import Cancel, Cancelled
from db.errors import Gone
from db.quotation_search import MOST, of_quote, verify
from tests.db.speeches import SPEECHES


@pytest.fixture
def speeches(library):
    """A library with a source in each language, their uids the languages, and one without a text."""
    for language, text in SPEECHES.items():
        library.sources.add(uid=language, title=f"Speech in {language}", text=text, published="2031-03-14")
    library.sources.add(uid="none", title="No text is held of this")
    return library


def found(library, text, sources=None):
    """Source and result of each passage."""
    return [(one.source, one.finding.result) for one in verify(library, text, sources).found]


def passage(library, quote):
    """The passage of a quote."""
    told = of_quote(library, quote, Cancel())
    assert told.found
    assert told.result == told.found.finding.result
    return told.found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We do not accept a military solution", [("en", "verbatim")]),
        ("We do not accept the military solution", [("en", "differs")]),
        ("[W]e do not accept … the dispute", [("en", "verbatim")]),
        ("никогда его не принимали", [("ru", "verbatim")]),
        ("никогда не принимали его", [("ru", "differs")]),
        ("İlkeşehir'deki 25 kişilik heyetimiz", [("tr", "marks")]),
        ("نحن لا نقبل حلا عسكريا للنزاع", [("ar", "marks")]),
        ("ما راه حل نظامي را نمي پذيريم", [("fa", "marks")]),
        ("我们不接受以军事手段解决争端", [("zh", "verbatim")]),
        ("我们接受以军事手段解决争端", [("zh", "differs")]),
        ("Adaline Brook", [("de", "verbatim"), ("en", "verbatim"), ("fr", "verbatim")]),
        ("Adaline Brook and her sheep on the hills of another land", []),
        ("ilitary solutio", []),
        ("\ud800", []),
    ],
)
def test_a_quotation_is_found_where_it_stands(speeches, text, expected):
    assert sorted(found(speeches, text)) == expected


def test_a_passage_is_told_with_its_source_and_what_is_around_it(speeches):
    (one,) = verify(speeches, "14 March. “We do not accept a military solution").found
    assert (one.title, one.published, one.publisher) == ("Speech in en", "2031-03-14", None)
    assert one.before == "The envoys of Norland met again on "
    assert one.after.startswith(" to the dispute, and we never did”, said Minister Adaline Brook;")
    assert one.after.endswith(" …")
    assert SPEECHES["en"][one.finding.starts : one.finding.ends].startswith("14 March")
    (late,) = verify(speeches, "the river talks will fail").found
    assert late.before.startswith("… ")
    assert late.after == "."


def test_the_best_comes_first(library):
    for uid, text in (
        ("differs", "They said that the river talks may fail."),
        ("marks", "They said that “the river\ntalks will fail”."),
        ("verbatim", "They said that the river talks will fail."),
    ):
        library.sources.add(uid=uid, title=uid, text=text)
    assert [source for source, _ in found(library, "the river talks will fail")] == ["verbatim", "marks", "differs"]


def test_only_the_sources_that_are_asked_for_are_looked_at(speeches):
    assert found(speeches, "Adaline Brook", ["de"]) == [("de", "verbatim")]
    assert found(speeches, "Adaline Brook", ["none", "ru"]) == []
    assert found(speeches, "Adaline Brook", []) == []
    whole = verify(speeches, "Adaline Brook")
    assert (whole.texts, whole.without, whole.all) == (len(SPEECHES), 1, True)
    some = verify(speeches, "Adaline Brook", ["de", "none"])
    assert (some.texts, some.without, some.all) == (1, 1, True)


@pytest.mark.parametrize(
    ("language", "veil"),
    [
        ("tr", lambda text: unicodedata.normalize("NFD", text)),
        ("en", lambda text: text.replace("i", "i\u00ad").replace("o", "o\u00ad")),
        ("ar", lambda text: text.replace("م", "مَ").replace("ن", "نِ")),
        ("ar", lambda text: text.replace("ا", "\ufe8e").replace("ل", "\ufedf")),
        ("en", lambda text: text.replace(" ", "\n")),
    ],
    ids=("decomposed", "soft hyphens", "vowel signs", "shapes of letters", "line breaks"),
)
def test_a_text_written_with_other_signs_is_looked_through_too(library, language, veil):
    text = SPEECHES[language]
    quotation = text[text.index(" ") + 1 : text.index(" ", 60)]
    library.sources.add(uid="veiled", title="Veiled", text=veil(text))
    ((source, result),) = found(library, quotation)
    assert source == "veiled"
    assert result in ("verbatim", "marks")


def test_of_many_places_the_one_that_is_so_to_the_character_is_told(library):
    text = "The United Nations met. " * 30 + "The United Nations, he said, was there – Russia, too."
    library.sources.add(uid="un", title="Factsheet", text=text)
    for words in ("United Nations,", "– Russia,"):
        (one,) = verify(library, words).found
        assert (one.finding.result, one.finding.starts) == ("verbatim", text.index(words))


@pytest.mark.parametrize(
    "words", ["foreign ministers", "Foreign Ministry", "foreign Minister", "the Minister", "met minister"]
)
def test_of_a_few_words_those_that_differ_are_found_too(library, words):
    library.sources.add(uid="s", title="Report", text="They met. The foreign minister spoke. All of them left.")
    assert found(library, words) == [("s", "differs")]


def test_letters_inside_a_word_hide_no_whole_word_after_them(library):
    library.sources.add(uid="late", title="Late", text=f"{'another ' * 15}and then the other.")
    assert found(library, "other") == [("late", "verbatim")]


@pytest.mark.parametrize("text", ["", " ", "…", "[…]", "[the minister]", "“”", "\0", "!"])
def test_what_has_no_words_is_not_looked_for(speeches, text):
    assert verify(speeches, text).found == []
    assert verify(speeches, "").remark == "There is no word in this that could be looked for."


def test_one_letter_and_a_nul_are_looked_for(speeches):
    assert ("en", "verbatim") in found(speeches, "a")
    assert found(speeches, "We do\0 not accept a military solution") == [("en", "marks")]


def test_a_megabyte_is_looked_for(library):
    text = f"{SPEECHES['en']} " * 2500
    library.sources.add(uid="long", title="Long", text=text)
    assert found(library, text.strip()) == [("long", "verbatim")]
    assert found(library, f"Not {text}") == []
    assert found(library, f"{SPEECHES['en']} Or not.") == [("long", "differs")]


def test_so_many_are_told_and_no_more(library):
    with library.revise("Fill"):
        for at in range(MOST + 20):
            library.sources.add(title=str(at), text=f"Report {at}: the talks go on.")
    whole = verify(library, "the talks go on")
    assert len(whole.found) == MOST
    assert (whole.texts, whole.all) == (MOST, False)
    assert verify(library, "Report 7").all


def test_a_search_can_be_stopped(speeches):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        verify(speeches, "Adaline Brook", cancel=cancel)


def test_the_passage_of_a_quote_is_told_word_by_word(library, talks):
    assert passage(library, talks.quote).finding.result == "verbatim"
    library.quotes.edit(talks.quote, text="No civil solution")
    told = passage(library, talks.quote)
    assert (told.source, told.title) == (talks.source, "Joint statement")
    assert [segment.text.strip() for segment in told.finding.segments] == ["No", "military", "civil", "solution"]
    library.quotes.edit(talks.quote, text="Nothing of this")
    assert of_quote(library, talks.quote, Cancel()) == ("Nothing of this", "missing", None)
    library.citations.remove(talks.citation)
    assert of_quote(library, talks.quote, Cancel()) == ("Nothing of this", "no-text", None)
    library.quotes.remove(talks.quote)
    with pytest.raises(Gone):
        of_quote(library, talks.quote, Cancel())
