"""Who changed what on a page, and when."""

from __future__ import annotations

from html import escape

from db import dates, vocabulary
from db.history import Step
from db.meeting_page import MeetingPage
from desktop.pages.markup import Page, text


def history(page: MeetingPage) -> Page:
    """The revisions that touched the page, newest first, as rich text."""
    if not page.steps:
        return Page("<p class='quiet'>Nothing on this page has been changed yet.</p>", {})
    rows = "".join(_row(step) for step in page.steps)
    return Page(f"<table width='100%' cellspacing='0'>{rows}</table>", {})


def _row(step: Step) -> str:
    time = "" if step.kind == "dataset" else escape(f", {step.made_at[11:16]} UTC")
    changes = f"{step.changes} {'change' if step.changes == 1 else 'changes'} on this page"
    kind = "" if step.kind == "edit" else f"{vocabulary.REVISION_KINDS[step.kind]} · "
    return (
        f"<tr><td width='28%' class='quiet'>{escape(dates.words(step.made_at[:10]))}{time}</td>"
        f"<td><b>{text(step.label)}</b><br><span class='small'>{escape(kind)}{text(step.author, 'author not known')} · "
        f"{changes}{'' if step.stands else ' · taken back since'}</span><br></td></tr>"
    )
