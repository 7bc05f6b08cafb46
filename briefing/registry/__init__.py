"""From the kinds that a config names to the stages that do the work."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from briefing.errors import Problem, UserError
from briefing.registry import kinds, own
from briefing.settings import Choice, Settings, order_problems, read_config, typed
from briefing.settings.tree import Tree
from briefing.stages import SectionKind, Source, Tagger, Writer

Stage = TypeVar("Stage")

_FAMILY: Mapping[type, str] = {
    Source: "source",
    Tagger: "tag",
    SectionKind: "section",
    Writer: "output",
}
_GIVEN = ("slug", "title", "tags")  # what the settings of every section give to its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """A config's stages, in its order; taggers by tag, sections by slug, writers by kind."""

    sources: tuple[Source, ...]
    taggers: Mapping[str, Tagger]
    sections: Mapping[str, SectionKind]
    writers: Mapping[str, Writer]


def load_stages(path: Path) -> tuple[Settings, Stages]:
    """Read the config at `path` and make its stages. Raises UserError with every problem of
    both.
    """
    settings, problems = read_config(path)
    stages, wrong = _make_stages(settings)
    if problems or wrong:
        raise UserError(*order_problems([*problems, *wrong]))
    return settings, stages


def build_stages(settings: Settings) -> Stages:
    """Make the stages of settings that are in order. Raises UserError with every wrong kind or
    option.
    """
    stages, problems = _make_stages(settings)
    if problems:
        raise UserError(*order_problems(problems))
    return stages


def _make_stages(settings: Settings) -> tuple[Stages, list[Problem]]:
    problems: list[Problem] = []
    tree = settings.tree

    def stage(
        choice: Choice, known: Mapping[str, Callable[..., Stage]], form: type
    ) -> Stage | None:
        made, wrong = _make_stage(tree, choice, known, form)
        problems.extend(wrong)
        return made

    sources = [stage(choice, kinds.SOURCES, Source) for choice in settings.sources]
    taggers = {name: stage(choice, kinds.TAGGERS, Tagger) for name, choice in settings.tags.items()}
    sections = {}
    for section in settings.sections:
        options = {
            **section.options,
            "slug": section.slug,
            "title": section.title,
            "tags": section.tags,
        }
        choice = Choice(kind=section.kind, options=options, steps=section.steps)
        made = stage(choice, kinds.SECTIONS, SectionKind)
        sections[section.slug] = _with_tags(made, section.tags) if made is not None else None
    writers = {}
    for choice in settings.outputs:
        if choice.kind in writers:
            problems.append(
                tree.problem((*choice.steps, "kind"), f"two outputs of the kind {choice.kind!r}")
            )
        writers[choice.kind] = stage(choice, kinds.WRITERS, Writer)
    return Stages(
        sources=tuple(source for source in sources if source is not None),
        taggers={name: tagger for name, tagger in taggers.items() if tagger is not None},
        sections={slug: made for slug, made in sections.items() if made is not None},
        writers={kind: writer for kind, writer in writers.items() if writer is not None},
    ), problems


def _make_stage(
    tree: Tree, choice: Choice, known: Mapping[str, Callable[..., Stage]], form: type
) -> tuple[Stage | None, list[Problem]]:
    kind_place = (*choice.steps, "kind")
    if ":" in choice.kind:
        try:
            found: Any = own.find_stage(choice.kind, form, _GIVEN if form is SectionKind else ())
        except own.NotAStageError as error:
            return None, [tree.problem(kind_place, str(error))]
    elif choice.kind in known:
        found = known[choice.kind]
    else:
        advice = typed.suggest_near(choice.kind, known) or f"kinds are {typed.one_of(known)}"
        family = _FAMILY[form]
        return None, [
            tree.problem(kind_place, f"there is no {family} of the kind {choice.kind!r}", advice)
        ]
    if not choice.steps:  # an output that the config leaves to us
        return cast("Stage", found()), []
    written = tree.get(*choice.steps)
    problems = [
        tree.problem(
            (*choice.steps, key),
            f"unknown key {key!r}",
            "an edition's files have fixed names",
            key=True,
        )
        for key in choice.options
        if form is Writer and key in kinds.OURS
    ]
    if problems:
        return None, problems
    fields = {typed.key_of(field.name) for field in dataclasses.fields(found)}
    foreign = [
        key
        for key in (written if isinstance(written, dict) else {})
        if not _is_option(key, choice, fields)
    ]
    made, problems = typed.convert_mapping(found, tree, choice.steps, ignore=foreign)
    if made is not None and form is SectionKind:
        problems = list(_check_budgets(tree, choice, made))
        if kinds.SECTIONS.get(made.kind, found) is not found:
            message = f"{choice.kind!r} calls itself {made.kind!r}, which is one of ours"
            problems.append(tree.problem(kind_place, message))
    return cast("Stage | None", made), problems


def _check_budgets(tree: Tree, choice: Choice, made: Any) -> Iterator[Problem]:  # noqa: ANN401 - any dataclass
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


def _with_tags(stage: SectionKind, tags: tuple[str, ...]) -> SectionKind:
    """Hand a section the tag that was made of its own terms."""
    return cast("SectionKind", dataclasses.replace(cast("Any", stage), tags=tags))
