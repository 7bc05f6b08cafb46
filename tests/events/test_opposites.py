"""A hundred and more pairs of sentences that exclude each other, or are not about one thing: none
is joined."""

from itertools import product

import pytest

from briefing.events.connect import connect_clauses
from tests.events.making import read

FILLINGS = (
    {"a": "Mira Sand", "b": "Tolen Marsh", "p": "Oslo", "q": "Rome", "s": "Norway", "t": "Denmark",
    "g": "rebels", "h": "soldiers"},
    {"a": "Anna Berg", "b": "Paul Weiss", "p": "Cairo", "q": "Tunis", "s": "Egypt", "t": "Libya",
    "g": "settlers", "h": "farmers"},
    {"a": "John Reed", "b": "Mary Stone", "p": "Lima", "q": "Quito", "s": "Peru", "t": "Chile",
    "g": "miners", "h": "guards"},
    {"a": "Ivan Petrov", "b": "Olga Smirnova", "p": "Paris", "q": "Berlin", "s": "France",
    "t": "Germany", "g": "pirates", "h": "sailors"},
    {"a": "Carlos Vega", "b": "Lucia Ramos", "p": "Tokyo", "q": "Seoul", "s": "Japan", "t": "China",
    "g": "gunmen", "h": "police"},
)  # fmt: skip
PAIRS = (
    ("The {g} killed the {h} at the harbour on Monday.",
    ("The {h} killed the {g} at the harbour on " "Monday.")),
    ("{s} attacked {t} on 3 March 2025.", "{t} attacked {s} on 3 March 2025."),
    ("{a} met {b} in {p}.", "{a} did not meet {b} in {p}."),
    ("{a} met {b} in {p}.", "{a} will meet {b} in {p}."),
    ("{a} met {b} in {p}.", "{a} refused to meet {b} in {p}."),
    ("{a} met {b} in {p}.", "{a} may have met {b} in {p}."),
    ("{a} met {b} in {p}.", "{a} met {b} in {q}."),
    ("{a} met {b} on 3 March 2025.", "{a} met {b} on 5 March 2025."),
    ("{a} visited {p} on 3 March 2025.", "{b} visited {p} on 3 March 2025."),
    ("{a} arrived in {p} on Monday.", "{a} left {p} on Monday."),
    ("{a} was arrested in {p}.", "{a} was freed in {p}."),
    ("{a} was arrested in {p}.", "The brother of {a} was arrested in {p}."),
    ("{a} sued {b} over the port of {p}.", "{b} sued {a} over the port of {p}."),
    ("The court in {p} convicted {a}.", "The court in {p} acquitted {a}."),
    ("{s} closed the port of {p}.", "{s} reopened the port of {p}."),
    ("{s} raised its tariffs on 3 March 2025.", "{s} cut its tariffs on 3 March 2025."),
    ("{s} withdrew troops from {p}.", "{s} deployed troops to {p}."),
    ("The raid in {p} killed 44 people on 3 March 2025.",
    ("The raid in {p} killed 31 people on 3 " "March 2025.")),
    ("Two more workers died of burns after the fire in {p}.",
    "The fire in {p} killed four workers, the port said."),
    ("Three {h} were killed in the raid on {p}.", "The raid on {p} killed seven {h}."),
    ("Five {g} of {s} were arrested in {p} on 3 March 2025.",
    "Nine {g} of {s} were arrested in {p} on 3 March 2025."),
    ("{s} bought the cranes for $3m.", "{s} bought the cranes for $3bn."),
    ("The strike in {p} will last five days, {a} said.",
    ("The strike in {p} will last five weeks, " "{a} said.")),
    ("Officials of {s} toured northern {t} on Monday.",
    ("Officials of {s} toured southern {t} on " "Monday.")),
    ("Without a pact {s} will attack {t}.", "{s} attacked {t} on Monday in {p}."),
    ("If {a} visits {p}, the port will close.", "{a} visited {p} and closed the port."),
    ("{a} denied that he had met {b} in {p}.", "{a} met {b} in {p}."),
)  # fmt: skip


@pytest.mark.parametrize(("number", "pair"), list(enumerate(PAIRS)))
def test_opposites_are_never_joined(number, pair):
    for filling in FILLINGS:
        left, right = (sentence.format(**filling) for sentence in pair)
        found = connect_clauses([read("a", left), read("b", right)], {"a": "fa", "b": "fb"})
        assert not found.agreeing, f"{number}: {left} / {right}"


def test_there_are_a_hundred_of_them():
    assert len(list(product(PAIRS, FILLINGS))) >= 100


SAME = (
    ("{a} met {b} in {p}.", "A meeting between {a} and {b} took place in {p}."),
    ("{a} was arrested in {p} on 3 March 2025.", "Police arrested {a} in {p} on 3 March 2025."),
    ("{s} attacked {t} on 3 March 2025.", "{t} was attacked by {s} on 3 March 2025."),
)


@pytest.mark.parametrize("pair", SAME)
def test_what_says_the_same_in_other_words_is_joined_mostly(pair):
    joined = 0
    for filling in FILLINGS:
        left, right = (sentence.format(**filling) for sentence in pair)
        found = connect_clauses([read("a", left), read("b", right)], {"a": "fa", "b": "fb"})
        joined += bool(found.agreeing)
    assert joined >= 4
