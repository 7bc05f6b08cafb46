import pytest

from briefing.settings import addresses


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org",
        "ann.o'brien+news@sub.example.org",
        "jürgen@bücher.example",
        "用户@例子.example",
        "a@localhost",
    ],
)
def test_addresses_that_can_be_sent_to(address):
    assert addresses.is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ann",
        "@example.org",
        "ann@",
        "ann@@example.org",
        "a b@example.org",
        "ann@exa mple.org",
        ".ann@example.org",
        "ann.@example.org",
        "a..n@example.org",
        "ann@example..org",
        "ann@-example.org",
        "ann@example.org\r\nBcc: all@example.org",
        "ann@example.org\n",
        "<ann@example.org>",
        "ann@[127.0.0.1]",
        '"ann x"@example.org',
        "-oQ@example.org",
        "ann\u202e@example.org",
        "ann\x00@example.org",
        "a" * 65 + "@example.org",
        "ann@" + "a" * 64 + ".org",
        "ann@" + "a." * 130 + "org",
        "ann,bo@example.org",
    ],
)
def test_addresses_that_are_none(address):
    assert not addresses.is_address(address)


def test_one_mailbox_has_one_key():
    assert addresses.mailbox_key("Jürgen@BÜCHER.example") == addresses.mailbox_key(
        "ju\u0308rgen@xn--bcher-kva.example"
    )
    assert addresses.mailbox_key("ann@example.org") != addresses.mailbox_key("ann@example.com")


@pytest.mark.parametrize(
    ("link", "fits"),
    [
        ("desk@example.org", True),
        ("mailto:leave@example.org?subject=leave", True),
        ("https://example.org/leave?who={address}", True),
        ("http://example.org/leave", False),
        ("https://", False),
        ("https://example.org/a b", False),
        ("https://example.org/>,<mailto:x@example.org", False),
        ("javascript:alert(1)", False),
    ],
)
def test_the_way_to_leave_is_an_address_or_a_safe_link(link, fits):
    assert addresses.is_leave_link(link) is fits
