"""Every passage of every source, as the program cut, tagged and dated it."""

from pathlib import Path
from typing import Any

from briefing.job.load import Job, load_job
from briefing.model import Passage, Reading
from briefing.walk import routing
from briefing.walk.library import ingest, understand

Json = dict[str, Any]


def list_passages(config: Path) -> list[Json]:
    """Give every passage of every source, as `briefing passages --json` prints it."""
    _, job = load_job(config)
    library = ingest(job)
    return [
        _passage(job, reading, passage)
        for reading in (understand(job, document) for document in library.documents)
        for passage in reading.passages
    ]


def _passage(job: Job, reading: Reading, passage: Passage) -> Json:
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
        "sections": [slug for slug, _ in routing.routes(job, passage)],
        "dates": [
            {"start": d.start, "end": d.end, "edtf": d.edtf}
            for d in reading.dates
            if passage.start <= d.start < passage.end
        ],
        "dropped": passage.dropped,
    }
