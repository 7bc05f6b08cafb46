"""Every passage of every source, as the program cut, tagged and dated it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing import split, tag
from briefing.edition import session
from briefing.edition.session import Look
from briefing.ingest import read_article
from briefing.model import Document, Passage, Reading
from briefing.walk import routing
from briefing.walk.about import UNRELATED

Json = dict[str, Any]


def list_passages(config: Path) -> list[Json]:
    """Every passage of every source, as `briefing passages --json` prints it."""
    with session.look(config) as look:
        sections = routing.section_wants(look.job)
        return [
            _passage_json(sections, reading, passage)
            for reading in (*look.library.readings(), *_read_unrelated(look))
            for passage in reading.passages
        ]


def _read_unrelated(look: Look) -> Iterator[Reading]:
    """The articles that are not about the brief, read for who wants to see: every passage of them
    is dropped.
    """
    job = look.job
    apart = {one.locator for one in look.library.unrelated()}
    for source in job.sources if apart else ():
        for found in source(job.base, job.readers):
            if found.locator not in apart:
                continue
            made = read_article(found, job.supplied.get(found.locator), job.readers)
            if isinstance(made, Document):
                passages = split.split_passages(made)
                yield Reading(
                    document=made,
                    passages=tuple(
                        replace(one, dropped=one.dropped or UNRELATED) for one in passages
                    ),
                )


def _passage_json(sections: Sequence[routing.Wanting], reading: Reading, passage: Passage) -> Json:
    """One passage as JSON."""
    document = reading.document
    return {
        "source": document.id,
        "path": document.path or document.locator,
        "number": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": document.text[passage.start : passage.end],
        "kind": passage.kind,
        "language": passage.language,
        "sentences": [[span.start, span.end] for span in passage.sentences],
        "tags": [
            {"name": one.name, "score": one.score, "terms": list(one.terms)} for one in passage.tags
        ],
        "sections": list(tag.route_passage(passage, sections)),
        "dates": [
            {"start": d.start, "end": d.end, "edtf": d.edtf}
            for d in reading.dates
            if passage.start <= d.start < passage.end
        ],
        "dropped": passage.dropped,
    }
