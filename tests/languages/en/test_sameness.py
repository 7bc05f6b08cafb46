import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en.sameness import are_versions, read_gist, say_same, word_overlap

TRUE = (
    "The harbour authority of Vellin reopened the northern quay on Monday after four months of "
    "dredging."
)
SAME = [
    (TRUE, TRUE),
    (
        TRUE,
        (
            "Vellin’s harbour authority reopened the northern quay on Monday after four months of "
            "dredging works."
        ),
    ),
    (
        "The board said that its engineers had found no damage to the eastern bank.",
        "The river board said its engineers had found no damage to the eastern bank.",
    ),
    (
        "Mr [Tomas] Arvel met the mayor of Vellin on 27 February.",
        "Tomas Arvel met the mayor of Vellin on 27 February.",
    ),
    ("The dredger sank three barges off Castren.", "The dredger sank 3 barges off Castren."),
]
APART = {
    "a figure": (TRUE, TRUE.replace("four", "five")),
    "a figure and a word": (TRUE, TRUE.replace("four", "thirteen")),
    "two larger words": (TRUE.replace("four", "twenty"), TRUE.replace("four", "thirty")),
    "figures the other way round": (
        "Some 5 sailors and 10 soldiers drowned near Castren.",
        "Some 10 sailors and 5 soldiers drowned near Castren.",
    ),
    "millions and billions": (
        "The works cost 5 million crowns, the board of Vellin said.",
        "The works cost 5 billion crowns, the board of Vellin said.",
    ),
    "no": (TRUE, TRUE.replace("reopened", "has not reopened")),
    "denied": (
        "The board confirmed that the tolls on the lower river had been discussed in Vellin.",
        "The board denied that the tolls on the lower river had been discussed in Vellin.",
    ),
    "an opposite": (TRUE, TRUE.replace("reopened", "closed")),
    "another quarter": (TRUE, TRUE.replace("northern", "southern")),
    "a prefix": (
        "The second stage is likely to begin before the harvest in Vellin.",
        "The second stage is unlikely to begin before the harvest in Vellin.",
    ),
    "a name within": (TRUE, TRUE.replace("Vellin", "Castren")),
    "a name in front": (
        "Vellin deployed its patrols along the lower river on Monday evening.",
        "Castren deployed its patrols along the lower river on Monday evening.",
    ),
    "a name more": (
        "Ships of Vellin patrolled the lower river on Monday evening.",
        "Ships of Vellin and Castren patrolled the lower river on Monday evening.",
    ),
    "who does it to whom": (
        "On Monday the board of Castren sued the board of Vellin over the tolls.",
        "On Monday the board of Vellin sued the board of Castren over the tolls.",
    ),
    "a name in a bracket": (
        "“We will not pay for the quay,” [Ines Dorrat] said.",
        "“We will not pay for the quay,” [Tomas Arvel] said.",
    ),
    "a date in a bracket": (
        "The convoy reached Vellin on Monday [3 March 2025] with grain.",
        "The convoy reached Vellin on Monday [10 March 2025] with grain.",
    ),
    "a weekday": (TRUE, TRUE.replace("Monday", "Tuesday")),
    "a hedge": (TRUE.replace("reopened", "will reopen"), TRUE.replace("reopened", "may reopen")),
}


TURNED = [
    (
        "The dredgers rammed the barges off Castren on Monday.",
        "The barges rammed the dredgers off Castren on Monday.",
    ),
    (
        "The jury acquitted the mate of the barge in Vellin.",
        "The jury convicted the mate of the barge in Vellin.",
    ),
    (
        "The new lock at Castren cost the river board 7m crowns.",
        "The new lock at Castren cost the river board 7bn crowns.",
    ),
    (
        "Grain prices in Vellin soared last month, the board said.",
        "Grain prices in Vellin tumbled last month, the board said.",
    ),
    (
        "The works at the lock will last six days, the guild said.",
        "The works at the lock will last six months, the guild said.",
    ),
    (
        "Tolls on the lower river went up by 8 per cent.",
        "Tolls on the lower river went up by 8 crowns.",
    ),
    (
        "The guild lent money to the bank in Vellin.",
        "The guild lent money from the bank in Vellin.",
    ),
    (
        "The pilots blamed the board of the lower river.",
        "The pilots praised the board of the lower river.",
    ),
    (
        "The convoy left for Castren on Monday evening.",
        "The convoy planned to leave for Castren on Monday evening.",
    ),
    ("The guild was sued by the board in Vellin.", "The guild sued the board in Vellin."),
    (
        "The bridge over the Sorrel was repaired in spring.",
        "The bridge over the Sorrel was demolished in spring.",
    ),
    (
        "Every barge of the guild may pass the lock.",
        "Hardly any barge of the guild may pass the lock.",
    ),
]


@pytest.mark.parametrize(("left", "right"), TURNED)
def test_opposites_never_agree(left, right):
    assert not say_same(read_gist(left), read_gist(right))
    assert not say_same(read_gist(right), read_gist(left))


@pytest.mark.parametrize(("left", "right"), SAME)
def test_paraphrases_that_keep_every_fact_are_the_same(left, right):
    assert say_same(read_gist(left), read_gist(right))
    assert say_same(read_gist(right), read_gist(left))


@pytest.mark.parametrize("what", APART)
def test_what_differs_in_a_fact_is_not_the_same(what):
    left, right = (read_gist(text) for text in APART[what])
    assert not say_same(left, right)
    assert not say_same(right, left)


@pytest.mark.parametrize("what", [w for w in APART if w not in {"a hedge", "a name more"}])
def test_nor_are_such_versions_of_one_sentence(what):
    left, right = (read_gist(text) for text in APART[what])
    assert not are_versions(left, right)
    assert not are_versions(right, left)


def test_a_version_may_say_more_but_not_other_things():
    short = read_gist(
        "Analysts say that the quay will deter ships from Castren from the lower river."
    )
    long = read_gist(
        "Analysts say that the quay will deter ships from Castren from the lower river, and warn "
        "of floods."
    )
    assert are_versions(short, long)
    assert are_versions(long, short)
    assert not are_versions(read_gist("Analysts say so."), long)


def test_nothing_is_never_the_same():
    assert not say_same(read_gist(""), read_gist(""))
    assert not are_versions(read_gist("of the"), read_gist("of the"))
    assert word_overlap(read_gist(""), read_gist(TRUE)) == 0.0
    assert word_overlap(read_gist(TRUE), read_gist(TRUE)) == 1.0


WORDS = st.sampled_from(
    "Vellin Castren Sorrel harbour quay board river reopened closed 4 14 three dozen not may on "
    "Monday the of after"
    " ships [Tomas] [3 March 2025] denied grain tolls".split()
)
SENTENCES = st.lists(WORDS, min_size=4, max_size=14).map(
    lambda words: " ".join(words).capitalize() + "."
)


@given(SENTENCES, SENTENCES)
def test_sameness_is_mutual_and_never_crosses_numbers_or_polarity(one, two):
    left, right = read_gist(one), read_gist(two)
    assert say_same(left, right) == say_same(right, left)
    assert are_versions(left, right) == are_versions(right, left)
    if say_same(left, right) or are_versions(left, right):
        bare = [re.sub(r"\[[^\]]*\]", " ", text).lower() for text in (one, two)]
        assert set(re.findall(r"\d+|\bdozen\b", bare[0].replace("three", "3"))) == set(
            re.findall(r"\d+|\bdozen\b", bare[1].replace("three", "3"))
        )
        assert bare[0].count("not") + bare[0].count("denied") == bare[1].count("not") + bare[
            1
        ].count("denied")


@given(SENTENCES)
def test_every_sentence_is_the_same_as_itself(sentence):
    own = read_gist(sentence)
    assert not own.words or say_same(own, own)
