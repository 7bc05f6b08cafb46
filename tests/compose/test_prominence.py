from dataclasses import replace

from briefing.compose.leads import LeadNews
from briefing.compose.prominence import mark_prominent
from briefing.compose.select import select_candidates
from tests.compose.making import candidate, shortlist, weights

NEWS = LeadNews(groups={}, starts={}, words={})
OPENS = "Grain ships reached the quay."
LATER = "Seven barges sank inside the harbour."


def told(*lists, worth=None):
    """The texts that are told, once what is prominent is marked."""
    marked, added = mark_prominent(lists, worth or weights(*lists), NEWS)
    return [[one.statement.text for one in row] for row in select_candidates(marked, added, {})]


def test_an_article_s_opening_is_told_before_more_of_another():
    long = candidate(LATER, "d1", position=3)
    opening = candidate(OPENS, "d2", position=0)
    assert told(shortlist([long, opening], statements=1)) == [[OPENS]]
    later = replace(opening, position=1)
    assert told(shortlist([long, later], statements=1)) == [[long.statement.text]]


def test_a_second_statement_of_the_same_opening_gains_nothing_by_it():
    first = candidate(OPENS, "d1", position=0)
    again = candidate("Grain ships came.", "d1", position=0)
    marked, worth = mark_prominent(
        [shortlist([first, again])], weights(shortlist([first, again])), NEWS
    )
    openings = [[one for one in item.concepts if one.startswith("< ")] for item in marked[0].ranked]
    assert openings[0] == openings[1]
    assert worth[openings[0][0]] > 0


def test_figures_count_each_once_where_there_is_room_for_facts():
    plain = candidate("Many barges sank inside the harbour.", "d1", position=2)
    figures = candidate("17 barges, 2.5 cranes [3 March 2025].", "d2", position=2)
    both = shortlist([plain, figures])
    marked, worth = mark_prominent([both], weights(both), NEWS)
    found = [one for one in marked[0].ranked[1].concepts if one.startswith("# ")]
    assert found == ["# 17", "# 2.5"]
    assert all(worth[one] > 0 for one in found)
    (by_words,), _ = mark_prominent([shortlist([plain, figures], words=30)], {"many": 1.0}, NEWS)
    assert not any(one.startswith("# ") for one in by_words.ranked[1].concepts)


def test_nothing_is_made_of_nothing():
    assert mark_prominent([shortlist([])], {}, NEWS) == ((shortlist([]),), {})


def test_a_list_of_prices_counts_for_its_first_three():
    prices = candidate("Rye rose to 41, oats to 32, hay to 23, barley to 14.", "d2", position=2)
    (marked,), _ = mark_prominent([shortlist([prices])], {}, NEWS)
    found = [one for one in marked.ranked[0].concepts if one.startswith("# ")]
    assert found == ["# 41", "# 32", "# 23"]
