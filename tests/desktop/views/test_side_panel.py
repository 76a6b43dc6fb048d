"""A pane with a field, filters and a list below them."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.views.side_panel import SidePanel
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.search_field import SearchField


def test_nothing_above_the_list_is_pressed_together_where_a_low_pane_says_that_nothing_was_found(qtbot):
    panel = SidePanel("Quotes", SearchField("Search", "Search"), (), QWidget())
    qtbot.addWidget(panel)
    row = flow_row(panel, 6, *(QLabel(words) for words in ("Newest first", "Narrow the search", "In context")))
    panel.add_note(row)
    panel.show_count("0 quotes", ("No quote holds this. Try fewer words, or a beginning. " * 3, "Show all quotes"))
    panel.resize(200, 190)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.width() == 200
    assert row.heightForWidth(200 - 28) > row.heightForWidth(900)
    assert row.height() >= row.heightForWidth(row.width())
