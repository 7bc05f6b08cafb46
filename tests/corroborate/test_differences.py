import pytest

from briefing.corroborate import find_differences
from briefing.model import Pinned
from tests.compose.making import candidate

FAMILIES = {"d1": "f1", "d2": "f2", "d3": "f1"}
PINS = (
    Pinned(name="Vellin", kind="place", country="Sorrel"),
    Pinned(name="Ines Dorrat", kind="person", country="Sorrel"),
    Pinned(name="Tomas Arvel", kind="person", country="Castren"),
)
VIEW = {"kind": "judgement"}
PAIRS = {
    "Who took part": (
        (
            (
                "A convoy of Castren, Vellin and Sorrel officers toured the lower river on Monday "
                "evening."
            ),
            {},
        ),
        ("A convoy of Castren and Vellin officers toured the lower river on Monday evening.", {}),
    ),
    "Whether the purpose was public": (
        ("The purpose of the tour was not announced by the board.", {}),
        ("The purpose of the tour was to inspect the eastern bank.", {}),
    ),
    "Who visited Vellin": (
        ("The tour followed the visit to Vellin by the chair Ines Dorrat.", {}),
        ("The director Tomas Arvel arrived in Vellin on Sunday.", {}),
    ),
    "How long before": (
        ("The dredger reached Vellin from Castren two weeks after the storm sank the barges.", {}),
        (
            "The dredger reached Vellin from Castren three weeks after the storm sank the barges.",
            {},
        ),
    ),
    "How much Castren controls": (
        ("The ships of Castren control most of the lower river.", {}),
        ("The ships of Castren control parts of the lower river.", {}),
    ),
    "How many vessels": (
        ("In Vellin and Castren 14 vessels used the southern quay in the winter.", {}),
        ("In Vellin and Castren 16 vessels used the southern quay in the winter.", {}),
    ),
    "What to expect of it": (
        (
            "There is little hope that the board will share the cost of the quay.",
            {**VIEW, "speaker": "Ilse Marchetti"},
        ),
        (
            "There is hope that the board will share the cost of the quay.",
            {**VIEW, "speaker": "Anton Reves"},
        ),
    ),
}


def sides(topic, second="d2"):
    """Give the two sides of a topic, of articles of their own."""
    (left, said), (right, told) = PAIRS[topic]
    return candidate(left, "d1", **said), candidate(right, second, **told)


@pytest.mark.parametrize("topic", PAIRS)
def test_where_two_articles_differ_each_side_is_shown_with_its_source(topic):
    left, right = sides(topic)
    (found,) = find_differences([left, right], FAMILIES, PINS, frozenset({left.statement.key}))
    assert found.topic == topic
    assert {one.citations[0].document: one.statement for one in found.positions} == {
        "d1": left.statement.key,
        "d2": None,
    }
    for position in found.positions:
        assert position.citations[0].quote.startswith(position.text.removesuffix(" …"))


def test_spans_that_are_counted_from_different_things_differ_in_nothing():
    left = candidate(
        "Castren called off the visit of Ines Dorrat to Vellin, a day after the dredger sank."
    )
    right = candidate(
        "The dredger sank two days before Ines Dorrat was to visit Vellin for Castren.", "d2"
    )
    assert find_differences([left, right], FAMILIES, PINS, frozenset()) == ()


@pytest.mark.parametrize("topic", [topic for topic in PAIRS if topic != "How many vessels"])
def test_versions_of_one_article_do_not_differ(topic):
    assert find_differences(sides(topic, "d3"), FAMILIES, PINS, frozenset()) == ()


def test_a_number_revised_between_versions_is_shown():
    (found,) = find_differences(sides("How many vessels", "d3"), FAMILIES, PINS, frozenset())
    assert found.topic == "How many vessels"


@pytest.mark.parametrize("topic", PAIRS)
def test_nor_does_an_article_from_one_that_says_the_same(topic):
    left, _ = sides(topic)
    twin = candidate(
        left.statement.text, "d2", speaker=left.statement.citations[0].attribution.speaker
    )
    assert find_differences([left, twin], FAMILIES, PINS, frozenset()) == ()


def test_what_is_of_other_things_is_no_difference():
    apart = [
        candidate("In Vellin 14 vessels used the southern quay.", "d1"),
        candidate("The mills of Castren bought 16 vessels for their grain trade upstream.", "d2"),
        candidate("The rains began two weeks after the harvest.", "d1"),
        candidate("Castren rebuilt its mills three weeks before the vote.", "d2"),
        candidate(
            "Ines Dorrat left Vellin for Castren. The mills had lost work 22 years ago.", "d1"
        ),
        candidate(
            "Ines Dorrat of Vellin asked Castren who pays. The mills lost work in floods three "
            "years ago.",
            "d2",
        ),
    ]
    assert find_differences(apart, FAMILIES, PINS, frozenset()) == ()


def test_a_topic_is_shown_once_and_the_table_stays_short():
    many = [c for topic in PAIRS for c in sides(topic)]
    again = [candidate(f"{c.statement.text[:-1]} again.", c.document) for c in many]
    found = find_differences(many + again, FAMILIES, PINS, frozenset())
    topics = [one.topic for one in found]
    assert len(topics) == len(set(topics)) <= 8


def test_the_same_names_alone_are_no_denial():
    left = candidate("Lena Veld is not related to Interior Minister Jonas Veld.", "d1")
    right = candidate("Interior Minister Jonas Veld visited the valley in the morning.", "d2")
    assert find_differences((left, right), FAMILIES, PINS, frozenset()) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Vellin was recently pumping about 260,000 barrels of crude oil a day.",
            "Castren currently pumps about 360,000 barrels of crude oil a day.",
        ),
        (
            "The foreign debt of Vellin stands at 8.16 billion dlrs this year.",
            "The foreign debt of Vellin once stood at 4.8 billion dlrs in a year.",
        ),
        (
            "In Vellin the mayor asked two mills to send 400,000 sacks of grain by Saturday.",
            "In Vellin the first 150,000 sacks of grain for the mayor landed on Saturday.",
        ),
        (
            "Ruth Adeyemi told Vellin council that 40 houses were lost to the flood.",
            "Ivo Castren told Arum council that 70 houses were lost to the flood.",
        ),
    ],
)
def test_what_two_lands_each_have_and_what_money_is_owed_is_no_difference(one, other):
    assert (
        find_differences(
            [candidate(one, "d1"), candidate(other, "d2")], FAMILIES, PINS, frozenset()
        )
        == ()
    )


def test_who_learns_more_differs_with_himself_in_versions_of_one_article_alone():
    texts = [f"In Vellin {count} houses were lost to the river." for count in (260, 360)]
    one, other, revised = (
        candidate(text, document, speaker="the mayor")
        for text, document in zip((*texts, texts[1]), ("d1", "d2", "d3"), strict=True)
    )
    assert find_differences([one, other], FAMILIES, PINS, frozenset()) == ()
    assert len(find_differences([one, revised], FAMILIES, PINS, frozenset())) == 1


def test_one_land_counted_twice_is_a_difference():
    one = candidate("In Vellin 260 houses were lost to the river after the storm.", "d1")
    other = candidate("In Vellin 360 houses were lost to the river in the storm.", "d2")
    (found,) = find_differences([one, other], FAMILIES, PINS, frozenset())
    assert found.topic == "How many houses"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In Vellin the mayor won the recount of votes by 87 votes in the town.",
         "In Vellin the mayor won 41,688 votes in the recount of votes in the town."),
        ("The guild of Vellin lost the count of seats in the council by only 12 seats.",
         "The guild of Vellin lost 30 seats in the count of seats in the council."),
        ("Castren cut the number of pilots in its northern harbour by about 40 pilots.",
         "Castren has the number of 90 pilots in its northern harbour."),
    ],
)  # fmt: skip
def test_a_margin_is_no_count(one, other):
    sides = [candidate(one, "d1"), candidate(other, "d2")]
    assert find_differences(sides, FAMILIES, PINS, frozenset()) == ()
