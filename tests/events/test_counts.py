"""Counts of one thing: a row by quantity, each value once, with who says so and as of when."""

import pytest

from briefing.events.counts import differ_in_counts
from briefing.languages.en.clauses.counts import find_counts
from tests.events.making import read


def rows(*articles, families=None, older=()):
    readings = [read(name, text, published=day) for name, text, day in articles]
    families = families or {one.document.id: f"f{one.document.id}" for one in readings}
    return [
        (row.quantity, [(p.value, p.as_of) for p in row.positions])
        for row in differ_in_counts(readings, families, frozenset(older))
    ]


MARCH = "The ferry Brenna sank off Vellin and 31 people died."
LATER = "The coast guard said that the death toll of the Brenna had risen to 44."


OTHERS = "The Red Cross said that 58 people died on the ferry Brenna."


def test_values_of_one_event_make_one_row_in_order_of_time():
    found = rows(
        ("a", MARCH, "2025-03-04"), ("b", LATER, "2025-03-06"), ("c", OTHERS, "2025-03-06")
    )
    values = [("31", "2025-03-04"), ("44", "2025-03-06"), ("58", "2025-03-06")]
    assert found == [("dead", values)]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (MARCH, LATER),
        (MARCH, "The ferry Brenna, which sank off Vellin last week, killed 44 people."),
        ("On the ferry Brenna 12 guests fell ill.", "On the Brenna 40 sick guests were counted."),
        ("On the ferry Brenna 12 people were injured.", "The Brenna left 19 people injured."),
        ("On the ferry Brenna 40 people were missing.", "Of the Brenna 12 people are missing."),
        ("After the Brenna sank 12 people were missing.", "40 people of the Brenna are missing."),
        ("Police arrested 3 people over the Brenna.", "Over the Brenna 9 people were arrested."),
    ],
)
def test_a_count_that_went_on_is_no_difference(earlier, later):
    assert rows(("a", earlier, "2025-03-04"), ("b", later, "2025-03-06")) == []


@pytest.mark.parametrize(
    ("text", "day", "other", "later"),
    [
        (OTHERS, "2025-03-04", LATER, "2025-03-06"),  # the dead don't become fewer
        (MARCH, "2025-03-04", OTHERS, "2025-03-04"),  # one day, and neither says that it rose
        ("On the Brenna 40 people were missing.", "2025-03-04",
         "Of the Brenna 12 people are missing.", "2025-03-04"),
        ("The Brenna yard laid off 40 people.", "2025-03-04",
         "The Brenna yard will lay off 60 people: 60 people laid off.", "2025-03-06"),
    ],
)  # fmt: skip
def test_two_voices_of_which_neither_can_be_the_later_state_differ(text, day, other, later):
    assert len(rows(("a", text, day), ("b", other, later))) == 1


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("On the ferry Brenna 9 people were wounded.", "Two soldiers on the Brenna were wounded."),
        ("On the ferry Brenna 31 people died.", "The Brenna killed 4 guards and a mate."),
        ("On the Brenna 12 prisoners were injured.", "On the Brenna 5 guards were injured."),
        ("At the Sella 11 soldiers were killed.", "At the Sella four Danish soldiers were killed."),
        ("At the Sella 30 people died.", "At the Sella 12 Danish people died."),
        ("At the Sella 17 Greek soldiers died.", "At the Sella 12 Danish soldiers died."),
        ("At the Sella 11 people were killed.",
         "The number of Danish servicemen killed at the Sella has reached nine."),
    ],
)  # fmt: skip
def test_some_people_and_others_are_counted_apart(text, other):
    assert rows(("a", text, "2025-03-04"), ("b", other, "2025-03-04")) == []
    assert rows(("a", other, "2025-03-04"), ("b", text, "2025-03-04")) == []


def test_a_side_of_a_clash_may_be_counted_twice():
    one = "At the Sella 17 Greek soldiers died."
    other = "At the Sella the number of Greek soldiers killed is 12."
    assert len(rows(("a", one, "2025-03-04"), ("b", other, "2025-03-04"))) == 1


def test_prisoners_are_counted():
    (found,) = find_counts(read("a", "Three inmates of Vellin had been killed, the mayor said."))
    assert (found.quantity, found.value, found.group) == ("dead", "3", "inmates")


def test_a_count_that_says_it_rose_goes_on_within_a_day():
    assert rows(("a", MARCH, "2025-03-04"), ("b", LATER, "2025-03-04")) == []


def test_an_undated_count_differs_with_none_of_another_article():
    assert rows(("a", MARCH, ""), ("b", OTHERS, "2025-03-04")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vellin buried nine of its dead from the ferry Brenna on Wednesday.",
        "Six of the injured passengers of the Brenna left hospital in Vellin.",
        "All 212 employees on the Brenna were found, of whom 14 have died.",
        "The Brenna went down with sailors, among them at least 3 dead officers.",
    ],
)
def test_some_of_a_group_are_no_count_of_all(text):
    assert find_counts(read("a", text)) == ()


def test_who_agrees_makes_no_row():
    assert rows(("a", LATER, "2025-03-04"), ("b", LATER, "2025-03-06")) == []


def test_counts_of_two_events_are_not_held_together():
    other = "A train left the rails near Tolm and 12 people died."
    assert rows(("a", MARCH, "2025-03-04"), ("b", other, "2025-03-05")) == []


def test_the_dead_and_the_injured_are_not_held_together():
    other = "The fire on the ferry Brenna injured 12 people."
    assert rows(("a", MARCH, "2025-03-04"), ("b", other, "2025-03-05")) == []


def test_articles_months_apart_are_not_held_together():
    assert rows(("a", MARCH, "2025-03-04"), ("b", LATER, "2025-09-06")) == []


def test_versions_of_one_article_dont_differ_with_themselves():
    articles = (("a", MARCH, "2025-03-04"), ("b", LATER, "2025-03-06"))
    assert rows(*articles, families={"a": "f", "b": "f"}, older=("a",)) == []


def test_two_speakers_of_one_article_may_differ():
    text = (
        "Police put the number of people without power in Vellin at 38,500.\n"
        "The ministry said on Tuesday that 41,000 people in Vellin were without power."
    )
    assert rows(("a", text, "2025-03-04")) == [
        ("without power", [("38500", "2025-03-04"), ("41000", "2025-03-04")])
    ]


def test_a_floor_that_is_kept_differs_with_nobody():
    floor = "The ferry Brenna sank off Vellin and more than 40 people died."
    assert rows(("a", floor, "2025-03-04"), ("b", LATER, "2025-03-06")) == []


def test_a_denial_goes_with_the_count_that_it_denies():
    text = (
        "The Red Cross says that 58 people died on the Brenna. The Red Cross later denied the "
        "figure."
    )
    readings = [read("a", text), read("b", LATER)]
    (row,) = differ_in_counts(readings, {"a": "fa", "b": "fb"}, frozenset())
    denied = next(p for p in row.positions if p.value == "58")
    assert denied.text == text
    assert len(denied.citations) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people were killed and 20 were injured in Vellin.", [("dead", "9"), ("injured",
        "20")]),
        ("The blast killed 31 and injured 20 others.", [("dead", "31"), ("injured", "20")]),
        ("The Brenna had 212 people on board, and 44 of them died.", [("dead", "44")]),
        ("The town paid 44 million crowns for the dead.", []),
        ("In 1944 people died in Vellin.", []),
        ("No one has been arrested in Vellin.", []),
        ("No two people died of one cause in Vellin.", []),
        ("Two more workers died overnight, bringing the toll of the fire in Vellin to six.",
        [("dead", "6")]),
        ("Another three people were arrested in Vellin.", []),
        ("Tests found the same strain in 23 sick babies in Vellin.", [("ill", "23")]),
        ("Seven infants in Vellin fell ill.", [("ill", "7")]),
        ("The outbreak in Vellin has infected 412 guests and killed 9.", [("ill", "412"), ("dead",
        "9")]),
        ("He fell ill in Vellin in 2019, aged 44.", []),
        ("An additional 40 residents were evacuated from Vellin.", []),
        ("Police arrested 15 people, 12 are still missing.", [("arrested", "15"), ("missing",
        "12")]),
    ],
)  # fmt: skip
def test_a_figure_counts_what_stands_beside_it(text, expected):
    assert [(c.quantity, c.value) for c in find_counts(read("a", text))] == expected


def test_a_place_alone_makes_two_counts_no_one_event():
    bomb = "A car bomb beside a police station in Lisbon killed 8 people, police said."
    wave = "In fresh violence some 33 people were killed by gunmen in suburbs of Lisbon."
    again = "A car bomb beside a police station in Lisbon killed 9 people, the mayor said."
    assert rows(("a", bomb, "2025-03-04"), ("b", wave, "2025-03-05")) == []
    found = rows(("a", bomb, "2025-03-04"), ("b", again, "2025-03-04"))
    assert found == [("dead", [("8", "2025-03-04"), ("9", "2025-03-04")])]


def test_far_down_an_article_tells_of_other_things_than_it_opens_with():
    storm = "A market stall burned and 8 people died, a witness said."
    long = " ".join([MARCH, *["The crew of the ferry had left port in calm weather."] * 12, storm])
    short = f"{MARCH} {storm}"
    assert len(find_counts(read("a", short))) == 2
    assert [one.about for one in find_counts(read("a", long))][-1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb on the Brenna killed his 10-year-old son.",
        "A gunman on the Brenna killed one of his guards.",
    ],
)
def test_an_age_and_one_of_several_are_no_count(text):
    assert find_counts(read("a", text)) == ()


@pytest.mark.parametrize(
    ("label", "value"), [("flight", "804"), ("Flight", "370"), ("Highway", "63"), ("room", "12")]
)
def test_the_number_of_a_flight_counts_nobody(label, value):
    named = f"All 66 people on the {label} {value} of Brenna are presumed to have died in Vellin."
    alike = "In Vellin 66 people of Brenna died."
    assert rows(("a", named, "2025-03-04"), ("b", alike, "2025-03-06")) == []
    assert all(count.value != value for count in find_counts(read("a", named)))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The search for 38 people who are still missing off Vellin ended.", [("missing", "38")]),
        ("The 40 dockers who found the dead of Vellin went home on Sunday.", []),
    ],
)
def test_a_state_told_behind_who_is_counted(text, counted):
    assert [(one.quantity, one.value) for one in find_counts(read("a", text))] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("In 1998 a storm off Vellin killed 9 people.", []),
        ("Vellin was last hit by a storm in 1998, when nine people died.", []),
        ("The pier, rebuilt in 2009 after a fire that killed 23 people, was closed.", []),
        ("The storm killed 9 people in Vellin, the worst toll since 1998.", ["9"]),
        ("On Monday the storm killed 9 people in Vellin.", ["9"]),
        ("Thirty-four people died in Vellin.", ["34"]),
        ("Fourteen people died in Vellin.", ["14"]),
        ("One hundred twenty people died in Vellin.", ["120"]),
        ("The company gave the number of dead in Vellin as 35.", ["35"]),
    ],
)
def test_the_dead_of_long_ago_are_not_counted_and_written_numbers_are(text, counted):
    assert [one.value for one in find_counts(read("a", text))] == counted


def test_a_floor_that_excludes_another_value_is_told():
    found = rows(
        ("a", "At least 9 people died when the Brenna sank.", "2025-03-04"),
        ("b", "Five people died when the Brenna sank, the governor said.", "2025-03-04"),
        ("c", LATER, "2025-03-06"),
    )
    assert [value for value, _ in found[0][1]] == ["5", "9", "44"]


@pytest.mark.parametrize(
    ("text", "other", "quantity"),
    [
        ("Some 80,000 people marched through Vellin, the organisers said.",
         "Police put the number of marchers in Vellin at 35,000.", "taking part"),
        ("Some 40 people were taken to hospitals in Vellin.",
         "Hospitals in Vellin admitted 57 people, the ministry said.", "in hospital"),
    ],
)  # fmt: skip
def test_crowds_and_patients_are_counted(text, other, quantity):
    ((found, sides),) = rows(("a", text, "2025-03-04"), ("b", other, "2025-03-04"))
    assert (found, len(sides)) == (quantity, 2)


def test_a_value_told_again_under_a_part_of_the_name_stands_with_the_same_value():
    readings = [
        read("a", "Police arrested 42 people in Porto Alva.", published="2025-03-04"),
        read(
            "b", "The lawyers said 96 people were arrested in Porto Alva.", published="2025-03-04"
        ),
        read("c", "In Alva 42 people were arrested, police said.", published="2025-03-04"),
    ]
    (row,) = differ_in_counts(readings, {"a": "a", "b": "b", "c": "c"}, frozenset())
    assert [[c.document for c in side.citations] for side in row.positions] == [["a", "c"], ["b"]]


def test_who_agrees_by_another_name_stands_with_the_value_too():
    readings = [
        read("a", "Police arrested 42 people in Alva and Selm.", published="2025-03-04"),
        read("b", "In Selm police arrested 42 people.", published="2025-03-04"),
        read("c", "Lawyers said that 96 people were arrested in Alva.", published="2025-03-04"),
        read("d", "In Alva police arrested 42 people.", published="2025-03-04"),
    ]
    (row,) = differ_in_counts(readings, {name: name for name in "abcd"}, frozenset())
    told = {side.value: {c.document for c in side.citations} for side in row.positions}
    assert told["96"] == {"c"}
    assert told["42"] >= {"a", "d"}


CLEARED = "Police cleared two gates of the port of Lisse and took 17 people into custody."


@pytest.mark.parametrize(
    "said",
    [
        "The Dockers' Union said 25 people had been arrested.",
        "Twenty-five people were arrested, said Admiral Tariq Maas.",
        "The Lisse Dockers said that 25 people had been arrested.",
    ],
)
def test_whoever_counts_is_not_what_is_counted(said):
    """A sentence that names but its speaker is about what its article opens with."""
    ((found, sides),) = rows(("a", f"{CLEARED}\n\n{said}", "2025-03-12"))
    assert (found, [value for value, _ in sides]) == ("arrested", ["17", "25"])


def test_what_a_count_names_beside_its_speaker_is_what_it_is_of():
    said = "The Dockers' Union said 25 people had been arrested in Vellin."
    assert rows(("a", f"{CLEARED}\n\n{said}", "2025-03-12")) == []


def test_a_count_that_points_back_is_told_behind_what_it_points_at():
    told = "The coast guard spoke of the loss of the ferry Brenna off Vellin."
    one = read("a", f"{told} It said that 31 people had died on the Brenna.")
    (row,) = differ_in_counts([one, read("b", OTHERS)], {"a": "a", "b": "b"}, frozenset())
    (side,) = (one.text for one in row.positions if one.value == "31")
    assert side == f"{told} It said that 31 people had died on the Brenna."
