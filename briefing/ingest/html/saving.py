"""The comment that a browser or its helper puts into a page that it saves: from where, and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from briefing.ingest import dateline
from briefing.ingest.item import Content
from briefing.language import prefilter, wordlist
from briefing.language.addresses import is_web_address
from briefing.model import Known

_HEAD = 4_000  # characters at the top of a page among which such a comment stands
_COMMENTS = prefilter.make_ready(wordlist.patterns("mul", "saving").values())


def say_saving(found: Content, markup: str) -> Content:
    """What was read of a page, with the address and the moment that its saving left in it.

    What the page itself declares stands before the address.
    """
    match = _COMMENTS.find(markup[:_HEAD])
    if match is None:
        return found
    url = match["url"]
    facts = {"url": Known(value=url, basis="stated", note="the saved page")}
    return replace(
        found,
        facts={**(facts if is_web_address(url) else {}), **found.facts},
        retrieved=found.retrieved or _saved_at(match.groupdict()),
    )


def _saved_at(said: Mapping[str, str | None]) -> str | None:
    """The moment in UTC, None where there is none or no such one."""
    days = dateline.find_days(said.get("day") or "")
    if not days:
        return None
    try:
        moment = datetime.fromisoformat(f"{days[0]}T{said['time']}{said['zone']}")
    except ValueError:
        return None
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
