"""The walk walked again, from the sources and the config at hand: what a brief leaves out, adds or
says otherwise.

No quote shows a row or a statement that is missing. So where config and sources are at hand the
brief is made anew and held beside the one that is checked, value by value, in the shape that
brief.json has: whatever that shape comes to hold is compared too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefing import versions
from briefing.ingest import Found, read_article
from briefing.job.load import Job
from briefing.language import edtf
from briefing.model import Brief, Document, Reading, Section, Statement
from briefing.render.json import decode_brief, encode_brief, write_node
from briefing.settings import analyst
from briefing.verification import excerpts
from briefing.verification.unchecked import WHICH
from briefing.walk import about, assemble, withdrawals
from briefing.walk.comparison import Past, Today, compare_with
from briefing.walk.library import Holdings, ReadLibrary
from briefing.walk.notebook import Notebook
from briefing.walk.seat import replay_replies, take_seat

Json = Any
Line = tuple[str, str]

WHICH_STATEMENTS = f"{WHICH}sections[].statements"

_MOST_LOOKED_AT = 10_000  # sources that are looked through for what `about` asks for
_ONLY_A_PART = "only a part of so many sources was looked at"
_MOST = 500  # sources that are read anew together; a brief of more was made of a part of them
_SHOWN = 120  # characters of a statement that a line shows
_BY_RECORD = frozenset({"edition", "changes", "rendition"})
"""What no walk gives: which edition it is, and, without the edition before, what is new in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """What the walk gives otherwise, a line for each: (field of brief.json, what is wrong with it).

    `unlisted` are the sources at hand that the brief doesn't list, those that can't be read too.
    `recounted` says how the sources that are not about the brief are counted otherwise than it
    says, "" where they are not. `why` says why the walk could not be walked, "" where it was.
    """

    differences: tuple[Line, ...] = ()
    unlisted: tuple[str, ...] = ()
    recounted: str = ""
    why: str = ""


def retell_brief(
    brief: Brief,
    job: Job,
    readings: Sequence[Reading],
    past: Past | None = None,
    notebook: Notebook | None = None,
) -> Retold:
    """Make the brief anew of `readings`, those of all its readable sources as the job tags them,
    and compare; with a `past`, also its ids and what it says changed since. What the `notebook` has
    of the very same articles, by the very same functions, is not worked out again.

    What else lies among the sources and is not listed is named: it came since, or it was left out.
    """
    listed = _listed_locators(brief)
    more = _list_others(job, listed)
    near = _sift_near(job, more)
    if near is None or len(listed) + len(near) > _MOST:
        return Retold(why=_ONLY_A_PART)
    made = _walk_again(brief, job, readings, past, notebook or Notebook())
    unlisted = tuple(one.locator for one in near if _is_kept(job, one))
    named = made if past is not None else _name_statements(made, brief)
    apart = _BY_RECORD if past is None else _BY_RECORD - {"changes"}
    wrong = _left_apart_wrongly(brief, unlisted)
    return Retold(
        differences=(*wrong, *_compare_retold(named, brief, job, apart)),
        unlisted=unlisted,
        recounted=_recount_unrelated(brief, job, {one.locator for one in more} - {*unlisted}),
    )


def _listed_locators(brief: Brief) -> frozenset[str]:
    """The locators of all that a brief lists, what it set aside too."""
    listed = (entry.document or entry.quarantined for entry in brief.sources)
    return frozenset(one.locator for one in listed if one is not None)


def _sift_near(job: Job, more: Sequence[Found]) -> list[Found] | None:
    """Those whose words alone don't tell that they are not about the brief; None of too many."""
    if len(more) > _MOST_LOOKED_AT:
        return None
    return [one for one in more if not _is_elsewhere(job, one)]


def _recount_unrelated(brief: Brief, job: Job, left: Collection[str]) -> str:
    """Say how a brief counts or lists the sources that are `left`, not being about it, otherwise
    than they lie there, or ""; a job that asks for nothing leaves none.
    """
    unrelated = sorted(left) if job.about else []
    said = brief.unrelated
    count, locators = (0, ()) if said is None else (said.count, said.locators)
    if (count, locators) == (len(unrelated), tuple(unrelated[: about.LISTED])):
        return ""
    return f"{count} are said not to be about the brief, and {len(unrelated)} of those here are not"


def _is_elsewhere(job: Job, found: Found) -> bool:
    """Whether a source's words alone tell that it is not about the brief."""
    named = found.locator in analyst.list_paths(job.analyst.file)
    return not named and about.is_elsewhere(job.about, found, job.readers)


def _left_apart_wrongly(brief: Brief, unlisted: Sequence[str]) -> Iterator[Line]:
    """Name what a brief takes for not about it, and what is."""
    apart = brief.unrelated.locators if brief.unrelated is not None else ()
    for locator in sorted(set(apart).intersection(unlisted)):
        yield "unrelated", f"{locator}: is about the brief, and was left out"


def _list_others(job: Job, listed: frozenset[str]) -> list[Found]:
    """Every source that lies where the config says and isn't `listed`, each once, by locator."""
    found = {one.locator: one for source in job.sources for one in source(job.base, job.readers)}
    return [found[locator] for locator in sorted(found.keys() - listed)]


def _is_kept(job: Job, found: Found) -> bool:
    """Whether a build of today lists a source: an article about the brief, or none that can be
    read.
    """
    made = read_article(found, job.supplied.get(found.locator), job.readers)
    if not isinstance(made, Document) or found.locator in analyst.list_paths(job.analyst.file):
        return True
    return about.belongs(job.about, made)


def _walk_again(
    brief: Brief, job: Job, readings: Sequence[Reading], past: Past | None, notebook: Notebook
) -> Brief:
    """Walk `readings` as a build does, everything looked at."""
    documents = _drop_caveats([reading.document for reading in readings])
    plain = tuple(
        reading if reading.document is document else replace(reading, document=document)
        for reading, document in zip(readings, documents, strict=True)
    )
    plain_texts = tuple(map(versions.before_inference, documents))
    holdings = Holdings(
        documents=documents,
        families=notebook.ask(versions.group_families, plain_texts),
        quarantined=tuple(one.quarantined for one in brief.sources if one.quarantined is not None),
        others=(),
        count=len(documents),
        newest=_newest_day(documents),
        unrelated=brief.unrelated if job.about is not None else None,
    )
    library = ReadLibrary(job=job, holdings=holdings, tagged=plain)
    considered = replace(withdrawals.take_out(library.candidates()), notebook=notebook)
    decided = assemble.decide(job, considered)
    ranking = assemble.rank(job, considered, decided)
    seat = take_seat(job, holdings, replay_replies(brief.editor))
    made = assemble.compose_brief(job, considered, decided, ranking, seat)
    if past is None:
        return made
    today = Today(job=job, library=library, considered=considered, excluded=decided.excluded)
    return compare_with(past, made, today)


def _drop_caveats(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Take off the caveats of withdrawn sources, which the walk puts on."""
    caveats = withdrawals.withdrawal_reasons(documents)
    return tuple(
        replace(one, caveats=one.caveats[1:])
        if one.caveats[:1] == (caveats.get(one.id, ""),)
        else one
        for one in documents
    )


def _newest_day(documents: Iterable[Document]) -> date | None:
    """The newest day that a source proves."""
    proved = [edtf.bounds(one.published.value)[0] for one in documents if one.published is not None]
    return max(proved, default=None)


def _statements_by_key(brief: Brief) -> dict[str, Statement]:
    return {one.key: one for one in brief.statements}


def _compare_retold(named: Brief, brief: Brief, job: Job, apart: frozenset[str]) -> Iterator[Line]:
    """Hold a brief made anew beside the one that is checked, `apart` from some fields; of a
    reader's copy, what every reader gets alike.
    """
    told = _statements_by_key(brief)
    cut = excerpts.cut_slugs(brief)
    sections = [one for one in named.sections if not cut or one.slug in cut]
    again = {one.key for section in sections for one in section.statements}
    for slug, one in _statements_apart(sections, told):
        yield WHICH_STATEMENTS, f"{slug}: leaves out {_shown_statement(one)}"
    for slug, one in _statements_apart(brief.sections, again):
        yield WHICH_STATEMENTS, f"{slug}: would not tell {_shown_statement(one)}"
    ours, said = _brief_content(named, brief, job), _brief_content(brief, brief, job)
    same = told.keys() == again
    for field in sorted((ours.keys() | said.keys()) - apart):
        yield from _name_differences(ours.get(field), said.get(field), field, same=same)


def _statements_apart(
    sections: Sequence[Section], known: Collection[str]
) -> Iterator[tuple[str, Statement]]:
    """The statements of sections that have none of the `known` keys, with their sections' slugs."""
    for section in sections:
        for one in section.statements:
            if one.key not in known:
                yield section.slug, one


def _brief_content(brief: Brief, like: Brief, job: Job) -> Json:
    """A brief as brief.json has it, cut as `like` is."""
    if like.rendition is None:
        return write_node(brief)
    return excerpts.shared_content(brief, None if brief is like else like.rendition, job.sections)


def _name_statements(made: Brief, like: Brief) -> Brief:
    """Call statements by the ids that a brief gives them, others by their keys, and new what it
    calls new. Only of a reader's copy what names them has to be cut too.
    """
    told = _statements_by_key(like)
    sections = (
        replace(section, statements=tuple(_name_statement(one, told) for one in section.statements))
        for section in made.sections
    )
    renamed = replace(made, sections=tuple(sections))
    if like.rendition is None:
        return renamed
    named = decode_brief(encode_brief(renamed))
    texts = {entry.id: entry.document for entry in made.sources}
    return replace(
        named, sources=tuple(replace(one, document=texts[one.id]) for one in named.sources)
    )


def _name_statement(statement: Statement, told: Mapping[str, Statement]) -> Statement:
    known = told.get(statement.key)
    if known is None:
        return replace(statement, id=statement.key)
    return replace(statement, id=known.id, change=known.change)


def _shown_statement(statement: Statement) -> str:
    outlet = ", ".join(statement.outlets)
    text = statement.text if len(statement.text) <= _SHOWN else statement.text[:_SHOWN] + "…"
    return f"{text!r}" + (f" ({outlet})" if outlet else "")


def _name_differences(made: Json, said: Json, place: str, *, same: bool) -> Iterator[Line]:
    """Name each place where two values differ, down to where they have the same form.

    Where other statements are told (not `same`), what follows from them differs too: it is named
    once, as a whole.
    """
    if made == said or (place == "sections" and not same):
        return
    pairs = _pair_parts(made, said, same=same)
    if pairs is None:
        yield place, f"{place} is not what config and sources give"
        return
    for name, one, other in pairs:
        yield from _name_differences(one, other, place + name, same=same)


def _pair_parts(made: Json, said: Json, *, same: bool) -> list[tuple[str, Json, Json]] | None:
    """The parts of two values, each with what it adds to its place; None where they have not the
    same form.
    """
    if isinstance(made, dict) and isinstance(said, dict):
        alike = made.keys() == said.keys()
        return [(f".{name}", one, said[name]) for name, one in made.items()] if alike else None
    if isinstance(made, list) and isinstance(said, list):
        alike = same and len(made) == len(said)
        return [("[]", *pair) for pair in zip(made, said, strict=False)] if alike else None
    return None
