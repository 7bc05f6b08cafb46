"""Kin that are kept up to date as articles come and go are those that looking at all at once
finds."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import versions
from briefing.state import catalogue, kindred, store

RULE = kindred.KinRule(
    containment=versions.containment,
    smaller=versions.smaller_size,
    least=versions.CONTAINED,
    shared=versions.SHARED,
    most=versions.MOST_SHARING,
    one_in=versions.ONE_IN,
)
FEW = replace(RULE, most=2)

# Texts of fourteen shingles out of few: many share some, and some share most.
SETS = st.frozensets(
    st.integers(min_value=0, max_value=24).map(lambda one: one * 2**59 + one), min_size=12
)
# Longer texts keep a sample, of which fewer are enough.
SAMPLES = st.frozensets(
    st.integers(min_value=0, max_value=12).map(lambda one: one * 2**60 + 8 * one), min_size=4
)
STEPS = st.lists(
    st.tuples(st.integers(min_value=1, max_value=9), st.none() | SETS | SAMPLES), max_size=30
)


def entered(opened, number, shingles):
    catalogue.put_entry(
        opened,
        catalogue.CatalogueEntry(
            number=number,
            locator=f"{number}.txt",
            file=f"{number}.txt",
            digest="",
            source="source",
            result="",
            aside=None,
            address=None,
            foreign=False,
            shingles=kindred.pack_shingles(shingles),
        ),
    )


def taken_out(opened, rule, held, number):
    if number in held:
        kindred.leave_kin(opened, rule, number, held.pop(number))
        catalogue.drop_article(opened, number)


def related(opened):
    return sorted(opened.connection.execute("SELECT one, other, share FROM kin").fetchall())


def at_once(held, most):
    found = versions.find_kin(
        {f"d{number:012x}": shingles for number, shingles in held.items()}, most
    )
    return sorted(
        (catalogue.document_number(one.one), catalogue.document_number(one.other), one.share)
        for one in found
    )


@settings(max_examples=150, deadline=None)
@given(steps=STEPS, rule=st.sampled_from([RULE, FEW]))
def test_kin_do_not_hang_on_the_order_in_which_articles_came_and_went(steps, rule):
    opened = store.scratch_store()
    held = {}
    for number, shingles in steps:
        with catalogue.change_catalogue(opened):
            taken_out(opened, rule, held, number)
            if shingles is not None:
                entered(opened, number, shingles)
                kindred.join_kin(opened, rule, number, shingles)
                held[number] = shingles
        assert related(opened) == at_once(held, rule.most)
    opened.close()


def test_who_is_tied_through_others_is_tied():
    opened = store.scratch_store()
    long = frozenset(range(1, 25))
    texts = {
        1: frozenset(range(1, 13)),
        2: long,
        3: frozenset(range(13, 25)),
        4: frozenset(range(100, 120)),
    }
    with catalogue.change_catalogue(opened):
        for number, shingles in texts.items():
            entered(opened, number, shingles)
            kindred.join_kin(opened, RULE, number, shingles)
    assert kindred.tied_articles(opened, 1) == {1, 2, 3}
    assert kindred.tied_articles(opened, 4) == {4}
    opened.close()


@given(shingles=st.frozensets(st.integers(min_value=0, max_value=2**64 - 1)))
def test_shingles_are_packed_whole(shingles):
    assert kindred.unpack_shingles(kindred.pack_shingles(shingles)) == shingles


@given(one=SETS | SAMPLES, other=SETS | SAMPLES)
def test_sets_are_passed_over_only_where_they_share_too_little_whatever_they_hold(one, other):
    is_sample = not any(shingle % versions.ONE_IN for shingle in other)
    size = versions.smaller_size(one)(len(other), is_sample)
    share = versions.containment(one)(other)
    assert not size or share <= len(one & other) / size
