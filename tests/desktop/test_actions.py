import re

import pytest

from desktop.actions import ACTIONS, MENUS, SHOWN
from desktop.trail import PAGES

TEXTS = {action.name: action.text for action in ACTIONS}


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_entries_of_a_menu_share_a_letter(menu):
    letters = [letter.lower() for name in MENUS[menu] for letter in re.findall("&(.)", TEXTS.get(name, ""))]
    assert sorted(letters) == sorted(set(letters))


def test_every_list_of_the_library_is_reached_from_the_menu_go():
    shown_otherwise = {"overview", "import", "check", "source"}
    assert {f"show_{page}" for page in PAGES} - set(SHOWN) == {f"show_{page}" for page in shown_otherwise}
    assert set(SHOWN) <= set(MENUS["&Go"])
