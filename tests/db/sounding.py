"""Whether two words sound so alike that one of them may be found for the other."""

from db import quote_words, search_words


def sounds_like(one, other):
    """Whether something that is heard in two words may be one name."""
    return any(quote_words.alike(left, right) for left in search_words.keys(one) for right in search_words.keys(other))
