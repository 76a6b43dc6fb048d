"""How many spellings of one name the search takes for one, and how many others by mistake.

Every form that the bundled data set lists is a quote, and is searched for: first those of people and places by folding
and sound alone, where two forms meet when a search for one finds the other; then those of all names in the library of
the data set, which knows them, where the search for each must find every other. Labels of rounds are left out there:
Astana 10 is no spelling of Astana 4. Run as `python -m tests.bench.spelling`; with `-v` it lists what goes wrong.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from itertools import combinations, permutations
from pathlib import Path
from typing import NamedTuple

from db import Cancel, Library, dataset, sounds
from db.query_names import Names
from db.quote_query import Query, parse
from db.search_words import expression, sound_groups, words

HEARD = ("person", "place")
"""Kinds of names that are looked for by sound."""
LABELS = "round labels"
ANOTHER = {
    "Nur-Sultan", "Nur Sultan", "Nursultan", "Nor Sultan", "Nursultán", "елорда", "eastern Ghouta", "Gutha orientale",
    "Doğu Guta", "Восточной Гуте", "الغوطة الشرقية", "East Guta", "Halep", "Aleppo", "Lazkiye", "Latakia", "Sedat Цnal",
    "Jaafar", "Hossein Ansari", "Mustafa Yurdakul", "إحسان مصطفى يورداكول", "Abrakhmanov", "Ipek Smadyarov", "Hms",
}  # fmt: skip
"""Forms that do not sound as the others of their name: another name, a translation, a misprint, a part left out."""


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


Found = tuple[set[tuple[Form, Form]], set[tuple[Form, Form]]]
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
    written: set[tuple[Form, Form]] = set()
    every: set[tuple[Form, Form]] = set()
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


def share(name: str, wanted: Iterable[tuple[Form, Form]], found: Found) -> None:
    """Print how many of some pairs meet."""
    pairs = set(wanted)
    written, every = found
    print(
        f"{name:58} {len(pairs):6,} pairs   as written {len(pairs & written) / len(pairs):7.2%}"
        f"   and by sound {len(pairs & every) / len(pairs):7.2%}"
    )
    if "-v" in sys.argv:
        wrong = pairs & every if "different" in name else pairs - every
        for one, other in sorted(wrong):
            print("     ", one.text, "|", other.text)


def either_way(found: Found) -> Found:
    """The same with every pair the other way round too."""
    written, every = ({*pairs, *((other, one) for one, other in pairs)} for pairs in found)
    return written, every


def main() -> None:
    """Print the shares of pairs of one name and of different names."""
    listed = forms()
    some = [form for form in listed if form.kind in HEARD]
    found = either_way(by_sound(some))
    pairs = list(combinations(some, 2))
    one = [pair for pair in pairs if same_name(pair)]
    alike = [pair for pair in one if all(form.alike for form in pair)]
    for name, among in (("", one), (" that sound alike", alike)):
        share(f"one name, one script{name}", [pair for pair in among if same_script(pair)], found)
        share(f"one name, two scripts{name}", [pair for pair in among if not same_script(pair)], found)
    share("two different names", [pair for pair in pairs if not same_name(pair)], found)
    some = [form for form in listed if form.of != LABELS]
    found = by_spelling(some)
    directed = list(permutations(some, 2))
    share("one name, its spellings known, each way", [pair for pair in directed if same_name(pair)], found)
    share("two different names, their spellings known, each way", [p for p in directed if not same_name(p)], found)


def same_name(pair: tuple[Form, Form]) -> bool:
    """Whether both are forms of one name."""
    return pair[0][:2] == pair[1][:2]


def same_script(pair: tuple[Form, Form]) -> bool:
    """Whether both forms are in the same letters."""
    return pair[0].script == pair[1].script


if __name__ == "__main__":
    main()
