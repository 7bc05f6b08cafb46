"""Source text on a page is visible, on one line, and never re-orders what stands round it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render import plain


@given(st.text())
def test_clean_text_holds_no_control_no_override_and_no_line_end(text: str) -> None:
    shown = plain.clean_line(text)
    assert shown == plain.clean_line(shown)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff") & set(shown)
    assert shown == shown.strip()
    shown.encode()


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_letters_figures_and_signs_stay_as_they_are(text: str) -> None:
    assert plain.clean_line(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\r\n c", "a b c"),
        ("paid \u202e000.1\u202c out", "paid ‹U+202E›000.1‹U+202C› out"),
        ("air\u00adbase and quay\u200b", "airbase and quay"),
        ("nul\x00", "nul‹U+0000›"),
        ("\ud83d half", "‹U+D83D› half"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    assert plain.clean_line(text) == shown


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Damascus", "ltr"),
        ("دمشق", "rtl"),
        ("“النسخة", "rtl"),
        ("2025 – Москва", "ltr"),
        ("123", "ltr"),
        ("", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, way: str) -> None:
    assert plain.text_direction(text) == way


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/",
        "http://",
        "https://exa mple.org",
        'https://example.org/"onclick="x',
        "http://[::1",
        "\thttps://example.org",
        None,
        "",
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert plain.safe_web_link(url) in ("", 'https://example.org/"onclick="x')


def test_a_web_address_stays_exact() -> None:
    assert (
        plain.safe_web_link("https://example.org/a?b=1&c=<2>") == "https://example.org/a?b=1&c=<2>"
    )


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://a.example/x", "Two cranes", "https://a.example/x#:~:text=Two%20cranes"),
        ("https://a.example/x#top", "cranes", "https://a.example/x#top:~:text=cranes"),
        (
            "https://a.example/x",
            "well-kept, & old",
            "https://a.example/x#:~:text=well%2Dkept%2C%20%26%20old",
        ),
        ("https://a.example/x", "قالت", "https://a.example/x#:~:text=%D9%82%D8%A7%D9%84%D8%AA"),
        (
            "https://a.example/x",
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            (
                "https://a.example/x#:~:text=one%20two%20three%20four%20five%20six,"
                "eight%20nine%20ten%20eleven%20twelve%20thirteen"
            ),
        ),
        ("", "Two cranes", ""),
        ("https://a.example/x", " ", "https://a.example/x"),
    ],
)
def test_a_link_leads_to_the_very_words(url: str, words: str, expected: str) -> None:
    """The forms of WICG's Text Fragments: a stretch, or its two ends, with its own signs encoded."""
    assert plain.link_words(url, words) == expected
