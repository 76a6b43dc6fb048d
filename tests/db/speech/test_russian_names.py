"""Russian names in their cases."""

import pytest

from db.speech import russian_names


@pytest.mark.parametrize(
    ("name", "title", "own"),
    [
        ("Михея Сорокина", "бухгалтера", "Михей Сорокин"),
        ("Амвросию Тигову", "коллекционеру", "Амвросий Тигов"),
        ("Савелию Ростоцкому", "губернатору", "Савелий Ростоцкий"),
        ("Климу Адашеву", "министру", "Клим Адашев"),
    ],
)
def test_a_name_in_a_case_is_given_in_the_nominative_also_where_no_list_has_it(name, title, own):
    assert russian_names.nominative(name, title, lambda _: False) == own
