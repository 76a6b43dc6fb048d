"""The box of a facet: its choices with their numbers, and that these are of a part where counting took too long."""

import pytest

from db.quote_facets import Choice, Facet
from desktop.views.facet_box import FacetBox


@pytest.fixture
def box(qtbot):
    """A box without choices."""
    box = FacetBox("speaker", "Speaker")
    qtbot.addWidget(box)
    return box


CHOICES = [Choice('"Mira Kolen"', "Mira Kolen", 1200), Choice("Tarik", "Tarik", 3)]


def shown(box):
    return [box.itemText(at) for at in range(box.count())]


def test_numbers_that_are_not_of_all_quotes_say_so(box):
    box.show_facet(Facet(CHOICES, whole=False))
    assert shown(box) == ["Speaker", "Mira Kolen (1,200+)", "Tarik (3+)"]
    assert "at least so many" in box.toolTip()
    box.show_facet(Facet(CHOICES))
    assert shown(box) == ["Speaker", "Mira Kolen (1,200)", "Tarik (3)"]
    assert box.toolTip() == ""


def test_a_choice_is_told_and_taken_back(box, qtbot):
    box.show_facet(Facet(CHOICES, chosen="Tarik"))
    assert (box.currentText(), box.property("chosen")) == ("Tarik (3)", True)
    for at, told in ((1, ["speaker", '"Mira Kolen"']), (0, ["speaker", ""])):
        with qtbot.waitSignal(box.narrowed) as narrowed:
            box.activated.emit(at)
        assert narrowed.args == told
