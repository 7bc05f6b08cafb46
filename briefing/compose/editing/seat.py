"""The seat of an editor beside the walk."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import EditorReply, EditorRequest

Ask = Callable[[EditorRequest], EditorReply | None]
"""What gives the reply to a request, None where nobody is asked about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorSeat:
    """Who chooses along, and what it may not see.

    `ask` may look a reply up or send for it: the walk does not know. `share` is the part of a
    section's room that one source may take, `private` the slugs of sections that are not asked
    about, `withheld` the documents of which nothing is shown.
    """

    model: str
    ask: Ask
    share: float = 0.5
    private: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
