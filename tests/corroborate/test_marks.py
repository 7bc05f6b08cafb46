"""Statements that differ meet by a mark: what the index leaves out, comparing every pair would not
find either."""

from itertools import combinations

import pytest

from briefing.corroborate.kinds import KINDS
from briefing.corroborate.side import Side
from briefing.model import Attribution, Candidate, Citation, Statement

SENTENCES = (
    "Russian and Syrian officers toured the three villages near the border.",
    "Russian, Turkish and Syrian officers toured the three villages near the border.",
    "The purpose of the visit was not announced by the ministry.",
    "The purpose of the visit was to inspect the harbour.",
    "The convoy reached Port Arvo two weeks after the Delta Treaty was signed in Arvo.",
    "The convoy reached Port Arvo three weeks after the Delta Treaty was signed in Arvo.",
    "The forces of Arvo control most of the northern valley.",
    "The Arvo army occupied some parts of the northern valley.",
    "The ministry of Port Arvo counted 12 trucks at the Delta Gate on Monday.",
    "The ministry of Port Arvo counted 19 trucks at the Delta Gate on Monday.",
    "The ferry line will reopen before the winter and carry grain.",
    "The ferry line will not reopen before the winter and carry grain.",
    "The divers of Port Arvo found traces of an explosive on the hull.",
    "The divers of Port Arvo found no traces of an explosive on the hull.",
)


def side(number, text):
    """One statement of its own article, said by somebody as a judgement."""
    said = Attribution(speaker=f"Speaker {number}", kind="judgement")
    cited = Citation(
        document=f"d{number}",
        passage=1,
        start=0,
        end=len(text),
        quote=text,
        role="basis",
        attribution=said,
    )
    told = Statement(key=f"k{number}", text=text, parts=(), citations=(cited,))
    candidate = Candidate(
        statement=told, document=f"d{number}", passage=1, position=0, sections=(), cost=0
    )
    return Side.of(candidate, f"f{number}", ())


@pytest.mark.parametrize("kind", KINDS, ids=[kind.contrast.__name__ for kind in KINDS])
def test_two_that_differ_share_a_mark(kind):
    differing = [
        (left, right)
        for left, right in combinations([side(n, text) for n, text in enumerate(SENTENCES)], 2)
        if kind.contrast(left, right) is not None
    ]
    assert (
        differing or kind.contrast.__name__ == "contrast_visitor"
    )  # a visitor's home is known of pinned names alone
    for left, right in differing:
        assert (kind.seeks(left) & kind.gives(right)) | (kind.seeks(right) & kind.gives(left))
