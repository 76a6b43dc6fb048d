import pytest

from db.bibliography.latex import plain


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"u}ber", "über"),
        (r"\"{u}ber", "über"),
        (r"\"uber", "über"),
        (r"\c{C}ankaya", "Çankaya"),
        (r"\c Cankaya", "Çankaya"),
        (r"\'{\i}", "í"),
        (r"\'\i x", "íx"),
        (r"\v{s}\k{a}\H{o}\.I\u{g}\r{a}", "šąőİğå"),
        (r"Stra{\ss}e \o re \AE", "Straße øre Æ"),
        (r"50\% of R\&D \$5 \#1 a\_b", "50% of R&D $5 #1 a_b"),
        ("``so'' -- or --- not", "“so” – or — not"),
        ("A~B", "A B"),
        (r"\emph{so} and \textbf{that}", "so and that"),
        ("{The {Lake} Council}", "The Lake Council"),
        (r"a set \{x\}", "a set {x}"),
        ("<b>bold</b> & <Iran>", "<b>bold</b> & <Iran>"),
        ("$x^{2}_{i}$ of {A}", "$x^{2}_{i}$ of A"),
        (r"\input{/etc/hosts}", r"\input/etc/hosts"),
        (r"\def\a{\a\a}\a", r"\def\a\a\a\a"),
        ("100 % sure", "100 % sure"),
        ("إعلان أستانا", "إعلان أستانا"),
        (r"\cite{a}", r"\citea"),
        ("\\", "\\"),
        ("", ""),
    ],
)
def test_latex_is_read_as_people_read_it(latex, text):
    assert plain(latex) == text


@pytest.mark.parametrize(
    "hostile",
    ["{" * 200_000, "}" * 200_000, "{" * 100_000 + "x" + "}" * 100_000, "\\" * 200_001, "$" * 200_001, '\\"{' * 70_000,
     "\\'" * 100_000, "-" * 200_000, "\\emph" * 50_000, "\\i" * 100_000],
    ids=["open", "close", "nested", "strokes", "maths", "accents", "marks", "dashes", "commands", "signs"],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_hostile_braces_and_commands_come_to_an_end(hostile):
    assert isinstance(plain(hostile), str)
