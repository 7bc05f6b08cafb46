"""What makes a statement worth telling beside its words: it opens an article, it has figures.

Each is one more concept that a candidate covers, so that it counts once, however many statements
have it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from briefing.compose.leads import LeadNews
from briefing.compose.weights import find_median
from briefing.language import late
from briefing.model import Candidate, Ranked, Shortlist

# Tuned on two topics of 16 articles and 7 documents with hand-written facts; the openings tried on
# 28 clusters of news, where they neither help nor hurt. As shares of what a statement is worth.
OPENING, TELLS = "< ", "> "  # with what the concepts of an opening and of its news begin
_OPENING = 0.5
_FIGURE = 0.1
_MOST_FIGURES = 3  # that count: a list of prices is no better for its length
_FIGURES = late.pattern(r"(?<![\w.,])\d[\d.,]*(?<![.,])")
_BRACKETED = late.pattern(r"\[[^\]]*\]")


def mark_prominent(
    shortlists: Sequence[Shortlist], weights: Mapping[str, float], news: LeadNews
) -> tuple[tuple[Shortlist, ...], Mapping[str, float]]:
    """The shortlists with the concepts of prominence, and the weights with what those are worth.

    The first sentence of an article tells what it is about; what
    many open with counts once, by its `news`. A figure is a fact that nothing else
    says; it counts where a section has room for many statements, not in a summary of some words.
    """
    usual = _usual_worth(shortlists, weights)
    marked = tuple(_mark_shortlist(shortlist, news) for shortlist in shortlists)
    added = {one for shortlist in marked for item in shortlist.ranked for one in item.concepts}
    worth = {
        one: usual * (_OPENING if one.startswith(OPENING) else _FIGURE)
        for one in sorted(added)
        if one.startswith((OPENING, "# "))
    }
    return marked, {**weights, **worth}


def _usual_worth(shortlists: Sequence[Shortlist], weights: Mapping[str, float]) -> float:
    """What the concepts of a statement are usually worth together."""
    totals = [
        sum(weights.get(one, 0.0) for one in item.concepts)
        for shortlist in shortlists
        for item in shortlist.ranked
    ]
    return find_median(totals) if totals else 0.0


def _mark_shortlist(shortlist: Shortlist, news: LeadNews) -> Shortlist:
    figures = shortlist.wanted.words is None
    ranked = tuple(_mark_prominence(item, news, figures=figures) for item in shortlist.ranked)
    return replace(shortlist, ranked=ranked)


def _mark_prominence(item: Ranked, news: LeadNews, *, figures: bool) -> Ranked:
    more = (
        *_list_opening(item.candidate, news),
        *(_list_figures(item.candidate) if figures else ()),
    )
    return replace(item, concepts=(*item.concepts, *dict.fromkeys(more)))


def _list_opening(candidate: Candidate, news: LeadNews) -> Iterator[str]:
    """The concept of an article's opening, for what tells its first sentence, and that of the news
    that a candidate tells, which is worth nothing; no text has such words.
    """
    if candidate.position == 0:
        document = candidate.document
        yield f"{OPENING}{news.groups.get(document, document)}"
    told = news.told_by(candidate)
    if told:
        yield f"{TELLS}{told}"


def _list_figures(candidate: Candidate) -> Iterator[str]:
    """The figures of a statement's own words; dates that a bracket adds are none of them."""
    text = _BRACKETED.sub(" ", candidate.statement.text)
    found = dict.fromkeys(_FIGURES.findall(text))
    return (f"# {figure}" for figure in islice(found, _MOST_FIGURES))
