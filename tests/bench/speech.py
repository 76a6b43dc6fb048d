"""Precision and recall of quote suggestions on the labelled passages and on the seeds. Run: python -m tests.bench.speech."""

from __future__ import annotations

import sys
from collections import defaultdict

from db import Cancel
from db.speech.finding import find
from tests.db.speech.labelled import Passage, Said, Score, named, passages, score, trimmed


def found_in(passage: Passage) -> list[Said]:
    """What is found in a passage, in the shape of its labels."""
    return [
        trimmed(passage.text, one.form, one.starts, one.ends, one.speaker or one.title or "?")
        for one in find(passage.text, passage.language, Cancel())
    ]


def main(errors: bool) -> None:
    totals: dict[tuple[str, str, bool], Score] = defaultdict(Score)
    for passage in passages():
        got = found_in(passage)
        for form in ("direct", "indirect"):
            labels = [one for one in passage.said if one.form == form]
            found = [one for one in got if one.form == form]
            totals[passage.language, form, passage.held] += score(labels, found)
            totals["all", form, passage.held] += score(labels, found)
        if errors and not passage.held:
            for one in set(passage.said) ^ set(got):
                sign = "missed" if one in passage.said else "false "
                print(f"{passage.name} {sign} {one.form:8} [{one.speaker}] {passage.text[one.starts : one.ends]!r}")
    for form in ("direct", "indirect"):
        for held in (False, True):
            print(form, "held out" if held else "tuned")
            for (code, this, part), s in sorted(totals.items()):
                if this == form and part == held:
                    print(
                        f"  {code:4} labels {s.labels:3} found {s.found:3} right {s.right:3} placed {s.placed:3}  P {s.precision:.3f}  R {s.recall:.3f}"
                    )


if __name__ == "__main__":
    main("--errors" in sys.argv)
