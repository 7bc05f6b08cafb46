"""What an outlet has from a news agency, and who the speakers are called."""

import re
from dataclasses import replace

import pytest

from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences
from briefing.model import Attribution, Known, Span
from tests.languages.en.articles import article
from tests.languages.en.test_speech import find


def attributed(text: str, outlet: str, sentence: int = 0) -> Attribution:
    document, passages = article(text, outlet)
    dateline = re.match(r"[A-Z]+ \((\w+)\) – ", text)
    if dateline:
        known = Known(
            value=dateline[1],
            basis="stated",
            note="dateline",
            evidence=(Span(start=0, end=dateline.end() - 1),),
        )
        document = replace(document, agency=known)
    return attribute_sentences(
        reading.read_language(document, passages, ()), (passages[0].sentences[sentence],)
    )


@pytest.mark.parametrize(
    ("text", "speaker", "relayed"),
    [
        (
            "The minister told the Northwire agency that the port was closed.",
            "The minister",
            "Northwire",
        ),
        (
            "Northwire quoted the minister as saying that the port was closed.",
            "the minister",
            "Northwire",
        ),
        ("The port was closed on Monday. (Northwire)", "", "Northwire"),
        ("The port was closed to all ships on Monday. (AFP)", "", "AFP"),
        ("Mary Jones said the port was closed. (Northwire)", "Mary Jones", "Northwire"),
        ("Northwire reported that the port was closed.", "Northwire", ""),
        ("The port was closed on Monday, the Northwire report said.", "Northwire", ""),
        ("The port was closed, a report by the Evening Echo said.", "Evening Echo", ""),
        ("According to a Harbour Gazette story, the port was closed.", "Harbour Gazette", ""),
        ("A second Northwire dispatch said the port was closed.", "Northwire", ""),
        ("The Harbour Board report said the port was closed.", "The Harbour Board report", ""),
        ("Northwire, the state news agency, said the port was closed.", "Northwire", ""),
    ],
)
def test_an_agency_is_the_relay_and_who_is_quoted_the_speaker(
    text: str, speaker: str, relayed: str
) -> None:
    assert [(item.speaker, item.relayed) for item in find(text, "Morning Post")] == [
        (speaker, relayed)
    ]


def test_an_agency_is_the_relay_where_the_outlet_is_not_known() -> None:
    assert [
        item.relayed for item in find("The minister told the Northwire agency that it rained.")
    ] == ["Northwire"]


def test_brackets_that_name_no_agency_are_none() -> None:
    assert find("The port was closed to all ships on Monday. (Laughs)", "Morning Post") == []


@pytest.mark.parametrize(
    "text",
    [
        "TEYN (Northwire) – The port was closed on Monday.",
        "The port was closed on Monday. (Northwire)",
    ],
)
def test_two_outlets_with_one_agency_have_it_from_the_agency(text: str) -> None:
    assert {attributed(text, outlet).outlet for outlet in ("Morning Post", "Evening Echo")} == {
        "Northwire"
    }
    assert attributed(text, "Morning Post").relayed_by == "Morning Post"
    assert attributed(text, "Northwire").relayed_by == ""


@pytest.mark.parametrize(
    ("agency", "outlet", "relayed"),
    [
        ("NWP", "North Wire Press", ""),
        ("NWP", "The North Wire Press", ""),
        ("NWP", "Morning Post", "Morning Post"),
        ("N", "Northwire", "Northwire"),
        ("Meridian", "Meridian News Agency", ""),
        ("Northern", "Northern Business Wire", ""),
        ("Sorrel", "Tolm and Sorrel", ""),
        ("Business", "Northern Business Wire", "Northern Business Wire"),
    ],
)
def test_an_outlet_s_initials_in_its_dateline_relay_nothing(agency, outlet, relayed) -> None:
    text = f"TEYN ({agency}) – Rain fell all day. Mary Jones said the port was closed."
    assert attributed(text, outlet, 1).relayed_by == relayed
    assert attributed(text, outlet, 0).relayed_by == relayed


def test_who_is_quoted_under_an_agency_s_dateline_came_through_it() -> None:
    said = attributed(
        "TEYN (Northwire) – Rain fell all day. Mary Jones said the port was closed.",
        "Morning Post",
        1,
    )
    assert (said.speaker, said.outlet, said.relayed_by) == (
        "Mary Jones",
        "Northwire",
        "Morning Post",
    )


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Elin Dahl, a former judge, said the law was weak.", "Elin Dahl", "a former judge"),
        ("The retired judge Elin Dahl said the law was weak.", "Elin Dahl", "retired judge"),
        ("A former judge, Elin Dahl, said the law was weak.", "Elin Dahl", "former judge"),
        (
            "Elin Dahl, leader of the Harbour Party, said it was weak.",
            "Elin Dahl",
            "leader of the Harbour Party",
        ),
        (
            "The leader of the Harbour Party, Elin Dahl, said it was weak.",
            "Elin Dahl",
            "leader of the Harbour Party",
        ),
        (
            "Elin Dahl, the harbour master, said the gate was weak.",
            "Elin Dahl",
            "the harbour master",
        ),
        (
            "Northwire, the state news agency, said the gate was weak.",
            "Northwire",
            "the state news agency",
        ),
    ],
)
def test_a_role_keeps_its_words(text: str, speaker: str, role: str) -> None:
    (found,) = find(text)
    assert (found.speaker, found.role) == (speaker, role)
