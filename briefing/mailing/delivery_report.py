"""What a run of the mail came to: for people a line on the whole and one on each failure, for
programs all of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.deliver.channel import Channel
from briefing.deliver.plan import Standing
from briefing.edition.build import Outcome
from briefing.mailing.due_deliveries import Desk, DueRow
from briefing.mailing.renditions import Shelf
from briefing.state.ledger import Delivery

_RECEIPT = ("courier", "message_id", "outcome", "attempts", "answer", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """A channel, where it stands with the edition that it is due (0 for none), and its last
    receipt on that.
    """

    channel: Channel
    number: int
    standing: Standing
    receipt: Delivery | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did: the outcome for people, readers and channels for a program, and how many
    renditions it made.
    """

    outcome: Outcome
    number: int = 0
    rows: tuple[DueRow, ...] = ()
    renditions: int = 0
    channels: tuple[ChannelRow, ...] = ()


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
    lines = [f"Brief {number}: {_say_sent(done, sent)}{', '.join(counts)}", *notes]
    lines += [_report_line(row, number) for row in rows if row.standing.owed or everyone]
    outcome = Outcome(message="\n".join(lines), exit_code=1 if failed else 0)
    return Report(outcome=outcome, number=number, rows=tuple(rows))


def _say_sent(done: str, sent: int | None) -> str:
    """How many were `sent` now, in words; "" where nothing was to be sent now."""
    if sent is None:
        return ""
    return f"{done} {sent}; " if sent else "nothing to send: "


def report_channels(notes: Iterable[str], rows: Sequence[ChannelRow], *, everyone: bool) -> Report:
    """Say where channels stand: a line on the whole, then one on each failure, or on everyone."""
    served = sum(row.standing.state == "served" for row in rows)
    lines = [f"Channels: {served} of {len(rows)} have theirs", *notes]
    lines += [_channel_line(row) for row in rows if row.standing.owed or everyone]
    owed = any(row.standing.owed for row in rows)
    outcome = Outcome(message="\n".join(lines), exit_code=1 if owed else 0)
    return Report(outcome=outcome, channels=tuple(rows))


def _channel_line(row: ChannelRow) -> str:
    about = f"brief {row.number}, " if row.number else ""
    return f"{row.channel.name}: {about}{row.standing.words}"


def join_reports(reports: Sequence[Report]) -> Report:
    """Make one report of the mail's and the channels': the worse exit code of both."""
    if len(reports) == 1:
        return reports[0]
    mail, channels = reports
    outcome = replace(
        mail.outcome,
        message=f"{mail.outcome.message}\n{channels.outcome.message}",
        exit_code=max(mail.outcome.exit_code, channels.outcome.exit_code),
        busy=mail.outcome.busy and channels.outcome.busy,
    )
    return replace(mail, outcome=outcome, channels=channels.channels)


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
        "channels": [_channel_json(row) for row in found.channels],
    }


def _channel_json(row: ChannelRow) -> dict[str, Any]:
    return {
        "name": row.channel.name,
        "kind": row.channel.kind,
        "edition": row.number or None,
        "state": row.standing.state,
        "owed": row.standing.owed,
        "words": row.standing.words,
        "receipt": _receipt_json(row.receipt),
    }


def _receipt_json(receipt: Delivery | None) -> dict[str, Any] | None:
    if receipt is None:
        return None
    return {name: getattr(receipt, name) for name in _RECEIPT}


def _row_json(row: DueRow, number: int) -> dict[str, Any]:
    last = row.last(number)
    return {
        "to": row.recipient.to,
        "state": row.standing.state,
        "owed": row.standing.owed,
        "words": row.standing.words,
        "receipt": _receipt_json(last),
    }
