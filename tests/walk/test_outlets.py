"""Whose text an article is: its own claim, its address, and what the desk knows."""

import pytest

from briefing.events.independence import independent_outlets as independent
from briefing.job.outlets import KnownOutlet, gather_outlets
from briefing.language import lookalike
from briefing.model import Attribution, Citation, Document, Known
from briefing.walk.outlets import as_recorded, grade_document, suits_host

WIRE = KnownOutlet(name="Northern Wire", aliases=("NW Agency",), reliability="A", note="an agency")
POST = KnownOutlet(name="Olm Post", reliability="B", hosts=("olmpost.example", "post.example"))
DESK = gather_outlets((WIRE, POST))


def document(outlet=None, url=None, *, basis="stated", text="The quay is shut.", name="a"):
    return Document(
        id=name,
        locator=f"{name}.html",
        path=f"{name}.html",
        url=url,
        revision="0",
        size=1,
        encoding="utf-8",
        text=text,
        language="en",
        outlet=Known(value=outlet, basis=basis) if outlet else None,
    )


def told(made):
    found = grade_document(made, DESK)
    assert grade_document(made, as_recorded(found)).outlet == found.outlet
    return found.outlet.value if found.outlet else None, found.reliability


@pytest.mark.parametrize(
    ("outlet", "url", "name", "grade"),
    [
        ("Northern Wire", None, "Northern Wire", "A"),
        ("the northern  wire", None, "Northern Wire", "A"),
        ("NW Agency", None, "Northern Wire", "A"),
        ("Northern Wire", "https://northernwire.example/x", "Northern Wire", "A"),
        ("Northern Wire", "https://evil.example/x", "evil.example", None),
        ("Northern Wire", "https://northernwire.evil.example/x", "evil.example", None),
        ("Olm Post", "https://news.olmpost.example/x", "Olm Post", "B"),
        ("Something Else", "https://post.example/x", "Olm Post", "B"),
        (None, "https://post.example/x", "Olm Post", "B"),
        ("Olm Post", "https://olm-post.example/x", "olm-post.example", None),
        ("Teyn Daily", "https://evil.example/x", "Teyn Daily", None),
        (None, "https://evil.example/x", None, None),
    ],
)
def test_an_outlet_is_graded_where_nothing_speaks_against_it(outlet, url, name, grade):
    found, letter = told(document(outlet, url))
    assert letter == grade
    assert found == name or (name == "evil.example" and found.endswith("evil.example"))


def test_what_the_analyst_supplies_is_not_held_against_the_address():
    made = document("Northern Wire", "https://archive.example/x", basis="supplied")
    assert told(made) == ("Northern Wire", "A")


def test_a_name_that_the_address_contradicts_is_told_as_a_caveat():
    found = grade_document(document("Northern Wire", "https://evil.example/x"), DESK)
    assert found.outlet.basis == "inferred"
    assert [
        caveat for caveat in found.caveats if "Northern Wire" in caveat and "evil.example" in caveat
    ]


def test_a_name_that_the_address_does_not_show_is_marked():
    found = grade_document(document("Teyn Daily", "https://evil.example/x"), DESK)
    assert (found.outlet.basis, "evil.example" in found.outlet.note) == ("inferred", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NW Agency, 20 March 2025\n\nThe quay is shut.", "Northern Wire"),
        ("Quay shut\nolm post\n\nThe quay is shut.", "Olm Post"),
        ("Quay shut\nBy Jane Doe, Olm Post\n\nThe quay is shut.", "Olm Post"),
        ("Olm Post, which reported it first, was told that the quay is shut.", None),
    ],
)
def test_an_outlet_of_the_list_is_read_over_the_article(text, name):
    assert told(document(text=text))[0] == name


def test_letters_that_look_like_others_are_shown():
    found = grade_document(document("Nоrthern Wire"), DESK)
    assert found.outlet.value == "Northern Wire"
    assert "U+043E" in found.caveats[0]


@pytest.mark.parametrize(
    ("name", "host", "fits"),
    [
        ("The New York Times", "nytimes.com", True),
        ("Financial Times", "ft.com", True),
        ("BBC News", "bbc.co.uk", True),
        ("El País", "elpais.com", True),
        ("AP News", "apnews.com", True),
        ("Northern Wire", "evil.example", False),
        ("Northern Wire", "wire-north.example", False),
        ("Olm", "x.example", False),
    ],
)
def test_a_host_shows_a_name_or_not(name, host, fits):
    assert suits_host(name, host) == fits


def test_names_are_compared_by_how_they_look():
    assert {
        lookalike.spelling_key(name)
        for name in ("The Courier", "the courier ", "Cоurier", "Courier (UK)")
    } == {"courier"}
    assert lookalike.strange_letters("Cоurier") == "о"
    assert lookalike.strange_letters("Известия") == ""


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("The Courier", None), ("the courier ", None), 1),
        (("Courier", None), ("Cоurier", None), 1),
        (("North Star", "https://evil.example/1"), ("South Star", "https://www.evil.example/2"), 1),
        (("Courier", None), ("Herald", None), 2),
    ],
)
def test_one_name_and_one_host_are_one_outlet(one, other, count):
    made = {name: document(*given, name=name) for name, given in (("a", one), ("b", other))}
    citations = [
        Citation(
            document=name,
            passage=1,
            start=0,
            end=3,
            quote="The",
            role="basis",
            attribution=Attribution(),
        )
        for name in made
    ]
    assert len(independent(citations, made, {name: name for name in made})) == count
