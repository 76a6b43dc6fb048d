import pytest

from db.bibliography import languages, when


@pytest.mark.parametrize(
    ("text", "date", "sure", "more"),
    [
        ("2031", "2031", True, False),
        ("2031///", "2031", True, False),
        ("2031/3//", "2031-03", True, False),
        ("2031/03/04/evening", "2031-03-04", True, True),
        ("2031-03-04T10:00:00Z", "2031-03-04", True, False),
        ("4 March 2031", "2031-03-04", True, False),
        ("2031-03/2031-05", "2031-03", True, True),
        ("3-5 March 2031", "2031-03-03", True, True),
        ("March 2031 to May 2031", "2031-03", True, True),
        ("c. 2031", "2031", False, False),
        ("[2031]", "2031", False, False),
        ("2031?", "2031", False, False),
    ],
)
def test_dates_of_many_shapes_are_read(text, date, sure, more):
    assert when.read(text) == (date, sure, more)


@pytest.mark.parametrize("text", ["", "soon", "2031-13", "31.02.2031", "n.d.", "03/04/2031", "0/0/0", "-" * 1000])
def test_what_is_no_date_is_none(text):
    assert when.read(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("en", "en"), ("en-US", "en"), ("ENG", "en"), ("Russian", "ru"), ("русский", "ru"), ("per", "fa"),
     ("Elvish", None), ("", None), ("x" * 100, None)],
)  # fmt: skip
def test_languages_are_told_by_two_letters(text, code):
    assert languages.code(text) == code
