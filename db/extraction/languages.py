"""The language of a text, by its script and by its smallest words, where it does not say so itself."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in that for is on with was by as at from which has be this are were not their an said",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch wurde werden dass hat",
    "fr": "le la les de des et du que en une dans pour est qui par sur au pas avec ce plus sont été aux cette",
    "es": "el la los de que y en las del se por con una para es su al lo como más fue sus sobre entre este",
    "it": "il di che la e per un una del in non sono con della le si da dei nel alla come più anche delle ha",
    "tr": "ve bir bu için ile olarak da de olan çok daha sonra gibi kadar ancak tarafından olduğunu ise en ne",
    "nl": "de het een van en in dat is op te voor met zijn niet aan er om ook door bij werd naar heeft",
    "pl": "w i na z do się że nie jest to o od przez dla po za oraz jak by są który przed ich",
    "ru": "и в не на что с по к из для от о как это за при его был также между они которые по",
    "uk": "і в на що з та до не за для від про як це при його був також між вони які але щодо",
    "ar": "في من على إلى أن التي عن مع هذا بين كما ما لا هذه الذي بعد قال خلال كل وقد",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز شد کرد باید اما",
    "kk": "және мен үшін бұл осы деп болды бойынша туралы жылы оның арасында де да бен туралы",
    "el": "και το του της την να με σε για από που στο στην είναι",
    "he": "של את על לא עם הוא כי זה גם אל אשר כל בין היא",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_ONLY_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("zh", re.compile("[\u4e00-\u9fff]")), ("ko", re.compile("[\uac00-\ud7af]")),
    ("el", re.compile("[\u0370-\u03ff]")), ("hy", re.compile("[\u0530-\u058f]")), ("ka", re.compile("[\u10a0-\u10ff]")),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
SAMPLE = 20_000  # characters that are looked at
LEAST = 3  # small words that must be there
SHARE = 0.3  # of the letters, in a script that one language has to itself


def of_text(text: str) -> str | None:
    """The language of a text (ISO 639-1); None when it cannot be told."""
    sample = text[:SAMPLE]
    letters = sum(sign.isalpha() for sign in sample)
    for language, script in _ONLY_SCRIPTS:
        if letters and len(script.findall(sample)) > SHARE * letters:
            return language
    counts = _counts(sample)
    first, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return first if counts[first] >= LEAST and counts[first] > counts[second] else None


def small_words(text: str) -> int:
    """How many small words of one language a text has, of the one of which it has most."""
    return max(_counts(text[:SAMPLE]).values())


def _counts(text: str) -> dict[str, int]:
    """How many small words of each language a text has."""
    words = Counter(word.lower() for word in _WORD.findall(text))
    return {language: sum(words[word] for word in small) for language, small in _SETS.items()}


def of_tag(words: str | None) -> str | None:
    """The language of a mark such as `en-GB` or `ru_RU` (ISO 639-1); None when there is none."""
    found = _TAG.fullmatch((words or "").strip())
    return found[1].lower() if found and len(found[1]) == 2 else None
