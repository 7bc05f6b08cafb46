"""The proof: every statement replayed against the words of its sources, and derived again from
them.

Three questions, each enough to refuse a brief. Do the quotes stand where the citations say? Do the
edits, applied to the quotes, give the text? And would the article itself license exactly these
edits and this attribution? The last one is answered by grounding the cited sentences anew, so that
a forgery which replays (a wrong name in brackets, a swapped speaker, a hedge dropped) still fails.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain

from briefing import digest
from briefing.language import edtf
from briefing.language.draft import Draft, relative_edits
from briefing.language.following import following_sentence
from briefing.language.replay import Unreplayable, apply_edits, fold_spaces, replay_parts
from briefing.languages import packs
from briefing.model import (
    Brief,
    Citation,
    Edit,
    Evidence,
    Passage,
    Reading,
    Section,
    Span,
    Statement,
)

_SHOWN = 200  # characters of a text that a line shows

Derive = Callable[[Brief], Brief]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFailure:
    """One thing that does not hold: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        """The failure as one line."""
        return f"{self.where}: {self.what}"


def prove_brief(
    brief: Brief, readings: Mapping[str, Reading], derive: Derive
) -> Iterator[ProofFailure]:
    """Give everything in `brief` that its sources don't bear out; empty means proved.

    `readings` maps the ids of all cited documents to the articles as read anew; `derive` recomputes
    counts and gaps. It does not check prose of the analyst's: judgements are theirs.
    """
    return _check_brief(brief, readings, derive)


def _check_brief(
    brief: Brief, readings: Mapping[str, Reading], derive: Derive
) -> Iterator[ProofFailure]:
    """Of what is no quote, or doesn't replay, nothing more is asked: it may be of any size."""
    sound = True
    for ask in (_check_quotes, _check_statements):
        for failure in ask(brief, readings) if sound else ():
            sound = False
            yield failure
    known = all(quoted.document in readings for quoted in all_quotes(brief))
    if sound and known and derive(brief) != brief:
        yield ProofFailure(
            where="counts", what="health, citation counts or gaps are not what the statements give"
        )


def _check_statements(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[ProofFailure]:
    """Check every statement, and that what names one names one that is told."""
    families = {entry.id: entry.family for entry in brief.sources}
    told: dict[str, Statement] = {}
    keys: set[str] = set()
    for section in brief.sections:
        for statement in section.statements:
            name = statement.id or statement.key
            if name in told or statement.key in keys:
                yield ProofFailure(where=f"{section.slug}/{name}", what="is told twice")
            told[name] = statement
            keys.add(statement.key)
            for what in _check_statement(statement, readings, families):
                yield ProofFailure(where=f"{section.slug}/{name}", what=what)
        yield from _check_cells(section)
    yield from _check_references(brief, frozenset(told))


def check_words(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[ProofFailure]:
    """Check what no rule of a language has a say in: every quote stands where it is cited, and
    every statement follows from its quotes by its own edits.
    """
    yield from _check_quotes(brief, readings)
    for section in brief.sections:
        for statement in section.statements:
            if _replay_statement(statement) != statement.text:
                name = statement.id or statement.key
                yield ProofFailure(where=f"{section.slug}/{name}", what="does not replay")


def _replay_statement(statement: Statement) -> str | None:
    try:
        return replay_parts(statement.parts, statement.citations)
    except Unreplayable:
        return None


def _check_references(brief: Brief, told: frozenset[str]) -> Iterator[ProofFailure]:
    """Check that what names a statement names one that a section tells, and that dates are
    dates; what is cited was looked at.
    """
    aside = {entry.id for entry in brief.sources if not entry.considered}
    for name in sorted({one.document for one in _all_citations(brief)} & aside):
        yield ProofFailure(where=name, what="is cited, and is said not to have been looked at")
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


def _all_citations(brief: Brief) -> Iterator[Citation]:
    for section in brief.sections:
        for statement in section.statements:
            yield from statement.citations


def _check_quotes(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[ProofFailure]:
    """Check every quote anywhere in the brief against its source."""
    for quoted in all_quotes(brief):
        reading = readings.get(quoted.document)
        if reading is None:
            yield ProofFailure(where=quoted.document, what="is cited, but its text is not at hand")
        elif not 0 <= quoted.start < quoted.end <= len(reading.document.text):
            yield ProofFailure(
                where=quoted.document, what=f"[{quoted.start}, {quoted.end}) lies outside the text"
            )
        elif reading.document.text[quoted.start : quoted.end] != quoted.quote:
            yield ProofFailure(
                where=quoted.document,
                what=f"[{quoted.start}, {quoted.end}) does not read {quoted.quote[:60]!r}",
            )
        elif isinstance(quoted, Citation) and not _holds_quote(reading, quoted):
            yield ProofFailure(
                where=quoted.document,
                what=f"passage {quoted.passage} does not hold {quoted.quote[:60]!r}",
            )


def _holds_quote(reading: Reading, quoted: Citation) -> bool:
    """Whether the passage that a citation names holds its quote."""
    return any(
        p.number == quoted.passage and p.start <= quoted.start and quoted.end <= p.end
        for p in reading.passages
    )


def all_quotes(node: object) -> Iterator[Citation | Evidence]:
    """Every citation and every piece of evidence anywhere under `node`, sources aside."""
    if isinstance(node, Citation | Evidence):
        yield node
    if isinstance(node, tuple):
        for item in node:
            yield from all_quotes(item)
    elif is_dataclass(node):
        for field in fields(node):
            if field.name not in {"document", "sources"}:
                yield from all_quotes(getattr(node, field.name))


def _check_statement(
    statement: Statement, readings: Mapping[str, Reading], families: Mapping[str, str | None]
) -> Iterator[str]:
    """Check one statement: form, replay, derivation, attribution, support, key."""
    if form := _form_fault(statement):
        yield form
        return
    try:
        text = replay_parts(statement.parts, statement.citations)
    except Unreplayable as error:
        yield str(error)
        return
    if text != statement.text:
        yield f"its parts give {text[:_SHOWN]!r}"
        return
    bases = [statement.citations[part.citation] for part in statement.parts]
    if statement.key != digest.short_digest(
        "k", statement.text, *(fold_spaces(basis.quote) for basis in bases)
    ):
        yield "its key is not the digest of its content"
    for number, (part, basis) in enumerate(zip(statement.parts, bases, strict=True)):
        reading = readings.get(basis.document)
        if reading is not None:
            yield from _check_derivation(
                basis, part.edits, reading, bases[:number], pinned=statement.pinned
            )
    if _cut_off(bases, readings):
        yield "it leaves out a denial that stands behind it"
    yield from _check_support(statement, readings, families)


def _cut_off(bases: Sequence[Citation], readings: Mapping[str, Reading]) -> bool:
    """Whether what stands behind `bases` in their article takes them back, and isn't told."""
    reading = readings.get(bases[0].document)
    if reading is None:
        return False
    told = [
        sentence
        for basis in bases
        for passage in reading.passages
        if passage.number == basis.passage
        for sentence in _whole_sentences(passage, basis.start, basis.end)
    ]
    return packs.leaves_answer_out(reading, told)


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


def _check_derivation(
    basis: Citation,
    made: Sequence[Edit],
    reading: Reading,
    before: Sequence[Citation],
    *,
    pinned: bool,
) -> Iterator[str]:
    """Ask the article itself whether it licenses these whole sentences, these edits and this
    speaker; `pinned` ones may be of what the program takes for no text of the article.
    """
    passage = _cited_passage(basis, reading)
    sentences = _whole_sentences(passage, basis.start, basis.end)
    if not sentences or not (pinned or _is_live(passage)):
        yield f"passage {basis.passage} holds no such sentences"
        return
    parts = [_cited_sentences(part, reading) for part in before]
    if not all(parts):
        yield "its parts don't follow one another"
        return
    earlier = tuple(chain(*parts))
    if earlier and not _precede(earlier[-1], before[-1], reading, sentences[0]):
        yield "its parts don't follow one another"
    ask = packs.ordered_drafts if pinned else packs.licensed_drafts
    yield from _ask_licence(made, ask(reading, sentences, earlier))
    if packs.attribute_sentences(reading, sentences) != basis.attribution:
        yield "its attribution is not the one that the article gives"


def _ask_licence(made: Sequence[Edit], licensed: Collection[Draft]) -> Iterator[str]:
    """Ask whether one of the drafts that an article licenses is made with these edits."""
    if not licensed:
        yield "it can't stand alone"
    elif all(relative_edits(draft) != made for draft in licensed):
        yield "its edits are not the ones that the article licenses"


def _is_live(passage: Passage | None) -> bool:
    """Whether a passage is text of its article."""
    return passage is not None and passage.dropped is None


def _cited_passage(citation: Citation, reading: Reading) -> Passage | None:
    """The passage that a citation names, None where its article has none of this number."""
    return next((one for one in reading.passages if one.number == citation.passage), None)


def _cited_sentences(citation: Citation, reading: Reading) -> tuple[Span, ...]:
    """The whole sentences that a citation quotes; empty where it quotes no whole ones."""
    return _whole_sentences(_cited_passage(citation, reading), citation.start, citation.end)


def _precede(last: Span, part: Citation, reading: Reading, first: Span) -> bool:
    """Whether the last sentence of a part is the one straight before `first`."""
    passage = _cited_passage(part, reading)
    return passage is not None and following_sentence(reading, passage, last) == first


def _whole_sentences(passage: Passage | None, start: int, end: int) -> tuple[Span, ...]:
    """The passage's sentences from `start` to `end`; empty unless they fill it exactly."""
    if passage is None:
        return ()
    found = tuple(s for s in passage.sentences if start <= s.start and s.end <= end)
    return found if found and found[0].start == start and found[-1].end == end else ()


def _check_support(
    statement: Statement, readings: Mapping[str, Reading], families: Mapping[str, str | None]
) -> Iterator[str]:
    """Check that every supporting quote says the same as the statement; a version of its article
    may be edited.
    """
    own = families.get(statement.citations[0].document)
    for citation in statement.whole:
        reading = readings.get(citation.document)
        if citation.role == "supports" and reading is not None:
            kin = families.get(citation.document) == own
            fault = _support_fault(statement, citation, reading, kin=kin)
            if fault:
                yield fault


def _support_fault(statement: Statement, citation: Citation, reading: Reading, *, kin: bool) -> str:
    """Say what is wrong with a supporting quote, or ""; `kin`: its article is a version of the
    statement's.
    """
    if not _is_live(_cited_passage(citation, reading)):
        return f"its support in {citation.document} is not of the article's body"
    sentences = _cited_sentences(citation, reading)
    pack = packs.pack_for(reading.document.language)
    drafts: Iterable[Draft] = packs.licensed_drafts(reading, sentences) if sentences else ()
    if not any(pack.say_same(statement.text, replay_draft(one), kin=kin) for one in drafts):
        place = f"passage {citation.passage} of {citation.document}"
        return f"its support in {place} does not say the same"
    if packs.leaves_answer_out(reading, sentences):
        return "a support leaves out a denial that stands behind it"
    if packs.attribute_sentences(reading, sentences) != citation.attribution:
        return "a support's attribution is not the one that the article gives"
    return ""


def replay_draft(draft: Draft) -> str:
    """The text that a draft's edits make."""
    return fold_spaces(apply_edits(draft.text, relative_edits(draft)))


def _check_cells(section: Section) -> Iterator[ProofFailure]:
    """Check that a cell that stands for a statement names one that its section tells."""
    told = {statement.id or statement.key for statement in section.statements}
    for row in section.rows:
        for cell in row:
            if cell.statement is not None and cell.statement not in told:
                yield ProofFailure(
                    where=section.slug, what=f"a row names {cell.statement}, which is not told"
                )
