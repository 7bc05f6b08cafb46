"""What somebody denies in an older release of his own."""

from dataclasses import replace

import pytest

from briefing.compose.own_denials import weigh_own_denials
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.model import Known
from tests.compose.making import candidate, shortlist
from tests.events.making import read

LEAD = "The mill of Teyn mourns those who died in the fire."


def worth(sentence, days=6, kinds=(RELEASE, "report"), **wanted):
    """Give what a sentence of an article of 1 May is worth when the newest is of days later."""
    text = f"{LEAD}\n\n{sentence}"
    pairs = (("d1", text, 1), ("d2", "A fire broke out at Teyn.", 1 + days))
    readings = {}
    for (name, told, day), kind in zip(pairs, kinds, strict=True):
        made = read(name, told, f"Outlet {name}", published=f"2025-05-{day:02}")
        known = Known(value=kind, basis="supplied")
        readings[name] = replace(made, document=replace(made.document, kind=known))
    made = candidate(sentence, "d1")
    start = text.index(sentence)
    cited = replace(
        made.statement.citations[0],
        start=start,
        end=start + len(sentence),
        passage=1 if sentence == LEAD else 2,
    )
    made = replace(made, statement=replace(made.statement, citations=(cited,)))
    (weighed,) = weigh_own_denials([shortlist([made], **wanted)], readings)
    return weighed.ranked[0].candidate.weight


@pytest.mark.parametrize(
    ("sentence", "little"),
    [
        ("No door was locked.", True),
        ("It is untrue that any door was locked.", True),
        ("The mill was therefore not overloaded.", True),
        ("Our men didn't leave the mill.", True),
        ("Claims that the doors were shut do not correspond to the facts.", True),
        ("The mill will not be rebuilt.", False),
        ("Not fewer than 30 men came.", False),
        ("No date can be given.", False),
        ("The mill had nine doors.", False),
        ("The mill was not only old.", False),
    ],
)
def test_what_an_older_release_denies_stands_beside_nothing(sentence, little):
    assert (worth(sentence) < 1.0) is little
    assert worth(sentence, days=4) == 1.0


def test_reports_deny_and_sections_of_views_tell_what_is_denied():
    denial = "No door was locked."
    assert worth(denial, kinds=("report", "report")) == 1.0
    assert worth(denial, kinds=(RELEASE, RELEASE)) == 1.0
    assert worth(denial, views=True) == worth(denial, words=200) == 1.0
