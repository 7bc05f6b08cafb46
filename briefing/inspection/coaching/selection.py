"""What the config's terms and sections leave out."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from briefing.errors import Problem
from briefing.inspection.coaching import hints
from briefing.inspection.coaching.survey import Survey, body_passages, shown_path
from briefing.model import Passage, Reading, Section
from briefing.offer.concepts import Unit, find_concepts, weigh_concepts
from briefing.settings.tree import Steps
from briefing.tag.pattern import parse_entry
from briefing.tag.terms import Terms, tag_together
from briefing.walk import pins, routing

_MEANT = "did you mean"
_LEAST = 1e-6  # points: a term that is met at all
_MOST_UNTAKEN = 1 / 3  # share of the articles' text from which it is said that no section takes it
_BEST = 3  # passages that are named
_LENGTH = 70  # characters of one that are shown
_PARTED = re.compile(r"[,;]\s")
_TERSE = 8  # words; brevity below that is no merit


def doubt_terms(survey: Survey) -> Iterator[Problem]:
    """Name terms that no article meets. Asked only where every article is in view."""
    readings = survey.considered.readings
    if not survey.sees_everything or not readings:
        return
    asked = _single_terms(survey)
    met = _met_terms(readings, {name: tagger for name, (_, tagger) in asked.items()})
    unmet = {name: one for name, one in asked.items() if name not in met}
    words = hints.count_words(readings) if unmet else {}
    for steps, tagger in unmet.values():
        message, advice = _say_unmet(survey, tagger, words)
        yield survey.settings.tree.problem(steps, message, advice, severity="warning")
    yield from _doubt_questions(survey)


def _doubt_questions(survey: Survey) -> Iterator[Problem]:
    """Name terms of questions that look misspelt; that one is met by nothing is its purpose."""
    readings = survey.considered.readings
    asked = {
        f"{at} {number} {place}": (
            (*section.steps, "questions", number, "terms", place),
            Terms(terms=(term,), needs=_LEAST),
        )
        for at, section in enumerate(survey.settings.sections)
        for number, question in enumerate(section.questions)
        for place, term in enumerate(question.terms)
    }
    met = _met_terms(readings, {name: tagger for name, (_, tagger) in asked.items()})
    left = [one for name, one in asked.items() if name not in met]
    words = hints.count_words(readings) if left else {}
    for steps, tagger in left:
        message, advice = _say_unmet(survey, tagger, words)
        if advice.startswith(_MEANT):
            yield survey.settings.tree.problem(steps, message, advice, severity="warning")


def _say_unmet(survey: Survey, tagger: Terms, words: hints.Words) -> tuple[str, str]:
    """That a term is met by nothing that terms are looked for in, and what to do."""
    entry, readings = _say_entry(tagger), survey.considered.readings
    aside = [one for one in map(partial(_find_aside, tagger), readings) if one]
    if aside:
        more = f" and {len(aside) - 1} more" if len(aside) > 1 else ""
        where = f"met only in {aside[0]}{more}, where terms are not looked for"
        return f"the term {entry!r} is {where}", "take a word that the text has, or take it out"
    if _PARTED.search(entry):
        advice = "put words that may stand apart into terms of their own: [this, that]"
        return f"the term {entry!r} is met by no article: it holds a comma", advice
    meant = hints.suggest_term(entry, words)
    told = meant and _met_terms(readings, {meant: Terms(terms=(meant,), needs=_LEAST)})
    return (
        f"the term {entry!r} is met by no article",
        f"{_MEANT} {meant!r}?" if told else "take it out, or add sources that speak of it",
    )


def _find_aside(tagger: Terms, reading: Reading) -> str:
    """The line of an article that meets a term and in which terms are not looked for; "" for
    none.
    """
    lines = {one.number: one for one in reading.passages if not one.is_live}
    as_text = tuple(replace(one, dropped=None, kind="body") for one in lines.values())
    met = tagger(replace(reading, passages=as_text))
    if not met:
        return ""
    return f"{pins.say_kind(lines[min(met)])} of {shown_path(reading.document)}"


def _met_terms(readings: Sequence[Reading], asked: Mapping[str, Terms]) -> set[str]:
    """The names of those terms that an article meets; an article is asked for the rest only."""
    met: set[str] = set()
    for reading in readings:
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
