"""What is new since the edition before, as the page tells it."""

from collections.abc import Mapping, Sequence

from briefing.language.phrases import Phrases
from briefing.model import Brief, Changed
from briefing.render.plain import clean_line
from briefing.render.references import References
from briefing.render.turns import shorten_turn
from briefing.render.view import ChangeView, Link, News


def view_news(brief: Brief, names: References) -> News:
    """What is new, changed and withdrawn; of a first edition only that it is one."""
    changes, words = brief.changes, names.words
    first = changes.previous == 0
    fresh = tuple(link for link in (names.link(name) for name in changes.new) if link)
    kinds = (
        ("changed", changes.changed),
        ("withdrawn", changes.withdrawn),
        ("support", changes.support),
        ("revised", changes.revised),
        ("renamed", changes.renamed),
    )
    counts = {"new": len(fresh), **{what: len(found) for what, found in kinds if found}}
    return News(
        first=first,
        summary=_summarise_news(brief, counts, words),
        fresh=() if first else _join_links(fresh),
        changes=tuple(
            _view_change(what, change, names) for what, found in kinds for change in found
        ),
    )


def _summarise_news(brief: Brief, counts: Mapping[str, int], words: Phrases) -> str:
    """How much of each kind is new since which edition; of a first one that it is one, or that
    those before are lost.
    """
    previous = brief.changes.previous
    if previous != 0:
        told = [words.say(f"count_{what}", count=count) for what, count in counts.items()]
        return words.say("news_since", number=previous, counts=words.join(told))
    lost = brief.edition is not None and brief.edition.number > 1
    return words.say("news_lost" if lost else "news_first")


def _join_links(links: Sequence[Link]) -> tuple[Link, ...]:
    """Join links to statements that follow each other in one section, three or more: "1.2–1.7", to
    the first.
    """
    runs: list[list[Link]] = []
    for link in links:
        if runs and _follows_link(runs[-1][-1].label, link.label):
            runs[-1].append(link)
        else:
            runs.append([link])
    found: list[Link] = []
    for run in runs:
        whole = Link(label=f"{run[0].label}–{run[-1].label}", target=run[0].target)
        found += [whole] if len(run) > 2 else run  # noqa: PLR2004 - two are as short said singly
    return tuple(found)


def _follows_link(one: str, other: str) -> bool:
    """True where "1.3" is before "1.4"."""
    (section, _, first), (same, _, second) = one.partition("."), other.partition(".")
    return (
        section == same
        and first.isdecimal()
        and second.isdecimal()
        and int(second) == int(first) + 1
    )


def _view_change(what: str, change: Changed, names: References) -> ChangeView:
    words = names.words
    was, now = clean_line(change.was), clean_line(change.now)
    if what == "changed":  # the whole of it stands in the brief
        was, now = shorten_turn(was, now)
    ours = what in {"support", "renamed"}  # elsewhere these are sentences
    return ChangeView(
        what=words.say(f"what_{what}"),
        link=names.link(change.id),
        was=words.retell(was) if ours else was,
        now=words.retell(now) if ours else now,
        cause=words.retell(clean_line(change.cause)),
    )
