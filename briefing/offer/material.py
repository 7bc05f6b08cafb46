"""What a section works on: the articles as read, and every statement they could make."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.languages.en.names import Pinned
from briefing.model import Candidate, Ranked, Reading
from briefing.offer.concepts import find_concepts

_LEAST = 10  # statements in a section, whatever the number of articles
_MOST = 14  # and at most: beyond that a section is no summary
# Words of statements that fill four pages beside tables and lists; read off briefs of 5 to 16
# articles.
_USUAL_PAGES, _FOUR_PAGES = 4, 1_050
_PAGE = 380  # words of statements on one more page
# News puts first what matters: of an article's first words a brief may tell most, of what follows
# little. Tried on six topics of four to six articles of 150 to 250 words, where a third of all
# words told 88 of 162 facts and seven tenths 114; of three articles of 600 words the last
# statements of a brief of more than 700 were read to be of use one time in two.
_FIRST, _OF_FIRST, _OF_REST = 250, 0.7, 0.15
_LEAST_WORDS = 250  # of statements, be the sources ever so short: half a page is no burden


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The articles in order of their locators, their candidates, and what the desk pins.

    `families` maps a document's id to its family's; `recent` holds the documents inside the
    brief's window (all of them where there is none). `pages` is how many pages sections without a
    number of their own fill at most, tables and lists included.
    """

    readings: tuple[Reading, ...]
    candidates: tuple[Candidate, ...]
    families: Mapping[str, str]
    pinned: tuple[Pinned, ...] = ()
    recent: frozenset[str] = frozenset()
    latest: Mapping[str, str] = field(default_factory=dict)
    pages: int = 4


def serving_candidates(material: Material, slug: str, *, older: bool) -> tuple[Ranked, ...]:
    """The candidates that may serve a section, with their concepts, in reading order."""
    return tuple(
        Ranked(
            candidate=candidate,
            concepts=find_concepts(candidate.statement.text, candidate.language),
            words=len(candidate.statement.text.split()),
        )
        for candidate in material.candidates
        if any(section == slug for section, _ in candidate.sections)
        and (older or not material.recent or candidate.document in material.recent)
    )


def shared_room(statements: int | None, material: Material) -> int:
    """The words that all sections without a number of their own share; 0 for one that has it.

    They fill at most the brief's pages, and less where the sources are short. Versions of one
    article count as their longest.
    """
    if statements is not None:
        return 0
    longest: dict[str, int] = {}
    for reading in material.readings:
        family = material.families[reading.document.id]
        longest[family] = max(longest.get(family, 0), len(reading.document.text.split()))
    most = _FOUR_PAGES + _PAGE * (material.pages - _USUAL_PAGES)
    return max(_LEAST_WORDS, min(most, round(sum(map(_share_of, longest.values())))))


def _share_of(words: int) -> float:
    """What of an article of so many words a brief may tell, in words."""
    return _OF_FIRST * min(words, _FIRST) + _OF_REST * max(0, words - _FIRST)


def room(statements: int | None, material: Material) -> int:
    """A section's budget in statements: as configured, else one that grows with the articles.

    Versions of one article count once: they bring little that is new.
    """
    if statements is not None:
        return statements
    most = max(_MOST, _MOST * material.pages // _USUAL_PAGES)
    return min(most, _LEAST + len(set(material.families.values())) // 2)
