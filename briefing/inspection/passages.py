"""Every passage of every source, as the program cut, tagged and dated it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing import tag
from briefing.edition import session
from briefing.model import Passage, Reading
from briefing.walk import routing

Json = dict[str, Any]


def list_passages(config: Path) -> list[Json]:
    """Every passage of every source, as `briefing passages --json` prints it."""
    with session.look(config) as look:
        sections = routing.section_wants(look.job)
        return [
            _passage_json(sections, reading, passage)
            for reading in look.library.readings()
            for passage in reading.passages
        ]


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
