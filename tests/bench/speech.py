"""Precision and recall of quote suggestions on the labelled passages and on the seeds, and how long a text takes.

    python -m tests.bench.speech [--errors]

A finding is right when its form, its words and its speaker are; `placed` leaves the speaker aside. The held passages
are a whole set by another hand that was never opened: they say what a new text can expect. `--errors` tells what went
wrong with the others, most of which the rules were written with in sight.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from db import Cancel, Library, dataset, speech
from tests.db.speech.labelled import Passage, Said, Score, found_in, passages, score

SEEDS = ("seed-000", "seed-002")
MEGABYTE = 1_000_000


def main(*, errors: bool) -> None:
    """Count and print."""
    totals: dict[tuple[str, bool, str], Score] = defaultdict(Score)
    for passage in passages():
        got = found_in(passage)
        for form in ("direct", "indirect"):
            labels = [one for one in passage.said if one.form == form]
            found = [one for one in got if one.form == form]
            for code in (passage.language, "all"):
                totals[form, passage.held, code] += score(labels, found)
        if errors and not passage.held:
            tell_errors(passage, got)
    for form, words in (("direct", "direct"), ("indirect", "reported")):
        for held in (False, True):
            print(f"{words} speech, {'held out' if held else 'in sight'}")
            for code in sorted({code for _, _, code in totals}):
                tell(code, totals[form, held, code])
        print(f"{words} speech, all labelled passages")
        tell("all", totals[form, False, "all"] + totals[form, True, "all"])
    print("seeds, no quote of them in the library")
    for form, total in seeds().items():
        tell(form, total)
    speed()


def tell(name: str, s: Score) -> None:
    """One line of counts."""
    print(
        f"  {name:9} labels {s.labels:3}  found {s.found:3}  right {s.right:3}  placed {s.placed:3}"
        f"   precision {s.precision:.3f}  recall {s.recall:.3f}"
    )


def tell_errors(passage: Passage, got: list[Said]) -> None:
    """What was missed, and what was found that is not there."""
    for one in sorted({*passage.said} ^ {*got}):
        sign = "missed" if one in passage.said else "false "
        print(f"{passage.name} {sign} {one.form:8} [{one.speaker}] {passage.text[one.starts : one.ends]!r}")


def seeds() -> dict[str, Score]:
    """The quotes that the shipped library has of the seeds against what is suggested once they are removed from it."""
    totals: dict[str, Score] = defaultdict(Score)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "astana.parley"
        dataset.build(path)
        with Library(path) as library:
            labels = {source: quotes_of(library, source) for source in SEEDS}
            library.quotes.remove(*(quote.uid for quote in library.quotes.all(Cancel())))
            for source in SEEDS:
                for form in ("direct", "indirect"):
                    wanted = [one for one in labels[source] if one.form == form]
                    found = [
                        Said(form, one.suggestion.starts, one.suggestion.ends, one.match.speaker.name)
                        for one in speech.read(library, source, Cancel()).found
                        if one.suggestion.form == form and one.match.speaker
                    ]
                    totals[form] += score(wanted, found)
    return totals


def quotes_of(library: Library, source: str) -> list[Said]:
    """The quotes of a source, with the place of their words in it and the name of their speaker."""
    with library.reading() as conn:
        rows = conn.execute(
            "SELECT q.form, c.starts, c.ends, p.name FROM quotes q JOIN people p ON p.id = q.speaker_id "
            "JOIN citations c ON c.record_kind = 'quote' AND c.record_uid = q.uid AND c.field = 'text' "
            "JOIN sources s ON s.id = c.source_id WHERE s.uid = ?",
            [source],
        )
        return [Said(*row) for row in rows]


def speed() -> None:
    """Seconds of work for texts of one and two megabytes: their ratio shows whether the time grows with the text."""
    print("a megabyte of the passages of a language, and two, in seconds")
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in passages():
        texts[passage.language].append(passage.text)
    for code, some in texts.items():
        text = "\n\n".join(some)
        took = []
        for size in (MEGABYTE, 2 * MEGABYTE):
            start = time.process_time()  # what other programs do meanwhile does not count
            count = sum(1 for _ in speech.find((text + "\n\n") * (size // len(text)), code, Cancel()))
            took.append(time.process_time() - start)
        print(f"  {code}   {took[0]:5.1f}  {took[1]:5.1f}   ratio {took[1] / took[0]:.2f}   {count:,} suggestions")


if __name__ == "__main__":
    main(errors="--errors" in sys.argv)
