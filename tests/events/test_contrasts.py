"""Two voices that exclude each other, beside each other or in two articles, whatever they speak
of.
"""

import pytest

from briefing.events.contrasts import list_contrasts, list_denied
from briefing.events.differing import list_differing
from tests.events.making import read

HAPPENED, WHY = "Whether it happened", "What caused it"


def beside(text):
    return list_contrasts([read("a", text)])


@pytest.mark.parametrize(
    ("claim", "answer", "topic"),
    [
        ("The ministry said that a letter had been sent to every school by courier.",
         "The headmaster of Lorn, Ib Dahl, said no such letter had reached him.", HAPPENED),
        ("The guards say that a whistle was blown at the gate.",
         "Fishermen insist that there was no such whistle.", HAPPENED),
        ("The farmers' union says that it asked the bank for a loan in spring.",
         "The bank said that it was asked for no loan.", HAPPENED),
        ("The lawyer maintains that spoiled milk from the canteen was to blame.",
         "“We have not had milk on the counter for weeks,” the cook said.", HAPPENED),
        ("A neighbour told police that he saw Ruud Bakker drive past the mill.",
         "The miller, Jan Pot, said that Bakker never drove past.", HAPPENED),
        ("The orchestra says it was, as two members recall, the first to arrive.",
         "The porter says it was the last to come.", HAPPENED),
        ("Sunde maintains that it was called off by both sides.",
         "The club says that it alone called it off.", HAPPENED),
        ("The tenants say that they complained of the lift as early as March.",
         "The landlord's answer: it first heard of the fault in June.", HAPPENED),
        ("The auditors say that the books were kept in a cellar in Mora.",
         "The treasurer replied that the books had been moved there by the auditors.", HAPPENED),
        ("The harbour police believe that a loose rope pulled the mast down.",
         "The owner speaks of a sudden gale.", WHY),
        ("Engineers said again that the valve had failed.",
         "Norsk Dam, the operator, blames the flood.", WHY),
        ("The bakery blames the mill, which delivered late.", "The mill blames the bakery.", WHY),
    ],
)  # fmt: skip
def test_two_voices_beside_each_other_make_a_row(claim, answer, topic):
    for text in (f"{claim} {answer}", f"{claim}\n\n{answer} It rained."):
        (row,) = beside(text)
        assert row.topic == topic
        assert row.positions[0].text.endswith(claim)
        assert row.positions[1].text == answer


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("The ministry said that a letter had been sent.", "The mayor said no help had come."),
        ("Police said the road was open.", "The operator did not comment on the road."),
        ("The union said that the gates were locked.", "The company would not say who locked them."),
        ("Sunde said that it was called off by both sides.", "Sunde said it alone called it off."),
        ("Who sent the letter?", "The bank said that no such letter had been sent."),
        ("I say that a letter is a letter.", "The bank said that no such letter had come."),
        ("The minister said none of his clerks was in prison.",
         "A tenth clerk has died in hospital, doctors say."),
        ("The report said in 2014 that the clerk had taken gold.",
         "The court said that in 2013 the clerk had not taken gold."),
        ("So far there have been no floods of mud in the vale, said Mr Grave.",
         "Maria Lund said that when floods come they last for days."),
        ("She asked the board to stop the sale.", "The minister replied that the board was free."),
        ("The mayor said that the town would rebuild.", "The opposition blames the mayor."),
        ("The mayor praised the plan.", "The guild said it was the first of its kind."),
        ("Police said that the mill should not have burned.", "The owner said that it burned."),
        ("Five men fell ill, according to a nurse; two have since died.",
         "The home's owner confirms the deaths and nothing besides."),
        ("The guild said that nine barges sank.", "The harbour confirmed the loss and no more."),
    ],
)  # fmt: skip
def test_what_excludes_nothing_makes_none(claim, answer):
    assert beside(f"{claim} {answer}") == ()


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("Police say that some 3,000 people stood in Well Square last night.",
         "The teachers' union, which called the rally, speaks of twenty thousand."),
        ("The broker Moss & Fitch reckons that the pair would have 58 percent of the meters.",
         "The company's own list says 37, counting gas meters."),
        ("The mayor of Lorn, Ib Dahl, says that she has had 860 tents.",
         "The army says 3,000 are up."),
        ("The clinic said that 247 people were now in its beds, six more than on Friday.",
         "But Olga Brand, a nurse, said that the lists pointed to 290, most of them unnamed."),
    ],
)  # fmt: skip
def test_a_figure_without_a_noun_counts_what_was_counted_before(claim, answer):
    (row,) = (one for one in beside(f"{claim} {answer}"))
    assert row.topic == "How many"
    assert row.positions[1].text == answer


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("Police say that some 3,000 people stood in the square.",
         "The clinic said it had treated and sent home 30 by noon."),
        ("Police say that some 3,000 people stood in the square.", "The union says 40 dogs came."),
        ("Police say that 300 men and 200 women came.", "The union speaks of 900."),
        ("Two, says the league.", "One, says the club."),
        ("Police say that 3,000 people came.", "Police later spoke of 4,000."),
        ("Police say that 30 people came.", "The union speaks of 30."),
        ("According to the guard, 168 patients had been moved by then.",
         "The clinic put delayed births at 1,050, more than its doctors had thought last week."),
        ("According to the union, 40 men had walked out by noon.",
         "The mill put unsold sacks at 300, fewer than its clerks had feared."),
        ("Nine clerks of its own came, says the bank.", "Thirty, it says, of the other's."),
    ],
)  # fmt: skip
def test_a_figure_of_something_else_makes_none(claim, answer):
    assert beside(f"{claim} {answer}") == ()


def test_two_parts_of_a_sentence_are_told_behind_what_they_point_at():
    (row,) = beside(
        "The parade had been planned for Monday. Sunde maintains that it was put off by mutual"
        " consent; the town has said it alone cancelled it."
    )
    first, second = (one.text for one in row.positions)
    assert first.startswith("The parade had been planned for Monday")
    assert first.endswith("Sunde maintains that it was put off by mutual consent.")
    assert second == "The town has said it alone cancelled it."


def test_a_side_that_points_at_nobody_near_makes_no_row():
    assert (
        beside(
            "Her manager, Ove Lind, said she had first heard of it on Wednesday.\n\n"
            "The office said she had been told a week earlier."
        )
        == ()
    )


def apart(told, denied, *, later=False):
    days = ("2025-03-10", "2025-03-11") if later else ("2025-03-11", "2025-03-11")
    one = read("a", told, outlet="The Post", published=days[0])
    other = read("b", denied, outlet="The Echo", published=days[1])
    return list_denied([one, other], {"a": "a", "b": "b"})


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Liv Moe, a nurse, found the cupboards of the ward chained.",
         "The clinic said: It is untrue that any cupboard was secured with a chain."),
        ("Two guards were hurt at the gate.", "Not a single guard was hurt, the warden told us."),
        ("Every salary for October was paid in full.",
         "Three cooks told the Echo that they had not had their pay for October."),
        ("The court heard that Ruud Bakker had killed his stepson.",
         "Bakker denied that he killed his stepson, according to his lawyer."),
    ],
)  # fmt: skip
def test_what_one_article_denies_and_another_tells_makes_a_row(told, denied):
    for later in (False, True):
        (row,) = apart(told, denied, later=later)
        assert {one.text for one in row.positions} == {told, denied}


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Two guards were hurt at the gate.", "Not a single dog was hurt, the warden told us."),
        ("Two guards were hurt at the gate.", "Not a single guard was hurt."),  # who says so?
        ("Two guards will be hurt, a cook fears.", "No guard was hurt, the warden told us."),
        ("The guards of the gate wept.", "The warden said that no guard had slept."),
        ("The court heard that Bakker had killed his dog in 2019.",
         "Bakker denied that he killed his dog in 2021, according to his lawyer."),
    ],
)  # fmt: skip
def test_what_is_denied_of_something_else_makes_none(told, denied):
    assert apart(told, denied) == ()


def test_what_was_denied_before_it_was_told_may_have_happened_since():
    told, denied = "Two guards were hurt at the gate.", "No guard was hurt, the warden told us."
    one = read("a", told, outlet="The Post", published="2025-03-12")
    other = read("b", denied, outlet="The Echo", published="2025-03-10")
    assert list_denied([one, other], {"a": "a", "b": "b"}) == ()


def test_versions_of_one_article_deny_nothing():
    told, denied = "Two guards were hurt at the gate.", "No guard was hurt, the warden told us."
    pair = [read("a", told, outlet="The Post"), read("b", denied, outlet="The Post")]
    assert list_denied(pair, {"a": "a", "b": "a"}) == ()


def test_a_figure_that_is_named_as_wrong_is_held_beside_whoever_gave_it():
    one = read("a", "The league says that the rower has two missed tests on her record.",
               outlet="The Post")  # fmt: skip
    other = read("b", "According to the club the rower has one missed test, not two.",
                 outlet="The Echo")  # fmt: skip
    third = read("c", "The league says that a swimmer won two tests.", outlet="The Sun")
    (row,) = list_differing([one, other, third], {"a": "a", "b": "b", "c": "c"}, frozenset())
    assert row.topic == "How many"
    assert [one.citations[0].document for one in row.positions] == ["a", "b"]
