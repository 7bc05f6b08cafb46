"""Whose turn a paragraph is that opens with a label and a colon: "Dr. Olm: …", "Falk (Vellin): …",
"The Minister for Trade (Ms Roe): …", "Judge: …".

A label that names somebody is the speaker of its paragraph; one that names an office, a body or the
outlet ("Judge", "Tower", "Tarn Post") only shows that the paragraph is not the article's own. What
this does not see: one labelled paragraph alone, and labels that begin with a small letter.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.language import late
from briefing.languages.en.lexicon import HONORIFICS, OFFICES
from briefing.languages.en.names.lists import DICTIONARY, PLACES
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Entity, Mention, Passage, Span

# Up to six words with capitals, small ones that join them, and a bracket; then a colon.
_LABEL = late.pattern(
    r"[\[(]?(?P<who>[A-Z][\w.’'-]*(?: (?:of|the|for|and|de|van|von|al|&|[A-Z][\w.’'-]*)){0,6})"
    r"(?: \((?P<more>[^()\n]{2,60})\))?[\])]?:\s+(?=[^\W_]|[“\"‘(])"
)
_NO_SPEAKER = frozenset(word.casefold() for word in WORDS.words("no speaker"))
_HEADING = WORDS.words("no turn")
_LIST = 3  # paragraphs from which names that stand there once each are a list of people
_FEWEST = 2  # paragraphs that open with a label; one alone is a heading
_HALF = 2  # of the paragraphs between the first and the last label, one of so many has one


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTurn:
    """A label: where its words stand, where the turn begins behind it, and who speaks.

    `speaker` is "" where the label names nobody; `entity` is the key of a person of the article.
    """

    label: Span
    start: int
    speaker: str
    entity: str | None


def find_turns(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Mapping[int, SpokenTurn]:
    """The labels of an article by where their paragraphs start; nothing where fewer than two have
    one, or fewer than half of those in between.
    """
    read = tuple(_read_labels(text, passages))
    if len(read) < _FEWEST or _are_apart(passages, [start for start, _ in read]):
        return {}
    people = _People(mentions=mentions, entities=entities)
    whose = [(start, found, people.find_called(found)) for start, found in read]
    often = Counter(who.key if who else found["who"] for _, found, who in whose)
    listed = len(read) >= _LIST and len(often) == len(read)
    return {start: _make_turn(found, who, often, listed=listed) for start, found, who in whose}


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """The persons of an article, where they are named and by what."""

    mentions: Sequence[Mention]
    entities: Sequence[Entity]

    def find_called(self, label: re.Match[str]) -> Entity | None:
        """The one person whom a label names, whole or by surname; None for nobody or several."""
        place = label.start("who"), label.end("who")
        keys = {one.entity for one in self.mentions if (one.start, one.end) == place}
        called = self._persons(lambda one: one.key in keys)
        called = called or self._persons(lambda one: _is_called(one.name, label["who"]))
        return called[0] if len(called) == 1 else None

    def _persons(self, holds: Callable[[Entity], bool]) -> list[Entity]:
        return [one for one in self.entities if one.kind == "person" and holds(one)]


def _is_called(name: str, label: str) -> bool:
    return label in {name, name.rpartition(" ")[2]}


def _read_labels(text: str, passages: Sequence[Passage]) -> Iterator[tuple[int, re.Match[str]]]:
    for passage in passages:
        found = _LABEL.match(text, passage.start, passage.end)
        if found is None or _is_heading(found["who"]):
            continue
        yield passage.start, found


def _is_heading(label: str) -> bool:
    """Whether a label says what follows it, or where it was filed: "What Happened", "London"."""
    words = label.casefold().split()
    first = words[0].rstrip(".")
    return first in _HEADING or first in _NO_SPEAKER or label.casefold() in PLACES


def _are_apart(passages: Sequence[Passage], starts: Sequence[int]) -> bool:
    """Whether most paragraphs from the first label to the last have none."""
    among = sum(starts[0] <= one.start <= starts[-1] and one.may_tell for one in passages)
    return _HALF * len(starts) < among


def _make_turn(
    found: re.Match[str], person: Entity | None, often: Counter[str], *, listed: bool
) -> SpokenTurn:
    who = found["who"]
    label = Span(start=found.start("who"), end=found.end("who"))
    if listed and not _is_titled(who):
        return SpokenTurn(label=label, start=found.end(), speaker="", entity=None)
    if person is not None:
        return SpokenTurn(label=label, start=found.end(), speaker=person.name, entity=person.key)
    named = _name_speaker(who, found["more"], often[who])
    return SpokenTurn(label=label, start=found.end(), speaker=named, entity=None)


def _name_speaker(who: str, more: str | None, times: int) -> str:
    """Whom a label names that is no known person: what stands behind a title, and what comes again
    and is no word; "" where it names an office alone.
    """
    if _is_titled(who) or (times >= _FEWEST and _is_name(who)):
        return who
    if more is not None and _is_titled(more):
        return f"{who} ({more})"
    return ""


def _is_titled(who: str) -> bool:
    """Whether a title and a name stand there: "Mr. Olm", "Prosecutor Lund"."""
    *titles, name = who.split()
    known = [one.casefold().rstrip(".") for one in titles]
    return bool(known) and _is_name(name) and (known[0] in HONORIFICS or known[-1] in OFFICES)


def _is_name(who: str) -> bool:
    """Whether no word is one of the dictionary, in which no names stand."""
    return all(word[:1].isupper() and word.casefold() not in DICTIONARY for word in who.split())
