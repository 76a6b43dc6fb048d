"""How many spellings of the bundled names meet by folding and sound alone, where no spelling is known."""

from tests.bench import spelling


def test_names_that_sound_alike_meet_and_others_do_not():
    some = [form for form in spelling.forms() if form.kind in spelling.HEARD]
    _, found = spelling.by_sound(some)
    shares = {name: len(pairs & found) / len(pairs) for name, pairs in spelling.pairs_of(some).items()}
    assert shares["one script, of no fewer words, that sound alike"] >= 0.9
    assert shares["two scripts, of no fewer words, that sound alike"] >= 0.7
    assert shares["two different ones"] <= 0.01
