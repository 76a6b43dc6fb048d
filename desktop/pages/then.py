"""A record as it was, as a page: its values beside those of now, and all that belonged to it or stood on it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from db import dates
from db.history import Removed, Then
from db.then import CHANGED, REMOVED, FieldThen, PartThen
from db.values import count
from db.vocabulary import field_label
from desktop.models.local_time import when
from desktop.models.step_details import ThenDetails
from desktop.models.step_list import UNKNOWN, kind_word, when_of
from desktop.pages.field_words import in_words
from desktop.pages.history import cut, plain
from desktop.pages.markup import Page, text
from desktop.theme import theme

HEADINGS = {
    "participation": "Participants", "outcome": "Outcomes", "quote": "Quotes", "reading": "Points in dispute",
    "note": "Notes", "citation": "Citations", "alias": "Spellings", "tagging": "Tags", "outcome-topic": "Topics",
}  # fmt: skip
BESIDE = {
    "participation": ("role", "attendance", "head_id", "head_title", "note"), "outcome": ("act", "actor", "note"),
    "quote": ("speaker_id", "said_on", "form"), "reading": ("value", "reason"), "note": ("author",),
    "citation": ("exact",), "alias": ("language",),
}  # fmt: skip
"""What is told of each kind of part beside its title."""
SHORT = 300  # characters of a value beside the title of a part, and of a value as it is now


def then_page(details: ThenDetails, *, may_go_back: bool = False) -> Page:
    """A record as it was after a step, or at the end of a day, as rich text; perhaps with a way back to a step."""
    then = details.then
    back = "<p class='small'><a href='back:'>Back to the change</a></p>" if may_go_back else ""
    by = f" The last step by then was of {escape(str(when(then.made_at)))}." if details.day and then.made_at else ""
    moment = f"at the end of {dates.words(details.day)}"
    if details.step:
        told = f"{details.step.author or UNKNOWN}, {when_of(details.step)}"
        moment = f"after “{details.step.label}” ({told})"
    title = text(then.title or kind_word(then.record.kind).capitalize())
    head = f"<p class='lead'><b>{title}</b></p><p class='small'>As it was {text(moment)}.{by}</p>"
    return Page(f"{back}{head}{_body(then)}", {})


def removed_page(removed: Removed, details: ThenDetails) -> Page:
    """A removed record as it was before it went."""
    told = f"{removed.author or UNKNOWN} · {when(removed.made_at)}"
    kind = escape(kind_word(removed.kind)).capitalize()
    return Page(
        f"<p class='lead'><b>{text(removed.title)}</b></p><p class='small'>{kind} "
        f"· removed by <a href='step:{removed.revision}'>{text(removed.label)}</a> · {text(told)}</p>"
        f"{_body(details.then, removed=True)}",
        {},
    )


def _body(then: Then, *, removed: bool = False) -> str:
    if not then.there and then.record.kind != "library":
        now = "It is in the library now." if then.there_now else "It is not in the library now either."
        return f"<p>This record was not in the library then. {now}</p>"
    gone = "" if then.there_now or removed or then.record.kind == "library" else _warn("It has been removed since.")
    told = [field for field in then.fields if field.then is not None or field.now is not None]
    rows = "".join(_field(then, field) for field in told)
    return f"{gone}<table width='100%' cellspacing='0'>{rows}</table>{''.join(_parts(then, removed))}{_rest(then)}"


def _warn(sentence: str) -> str:
    return f"<p class='warn'>{escape(sentence)}</p>"


def _field(then: Then, field: FieldThen) -> str:
    kind = then.record.kind
    value, now = (in_words(kind, field.field, one) for one in (field.then, field.now))
    since = ""
    if then.there_now and value != now:
        since = f"<br><span class='small'>now: {text(now and cut(now, SHORT))}</span>"
    label = escape(field_label(kind, field.field))
    link = f"copy:then:0:{field.field}"
    return f"<tr><td width='24%' class='quiet'>{label}</td><td>{plain(value, link)}{since}</td></tr>"


def _parts(then: Then, removed: bool) -> Iterable[str]:
    """The parts under headings of their kinds; what stands on a part stands below it."""
    heading = ""
    for part in then.parts:
        if part.level == 1 and part.kind != heading:
            heading = part.kind
            yield f"<h2>{escape(HEADINGS.get(heading, kind_word(heading).capitalize()))}</h2>"
        yield _part(part, removed)


def _part(part: PartThen, removed: bool) -> str:
    since = {CHANGED: "changed since", REMOVED: "" if removed else "removed since"}.get(part.since, "")
    beside = [in_words(part.kind, name, part.values.get(name)) for name in BESIDE.get(part.kind, ())]
    told = " · ".join(cut(word, SHORT) for word in beside if word)
    body = part.values.get("body") or part.values.get("text") or part.title
    title = str(body) if part.kind in ("note", "quote", "outcome") else part.title or "without a source"
    shown = text(cut(title, SHORT))
    if part.level > 1:
        shown = f"<span class='small'>{escape(kind_word(part.kind).capitalize())}: {shown}</span>"
    return (
        f"<p style='margin-left: {theme.px(24) * (part.level - 1)}px'>{shown}"
        f"{f' <span class=small>{text(told)}</span>' if told else ''}"
        f"{f' <span class=warn>{since}</span>' if since else ''}</p>"
    )


def _rest(then: Then) -> str:
    """How much is not listed, and how much came since."""
    words: list[str] = []
    if then.left_out:
        words.append(f"and {then.left_out:,} more")
    if then.added:
        words.append(f"{count(then.added, 'thing was', 'things were')} added to it since")
    return f"<p class='point small'>{escape('; '.join(words).capitalize())}.</p>" if words else ""
