"""What is taken for said again, and what is not, though nearly every word is."""

import pytest

from briefing.compose.repetition import WordsRead


@pytest.mark.parametrize(
    ("text", "other", "again"),
    [
        (
            "The tenants of the quay sued the guild over rent.",
            "The guild of the quay sued the tenants over rent.",
            False,
        ),
        (
            "Pilot Karl Lind hit guard Jo Bern on the pier.",
            "Guard Jo Bern hit pilot Karl Lind on the pier.",
            False,
        ),
        ("Gulls of Tolm outnumber the terns.", "Terns of Tolm outnumber the gulls.", False),
        (
            "The ledger shows the guild sold the quay.",
            "The guild sold the quay, the ledger shows.",
            True,
        ),
        ("Rents at the quay doubled in March.", "Rents at the quay halved in March.", False),
        ("Sales at the quay tripled in May.", "Sales at the quay shrank in May.", False),
        ("The gap at Tolm widened in May.", "The gap at Tolm narrowed in May.", False),
        (
            "The quay of Tolm cost the port 3m crowns.",
            "The quay of Tolm cost the port 3bn crowns.",
            False,
        ),
        (
            "The mill of Larch will rest five days.",
            "The mill of Larch will rest five weeks.",
            False,
        ),
        ("Rents at the quay jumped in March.", "Rents at the quay plunged in March.", False),
        ("Rents at the quay soared in March.", "Rents at the quay dropped in March.", False),
        ("The guild sued the port in May.", "The port sued the guild in May.", False),
        ("The pilots freed the guards at Tolm.", "The guards freed the pilots at Tolm.", False),
        (
            "The quay of Tolm cost the port 3m crowns.",
            "The quay of Tolm cost the port 3m crowns in all.",
            True,
        ),
        ("On Monday the council of Tolm met.", "The council of Tolm met on Monday.", True),
        ("The ferry sank near the lock off Tolm.", "The ship sank near the lock off Tolm.", True),
    ],
)
def test_what_turns_a_statement_round_does_not_say_it_again(text, other, again):
    assert WordsRead().find_repeated(text, (other,)) == ((0,) if again else ())
    assert again or not WordsRead().is_stale(text, (other,))


@pytest.mark.parametrize(
    ("text", "one_news", "again"),
    [
        ("The council closed the old mill bridge on Monday.", True, (0,)),
        ("The council closed the old mill bridge on Monday.", False, ()),
        (
            "The council closed the old mill bridge after 12 cracks.",
            True,
            (),
        ),  # a figure of its own
        ("Divers searched the harbour of Sorrel for a lost boat.", True, ()),
    ],
)
def test_one_news_in_half_of_the_words_is_told_once(text, one_news, again):
    told = "On Monday the council of Vellin closed the bridge by the mill to carts."
    assert WordsRead().find_retold(text, [told], [one_news]) == again


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild sued the port over the crane.", "The port sued the guild over the crane."),
        ("The mill of Larch will rest five days.", "The mill of Larch will rest five weeks."),
        ("Rents at the quay jumped in March.", "Rents at the quay plunged in March."),
        ("The barge held 40 kg of tin at Tolm.", "The barge held 40 tonnes of tin at Tolm."),
        ("The toll brought 30 per cent more.", "The toll brought 30 crowns more."),
        ("The pipe is 9 miles long at Tolm.", "The pipe is 9 metres long at Tolm."),
    ],
)
def test_of_one_news_what_turns_it_round_is_told_beside_it(text, told):
    assert WordsRead().find_retold(text, [told], [True]) == ()
