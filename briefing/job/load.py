"""What is ordered: the settings, the analyst's file and what is known of the sources, ready to work
with.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from briefing import registry, tag
from briefing.errors import Problem, UserError
from briefing.ingest import Supplied
from briefing.job import house_style
from briefing.job.editing import EditorJob, order_editing
from briefing.job.outlets import KnownOutlet, Outlets, gather_outlets
from briefing.languages.en.names import Pinned
from briefing.model import EntityKind, Frame, Question
from briefing.render.theme import Theme
from briefing.settings import Name, Settings, analyst, order_problems, read_config, sidecar
from briefing.settings.reviewed import OutletMark, PersonMark
from briefing.stages import Channel, Courier, Reader, SectionKind, Source, Tagger, Writer
from briefing.tag import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the config asks of a brief, stages ready to call. `base` is the config's folder.

    `about` is what an article must hold to belong to it, None where all do.
    """

    base: Path
    frame: Frame
    as_of: str
    window: str
    sources: tuple[Source, ...]
    readers: tuple[Reader, ...]
    supplied: Mapping[str, Supplied]
    about: Terms | None
    taggers: Mapping[str, Tagger]
    sections: Mapping[str, SectionKind]
    tags: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, tuple[Question, ...]]
    writers: Mapping[str, Writer]
    courier: Courier | None
    channels: tuple[Channel, ...]
    pinned: tuple[Pinned, ...]
    outlets: Outlets
    analyst: analyst.AnalystRead
    theme: Theme = field(default_factory=Theme)
    editing: EditorJob | None = None
    consider: int = 2000
    pages: int = 4
    warnings: tuple[Problem, ...] = ()


def load_job(config: Path) -> tuple[Settings, Job]:
    """Read the config and everything beside it.

    Raises UserError with every mistake in config.yaml, sources.yaml and analyst.yaml at once.
    """
    try:
        settings, stages = registry.load_stages(config)
    except UserError as error:
        raise UserError(*order_problems([*error.problems, *_mistakes_beside(config)])) from error
    problems: list[Problem] = []
    supplied, warnings = _read_sidecars(settings, problems)
    decided = _read_decisions(settings, problems)
    house, doubts = house_style.load_theme(settings, problems)
    if problems:
        raise UserError(*order_problems(problems))
    return settings, Job(
        base=settings.base,
        frame=settings.frame(),
        as_of=settings.brief.as_of,
        window=settings.brief.window,
        sources=stages.sources,
        readers=stages.readers,
        supplied=supplied,
        about=stages.about,
        taggers=tag.for_sections(stages.taggers, tuple(stages.sections.values())),
        sections=stages.sections,
        tags={section.slug: tuple(section.tags) for section in settings.sections},
        questions={
            section.slug: tuple(
                Question(text=one.text, terms=one.terms) for one in section.questions
            )
            for section in settings.sections
        },
        writers=stages.writers,
        courier=stages.courier,
        channels=stages.channels,
        pinned=_merged_names(settings, decided),
        outlets=_outlet_grades(settings, decided.file.outlets),
        analyst=decided,
        theme=house,
        editing=order_editing(settings, stages, supplied),
        consider=settings.brief.consider,
        pages=settings.budget.pages,
        warnings=(*settings.warnings, *warnings, *doubts),
    )


def _mistakes_beside(config: Path) -> list[Problem]:
    """The mistakes beside a config that is wrong itself, as far as it says what lies beside
    it.
    """
    problems: list[Problem] = []
    try:
        settings, _ = read_config(config)
    except UserError:
        return problems
    _read_sidecars(settings, problems)
    _read_decisions(settings, problems, sure=False)
    house_style.load_theme(settings, problems)
    return problems


def _read_decisions(
    settings: Settings, problems: list[Problem], *, sure: bool = True
) -> analyst.AnalystRead:
    """Read the analyst's file, adding its mistakes to `problems`; `sure` where all sections are
    known.
    """
    try:
        slugs = tuple(section.slug for section in settings.sections)
        return analyst.read_analyst(settings.base, sections=slugs if sure else None)
    except UserError as error:
        problems.extend(error.problems)
        return analyst.AnalystRead()


def _read_sidecars(
    settings: Settings, problems: list[Problem]
) -> tuple[dict[str, Supplied], list[Problem]]:
    """Read every folder's sources.yaml: entries by locator, and doubts."""
    found: dict[str, Supplied] = {}
    warnings: list[Problem] = []
    for choice in settings.sources:
        path = choice.options.get("path")
        if not isinstance(path, str):
            continue
        try:
            beside = sidecar.read_sidecar(settings.base / path, path)
        except UserError as error:
            problems.extend(error.problems)
            continue
        warnings.extend(beside.warnings)
        for name, entry in beside.entries.items():
            locator = PurePosixPath(path, name).as_posix()
            found[locator] = Supplied(
                title=entry.title,
                outlet=entry.outlet,
                author=entry.author,
                published=entry.published,
                url=entry.url,
                kind=entry.kind,
                reliability=entry.reliability,
                note=entry.note,
                private=entry.private,
            )
    return found, warnings


def _merged_names(settings: Settings, decided: analyst.AnalystRead) -> tuple[Pinned, ...]:
    """The names of the config, with the spellings that the analyst has merged into them."""
    kinds: tuple[tuple[EntityKind, tuple[Name, ...]], ...] = (
        ("person", settings.names.people),
        ("place", settings.names.places),
        ("body", settings.names.bodies),
    )
    merged = {merge.name: merge.forms for merge in decided.file.names.merge}
    pins = [
        Pinned(
            name=name.name,
            kind=kind,
            aliases=(*name.aliases, *merged.pop(name.name, ())),
            role=name.role,
            country=name.country,
            lat=name.lat,
            lon=name.lon,
        )
        for kind, names in kinds
        for name in names
    ]
    pins += [Pinned(name=name, kind="person", aliases=forms) for name, forms in merged.items()]
    return tuple(_mark_people(pins, decided.file.people))


def _mark_people(pins: Sequence[Pinned], marks: Sequence[PersonMark]) -> Iterator[Pinned]:
    """The names with what the analyst's marks say of persons, and persons that only they name."""
    known = {mark.name: mark for mark in marks}
    for pin in pins:
        mark = known.pop(pin.name, None) if pin.kind == "person" else None
        if mark is None:
            yield pin
        else:
            yield replace(pin, role=mark.role or pin.role, country=mark.country or pin.country)
    for mark in known.values():
        yield Pinned(name=mark.name, kind="person", role=mark.role, country=mark.country)


def _outlet_grades(settings: Settings, marks: Sequence[OutletMark]) -> Outlets:
    """What the desk knows of outlets, by name and by host; the analyst's marks count first."""
    known = gather_outlets(
        tuple(
            KnownOutlet(
                name=name,
                aliases=outlet.aliases,
                reliability=outlet.reliability,
                note=outlet.note,
                hosts=outlet.hosts,
            )
            for name, outlet in settings.outlets.items()
        )
    )
    marked = tuple(
        replace(
            known.named(mark.name) or KnownOutlet(name=mark.name),
            reliability=mark.reliability,
            note=mark.note,
        )
        for mark in marks
    )
    return gather_outlets((*marked, *known.by_name.values()))
