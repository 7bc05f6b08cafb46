"""What the desk calls outlets: names that are nearly another's, and outlets without a grade."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from briefing.errors import Problem
from briefing.inspection.coaching import hints
from briefing.inspection.coaching.sources import MOST_SHOWN
from briefing.inspection.coaching.survey import Survey, beside, name_beside, shown_path, warn
from briefing.language import lookalike
from briefing.languages import packs
from briefing.model import Document

_SHORTEST = 4  # letters of a word that may be a misspelling: CBC is not CBS


def doubt_outlets(survey: Survey) -> Iterator[Problem]:
    """Name outlets that are nearly spelt as another is, and outlets that the config doesn't grade
    where it grades others; the misspelling first, for a grade would make it last.
    """
    first = _first_articles(survey)
    written = _misspelt_in_config(survey, first)
    for name, meant in written.items():
        yield survey.settings.tree.problem(
            ("outlets", name),
            f"no article is of the outlet {name!r}",
            f"did you mean {meant!r}, as over {shown_path(first[meant])}?",
            key=True,
            severity="warning",
        )
    misspelt = {name: _find_meant(survey, name, first) for name in first}
    for name, meant in misspelt.items():
        if meant and name not in written.values():
            yield _doubt_outlet(survey, first[name], name, meant)
    doubted = {*written.values(), *(name for name, meant in misspelt.items() if meant)}
    yield from _miss_grades(survey, {n: one for n, one in first.items() if n not in doubted})


def _first_articles(survey: Survey) -> dict[str, Document]:
    """The outlets of the articles in view, each with the first article of it."""
    first: dict[str, Document] = {}
    for document in survey.documents:
        if document.outlet is not None:
            first.setdefault(document.outlet.value, document)
    return first


def _misspelt_in_config(survey: Survey, first: Mapping[str, Document]) -> dict[str, str]:
    """The outlets of the config that no article is of, where an article has a name that is nearly
    theirs and says so itself, each with that name.
    """
    known = survey.settings.outlets
    keys = {lookalike.spelling_key(one) for one in known}
    stated = [name for name in _stated_names(first) if lookalike.spelling_key(name) not in keys]
    unheard = [name for name in known if _is_unheard(survey, name, first)]
    near = {name: hints.suggest_name(name, stated) for name in unheard}
    return {name: meant for name, meant in near.items() if meant}


def _stated_names(first: Mapping[str, Document]) -> Iterator[str]:
    """The outlets whose first article says itself that it is theirs."""
    for name, one in first.items():
        if one.outlet is not None and one.outlet.basis != "supplied":
            yield name


def _is_unheard(survey: Survey, name: str, first: Mapping[str, Document]) -> bool:
    """Whether no article is of an outlet of the config, by any of its names."""
    names = (name, *survey.settings.outlets[name].aliases)
    keys = {lookalike.spelling_key(one) for one in names}
    return keys.isdisjoint(map(lookalike.spelling_key, first))


def _find_meant(survey: Survey, name: str, first: Mapping[str, Document]) -> str:
    """The outlet of which a name is surely a misspelling, "" for none: one of the config's, or one
    that is spelt right and of more articles.
    """
    config = _names_in_config(survey)
    own = lookalike.spelling_key(name)
    if own in map(lookalike.spelling_key, config):
        return ""
    others = [one for one in {*first, *config} if lookalike.spelling_key(one) != own]
    meant = hints.suggest_name(name, others)
    pairs = _differing_words(name, meant)
    if not _are_long(pairs):
        return ""
    if meant in config:
        return meant
    heard = Counter(one.outlet.value for one in survey.documents if one.outlet is not None)
    worse = [_rate(name, heard, pairs, 0), _rate(meant, heard, pairs, 1)]
    return meant if worse[0] < worse[1] else ""


def _names_in_config(survey: Survey) -> set[str]:
    """All names that the config has of outlets."""
    return {one for key, it in survey.settings.outlets.items() for one in (key, *it.aliases)}


def _are_long(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether words differ, and all that do are long enough to be told from others' words."""
    return bool(pairs) and all(len(word) >= _SHORTEST for pair in pairs for word in pair)


def _rate(
    name: str, heard: Mapping[str, int], pairs: list[tuple[str, str]], side: int
) -> tuple[bool, int]:
    """How likely a name is the right one of two: its words are known, and many articles have it."""
    return all(packs.is_spelled(pair[side].lower(), None) for pair in pairs), heard[name]


def _differing_words(name: str, other: str) -> list[tuple[str, str]]:
    """The words in which two names of as many words differ; none for other names."""
    words = (name.split(), other.split())
    if len(words[0]) != len(words[1]):
        return []
    return [pair for pair in zip(*words, strict=True) if pair[0] != pair[1]]


def _doubt_outlet(survey: Survey, document: Document, name: str, meant: str) -> Problem:
    """A warning where the name is written: in sources.yaml, or over the article."""
    message, advice = f"the outlet {name!r} is nearly {meant!r}", f"did you mean {meant!r}?"
    for tree, entry_name, entry in survey.entries():
        if entry.outlet == name:
            return tree.problem((entry_name, "outlet"), message, advice, severity="warning")
    else_ = f"if so, add to {beside(document)}: {name_beside(document)}: {{outlet: {meant}}}"
    return warn(shown_path(document), message, f"{advice} {else_}")


def _miss_grades(survey: Survey, first: Mapping[str, Document]) -> Iterator[Problem]:
    """Name outlets that the config doesn't grade, once each, where it grades others."""
    missed = [
        (name, one)
        for name, one in (first.items() if survey.settings.outlets else ())
        if not _is_graded(survey, name)
    ]
    for name, document in islice(missed, MOST_SHOWN):
        yield warn(
            shown_path(document),
            f"{name!r} is not among the config's outlets, so it has no grade",
            f"add to outlets in the config: {name}: {{reliability: …}}",
        )


def _is_graded(survey: Survey, name: str) -> bool:
    """Whether the desk names an outlet, or grades every article of it that it may quote."""
    own = [one for one in survey.documents if one.outlet is not None and one.outlet.value == name]
    graded = (one.reliability is not None or not survey.may_quote(one) for one in own)
    return survey.job.outlets.named(name) is not None or all(graded)
