"""Where a text does not name who speaks: whom it means, and who else that may be."""

import pytest

from db import Cancel
from db.speech import find

TWO = {
    "en": ("Ove Lind met Jan Feld in Port Salm. The talks took an hour.\n\nHe said the nets were lost.", "Ove Lind"),
    "de": ("Ove Lind traf Jan Feld in Velten. Es regnete.\n\n„Die Netze sind verloren“, sagte er.", "Ove Lind"),
    "fr": (
        "Luc Brandt a rencontré Jean Feld à Velt. Il pleuvait.\n\n« Les filets sont perdus », a-t-il dit.",
        "Luc Brandt",
    ),
    "ru": (
        "Клим Остров встретил Юхана Торсби в порту. Встреча длилась час.\n\n«Сети пропали», — сказал он.",
        "Клим Остров",
    ),
    "tr": ("Feride Solmaz, Tuncay Berkin’i kabul etti. Görüşme kısa sürdü.\n\n“Ağlar kayboldu” dedi.", "Feride Solmaz"),
    "ar": (
        "استقبل الوزير نزار الهواري المحافظ سليم باحداد. واستمر اللقاء ساعة.\n\nوقال: «ضاعت الشباك كلها أمس».",
        "نزار الهواري",
    ),
    "fa": (
        "وزیر شیلات، مهرداد کاوه‌پور، فرستاده ولمارا، یوهان تورسبی، را پذیرفت.\n\nاو گفت: «همه تورها گم شد».",
        "مهرداد کاوه‌پور",
    ),
}
"""Two who fit a pronoun, or a verb alone, and the subject; but in Persian a sentence without anybody is between."""


def speech(text, code="en"):
    return [(one.speaker, one.others) for one in find(text, code, Cancel())]


@pytest.mark.parametrize("code", TWO)
def test_of_two_who_fit_a_pronoun_the_subject_is_meant_and_the_other_may_be(code):
    text, subject = TWO[code]
    ((speaker, others),) = speech(text, code)
    assert speaker == subject
    assert len(others) == 1
    assert others[0] != subject


def test_who_alone_fits_by_gender_or_is_named_leaves_no_doubt():
    text = "Ada Brandt met John Feld in Port Salm. {} said the nets were lost."
    assert speech(text.format("She")) == [("Ada Brandt", ())]
    assert speech(text.format("John Feld")) == [("John Feld", ())]


def test_who_is_named_by_one_word_alone_may_be_meant_too():
    text = "Ove Lind and Jan Feld own a boat. Lind showed Feld the nets. He said that they were old."
    assert speech(text) == [("Ove Lind", ("Jan Feld",))]


def test_a_doubt_lasts_as_long_as_the_same_person_is_meant():
    text = "Ove Lind met Jan Feld. He said the nets were lost. He added that it had rained. Feld said it had not."
    assert speech(text) == [("Ove Lind", ("Jan Feld",))] * 2 + [("Jan Feld", ())]


def test_who_was_named_long_before_leaves_no_doubt():
    text = "Jan Feld left.\n\nOve Lind came. “We are late,” said Ove Lind. He added that it had rained."
    assert speech(text)[-1] == ("Ove Lind", ())


def test_of_two_with_one_surname_and_of_two_with_one_office_the_other_may_be_meant():
    text = "The ministers Ove Lind and Nils Lind met. Lind said the nets were lost."
    assert speech(text)[0][1] == ("Ove Lind",)
    text = "The Velt minister Ove Lind met the Norv minister Jan Feld. The minister said the nets were lost."
    assert {*speech(text)[0][1], speech(text)[0][0]} == {"Ove Lind", "Jan Feld"}


def test_whom_a_preposition_leads_to_is_not_the_subject():
    text = "The envoy, Ove Lind, came on Monday. Lind stayed with his adviser, Jan Feld. He said the nets were lost."
    assert speech(text) == [("Ove Lind", ("Jan Feld",))]


SUBJECTS = [
    (
        "Maud Ferris",
        "en",
        "After a quarrel with her friend, Ada Horn, the poet Maud Ferris left. She said it was late.",
    ),
    (
        "Maude Ferrier",
        "fr",
        "Après un mot à l’éditrice, Ada Corne, la poète Maude Ferrier part. Elle dit que c’est fini.",
    ),
    ("لميس القرني", "ar", "كانت مها الفرا شاعرة. ولم ترد لميس القرني على رسالة مها الفرا. وقالت إنها نسيت ذلك."),
    ("Ove Lind", "de", "Ada Brandt traf den Gesandten von Velt, Ove Lind. Der Gesandte ging. Er sagte, er komme bald."),
    ("Ada Brandt", "fr", "La fille de M. Brandt, Ada Brandt, attend avec Ève Feld. Elle dit que le bateau est parti."),
]


@pytest.mark.parametrize(("subject", "code", "text"), SUBJECTS)
def test_the_subject_is_found_behind_what_stands_before_it(subject, code, text):
    assert [speaker for speaker, _ in speech(text, code)] == [subject]


def test_where_nothing_says_who_speaks_it_may_be_who_spoke_last_too():
    text = "“Where were you when the nets were lost?” asked Ove Lind. Jan Feld looked away.\n\n“I was in the harbour.”"
    assert speech(text) == [("Ove Lind", ()), ("Jan Feld", ("Ove Lind",))]


def test_a_turkish_verb_alone_means_whom_the_sentence_before_is_about_also_years_later():
    text = "Lale Boynuz, Mahur Feral’a cevap vermedi. Yıllar sonra mektupları sakladığını itiraf etti."
    assert speech(text, "tr") == [("Lale Boynuz", ("Mahur Feral",))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The minister Ada Brandt met Eva Feld. The latter said that the nets were lost."),
        ("fr", "La ministre Ada Brandt a rencontré Eva Feld. Cette dernière a dit que les filets étaient perdus."),
        ("de", "Die Ministerin Ada Brandt traf Eva Feld. Diese sagte, die Netze seien verloren."),
        ("ru", "Министр Ада Брандт встретила учительницу Еву Фельд. Та сказала, что сети пропали."),
    ],
)
def test_the_latter_is_who_was_named_last_and_not_the_subject(code, text):
    ((speaker, others),) = speech(text, code)
    assert (speaker.split()[-1], others) in (("Feld", ()), ("Фельд", ()))


def test_a_word_that_may_be_said_of_many_may_mean_who_has_another_office_too():
    text = "The envoy Ove Lind left. The co-ordinator Jan Feld spoke with Lind. The diplomat said that it was late."
    assert speech(text) == [("Ove Lind", ("Jan Feld",))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Minister Ove Lind kam an. Ein Minister sagte, es sei spät."),
        ("en", "The minister Ove Lind came. A minister said that it was late."),
        ("fr", "Le ministre Luc Brandt est venu. Un ministre a dit que c’était fini."),
        ("ar", "وصل الوزير سامي كرم. وقال وزير إن الوقت متأخر جدا."),
        ("fa", "وزیر نفت، سامی کرمی، آمد. یک وزیر گفت که دیر شده است."),
        ("ru", "Приехал министр Клим Остров. Один министр сказал, что поздно."),
        ("tr", "Sözcü Can Oral geldi. Valilikten bir sözcü, geç olduğunu söyledi."),
    ],
)
def test_who_is_brought_in_is_nobody_named_before(code, text):
    assert speech(text, code) == [("", ())]


def test_who_is_brought_in_stays_so_as_long_as_nobody_is_named():
    text = "A Veltrian minister said that it was late. He added that it had rained. The minister said that he would go."
    assert [(one.speaker, one.title, one.how) for one in find(text, "en", Cancel())] == [
        ("", "Veltrian minister", "somebody")
    ] * 3


def test_who_is_called_by_title_alone_may_be_meant_too():
    text = "The envoy Ove Lind and the minister Jan Feld had come. Lind met the minister. He said the nets were lost."
    assert speech(text) == [("Ove Lind", ("Jan Feld",))]
