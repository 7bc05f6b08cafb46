"""What a statement adds to what is told already, and which of two is told where there is room for
one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.offers import pool_offers
from briefing.compose.select import begin_filling, fill_sections, select_candidates
from briefing.model import Ranked
from tests.compose.making import candidate, shortlist, weights

# Eight words each and no two alike, so that only concepts, places and wishes decide.
ROWS = [
    "Grain ships reached their northern quay before noon.",
    "Seven barges sank inside stormy harbour waters overnight.",
    "Pilots demanded better lamps along every dangerous channel.",
    "Mayor Arvel sold twelve old mills last winter.",
    "Ferry tolls doubled after costly summer dredging works.",
]


def offered(rows, slug="s", **wanted):
    """Make a shortlist of candidates, each with the concepts and the words that are given for
    it."""
    made = shortlist([one for one, *_ in rows], slug, **wanted)
    return replace(
        made,
        ranked=tuple(
            Ranked(candidate=one, concepts=tuple(concepts), words=more[0] if more else 8)
            for one, concepts, *more in rows
        ),
    )


def told(*lists, worth=None, pins=None):
    """Give the texts that are told, section by section."""
    chosen = select_candidates(lists, weights(*lists) if worth is None else worth, pins or {})
    return [[one.statement.text for one in row] for row in chosen]


def crowd(count=5, **more):
    return [candidate(ROWS[n], f"d{n}", position=0, **more) for n in range(count)]


def test_what_is_covered_does_not_count_again():
    rich, again, fresh = crowd(3)
    rows = [(rich, "abcdef"), (again, "abcde"), (fresh, "g")]
    assert told(offered(rows, statements=2)) == [[ROWS[0], ROWS[2]]]
    assert told(offered(rows, statements=3)) == [[ROWS[0], ROWS[2]]]


def test_what_another_section_covers_does_not_count_again():
    first = candidate(ROWS[0], sections=(("a", 1.0),))
    again, fresh = (candidate(ROWS[n], f"d{n}", sections=(("b", 1.0),)) for n in (1, 2))
    one = offered([(first, "abcdef")], "a")
    other = offered([(again, "abcde"), (fresh, "g")], "b", statements=1)
    assert told(one, other) == [[ROWS[0]], [ROWS[2]]]


def test_what_a_pin_covers_does_not_count_again():
    pinned, again, fresh = crowd(3)
    rows = [(again, "abc"), (fresh, "g"), (pinned, "abc")]
    found = told(offered(rows, statements=2), pins={"s": (pinned.statement.key,)})
    assert found == [[ROWS[0], ROWS[2]]]


def test_what_is_only_partly_covered_counts_for_the_rest():
    rich, half, small = crowd(3)
    rows = [(small, "h"), (half, "abcfg"), (rich, "abcdei")]
    assert told(offered(rows)) == [[ROWS[0], ROWS[1], ROWS[2]]]
    heavy = {**dict.fromkeys("abcdefgi", 1.0), "h": 2.5}
    assert told(offered(rows), worth=heavy) == [[ROWS[0], ROWS[2], ROWS[1]]]


@given(
    st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=5),
    st.integers(1, 5),
)
def test_each_choice_is_the_one_that_adds_most(concepts, room):
    rows = list(zip(crowd(len(concepts)), map(sorted, concepts), strict=True))
    covered, expected = set(), []
    left = list(range(len(rows)))
    while left and len(expected) < room:
        best = max(left, key=lambda n: (len(concepts[n] - covered), -n))
        if not concepts[best] - covered:
            break
        covered |= concepts[best]
        expected.append(ROWS[best])
        left.remove(best)
    assert told(offered(rows, statements=room)) == [expected]


def test_a_sentence_that_is_told_is_not_told_in_other_company():
    alone, company, apart = crowd(3)
    (cited,) = alone.statement.citations

    def citing(one, start, end):
        moved = replace(one.statement.citations[0], document="d0", start=start, end=end)
        return replace(one, statement=replace(one.statement, citations=(moved,)))

    rows = [(alone, "abc"), (citing(company, cited.end - 1, 200), "de")]
    assert told(offered(rows)) == [[ROWS[0]]]
    rows = [(alone, "abc"), (citing(apart, cited.end, 200), "de")]
    assert told(offered(rows)) == [[ROWS[0], ROWS[2]]]
    rows = [(citing(alone, 90, 200), "abc"), (citing(apart, 0, 90), "de")]
    assert told(offered(rows)) == [[ROWS[0], ROWS[2]]]


def going_on(base, addition):
    """A candidate that tells `base` and what stands behind it in its article."""
    return candidate(f"{base.statement.text} {addition.statement.text}", base.document)


def test_what_goes_on_from_a_told_sentence_takes_its_place_and_costs_its_own_words():
    base, other, addition = crowd(3)
    both = going_on(base, addition)
    rows = [(base, "abcdef"), (replace(other, position=1), "gh"), (both, "abcdefij", 16)]
    assert told(offered(rows, words=16)) == [[both.statement.text]]
    assert told(offered(rows, words=24)) == [[both.statement.text, ROWS[1]]]
    assert told(offered(rows, words=15)) == [[ROWS[0]]]
    assert told(offered(rows, statements=1)) == [[both.statement.text]]


def test_what_the_analyst_pins_is_told_as_it_is():
    base, addition = crowd(2)
    rows = [(base, "ab"), (going_on(base, addition), "abcd", 16)]
    key = base.statement.key
    assert told(offered(rows), pins={"s": (key,)}) == [[ROWS[0]]]


def test_what_goes_on_from_another_section_is_not_told_again():
    base, addition = crowd(2, sections=(("a", 1.0), ("b", 1.0)))
    both = replace(going_on(base, addition), sections=base.sections)
    lists = [
        offered([(base, "abcdefgh")], "a", statements=1),
        offered([(both, "abcdefghij", 16)], "b"),
    ]
    assert told(*lists) == [[ROWS[0]], []]


def test_nearly_the_same_words_are_not_told_twice_and_half_the_same_are():
    rows = [(candidate(ROWS[0]), "abc")]
    nearly = candidate("Grain ships reached their northern quay before dawn.", "d2")
    half = candidate("Grain ships reached their southern dock after dark.", "d2")
    assert told(offered([*rows, (nearly, "de")])) == [[ROWS[0]]]
    assert told(offered([*rows, (half, "de")])) == [[ROWS[0], half.statement.text]]


def test_one_statement_that_two_sections_want_is_told_in_one():
    both = candidate(ROWS[0], sections=(("a", 1.0), ("b", 1.0)))
    lists = [offered([(both, "abc")], slug) for slug in "ab"]
    assert told(*lists) == [[ROWS[0]], []]
    assert told(*lists, pins={"b": (both.statement.key,)}) == [[], [ROWS[0]]]
    assert told(*reversed(lists)) == [[], [ROWS[0]]]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"cost": 0}, {"cost": 1}),
        ({"cost": 1}, {"cost": 2}),
        ({"sections": (("s", 2.0),)}, {"sections": (("s", 1.0),)}),
        ({"sections": (("s", 0.9),)}, {"sections": (("s", 0.5),)}),
        ({"sections": (("s", 1.0), ("t", 1.0))}, {"sections": (("t", 1.0), ("s", 1.0))}),
    ],
)
def test_of_equals_the_one_that_serves_better_is_told(better, worse, first):
    good, bad = candidate(ROWS[0], "d1", **better), candidate(ROWS[1], "d2", **worse)
    rows = [(good, "abc"), (bad, "def")]
    assert told(offered(rows if first else rows[::-1], statements=1)) == [[ROWS[0]]]


def test_of_equals_the_one_that_no_later_version_replaced_is_told():
    old, new = replace(candidate(ROWS[0]), weight=0.5), candidate(ROWS[1], "d2", position=9)
    assert told(offered([(old, "abc"), (new, "def")], statements=1)) == [[ROWS[1]]]


def test_what_serves_another_section_alone_is_not_told_here():
    assert told(offered([(candidate(ROWS[0], sections=(("t", 1.0),)), "abc")])) == [[]]


def test_a_section_whose_scores_are_nought_still_tells():
    rows = [(candidate(ROWS[0], sections=(("s", 0.0),)), "abc")]
    assert told(offered(rows)) == [[ROWS[0]]]


def test_how_well_a_section_is_served_is_measured_by_its_best():
    strong, weak = crowd(1, sections=(("s", 8.0),))[0], candidate(ROWS[1], sections=(("s", 2.0),))
    alone = pool_offers([offered([(weak, "a")])])[0].affinity
    best, beside = pool_offers([offered([(strong, "b"), (weak, "a")])])
    assert beside.affinity < alone == best.affinity == 1.0


@pytest.mark.parametrize("budget", [{"words": 100}, {"statements": 1}])
def test_of_equals_the_shorter_is_told(budget):
    wordy, brief = crowd(2)
    rows = [(wordy, "abc", 60), (brief, "def", 50)]
    assert told(offered(rows, **budget))[0][0] == ROWS[1]


@pytest.mark.parametrize(("concepts", "chosen"), [("abcd", 0), ("ab", 1)])
def test_twice_the_length_is_worth_it_for_twice_the_concepts_only(concepts, chosen):
    rows = list(zip(crowd(2), [concepts, "xy"], [20, 10], strict=True))
    assert told(offered(rows, words=20)) == [[ROWS[chosen]]]


def test_length_counts_more_where_words_are_what_runs_out():
    rows = list(zip(crowd(2), ["abc", "xy"], [20, 10], strict=True))
    assert told(offered(rows, words=20)) == [[ROWS[1]]]
    assert told(offered(rows, statements=1)) == [[ROWS[0]]]


def test_the_shortest_has_no_merit_of_it():
    rows = list(zip(crowd(2), ["abc", "def"], [8, 3], strict=True))
    assert told(offered(rows, statements=1)) == [[ROWS[0]]]


@pytest.mark.parametrize(("budget", "count"), [(15, 1), (16, 2), (23, 2), (24, 3)])
def test_a_budget_of_words_is_used_to_the_last_word(budget, count):
    rows = [(one, concept) for one, concept in zip(crowd(3), "abc", strict=True)]
    assert len(told(offered(rows, words=budget))[0]) == count


def test_what_does_not_fit_makes_room_for_what_does():
    rows = list(zip(crowd(3), ["abcd", "efgh", "i"], [10, 10, 5], strict=True))
    assert told(offered(rows, words=15)) == [[ROWS[0], ROWS[2]]]


def test_pins_count_against_the_budget_and_may_exceed_it():
    pinned, other = crowd(2)
    pins = {"s": (pinned.statement.key,)}
    one = offered([(other, "abc"), (pinned, "d")], statements=1)
    assert told(one, pins=pins) == [[ROWS[0]]]
    assert told(offered([(other, "abc"), (pinned, "d")], words=15), pins=pins) == [[ROWS[0]]]
    assert told(offered([(other, "abc"), (pinned, "d")], words=16), pins=pins) == [
        [ROWS[0], ROWS[1]]
    ]


@pytest.mark.parametrize(("shared", "count"), [(1, 3), (31, 3), (32, 4), (39, 4), (40, 5)])
def test_beyond_what_is_reserved_the_shared_words_decide(shared, count):
    rows = list(zip(crowd(5), "abcde", strict=True))
    one = offered(rows, statements=5)
    assert len(told(replace(one, wanted=replace(one.wanted, shared=shared)))[0]) == count


def test_words_of_a_section_that_shares_nothing_are_not_counted():
    rows = list(zip(crowd(5), "abcde", strict=True))
    salt = candidate("Nobody knows what salt costs here.", "d9", sections=(("t", 1.0),))
    own = offered([(salt, "z", 70)], "t")
    one = offered(rows, statements=5)
    sharing = replace(one, wanted=replace(one.wanted, shared=40))
    assert [len(row) for row in told(own, sharing)] == [1, 5]


@pytest.mark.parametrize(
    ("quoted", "first"), [("“Grain ships reached their northern quay” before noon.", 1),
                          ("Grain ships reached “their northern quay” before noon.", 0),
                          ('"Grain ships reached their northern quay" before noon.', 1)],
)  # fmt: skip
def test_what_is_mostly_quotation_comes_second_but_where_words_are_counted(quoted, first):
    rows = [(candidate(quoted), "abc"), (candidate(ROWS[1], "d2", position=1), "def")]
    texts = [quoted, ROWS[1]]
    assert told(offered(rows, statements=1)) == [[texts[first]]]
    assert told(offered(rows, words=8)) == [[quoted]]


def test_where_words_are_counted_what_hangs_is_not_held_against_a_statement():
    rows = [(replace(candidate(ROWS[0]), hanging=2), "abc"),
            (candidate(ROWS[1], "d2", position=1), "def")]  # fmt: skip
    assert told(offered(rows, words=8)) == [[ROWS[0]]]
    assert told(offered(rows, statements=1)) == [[ROWS[1]]]


def test_a_quotation_told_where_words_are_counted_weighs_as_much_as_other_words():
    rows = [(candidate("“Grain ships reached their northern quay.”"), "abc"),
            (candidate(ROWS[1], "d2", position=5), "de")]  # fmt: skip
    assert told(offered(rows, words=8)) == [["“Grain ships reached their northern quay.”"]]
    assert told(offered([(rows[0][0], "ab"), (rows[1][0], "cde")], words=8)) == [[ROWS[1]]]
    assert told(offered([(rows[0][0], "abc")], words=8)) == [
        ["“Grain ships reached their northern quay.”"]
    ]


def test_what_hangs_is_told_where_nothing_better_is():
    for hanging in (1, 2, 3):
        rows = [(replace(candidate(ROWS[0]), hanging=hanging), "abc")]
        assert told(offered(rows)) == [[ROWS[0]]]


@pytest.mark.parametrize(("worth", "second"), [(3.3, 1), (3.4, 2)])
def test_news_that_is_told_counts_for_three_tenths_where_it_is_told_again(worth, second):
    rows = list(zip(crowd(3), [("> n", "a"), ("> n", "b"), ("c",)], strict=True))
    heavy = {"> n": 1.0, "a": 20.0, "b": 11.0, "c": worth}
    assert told(offered(rows, statements=2), worth=heavy) == [[ROWS[0], ROWS[second]]]


@pytest.mark.parametrize(("worth", "third"), [(0.54, 2), (0.56, 3)])
def test_news_that_is_told_twice_hardly_counts_a_third_time(worth, third):
    poor = [(candidate(f"Kites rose {n} times."), ("",)) for n in range(4)]
    rich = [("> n", "a"), ("> n", "b"), ("> n", "c"), ("d",)]
    rows = [*zip(crowd(4), rich, strict=True), *poor]
    heavy = {"> n": 1.0, "a": 30.0, "b": 20.0, "c": 11.0, "d": worth}
    assert told(offered(rows, statements=3), worth=heavy) == [[ROWS[0], ROWS[1], ROWS[third]]]


def test_other_news_counts_in_full_and_so_does_what_opens_nothing():
    rows = list(zip(crowd(3), [("> n", "a"), ("> m", "b"), ("c",)], strict=True))
    heavy = {"a": 20.0, "b": 3.0, "c": 2.0}
    assert told(offered(rows, statements=2), worth=heavy) == [[ROWS[0], ROWS[1]]]


def test_where_words_are_counted_news_may_be_told_again():
    rows = list(zip(crowd(3), [("> n", "a"), ("> n", "b"), ("c",)], strict=True))
    heavy = {"> n": 1.0, "a": 20.0, "b": 11.0, "c": 10.0}
    assert told(offered(rows, words=16), worth=heavy) == [[ROWS[0], ROWS[1]]]


MIXED = "Grain ships sank inside their northern harbour overnight."


@pytest.mark.parametrize(
    ("text", "budget", "again"),
    [
        (MIXED, {}, False),  # every word of it is told, half of them in either
        (MIXED, {"words": 60}, True),
        (MIXED.replace("overnight", "twice"), {}, False),  # one word of eight is new
        (MIXED.replace("Grain ships", "Grain 7"), {}, True),
        (f"{MIXED[:-1]} near Castren.", {}, True),
    ],
)
def test_what_adds_hardly_a_word_is_not_told_unless_it_counts_something(text, budget, again):
    rows = [*zip(crowd(2), ["abc", "def"], strict=True), (candidate(text, "d9"), "g")]
    found = told(offered([*rows, (candidate(ROWS[2], "d8"), "")], **budget))[0]
    assert found == [ROWS[0], ROWS[1], *([text] if again else [])]


@pytest.mark.parametrize(("words", "first"), [((9, 8), 1), ((8, 7), 0)])
def test_brevity_is_a_merit_down_to_eight_words(words, first):
    rows = list(zip(crowd(2), ["abc", "def"], words, strict=True))
    assert told(offered(rows, statements=1)) == [[ROWS[first]]]


@pytest.mark.parametrize(("shared", "longer"), [(40, True), (39, False)])
def test_what_a_longer_statement_replaces_leaves_its_words_to_the_brief(shared, longer):
    rows = list(zip(crowd(4), ["abcdefgh", "ijkl", "mnop", "qrst"], strict=True))
    added = candidate("Kites rose.", "d0")
    both = going_on(rows[0][0], added)
    one = offered([*rows, (both, "abcdefghyz", 16)], statements=4)
    found = told(replace(one, wanted=replace(one.wanted, shared=shared)))[0]
    assert (both.statement.text in found) is longer
    assert len(found) == 4


@pytest.mark.parametrize(("worth", "first"), [(1.1, 1), (0.9, 0)])
def test_news_told_for_the_first_time_weighs_as_much_as_other_words(worth, first):
    rows = list(zip(crowd(2), [("> n", "a"), ("c",)], strict=True))
    assert told(offered(rows, statements=1), worth={"a": 1.0, "c": worth}) == [[ROWS[first]]]


def test_news_that_is_told_three_times_counts_no_less_than_that_told_twice():
    rows = list(zip(crowd(5), [("> n", one) for one in "abcde"], strict=True))
    small = [(candidate(f"Nobody sells {n} mills.", f"t{n}"), "fghijk"[n]) for n in range(6)]
    unusual = offered(small, "t", statements=0)  # what is usual is worth little
    heavy = dict.fromkeys("abcde", 40.0) | dict.fromkeys("fghijk", 1.0)
    assert told(offered(rows), unusual, worth=heavy) == [ROWS, []]


@pytest.mark.parametrize(("more", "first"), [(5e-10, 0), (5e-9, 1)])
def test_the_last_digits_of_a_sum_decide_nothing(more, first):
    rows = list(zip(crowd(2), "ab", strict=True))
    worth = {"a": 1.0, "b": 1.0 + more}
    assert told(offered(rows, statements=1), worth=worth) == [[ROWS[first]]]


EIGHT = "“we shall never ever again pay such tolls”"


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        (EIGHT, EIGHT, False),
        (EIGHT.replace("we", "Owners"), EIGHT, True),
        ("“so we shall never ever again pay such tolls”", EIGHT, False),
        ("“tolls, tolls”", "“tolls, tolls”", True),
    ],
)
def test_eight_quoted_words_are_not_told_twice_and_seven_are(one, other, again):
    texts = [
        f"Ferry owners gathered near Castren harbour told pilots yesterday evening: {one}.",
        f"Dredging crews marching through Vellin shouted behind their mayor: {other}.",
    ]
    rows = [(candidate(text, f"d{n}"), "ab"[n]) for n, text in enumerate(texts)]
    assert told(offered(rows)) == [texts if again else texts[:1]]


@pytest.mark.parametrize(("figure", "again"), [("7", True), ("7th", True), ("seventh", False)])
def test_a_figure_makes_a_statement_a_fact_of_its_own(figure, again):
    rows = [*zip(crowd(2), ["abc", "def"], strict=True)]
    text = MIXED.replace("Grain ships", f"Grain {figure}")
    found = told(offered([*rows, (candidate(text, "d9"), "g")]))[0]
    assert (text in found) is again


def test_what_each_offer_would_add_to_an_empty_brief_is_kept_and_what_it_adds_to_the_full_one():
    first, second, third = crowd(3)
    both = [
        offered([(first, "a"), (second, "abc")], statements=1),
        offered([(replace(third, sections=(("t", 1.0),)), "ab")], "t", statements=1),
    ]
    weights = {"a": 1.0, "b": 2.0, "c": 3.0}
    filling = fill_sections(both, weights, {})
    ranked = [filling.pool[number] for number in filling.alone]
    assert [(offer.section, offer.candidate.statement.text) for offer in ranked] == [
        (0, ROWS[1]),
        (1, ROWS[2]),
        (0, ROWS[0]),
    ]
    gains = list(filling.alone.values())
    assert gains == sorted(gains, reverse=True)
    assert gains[2] > 0
    begun = begin_filling(both, weights, {})
    assert [begun.measure_gain(number) for number in filling.alone] == gains
    assert [gain / gains[2] for gain in gains] == pytest.approx([6.0, 3.0, 1.0], rel=0.2)
    told_already = fill_sections(both, weights, {"s": (second.statement.key,)})
    assert next(iter(told_already.alone.values())) == 0.0
    assert [told_already.measure_gain(number) for number in range(3)] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("rows", "statements", "ruling"),
    [
        ([(ROWS[0], "ab"), (ROWS[1], "c")], 1, "statements"),
        ([(ROWS[0], "ab"), (ROWS[1], "a")], 4, "nothing"),
        ([(ROWS[0], "ab"), (ROWS[0] + " today", "c")], 4, "repeats"),
        ([(ROWS[0], "ab"), (ROWS[1], "c")], 4, "told"),
    ],
)
def test_what_was_decided_of_an_offer_is_noted(rows, statements, ruling):
    listed = [(candidate(text, f"d{place}"), own) for place, (text, own) in enumerate(rows)]
    filling = fill_sections(
        [offered(listed, statements=statements)], {"a": 3.0, "b": 3.0, "c": 1.0}, {}
    )
    verdict = filling.verdicts[1]
    assert verdict.ruling == ruling
    assert filling.verdicts[0].ruling == "told"
    if ruling != "told":
        assert filling.judge_repeating(filling.pool[1], ()) == (
            verdict if ruling == "repeats" else None
        )
        assert filling.repeats(filling.pool[1], ()) is (ruling == "repeats")
    if ruling in {"statements", "repeats"}:
        assert [one.candidate.statement.text for one in verdict.others] == [rows[0][0]]


def test_each_reason_to_tell_nothing_has_its_word():
    """Too little, nothing new, no room beside what is better, no words left."""
    one, two, three = crowd(3)
    mixed = candidate("Grain ships sank inside their northern quay overnight.", "d8")
    aside = replace(two, weight=0.4)
    sharing = offered([(one, "a"), (two, "b"), (three, "c")])
    sharing = replace(sharing, wanted=replace(sharing.wanted, shared=99))
    worth = {"a": 9.0, "b": 8.0, "c": 0.3, "d": 0.5}

    def decided(listed, number):
        return fill_sections([listed], worth, {}).verdicts[number].ruling

    assert decided(sharing, 2) == "little"
    assert decided(offered([(one, "a"), (two, "b"), (three, "c")]), 2) == "told"
    assert decided(offered([(one, "a"), (two, "b"), (mixed, "c")]), 2) == "stale"
    assert decided(offered([(one, "a"), (aside, "b")]), 1) == "background"
    assert decided(offered([(one, "a"), (two, "b")], words=8), 1) == "words"
    assert decided(offered([(one, "a"), (two, "b")], words=16), 1) == "told"


def test_what_shares_a_sentence_with_what_it_cannot_replace_is_noted():
    base, other, addition = crowd(3)
    first, second = going_on(base, addition), going_on(base, other)
    rows = [(first, "abcd", 16), (second, "ab", 16)]
    filling = fill_sections([offered(rows)], dict.fromkeys("abcd", 1.0), {})
    one, two = (filling.verdicts[number] for number in range(2))
    assert (one.ruling, two.ruling) == ("told", "shares")
    assert [offer.candidate for offer in two.others] == [first]


def test_what_goes_on_is_asked_again_once_its_beginning_is_told():
    base, addition, other = crowd(3)
    both = replace(going_on(base, addition), cost=9)  # so that it comes second, and gains by that
    rows = [(base, "a"), (both, "ab", 16), (other, "c")]
    worth = {"a": 1.0, "b": 2.0, "c": 0.965}
    assert told(offered(rows, words=16), worth=worth) == [[both.statement.text]]


@pytest.mark.parametrize(("worth", "first"), [(1.09, 0), (1.12, 1)])
def test_what_stands_later_in_its_article_is_worth_less_where_statements_are_counted(worth, first):
    early, late = candidate(ROWS[0]), candidate(ROWS[1], "d2", position=1)  # 2 ** .15 is 1.11
    rows = [(early, "a"), (late, "b")]
    heavy = {"a": 1.0, "b": worth}
    assert told(offered(rows, statements=1), worth=heavy) == [[ROWS[first]]]
    assert told(offered(rows, words=8), worth=heavy) == [[ROWS[1]]]


@pytest.mark.parametrize(("worth", "count"), [(0.49, 2), (0.51, 3)])
def test_what_adds_next_to_nothing_is_told_only_where_a_section_tells_less_than_two(worth, count):
    def sharing(made):
        return replace(made, wanted=replace(made.wanted, shared=100))

    rows = list(zip(crowd(3), "abc", strict=True))
    heavy = {"a": 20.0, "b": 10.0, "c": worth}  # the usual statement is worth 10
    assert len(told(sharing(offered(rows)), worth=heavy)[0]) == count
    assert len(told(offered(rows), worth=heavy)[0]) == 3  # the config gives it a number
    assert len(told(offered(rows, words=24), worth=heavy)[0]) == 3
    other = offered([(candidate(ROWS[3], "d7", sections=(("t", 1.0),)), "d")], "t")
    both = told(sharing(offered(rows)), sharing(other), worth={**heavy, "d": 0.1})
    assert both[1] == [ROWS[3]]


@pytest.mark.parametrize(("speaker", "first"), [("", 1), ("Ruth Adeyemi", 0)])
def test_what_an_opinion_piece_thinks_comes_second_but_in_views(speaker, first):
    thought = candidate(ROWS[0], kind="judgement", speaker=speaker)
    rows = [(thought, "abc"), (candidate(ROWS[1], "d2", position=1), "def")]
    assert told(offered(rows, statements=1)) == [[ROWS[first]]]
    assert told(offered(rows, statements=1, views=True)) == [[ROWS[0]]]
    assert told(offered(rows, words=8)) == [[ROWS[0]]]
