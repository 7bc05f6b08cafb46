"""Every passage of every source, as the program cut, tagged and dated it."""

from pathlib import Path
from typing import Any

from briefing.edition import session
from briefing.job.load import Job
from briefing.model import Passage, Reading
from briefing.walk import routing

Json = dict[str, Any]


def list_passages(config: Path) -> list[Json]:
    """Give every passage of every source, as `briefing passages --json` prints it."""
    with session.look(config) as look:
        return [
            _passage_json(look.job, reading, passage)
            for reading in look.library.readings()
            for passage in reading.passages
        ]


def _passage_json(job: Job, reading: Reading, passage: Passage) -> Json:
    """Give one passage as JSON."""
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
        "tags": [{"name": t.name, "score": t.score, "terms": list(t.terms)} for t in passage.tags],
        "sections": [slug for slug, _ in routing.passage_routes(job, passage)],
        "dates": [
            {"start": d.start, "end": d.end, "edtf": d.edtf}
            for d in reading.dates
            if passage.start <= d.start < passage.end
        ],
        "dropped": passage.dropped,
    }
