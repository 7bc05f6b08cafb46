"""A claim and what another voice says right behind it: a row, and none where it answers nothing."""

import pytest

from briefing.events.replies import list_replies
from tests.events.making import read

HAPPENED, HOW_MUCH, HOW_MANY = "Whether it happened", "How much", "How many"


def rows(text):
    return list_replies([read("a", text)])


@pytest.mark.parametrize(
    ("claim", "answer", "topic"),
    [
        ("Two officials of the bank said the request had come from the ministry.",
         "The ministry denied it.", HAPPENED),
        ("A manager told the Courier that the Senta brewery would close.",
         "A spokeswoman for the owner said that was untrue.", HAPPENED),
        ("Lena Horvat said that she had been offered a post if she kept silent.",
         "The party called that “a fairy tale”.", HAPPENED),
        ("The union said that the guard had been drinking.",
         "The railway rejected the accusation.", HAPPENED),
        ("The nurse Ewa Lind said that the clinic had known of the mould for a year.",
         "The clinic dismissed the claim as baseless.", HAPPENED),
        ("The opposition said that the ballots had been counted twice.",
         "The electoral board strongly denied the allegations.", HAPPENED),
        ("The rider told the radio that he had been given the drug by a coach.",
         "The team described his claims as a malicious invention.", HAPPENED),
        ("The slide began at the foot of the heap, the institute said.",
         "That contradicts the expert of the owner, who had placed it 150 metres lower.", HAPPENED),
        ("Fans said that the police had used dogs.",
         "Police later said the report was false.", HAPPENED),
        ("The bank puts its net reserves at 4 billion dollars.",
         "The ministry puts them at 11 billion.", HOW_MUCH),
        ("The march drew 40,000 people, the organisers said.",
         "The police put the number of marchers at 12,000.", HOW_MANY),
        ("The minister said that the dam would cost 85 million euros.",
         "The audit office estimated the cost of the dam at 140 million euros.", HOW_MUCH),
        ("The firm says that it will save $350 million a year.",
         "Analysts at Sabre reckon the true figure is nearer $200 million.", HOW_MUCH),
        ("Clerks of the port say that the number of barges turned away has gone above 900.",
         "The board has it at 640.", HOW_MANY),
        ("The union says that 1,400 posts will go.",
         "The firm gives the figure as just 900.", HOW_MANY),
        ("The guild said that 340 stalls had burnt.",
         "The town had them at 210, and the insurer paid.", HOW_MANY),
        ("The laboratory found that the drug had helped 62% of the patients.",
         "A rival team put the share of such patients at 31%.", HOW_MUCH),
    ],
)  # fmt: skip
def test_a_reply_makes_a_row(claim, answer, topic):
    for text in (f"{claim} {answer}", f"{claim}\n\n{answer} It rained."):
        (row,) = rows(text)
        assert row.topic == topic
        assert [one.text for one in row.positions] == [claim, answer]


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("Two officials of the bank said the request had come.", "The bank is in Kardan."),
        ("The guild said that 340 stalls had burnt.", "The town has 210."),
        ("The guild said that 340 stalls had burnt.", "The mayor has it at heart."),
        ("The guild of Tarn counted 340 stalls.", "The guild of Olm counted 210."),
        ("Parliament debated the bill for nine hours.", "The upper house rejected it."),
        ("The mayor said that the fair would open.", "Visitors called it a great day."),
        ("The ministry said that the road was safe.", "The ministry denied it had known more."),
        ("The union said that pay would rise.", "The union denied the report."),
        ("The judge said that the case was hard.", "The lawyer said it was wrong to wait."),
        ("The firm said that 40 had been hired.", "The firm puts the cost at 3 million euros."),
        ("The march drew 40,000 people, the organisers said.",
         "The police put the number of marchers at 40,000."),
        ("The march drew 40,000 people and 300 dogs, the organisers said.",
         "The police put the number at 12,000."),
        ("The lira fell by 9%, traders said.", "The ministry puts its reserves at 11 billion."),
        ("The board denied the claims of the union.", "The union dismissed the claim as false."),
        ("The ruling was a blow, a lord said.", "He denied it amounted to a crisis."),
        ("The verdict was unanimous.", "Odo Brandt has always denied the charges."),
        ("The jury heard nine witnesses.", "The nurse, who wept, denied the charge."),
        ("Nobody was hurt in the blast.", "The coach put his bag at the door at 9."),
    ],
)  # fmt: skip
def test_what_answers_nothing_makes_none(claim, answer):
    assert rows(f"{claim} {answer}") == ()


def test_two_halves_of_a_sentence_are_two_sides():
    (row,) = rows(
        "The ministry said it had sold 2.5 billion dollars of reserves; the budget office put the"
        " sales at 7.1 billion."
    )
    assert [one.text for one in row.positions] == [
        "The ministry said it had sold 2.5 billion dollars of reserves",
        "The budget office put the sales at 7.1 billion.",
    ]


def test_a_word_of_doubt_may_stand_between():
    claim = "Mr Vaughn promises to save $350 million a year, the firm said."
    (row,) = rows(f"{claim} Analysts doubt it. They reckon the true figure is nearer $200 million.")
    assert row.topic == HOW_MUCH
    assert row.positions[1].text == (
        "Analysts doubt it. They reckon the true figure is nearer $200 million."
    )
