"""A quotation checked in a real window: typed, found, read in its source, and back to what was found."""

WORDS = "stimulated efforts as part of the Syrian settlement in most directions"


def test_a_quotation_is_checked_and_its_passage_read_by_keys_alone(desk):
    desk.start_parley()
    desk.find("label", name="16 quotes")
    desk.press_keys("ctrl+shift+k")
    desk.find("text", name="Words to check", states=["FOCUSED"])
    desk.find("label", name="Where the words stand", text="16 quotes: 16 are verbatim.")
    desk.type_text(WORDS)
    found = desk.find("label", name="Where the words stand", text="In 1 source with other words.")
    assert "settlement in all most directions" in found.text
    desk.press_keys("ctrl+Return", "Return")
    source = desk.find("text", name="Text of the source", text="stimulated efforts")
    assert source.from_caret.startswith("stimulated efforts as part of the Syrian settlement in all directions")
    desk.press_keys("alt+Left")
    assert desk.find("label", name="Where the words stand", text="In 1 source with other words.").text == found.text
    assert desk.find("text", name="Words to check").text == WORDS
