"""What to do to have a passage told: the pin, tried before it is offered."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.inspection.absence.case import PassageCase
from briefing.job.load import Job
from briefing.model import Passage, Reading
from briefing.settings import analyst, seals
from briefing.walk import pins, routing


def advise_pin(case: PassageCase, section: str) -> Iterator[str]:
    """The command and the line that pin a passage to a section, or why no pin can tell it."""
    slug = section or _best_section(case)
    refused = _try_pin(case, slug)
    if refused:
        yield f"no pin tells it: {refused}"
        return
    path = case.reading.document.path or case.reading.document.locator
    yield f"to tell it: briefing pin {path}:{case.passage.number} --section {slug}"
    yield "or paste into analyst.yaml:"
    yield f"  pin: [{{{anchor_words(case.reading, case.passage)}, section: {slug}}}]"


def anchor_words(reading: Reading, passage: Passage) -> str:
    """How the analyst's file names a passage."""
    document = reading.document
    seal = seals.passage_seal(document.text[passage.start : passage.end])
    return f"path: {document.path or document.locator}, passage: {passage.number}, hash: {seal}"


def _best_section(case: PassageCase) -> str:
    """The section that fits a passage best; the first where none does."""
    routes = routing.passage_routes(case.job, case.passage)
    return routes[0][0] if routes else next(iter(case.job.sections))


def _try_pin(case: PassageCase, section: str) -> str:
    """Why a pin of a passage would be refused, "" where it would hold."""
    document, own = case.reading.document, case.reading.document.id
    entry = analyst.Pin(
        path=document.path or document.locator, passage=case.passage.number, section=section
    )
    offered = tuple(one for one in case.decided.candidates if one.document == own)
    tried = _with_pin(case.job, entry)
    made = pins.obey_pins(tried, (case.reading,), replace(case.decided, candidates=offered))
    if not any(one.number == len(case.job.analyst.file.pin) for one in made.refused):
        return ""
    said = made.refused[-1]
    return f"{said.why} ({said.advice})"


def _with_pin(job: Job, entry: analyst.Pin) -> Job:
    """The order with one pin more."""
    file = replace(job.analyst.file, pin=(*job.analyst.file.pin, entry))
    return replace(job, analyst=replace(job.analyst, file=file))
