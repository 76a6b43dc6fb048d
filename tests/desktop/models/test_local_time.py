"""Stored times as the clock on the wall shows them, whatever the zone."""

import time

import pytest

from desktop.models.local_time import end_of, when


@pytest.fixture(params=["UTC", "Asia/Almaty", "America/New_York"])
def zone(request, monkeypatch):
    """The zone of the clock."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_a_time_is_shown_in_the_zone_of_the_clock(zone):
    shown = {"UTC": "1 May 2024, 22:30", "Asia/Almaty": "2 May 2024, 03:30", "America/New_York": "1 May 2024, 18:30"}
    assert str(when("2024-05-01T22:30:15Z")) == shown[zone]


def test_a_day_without_an_hour_is_that_day_in_every_zone(zone):
    assert when("2024-05-01T00:00:00Z", day_only=True) == ("1 May 2024", "")
    assert when("2024-05-01") == ("1 May 2024", "")


def test_what_is_no_time_is_shown_as_it_stands(zone):
    for text in ("yesterday at noon", "2024-13-45T99:00:00Z", ""):
        assert text in str(when(text)) or str(when(text)) == "date not known"


def test_the_end_of_a_date_is_that_of_its_last_day_by_the_clock(zone):
    ends = {"UTC": "2024-05-01T23:59:59Z", "Asia/Almaty": "2024-05-01T18:59:59Z"}
    ends["America/New_York"] = "2024-05-02T03:59:59Z"
    assert end_of("2024-05-01") == ends[zone]
    assert end_of("2024-02") == end_of("2024-02-29")
    assert end_of("2023") == end_of("2023-12-31")
