"""The quotes of a meeting, set large; direct words between quotation marks, reported ones without."""

from __future__ import annotations

from html import escape

from db import dates, vocabulary
from db.meeting_page import MeetingPage
from db.quote_lines import QuoteLine
from desktop.models import check_words
from desktop.models.quote_list import attribution
from desktop.pages.markup import Marks, Page, record_link, text


def quotes(page: MeetingPage) -> Page:
    """All quotes of the meeting as rich text."""
    marks = Marks(page)
    marks.tips |= {f"check:{line.uid}": "Shows its words beside those of its source" for line in page.quotes}
    if not page.quotes:
        return Page("<p class='quiet'>No quotes are recorded for this meeting.</p>", {})
    shown: list[str] = []
    for form in vocabulary.FORMS:
        lines = [line for line in page.quotes if line.form == form]
        if lines:
            heading = "In their own words" if form == "direct" else "As reported"
            shown.append(f"<h2>{heading}</h2>{''.join(_quote(line, marks) for line in lines)}")
    return Page("".join(shown), marks.tips)


def _check(line: QuoteLine) -> str:
    """What comparing a quote with its source gave; where it is not what it should be, a link to the words."""
    words = check_words.short(line.check).replace(" ", "&nbsp;")
    if line.check in check_words.AMISS:
        return f" · <a class='warn' href='check:{escape(line.uid)}'>{words}</a>"
    return f" · {words}" if words else ""


def _quote(line: QuoteLine, marks: Marks) -> str:
    words = f"“{text(line.text)}”" if line.form == "direct" else text(line.text)
    tags = marks.tags("quote", line.uid)
    show = f" &nbsp;·&nbsp; <a href='quote:{escape(line.uid)}'>show in its source</a>" if line.source else ""
    return (
        f"<p class='{'words' if line.form == 'direct' else ''}' style='margin-bottom: 2px'>"
        f"{record_link('quote', line.uid, words, name=True)}</p>"
        f"<p class='small' style='margin-bottom: 20px'>{text(attribution(line))}, {escape(dates.words(line.said_on))}"
        f" · {vocabulary.FORMS[line.form]}{_check(line)}{marks.all_of('quote', line.uid)}"
        f"{show} &nbsp;·&nbsp; <a href='copy:{escape(line.uid)}'>copy</a>{tags and f'&nbsp; {tags}'}</p>"
    )
