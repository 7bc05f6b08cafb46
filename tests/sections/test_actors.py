"""Who stands in the table of actors, and who is one person."""

import pytest

from briefing.model import Section
from briefing.sections.actors import Actors
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
