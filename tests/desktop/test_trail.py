"""Back and forward over the pages that were shown."""

import pytest

from desktop.models.quote_list import Asked
from desktop.trail import LONGEST, Address, Trail, place_target, target_place


@pytest.fixture
def trail(qapp):
    """A trail over three pages, at the last one."""
    trail = Trail()
    for uid in "abc":
        trail.go(Address(uid))
    return trail


def test_back_and_forward_go_over_the_pages(trail):
    trail.back()
    trail.back()
    assert (trail.here.uid, trail.can_go_back, trail.can_go_forward) == ("a", False, True)
    trail.back()
    assert trail.here.uid == "a"
    trail.forward()
    assert trail.here.uid == "b"


def test_a_new_page_forgets_what_was_ahead(trail):
    trail.back()
    trail.go(Address("d"))
    assert not trail.can_go_forward
    trail.back()
    assert trail.here.uid == "b"


def test_the_page_shown_is_not_put_down_twice_but_shown_again(trail, qtbot):
    with qtbot.waitSignal(trail.moved):
        trail.go(Address("c"))
    trail.back()
    assert trail.here.uid == "b"


def test_a_place_on_the_same_page_is_a_step_of_its_own(trail):
    trail.go(Address("c", "sources", "cite:12"))
    trail.back()
    assert trail.here == Address("c")


def test_only_so_many_pages_are_kept(trail):
    for number in range(LONGEST + 10):
        trail.go(Address(str(number)))
    for _ in range(LONGEST + 10):
        trail.back()
    assert trail.here.uid == "10"


def test_a_cleared_trail_leads_nowhere(trail):
    trail.clear()
    assert (trail.here, trail.can_go_back, trail.can_go_forward) == (Address(), False, False)
    trail.forward()
    trail.back()
    assert trail.here == Address()


def test_what_is_kept_of_a_page_is_there_when_one_comes_back(trail):
    trail.leaving.connect(lambda: trail.keep(f"in {trail.here.uid}"))
    trail.back()
    assert (trail.here.uid, trail.place) == ("b", None)
    trail.forward()
    assert trail.place == "in c"
    trail.go(Address("d"))
    assert trail.place is None
    trail.back()
    assert trail.place == "in c"


def test_the_page_that_is_asked_for_again_begins_anew(trail):
    trail.keep("here")
    trail.go(Address("c"))
    assert trail.place is None


def test_nothing_is_kept_of_no_page(qapp):
    trail = Trail()
    trail.keep("here")
    assert trail.place is None


@pytest.mark.parametrize(
    "address",
    [
        Address(),
        Address("", "source", "source:a"),
        Address("", "disputes"),
        Address("astana-04"),
        Address("a", "sources", "quote:1"),
        Address("a", "history"),
    ],
)
def test_an_address_is_the_same_after_it_was_written_down(address):
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize("text", ["", "a", "a\tnowhere\tx", "a\toverview", "a\toverview\tx\ty", "\0", "\n\t\t"])
def test_a_text_that_is_no_address_leads_to_the_title_page(text):
    assert Address.parse(text) == Address()


@pytest.mark.parametrize("target", ["cite:12", "source:a-source", "quote:x@y", "record:note:1-2", ""])
def test_a_target_may_name_a_place_of_the_text(target):
    assert target_place(target) == (target, None)
    assert target_place(place_target(target or "cite:1", (3, 15))) == (target or "cite:1", (3, 15))
    assert place_target(target, None) == target


ZONES, TALKS = Asked("zones"), Asked("talks")


def test_a_search_is_a_step_beside_the_same_page(trail, qtbot):
    trail.keep("scrolled")
    trail.ask(ZONES)
    assert (trail.here, trail.place) == (Address("c", search=ZONES), "scrolled")
    with qtbot.assertNotEmitted(trail.moved), qtbot.waitSignal(trail.searched) as came:
        trail.back()
    assert (came.args, trail.here) == ([None], Address("c"))
    with qtbot.waitSignal(trail.searched) as came:
        trail.forward()
    assert came.args == [ZONES]


def test_pages_are_shown_beside_the_search_as_it_is(trail, qtbot):
    trail.ask(ZONES)
    trail.go(Address("d"))
    trail.ask(TALKS)
    assert trail.here == Address("d", search=TALKS)
    with qtbot.assertNotEmitted(trail.moved):
        trail.back()
    with qtbot.assertNotEmitted(trail.searched), qtbot.waitSignal(trail.moved):
        trail.back()
    assert trail.here == Address("c", search=ZONES)


def test_the_same_search_is_not_put_down_twice(trail, qtbot):
    trail.ask(ZONES)
    trail.back()
    trail.ask(None)
    assert trail.can_go_forward
    trail.forward()
    trail.ask(Asked("zones"))
    trail.back()
    assert trail.here == Address("c")


def test_nothing_is_searched_for_beside_no_page(qapp):
    trail = Trail()
    trail.ask(ZONES)
    assert (trail.here, trail.can_go_back) == (Address(), False)


def test_a_page_is_written_down_without_the_search_beside_it():
    assert Address.parse(str(Address("a", search=ZONES))) == Address("a")


def test_a_page_that_takes_the_place_of_another_leads_back_past_it(trail):
    trail.go(Address("a"))
    trail.go(Address("", "source", "row:1"))
    trail.turn(Address("", "source", "row:2"))
    assert trail.here == Address("", "source", "row:2")
    trail.back()
    assert trail.here == Address("a")
    trail.forward()
    assert trail.here == Address("", "source", "row:2")
