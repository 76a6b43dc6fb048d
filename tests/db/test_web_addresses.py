import pytest

from db import web_addresses
from db.errors import BadValue


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "HTTPS://Example.ORG/Ä",
        "https://пример.рф/страница",
        "https://web.archive.org/web/2018/http://example.org/",
        "https://[::1]/x",
    ],
)
def test_an_address_of_the_web_stays_as_it_is(address):
    assert web_addresses.clean(address, "url") == address


def test_blanks_around_an_address_are_left_out():
    assert web_addresses.clean("  https://example.org/a\n", "url") == "https://example.org/a"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("example.org/page", "not an address of the web"),
        ("https://", "not an address of the web"),
        ("https:///path", "not an address of the web"),
        ("ftp://example.org/a", "not an address of the web"),
        ("javascript:alert(1)", "not an address of the web"),
        ("file:///etc/hosts", "not an address of the web"),
        ("http://[::1", "not an address of the web"),
        ("http://example.org:port/", "not an address of the web"),
        ("https://user:word@example.org/", "user name before its host"),
        ("https://example.org/a b", "holds a blank"),
        ("https://example.org/\u202egro", "cannot be seen"),
        ("10.1234/made.up", "https://doi.org/10.1234/made.up"),
        ("doi: 10.1234/made.up", "https://doi.org/10.1234/made.up"),
    ],
)
def test_what_is_no_address_is_refused_with_what_to_write(address, why):
    with pytest.raises(BadValue, match=why) as refused:
        web_addresses.clean(address, "archive_url")
    assert refused.value.field == "archive_url"


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1#c", "http://example.org", "https://пример.рф/ж", "https://[::1]/"]
)
def test_an_address_of_the_web_can_be_opened(address):
    assert web_addresses.is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        None, "", "example.org", "ftp://example.org", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///a",
        "https://user@example.org", "https://user:word@example.org", "https://example.org/\u202eabc", "https://a b",
        "https://example.org\n", "http://[", "https://example.org\\@other.org", "HTTPS//example.org",
    ],
)  # fmt: skip
def test_nothing_else_can_be_opened(address):
    assert not web_addresses.is_link(address)
