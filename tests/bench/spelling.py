"""How many spellings of one name the search takes for one, and how many others by mistake.

Every form that the bundled data set lists is a quote, and is searched for: first by folding and sound alone, then in
the library of the data set, which knows them. A pair of forms is counted twice, each way: a search for the first must
find the second. Nobody finds what has fewer words than were typed, so these pairs are left out of the shares "of no
fewer words"; and of those "that sound alike" such forms as are another name. Labels of rounds are left out: Astana 10
is no spelling of Astana 4.

Last the words of all names are searched for, by folding and sound alone, in running text of seven languages: the seeds,
where they are, and the labelled passages of the tests for speech but for those held. A word that is found is wrong when
it is in no form of a name that has what was typed; so Ahmed is counted as wrong for Ahmet. Run as
`python -m tests.bench.spelling`; with `-v` it lists what goes wrong.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from db import Cancel, Library, dataset, sounds
from db.query_names import Names
from db.quote_query import Query, parse
from db.search_expressions import expression
from db.search_words import sound_groups, words
from tests.db.speech import labelled

HEARD = ("person", "place")
"""Kinds of names that are looked for by sound."""
LABELS = "round labels"
ANOTHER = {
    "Nur-Sultan", "Nur Sultan", "Nursultan", "Nor Sultan", "Nursultán", "елорда", "eastern Ghouta", "Gutha orientale",
    "Doğu Guta", "Восточной Гуте", "الغوطة الشرقية", "East Guta", "Halep", "Aleppo", "Lazkiye", "Latakia",
    "Jaafar",
    "Sedat Цnal", "Abrakhmanov", "Hms",
}  # fmt: skip
"""Forms that do not sound as the others of their name: another name of the place or a translation; another name of a
person (Jaafar is not Jaafari); a misprint."""
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


class Form(NamedTuple):
    """A form of a name; `of` tells the name and `kind` of what."""

    kind: str
    of: str
    text: str
    script: str

    @property
    def alike(self) -> bool:
        """Whether it sounds as the others."""
        return self.text not in ANOTHER


Pair = tuple[Form, Form]
Found = tuple[set[Pair], set[Pair]]
"""What was searched for with what that finds as it is written, and with all that it finds."""


def forms() -> list[Form]:
    """All forms of all names."""
    listed = tomllib.loads((dataset.SHIPPED / "names.toml").read_text("utf-8"))["names"]
    found = (
        (kind, name[kind], form["form"])
        for name in listed
        for kind in name.keys() & {"person", "party", "place", "term"}
        for form in name["forms"]
    )
    return [Form(kind, of, text, sounds.script_of(text)) for kind, of, text in dict.fromkeys(found)]


def query(text: str) -> Query:
    """All words of a text, as they are written and as they sound."""
    written, heard = (
        " AND ".join(expression([word], False, sound_groups(word.raw) if by_sound else ()) for word in words(text))
        for by_sound in (False, True)
    )
    return Query(written, sound_match=heard)


def search(library: Library, some: list[Form], ask: Callable[[str], Query]) -> Found:
    """Add the forms as quotes, and search for each."""
    with library.reading() as conn:
        before = conn.execute("SELECT coalesce(max(id), 0) FROM quotes").fetchone()[0]
    with library.revise("Fill"):
        for form in some:
            library.quotes.add(form="direct", text=form.text)
    written: set[Pair] = set()
    every: set[Pair] = set()
    for form in some:
        found = library.quotes.search(ask(form.text), Cancel())
        for place, key in enumerate(found.ids):
            pair = {(form, some[key - before - 1])} if key > before else set()
            every |= pair
            written |= pair if place < found.written else set()
    return written, every


def by_sound(some: list[Form]) -> Found:
    """Search in a library that knows no spellings."""
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "names.parley", "Names") as library:
        return search(library, some, query)


def by_spelling(some: list[Form]) -> Found:
    """Search in the library of the data set, as a person does."""
    with tempfile.TemporaryDirectory() as folder:
        dataset.build(path := Path(folder) / "names.parley")
        with Library(path) as library:
            return search(library, some, lambda text: parse(f"{text} ", names=Names(library, Cancel())))


def running_text() -> list[str]:
    """The paragraphs of running text."""
    texts = [passage.text for passage in labelled.passages() if not passage.held]
    texts += [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [line for text in texts for line in text.splitlines() if words(line)]


def in_running_text(some: list[Form], texts: list[str]) -> dict[str, set[str]]:
    """For each word of some names the words of running text that a search for it finds."""
    asked = {word.raw for form in some for word in words(form.text)}
    found: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "texts.parley", "Texts") as library:
        with library.revise("Fill"):
            for text in texts:
                library.quotes.add(form="direct", text=text)
        for typed in asked:
            lines = library.quotes.first(parse(f"{typed} "), Cancel(), len(texts))
            marks = ((line.text, *mark) for line in lines for mark in line.marks)
            found[typed] = {text[starts:ends] for text, starts, ends in marks}
    return found


def share_of_text(some: list[Form], texts: list[str]) -> None:
    """Print how many words of running text are found that are in no form of the name."""
    found = in_running_text(some, texts)
    forms_of: dict[str, set[str]] = {}
    for form in some:
        forms_of.setdefault(form.of, set()).update(word.raw for word in words(form.text))
    parts = {typed: {part for forms in forms_of.values() if typed in forms for part in forms} for typed in found}
    folded = {typed: {part for raw in raws for part in words(raw)[0].parts} for typed, raws in parts.items()}
    wrong = {
        typed: {one for one in each if not folded[typed] & set(words(one)[0].parts)} for typed, each in found.items()
    }
    number = Counter(word.raw for text in texts for word in words(text))
    pairs, times = sum(map(len, wrong.values())), sum(number[one] for each in wrong.values() for one in each)
    print(
        f"{len(found):,} words of names, {len(number):,} of running text: {pairs:,} wrong pairs,"
        f" {pairs / len(found) / len(number):.4%} of all; {pairs / len(found):.1f} wrong words and"
        f" {times / len(found):.1f} wrong places for each; {sum(not each for each in wrong.values()):,} find none"
    )
    if "-v" in sys.argv:
        for typed, each in sorted(wrong.items()):
            print("     ", typed, "|", " ".join(sorted(each))) if each else None


def pairs_of(some: list[Form]) -> dict[str, set[Pair]]:
    """The pairs of some forms, each way: of one name by their scripts, first all of them, and of different names."""
    pairs = list(permutations(some, 2))
    one = [pair for pair in pairs if same_name(pair)]
    as_long = [pair for pair in one if len(words(pair[0].text)) <= len(words(pair[1].text))]
    alike = [pair for pair in as_long if all(form.alike for form in pair)]
    found: dict[str, set[Pair]] = {}
    for name, among in (("", one), (", of no fewer words", as_long), (", of no fewer words, that sound alike", alike)):
        found[f"one script{name}"] = {pair for pair in among if same_script(pair)}
        found[f"two scripts{name}"] = {pair for pair in among if not same_script(pair)}
    return found | {"two different ones": {pair for pair in pairs if not same_name(pair)}}


def share(name: str, wanted: Iterable[Pair], found: Found) -> None:
    """Print how many of some pairs meet."""
    pairs = set(wanted)
    written, every = found
    print(
        f"{name:66} {len(pairs):6,} pairs   as written {len(pairs & written) / len(pairs):7.2%}"
        f"   and by sound {len(pairs & every) / len(pairs):7.2%}"
    )
    if "-v" in sys.argv:
        wrong = pairs & every if "different" in name else pairs - every
        for one, other in sorted(wrong):
            print("     ", one.text, "|", other.text)


def main() -> None:
    """Print the shares of pairs of one name and of different names."""
    listed = forms()
    known = [form for form in listed if form.of != LABELS]
    for kinds, some in (("people and places", [f for f in listed if f.kind in HEARD]), ("all names", known)):
        found = by_sound(some)
        for name, pairs in pairs_of(some).items():
            share(f"{kinds}, {name}", pairs, found)
    found = by_spelling(known)
    directed = list(permutations(known, 2))
    share("one name, its spellings known", [pair for pair in directed if same_name(pair)], found)
    share("two different names, their spellings known", [pair for pair in directed if not same_name(pair)], found)
    share_of_text([form for form in listed if form.kind in HEARD], running_text())


def same_name(pair: Pair) -> bool:
    """Whether both are forms of one name."""
    return pair[0][:2] == pair[1][:2]


def same_script(pair: Pair) -> bool:
    """Whether both forms are in the same letters."""
    return pair[0].script == pair[1].script


if __name__ == "__main__":
    main()
