"""Checks of `tags`, `sections`, `outlets` and `names`: that what is named exists, once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.errors import Problem
from briefing.languages.en.asked import find_fault
from briefing.settings import typed
from briefing.settings.checks import frame
from briefing.settings.settings import Name, SectionSettings, Settings
from briefing.settings.tree import Tree

_SCHEDULER = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_FEWEST_WORDS = 15
_FEWEST_PAGES, _MOST_PAGES = 4, 40
_NORTH, _EAST = 90.0, 180.0  # degrees


def check_content(settings: Settings) -> Iterator[Problem]:
    """The problems of what the brief is made of."""
    yield from _check_about(settings)
    yield from _check_workers(settings)
    yield from _check_tags(settings)
    yield from _check_sections(settings)
    yield from _check_pages(settings)
    yield from _check_outlets(settings)
    for group, names in (
        ("people", settings.names.people),
        ("places", settings.names.places),
        ("bodies", settings.names.bodies),
    ):
        yield from _check_names(settings, group, names)


def _check_workers(settings: Settings) -> Iterator[Problem]:
    asked, tree = settings.workers, settings.tree
    if asked.kind == "dask" and not asked.scheduler:
        message = "workers of the kind dask need a scheduler"
        yield tree.problem(("workers",), message, "add scheduler: tcp://HOST:8786", key=True)
    elif asked.kind != "dask" and asked.scheduler:
        message = f"workers of the kind {asked.kind} have no scheduler"
        yield tree.problem(("workers", "scheduler"), message, "add kind: dask, or leave it out")
    elif asked.scheduler and not _SCHEDULER.fullmatch(asked.scheduler):
        message = f"{asked.scheduler!r} is no address of a scheduler"
        yield tree.problem(("workers", "scheduler"), message, "write it as tcp://HOST:8786")
    if asked.jobs < 0:
        yield tree.problem(("workers", "jobs"), f"'jobs': {asked.jobs} is less than 0")
    if asked.patience < 1:
        yield tree.problem(("workers", "patience"), f"'patience': {asked.patience} is less than 1")


def _check_about(settings: Settings) -> Iterator[Problem]:
    asked = settings.about
    if asked is None:
        return
    if asked.kind != "terms":
        message = "'about' goes by terms alone"
        yield settings.tree.problem((*asked.steps, "kind"), message, "leave 'kind' out")
    elif not asked.options.get("terms"):
        message = "'about' has no terms, so that no article would belong to the brief"
        yield settings.tree.problem(asked.steps, message, "add terms: [...]", key=True)


def _check_tags(settings: Settings) -> Iterator[Problem]:
    used = {tag for section in settings.sections for tag in section.tags}
    for name, tag in settings.tags.items():
        steps = tag.steps
        if not frame.SLUG.match(name):
            yield settings.tree.problem(
                steps, frame.slug_message(name), frame.slug_advice(name), key=True
            )
        if tag.kind == "terms" and not tag.options.get("terms"):
            yield settings.tree.problem(
                steps, f"tag {name!r} has no terms", "add terms: [...]", key=True
            )
        if name not in used:
            message = f"no section uses the tag {name!r}"
            yield settings.tree.problem(steps, message, key=True, severity="warning")


def _check_sections(settings: Settings) -> Iterator[Problem]:
    tree = settings.tree
    written = tree.get("tags")
    tags = sorted({*settings.tags, *(written if isinstance(written, dict) else ())})
    if tree.get("sections") == []:
        yield tree.problem(("sections",), "the brief has no sections")
    first: dict[str, int] = {}
    for section in settings.sections:
        yield from _check_slug(tree, section, first)
        if not section.title.strip():
            yield tree.problem((*section.steps, "title"), "the title is blank")
        yield from _check_room(settings, section)
        yield from _check_questions(settings, section)
        yield from _check_uses(tree, section, tags)


def _check_slug(tree: Tree, section: SectionSettings, first: dict[str, int]) -> Iterator[Problem]:
    """A slug has its form and is one section's; `first` has the lines of those before, and gets
    this one's.
    """
    steps, slug = (*section.steps, "slug"), section.slug
    if not frame.SLUG.match(slug):
        yield tree.problem(steps, frame.slug_message(slug), frame.slug_advice(slug))
    if slug in first:
        message = f"two sections have the slug {slug!r}"
        yield tree.problem(steps, message, f"the other is in line {first[slug]}")
    first.setdefault(slug, tree.problem(steps, "").line)


def _check_uses(tree: Tree, section: SectionSettings, tags: Sequence[str]) -> Iterator[Problem]:
    """Every tag that a section uses is there."""
    for number, tag in enumerate(section.tags):
        if tag not in tags:
            known = f"tags are {typed.one_of(tags)}" if tags else "there are no tags"
            advice = typed.suggest_near(tag, tags) or known
            yield tree.problem((*section.steps, "tags", number), f"there is no tag {tag!r}", advice)


def _check_room(settings: Settings, section: SectionSettings) -> Iterator[Problem]:
    """Warn of two bounds of which one counts, and of one too small for statements. A user's stage
    has its own.
    """
    words = section.options.get("words")
    if ":" in section.kind or words is None:
        return
    if "statements" in section.options:
        message = f"section {section.slug!r}: 'words' counts and 'statements' does not"
        steps = (*section.steps, "statements")
        yield settings.tree.problem(
            steps, message, "keep one of them", key=True, severity="warning"
        )
    if str(words).isdecimal() and 1 <= int(str(words)) < _FEWEST_WORDS:
        message = f"section {section.slug!r}: {words} words are too few for almost any statement"
        advice = "a statement has about 25 words"
        yield settings.tree.problem((*section.steps, "words"), message, advice, severity="warning")


def _check_pages(settings: Settings) -> Iterator[Problem]:
    """Title, tables and lists alone fill more than two pages, and a book is no brief."""
    if not _FEWEST_PAGES <= settings.budget.pages <= _MOST_PAGES:
        message = f"'pages': {settings.budget.pages} is out of range"
        advice = f"give a number from {_FEWEST_PAGES} to {_MOST_PAGES}"
        yield settings.tree.problem(("budget", "pages"), message, advice)


def _check_questions(settings: Settings, section: SectionSettings) -> Iterator[Problem]:
    """A question has words, is asked once, and has terms that can match."""
    first: dict[str, int] = {}
    for number, question in enumerate(section.questions):
        steps = (*section.steps, "questions", number)
        place = settings.tree.problem((*steps, "text"), "")
        if not question.text.strip():
            yield replace(place, message="the question is blank")
        elif question.text in first:
            message = f"{question.text!r} is asked twice"
            advice = f"the other is in line {first[question.text]}"
            yield replace(place, message=message, advice=advice)
        first.setdefault(question.text, place.line)
        if not question.terms:
            message = f"the question {question.text!r} has no terms"
            yield settings.tree.problem((*steps, "terms"), message, "add terms: [...]")
        for at, term in enumerate(question.terms):
            fault = find_fault(term)
            if fault:
                yield settings.tree.problem((*steps, "terms", at), fault)


def _check_outlets(settings: Settings) -> Iterator[Problem]:
    for name, outlet in settings.outlets.items():
        if outlet.country and not _COUNTRY.match(outlet.country):
            message = f"{outlet.country!r} is not a country code of two capitals"
            yield settings.tree.problem(("outlets", name, "country"), message)
        for number, host in enumerate(outlet.hosts):
            if not _HOST.fullmatch(host):
                message = f"{host!r} is no host"
                advice = "give it without scheme and path: `paper.example`"
                yield settings.tree.problem(("outlets", name, "hosts", number), message, advice)


def _check_names(settings: Settings, group: str, names: tuple[Name, ...]) -> Iterator[Problem]:
    """Coordinates make sense and come in pairs; one spelling never means two names."""
    owners: dict[str, str] = {}
    for number, name in enumerate(names):
        steps = ("names", group, number)
        if not name.name.strip():
            yield settings.tree.problem((*steps, "name"), "the name is blank")
        if (name.lat is None) != (name.lon is None):
            missing = "lon" if name.lon is None else "lat"
            yield settings.tree.problem(
                steps, f"{name.name!r} lacks {missing!r}", "coordinates are given in pairs"
            )
        for key, value, most in (("lat", name.lat, _NORTH), ("lon", name.lon, _EAST)):
            if value is not None and not -most <= value <= most:
                yield settings.tree.problem((*steps, key), f"{value:g} is beyond {most:g} degrees")
        for form in (name.name, *name.aliases):
            owner = owners.setdefault(form.casefold(), name.name)
            if owner != name.name:
                message = f"{form!r} names both {owner!r} and {name.name!r}"
                yield settings.tree.problem(steps, message, "give each spelling to one of them")
