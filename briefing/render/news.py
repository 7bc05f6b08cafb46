"""What is new since the edition before, as the page tells it."""

from collections.abc import Sequence

from briefing.model import Brief, Changed
from briefing.render import wording
from briefing.render.plain import clean_line
from briefing.render.references import References
from briefing.render.view import ChangeView, Link, News


def view_news(brief: Brief, names: References) -> News:
    """What is new, changed and withdrawn; of a first edition only that it is one."""
    changes = brief.changes
    first = changes.previous == 0
    fresh = tuple(link for link in (names.link(name) for name in changes.new) if link)
    kinds = (
        ("changed", changes.changed),
        ("withdrawn", changes.withdrawn),
        ("support changed", changes.support),
        ("source revised", changes.revised),
        ("outlet renamed", changes.renamed),
    )
    counts = [f"{len(fresh)} new", *(f"{len(found)} {what}" for what, found in kinds if found)]
    if first and brief.edition is not None and brief.edition.number > 1:
        summary = "No earlier edition is at hand to compare with, so nothing is marked as new."
    elif first:
        summary = (
            "First edition: there is no earlier brief to compare with, so everything here is new."
        )
    else:
        summary = f"Since brief {changes.previous}: {wording.join_words(counts)}."
    return News(
        first=first,
        summary=summary,
        fresh=() if first else _join_links(fresh),
        changes=tuple(
            _view_change(what, change, names) for what, found in kinds for change in found
        ),
    )


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
    return ChangeView(
        what=wording.capitalise(what),
        link=names.link(change.id),
        was=clean_line(change.was),
        now=clean_line(change.now),
        cause=clean_line(change.cause),
    )
