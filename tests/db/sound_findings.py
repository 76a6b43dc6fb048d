"""What holds of all that is found of a quotation, whatever it is and whatever the text."""

SAME = ("verbatim", "marks")
"""The results that say that the words are those of the text."""


def assert_sound(found, text):
    """Where a passage is told, the segments of the text are that passage to the character."""
    if found.starts is None:
        assert found.result == "missing"
        assert not found.segments
    else:
        ours = "".join(words for kind, words in found.segments if kind not in ("new", "put"))
        assert ours.rstrip() == text[found.starts : found.ends]
        assert found.score == 1 if found.result in SAME else 0.5 <= found.score < 1
