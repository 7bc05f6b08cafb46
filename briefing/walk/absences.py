"""Why statements of the last edition are gone, where the sources alone don't show it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.compare import compare_texts
from briefing.job.load import Job
from briefing.model import Brief, Changed, Document, Reading
from briefing.walk import routing, window

Json = Mapping[str, Any]

EXCLUDED = "excluded by the analyst"
_SENTENCES = 12  # of a revised source that are shown


def of_absence(
    last: Json | None,
    job: Job,
    brief: Brief,
    readings: Mapping[str, Reading],
    excluded: Mapping[str, str],
) -> dict[str, str]:
    """By statement key what the config or the analyst has to do with its going.

    Only for statements whose source still says the same: what the sources show, `compare` sees
    itself.
    """
    found = {
        key: f"{EXCLUDED}: {reason}" if reason else EXCLUDED for key, reason in excluded.items()
    }
    told = {statement.key for statement in brief.statements}
    documents = [reading.document for reading in readings.values()]
    recent = window.recent_documents(documents, brief.as_of, brief.window)
    slugs = {section.slug for section in brief.sections}
    for slug, statement in _all_statements(last):
        if statement["key"] in told or statement["key"] in found:
            continue
        reason = _untold_reason(slug, statement, job, slugs, recent, readings)
        if reason:
            found[statement["key"]] = reason
    return found


def _all_statements(last: Json | None) -> Iterator[tuple[str, Json]]:
    for section in last["sections"] if last else ():
        for statement in section["statements"]:
            yield section["slug"], statement


def _untold_reason(
    slug: str,
    statement: Json,
    job: Job,
    slugs: set[str],
    recent: frozenset[str],
    readings: Mapping[str, Reading],
) -> str:
    """Say why one statement whose quotes all stand as they stood is not told; '' where that is not
    known.
    """
    bases = [citation for citation in statement["citations"] if citation["role"] == "basis"]
    if not all(_quote_stands(citation, readings) for citation in bases):
        return ""
    if not any(citation["source"] in recent for citation in bases):
        return f"older than the window of {job.window}"
    if slug not in slugs:
        return f"the section {slug} is no longer in the config"
    if not any(_is_routed(citation, job, readings) for citation in bases):
        return "no section asks for its passage any more"
    return ""


def _is_routed(citation: Json, job: Job, readings: Mapping[str, Reading]) -> bool:
    """Whether a section asks for the passage of a citation."""
    passages = readings[citation["source"]].passages
    numbered = (one for one in passages if one.number == citation["passage"])
    return any(routing.passage_routes(job, passage) for passage in numbered)


def _quote_stands(citation: Json, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(citation["source"])
    return (
        reading is not None
        and reading.document.text[citation["start"] : citation["end"]] == citation["quote"]
    )


def find_revisions(
    last: Json | None, texts: Mapping[str, str], documents: Mapping[str, Document]
) -> tuple[Changed, ...]:
    """The sources that the last edition cited and that were edited since, with the words that
    went and came.

    `texts` are what they said then, by id.
    """
    found = []
    for source in last["sources"] if last else ():
        document = documents.get(source["id"])
        if (
            document is None
            or source["id"] not in texts
            or source.get("sha256") == document.revision
        ):
            continue
        revision = compare_texts(document.id, texts[document.id], document.text)
        if revision is not None:
            name = document.title.value if document.title else document.path or document.locator
            gone, come = _shown_pieces(revision.gone), _shown_pieces(revision.come)
            found.append(
                Changed(
                    id=document.id, was=gone, now=come, cause=f"edited after publication: {name}"
                )
            )
    return tuple(found)


def _shown_pieces(pieces: Sequence[str]) -> str:
    """The sentences that went or came; of many, the first ones and how many more there are."""
    more = len(pieces) - _SENTENCES
    return " … ".join(pieces[:_SENTENCES]) + (
        f" … and {more} more sentence{'s' * (more > 1)}" if more > 0 else ""
    )
