"""The main job, done in a real window from outside: keys in, and out what a screen reader is told."""

QUERY = "Astana platform stimulated"
WORDS = "The Astana platform stimulated the launch of negotiations"


def test_the_first_start_shows_the_library_that_ships(desk, home):
    desk.start_parley()
    assert desk.find("list item", has="Round 1 · Astana").name.startswith("Round 1 · Astana, 23–24 January 2017")
    assert "22 rounds" in desk.find("label", name="Title page of the library", text="22 rounds").text
    desk.find("label", name="16 quotes")
    assert desk.active_window() == "Astana Process – Parley"
    assert [file.name for file in home.glob("*.parley")] == ["Astana Process.parley"]


def test_a_quote_is_found_by_typing_and_read_in_its_source(desk):
    desk.start_parley()
    desk.find("label", name="16 quotes")
    desk.press_keys("ctrl+f")
    desk.find("text", name="Search quotes", states=["FOCUSED"])
    desk.type_text(QUERY)
    desk.find("label", name="1 quote")
    found = desk.find("table cell", has="Sergei Lavrov")
    assert "16 March 2018, direct speech: " in found.name
    words = found.name.partition("direct speech: ")[2].removesuffix("; verbatim")
    desk.press_keys("Down", "Return")
    source = desk.find("text", name="Text of the source", text=words)
    assert source.from_caret.startswith(words)
    desk.find("page tab", has="Sources (", states=["SELECTED"])


def test_a_round_is_filtered_and_opened_with_keys_alone(desk):
    desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.press_keys("ctrl+l")
    desk.find("text", name="Filter meetings", states=["FOCUSED"])
    desk.type_text("sochi congress")
    desk.wait_until_gone("list item", has="Round 1 · Astana")
    desk.press_keys("Down", "Down")
    desk.press_keys("Return")
    page = desk.find("label", name="Overview of the meeting", text="Participants")
    assert "Outcomes" in page.text
    desk.press_keys("alt+Left")
    desk.find("label", name="Title page of the library")


def test_tab_goes_from_the_filter_through_list_tabs_and_page_to_the_search(desk):
    desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.press_keys("ctrl+l")
    desk.find("text", name="Filter meetings", states=["FOCUSED"])
    desk.press_keys("alt+Down")
    desk.find("label", name="Overview of the meeting", text="Participants")
    for role, name in (
        ("push button", "Kinds of meeting"), ("list", "Meetings"), ("page tab list", "Overview"),
        ("label", "Overview of the meeting"),
    ):  # fmt: skip
        desk.press_keys("Tab")
        desk.find(role, name=name, states=["FOCUSED"])
    tab_until(desk, "text", "Search quotes")  # each link of the page takes the focus in between
    desk.press_keys("Tab", "Tab")  # the order, and what shows what the search can be narrowed to
    desk.find("check box", name="Show what the search can be narrowed to", states=["FOCUSED"])
    desk.press_keys("space")
    tab_until(desk, "combo box", "Speaker")
    for name in ("Party", "Role", "Meeting", "Year", "Speech", "Check", "Topic"):
        desk.press_keys("Tab")
        desk.find("combo box", name=name, states=["FOCUSED"])
    desk.press_keys("Tab")
    desk.find("table", name="Found quotes", states=["FOCUSED"])


def test_the_menus_open_by_key_and_name_their_actions(desk):
    desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.press_keys("alt+f")
    desk.find("menu item", has="Save a copy")
    desk.press_keys("Right", "Right")
    desk.find("menu item", has="Zoom in")
    desk.press_keys("Escape", "Escape")
    desk.press_keys("F1")
    assert "AND, OR and NOT" in desk.find("label", name="How to search", text="AND, OR and NOT").text
    desk.press_keys("Escape")
    desk.wait_until_gone("label", name="How to search")


def test_words_of_other_scripts_can_be_searched_for(desk):
    desk.start_parley()
    desk.find("label", name="16 quotes")
    desk.write("МАГАТЭ ایران", "text", name="Search quotes")
    desk.find("label", has="No quote holds “МАГАТЭ ایران”")


def tab_until(desk, role, name):
    """Press Tab until something has the focus."""
    for _ in range(100):
        desk.press_keys("Tab")
        if desk.find_all(role, name=name, states=["FOCUSED"]):
            return
    raise AssertionError(f"Tab does not lead to {name}")
