import pytest

from briefing.languages.en.reading import read_language
from briefing.offer.material import Material, room, shared_room
from briefing.split import split_passages
from tests.compose.making import document


def material(words, *, articles=1, pages=4):
    """Articles of some words each."""
    made = [document(f"d{n}", text="word " * words) for n in range(articles)]
    return Material(
        readings=tuple(read_language(one, split_passages(one), ()) for one in made),
        candidates=(),
        families={one.id: one.id for one in made},
        pages=pages,
    )


@pytest.mark.parametrize(("pages", "most"), [(4, 1050), (5, 1430), (8, 2570)])
def test_pages_bound_what_sections_share(pages, most):
    assert shared_room(None, material(40_000, pages=pages)) == most


def test_short_sources_share_less_whatever_the_pages():
    assert shared_room(None, material(300, articles=3, pages=8)) == 297
    assert shared_room(None, material(100, pages=8)) == 250
    assert shared_room(5, material(300)) == 0


def test_a_section_of_many_pages_may_tell_more():
    assert room(None, material(9, articles=40)) == 14
    assert room(None, material(9, articles=60, pages=8)) == 28
    assert room(3, material(9, articles=60, pages=8)) == 3
