"""Figures of two outlets that can't both be right make a row, others none."""

import pytest

from briefing.events.amounts import TOPICS
from briefing.events.differing import list_differing
from tests.events.making import read


def rows(*articles):
    told = [(one, "2025-03-12") if isinstance(one, str) else one for one in articles]
    readings = [
        read(name, text, published=day) for name, (text, day) in zip("abc", told, strict=False)
    ]
    found = list_differing(readings, {one.document.id: one.document.id for one in readings}, ())
    return tuple(row for row in found if row.topic in TOPICS)


@pytest.mark.parametrize(
    ("one", "other", "topic"),
    [
        ("The new cranes in Altona cost the port 3m crowns.",
         "The new cranes in Altona cost the port 3bn crowns.", "How much"),
        ("Turnout in Tavora was 64 percent, the commission said.",
         "Turnout in Tavora had been 58 percent, a monitor said.", "How much"),
        ("Finor put the losses of Merkan at 910 million crowns.",
         "Losses of 640 million crowns had been hidden at Merkan.", "How much"),
        ("The government of Zembla will cut the deficit to 3 percent of output, it said.",
         "The deficit of Zembla will reach 4.6 percent of output, the auditors said.", "How much"),
        ("The strike in Altona will last five days, the union said.",
         "The strike in Altona will last five weeks, the port said.", "How long"),
        ("Duarte has agreed to a contract for five years with Galva.",
         "Duarte has agreed to a contract for four years with Galva.", "How long"),
        ("The port of Lisse hired 1,400 drivers, the union said.",
         "The port of Lisse hired 700 drivers, the company said.", "How many"),
        ("The port of Lisse hired at least 1,400 drivers.",
         "The port of Lisse hired 700 drivers, the company said.", "How many"),
        ("The port of Lisse hired twelve drivers.",
         "The port of Lisse hired fourteen drivers.", "How many"),
        ("Prize money of 500,000 euros must be paid back by Ivo Lazar, the league said.",
         "Ivo Lazar is to give back €400,000 of prize money, the league said.", "How much"),
        ("The rider Lazar gives back 500,000 euros of prize money.",
         "Lazar, the rider, has lost prize money of 300,000 euros.", "How much"),
        ("Senta asked the union for 40 million crowns in flood aid on Monday.",
         "Senta asked the union for flood aid of 60 million crowns on Monday.", "How much"),
    ],
)  # fmt: skip
def test_two_figures_of_one_thing_make_a_row(one, other, topic):
    (row,) = rows(one, other)
    assert (row.topic, [side.text for side in row.positions]) == (topic, [one, other])
    assert len(rows(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port of Lisse hired 1,400 drivers.", "The port of Lisse hired 1400 drivers."),
        ("The state had sought a sentence of nine years for the driver Vale.",
         "Ivo Brand, who testified for the state, was given a sentence of two years as a driver."),
        ("The miner Merkan had hidden losses of 640 million crowns in its books.",
         "The books of the brewer Finor showed losses of 910 million crowns."),
        ("The union offered Duarte a contract for five years in Lisse.",
         "In Lisse a contract for four years was given to Castren."),
        ("Zembla claims territorial waters of 12 miles.",
         "The record that Zembla published puts the barge 11.4 miles from the coast."),
        ("The port of Lisse hired 1,412 drivers.", "The port of Lisse hired 1,400 drivers."),
        ("The port of Lisse hired about 1,400 drivers.",
         "The port of Lisse hired 1,450 drivers."),
        ("The port of Lisse hired at least 1,400 drivers.",
         "The port of Lisse hired 1,700 drivers."),
        ("The port of Lisse hired 1,400 drivers.",
         "The port of Lisse hired up to 2,000 drivers."),
        ("The port of Lisse hired 1,400 drivers.",
         "The port of Lisse hired 900 of the 1,400 drivers."),
        ("The port of Lisse hired 1,400 drivers.", "The port of Lisse hired another 90 drivers."),
        ("The port of Lisse hired 1,400 drivers.", "The port of Lisse hired 90 cooks."),
        ("The port of Lisse hired 1,400 drivers.", "The port of Selm employs 90 drivers."),
        ("The port of Lisse hired 1,400 drivers.", "The port of Lisse wants 90 drivers."),
        ("The port of Lisse hired 1,400 drivers.", "The port of Lisse will employ 90 drivers."),
        ("The port of Lisse hired 1,400 drivers.",
         "The port of Lisse hired 90 drivers and 30 drivers of cranes."),
        ("Turnout in Tavora was 64 percent.", "In 1994 turnout in Tavora was 81 percent."),
        ("Shares of Brask rose 4 percent on Monday.", "Shares of Brask rose 2 percent on Tuesday."),
        ("Shares in Velo rose 21 percent.", "Shares in Brask rose 4 percent."),
        ("The tax in Zembla rose to 22 percent.", "The tax in Zembla rose from 20 percent."),
        ("Lazar must pay back 500,000 euros of prize money.", "Borg paid back 80,000 euros of prize money."),
        ("Lazar gives back 500,000 euros of prize money.", "Lazar must pay a fine of 80,000 euros."),
        ("In Lisse 12 people were killed, police said.", "In Lisse 14 people were killed, he said."),
    ],
)  # fmt: skip
def test_figures_that_may_both_be_right_make_none(one, other):
    assert rows(one, other) == ()
    assert rows(other, one) == ()


def test_a_figure_of_another_day_is_none_unless_both_name_one_day():
    one, other = "Off Lisse, 19 ships waited at sea.", "Off Lisse, 31 ships waited at sea."
    assert len(rows(one, other)) == 1
    assert rows((one, "2025-03-12"), (other, "2025-03-13")) == ()
    dated = [text.replace("waited", "waited on 11 March 2025") for text in (one, other)]
    assert len(rows((dated[0], "2025-03-12"), (dated[1], "2025-03-13"))) == 1
