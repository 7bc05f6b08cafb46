"""What the config's terms and sections leave out."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.errors import Problem
from briefing.inspection.coaching.survey import Survey, body_passages, shown_path
from briefing.model import Passage, Reading, Section
from briefing.offer.concepts import Unit, find_concepts, weigh_concepts
from briefing.settings import typed
from briefing.settings.tree import Steps
from briefing.tag.pattern import parse_entry
from briefing.tag.terms import Terms, tag_together
from briefing.walk import routing

_LEAST = 1e-6  # points: a term that is met at all
_MOST_UNTAKEN = 1 / 3  # share of the articles' text from which it is said that no section takes it
_BEST = 3  # passages that are named
_LENGTH = 70  # characters of one that are shown
_TERSE = 8  # words; brevity below that is no merit
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 80  # of 100; among the thousands of words of articles one is nearer than 60 to any term


def doubt_terms(survey: Survey) -> Iterator[Problem]:
    """Name terms that no article meets. Asked only where every article is in view."""
    if not survey.sees_everything or not survey.considered.readings:
        return
    asked = _single_terms(survey)
    met = _met_terms(survey, {name: tagger for name, (_, tagger) in asked.items()})
    words = _count_words(survey) if len(met) < len(asked) else Counter()
    for name, (steps, tagger) in asked.items():
        if name not in met:
            entry = _say_entry(tagger)
            yield survey.settings.tree.problem(
                steps,
                f"the term {entry!r} is met by no article",
                _suggest_word(entry, words) or "take it out, or add sources that speak of it",
                severity="warning",
            )


def _met_terms(survey: Survey, asked: Mapping[str, Terms]) -> set[str]:
    """The names of those terms that an article meets; an article is asked for the rest only."""
    met: set[str] = set()
    for reading in survey.considered.readings:
        left = {name: one for name, one in asked.items() if name not in met}
        if not left:
            break
        met.update(name for name, tags in tag_together(left, reading).items() if tags)
    return met


def _single_terms(survey: Survey) -> dict[str, tuple[Steps, Terms]]:
    """Each term of the config as a tag of its own, by a name, with its place."""
    found: dict[str, tuple[Steps, Terms]] = {}
    for name, choice in survey.settings.tags.items():
        written = choice.options.get("terms")
        if choice.kind != "terms" or not isinstance(written, list | tuple):
            continue
        for number, entry in enumerate(written):
            if not any(term.excluded for term in parse_entry(entry)):
                steps = (*choice.steps, "terms", number)
                found[f"{name} {number}"] = steps, Terms(terms=(entry,), needs=_LEAST)
    return found


def _say_entry(tagger: Terms) -> str:
    return " & ".join(term.printed for term in parse_entry(tagger.terms[0]))


def _count_words(survey: Survey) -> Counter[str]:
    """The words of the articles' texts."""
    counts: Counter[str] = Counter()
    for reading in survey.considered.readings:
        counts.update(word.casefold() for word in _WORD.findall(reading.document.text))
    return counts


def _suggest_word(entry: str, words: Mapping[str, int]) -> str:
    """A word of the articles that a term of one word may have meant."""
    plain = entry.strip('"').removesuffix("*")
    return typed.suggest_near(plain, words, _NEAR) if _WORD.fullmatch(plain) else ""


def find_empty(survey: Survey) -> Iterator[Problem]:
    """Name sections that ask for something of their own and tell nothing, and why."""
    if survey.brief is None:
        return
    told = {section.slug: section for section in survey.brief.sections}
    for settings in survey.settings.sections:
        section = told.get(settings.slug)
        empty = section is not None and not section.statements and not section.rows
        if section is not None and empty and survey.job.tags[settings.slug]:
            yield survey.settings.tree.problem(
                settings.steps,
                f"the section {settings.slug!r} stays empty: {_say_why(survey, section)}",
                "see `briefing passages`, or explain PATH:PASSAGE for one that it should tell",
                severity="warning",
            )


def _say_why(survey: Survey, section: Section) -> str:
    taken = sum(
        any(slug == section.slug for slug, _ in routing.passage_routes(survey.job, passage))
        for _, passage in body_passages(survey.considered.readings)
    )
    if not taken:
        return "its terms fit no passage"
    return f"its terms fit {taken} passage{'s' * (taken != 1)}, of which none is told in it"


def find_untaken(survey: Survey) -> Iterator[Problem]:
    """Say how many passages no section takes, where they are many, and which weigh most."""
    own = [one for one in survey.considered.readings if survey.may_quote(one.document)]
    every = body_passages(own)
    left = [one for one in every if not routing.passage_routes(survey.job, one[1])]
    if len(left) < _MOST_UNTAKEN * len(every) or not left:
        return
    weights = _weights(every)
    best = sorted(left, key=lambda one: -_weigh(one, weights))[:_BEST]
    shown = "; ".join(_show(*one) for one in best)
    yield survey.settings.tree.problem(
        ("sections",),
        f"{len(left)} of {len(every)} passages of the articles' text are taken by no section; "
        f"those that weigh most: {shown}",
        "add their words to a section's terms, or pin one: briefing pin PATH:PASSAGE --section …",
        key=True,
        severity="warning",
    )


def _weights(every: list[tuple[Reading, Passage]]) -> dict[str, float]:
    """What each concept is worth over all passages."""
    units = [
        Unit(
            text=reading.document.text[passage.start : passage.end],
            family=reading.document.id,
            position=passage.number,
            language=reading.document.language,
        )
        for reading, passage in every
    ]
    return weigh_concepts(units)


def _weigh(one: tuple[Reading, Passage], weights: Mapping[str, float]) -> float:
    """What a passage says that others speak of too, by its length."""
    reading, passage = one
    text = reading.document.text[passage.start : passage.end]
    worth = sum(
        weights.get(concept, 0.0) for concept in find_concepts(text, reading.document.language)
    )
    return worth / math.sqrt(max(_TERSE, len(text.split())))


def _show(reading: Reading, passage: Passage) -> str:
    text = reading.document.text[passage.start : passage.end]
    cut = text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + "…"
    return f"{shown_path(reading.document)}:{passage.number} “{cut}”"
