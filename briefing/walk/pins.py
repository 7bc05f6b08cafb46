"""Pins obeyed: each passage that the analyst orders is told in its section, or it is said why it
can't be.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.compose.choice import holds_all
from briefing.errors import Problem
from briefing.job.load import Job
from briefing.languages import is_told
from briefing.model import Brief, Candidate, Passage, Ranked, Reading, Shortlist
from briefing.offer.concepts import find_concepts
from briefing.offer.ordered import find_denial, is_mere_label, order_passage
from briefing.settings import analyst, seals, typed
from briefing.walk import routing
from briefing.walk.decisions import Decided, RefusedPin, passage_texts

_SHOWN = 60  # characters of a sentence in a message
_KINDS = {
    "title": "the title",
    "kicker": "the line over the title",
    "byline": "the byline",
    "dateline": "the dateline",
    "metadata": "the line that names outlet and day",
    "heading": "a heading",
    "caption": "a caption",
    "repeat": "a repetition of what stands elsewhere in the article",
    "widget": "furniture of the page",
    "related": "a link to another article",
    "appeal": "an appeal to readers",
    "disclaimer": "a notice of the outlet",
    "other_page": "another part of the page",
    "foreign": "words in another language",
}
"""What a passage is taken for, by the kind of the mark over it or its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """A pin that holds: its place in the file, the passage, and the section that is to tell it, ""
    where none is named and none takes it.
    """

    number: int
    entry: analyst.Pin
    reading: Reading
    passage: Passage
    section: str


def obey_pins(job: Job, readings: Sequence[Reading], decided: Decided) -> Decided:
    """What is decided with every pin obeyed: its statements marked, and offered to its section
    alone.

    `refused` holds each pin that can't be; a stale one orders nothing.
    """
    pins: dict[str, tuple[Candidate, ...]] = {}
    refused: list[RefusedPin] = []
    taken: dict[str, _Order] = {}
    for order in _list_orders(job, readings):
        made = _obey_order(job, order, decided, taken)
        if isinstance(made, RefusedPin):
            refused.append(made)
            continue
        taken.update((one.statement.key, order) for one in made)
        pins[order.section] = (*pins.get(order.section, ()), *made)
    pins = {slug: _tell_once(told) for slug, told in pins.items()}
    ordered = {one.name: one for told in pins.values() for one in told}
    candidates = tuple(ordered.get(one.name, one) for one in decided.candidates)
    orders = {key: order.number for key, order in taken.items()}
    return replace(decided, candidates=candidates, pins=pins, orders=orders, refused=tuple(refused))


def _list_orders(job: Job, readings: Sequence[Reading]) -> Iterator[_Order]:
    """The pins that are not stale, in the file's order."""
    texts = passage_texts(readings)
    by_path = {one.document.path or one.document.locator: one for one in readings}
    for number, entry in enumerate(job.analyst.file.pin):
        at = seals.find_anchor(entry, texts)
        if at.stale or at.passage is None:
            continue
        reading = by_path[entry.path]
        passage = next(one for one in reading.passages if one.number == at.passage)
        routes = routing.passage_routes(job, passage)
        section = entry.section or (routes[0][0] if routes else "")
        yield _Order(number=number, entry=entry, reading=reading, passage=passage, section=section)


def _obey_order(
    job: Job, order: _Order, decided: Decided, taken: Mapping[str, _Order]
) -> tuple[Candidate, ...] | RefusedPin:
    """What tells the passage of an order, as candidates of its section; empty where it is told
    already.
    """
    refusal = _refuse_order(job, order)
    if refusal is not None:
        return refusal
    document = order.reading.document.id
    offered = [one for one in decided.candidates if one.document == document]
    found = _find_named(order, offered) or order_passage(order.reading, order.passage, offered)
    if not found:
        return _refuse_quote(order)
    refusal = _refuse_excluded(job, order, found) or _refuse_told(job, order, found, taken)
    if refusal is not None:
        return refusal
    return tuple(_pin_candidate(one, order) for one in found if one.statement.key not in taken)


def _refuse_excluded(job: Job, order: _Order, found: Sequence[Candidate]) -> RefusedPin | None:
    """Refuse an order that only an excluded passage lets stand alone."""
    for number in sorted({cite.passage for one in found for cite in one.statement.citations}):
        if line := _excluded_line(job, order, number):
            return RefusedPin(
                number=order.number,
                why=f"it needs passage {number}, which is excluded in line {line}",
                advice="take one of them out",
            )
    return None


def _refuse_told(
    job: Job, order: _Order, found: Sequence[Candidate], taken: Mapping[str, _Order]
) -> RefusedPin | None:
    """Refuse an order of words that another section has by an order before."""
    keys = (one.statement.key for one in found)
    elsewhere = next((taken[key] for key in keys if key in taken), None)
    if elsewhere is None or elsewhere.section == order.section:
        return None
    return RefusedPin(
        number=order.number,
        why=f"its words are pinned to {elsewhere.section} already, in line "
        f"{_line_of(job, elsewhere)}",
        advice="a statement is told once: take one of them out",
    )


def _pin_candidate(candidate: Candidate, order: _Order) -> Candidate:
    """A candidate as one that its order's section alone has, and must tell."""
    return replace(
        candidate,
        statement=replace(candidate.statement, pinned=True),
        sections=((order.section, _score_in(candidate, order.section)),),
    )


def _find_named(order: _Order, offered: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The statement that an order names; none where it names none, or its article offers that no
    more: then the passage is what was ordered.
    """
    wanted = order.entry.statement
    return tuple(one for one in offered if wanted and one.statement.key == wanted)[:1]


def _refuse_quote(order: _Order) -> RefusedPin:
    """Why the sentences of a passage can't be told as they stand, and what can be."""
    answer = find_denial(order.reading, order.passage)
    if answer is None:
        return RefusedPin(
            number=order.number,
            why="its square brackets could not be told from the brief's own",
            advice="pin a passage that says it without them",
        )
    words = _shorten(order.reading.document.text[answer.start : answer.end])
    return RefusedPin(
        number=order.number,
        why=f"what passage {answer.number} says (“{words}”) may deny it, and can't be told "
        "behind it",
        advice=f"pin passage {answer.number} instead",
    )


def _shorten(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + "…"


def _refuse_order(job: Job, order: _Order) -> RefusedPin | None:
    """Why nothing of a passage may be told, if so."""
    excluded = _excluded_line(job, order, order.passage.number)
    if excluded:
        return RefusedPin(
            number=order.number,
            why=f"it is excluded in line {excluded}",
            advice="take one of them out",
        )
    language = order.reading.document.language
    if not is_told(language):
        return RefusedPin(
            number=order.number,
            why=f"it is in {language}, and no language pack serves that",
            advice="pin what says it in a language that is served; the source stays in the list",
        )
    words = order.reading.document.text[order.passage.start : order.passage.end]
    if not order.passage.sentences or not any(map(str.isalpha, words)):
        return RefusedPin(
            number=order.number,
            why="it holds no sentence",
            advice="pin a passage of the body",
        )
    if is_mere_label(order.reading, order.passage):
        return RefusedPin(
            number=order.number,
            why=f"it is taken for {say_kind(order.passage)}, and is no sentence",
            advice="pin a passage of the body",
        )
    if not order.section:
        return RefusedPin(
            number=order.number,
            why="no section's tags fit it",
            advice=f"name the section that is to tell it: {typed.one_of(job.sections)}",
        )
    return None


def _excluded_line(job: Job, order: _Order, passage: int) -> int:
    """The line of the entry that excludes a passage of an order's article; 0 where none does."""
    texts = passage_texts((order.reading,))
    for number, entry in enumerate(job.analyst.file.exclude):
        if entry.path == order.entry.path:
            at = seals.find_anchor(entry, texts)
            if not at.stale and at.passage in {None, passage}:
                return _problem_at(job, ("exclude", number), "").line
    return 0


def _problem_at(job: Job, steps: tuple[str | int, ...], message: str, advice: str = "") -> Problem:
    tree = job.analyst.tree
    if tree is None:
        return Problem(path=analyst.NAME, line=0, column=0, message=message, advice=advice)
    return tree.problem(steps, message, advice)


def _line_of(job: Job, order: _Order) -> int:
    return _problem_at(job, ("pin", order.number), "").line


def _score_in(candidate: Candidate, slug: str) -> float:
    """How well a candidate fits a section; one that its tags don't give it fits it as ordered."""
    return dict(candidate.sections).get(slug, 1.0)


def _tell_once(told: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave out what another of them tells with more of its article."""
    return tuple(
        one
        for one in told
        if not any(one.document == other.document and holds_all(other, one) for other in told)
    )


def add_pinned(shortlist: Shortlist, pinned: Sequence[Candidate]) -> Shortlist:
    """A section's shortlist with what it must tell, whatever its kind would rank."""
    known = {one.candidate.name for one in shortlist.ranked}
    more = tuple(
        Ranked(
            candidate=one,
            concepts=find_concepts(one.statement.text, one.language),
            words=len(one.statement.text.split()),
        )
        for one in pinned
        if one.name not in known
    )
    return replace(shortlist, ranked=(*shortlist.ranked, *more))


def find_untold(decided: Decided, brief: Brief) -> Iterator[RefusedPin]:
    """The pins that the brief does not obey."""
    yield from decided.refused
    told = {section.slug: {one.key for one in section.statements} for section in brief.sections}
    for slug, pinned in decided.pins.items():
        for one in pinned:
            if one.statement.key not in told.get(slug, ()):
                yield RefusedPin(
                    number=decided.orders[one.statement.key],
                    why=f"the section {slug} does not tell “{_shorten(one.statement.text)}”",
                    advice="pin it to another section",
                )


def list_untold(job: Job, decided: Decided, brief: Brief) -> Iterator[Problem]:
    """A problem, at its place in the analyst's file, for each pin that the brief does not obey."""
    for one in find_untold(decided, brief):
        entry = job.analyst.file.pin[one.number]
        message = f"passage {entry.passage} of {entry.path} is pinned and can't be told: {one.why}"
        yield _problem_at(job, ("pin", one.number), message, one.advice)


def say_kind(passage: Passage) -> str:
    """What a passage is taken for, in words; "" for text of the article."""
    kind = passage.dropped or ("" if passage.may_tell else passage.kind)
    return _KINDS.get(kind, kind)
