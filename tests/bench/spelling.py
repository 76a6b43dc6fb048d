"""How many spellings of one name the search takes for one by folding and sound alone, and how many others by mistake.

Every form of a person or place that the bundled data set lists is a quote, and is searched for. Two forms meet when a
search for one finds the other. Run as `python -m tests.bench.spelling`; with `-v` it lists the pairs that go wrong.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from db import Cancel, Library, sounds
from db.quote_query import Query
from db.search_words import expression, words

DATASET = Path(__file__).parents[2] / "resources" / "dataset"
ANOTHER = {
    "Nur-Sultan", "Nur Sultan", "Nursultan", "Nor Sultan", "Nursultán", "елорда", "eastern Ghouta", "Gutha orientale",
    "Doğu Guta", "Восточной Гуте", "الغوطة الشرقية", "East Guta", "Halep", "Aleppo", "Lazkiye", "Latakia", "Sedat Цnal",
    "Jaafar", "Hossein Ansari", "Mustafa Yurdakul", "إحسان مصطفى يورداكول", "Abrakhmanov", "Ipek Smadyarov", "Hms",
}  # fmt: skip
"""Forms that do not sound as the others of their name: another name, a translation, a misprint, a part left out."""


class Form(NamedTuple):
    """A form of a name; `of` tells the name."""

    of: str
    text: str
    script: str

    @property
    def alike(self) -> bool:
        """Whether it sounds as the others."""
        return self.text not in ANOTHER


def forms() -> list[Form]:
    """All forms of people and places."""
    listed = tomllib.loads((DATASET / "names.toml").read_text("utf-8"))["names"]
    found = (
        (name.get("person") or name["place"], form["form"])
        for name in listed
        if "person" in name or "place" in name
        for form in name["forms"]
    )
    return [Form(of, text, sounds.script_of(text)) for of, text in dict.fromkeys(found)]


def query(text: str) -> Query:
    """All words of a text, as they are written and as they sound."""
    written, heard = (
        " AND ".join(expression([word], False, by_sound) for word in words(text)) for by_sound in (False, True)
    )
    return Query(written, sound_match=heard)


def met(some: list[Form]) -> tuple[set[frozenset[Form]], set[frozenset[Form]]]:
    """The pairs that meet as they are written, and those that meet at all."""
    written: set[frozenset[Form]] = set()
    every: set[frozenset[Form]] = set()
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "names.parley", "Names") as library:
        with library.revise("Fill"):
            for form in some:
                library.quotes.add(form="direct", text=form.text)
        for form in some:
            found = library.quotes.search(query(form.text), Cancel())
            pairs = [frozenset((form, some[key - 1])) for key in found.ids]
            every.update(pairs)
            written.update(pairs[: found.written])
    return written, every


def share(
    name: str, wanted: Iterable[frozenset[Form]], written: set[frozenset[Form]], every: set[frozenset[Form]]
) -> None:
    """Print how many of some pairs meet."""
    pairs = set(wanted)
    print(
        f"{name:58} {len(pairs):6,} pairs   as written {len(pairs & written) / len(pairs):7.2%}"
        f"   and by sound {len(pairs & every) / len(pairs):7.2%}"
    )
    if "-v" in sys.argv:
        wrong = pairs & every if "different" in name else pairs - every
        for pair in sorted(wrong, key=min):
            print("     ", " | ".join(sorted(form.text for form in pair)))


def main() -> None:
    """Print the shares of pairs of one name and of different names."""
    some = forms()
    written, every = met(some)
    pairs = [frozenset(pair) for pair in combinations(some, 2)]
    one = [pair for pair in pairs if len({form.of for form in pair}) == 1]
    alike = [pair for pair in one if all(form.alike for form in pair)]
    for name, among in (("", one), (" that sound alike", alike)):
        share(f"one name, one script{name}", [pair for pair in among if same_script(pair)], written, every)
        share(f"one name, two scripts{name}", [pair for pair in among if not same_script(pair)], written, every)
    share("two different names", [pair for pair in pairs if pair not in set(one)], written, every)


def same_script(pair: frozenset[Form]) -> bool:
    """Whether both forms are in the same letters."""
    return len({form.script for form in pair}) == 1


if __name__ == "__main__":
    main()
