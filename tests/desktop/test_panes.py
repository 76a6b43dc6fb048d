"""The panes side by side: which takes the room that comes free."""


def test_the_page_takes_the_room_that_the_window_or_a_closed_pane_gives(window, qtbot):
    window.resize(1280, 800)
    window.panes.share_out(1280)
    left, page, right = window.panes.sizes()
    window.resize(1480, 800)
    qtbot.waitUntil(lambda: window.panes.sizes() == [left, page + 200, right])
    window.right.hide()
    qtbot.waitUntil(lambda: window.panes.sizes()[0] == left)
