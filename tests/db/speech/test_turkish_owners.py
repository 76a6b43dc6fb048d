"""Whose words a Turkish text leads to by a genitive."""

import pytest

from db.speech import turkish_owners
from db.speech.context import Context
from db.speech.lexicon import lexicon

CONTEXT = Context(lexicon("tr"), {"brandt"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bakan Ada Brandt'ın yazılı açıklamasında", "Ada Brandt"),
        ("Kuzey Partisinin lideri Ada Brandt'ın yorumu kısa oldu:", "Ada Brandt"),
        ("Rakibinin sözlerine Ada Brandt'tan gelen yanıt gecikmedi:", "Ada Brandt"),
        ("Brandt'ın o geceye dair anlattıkları:", "Brandt"),
    ],
)
def test_words_belong_to_whom_the_genitive_names(text, name):
    found = turkish_owners.owner_of(CONTEXT, text)
    assert found is not None
    assert found.speaker.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt'ın aktardığına göre",
        "Ada Brandt'ın verdiği bilgiye göre",
        "Ada Brandt'ın dün yayımladığı rapora göre",
    ],
)
def test_a_sentence_tells_by_whose_words_it_is_so(text):
    found = turkish_owners.according(CONTEXT, text)
    assert found is not None
    assert found.speaker.name == "Ada Brandt"


def test_who_is_told_to_have_said_something_is_not_who_heard_it():
    found = turkish_owners.who_is_told_to_say(CONTEXT, "Dün Ada Brandt'ın, ", " diye bağırdığı duyuldu.")
    assert found is not None
    assert found.speaker.name == "Ada Brandt"
    assert turkish_owners.who_is_told_to_say(CONTEXT, "Ada Brandt'ın kızı, ", " dedi.") is None
