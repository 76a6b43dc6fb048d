import re

import pytest

from desktop.actions import ACTIONS, MENUS, SHOWN
from desktop.trail import PAGES

TEXTS = {action.name: action.text for action in ACTIONS}


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_entries_of_a_menu_share_a_letter(menu):
    letters = [re.search("&(.)", TEXTS[name])[1].lower() for name in MENUS[menu] if "&" in TEXTS.get(name, "")]
    assert sorted(letters) == sorted(set(letters))


def test_every_list_of_the_library_is_reached_from_the_menu_go():
    shown_otherwise = {"overview", "import", "check", "source"}
    assert {f"show_{page}" for page in PAGES} - set(SHOWN) == {f"show_{page}" for page in shown_otherwise}
    assert set(SHOWN) <= set(MENUS["&Go"])
