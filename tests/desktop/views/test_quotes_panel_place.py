"""Where one is in the quotes pane, and in which order, through edits, searches and restarts."""

from db import Library
from tests.desktop.hands import choose_entry


def make_many(path):
    """The file of a library with 300 quotes of the same words."""
    with Library.create(path, "Many") as library, library.revise("Fill"):
        for number in range(300):
            library.quotes.add(uid=f"q-{number}", form="direct", text="We spoke of peace and of war for hours")
    return path


def test_the_chosen_quote_stays_under_the_cursor_when_the_best_matches_come_first(start, tmp_path, idle):
    path = tmp_path / "many.parley"
    with Library.create(path, "Many") as library, library.revise("Make speeches"):
        for number in range(1200):
            text = "peace peace peace" if number == 600 else f"They spoke of peace and of much else in hall {number}"
            library.quotes.add(uid=f"q-{number}", form="direct", text=text, said_on=f"{1000 + number}")
    app = start(path)
    panel = app.window.quotes
    model, told = panel.list.model(), []

    def choose_one():
        if not told:
            panel.list.setCurrentIndex(model.index(5, 0))
            panel.list.scrollTo(model.index(9, 0))
            told.append((panel.list.line().uid, panel.list.visualRect(panel.list.currentIndex()).top()))

    model.reordering.connect(choose_one)
    model.reordering.disconnect(panel.list._keep_place)
    model.reordering.connect(panel.list._keep_place)
    choose_entry(panel.order, "Best match")
    panel.field.setText("peace ")
    idle(app)
    assert model.quote(model.index(0, 0)).uid == "q-600"
    assert told == [(panel.list.line().uid, panel.list.visualRect(panel.list.currentIndex()).top())]
    assert panel._waiting.isHidden()


def test_the_best_matches_stand_first_in_context_too(start, tmp_path, idle):
    with Library.create(tmp_path / "many.parley", "Many") as library, library.revise("Fill"):
        for number in range(1010):
            text = "peace peace peace" if number == 500 else "We spoke of peace and of other things for hours"
            library.quotes.add(uid=f"q-{number}", form="direct", text=text, said_on=f"{1000 + number}")
    app = start(tmp_path / "many.parley")
    panel = app.window.quotes
    choose_entry(panel.order, "Best match")
    panel.in_context.click()
    panel.field.setText("peace ")
    idle(app)
    assert panel.context.model().quote(panel.context.model().index(0, 0)).uid == "q-500"
    assert panel._how_far.text() == "In context: the words of the first 64 quotes: more come as you go down."
    panel.in_context.click()
    assert panel._how_far.isHidden()


def test_the_order_and_the_open_facets_are_kept_for_the_next_start(start, astana, idle):
    app = start(astana)
    panel = app.window.quotes
    assert panel._facets_row.isHidden()
    choose_entry(panel.order, "Shortest first")
    panel.narrow.click()
    app.window.close()
    app.stop()
    panel = start(astana).window.quotes
    assert (panel.order.currentText(), panel.ordering) == ("Shortest first", "length")
    assert not panel._facets_row.isHidden()
    model = panel.list.model()
    lengths = [len(model.quote(model.index(row, 0)).text.split()) for row in range(model.rowCount())]
    assert lengths == sorted(lengths)


def test_another_search_is_shown_from_its_top_and_an_edit_leaves_the_place(start, copy_of, idle):
    app = start(copy_of(make_many))
    panel = app.window.quotes
    for view, words in ((panel.list, ("peace", "war")), (panel.context, ("peace", "war"))):
        panel.show_in_context(view is panel.context)
        for word in words:
            panel.field.setText(word)
            idle(app)
            assert view.verticalScrollBar().value() == 0
            view.verticalScrollBar().setValue(600)
        app.session.run(lambda library: library.quotes.edit("q-7", text="We spoke of peace and of war for days"))
        idle(app)
        assert view.verticalScrollBar().value() == 600
    choose_entry(panel.order, "Word after")
    idle(app)
    assert panel.context.verticalScrollBar().value() == 0


def test_an_edit_leaves_a_list_that_was_gone_through_where_it_is(start, copy_of, idle):
    app = start(copy_of(make_many))
    panel = app.window.quotes
    panel.field.setText("peace")
    idle(app)
    panel.list.setCurrentIndex(panel.list.model().index(250, 0))
    place, uid = panel.list.verticalScrollBar().value(), panel.list.line().uid
    app.session.run(lambda library: library.quotes.edit(uid, text="We spoke of peace and of much else"))
    idle(app)
    assert place > 10_000
    assert (panel.list.verticalScrollBar().value(), panel.list.line().uid) == (place, uid)
    assert panel.list.line().text == "We spoke of peace and of much else"
