"""Which old statement a new one is: the surest question first, one to one."""

import pytest

from briefing.compare.match import pair_statements
from briefing.compare.told import Account, ToldQuote, ToldSource, ToldStatement
from briefing.languages.en.sameness import read_gist

ROAD = "Engineers closed the northern road on Monday."
DAM = "The dam at Lowbridge holds much water."


def quote(start=0, end=40, text="", source="a"):
    return ToldQuote(source=source, start=start, end=end, text=text)


def told(name, text, *basis, key=None):
    """Make a statement of which `name` is id and key alike, unless a key is given."""
    sources = tuple(dict.fromkeys(one.source for one in basis))
    return ToldStatement(
        id=name, key=key or name, text=text, basis=basis, sources=sources, gist=read_gist(text)
    )


def source(name="a", revision="r1", family=None):
    return ToldSource(id=name, name=name, outlet=name, revision=revision, family=family or name,
                  versioned=False, quarantined=None)  # fmt: skip


def account(*statements, sources=None):
    sources = sources or (source(),)
    return Account(number=1, statements=statements, sources={one.id: one for one in sources})


def matched(old, new):
    """Give the old ids by new keys."""
    return {key: known.id for key, known in pair_statements(old, new).items()}


def test_the_same_content_is_asked_for_before_the_same_words():
    old = account(told("o1", ROAD), told("o2", DAM, key="k"))
    assert matched(old, account(told("n", ROAD, key="k"))) == {"k": "o2"}


def test_the_same_words_are_asked_for_before_the_same_place():
    place = quote(text=ROAD)
    old = account(told("o1", f"{ROAD[:-1]} night.", place), told("o2", ROAD, quote(500, 540)))
    assert matched(old, account(told("n", ROAD, place))) == {"n": "o2"}


def test_words_are_the_same_however_they_are_spaced_and_wherever_they_stand():
    old = account(told("o", ROAD.replace(" ", "\n  "), quote(source="b")))
    assert matched(old, account(told("n", ROAD, quote(9, 49)))) == {"n": "o"}
    assert matched(account(told("o", DAM)), account(told("n", ROAD))) == {}


def test_the_same_place_is_asked_for_before_the_same_sense():
    here, there = quote(text=ROAD), quote(source="b", text=ROAD)
    both = (source(), source("b"))
    old = account(
        told("o1", "Engineers closed the northern road on Monday again.", there),
        told("o2", "Engineers closed the northern road.", here),
        sources=both,
    )
    assert matched(old, account(told("n", ROAD, here), sources=both)) == {"n": "o2"}


@pytest.mark.parametrize(
    ("start", "end", "one"),
    [(0, 40, True), (20, 60, True), (21, 61, False), (40, 80, False), (30, 50, True), (31, 51,
    False),
     (0, 400, True), (300, 340, False), (0, 0, False)],
)  # fmt: skip
def test_half_of_the_shorter_quote_makes_one_place(start, end, one):
    old = account(told("o", "Engineers closed the road.", quote(0, 40, "x")))
    new = account(told("n", "Engineers closed the road again on Monday.", quote(start, end, "y")))
    assert matched(old, new) == ({"n": "o"} if one else {})
    back = account(told("n", "Engineers closed the road again on Monday.", quote(0, 40, "y")))
    assert matched(
        account(told("o", "Engineers closed the road.", quote(start, end, "x"))), back
    ) == ({"n": "o"} if one else {})


@pytest.mark.parametrize(
    ("text", "one"),
    [("Engineers closed a bridge and a school.", True), ("Engineers saw a bridge and a school.",
    False)],
)  # fmt: skip
def test_half_of_the_shorter_s_words_make_one_thing_of_one_place(text, one):
    place = quote(text=ROAD)
    old = account(told("o", "Engineers closed northern roads near town yesterday again.", place))
    assert matched(old, account(told("n", text, place))) == ({"n": "o"} if one else {})


OLDER, NEWER = "Engineers closed the road.", "Engineers closed the road again on Monday."


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("the old road was closed", "The Old road IS shut", True),  # three of five, in any case
        ("the old road was closed", "a new dam was built", False),
        ("the old", "the new bridge of stone", True),  # one of the two
        ("the old way", "the new bridge of stone", False),  # one of three
        ("the the old old", "the stone", True),
        ("so so so so", "so be it now", False),  # a word that stands once counts once
        ("", "the old road", False),
        ("", "", False),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_revised_source_is_compared_by_its_words_and_not_by_offsets(before, after, one, turned):
    if turned:
        before, after = after, before
    old = account(told("o", OLDER, quote(0, 40, before)))
    new = account(told("n", NEWER, quote(700, 740, after)), sources=(source(revision="r2"),))
    assert matched(old, new) == ({"n": "o"} if one else {})
    same_place = account(told("n", NEWER, quote(0, 40, after)), sources=(source(revision="r2"),))
    assert matched(old, same_place) == ({"n": "o"} if one else {})


def test_within_one_revision_only_offsets_count():
    old = account(told("o", OLDER, quote(0, 40, "so it was")))
    assert matched(old, account(told("n", NEWER, quote(700, 740, "so it was")))) == {}


@pytest.mark.parametrize(("family", "one"), [("f", True), (None, False)])
def test_versions_of_one_article_are_one_source_and_others_are_not(family, one):
    sources = (source("a", family=family), source("b", family=family))
    old = account(told("o", OLDER, quote(text="it was closed at noon")), sources=sources)
    new = account(
        told("n", NEWER, quote(0, 40, "it was closed at dusk", source="b")), sources=sources
    )
    assert matched(old, new) == ({"n": "o"} if one else {})
    apart = account(told("n", NEWER, quote(0, 40, "nothing of that", source="b")), sources=sources)
    assert matched(old, apart) == {}


def test_the_family_that_counts_is_the_new_edition_s():
    old = account(told("o", OLDER, quote(text="it was closed")), sources=(source("a"),))
    both = (source("a", family="f"), source("b", family="f"))
    new = account(told("n", NEWER, quote(9, 49, "it was closed", source="b")), sources=both)
    assert matched(old, new) == {"n": "o"}


def test_a_quote_of_a_source_that_neither_edition_lists_is_its_own_family_s():
    stray = quote(0, 40, source="x")
    old = account(told("o", OLDER, stray))
    assert matched(old, account(told("n", NEWER, stray))) == {"n": "o"}
    assert matched(old, account(told("n", NEWER, quote(source="y")))) == {}


def test_of_several_quotes_the_best_decides():
    old = account(told("o", OLDER, quote(900, 940), quote(0, 40)))
    assert matched(old, account(told("n", NEWER, quote(500, 540), quote(0, 40)))) == {"n": "o"}
    assert matched(old, account(told("n", NEWER))) == {}


@pytest.mark.parametrize("turned", [False, True])
def test_the_most_alike_pair_goes_first_whatever_stands_first(turned):
    near, far = told("near", NEWER, quote(0, 40)), told("far", NEWER + " So.", quote(18, 58))
    known = account(told("o", OLDER, quote(0, 40)))
    order = (far, near) if turned else (near, far)
    assert matched(known, account(*order)) == {"near": "o"}
    back = account(*order[:1], told("other", DAM), *order[1:])
    assert matched(back, account(told("n", OLDER, quote(0, 40)))) == {"n": "near"}


def test_more_of_the_same_words_tips_the_scale_between_two_in_one_place():
    old = account(told("o", ROAD, quote(0, 80)))
    less = told("less", "Engineers closed many schools.", quote(0, 80))
    more = told("more", "Engineers closed the northern road.", quote(0, 80))
    assert matched(old, account(less, more)) == {"more": "o"}


def test_no_old_statement_is_given_twice_and_the_rest_is_asked_again():
    old = account(told("o1", ROAD, quote(0, 40)), told("o2", OLDER, quote(0, 40)))
    new = account(told("n1", ROAD, quote(0, 40)), told("n2", NEWER, quote(0, 40)))
    assert matched(old, new) == {"n1": "o1", "n2": "o2"}
    assert matched(account(told("o1", ROAD, quote(0, 40))), new) == {"n1": "o1"}


def test_between_equals_the_order_decides_on_both_sides():
    old = account(told("o1", ROAD, quote(source="b")), told("o2", ROAD, quote(source="c")))
    new = account(told("n1", ROAD), told("n2", ROAD))
    assert matched(old, new) == {"n1": "o1", "n2": "o2"}


@pytest.mark.parametrize(
    ("text", "one"),
    [("Engineers closed the northern road.", True), ("Engineers never closed the northern road.",
    False),
     ("Engineers closed 3 northern roads.", False), ("Engineers closed the road to Orvo.", False)],
)  # fmt: skip
def test_the_same_sense_elsewhere_needs_numbers_names_and_polarity(text, one):
    both = (source(), source("b"))
    old = account(told("o", "Engineers closed the northern road at last.", quote()), sources=both)
    new = account(told("n", text, quote(source="b")), sources=both)
    assert matched(old, new) == ({"n": "o"} if one else {})
