"""From the kinds that a config names to the stages that do the work."""

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from briefing.errors import Problem, UserError
from briefing.registry import kinds, own
from briefing.settings import Choice, Settings, order_problems, read_config, typed
from briefing.settings.tree import Tree
from briefing.stages import (
    Channel,
    Courier,
    Editor,
    FeedWriter,
    Reader,
    SectionKind,
    Source,
    Tagger,
    Writer,
)
from briefing.tag import Terms, asks_for_signal

Stage = TypeVar("Stage")

_FAMILY: Mapping[type, str] = {
    Source: "source",
    Reader: "reader",
    Tagger: "tag",
    SectionKind: "section",
    Writer: "output",
    FeedWriter: "output",
    Courier: "courier",
    Editor: "editor",
    Channel: "channel",
}
_FILE = re.compile(r"\w[\w-]*(?:\.\w+)+")  # no path, and nothing that is hidden
_CHANNEL = re.compile(r"[\w-]{1,60}")  # no address of a reader's
_GIVEN = ("slug", "title", "tags")  # what the settings of every section give to its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """A config's stages, in its order; taggers by tag, sections by slug, writers by kind.

    `about` is what an article must hold, None where all belong to the brief.
    `readers` are those that the config adds to ours; `courier` is None where `mail` names none,
    `editor` where the config does.
    """

    sources: tuple[Source, ...]
    readers: tuple[Reader, ...]
    about: Terms | None
    taggers: Mapping[str, Tagger]
    sections: Mapping[str, SectionKind]
    writers: Mapping[str, Writer]
    feeds: Mapping[str, FeedWriter]
    courier: Courier | None
    channels: tuple[Channel, ...]
    editor: Editor | None = None


def load_stages(path: Path) -> tuple[Settings, Stages]:
    """Read the config at `path` and make its stages. Raises UserError with every problem of
    both.
    """
    settings, problems = read_config(path)
    stages, wrong = _make_stages(settings)
    if problems or wrong:
        raise UserError(*order_problems([*problems, *wrong]))
    return settings, stages


def make_courier(settings: Settings) -> Courier | None:
    """Make the courier that `mail` names, None where it names none. Raises UserError as
    `load_stages`.
    """
    problems: list[Problem] = []
    courier = _make_courier(settings, problems)
    if problems:
        raise UserError(*order_problems(problems))
    return courier


def make_feeds(settings: Settings) -> dict[str, FeedWriter]:
    """Make the feeds that `outputs` names, by kind. Raises UserError as `load_stages`."""
    problems: list[Problem] = []
    feeds = _make_feeds(settings, problems)
    if problems:
        raise UserError(*order_problems(problems))
    return feeds


def _make_stages(settings: Settings) -> tuple[Stages, list[Problem]]:
    problems: list[Problem] = []
    tree = settings.tree
    return Stages(
        sources=tuple(_make_each(tree, settings.sources, kinds.SOURCES, Source, problems)),
        readers=tuple(_make_each(tree, settings.readers, kinds.READERS, Reader, problems)),
        about=_make_about(settings, problems),
        taggers={
            name: made
            for name, choice in settings.tags.items()
            for made in _make_each(tree, [choice], kinds.TAGGERS, Tagger, problems)
        },
        sections=_make_sections(settings, problems),
        writers=_make_writers(settings, problems),
        feeds=_make_feeds(settings, problems),
        courier=_make_courier(settings, problems),
        editor=_make_editor(settings, problems),
        channels=tuple(_make_channels(settings, problems)),
    ), problems


def _make_about(settings: Settings, problems: list[Problem]) -> Terms | None:
    """Make what an article must hold; a signal is nothing that words alone can tell."""
    asked = settings.about
    if asked is None or asked.kind != "terms":
        return None
    made, wrong = _make_stage(settings.tree, asked, {"terms": Terms}, Tagger)
    problems.extend(wrong)
    if not isinstance(made, Terms):
        return None
    for number, entry in enumerate(made.terms):
        if asks_for_signal(entry):
            place = (*asked.steps, "terms", number)
            message = f"'about' can't ask for a signal: {entry}"
            problems.append(settings.tree.problem(place, message, "give words, which any text has"))
    return made


def _make_each(
    tree: Tree,
    choices: Iterable[Choice],
    known: Mapping[str, Callable[..., Stage]],
    form: type,
    problems: list[Problem],
) -> Iterator[Stage]:
    """Make one stage after the other, leaving out those of which `problems` gets something."""
    for choice in choices:
        made, wrong = _make_stage(tree, choice, known, form)
        problems.extend(wrong)
        if made is not None:
            yield made


def _make_sections(settings: Settings, problems: list[Problem]) -> dict[str, SectionKind]:
    """Make the sections by slug; each gets the tag that was made of its own terms."""
    found = {}
    for section in settings.sections:
        given = {"slug": section.slug, "title": section.title, "tags": section.tags}
        choice = Choice(
            kind=section.kind, options={**section.options, **given}, steps=section.steps
        )
        for made in _make_each(settings.tree, [choice], kinds.SECTIONS, SectionKind, problems):
            found[section.slug] = cast(
                "SectionKind", dataclasses.replace(cast("Any", made), tags=section.tags)
            )
    return found


def _make_writers(settings: Settings, problems: list[Problem]) -> dict[str, Writer]:
    """Make the writers by kind; no two may be of one kind, or write one file."""
    found: dict[str, Writer] = {}
    for choice in settings.outputs:
        if choice.kind in kinds.FEEDS:
            continue
        place = (*choice.steps, "kind")
        if choice.kind in found:
            message = f"two outputs of the kind {choice.kind!r}"
            problems.append(settings.tree.problem(place, message))
        for made in _make_each(settings.tree, [choice], kinds.WRITERS, Writer, problems):
            others = {one.name for kind, one in found.items() if kind != choice.kind}
            problems += (
                settings.tree.problem(place, message) for message in _wrong_names(made.name, others)
            )
            found[choice.kind] = made
    return found


def _wrong_names(name: str, others: Collection[str]) -> Iterator[str]:
    """What is wrong with the name of a file that an output writes beside `others`."""
    if not _FILE.fullmatch(name) or name == "manifest.json":
        yield f"{name!r} is no name for a file of an edition"
    if name in others:
        yield f"two outputs write {name!r}"


def _make_feeds(settings: Settings, problems: list[Problem]) -> dict[str, FeedWriter]:
    """Make the feeds by kind; no two may be of one kind."""
    found: dict[str, FeedWriter] = {}
    for choice in settings.outputs:
        if choice.kind not in kinds.FEEDS:
            continue
        if choice.kind in found:
            message = f"two outputs of the kind {choice.kind!r}"
            problems.append(settings.tree.problem((*choice.steps, "kind"), message))
        for made in _make_each(settings.tree, [choice], kinds.FEEDS, FeedWriter, problems):
            found[choice.kind] = made
    return found


def _make_courier(settings: Settings, problems: list[Problem]) -> Courier | None:
    if settings.courier is None:
        return None
    from briefing.registry.outgoing import COURIERS  # noqa: PLC0415 - see its text

    made = _make_each(settings.tree, [settings.courier], COURIERS, Courier, problems)
    return next(made, None)


def _make_editor(settings: Settings, problems: list[Problem]) -> Editor | None:
    chosen = [settings.editor] if settings.editor is not None else []
    return next(_make_each(settings.tree, chosen, kinds.EDITORS, Editor, problems), None)


def _make_channels(settings: Settings, problems: list[Problem]) -> Iterator[Channel]:
    """Make the channels; no two may have one name, by which receipts know them."""
    if not settings.channels:
        return
    from briefing.registry.outgoing import CHANNELS  # noqa: PLC0415 - see its text

    known: set[str] = set()
    for choice in settings.channels:
        for made in _make_each(settings.tree, [choice], CHANNELS, Channel, problems):
            place = (*choice.steps, "name" if "name" in choice.options else "kind")
            if made.name in known:
                message = f"two channels have the name {made.name!r}"
                advice = "give each a 'name' of its own: receipts know it by that"
                problems.append(settings.tree.problem(place, message, advice))
            elif not _CHANNEL.fullmatch(made.name):
                message = f"{made.name!r} is no name of a channel"
                advice = "write letters, digits, '_' and '-'"
                problems.append(settings.tree.problem(place, message, advice))
            known.add(made.name)
            yield made


def _make_stage(
    tree: Tree, choice: Choice, known: Mapping[str, Callable[..., Stage]], form: type
) -> tuple[Stage | None, list[Problem]]:
    found, why = _find_kind(choice, known, form)
    if found is None:
        return None, [tree.problem((*choice.steps, "kind"), *why)]
    if not choice.steps:  # an output that the config leaves to us
        return cast("Stage", found()), []
    problems = list(_check_names(tree, choice, form))
    if problems:
        return None, problems
    written = tree.get(*choice.steps)
    fields = {typed.key_of(field.name) for field in dataclasses.fields(found)}
    given = written if isinstance(written, dict) else {}
    foreign = [key for key in given if not _is_option(key, choice, fields)]
    made, problems = typed.convert_mapping(found, tree, choice.steps, ignore=foreign)
    if made is not None and form is SectionKind:
        problems = list(_check_section(tree, choice, made, found))
    return cast("Stage | None", made), problems


# What is found is any stage: a dataclass of whoever wrote it.
def _find_kind(
    choice: Choice, known: Mapping[str, Callable[..., Stage]], form: type
) -> tuple[Any, tuple[str, ...]]:
    """The kind that was chosen; or None, with what is wrong and perhaps what to do."""
    if ":" in choice.kind:
        try:
            return own.find_stage(choice.kind, form, _GIVEN if form is SectionKind else ()), ()
        except own.NotAStageError as error:
            return None, (str(error),)
    if choice.kind in known:
        return known[choice.kind], ()
    advice = typed.suggest_near(choice.kind, known) or f"kinds are {typed.one_of(known)}"
    return None, (f"there is no {_FAMILY[form]} of the kind {choice.kind!r}", advice)


def _check_names(tree: Tree, choice: Choice, form: type) -> Iterator[Problem]:
    """Refuse names for files that an edition names."""
    if form not in {Writer, FeedWriter}:
        return
    for key in choice.options:
        if key in kinds.OURS:
            steps, advice = (*choice.steps, key), "an edition's files have fixed names"
            yield tree.problem(steps, f"unknown key {key!r}", advice, key=True)


def _check_section(
    tree: Tree,
    choice: Choice,
    made: Any,  # noqa: ANN401 - a stage, whoever wrote it
    found: object,
) -> Iterator[Problem]:
    """Refuse budgets that leave nothing, and a kind of a user's own that takes the name of ours."""
    yield from _check_budgets(tree, choice, made)
    if kinds.SECTIONS.get(made.kind, found) is not found:
        message = f"{choice.kind!r} calls itself {made.kind!r}, which is one of ours"
        yield tree.problem((*choice.steps, "kind"), message)


# `made` is any stage: a dataclass of whoever wrote it.
def _check_budgets(tree: Tree, choice: Choice, made: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Refuse budgets that leave nothing."""
    for field in dataclasses.fields(made):
        value = getattr(made, field.name)
        if isinstance(value, int) and not isinstance(value, bool) and value < 1:
            yield tree.problem(
                (*choice.steps, field.name), f"{field.name!r}: {value} is less than 1"
            )


def _is_option(key: str, choice: Choice, fields: set[str]) -> bool:
    """Tell a stage's option from what stands beside it and is the settings' own business."""
    if key in _GIVEN:
        return key in fields
    return key in choice.options
