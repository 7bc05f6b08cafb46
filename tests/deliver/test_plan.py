from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from briefing.deliver.plan import (
    DeliveryPolicy,
    judge_standing,
    next_pause,
    of_courier,
    wants_edition,
)
from briefing.mailing.couriers import why_not_ready
from briefing.settings.mail import MailCadence

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
POLICY = DeliveryPolicy(unanswered="leave", attempts=4, retry_after=timedelta(minutes=15))


@dataclass(frozen=True, kw_only=True)
class Receipt:
    edition: int = 3
    courier: str = "smtp"
    outcome: str = "sent"
    attempts: int = 1
    answer: str = "250 ok"
    at: str = "2026-11-22T11:50:00Z"


@pytest.mark.parametrize(
    ("receipts", "state", "owed"),
    [
        ([], "due", True),
        ([Receipt()], "served", False),
        ([Receipt(edition=2)], "due", True),
        ([Receipt(edition=4)], "served", False),
        ([Receipt(edition=4, outcome="refused")], "due", True),
        ([Receipt(edition=4, outcome="ambiguous")], "served", False),
        ([Receipt(outcome="refused")], "refused", True),
        ([Receipt(outcome="ambiguous")], "ambiguous", True),
        ([Receipt(outcome="intended")], "ambiguous", True),
        ([Receipt(outcome="deferred")], "later", True),
        ([Receipt(outcome="deferred", at="2026-11-22T11:45:00Z")], "due", True),
        ([Receipt(outcome="deferred", attempts=2, at="2026-11-22T11:45:00Z")], "later", True),
        ([Receipt(outcome="deferred", attempts=4, at="2026-01-01T00:00:00Z")], "refused", True),
    ],
)
def test_the_receipts_say_where_a_reader_stands(receipts, state, owed):
    found = judge_standing(3, receipts, POLICY, NOW)
    assert (found.state, found.owed) == (state, owed)


@pytest.mark.parametrize(
    ("receipts", "words", "attempts"),
    [
        ([], "not sent yet", 0),
        ([Receipt(edition=4, attempts=2)], "has a newer edition", 0),
        ([Receipt(attempts=2)], "sent 2026-11-22T11:50:00Z: 250 ok", 2),
        (
            [Receipt(outcome="refused", attempts=2, answer="550 no")],
            "refused 2026-11-22T11:50:00Z: 550 no",
            2,
        ),
        (
            [Receipt(outcome="deferred", attempts=2, answer="451 later")],
            "put off until 2026-11-22 12:20 UTC: 451 later",
            2,
        ),
        (
            [Receipt(outcome="deferred", at="2026-11-22T11:00:00Z", answer="451 later")],
            "put off before: 451 later",
            1,
        ),
        (
            [Receipt(outcome="deferred", attempts=5, answer="451 later")],
            "given up after 5 attempts: 451 later",
            5,
        ),
        (
            [Receipt(outcome="ambiguous", answer="lost")],
            "may have arrived 2026-11-22T11:50:00Z, not sent again: lost",
            1,
        ),
        (
            [Receipt(outcome="intended", answer="")],
            "may have arrived 2026-11-22T11:50:00Z, not sent again: a message is under way",
            1,
        ),
        # the latest receipt speaks, in whatever order they come
        (
            [Receipt(at="2026-11-22T11:51:00Z"), Receipt(outcome="refused")],
            "sent 2026-11-22T11:51:00Z: 250 ok",
            1,
        ),
    ],
)
def test_where_a_reader_stands_is_said_in_words(receipts, words, attempts):
    found = judge_standing(3, receipts, POLICY, NOW)
    assert (found.words, found.attempts) == (words, attempts)


def test_whoever_would_rather_have_it_twice_is_due_again_but_not_for_ever():
    again = DeliveryPolicy(unanswered="resend", attempts=4, retry_after=timedelta(0))
    due = judge_standing(3, [Receipt(outcome="ambiguous", answer="lost", attempts=3)], again, NOW)
    assert (due.state, due.words, due.attempts) == ("due", "may have arrived: lost", 3)
    assert (
        judge_standing(3, [Receipt(outcome="ambiguous", attempts=4)], again, NOW).state
        == "ambiguous"
    )
    assert judge_standing(3, [Receipt(outcome="intended")], again, NOW).state == "ambiguous"


def test_a_reader_whose_day_has_not_come_waits_unless_a_try_was_made():
    waiting = judge_standing(3, [], POLICY, NOW, ready="waits for Monday")
    assert (waiting.state, waiting.words, waiting.owed) == ("waiting", "waits for Monday", False)
    put_off = Receipt(outcome="deferred", at="2026-11-22T10:00:00Z")
    assert judge_standing(3, [put_off], POLICY, NOW, ready="waits for Monday").state == "due"


def test_pauses_double_up_to_a_day():
    found = [next_pause(attempts, POLICY) for attempts in (0, 1, 2, 3, 4, 7, 8, 50)]
    assert found == [
        *(timedelta(minutes=minutes) for minutes in (15, 15, 30, 60, 120, 960)),
        *(timedelta(days=1),) * 2,
    ]


def test_what_lies_in_an_outbox_was_not_mailed():
    put, sent, queued = (
        Receipt(courier="outbox"),
        Receipt(courier="smtp"),
        Receipt(courier="sendmail"),
    )
    assert (
        of_courier("smtp", [put, sent, queued])
        == of_courier("sendmail", [put, sent, queued])
        == [sent, queued]
    )
    assert of_courier("outbox", [put, sent, queued]) == [put]


@pytest.mark.parametrize(
    ("send_when", "content", "wanted"),
    [
        ("always", {}, True),
        ("news", {}, False),
        ("news", {"news": True}, True),
        ("material", {"news": True}, False),
        ("material", {"news": True, "material": True}, True),
        ("material", {"first": True}, True),
        ("material", {"withdrawn": True}, True),
    ],
)
def test_what_is_a_reason_to_write(send_when, content, wanted):
    told = {"first": False, "news": False, "material": False, "withdrawn": False} | content
    assert wants_edition(send_when, **told) is wanted


@pytest.mark.parametrize(
    ("cadence", "last", "free"),
    [
        (None, NOW, True),
        (MailCadence(every="week"), None, True),
        (MailCadence(every="week", on="monday"), datetime(2026, 11, 16, 6, 0, tzinfo=UTC), False),
        (MailCadence(every="week", on="monday"), datetime(2026, 11, 16, 5, 59, tzinfo=UTC), True),
        (MailCadence(every="day", at="11:00"), datetime(2026, 11, 22, 10, 0, tzinfo=UTC), True),
        (MailCadence(every="day", at="13:00"), datetime(2026, 11, 21, 14, 0, tzinfo=UTC), False),
        (MailCadence(every="month", on="22", at="11:00"), datetime(2026, 11, 1, tzinfo=UTC), True),
        (MailCadence(every="month", on="22", at="13:00"), datetime(2026, 11, 1, tzinfo=UTC), False),
        (MailCadence(every="month", on="28"), datetime(2026, 10, 27, tzinfo=UTC), True),
        (
            MailCadence(every="day", at="13:30", zone="Europe/Athens"),
            datetime(2026, 11, 22, 11, 0, tzinfo=UTC),
            True,
        ),
    ],
)
def test_a_reader_of_their_own_cadence_gets_one_mail_in_each_period(cadence, last, free):
    assert (why_not_ready(cadence, last, NOW) == "") is free
