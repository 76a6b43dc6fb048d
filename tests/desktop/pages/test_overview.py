"""The overview tells in words what was seen, recalled, announced and disputed, and what is not known."""

import re

import pytest

from db import dates
from db.coverage import Share
from db.references import Record
from db.tag_tree import TagMark
from desktop.pages.overview import overview


def test_values_stand_with_the_numbers_of_their_sources(full, plain):
    shown = plain(overview(full))
    assert "29–30 January 2018 1" in shown
    assert "the venue, the city, the country" in shown
    assert "the head 2" in shown


def test_every_mark_is_a_citation_of_the_page_and_tells_its_source(full):
    page = overview(full)
    links = set(re.findall(r"href='(cite:\d+)'", page.html))
    assert links == {link for link in page.tips if link.startswith("cite:")}
    assert {int(link.removeprefix("cite:")) for link in links} <= {cite.id for cite in full.cites}
    by_id = {cite.id: cite for cite in full.cites}
    titles = {source.uid: source.title for source in full.sources}
    for link in links:
        assert titles[by_id[int(link.removeprefix("cite:"))].source] in page.tips[link]


def test_the_tip_of_a_mark_has_source_passage_and_words(full):
    tip = next(tip for tip in overview(full).tips.values() if "the cited words" in tip)
    assert (
        tip
        == "the authors, the source title, the publisher, 1 February 2018\n“the passage”\nIn its words: the cited words"
    )


def test_passages_of_one_source_have_letters_and_the_same_passage_one_mark(full, plain):
    day = next(cite for cite in full.cites if cite.field == "starts")
    other = day._replace(id=9001, starts=0, ends=6, exact="Before", field="ends")
    same = day._replace(id=9002, field="ends")
    page = overview(full._replace(cites=[*full.cites, other, same]))
    assert "29–30 January 2018 1a 1b" in plain(page)
    assert {"cite:9001", f"cite:{day.id}"} <= page.tips.keys()
    assert "cite:9002" not in page.tips


def test_what_was_recalled_leads_to_the_source_that_is_said_to_hold_it(full):
    seen = next(cite for cite in full.cites if cite.field == "starts")
    page = overview(full._replace(cites=[*full.cites, seen._replace(id=9001, basis="recalled")]))
    assert "<a href='cite:9001'><span class='warn'>recalled, not checked</span></a>" in page.html
    assert page.tips["cite:9001"].startswith("Recalled, not checked: the authors, the source title")


def test_a_contradicting_source_has_a_sign_and_says_so(full, plain):
    assert "the other reading ×2" in plain(overview(full))
    assert any(tip.startswith("Contradicts: the other source") for tip in overview(full).tips.values())
    assert any(tip.startswith("Inferred from: the authors, the source title") for tip in overview(full).tips.values())


def test_participants_stand_by_role_and_attendance_is_in_words(full, plain):
    shown = plain(overview(full))
    assert shown.index("Guarantors") < shown.index("reported") < shown.index("Observers")
    assert "announced only recalled, not checked" in shown


def test_what_was_recalled_says_so_in_words(full, plain):
    assert "recalled, not checked" in plain(overview(full))
    seen = full._replace(cites=[cite for cite in full.cites if cite.basis == "seen"])
    assert "recalled" not in plain(overview(seen))


def test_an_act_stands_beside_its_words_actor_and_topic(full, plain):
    shown = plain(overview(full))
    assert "SIGNED" in shown
    assert "in the source: “the act as worded” · the actor · the topic" in re.sub(" +", " ", shown)


def test_disputed_points_say_which_value_is_followed_and_why(full, plain):
    shown = plain(overview(full))
    assert "Sources disagree (1)" in shown
    point = shown[shown.index("Sources disagree") :]
    assert point.index("The point") < point.index("we follow") < point.index("the reading") < point.index("the reason")
    assert point.index("the reason") < point.index("the other reading")


def test_a_value_added_later_stands_under_its_point(full, plain):
    first, other = full.readings
    between = first._replace(uid="x", about="another point", value="a third value")
    shown = plain(overview(full._replace(readings=[first, between, other])))
    assert "Sources disagree (2)" in shown
    assert shown.index("the other reading") < shown.index("a third value")


def test_what_is_not_known_says_so(full, plain):
    facts = full.facts._replace(starts=None, ends=None, city=None, country=None, venue=None, summary=None)
    lines = [line._replace(head=None, head_title=None) for line in full.lines]
    shown = plain(overview(full._replace(facts=facts, lines=lines)))
    assert "date not known" in shown
    assert "place not known" in shown
    assert shown.count("head not known") == 2
    assert "None\n" not in shown


@pytest.mark.parametrize(
    ("held", "words"), [("planned", "planned; that it met was not seen"), ("unconfirmed", "not confirmed")]
)
def test_a_meeting_that_may_not_have_been_held_says_so(full, plain, held, words):
    assert words in plain(overview(full._replace(facts=full.facts._replace(held=held))))
    assert words not in plain(overview(full))


def test_an_empty_meeting_says_that_nothing_is_recorded(full, plain):
    shown = plain(overview(full._replace(lines=[], outcomes=[], readings=[], notes=[], cites=[])))
    assert shown.count("None recorded.") == 2
    assert "Sources disagree" not in shown


def test_an_event_has_neither_participants_nor_outcomes(full, plain):
    facts = full.facts._replace(record="event", kind="detainee-exchange")
    shown = plain(overview(full._replace(facts=facts, lines=[], outcomes=[], readings=[])))
    assert "Participants" not in shown
    assert "Outcomes" not in shown


def test_a_narrow_page_says_the_same_without_columns(full, plain):
    wide, narrow = (sorted(re.findall(r"\w+", plain(overview(full, narrow=narrow)))) for narrow in (False, True))
    assert wide == narrow


def test_a_note_has_a_mark_where_it_stands_that_tells_what_and_whose_it_is(full, plain):
    (note,) = full.notes
    page = overview(full)
    assert page.tips[f"record:note:{note.uid}"] == f"the note\n— the author, {dates.words(note.day)}"
    assert "the venue, the city, the country note" in plain(page)
    on_day = overview(full._replace(notes=[note._replace(field="starts")]))
    assert "29–30 January 2018 1 note" in plain(on_day)


@pytest.mark.parametrize("field", ["held", "kind", "city", "summary", "ends", None])
def test_a_note_on_any_field_of_the_meeting_has_one_mark(full, field):
    (note,) = full.notes
    for held in ("held", "planned"):
        for summary in (None, "What to know"):
            facts = full.facts._replace(held=held, summary=summary)
            page = overview(full._replace(facts=facts, notes=[note._replace(field=field)]))
            assert page.html.count(f"href='record:note:{note.uid}'") == 1


def test_the_main_text_of_each_line_leads_to_its_record(full):
    html = overview(full).html
    assert re.findall(r"href='(record:meeting:m)'", html)
    for kind, lines in (("participation", full.lines), ("outcome", full.outcomes), ("reading", full.readings)):
        for line in lines:
            assert f"name='{line.uid}' href='record:{kind}:{line.uid}'" in html


def test_tags_stand_beside_what_has_them(full, plain):
    tags = {
        Record(kind, uid): (TagMark(at, f"tag on the {kind}", "#a03c2e"),)
        for at, (kind, uid) in enumerate(
            [
                ("meeting", "m"),
                ("participation", full.lines[0].uid),
                ("outcome", full.outcomes[0].uid),
                ("reading", full.readings[0].uid),
            ]
        )
    }
    for narrow in (False, True):
        page = overview(full._replace(tags=tags), narrow=narrow)
        shown = plain(page)
        assert [shown.count(f"  tag on the {record.kind}") for record in tags] == [1, 1, 1, 1]
        assert page.html.count("background-color: #a03c2e") == 4


def test_a_point_is_left_open_or_says_which_reading_is_followed_and_why(full, plain):
    assert "we follow\nthe reading 1\nthe reason" in plain(overview(full))
    left = [line._replace(adopted=False) for line in full.readings]
    assert "left open" in plain(overview(full._replace(readings=left)))
    unreasoned = [line._replace(reason=None) for line in full.readings]
    assert "no reason given" in plain(overview(full._replace(readings=unreasoned)))


def test_only_a_page_that_may_be_written_offers_to_follow_readings(full):
    links = re.compile(r"href='((?:adopt|open):[^']+)'")
    uids = [line.uid for line in full.readings]
    assert links.findall(overview(full).html) == []
    assert links.findall(overview(full, writable=True).html) == [f"open:{uids[0]}", f"adopt:{uids[1]}"]
    assert links.findall(overview(full, narrow=True, writable=True).html) == [f"open:{uids[0]}", f"adopt:{uids[1]}"]


def test_a_page_that_says_something_else_than_it_follows_tells_so_and_how_to_mend_it(full, plain):
    first, *others = full.readings
    assert "but the page" not in plain(overview(full))
    parted = full._replace(readings=[first._replace(instead="<Oslo>"), *others])
    assert "we follow\nthe reading 1   leave open\nbut the page says “<Oslo>”   let it say so …" in re.sub(
        " {2,}", "   ", plain(overview(parted, writable=True))
    )
    assert f"adopt:{first.uid}" in overview(parted, writable=True).html
    assert f"adopt:{first.uid}" not in overview(parted).html
    empty = full._replace(readings=[first._replace(instead=""), *others])
    assert "but the page does not say so" in plain(overview(empty))


def test_the_share_of_values_leads_to_the_rest(full, plain):
    page = overview(full)
    assert f"{full.share.seen} of {full.share.total} values cite something seen" in plain(page)
    assert "href='evidence:'" in page.html
    assert "unsourced" in page.tips["evidence:"]


def test_where_all_values_cite_something_the_share_leads_nowhere(full, plain):
    page = overview(full._replace(share=Share(seen=3)))
    assert "3 of 3 values cite something seen" in plain(page)
    assert "evidence:" not in page.html
    assert "cite something" not in plain(overview(full._replace(share=Share())))


def test_a_citation_whose_passage_lost_its_place_has_a_mark_of_its_own(full, plain):
    cite = next(cite for cite in full.cites if cite.record_kind == "outcome")
    stands = plain(overview(full))
    (number,) = re.findall(r"the outcome (\d)", stands)
    lost = cite._replace(id=999, starts=None, ends=None, anchor="moved")
    page = overview(full._replace(cites=[*full.cites, lost]))
    assert f"the outcome {number}a {number}b?" in plain(page)
    assert page.tips["cite:999"].endswith(
        "“the passage”\nThe text was changed: these words may stand elsewhere in it. Click to look."
    )
    orphan = overview(full._replace(cites=[lost._replace(anchor="orphan")]))
    assert orphan.tips["cite:999"].endswith("these words were not found in it any more.")
