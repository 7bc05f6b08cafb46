"""What a run of the mail came to: for people a line on the whole and one on each failure, for
programs all of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.edition.build import Outcome
from briefing.mailing.due_deliveries import Desk, DueRow
from briefing.mailing.renditions import Shelf

_RECEIPT = ("courier", "message_id", "outcome", "attempts", "answer", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did: the outcome for people, the readers for a program, and how many renditions it
    made.
    """

    outcome: Outcome
    number: int = 0
    rows: tuple[DueRow, ...] = ()
    renditions: int = 0


def make_report(
    desk: Desk,
    shelf: Shelf,
    notes: Iterable[str],
    rows: Sequence[DueRow],
    *,
    sent: int | None = None,
    everyone: bool = False,
) -> Report:
    """Say what came of it: a line on the whole, then one on each failure, or on everyone."""
    done, had = _WAYS.get(desk.courier.name, ("sent to", "readers have it"))
    number = shelf.kept.number
    states: list[str] = [row.standing.state for row in rows]
    served, failed = states.count("served"), sum(row.standing.owed for row in rows)
    counts = [f"{served} of {len(rows)} {had}"]
    counts += [f"{failed} owed or not known to have it"] if failed else []
    counts += [f"{states.count(state)} {word}" for state, word in _QUIET if states.count(state)]
    head = f"Brief {number}: " + (
        f"{done} {sent}; " if sent else "nothing to send: " if sent == 0 else ""
    )
    lines = [head + ", ".join(counts), *notes]
    lines += [_report_line(row, number) for row in rows if row.standing.owed or everyone]
    outcome = Outcome(message="\n".join(lines), exit_code=1 if failed else 0)
    return Report(outcome=outcome, number=number, rows=tuple(rows))


# An outbox has them; whether its readers do depends on whoever empties it.
_WAYS = {"outbox": ("put into the outbox for", "readers have theirs in the outbox")}
_QUIET = (("nothing", "with nothing new"), ("waiting", "waiting for their own day"))


def _report_line(row: DueRow, number: int) -> str:
    """Say where one reader stands, with the message and who carried it where there is one."""
    receipt = row.last(number)
    carried = f" [{receipt.courier} {receipt.message_id}]" if receipt else ""
    return f"{row.recipient.to}: {row.standing.words}{carried}"


def as_json(found: Report) -> dict[str, Any]:
    """A report as `--json` prints it: "owed" readers are due the edition and not known to have
    it.
    """
    return {
        "message": found.outcome.message,
        "exit_code": found.outcome.exit_code,
        "edition": found.number or None,
        "readers": [_row_json(row, found.number) for row in found.rows],
    }


def _row_json(row: DueRow, number: int) -> dict[str, Any]:
    last = row.last(number)
    receipt = {name: getattr(last, name) for name in _RECEIPT} if last is not None else None
    return {
        "to": row.recipient.to,
        "state": row.standing.state,
        "owed": row.standing.owed,
        "words": row.standing.words,
        "receipt": receipt,
    }
