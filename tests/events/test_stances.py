"""How a thing stands in words of which only one can be right: a row, and none where both may be."""

import pytest

from briefing.events.stances import list_stances
from tests.events.making import read

DAY, NEXT = "2025-03-12", "2025-03-13"


def rows(*told):
    """The rows of articles of a line or two, each a text, or one with its day."""
    readings = [
        read(name, *((text,) if isinstance(text, str) else text[:1]),
             published=DAY if isinstance(text, str) else text[1])
        for name, text in zip("abc", told, strict=False)
    ]  # fmt: skip
    return list_stances(readings, {one.document.id: one.document.id for one in readings})


DIFFERENT = [
    # courts
    ("The former mayor, Odo Brandt, was released on Tuesday, his lawyer said.",
     "The former mayor, Odo Brandt, is still in custody, the prison service said."),
    ("The driver, Lena Horvat, is in detention in Marl, the court said.",
     "The driver, Lena Horvat, was set free on Monday, a neighbour said."),
    ("The search of the Farrell house was lawful, the prosecutor said.",
     "The police search of the Farrell house was unlawful, her lawyer said."),
    ("Dr Ilk had permission to keep the Verning samples, his lawyer said.",
     "Dr Ilk kept the Verning samples without permission, the clinic said."),
    # business
    ("Tolland Steel plans to sell its Merrick works, two bankers said.",
     "The Merrick works is not for sale, a spokeswoman for Tolland Steel said."),
    ("Brask Foods is looking for a buyer for its Oddny brand.",
     "Oddny is not for sale and will stay with the group, Brask Foods said."),
    ("The shipowner Delmar pulled out of the Karsk terminal on Monday, the port said.",
     "Delmar has stayed loyal to the Karsk terminal, its director said on Wednesday."),
    ("Pernell's pension fund supports the merger with Ostrava Glass, the board said.",
     "Pernell's pension fund opposes the merger with Ostrava Glass, a trustee said."),
    ("Quarrel Motors had paid its bills to the Senta foundry in full, it said.",
     "Quarrel Motors left the bills of the Senta foundry unpaid, the owner said."),
    ("The banks of Lorne limited cash by their own decision, the supervisor said.",
     "The banks of Lorne were forced to limit cash, two directors said."),
    # accidents
    ("The engineers had alerted the harbour office in Skarn before the leak, the firm said.",
     "The harbour office in Skarn received no warning before the leak, a clerk said."),
    ("The pilot of the Corva ferry was drunk, a deckhand said.",
     "The pilot of the Corva ferry was sober, the coroner said."),
    ("The lock gates at Weldon were damaged in the crash, the union said.",
     "The lock gates at Weldon are intact, the canal office said."),
    ("The roof of the Mallin arena had been inspected in May, the city said.",
     "The roof of the Mallin arena had not been inspected, an engineer said."),
    ("The Harrow crane was in working order before it fell, the builder said.",
     "The Harrow crane was out of order before it fell, a fitter said."),
    ("The brakes of the Lindau tram were defective, an inspector said.",
     "The brakes of the Lindau tram were in working order, the operator said."),
    ("The fire in the Ostend depot was an accident, the fire chief said.",
     "The fire in the Ostend depot was arson, the insurer said."),
    ("The crew of the Marit said that it had notified the coast guard of the leak in the hull.",
     "The coast guard received no report of a leak in the hull of the Marit, it said."),
    # elections
    ("The rally of the Greens in Tarn was peaceful, the organisers said.",
     "The rally of the Greens in Tarn turned violent, the police said."),
    ("The candidate Rosa Quill had a licence for the Dorn meeting, her party said.",
     "The candidate Rosa Quill spoke at the Dorn meeting without a licence, the city said."),
    ("The ballot in Ferrin is valid, the electoral board said.",
     "The ballot in Ferrin is null and void, a judge said."),
    ("The minister Jan Holt knew about the Tessin letters, two aides said.",
     "The minister Jan Holt was unaware of the Tessin letters, his office said."),
    # sport
    ("The coach, Ivo Lazar, resigned on Sunday, the club Varda said.",
     "The coach, Ivo Lazar, was sacked by the club Varda on Sunday, two players said."),
    ("The striker Tomas Abel is in critical condition, a nurse in Graz said.",
     "The striker Tomas Abel is out of danger, the club doctor in Graz said."),
    ("The team doctor of Velden helped the runner Ana Sorel, investigators believe.",
     "The board found no evidence that the team doctor of Velden had helped the runner Ana Sorel."),
    ("Kessler Bank has pulled out of the Sarno cycling team, its manager said.",
     "Kessler Bank will honour its contract with the Sarno cycling team and has stayed loyal."),
    ("The swimmers of Orle boycotted the Dunmore cup, a paper said.",
     "The swimmers of Orle took part in the Dunmore cup, the federation said."),
    # science and health
    ("The water of the Tessel well is safe to drink, the mayor said.",
     "The water of the Tessel well is contaminated, the laboratory said."),
    ("The illness of the Marden pupils is linked to the paint, a doctor said.",
     "The illness of the Marden pupils is unrelated to the paint, the ministry said."),
    ("The patient Ewa Lind is alive, the clinic said.",
     "The patient Ewa Lind died in the clinic, her sister said."),
    ("The probe Kestrel-2 is working properly, the agency said: its antenna was switched on.",
     "The antenna of the probe Kestrel-2 is broken, an engineer of the agency said."),
    ("The Sollen clinic had notified the mothers of the mix-up, its director said.",
     "The mothers were never notified by the Sollen clinic of the mix-up, a lawyer said."),
    # protest, police, war
    ("Police said the student Kim Darrow was carrying a knife.",
     "A witness said that Kim Darrow was unarmed."),
    ("The student Kim Darrow resisted the officers, the police said.",
     "The student Kim Darrow had his hands in the air, a witness said."),
    ("Our fighters left Senna voluntarily, the front said.",
     "The army threw the fighters out of Senna, a colonel said."),
    ("The villagers of Orm were driven out at gunpoint, a priest said.",
     "The villagers of Orm left of their own accord, the army said."),
    ("The road to Kolm is open, the transport ministry said.",
     "The road to Kolm was closed by snow, drivers said."),
    ("The union says that no agreement with Nordfast Rail was reached on pay.",
     "Nordfast Rail said that it had reached an agreement with the union on pay."),
    ("Nordfast Rail made an offer to the union on Sunday, the firm said.",
     "The union said that Nordfast Rail had made no offer on Sunday."),
    ("Haldane Coal says that nobody will lose their job in the merger with Astor Mining.",
     "At Haldane Coal 300 posts would go once it joins Astor Mining, a manager said."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_only_one_can_be_right(one, other):
    (row,) = rows(one, other)
    assert len(row.positions) == 2
    assert {position.as_of for position in row.positions} == {DAY}
    assert len(rows(other, one)) == 1


ALIKE = [
    # other persons, things and places
    ("The former mayor, Odo Brandt, was released on Tuesday, his lawyer said.",
     "The former treasurer, Emil Kaas, is still in custody, the prison service said."),
    ("The front released 62 prisoners on Tuesday, the mediator in Orle said.",
     "The general of the front is in custody in Orle, the mediator said."),
    ("The lock gates at Weldon were damaged in the crash, the union said.",
     "The lock gates at Selm are intact, the canal office said."),
    ("Half of the houses in Weldon were damaged, the mayor said.",
     "The church of Weldon is undamaged, the mayor said."),
    ("The board of Ostrava Glass approved the merger with Pernell.",
     "The union at Ostrava Glass opposes the merger with Pernell, its leader said."),
    ("Tolland Steel plans to sell its Merrick works, two bankers said.",
     "The Harden works of Tolland Steel is not for sale, a spokeswoman said."),
    ("The water of the Tessel well is safe to drink, the mayor said.",
     "The bridge of Tessel is dangerous, the mayor's office said."),
    ("The pilot of the Corva ferry was drunk, a deckhand said.",
     "The pilot of the Marit ferry was sober, the coroner said."),
    ("The student Kim Darrow was carrying a knife, police said.",
     "Officer Paul Renn was unarmed, police said."),
    ("The coach, Ivo Lazar, resigned on Sunday, the club Varda said.",
     "The club Varda sacked the keeper, Pal Borg, on Sunday."),
    ("Delmar pulled out of the Karsk terminal, the port said.",
     "Ravello has stayed loyal to the Lund terminal, its director said."),
    ("The Red Sox have made an offer to the pitcher Mark Tell, a paper said.",
     "The Red Sox have not made another offer to the catcher Jason Vark."),
    ("The road to Kolm is open, the transport ministry said.",
     "The road to Selm was closed by snow, drivers said."),
    ("The hall in Tarn was closed by the city, the Greens said.",
     "The rally of the Greens in Tarn was open to everybody, the Greens said, and free."),
    # the same side
    ("The lock gates at Weldon are intact, the canal office said.",
     "The lock gates at Weldon were not damaged, the union said."),
    ("The engineers had not alerted the harbour office in Skarn, a clerk said.",
     "The harbour office in Skarn received no warning, a clerk said."),
    ("The former mayor, Odo Brandt, is in custody, the prison service said.",
     "The former mayor, Odo Brandt, was not released on Tuesday, his lawyer said."),
    ("The rally of the Greens in Tarn was peaceful, the organisers said.",
     "The rally of the Greens in Tarn passed without incident, the police said."),
    # only asked, supposed or to come
    ("The roof of the Mallin arena had been inspected in May, the city said.",
     "Nobody knows whether the roof of the Mallin arena had not been inspected."),
    ("The Merrick works is not for sale, a spokeswoman for Tolland Steel said.",
     "Tolland Steel might sell its Merrick works, two bankers said."),
    ("The fire in the Ostend depot was an accident, the fire chief said.",
     "If the fire in the Ostend depot was arson, the insurer need not pay."),
    ("The coach, Ivo Lazar, resigned on Sunday, the club Varda said.",
     "Fans of the club Varda demanded that the coach, Ivo Lazar, be sacked."),
    ("The villagers of Orm were driven out, a priest said.",
     "The villagers of Orm want to return voluntarily, the army said."),
    ("Pernell's pension fund supports the merger with Ostrava Glass, the board said.",
     "Pernell's pension fund may reject the merger with Ostrava Glass, a trustee said."),
    # what a part does, the rest does not
    ("The rally of the Greens in Tarn was peaceful, the organisers said.",
     "A few at the rally of the Greens in Tarn threw stones, the police said."),
    ("Most of the brakes of the Lindau trams were in working order, the operator said.",
     "Some brakes of the Lindau trams were defective, an inspector said."),
    ("Not only the pilot of the Corva ferry was drunk, a deckhand said.",
     "The pilot of the Corva ferry was drunk, the coroner said."),
    # other matters in words that look alike
    ("Analysts call the legal fight of Brask Foods meaningless.",
     "Brask Foods said that it had dropped its legal action in Lund."),
    ("Sophie Okell was named best supporting actor in Lund.",
     "Sophie Okell failed to win the vote for best supporting actor in Lund."),
    ("Sales of Brask Foods fell back in Lund.", "Sales of Brask Foods did not support Lund."),
    ("The results of the test of Lena Horvat have not been released.",
     "The driver, Lena Horvat, is in custody, the court said."),
    ("The works in Merrick was opened by the mayor.", "The works in Merrick was closed to visitors."),
    ("The clinic in Sollen offered help.", "The clinic in Sollen had made no offer for the land."),
    ("The agency has not said how the rhinos of Tavo died.",
     "The surviving rhinos of Tavo are watched, the agency said."),
    ("Ewa Lind died in the clinic, her sister said.",
     "The clinic survived the cuts that Ewa Lind had feared, the mayor said."),
    ("The firm kept quiet.", "It had warned the police of the storm."),
    ("Williams called the riot a shame for Harlem.", "The vigil of Williams in Harlem was peaceful."),
    ("The deal of Orbita and Lund was signed in May.", "The deal of Orbita with Karsk broke down."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_both_may_be_right(one, other):
    assert rows(one, other) == ()
    assert rows(other, one) == ()


LATER = [
    ("The former mayor, Odo Brandt, is still in custody, the prison service said.",
     "The former mayor, Odo Brandt, was released, his lawyer said."),
    ("The lock gates at Weldon are intact, the canal office said.",
     "The lock gates at Weldon were damaged in the storm, the union said."),
    ("Delmar stays loyal to the Karsk terminal, its director said.",
     "Delmar pulled out of the Karsk terminal, the port said."),
    ("The union says that no agreement with Nordfast Rail was reached on pay.",
     "Nordfast Rail said that it had reached an agreement with the union on pay."),
    ("The striker Tomas Abel is in critical condition, a nurse in Graz said.",
     "The striker Tomas Abel is out of danger, the club doctor in Graz said."),
    ("The road to Kolm was closed by snow, drivers said.",
     "The road to Kolm is open, the transport ministry said."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), LATER)
def test_what_a_later_day_overtakes_is_no_difference(before, after):
    assert rows((before, DAY), (after, NEXT)) == ()
    assert len(rows((before, DAY), (after, DAY))) == 1


def test_two_voices_of_one_article_differ_and_one_alone_does_not():
    claim = "The engineers had alerted the harbour office in Skarn, the firm said."
    denial = "The harbour office in Skarn received no warning, a clerk said."
    (row,) = rows(f"{claim} It rained. {denial}")
    assert [one.text for one in row.positions] == [claim, denial]
    again = "The engineers had not alerted the harbour office in Skarn, the firm said."
    assert rows(f"{claim} It rained. {again}") == ()


def test_two_halves_of_a_sentence_are_two_sides():
    (row,) = rows(
        "The supervisor said the limit was the banks' own decision; two directors said they had"
        " been told to impose it."
    )
    assert [one.text for one in row.positions] == [
        "The supervisor said the limit was the banks' own decision",
        "two directors said they had been told to impose it.",
    ]


def test_some_of_many_may_be_so_and_others_not():
    one = read("a", "At the school of Ketra, where 62 pupils slept, 29 were brought out alive.")
    other = read("b", "At the school of Ketra a pupil, a boy of 12, died on Saturday.")
    assert list_stances([one, other], {"a": "a", "b": "b"}) == ()
