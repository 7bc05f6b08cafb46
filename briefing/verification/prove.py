"""The proof: every statement replayed against the words of its sources, and derived again from
them.

Three questions, each enough to refuse a brief. Do the quotes stand where the citations say? Do the
edits, applied to the quotes, give the text? And would the article itself license exactly these
edits and this attribution? The last one is answered by grounding the cited sentences anew, so that
a forgery which replays (a wrong name in brackets, a swapped speaker, a hedge dropped) still fails.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from briefing import digest
from briefing.language import edtf
from briefing.language.replay import Unreplayable, fold_spaces, replay_parts
from briefing.model import Brief, Citation, Reading, Section, Statement
from briefing.verification.licence import check_derivation, leaves_denial_out
from briefing.verification.quotes import ProofFailure, all_quotes, check_quotes
from briefing.verification.supports import check_support
from briefing.walk.notebook import Notebook

_SHOWN = 200  # characters of a text that a line shows

Derive = Callable[[Brief], Brief]


def prove_brief(
    brief: Brief,
    readings: Mapping[str, Reading],
    derive: Derive,
    notebook: Notebook | None = None,
) -> Iterator[ProofFailure]:
    """Give everything in `brief` that its sources don't bear out; empty means proved.

    `readings` maps the ids of all cited documents to the articles as read anew; `derive` recomputes
    counts and gaps. A statement that the `notebook` has, of the very same articles, is not asked
    again. It does not check prose of the analyst's: judgements are theirs.
    """
    sound = True  # of what is no quote, or doesn't replay, no more is asked: it may be of any size
    check_statements = partial(_check_statements, notebook=notebook or Notebook())
    for ask in (check_quotes, check_statements):
        for failure in ask(brief, readings) if sound else ():
            sound = False
            yield failure
    known = all(quoted.document in readings for quoted in all_quotes(brief))
    if sound and known and derive(brief) != brief:
        yield ProofFailure(
            where="counts", what="health, citation counts or gaps are not what the statements give"
        )


def _check_statements(
    brief: Brief, readings: Mapping[str, Reading], notebook: Notebook
) -> Iterator[ProofFailure]:
    """Check every statement, and that what names one names one that is told."""
    families = {entry.id: entry.family for entry in brief.sources}
    yield from _check_told_twice(brief)
    for section in brief.sections:
        for statement in section.statements:
            for what in _ask_statement(statement, readings, families, notebook):
                yield ProofFailure(where=f"{section.slug}/{statement.name}", what=what)
        yield from _check_cells(section)
    yield from _check_looked_at(brief)
    yield from _check_references(brief, frozenset(one.name for one in brief.statements))


def _check_told_twice(brief: Brief) -> Iterator[ProofFailure]:
    """Check that no two statements have one name or one key."""
    names: set[str] = set()
    keys: set[str] = set()
    for section in brief.sections:
        for statement in section.statements:
            if statement.name in names or statement.key in keys:
                yield ProofFailure(where=f"{section.slug}/{statement.name}", what="is told twice")
            names.add(statement.name)
            keys.add(statement.key)


def check_words(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[ProofFailure]:
    """Check what no rule of a language has a say in: every quote stands where it is cited, and
    every statement follows from its quotes by its own edits.
    """
    yield from check_quotes(brief, readings)
    for section in brief.sections:
        for statement in section.statements:
            if _replay_fault(statement):
                where = f"{section.slug}/{statement.name}"
                yield ProofFailure(where=where, what="does not replay")


def _check_looked_at(brief: Brief) -> Iterator[ProofFailure]:
    """Check that what statements cite was looked at."""
    aside = {entry.id for entry in brief.sources if not entry.considered}
    cited = {citation.document for one in brief.statements for citation in one.citations}
    for name in sorted(cited & aside):
        yield ProofFailure(where=name, what="is cited, and is said not to have been looked at")


def _check_references(brief: Brief, told: frozenset[str]) -> Iterator[ProofFailure]:
    """Check that what names a statement names one that a section tells, and that dates are
    dates.
    """
    for name in brief.bottom_line:
        if name not in told:
            yield ProofFailure(where="bottom line", what=f"{name} is not told in any section")
    known = {None, *told}
    for event in brief.timeline:
        if event.statement not in known:
            what = f"{event.statement} is not told in any section"
            yield ProofFailure(where="timeline", what=what)
        if not edtf.is_valid(event.date):
            yield ProofFailure(where="timeline", what=f"{event.date!r} is no date")


def _ask_statement(
    statement: Statement,
    readings: Mapping[str, Reading],
    families: Mapping[str, str | None],
    notebook: Notebook,
) -> tuple[str, ...]:
    """Check one statement, unless the very same, wherever it stands in a brief, was checked against
    the very same articles.
    """
    cited = tuple(dict.fromkeys(one.document for one in statement.citations))
    held = tuple(readings[one] for one in cited if one in readings)
    kin = tuple((one, families.get(one)) for one in cited)
    plain = replace(statement, number="")
    return notebook.ask(_check_cited, plain, held, kin, about=statement.key)


def _check_cited(
    statement: Statement, held: tuple[Reading, ...], kin: tuple[tuple[str, str | None], ...]
) -> tuple[str, ...]:
    """Check one statement against the articles that it cites, and the family of each."""
    return tuple(_check_statement(statement, {one.document.id: one for one in held}, dict(kin)))


def _check_statement(
    statement: Statement, readings: Mapping[str, Reading], families: Mapping[str, str | None]
) -> Iterator[str]:
    """Check one statement: form, replay, derivation, attribution, support, key. Of what has no form
    or does not replay no more is asked.
    """
    if fault := _form_fault(statement) or _replay_fault(statement):
        yield fault
        return
    bases = [statement.citations[part.citation] for part in statement.parts]
    quotes = (fold_spaces(basis.quote) for basis in bases)
    if statement.key != digest.short_digest("k", statement.text, *quotes):
        yield "its key is not the digest of its content"
    yield from _check_derivations(statement, bases, readings)
    if leaves_denial_out(bases, readings):
        yield "it leaves out a denial that stands behind it"
    yield from check_support(statement, readings, families)


def _replay_fault(statement: Statement) -> str:
    """Say why a statement does not follow from its quotes, or ""."""
    try:
        text = replay_parts(statement.parts, statement.citations)
    except Unreplayable as error:
        return str(error)
    return "" if text == statement.text else f"its parts give {text[:_SHOWN]!r}"


def _check_derivations(
    statement: Statement, bases: Sequence[Citation], readings: Mapping[str, Reading]
) -> Iterator[str]:
    """Ask the article of each part for its edits and its speaker."""
    for number, (part, basis) in enumerate(zip(statement.parts, bases, strict=True)):
        reading = readings.get(basis.document)
        if reading is not None:
            yield from check_derivation(
                basis, part.edits, reading, bases[:number], pinned=statement.pinned
            )


def _form_fault(statement: Statement) -> str:
    """Say what is wrong with the form of a statement, or "".

    Each part has the basis of its own number, all bases stand in one article, and behind them come
    supports from other articles, one from each of those that say the whole. No writer checks prose
    that does not replay yet, so none may claim it.
    """
    if not statement.parts or not statement.citations:
        return "has no basis"
    if statement.proof != "replay":
        return f"says {statement.proof!r}, and nothing checked it"
    if [part.citation for part in statement.parts] != list(range(len(statement.parts))):
        return "its parts and its bases are not the same"
    if _cites_nothing(statement):
        return "a clause's support names no citation of it"
    return _basis_fault(statement)


def _basis_fault(statement: Statement) -> str:
    """Say what is wrong with the articles that the citations of a statement are of, or ""."""
    bases = statement.citations[: len(statement.parts)]
    supports = statement.citations[len(statement.parts) :]
    if {one.role for one in bases} != {"basis"} or {one.role for one in supports} - {"supports"}:
        return "its bases are not what its parts are made of"
    if len({basis.document for basis in bases}) > 1:
        return "its parts come from several articles"
    cited = [bases[0].document, *(one.document for one in supports if one in statement.whole)]
    return "an article supports it twice" if len(set(cited)) < len(cited) else ""


def _cites_nothing(statement: Statement) -> bool:
    """Whether a clause's support has the number of no citation."""
    numbers = (number for one in statement.support for number in one.citations)
    return any(not 0 <= number < len(statement.citations) for number in numbers)


def _check_cells(section: Section) -> Iterator[ProofFailure]:
    """Check that a cell that stands for a statement names one that its section tells."""
    told = {statement.name for statement in section.statements}
    for cell in section.cells:
        if cell.statement is not None and cell.statement not in told:
            what = f"a row names {cell.statement}, which is not told"
            yield ProofFailure(where=section.slug, what=what)
