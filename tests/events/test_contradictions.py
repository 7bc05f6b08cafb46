"""What one outlet says and another denies: a row where only one can be right, none elsewhere."""

import pytest

from briefing.events.contradictions import TOPICS
from briefing.events.differing import keep_chief, list_differing
from tests.events.making import read

HAPPENED, IS_SO, WAY = "Whether it happened", "Whether it is so", "Which way it went"
WHY = "What caused it"


def rows(*articles, older=()):
    """The rows of articles, each a text with its day and outlet where they matter."""
    told = [(one, "2025-03-12") if isinstance(one, str) else one for one in articles]
    readings = [
        read(name, text, published=day) for name, (text, day) in zip("abc", told, strict=False)
    ]
    families = {one.document.id: one.document.id for one in readings}
    return contradicting(readings, families, frozenset(older))


def contradicting(readings, families, older=frozenset()):
    """The rows that are of no figure."""
    found = list_differing(readings, families, older)
    return tuple(row for row in found if row.topic in TOPICS)


@pytest.mark.parametrize(
    ("claim", "denial", "topic"),
    [
        ("The council closed the bridge at Rodeck on Friday, a spokesman said.",
         "The bridge at Rodeck was not closed on Friday, the council said.", HAPPENED),
        ("Government troops shelled the village of Orle, residents said.",
         "The general denied that his troops had shelled the village of Orle.", HAPPENED),
        ("The driver had passed a red signal, police said.",
         "Norlin Rail rejected a statement that the driver had gone through a red light.", HAPPENED),
        ("The army used tear gas against the miners, witnesses said.",
         "No tear gas was used against the miners, the army said.", HAPPENED),
        ("The student was hit by a rubber bullet, his lawyer said.",
         "No rubber bullets were used against the student, the minister said.", HAPPENED),
        ("Nordic Steel will close its mill in Harrow, the union said.",
         "Nordic Steel does not plan to shut its plant in Harrow, its director said.", HAPPENED),
        ("Rivals made an offer for the mill of Harrow, the mayor said.",
         "Rivals never offered for the mill of Harrow, their director said.", HAPPENED),
        ("The vote in Orle was free and fair, observers said.",
         "The vote in Orle was neither free nor fair, a monitor said.", HAPPENED),
        ("The clinic in Lund was a hospital of the army, a nurse said.",
         "The clinic in Lund was not a hospital of the army, the director said.", IS_SO),
        ("The engineers warned the owner of the dam at Orle, the union said.",
         "The engineers failed to warn the owner of the dam at Orle, the police said.", HAPPENED),
        ("A jury in Palm convicted the dealer Otto Hahn of murder, the radio said.",
         "A jury in Palm found the dealer Otto Hahn not guilty of murder.", WAY),
        ("Shares of Brask fell 4 percent on Wednesday.",
         "Brask's shares climbed 4 percent on Wednesday, traders said.", WAY),
        ("The city of Dorn banned the rally on Saturday, officials said.",
         "The city of Dorn allowed the rally on Saturday, the organisers said.", WAY),
        ("The fire at the mill in Orle was caused by a lamp, the owner said.",
         "A short circuit caused the blaze at the mill in Orle, the police said.", WHY),
        ("The dam above Quern gave way because a spillway was blocked, an engineer said.",
         "The operator blamed the collapse of the dam above Quern on an earthquake.", WHY),
        ("The fire at the mill in Orle broke out because of a broken lamp, the owner said.",
         "The police blamed a short circuit for the fire at the mill in Orle.", WHY),
        ("Controllers sent a command to destroy it, the range office of Orle said.",
         "Orbita denied that a destruct command had been sent.", HAPPENED),
        ("The petrol tax in Zembla will be lowered in July, the minister said.",
         "The petrol tax in Zembla will be raised in July, the Greens said.", WAY),
        ("The water in Tessel is safe, the mayor said.",
         "The water in Tessel is unsafe, the laboratory said.", WAY),
    ],
)  # fmt: skip
def test_a_claim_and_its_denial_make_a_row(claim, denial, topic):
    (row,) = rows(claim, denial)
    assert (row.topic, [one.text for one in row.positions]) == (topic, [claim, denial])
    assert [(p.value, p.as_of, len(p.citations)) for p in row.positions] == [
        ("", "2025-03-12", 1)
    ] * 2
    assert [one.topic for one in rows(denial, claim)] == [topic]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council closed the bridge at Rodeck.", "The bridge at Rodeck was closed, police said."),
        ("The council closed the bridge at Rodeck.",
         "The council did not close the bridge at Selm."),
        ("Rebels attacked the town of Orle, residents said.",
         "The army did not attack the town of Orle, a colonel said."),
        ("Troops shelled the village of Orle.",
         "Not only troops but police shelled the village of Orle."),
        ("The club sold the stadium to a bank, the mayor said.",
         "The club has not yet sold the stadium to a bank."),
        ("The patients in Lund were vaccinated in March.",
         "Not all of the patients in Lund were vaccinated in March."),
        ("Exports from Varna rose in April.", "Imports to Varna fell in April."),
        ("Shares in Nordic Steel rose on Monday.", "Shares in Nordic Steel fell on Tuesday."),
        ("Shares in Nordic Steel rose on Monday.", "Shares in Brask fell on Monday."),
        ("The jury convicted Hahn of theft in Palm.", "The jury acquitted Hahn of murder in Palm."),
        ("The factory in Senta had windows on three floors.",
         "The factory in Senta had no windows in the cellar."),
        ("The bank in Senta failed in May, the regulator said.",
         "The bank in Senta would not have failed without the loans, the auditor said."),
        ("The pilot of the Brenna had been drinking, investigators said.",
         "It is not known whether the pilot of the Brenna had been drinking."),
        ("The dam at Orle burst on Tuesday.", "In 1998 the dam at Orle did not burst."),
        ("The port lost 80 ships in Orle.", "The port did not lose 60 ships in Orle."),
        ("The state of Orle is the place I want to raise my son, she said.",
         "She did not want to raise her son in the state of Orle, a mother said."),
        ("The minister hopes to open the bridge at Orle.",
         "The mayor said that he did not hope to open the bridge at Orle."),
        ("The army of Orle will not be used for raids on the border state, he said.",
         "Tension due to rising raids by the army of Orle grew."),
        ("The fire at the mill in Orle was caused by a lamp, the owner said.",
         "The fire at the mill in Orle was caused by the lamp of a guard, the police said."),
        ("The fire at the mill in Orle was caused by a lamp, the owner said.",
         "A short circuit caused the crash of the train in Orle, the police said."),
        ("A tanker was seized by armed men off Orle, the owner said.",
         "The rebels denied that the group had seized the ship."),
        ("The mayor of Orle also has experience of law in the state.",
         "The mayor of Orle has no federal experience of law."),
        ("The team of the mayor in Orle responded to the request, he said.",
         "A spokesman of the mayor in Orle did not respond to an email."),
        ("Many have speculated that the house offered a post in Orle to the mayor.",
         "The house never offered a post in Orle to the mayor, he said."),
        ("Anger about the mill in Orle grew because of the wages, he said.",
         "Doubt about the mill in Orle grew because of the noise, she said."),
        ("The council denied that it had not closed the bridge at Orle.",
         "The council closed the bridge at Orle."),
    ],
)  # fmt: skip
def test_what_may_both_be_right_makes_none(one, other):
    assert rows(one, other) == ()
    assert rows(other, one) == ()


CLAIM = "The club sold the stadium in Orle to a bank, the mayor said."
DENIAL = "The club did not sell the stadium in Orle to a bank, a director said."


def test_what_was_denied_before_it_was_told_may_have_happened_since():
    assert rows((CLAIM, "2025-03-12"), (DENIAL, "2025-03-10")) == ()
    (row,) = rows((CLAIM, "2025-03-12"), (DENIAL, "2025-03-14"))
    assert [one.as_of for one in row.positions] == ["2025-03-12", "2025-03-14"]
    by_name = "The club denied that it had sold the stadium in Orle to a bank."
    assert len(rows((CLAIM, "2025-03-12"), (by_name, "2025-03-10"))) == 1


def test_articles_far_apart_and_older_versions_and_families_contradict_nothing():
    assert rows((CLAIM, "2025-03-12"), (DENIAL, "2025-04-12")) == ()
    assert rows(CLAIM, DENIAL, older=("a",)) == ()
    readings = [read("a", CLAIM), read("b", DENIAL)]
    assert contradicting(readings, {"a": "f", "b": "f"}) == ()


def test_two_speakers_of_one_article_may_differ_and_one_may_not():
    assert len(rows(f"{CLAIM}\n\n{DENIAL}")) == 1
    assert rows(f"{CLAIM}\n\n{DENIAL.replace('a director', 'the mayor')}") == ()


def test_a_denial_right_behind_a_claim_stands_beside_it_once():
    claim = "The firm paid a ransom before the raid, a negotiator said."
    (row,) = rows(f"{claim} The company said that no ransom had been paid.")
    assert [one.text for one in row.positions] == [
        claim,
        "The company said that no ransom had been paid.",
    ]


def test_a_brief_shows_each_sentence_once():
    found = rows(CLAIM, DENIAL, CLAIM.replace("the mayor", "a nurse"))
    assert len(found) == 2
    assert keep_chief(found) == found[:1]
    assert keep_chief(found, found[:1]) == ()
