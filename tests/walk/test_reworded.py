"""A reworded copy counts with its original, which is the one that is told."""

from dataclasses import replace

import pytest

from briefing.model import Family, Known
from briefing.walk.reworded import find_copies
from tests.events.making import read

RELEASE = [
    "The Port Office of Orrin said the harbour of Orrin will be closed from Monday, 10 March 2025.",
    "Ships bound for Orrin will be sent to Velm, the office said.",
    "All wages of harbour workers will be paid in full during the 12 days of closing.",
    "The quay wall was last renewed in 1974 and held 3 million tonnes of goods last year.",
]
COPY = [
    "The Port Office of Orrin told that the harbor of Orrin might be shut Monday, 10 March 2025.",
    "Ships headed for Orrin might be despatched to Velm, the workplace stated.",
    "All wages of harbor staff might be paid in full throughout the 12 days of shutting.",
    "The quay wall was last renewed in 1974 and held 3 million tonnes of products final year.",
]
OWN = "Ivo Castren, a fisherman with three boats, called the closing a disaster for his trade."


def find(first, second, *, kinds=("", ""), days=("2025-03-12", "2025-03-12"), outlets=("A", "B")):
    """Find the copies among two articles, in families of their own."""
    readings = []
    for at, sentences in enumerate((first, second)):
        one = read(f"d{at}", " ".join(sentences), outlets[at], days[at])
        kind = Known(value=kinds[at], basis="supplied") if kinds[at] else None
        readings.append(replace(one, document=replace(one.document, kind=kind)))
    apart = tuple(Family(id=f"f{at}", documents=(f"d{at}",), relation="single") for at in range(2))
    return find_copies(tuple(readings), apart)


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({"kinds": ("press release", "")}, "d0"),
        ({"kinds": ("", "release")}, "d1"),
        ({"days": ("2025-03-12", "2025-03-10")}, "d1"),
        ({"days": ("2025-03-09", "2025-03-10")}, "d0"),
    ],
    ids=["a release", "the other one", "later", "earlier"],
)
def test_the_release_or_the_earlier_article_is_the_original(more, first):
    found = find(RELEASE, [*COPY, OWN], **more)
    (family,) = found.families
    assert (family.relation, family.documents[0]) == ("reworded", first)
    (copy,) = found.retold
    assert copy != first
    assert len(found.retold[copy]) == 4  # what the copy alone tells is no retelling


def test_where_nothing_says_which_is_the_original_both_count_once_and_are_told():
    found = find(RELEASE, COPY)
    assert [one.relation for one in found.families] == ["reworded"]
    assert found.retold == {}


@pytest.mark.parametrize(
    ("second", "more"),
    [
        (COPY, {"outlets": ("A", "A")}),
        (COPY, {"days": ("2025-03-12", "2025-04-12")}),
        ([OWN, *COPY[:1], OWN.replace("Ivo", "Ada")], {}),
    ],
    ids=["one outlet's series", "another month", "a report of its own"],
)
def test_no_copy(second, more):
    found = find(RELEASE, second, kinds=("release", ""), **more)
    assert [one.relation for one in found.families] == ["single", "single"]
    assert found.retold == {}


@pytest.mark.parametrize(
    "changed",
    [
        COPY[2].replace("12 days", "20 days"),
        COPY[2].replace("might be", "will not be"),
    ],
)
def test_a_sentence_of_a_copy_with_another_figure_or_a_denial_is_told(changed):
    ferry = "The ferry to Hesk Island will sail from Velm while the harbour of Orrin is closed."
    sailing = ferry.replace("will sail", "might sail").replace("closed", "shut")
    told = [*COPY[:2], changed, COPY[3], sailing]
    found = find([*RELEASE, ferry], told, kinds=("release", ""))
    assert len(found.retold["d1"]) == 4


def test_reports_that_contradict_each_other_are_no_copies():
    told = [COPY[0], COPY[1], COPY[2].replace("12", "20"), COPY[3].replace("1974", "1982")]
    assert find(RELEASE, told, kinds=("release", "")).retold == {}


def test_the_same_facts_in_another_order_are_no_copy():
    told = [COPY[3], COPY[2], COPY[1], COPY[0]]
    assert find(RELEASE, told, kinds=("release", "")).retold == {}
