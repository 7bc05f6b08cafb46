"""Why a statement is in the brief, and why a passage is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.edition import session
from briefing.edition.session import Look
from briefing.inspection import anchors
from briefing.inspection.absence.advice import advise_pin, anchor_words
from briefing.inspection.absence.case import PassageCase, Untold, overlaps, shorten
from briefing.inspection.absence.fates import judge_sentence
from briefing.inspection.absence.passages import judge_passage
from briefing.inspection.absence.shown import is_shown, list_shown
from briefing.inspection.edited import explain_absence, explain_choice
from briefing.model import (
    Attribution,
    Brief,
    Candidate,
    Citation,
    Document,
    Passage,
    Reading,
    Span,
    Statement,
)
from briefing.walk import assemble, withdrawals

_NO_SENTENCES = Span(start=0, end=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldParts:
    """What a brief makes of a passage: the statements that rest on it with their sections, those
    that it only supports, and its sentences that no statement rests on.
    """

    told: tuple[tuple[str, Statement], ...]
    backed: tuple[Statement, ...]
    untold: tuple[Span, ...]


def explain_statement(config: Path, name: str) -> str:
    """Say why a statement is in the brief, or why a passage is not.

    `name` is a statement's number ("4.1"), its id or key or the beginning of either, or the path of
    a source and the number of a passage of it ("sources/a.txt:7"). Raises UserError where there is
    no such thing.
    """
    with session.look(config) as look:
        place = anchors.split_place(name)
        if place is not None:
            return "\n".join(_explain_place(look, *place))
        brief = anchors.read_brief(look)
        slug, statement = anchors.find_statement(brief, name)
        (reading,) = look.library.readings({statement.citations[0].document})
        passage = anchors.find_passage(reading, statement.citations[0].passage)
        return "\n".join(_explain_lines(brief, slug, statement, reading, passage))


def _explain_place(look: Look, path: str, number: int) -> list[str]:
    """The lines that explain a passage: what tells it, or why nothing does. Raises UserError where
    there is no such passage.
    """
    reading = anchors.find_reading(look, path)
    passage = anchors.find_passage(reading, number)
    head = _head_lines(path, reading, passage)
    brief = anchors.read_brief(look)
    parts = _find_told(brief, reading, passage)
    told = _told_lines(brief, parts, reading, passage)
    if told and not parts.untold:
        return [*head, *told]
    case = _open_case(look, brief, reading, passage)
    gone = _say_withdrawn(case)
    if gone:
        advice = "to tell it: cite a source that still stands by it"
        return [*head, *told, f"not told: {gone}", advice]
    backed = (f"supports {one.number} ({one.id}): {one.text}" for one in parts.backed)
    return [*head, *told, *backed, *_untold_lines(case, parts)]


def _open_case(look: Look, brief: Brief, reading: Reading, passage: Passage) -> PassageCase:
    considered = withdrawals.take_out(look.library.candidates())
    return PassageCase(
        job=look.job,
        considered=considered,
        decided=assemble.decide(look.job, considered),
        brief=brief,
        reading=reading,
        passage=passage,
    )


def _say_withdrawn(case: PassageCase) -> str:
    """Who withdrew the article of a passage, "" where nobody did."""
    own, documents = case.reading.document.id, case.considered.holdings.documents
    return next((withdrawals.say_withdrawn(one) for one in documents if one.id == own), "")


def _find_told(brief: Brief, reading: Reading, passage: Passage) -> ToldParts:
    """What a brief makes of a passage."""
    told: dict[str, tuple[str, Statement]] = {}
    backed: dict[str, Statement] = {}
    left = list(passage.sentences)
    for slug, one in anchors.all_statements(brief):
        for cited in one.citations:
            if (cited.document, cited.passage) != (reading.document.id, passage.number):
                continue
            if cited.role == "basis":
                told[one.key] = (slug, one)
                left = [span for span in left if not overlaps(cited, span)]
            else:
                backed[one.key] = one
    only = tuple(one for key, one in backed.items() if key not in told)
    return ToldParts(told=tuple(told.values()), backed=only, untold=tuple(left))


def _head_lines(path: str, reading: Reading, passage: Passage) -> list[str]:
    text = reading.document.text[passage.start : passage.end]
    tags = (f"{one.name} {one.score} for {', '.join(one.terms)}" for one in passage.tags)
    return [f"{path}, passage {passage.number}: {text}", *(f"  tag {one}" for one in tags)]


def _told_lines(brief: Brief, parts: ToldParts, reading: Reading, passage: Passage) -> list[str]:
    """What tells a passage: each statement, with the sentences of the passage in it."""
    lines: list[str] = []
    for slug, one in parts.told:
        part = _name_part(one, reading, passage)
        lines.append(f"told as {one.number}{part}:")
        lines += _explain_lines(brief, slug, one, reading, passage)
    return lines


def _name_part(statement: Statement, reading: Reading, passage: Passage) -> str:
    """Which sentences of a passage a statement tells, "" where it tells all."""
    own = [c for c in statement.bases if c.document == reading.document.id]
    spans = list(enumerate(passage.sentences, 1))
    held = [number for number, span in spans if any(overlaps(cited, span) for cited in own)]
    if len(held) == len(spans):
        return ""
    return f" (sentence {', '.join(map(str, held))} of {len(spans)})"


def _untold_lines(case: PassageCase, parts: ToldParts) -> list[str]:
    """Why sentences of a passage are not told, and what would change that."""
    whole = judge_passage(case)
    spans = parts.untold or (_NO_SENTENCES,)
    found = [(one, whole or judge_sentence(case, one)) for one in spans]
    edited = list(explain_absence(case.brief, _own_candidates(case, spans)))
    lines = [f"not told: {one}" for one in edited] or list(_reason_lines(case, found, parts))
    return [*(_shown_lines(case, spans)), *lines, *_advice_lines(case, found)]


def _own_candidates(case: PassageCase, spans: Sequence[Span]) -> list[Candidate]:
    every = case.decided.candidates
    return [one for one in every if any(case.holds(one, span) for span in spans)]


def _shown_lines(case: PassageCase, spans: Sequence[Span]) -> list[str]:
    return list(dict.fromkeys(line for one in spans for line in list_shown(case, one)))


def _reason_lines(
    case: PassageCase, found: Sequence[tuple[Span, Untold]], parts: ToldParts
) -> Iterator[str]:
    """A line for each reason; where there are several, or something is told, with the sentence."""
    reasons = {(is_shown(case, span), one.why) for span, one in found}
    if len(reasons) == 1 and not parts.told:
        shown, why = reasons.pop()
        yield f"not told{' in a section' * shown}: {why}"
        return
    text, numbers = case.reading.document.text, list(case.passage.sentences)
    for span, one in found:
        where = " in a section" * is_shown(case, span)
        words = shorten(text[span.start : span.end])
        yield f"not told{where}, sentence {numbers.index(span) + 1} {words}: {one.why}"


def _advice_lines(case: PassageCase, found: Sequence[tuple[Span, Untold]]) -> Iterator[str]:
    """What tells it: the pin, and what else is sure to."""
    first = found[0][1]
    if first.final:
        yield from (f"to tell it: {one}" for one in first.more)
        return
    yield from advise_pin(case, next((one.section for _, one in found if one.section), ""))
    several, numbers = len(case.passage.sentences) > 1, list(case.passage.sentences)
    for span, one in found:
        which = f" (sentence {numbers.index(span) + 1})" if several and one.more else ""
        yield from (f"or, in the config: {advice}{which}" for advice in one.more)


def _explain_lines(
    brief: Brief, slug: str, statement: Statement, reading: Reading, asked: Passage
) -> list[str]:
    """The lines that explain one statement; those to paste name the passage that was asked for."""
    basis = statement.citations[0]
    path = reading.document.path or reading.document.locator
    passage = anchors.find_passage(reading, basis.passage)
    anchor = anchor_words(reading, asked)
    return [
        f"{statement.id} in {slug}: {statement.text}",
        f"  number: {statement.number}" + ("; pinned by the analyst" * statement.pinned),
        f"  from {path}, passage {basis.passage}, characters {basis.start} to {basis.end}",
        f"  quote: {basis.quote}",
        _voice_line(basis.attribution),
        *(f"  tag {tag.name}: {tag.score} for {', '.join(tag.terms)}" for tag in passage.tags),
        *explain_choice(brief, slug, statement),
        *_citation_lines(brief, statement),
        "to keep it, paste into analyst.yaml:",
        f"  pin: [{{{anchor}, section: {slug}}}]",
        "to leave it out:",
        f'  exclude: [{{{anchor}, reason: "…"}}]',
    ]


def _voice_line(said: Attribution) -> str:
    """Who says the words of a statement, in which role, and through whom."""
    role = f", {said.role}" if said.role else ""
    relay = f", relayed by {said.relayed_by}" if said.relayed_by else ""
    return (
        f"  said by: {said.speaker or 'the outlet itself'}{role} ({said.kind}); "
        f"outlet: {said.outlet or 'not stated'}{relay}"
    )


def _citation_lines(brief: Brief, statement: Statement) -> Iterator[str]:
    """What a statement is made of beside its first quote, its edits, and who else says it."""
    paths = {one.id: one.document for one in brief.sources}
    for place, cited in enumerate(statement.citations):
        if place and cited.role == "basis":
            yield f"  and from passage {cited.passage}: {cited.quote}"
        yield from _edit_lines(statement, place)
    for cited in statement.citations:
        if cited.role == "supports":
            source = _name_source(paths.get(cited.document), cited)
            yield f"  supported by passage {cited.passage} of {source}: {cited.quote}"
    outlets, origins = ", ".join(statement.outlets) or "none stated", ", ".join(statement.origins)
    yield f"  independent outlets: {outlets}; origins: {origins}"


def _name_source(document: Document | None, cited: Citation) -> str:
    """What the source of a citation is called by hand."""
    return (document.path or document.locator) if document is not None else cited.document


def _edit_lines(statement: Statement, place: int) -> Iterator[str]:
    """The edits of what a statement tells of one citation."""
    quote = statement.citations[place].quote
    for edit in (one for part in statement.parts if part.citation == place for one in part.edits):
        words = quote[edit.start : edit.end]
        yield f"  edit {edit.op} at {edit.start}: {words!r} -> {edit.text!r} (rule: {edit.rule})"
