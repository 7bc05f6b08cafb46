import pytest

from briefing.languages.en.reading import read_language
from briefing.offer.material import Material, room, shared_room
from briefing.split import split_passages
from tests.compose.making import document


def material(words, *, articles=1, pages=4, versions=False):
    """Articles of some words each, all of them versions of one or none."""
    made = [document(f"d{n}", text="word " * words) for n in range(articles)]
    return Material(
        readings=tuple(read_language(one, split_passages(one), ()) for one in made),
        candidates=(),
        families={one.id: "f" if versions else one.id for one in made},
        pages=pages,
    )


@pytest.mark.parametrize(("pages", "most"), [(4, 1050), (5, 1430), (8, 2570)])
def test_pages_bound_what_sections_share(pages, most):
    assert shared_room(None, material(40_000, pages=pages)) == most


@pytest.mark.parametrize(
    ("words", "articles", "most"),
    [(100, 1, 250), (200, 4, 560), (300, 3, 548), (600, 3, 682), (250, 10, 1050), (90, 10, 630)],
)
def test_short_sources_share_less_and_most_of_their_beginnings(words, articles, most):
    assert shared_room(None, material(words, articles=articles)) == most


def test_pages_fill_no_short_sources():
    assert shared_room(None, material(300, articles=3, pages=8)) == 548
    assert shared_room(None, material(300, articles=3, versions=True)) == 250
    assert shared_room(None, material(900, articles=3, versions=True)) == 272


def test_a_section_with_a_number_shares_nothing():
    assert shared_room(5, material(300)) == 0


def test_a_section_of_many_pages_may_tell_more():
    assert room(None, material(9, articles=40)) == 14
    assert room(None, material(9, articles=60, pages=8)) == 28
    assert room(3, material(9, articles=60, pages=8)) == 3
