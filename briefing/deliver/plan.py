"""Who is owed an edition: pure decisions over what the receipts prove.

A reader gets an edition once by mail, whichever courier carried it. What went into an outbox counts
for the outbox
only: a desk tries that first, and its readers have nothing of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

State = Literal["due", "served", "later", "waiting", "refused", "ambiguous", "nothing"]

_LONGEST = timedelta(days=1)  # between two tries
_OUTBOX = "outbox"


class KnownReceipt(Protocol):
    """What is recorded of one message: see `state.deliveries.Delivery`."""

    @property
    def edition(self) -> int: ...  # noqa: D102
    @property
    def courier(self) -> str: ...  # noqa: D102
    @property
    def outcome(self) -> str: ...  # noqa: D102
    @property
    def attempts(self) -> int: ...  # noqa: D102
    @property
    def answer(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPolicy:
    """What the config decides: see `mail` in the docs. `retry_after` is the first pause."""

    unanswered: Literal["leave", "resend"]
    attempts: int
    retry_after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a reader stands with an edition, and why, in words. `attempts` made so far."""

    state: State
    words: str
    attempts: int = 0

    @property
    def owed(self) -> bool:
        """Whether the reader should have the edition by now and is not known to have it."""
        return self.state in {"due", "later", "refused", "ambiguous"}


def of_courier(name: str, receipts: Sequence[KnownReceipt]) -> list[KnownReceipt]:
    """Keep the receipts that count for a courier."""
    return [one for one in receipts if (one.courier == _OUTBOX) == (name == _OUTBOX)]


def judge_standing(
    edition: int,
    receipts: Sequence[KnownReceipt],
    policy: DeliveryPolicy,
    now: datetime,
    *,
    ready: str = "",
) -> Standing:
    """Say where a reader stands with `edition`, by the receipts that count for the courier.

    `ready` is '' where the reader's own cadence lets mail go now, else when it will, in words.
    `now` is aware. What a reader's `send_when` says of the content is not asked here.
    """
    if any(one.edition > edition and one.outcome in {"sent", "ambiguous"} for one in receipts):
        return Standing(state="served", words="has a newer edition")
    own = [one for one in receipts if one.edition == edition]
    if own:
        return _judge_receipt(max(own, key=lambda one: one.at), policy, now)
    if ready:
        return Standing(state="waiting", words=ready)
    return Standing(state="due", words="not sent yet")


def _judge_receipt(last: KnownReceipt, policy: DeliveryPolicy, now: datetime) -> Standing:
    """Say where a reader stands by the last receipt for an edition."""
    words = f"{last.outcome} {last.at}: {last.answer}"
    match last.outcome:
        case "sent":
            return Standing(state="served", words=words, attempts=last.attempts)
        case "refused":
            return Standing(state="refused", words=words, attempts=last.attempts)
        case "deferred":
            return _judge_deferred(last, policy, now)
        case _:
            return _judge_ambiguous(last, policy)


def _judge_deferred(last: KnownReceipt, policy: DeliveryPolicy, now: datetime) -> Standing:
    if last.attempts >= policy.attempts:
        words = f"given up after {last.attempts} attempts: {last.answer}"
        return Standing(state="refused", words=words, attempts=last.attempts)
    next_try = datetime.fromisoformat(last.at) + next_pause(last.attempts, policy)
    if now < next_try:
        words = f"put off until {next_try:%Y-%m-%d %H:%M} UTC: {last.answer}"
        return Standing(state="later", words=words, attempts=last.attempts)
    return Standing(state="due", words=f"put off before: {last.answer}", attempts=last.attempts)


def _judge_ambiguous(last: KnownReceipt, policy: DeliveryPolicy) -> Standing:
    if (
        policy.unanswered == "resend"
        and last.outcome == "ambiguous"
        and last.attempts < policy.attempts
    ):
        return Standing(
            state="due", words=f"may have arrived: {last.answer}", attempts=last.attempts
        )
    words = f"may have arrived {last.at}, not sent again: {last.answer or 'a message is under way'}"
    return Standing(state="ambiguous", words=words, attempts=last.attempts)


def next_pause(attempts: int, policy: DeliveryPolicy) -> timedelta:
    """How long to wait after so many attempts: doubled each time, a day at most."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 20)
    return min(_LONGEST, policy.retry_after * doubled)


def wants_edition(
    send_when: str, *, first: bool, news: bool, material: bool, withdrawn: bool
) -> bool:
    """Whether an edition's content is a reason to write to a reader.

    The first mail always is, and so is a statement withdrawn that the reader was sent.
    """
    if first or withdrawn or send_when == "always":
        return True
    return material if send_when == "material" else news
