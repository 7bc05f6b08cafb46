"""Candidates made anew from what a brief cites."""

from hypothesis import given
from hypothesis import strategies as st

from briefing import split
from briefing.languages.en import reading
from briefing.offer.candidates import offer_candidates
from briefing.offer.rebuild import rebuild_candidates
from tests.languages.en.articles import article

TEXT = (
    "The harbour of Vellin was closed on Monday after a barge had struck the northern quay.\n\n"
    "The mayor, Anna Rossi, said that the quay would be mended by the spring. She added that the "
    "town would pay for it."
    "\n\nTwo ships of the line were sent to Castren, where they will stay until the works are "
    "over. The master of the"
    " harbour said that no more than three ships could be taken in. The owners of the two ships "
    "denied it."
    "\n\nThe town of Vellin pays for two works:\n\n- a new light on the northern quay;\n"
    "- The harbour of Castren gets a crane.\n- The old mole of Vellin is mended.\n"
)


def read():
    document, _ = article(TEXT, "Vellin Gazette")
    return reading.read_language(document, split.split_passages(document), ())


READ = read()
MADE = offer_candidates(READ, lambda _passage: ())


def test_every_candidate_is_made_again_from_its_bases():
    assert any(len(one.statement.citations) > 1 for one in MADE)
    for one in MADE:
        assert one in rebuild_candidates(READ, one.statement.citations)


@given(st.sampled_from(MADE), st.data())
def test_no_basis_stands_twice_or_in_another_order(one, data):
    bases = one.statement.citations
    other = data.draw(st.sampled_from([*bases, *(b for c in MADE for b in c.statement.citations)]))
    orders = [(*bases, bases[0]), (bases[-1], *bases), tuple(reversed(bases)), (other, other)]
    wrong = data.draw(st.sampled_from(orders))
    assert wrong == bases or not rebuild_candidates(READ, wrong)


def test_neither_an_item_nor_the_line_before_it_is_made_alone():
    listed = [one for one in MADE if one.statement.text.startswith("The town of Vellin pays")]
    assert [len(one.statement.citations) for one in listed] == [2, 2, 2]
    (line, first), (_, second), (_, third) = (one.statement.citations for one in listed)
    for bases in [(line,), (first,), (third,), (first, second), (line, first, third)]:
        assert not rebuild_candidates(READ, bases)
