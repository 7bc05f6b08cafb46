"""A scripted month: what each edition says of each statement is held against the script."""

import random
from dataclasses import dataclass, field

import pytest

from briefing.compare import compare
from briefing.model import SourceEntry
from tests.compare.making import brief, edition, source, statement, told

TOWNS = (
    "Lowbridge Harrowgate Eastmere Quillan Norvik Brannoch Saltash Wexcombe Ardley Thornby".split()
)
DEEDS = (
    "The council of {town} opened {number} shelters near the {place}.",
    "Police in {town} searched {number} houses around the {place}.",
    "{number} families left {town} after the {place} was closed.",
    "The {place} of {town} received {number} letters about the inquiry.",
)
PLACES = "harbour station hospital market library bridge airfield prison school mill".split()


@dataclass
class Month:
    """The script: each article's sentences, told all of them, in order of the articles' names."""

    chance: random.Random
    articles: dict[str, list[str]] = field(default_factory=dict)
    used: set[tuple[str, str, int]] = field(default_factory=set)

    def sentence(self) -> str:
        while True:
            town, place, deed = (
                self.chance.choice(TOWNS),
                self.chance.choice(PLACES),
                self.chance.randrange(4),
            )
            if (town, place, deed) not in self.used:
                self.used.add((town, place, deed))
                number = self.chance.randrange(2, 900)
                return DEEDS[deed].format(town=town, place=place, number=number)

    def sources(self) -> list[SourceEntry]:
        return [
            source(name, " ".join(lines), f"Paper {name}")
            for name, lines in sorted(self.articles.items())
        ]


@pytest.mark.parametrize("seed", range(5))
def test_a_month_of_articles_that_arrive_change_and_go(seed: int) -> None:
    month = Month(chance=random.Random(seed))
    identity: dict[str, str] = {}  # the id of each sentence now told, by its wording
    given: dict[str, str] = {}
    record = None
    for day in range(1, 31):
        gone, edited = _turn(month, day)
        entries = month.sources()
        texts = [(line, entry) for entry in entries for line in month.articles[entry.id]]
        made = compare(
            brief([statement(line, entry) for line, entry in texts], *entries), record, past=given
        )
        now = {one.text: one.id for one in told(made)}
        changes = made.changes
        assert {change.was: change.now for change in changes.changed} == edited
        assert {change.cause for change in changes.changed} <= {
            f"source revised: in/{name}.txt" for name in month.articles
        }
        assert {change.was: change.cause for change in changes.withdrawn} == gone
        fresh = {line for line, _ in texts} - identity.keys() - set(edited.values())
        assert {line for line in now if now[line] in changes.new} == fresh
        for was, line in edited.items():
            assert now[line] == identity[was]
        assert all(now[line] == identity[line] for line in now.keys() & identity.keys())
        given |= {one.id: one.key for one in told(made) if one.id not in given}
        identity = now
        record = edition(made, day)
    assert len(given) > 30


def _turn(month: Month, day: int) -> tuple[dict[str, str], dict[str, str]]:
    """Play one day: give what went and why, and what was reworded and how."""
    gone: dict[str, str] = {}
    edited: dict[str, str] = {}
    names = sorted(month.articles)
    if day > 3 and month.chance.random() < 0.5:
        name = month.chance.choice(names)
        lines = month.articles[name]
        was = month.chance.choice(lines)
        number = next(word for word in was.split() if word.isdigit())
        lines[lines.index(was)] = edited[was] = was.replace(number, str(int(number) + 1000))
    if day > 5 and month.chance.random() < 0.3:
        name = month.chance.choice(
            [one for one in names if not set(month.articles[one]) & set(edited.values())]
        )
        gone = dict.fromkeys(month.articles.pop(name), f"source gone: in/{name}.txt")
    if day > 5 and month.chance.random() < 0.2:
        long = [
            one
            for one, lines in month.articles.items()
            if len(lines) > 1 and not set(lines) & set(edited.values())
        ]
        name = month.chance.choice(long)
        line = month.articles[name].pop()
        gone[line] = f"source revised: in/{name}.txt no longer has these words"
    if day == 1 or month.chance.random() < 0.8:
        month.articles[f"a{day:02}"] = [
            month.sentence() for _ in range(month.chance.randrange(1, 4))
        ]
    return gone, edited
