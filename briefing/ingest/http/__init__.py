"""The one door to the network: polite, bounded, closed to addresses that are nobody's business."""

from briefing.ingest.http.answers import (
    AGENT,
    Asked,
    FetchFailure,
    NetworkPolicy,
    ServerAnswer,
    Unchanged,
)
from briefing.ingest.http.exchange import Visit
from briefing.ingest.http.fetching import fetch_all

__all__ = [
    "AGENT",
    "Asked",
    "FetchFailure",
    "NetworkPolicy",
    "ServerAnswer",
    "Unchanged",
    "Visit",
    "fetch_all",
]
