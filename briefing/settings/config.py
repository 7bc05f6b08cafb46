"""config.yaml in, `Settings` out, or every mistake in it at once."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from briefing.errors import Problem, UserError
from briefing.settings import checks, tree, typed
from briefing.settings.mail import MailSettings
from briefing.settings.running import (
    AlertSettings,
    DeskSettings,
    EditorSettings,
    ScheduleSettings,
    SignatureSettings,
    WorkerSettings,
)
from briefing.settings.settings import (
    BriefSettings,
    BudgetSettings,
    Choice,
    File,
    Outlet,
    PinnedNames,
    SectionSettings,
    Settings,
    SourceMarks,
)

OUTPUTS = ("markdown", "html", "pdf", "json")
_COMMON = tuple(
    field.name
    for field in dataclasses.fields(SectionSettings)
    if field.name not in {"options", "steps"}
)


def load_config(path: Path) -> Settings:
    """Read and check the config at `path`.

    Raises UserError with all problems, in the order of the file. Does not look into stages' own
    options (`registry.load_stages` does), nor at sources, templates or the analyst's file.
    """
    settings, problems = read_config(path)
    if problems:
        raise UserError(*problems)
    return settings


def read_config(path: Path) -> tuple[Settings, list[Problem]]:
    """As `load`, but give the errors beside what could be understood, so that others can add
    theirs.

    Where there are errors the settings hold defaults in place of what is wrong, and serve for
    nothing but finding more errors. Raises UserError only where the file can't be read as YAML.
    """
    known = tree.load_yaml(path)
    if not isinstance(known.value, dict):
        raise UserError(*known.problems, *typed.convert_mapping(File, known)[1])
    _spell_out_readers(known.value)
    file, wrong = typed.convert_mapping(File, known)
    problems = [*known.problems, *wrong]
    file = file or _understood_file(known)
    tags = _read_tags(known, problems)
    editor = _read_editor(known, problems)
    settings = Settings(
        path=path.absolute(),
        base=path.absolute().parent,
        brief=file.brief
        if file.brief.slug
        else dataclasses.replace(file.brief, slug=make_slug(file.brief.title)),
        sources=_read_sources(known, problems),
        readers=_read_choices(known, "readers", problems),
        about=_read_choice(known, ("about",), problems, default="terms"),
        courier=_read_choice(known, ("mail", "courier"), problems),
        channels=_read_choices(known, "channels", problems),
        outlets=file.outlets,
        names=file.names,
        tags=tags,
        sections=_read_sections(known, tags, problems),
        outputs=_read_choices(known, "outputs", problems)
        or tuple(Choice(kind=kind) for kind in OUTPUTS),
        output=path.absolute().parent / file.output,
        schedule=file.schedule,
        mail=file.mail,
        alerts=file.alerts,
        signature=file.signature,
        desk=file.desk,
        editor=editor.choice,
        editing=editor.settings,
        keep=file.keep,
        budget=file.budget,
        workers=file.workers,
        tree=known,
    )
    found = order_problems(checks.check_settings(settings))
    errors = _keep_causes(
        known, [*problems, *(problem for problem in found if problem.severity == "error")]
    )
    warnings = (problem for problem in found if problem.severity != "error")
    doubts = tuple(order_problems([*known.doubts, *warnings]))
    return dataclasses.replace(settings, warnings=doubts), errors


def _spell_out_readers(written: dict[str, tree.Value]) -> None:
    """Take a reader who is written as a text, `Name <address>` or the address, for one with nothing
    else. Changes what was read in place.
    """
    mail = written.get("mail")
    listed = mail.get("recipients") if isinstance(mail, dict) else None
    if isinstance(listed, list):
        listed[:] = [{"to": one} if isinstance(one, str) else one for one in listed]


def _keep_causes(known: tree.Tree, problems: list[Problem]) -> list[Problem]:
    """Leave out what only follows from YAML's own mistakes: whatever else is said of the same
    place.
    """
    places = {(problem.line, problem.column): problem for problem in known.problems}
    kept = (item for item in problems if places.get((item.line, item.column), item) == item)
    return order_problems(kept)


def order_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems as they stand in their files, the same ones once."""
    return sorted(
        dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.column)
    )


def make_slug(title: str) -> str:
    """Make a short name of a title: ASCII letters and digits with hyphens between, `brief` for
    none.
    """
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60].rstrip("-") or "brief"


def _understood_file(known: tree.Tree) -> File:
    """What is right in a file that is wrong elsewhere."""
    written, output = known.get("outlets"), known.get("output")
    outlets = {
        name: typed.convert_mapping(Outlet, known, ("outlets", name))[0]
        for name in _mapping_keys(written)
    }
    return File(
        brief=typed.convert_mapping(BriefSettings, known, ("brief",))[0]
        or BriefSettings(title="untitled"),
        sources=(),
        outlets={name: outlet for name, outlet in outlets.items() if outlet is not None},
        names=typed.convert_mapping(PinnedNames, known, ("names",))[0] or PinnedNames(),
        budget=typed.convert_mapping(BudgetSettings, known, ("budget",))[0] or BudgetSettings(),
        workers=typed.convert_mapping(WorkerSettings, known, ("workers",))[0] or WorkerSettings(),
        sections=(),
        output=output if isinstance(output, str) else "output",
        schedule=typed.convert_mapping(ScheduleSettings, known, ("schedule",))[0],
        mail=typed.convert_mapping(MailSettings, known, ("mail",))[0],
        alerts=typed.convert_mapping(AlertSettings, known, ("alerts",))[0],
        signature=typed.convert_mapping(SignatureSettings, known, ("signature",))[0],
        desk=typed.convert_mapping(DeskSettings, known, ("desk",))[0],
    )


def _read_sections(
    known: tree.Tree, tags: dict[str, Choice], problems: list[Problem]
) -> tuple[SectionSettings, ...]:
    """The sections; one with terms of its own adds a tag of its name to `tags`."""
    found = []
    for number, value in enumerate(_list_value(known, "sections")):
        steps = ("sections", number)
        if not isinstance(value, dict):  # said already
            continue
        own = {key: item for key, item in value.items() if key not in _COMMON}
        section, wrong = typed.convert_mapping(SectionSettings, known, steps, ignore=own)
        problems += wrong
        section = section or _placeholder_section(value, number)
        if section.terms:
            if section.tags or section.slug in tags:
                message = f"section {section.slug!r} has terms and tags"
                advice = "a section with terms has its own tag, named like it"
                problems.append(known.problem((*steps, "terms"), message, advice, key=True))
            tags[section.slug] = Choice(kind="terms", options={"terms": section.terms}, steps=steps)
            section = dataclasses.replace(section, tags=(section.slug,))
        found.append(dataclasses.replace(section, options=own, steps=steps))
    return tuple(found)


def _placeholder_section(value: dict[str, tree.Value], number: int) -> SectionSettings:
    """Stand in for a section that is wrong, so that the rest of it can still be checked."""
    slug, kind = value.get("slug"), value.get("kind")
    return SectionSettings(
        slug=slug if isinstance(slug, str) else f"section-{number + 1}",
        title="untitled",
        kind=kind if isinstance(kind, str) else "digest",
    )


def _read_tags(known: tree.Tree, problems: list[Problem]) -> dict[str, Choice]:
    written = known.get("tags")
    found = {
        name: _read_choice(known, ("tags", name), problems, default="terms")
        for name in _mapping_keys(written)
    }
    return {name: choice for name, choice in found.items() if choice is not None}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _ReadEditor:
    """The editor of a config: the stage as it is written, and what every editor has."""

    choice: Choice | None = None
    settings: EditorSettings | None = None


def _read_editor(known: tree.Tree, problems: list[Problem]) -> _ReadEditor:
    """The stage that is asked to choose, and its limits; nothing where none is named."""
    value = known.get("editor")
    if not isinstance(value, dict):  # the types have said what is wrong
        return _ReadEditor()
    common = {field.name for field in dataclasses.fields(EditorSettings)}
    own = {key: item for key, item in value.items() if key not in common}
    settings, wrong = typed.convert_mapping(EditorSettings, known, ("editor",), ignore=own)
    problems += wrong
    kind = value.get("kind")
    if settings is None or not isinstance(kind, str):
        return _ReadEditor()
    return _ReadEditor(choice=Choice(kind=kind, options=own, steps=("editor",)), settings=settings)


def _read_sources(known: tree.Tree, problems: list[Problem]) -> tuple[Choice, ...]:
    """The sources, each with whether it is private, which is no option of its stage."""
    return tuple(
        _mark_private(known, one, problems) for one in _read_choices(known, "sources", problems)
    )


def _mark_private(known: tree.Tree, choice: Choice, problems: list[Problem]) -> Choice:
    options = {key: item for key, item in choice.options.items() if key != "private"}
    marks, wrong = typed.convert_mapping(
        SourceMarks, known, choice.steps, ignore={*options, "kind"}
    )
    problems += wrong
    private = marks.private if marks is not None else True  # what is unclear stays here
    return dataclasses.replace(choice, options=options, private=private)


def _read_choices(known: tree.Tree, family: str, problems: list[Problem]) -> tuple[Choice, ...]:
    found = (
        _read_choice(known, (family, number), problems)
        for number in range(len(_list_value(known, family)))
    )
    return tuple(choice for choice in found if choice is not None)


def _read_choice(
    known: tree.Tree, steps: tree.Steps, problems: list[Problem], default: str | None = None
) -> Choice | None:
    """Take kind and options apart; None for what isn't a mapping, which the types have said
    already.
    """
    value = known.get(*steps)
    if not isinstance(value, dict):
        return None
    kind = value.get("kind", default)
    if not isinstance(kind, str):
        message = "lacks 'kind'" if "kind" not in value else "'kind' is not text"
        problems.append(known.problem(steps, f"{steps[0]!r}: an entry {message}"))
        return None
    return Choice(
        kind=kind, options={key: item for key, item in value.items() if key != "kind"}, steps=steps
    )


def _mapping_keys(value: tree.Value) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _list_value(known: tree.Tree, key: str) -> list[tree.Value]:
    value = known.get(key)
    return value if isinstance(value, list) else []
