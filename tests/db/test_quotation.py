"""A quotation is told from one that is not verbatim, whatever the language, and never lets a changed word pass."""

import re
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.quotation import compare
from db.quotation_exact import cut_off
from db.quotation_words import is_solo, is_word, read
from tests.db.sound_findings import SAME, assert_sound
from tests.db.speeches import SPEECHES

ENGLISH = SPEECHES["en"]
LANGUAGES = st.sampled_from(sorted(SPEECHES))
NEW_WORDS = ("not", "не", "değil", "ليس", "nie", "jamais", "Norland", "7", "2030", "5,401")


@st.composite
def stretches(draw, least=5):
    """A text, its words, and a stretch of them that begins and ends with a whole word."""
    text = SPEECHES[draw(LANGUAGES)]
    words = read(text)
    first: int = draw(st.integers(0, len(words.keys) - least))
    last: int = draw(st.integers(first + least, min(first + 60, len(words.keys))))
    assume(is_word(words.keys[first]) and is_word(words.keys[last - 1]) and not any(cut_off(words, first, last)))
    return text, words, first, last


def spans(words, first, last):
    """The stretch as spans of single words and marks, with the text between them."""
    return [words.slice(at, at + 1) for at in range(first, last)]


def told(quotation, text):
    """The result, and the changed words as -gone +new ~left."""
    found = compare(quotation, text)
    signs = {"same": "", "gone": "-", "new": "+", "left": "~", "put": "*"}
    return found.result, [signs[kind] + words.strip() for kind, words in found.segments if kind != "same"]


@given(stretches(least=1))
def test_any_stretch_of_whole_words_is_verbatim_where_it_stands(stretch):
    text, words, first, last = stretch
    found = compare(words.slice(first, last), text, (words.starts[first], words.ends[last - 1]))
    assert found.result == "verbatim"
    assert (found.starts, found.ends) == (words.starts[first], words.ends[last - 1])
    assert_sound(found, text)


@given(stretches(), st.data())
@settings(max_examples=300)
def test_a_word_changed_left_out_put_in_or_swapped_is_never_passed_over(stretch, data):
    text, words, first, last = stretch
    row = spans(words, first, last)
    at = data.draw(st.sampled_from([at for at in range(1, len(row) - 1) if is_word(row[at])]))
    edit = data.draw(st.sampled_from(("change", "drop", "insert", "swap", "digit")))
    if edit == "change":
        row[at] = data.draw(st.sampled_from(NEW_WORDS))
    elif edit == "drop":
        del row[at]
    elif edit == "insert":
        row.insert(at, data.draw(st.sampled_from(NEW_WORDS)))
    elif edit == "swap":
        other = data.draw(st.sampled_from([at for at in range(len(row)) if is_word(row[at])]))
        row[at], row[other] = row[other], row[at]
    else:
        digits = [at for at in range(len(row)) if any(map(str.isdigit, row[at]))]
        assume(digits)
        at = data.draw(st.sampled_from(digits))
        row[at] = re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), row[at], count=1)
    quotation = " ".join(row)
    assume(not words.find(read(quotation).keys))  # the words as they are now may stand there too
    found = compare(quotation, text)
    assert found.result in ("differs", "missing")
    assert_sound(found, text)


REMARKS = ("[sic]", "[Norland]", "[we all]", "[…]", "…", "[!]")


@given(stretches(), st.data())
@settings(max_examples=300)
def test_brackets_and_dots_let_no_changed_word_pass(stretch, data):
    """What is changed is changed in brackets, or beside some that say nothing of it."""
    text, words, first, last = stretch
    row = spans(words, first, last)
    at = data.draw(st.sampled_from([at for at in range(1, len(row) - 1) if is_word(row[at])]))
    word, new = row[at], data.draw(st.sampled_from(NEW_WORDS))
    edit = data.draw(st.sampled_from(("change", "drop", "replace", "prefix", "ending", "part", "digit")))
    assume(edit not in ("prefix", "ending") or not is_solo(word[0]))  # there a sign in brackets is a word of its own
    if edit == "change":
        row[at] = new
    elif edit == "drop":
        del row[at]
    elif edit == "replace":
        row[at] = f"[{new}]"
    elif edit == "prefix":
        row[at] = f"[{data.draw(st.sampled_from(('un', 'dis', 'не', 'ab', 'non-')))}]{word}"
    elif edit == "ending":
        row[at] = f"{word}[{data.draw(st.sampled_from(('s', 'less', 'siz', 'на', 'n’t')))}]"
    elif edit == "part":
        assume(len(word) > 1)
        row[at] = f"[{word[:-1]}]"
    else:
        assume(any(map(str.isdigit, word)))
        row[at] = re.sub(r"\d", lambda found: f"[{(int(found[0]) + 1) % 10}]", word, count=1)
    for place in sorted(
        data.draw(st.sets(st.integers(0, len(row)).filter(lambda place: abs(place - at) > 1))), reverse=True
    ):
        row.insert(place, data.draw(st.sampled_from(REMARKS)))
    quotation = " ".join(row)
    bare = re.sub(r"[\[\]]", "", " ".join(piece for piece in row if piece not in REMARKS))
    assume(not words.find(read(bare).keys))
    found = compare(quotation, text)
    assert found.result in ("differs", "missing"), quotation
    assert_sound(found, text)


@given(stretches(), st.data())
def test_words_put_in_by_brackets_are_never_verbatim_and_always_told(stretch, data):
    text, words, first, last = stretch
    row = spans(words, first, last)
    own = data.draw(st.sampled_from(("[not]", "[не]", "[do not want to]", "[7]", "[,]", "[fully]")))
    row.insert(data.draw(st.integers(0, len(row))), own)
    found = compare(" ".join(row), text)
    assert found.result != "verbatim"
    assert own in "".join(words for kind, words in found.segments if kind in ("put", "new"))
    assert_sound(found, text)


@pytest.mark.parametrize(
    ("quotation", "source", "result"),
    [
        ("The parties [will] withdraw", "The parties will not withdraw", "differs"),
        ("We [fully] support it", "We do not in any way support it", "differs"),
        ("They [dis]agree with it", "They agree with it", "differs"),
        ("It is [un]acceptable to us", "It is acceptable to us", "missing"),
        ("It is acceptable to us", "It is [un]acceptable to us", "differs"),
        ("It is possible now", "It is (im)possible now", "differs"),
        ("It [is un]acceptable to us", "It is acceptable to us", "missing"),
        ("hope[less] talks in the north", "hopeful talks in the north", "differs"),
        ("sign [the accord] today", "sign nothing but a draft today", "differs"),
        ("“peace”", "the peace[3] is here", "verbatim"),
        ("We are [not] ready", "We are ready", "differs"),
        ("We [are] ready", "We ready", "marks"),
        ("We [no longer] want war", "We want war", "differs"),
        ("We [can’t] accept it", "We accept it", "differs"),
        ("They [the non-governmental bodies] met", "They met", "marks"),
        ("He [see No. 5] agreed", "He agreed", "marks"),
        ("Мы [не] готовы к миру", "Мы готовы к миру", "differs"),
        ("Мы ставим … условия", "Мы ставим никаких условия", "differs"),
        ("Wir haben [keinerlei] Interesse", "Wir haben Interesse", "differs"),
        ("Wir haben [kein] Interesse", "Wir haben Interesse", "differs"),
        ("Nous [ne] sommes [pas] prêts", "Nous sommes prêts", "differs"),
        ("Biz barış [değil] dedik", "Biz barış dedik", "differs"),
        ("Biz barış [istemiyoruz] dedik", "Biz barış dedik", "differs"),
        ("Dışişleri Bakanı [Yılmaz] geldi", "Dışişleri Bakanı geldi", "marks"),
        ("نحن [ولا] نريد السلام", "نحن نريد السلام", "differs"),
        ("ما صلح [نمی‌خواهیم] گفتیم", "ما صلح گفتیم", "differs"),
        ("We do […] want war", "We do not want war", "differs"),
        ("We … want war", "We certainly do not want war", "differs"),
        ("We will … withdraw", "We will not, under any pressure, withdraw", "differs"),
        ("We want peace … and a treaty", "We want peace, not revenge, and a treaty", "verbatim"),
        ("We agree … to go on", "We agree without any delay to go on", "verbatim"),
        ("We met them … we want peace", "We met them and they did not agree, but we want peace", "verbatim"),
        ("The plan … is in force", "The plan of resolution No. 5 is in force", "verbatim"),
        ("We ask for … talks", "We ask for immediate talks", "verbatim"),
        ("We meet again … in Norland", "We meet again in N’Dara in Norland", "verbatim"),
        ("Ils viennent … à midi", "Ils viennent samedi à midi", "verbatim"),
        ("Bu … bitti", "Bu anlaşmazlığın sonu bitti", "verbatim"),
        ("Biz onu … dedik", "Biz onu istemedik dedik", "differs"),
        ("Il … accepte", "Il n’accepte aucune offre", "differs"),
    ],
)
def test_no_sense_is_reversed_by_brackets(quotation, source, result):
    assert compare(quotation, source).result == result


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("“We agree,” said Mr. Brook. “No to war.”", "verbatim"),
        ("“We agree,” he said, “and still: no to war. No to war.”", "verbatim"),
        ("«We agree», — сказал он в понедельник. «No to war»", "verbatim"),
        ("« We agree », dit-il. « No to war. »", "verbatim"),
        ('"We agree," he said. "No to war."', "verbatim"),
        ("“We agree with the ‘many’ who call it “good”. No to war”", "verbatim"),
        ("We agree.\n\nNo to war.", "verbatim"),
        ("“We agree,” A said. B replied: “No to war.”", "differs"),
        ("“We agree,” A said, but B said, “No to war.”", "differs"),
        ("“We agree,” A said. B was angry. “No to war.”", "differs"),
        ("« We agree », dit-il. B répondit : « No to war. »", "differs"),
        ("“We agree,” A said. No to war, said B.", "differs"),
        ("A: We agree.\nB: No to war.", "differs"),
        ("– We agree.\n– No to war.", "differs"),
        ("We agree.\n\nThey left.\n\nNo to war.", "differs"),
    ],
)
def test_dots_join_the_words_of_one_speaker(source, result):
    assert compare("We agree … No to war", source).result == result


@given(stretches(), st.data())
def test_a_letter_changed_in_a_word_is_never_passed_over(stretch, data):
    text, words, first, last = stretch
    quotation = words.slice(first, last)
    at = data.draw(st.integers(0, len(quotation) - 1))
    assume(quotation[at].isalnum())
    letter = data.draw(st.sampled_from("xжğع9É"))
    changed = quotation[:at] + letter + quotation[at + 1 :]
    assume(not words.find(read(changed).keys))
    assert compare(changed, text).result in ("differs", "missing")


TYPOGRAPHY = (
    ("“", "\""), ("”", "»"), ("«", "„"), ("»", "“"), ("’", "'"), (" ", "\u00a0"), (" ", "  "), (" ", "\n"),
    (" – ", "—"), ("-", "\u2011"), (" ", " \u200b"), ("e", "e\u00ad"), ("о", "о\u00ad"), ("ا", "ا\u0640"),
    ("م", "م\u064e"),
)  # fmt: skip


@given(stretches(), st.lists(st.sampled_from(TYPOGRAPHY), min_size=1, max_size=4), st.booleans())
def test_typography_alone_never_makes_a_quotation_differ(stretch, changes, decomposed):
    text, words, first, last = stretch
    quotation = words.slice(first, last)
    for old, new in changes:
        quotation = quotation.replace(old, new)
    if decomposed:
        quotation = unicodedata.normalize("NFD", quotation)
    for one, other in (
        (quotation, text),
        (words.slice(first, last), text.replace(words.slice(first, last), quotation)),
    ):
        found = compare(f"“{one}”", other)
        assert found.result in SAME
        assert_sound(found, other)


@pytest.mark.parametrize(
    ("quotation", "result", "changed"),
    [
        ("We do not accept a military solution", "verbatim", []),
        ("“We do not accept a military solution”", "verbatim", []),
        ("We do accept a military solution", "differs", ["-not"]),
        ("We do not accept the military solution", "differs", ["-a", "+the"]),
        ("We do not ever accept a military solution", "differs", ["+ever"]),
        ("we do not accept a military solution", "differs", ["-We", "+we"]),
        ("her delegation of 26 people", "differs", ["-25", "+26"]),
        ("lost 3 homes in 5,400 years", "differs", ["-5,400", "+3", "-3", "+5,400"]),
        ("lost 5.400 homes in 3 years", "differs", ["-5,400", "+5.400"]),
        ("400 homes", "differs", ["-5,400", "+400"]),
        ("escalation zones", "differs", ["-de-"]),
        ("the de-escalation zones — all four of them — must hold", "marks", []),
        ("the de-escalation zones-all four of them-must hold", "marks", []),
        ("the de escalation zones", "differs", ["--"]),
        ("It's clear", "marks", []),
        ("Its clear", "differs", ["-It’s", "+Its"]),
        ("the river talks will fail!", "differs", ["-.", "+!"]),
        ("the river talks will fail", "verbatim", []),
        ("a military solution to the dispute.", "marks", []),
        ("a military solution to the dispute?", "differs", ["-,", "+?"]),
        ("to the dispute and we never did", "differs", ["-,"]),
        ("The sheep of Norland graze on the northern hills all summer", "missing", []),
        ("dispute, and we never did”, said Minister Adaline Brook", "verbatim", []),
    ],
)
def test_what_is_told_of_a_quotation(quotation, result, changed):
    assert told(quotation, ENGLISH) == (result, changed)


@pytest.mark.parametrize(
    ("quotation", "result", "changed"),
    [
        ("We do not accept a military solution … and we never did", "verbatim", ["~to the dispute,"]),
        ("We do not accept … [or want] a military solution", "marks", ["*[or want]"]),
        ("We do not accept [...] and we never did", "verbatim", ["~a military solution to the dispute,"]),
        ("We do not accept (…) and we never did", "verbatim", ["~a military solution to the dispute,"]),
        ("We do not accept. . . and we never did", "verbatim", ["~a military solution to the dispute,"]),
        ("We do not accept a military solution. […] we never did", "marks", ["~to the dispute, and"]),
        ("… accept a military solution …", "verbatim", []),
        ("We do accept … and we never did", "differs", ["-not", "~a military solution to the dispute,"]),
        ("and we never did … We do not accept", "differs", ["*…", "+We do not accept"]),
        ("[w]e never did", "verbatim", []),
        ("[W]e do not accept a militar[istic] solution", "differs", ["-military", "+militar[istic]"]),
        ("[As before, w]e do not accept a military solution", "marks", ["*[As before,]"]),
        ("[T]e do not accept a military solution", "differs", ["-We", "+[T]e"]),
        ("We do [certainly] not accept", "marks", ["*[certainly]"]),
        ("We [the envoys] accept a military solution", "differs", ["-do not", "*[the envoys]"]),
        ("[Norland’s minister] do not accept a military solution", "marks", ["*[Norland’s minister]"]),
        ("We do not accept a military solution [sic]", "verbatim", ["*[sic]"]),
        ("We do accept a [bad] military solution", "differs", ["-not", "*[bad]"]),
        ("delegation of [2]6 people", "differs", ["-25", "+[2]6"]),
        ("delegation of [2]5 people", "verbatim", []),
        ("delegation of 2[5] people", "verbatim", []),
        ("not accept a [non-]military solution", "differs", ["+[non-]"]),
        ("We do accept[] a military solution", "differs", ["-not"]),
        ("[We] accept a military solution", "marks", ["*[We]"]),
        ("the de-escalation zones [do not] … must hold", "differs", ["~– all four of them –", "*[do not]"]),
        ("the de-escalation zones [always] … must hold", "marks", ["~– all four of them –", "*[always]"]),
        ("We do … accept a military solution", "differs", ["-not", "*…"]),
        ("her delegation [Norland’s] of 25 people", "marks", ["*[Norland’s]"]),
        ("delegation [of 25 people", "differs", ["+["]),
        ("The envoys […] river talks will fail", "verbatim",
         [f"~{ENGLISH.removeprefix('The envoys').removesuffix('river talks will fail.').strip()}"]),
    ],
)  # fmt: skip
def test_dots_and_brackets_are_taken_as_quoters_mean_them(quotation, result, changed):
    assert told(quotation, ENGLISH) == (result, changed)


def test_dots_and_brackets_that_the_source_has_are_its_own():
    text = "He said: “the talks … [and] the zones will last”."
    found = compare("the talks … [and] the zones", text)
    assert found.result == "verbatim"
    assert text[found.starts : found.ends] == "the talks … [and] the zones"
    assert compare("the talks ... [and] the zones", text).result == "marks"


def test_parts_must_follow_each_other_within_a_sensible_span():
    apart = "First we talk. " + "The river is long and cold. " * 100 + "Then we sign."
    assert compare("First we talk … Then we sign", apart).result == "differs"
    near = "First we talk. " + "The river is long and cold. " * 13 + "Then we sign."
    assert compare("First we talk … Then we sign", near).result == "verbatim"
    found = compare("we talk … we sign", f"We met and we talk. {apart} But we talk and we sign.")
    assert apart.endswith("sign.")
    assert found.segments[1].text.strip() == "and"


@pytest.mark.parametrize(
    ("language", "quotation", "result"),
    [
        ("ru", "«Мы не принимаем военного решения спора»", "verbatim"),
        ("ru", "Мы принимаем военного решения спора", "differs"),
        ("tr", "Anlaşmazlığın askerî çözümünü kabul etmiyoruz", "verbatim"),
        ("tr", "Anlaşmazlığın askeri çözümünü kabul etmiyoruz", "differs"),
        ("tr", "İlkeşehir'deki 25 kişilik heyetimiz", "marks"),
        ("tr", "Ilkeşehir'deki 25 kişilik heyetimiz", "differs"),
        ("ar", "نحن لا نقبل حلا عسكريا للنزاع", "marks"),
        ("ar", "نحن نقبل حلًا عسكريًا للنزاع", "differs"),
        ("fa", "ما راه حل نظامی را نمی پذیریم", "marks"),
        ("fa", "ما راه حل نظامي را نميپذيريم", "marks"),
        ("fa", "ما راه حل نظامی را می‌پذیریم", "differs"),
        ("fr", "accord d'Ostrive ne la prévoit pas!", "marks"),
        ("fr", "l'accord d'Ostrive la prévoit", "differs"),
        ("fr", "a perdu 5400 maisons", "differs"),
        ("de", "das Abkommen sieht sie nicht vor", "verbatim"),
        ("de", "das Abkommen sieht sie vor", "differs"),
        ("zh", "我们不接受以军事手段解决争端", "verbatim"),
        ("zh", "我们接受以军事手段解决争端", "differs"),
    ],
)
def test_each_language_is_compared_by_its_own_custom(language, quotation, result):
    assert compare(quotation, SPEECHES[language]).result == result


def test_vowel_signs_count_where_both_have_them():
    assert compare("قال المَلِك", "ثم قال المَلِك كلمته").result == "verbatim"
    assert compare("قال الملك", "ثم قال المَلِك كلمته").result == "marks"
    assert compare("قال المَلَك", "ثم قال المَلِك كلمته").result == "differs"


def test_a_word_parted_at_the_end_of_a_line_is_the_word_that_the_other_text_has():
    text = "The nego-\ntiators left the de-\nescalation zones near Al-\nNahr."
    assert compare("The negotiators left the de-escalation zones near Al-Nahr", text).result == "marks"
    assert compare(text, "The negotiators left the de-escalation zones near Al-Nahr.").result == "marks"
    assert compare("The delegators left the de-escalation zones", text).result == "differs"


def test_of_two_places_the_one_asked_for_is_told():
    text = "We hope. They wait. We hope."
    assert compare("We hope", text).starts == 0
    assert compare("We hope", text, (20, 28)).starts == 20
    assert compare("We  hope.", "We hope. We  hope.").starts == 9, "to the character, rather than the first"
