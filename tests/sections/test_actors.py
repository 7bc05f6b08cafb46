"""Who stands in the table of actors, and who is one person."""

from dataclasses import replace

import pytest

from briefing.model import Section
from briefing.offer.material import Material
from briefing.sections.actors import Actors
from tests.compose.making import candidate
from tests.events.making import read

ACTORS = Actors(slug="s", title="Actors")


def rows(*texts):
    """The names and roles in the table of articles that consist of a text each."""
    readings = [read(f"d{n}", text) for n, text in enumerate(texts)]
    return [(row[0].text, row[1].text) for row in ACTORS.table(readings, ()).rows]


SUSPECT = (
    "Tomas Arvel was arrested in Vellin on Monday. Mr. Arvel had lived there for years. Police "
    "found letters in the van of Mr. Arvel. Mr. Arvel faces ten years in prison."
)


def test_somebody_an_article_is_about_stands_there_without_a_role():
    assert rows(SUSPECT) == [("Tomas Arvel", "")]
    assert rows("Tomas Arvel was arrested in Vellin on Monday. Mr. Arvel had lived there.") == []


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Health Minister Tomas Arvel said the harbour of Vellin had no more money.", True),
        ("“The harbour is closed,” its director, Tomas Arvel, said in Vellin.", True),
        ("Health Minister Tomas Arvel was in Vellin when the harbour was closed.", False),
        ("Tomas Arvel, a teacher, said the windows of the harbour shook.", False),
        ("Tomas Arvel said the harbour of Vellin had no more money.", False),
    ],
)
def test_who_is_named_once_stands_there_where_he_speaks_in_an_office(text, stands):
    assert bool(rows(text)) is stands


def test_a_row_without_a_role_states_none():
    table = ACTORS.table([read("d0", SUSPECT)], ())
    (actor,) = ACTORS.actors(Section(slug="s", title="Actors", kind="actors", rows=table.rows))
    assert actor.roles == ()


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Mayor Tomas Arvel Jr. left the town hall of Vellin. Mr. Arvel said nothing.", 1),
        (
            (
                "Mayor Tomas Arvel Jr. left the town hall of Vellin. His father, Bishop Tomas Arvel, "
                "came along. Tomas Arvel is 90. Tomas Arvel Jr. is 60."
            ),
            2,
        ),
    ],
)
def test_a_son_is_his_namesake_only_where_no_article_names_both(second, count):
    first = "Mayor Tomas Arvel spoke in Vellin on Monday. Mr. Arvel was loud."
    names = {name for name, _ in rows(first, second)}
    assert len(names) == count


AGENCY = (
    "The Vellin Harbour Authority (VHA) closed the northern quay on Monday. The VHA said that "
    "the quay would stay shut. Ships went round the VHA."
)


@pytest.mark.parametrize(
    ("texts", "bodies"),
    [
        ((AGENCY,), ["Vellin Harbour Authority"]),
        ((AGENCY, "The VHA opened a ferry in Vellin on Tuesday."), ["Vellin Harbour Authority"]),
        (
            ("The mayor met the Vellin Harbour Authority. He left the Vellin Harbour Authority.",),
            [],
        ),
        (("The Vellin Harbour Authority closed the northern quay on Monday.",), []),
    ],
)
def test_a_body_stands_there_that_speaks_or_acts_and_is_named_often(texts, bodies):
    assert [name for name, _ in rows(*texts)] == bodies


def test_a_body_s_short_name_is_cited_where_it_stands_and_persons_go_first():
    table = ACTORS.table([read("d0", f"Mayor Tomas Arvel met her. {SUSPECT}\n\n{AGENCY}")], ())
    assert [row[0].text for row in table.rows] == ["Tomas Arvel", "Vellin Harbour Authority"]
    assert [(row[3].text, [c.quote for c in row[3].citations]) for row in table.rows[1:]] == [
        ("VHA", ["VHA"])
    ]
    section = Section(
        slug="s", title="T", kind="actors", rows=table.rows, considered=table.considered
    )
    assert [one.kind for one in ACTORS.actors(section)] == ["person", "body"]


@pytest.mark.parametrize(
    ("persons", "count", "kinds"),
    [(3, 12, ["person"] * 3 + ["body"]), (3, 3, ["person"] * 2 + ["body"])],
)
def test_more_persons_than_rows_leave_room_for_a_body(persons, count, kinds):
    people = " ".join(
        f"Mayor {name} spoke in Vellin. {name} left."
        for name in ("Tomas Arvel", "Ruth Adeyemi", "Ivo Castren")[:persons]
    )
    readings = [read("d0", f"{people}\n\n{AGENCY}")]
    kind = replace(ACTORS, rows=count)
    table = kind.table(readings, ())
    section = Section(
        slug="s",
        title="T",
        kind="actors",
        columns=table.columns,
        rows=table.rows,
        considered=table.considered,
    )
    assert [one.kind for one in kind.actors(section)] == kinds
    assert kind.faults(section, readings, ()) == ()
    moved = replace(section, considered={**table.considered, "bodies": 0})
    assert kind.faults(moved, readings, ()) == ("its counts are not those of the articles",)


def test_a_news_agency_that_reports_is_no_actor():
    text = "The state news agency Sana said that it rained. " + "Sana said that it snowed. " * 4
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "stands"),
    [
        ("Mr. Arvel will face a judge in Vellin.", "", True),
        ("The VHA will open the quay in May.", "", True),
        ("“The quay is safe,” the mayor said.", "Tomas Arvel", True),
        ("Ida Brandt waited in the rain for the ferry.", "Ida Brandt", False),
        ("Rye fell to nine crowns a sack.", "", False),
    ],
)
def test_beside_the_table_stands_who_is_in_it(text, speaker, stands):
    readings = (read("d0", f"{SUSPECT}\n\n{AGENCY}"),)
    told = [candidate(one, "d0") for one in ("Tomas Arvel sold his boat.", "No ship came.")]
    made = candidate(text, "d0", speaker=speaker, kind="claim" if speaker else "reported")
    material = Material(readings=readings, candidates=(*told, made), families={"d0": "d0"})
    ranking = ACTORS.rank(material)
    ranked = [one.candidate for one in ranking.ranked]
    assert (made in ranked, told[0] in ranked, told[1] in ranked) == (stands, True, False)
    assert ranking.considered == {"without an actor": 2 - stands}


def test_where_nobody_acts_all_may_stand():
    material = Material(
        readings=(read("d0", "It rained in Vellin."),),
        candidates=(candidate("It rained in Vellin.", "d0"),),
        families={"d0": "d0"},
    )
    assert len(ACTORS.rank(material).ranked) == 1
