"""What was fetched from the network, kept as evidence: read here, written by `keep`."""

import json
from dataclasses import replace
from pathlib import Path

from briefing.ingest.item import Item
from briefing.model import Known

SUFFIX = ".fetched"
RECORD = ".record.json"


def described(item: Item, file: Path) -> Item:
    """Add what the server and the feed said of a file that was fetched; any other file stays as it is."""
    if file.suffix != SUFFIX:
        return item
    try:
        record = json.loads(file.with_suffix(RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return item
    said = {name: Known(value=str(value), basis="stated", note="the feed") for name, value in record["said"].items()}
    return replace(item, url=record["url"], charset=record["charset"], retrieved=record["retrieved"], said=said)
