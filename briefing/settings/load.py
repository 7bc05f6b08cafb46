"""config.yaml in, `Settings` out, or every mistake in it at once."""

import dataclasses
import re
import unicodedata
from pathlib import Path

from briefing.errors import Problem, UserError
from briefing.settings import checks, tree, typed
from briefing.settings.settings import Choice, File, SectionSettings, Settings

OUTPUTS = ("markdown", "html", "pdf", "json")
_COMMON = tuple(
    field.name for field in dataclasses.fields(SectionSettings) if field.name not in {"options", "steps"}
)


def load(path: Path) -> Settings:
    """Read and check the config at `path`.

    Raises UserError with all problems, in the order of the file. Does not look into stages' own
    options (`registry.build` does), nor at sources, templates or the analyst's file.
    """
    known = tree.load(path)
    file, wrong = typed.convert(File, known)
    problems = [*known.problems, *wrong]
    sections, tags = _sections(known, problems), _tags(known, problems)
    outputs = (
        [Choice(kind=kind) for kind in OUTPUTS]
        if known.get("outputs") is None
        else _choices(known, "outputs", problems)
    )
    sources = _choices(known, "sources", problems)
    if file is not None:
        base = path.absolute().parent
        brief = (
            file.brief if file.brief.slug else dataclasses.replace(file.brief, slug=slug(file.brief.title))
        )
        settings = Settings(
            path=path.absolute(),
            base=base,
            brief=brief,
            sources=tuple(sources),
            outlets=file.outlets,
            names=file.names,
            tags=tags,
            sections=tuple(sections),
            outputs=tuple(outputs),
            output=base / file.output,
            schedule=file.schedule,
            mail=file.mail,
            tree=known,
        )
        found = ordered(list(checks.check(settings)))
        problems += [problem for problem in found if problem.severity == "error"]
        if not problems:
            return dataclasses.replace(settings, warnings=tuple(found))
    raise UserError(*ordered(problems))


def ordered(problems: list[Problem]) -> list[Problem]:
    """Sort problems as they stand in their files, the same ones once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.column))


def slug(title: str) -> str:
    """Make a short name of a title: ASCII letters and digits with hyphens between, `brief` for none."""
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60].rstrip("-") or "brief"


def _sections(known: tree.Tree, problems: list[Problem]) -> list[SectionSettings]:
    found = []
    for number, value in enumerate(_list(known, "sections")):
        steps = ("sections", number)
        if not isinstance(value, dict):  # said already
            continue
        own = {key: item for key, item in value.items() if key not in _COMMON}
        section, wrong = typed.convert(SectionSettings, known, steps, ignore=own)
        problems += wrong
        if section is not None:
            found.append(dataclasses.replace(section, options=own, steps=steps))
    return found


def _tags(known: tree.Tree, problems: list[Problem]) -> dict[str, Choice]:
    """A tag may be a mapping of options or, for short, its list of terms."""
    value = known.get("tags")
    found = {}
    for name, options in (value if isinstance(value, dict) else {}).items():
        if isinstance(options, dict):
            found[name] = _choice(known, ("tags", name), options, problems, default="terms")
    return found


def _choices(known: tree.Tree, family: str, problems: list[Problem]) -> list[Choice]:
    return [
        _choice(known, (family, number), options, problems)
        for number, options in enumerate(_list(known, family))
        if isinstance(options, dict)
    ]


def _choice(
    known: tree.Tree,
    steps: tree.Steps,
    options: dict[str, tree.Value],
    problems: list[Problem],
    default: str = "",
) -> Choice:
    kind = options.get("kind", default)
    if not isinstance(kind, str) or not kind:
        problems.append(known.problem(steps, f"{steps[0]!r}: an entry lacks 'kind'"))
    own = {key: item for key, item in options.items() if key != "kind"}
    return Choice(kind=str(kind), options=own, steps=steps)


def _list(known: tree.Tree, key: str) -> list[tree.Value]:
    value = known.get(key)
    return value if isinstance(value, list) else []
