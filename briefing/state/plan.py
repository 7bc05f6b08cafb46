"""What a build would do, and why: pure, for `build --plan` and for the build itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Options = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything an edition follows from.

    `code` names the program's version; `stages` gives each stage's options as text, in the order of
    the walk; `sources` the digest of each source by locator; `files` the digest of every other file
    (templates, the analyst's file), None while it is absent; `outputs` the files that should stand,
    and whether they do.
    """

    code: str
    stages: Mapping[str, Options]
    sources: Mapping[str, str]
    files: Mapping[str, str | None] = field(default_factory=dict)
    outputs: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """One thing to be done again, and the reason, for a reader."""

    what: str
    why: str


def find_stale(now: Inputs, last: Inputs | None) -> tuple[Stale, ...]:
    """Compare what is with what the last build had: sources first, then files, stages, outputs.

    Empty where there is nothing to do. A stage is stale when its options changed, or when one
    before it is; a changed source is read again and alone, and everything after reading follows
    from it without being listed.
    """
    if last is None:
        return (Stale(what="everything", why="no build is recorded"),)
    if now.code != last.code:
        return (Stale(what="everything", why=f"the program changed: {last.code} to {now.code}"),)
    return (
        *_stale_sources(now, last),
        *_stale_files(now, last),
        *_stale_stages(now, last),
        *_missing_outputs(now),
    )


def _stale_sources(now: Inputs, last: Inputs) -> Iterator[Stale]:
    for name in sorted({*now.sources, *last.sources}):
        if name not in last.sources:
            yield Stale(what=name, why="new source")
        elif name not in now.sources:
            yield Stale(what=name, why="source gone")
        elif now.sources[name] != last.sources[name]:
            yield Stale(what=name, why="source edited")


def _stale_files(now: Inputs, last: Inputs) -> Iterator[Stale]:
    for name in sorted({*now.files, *last.files}):
        before, after = last.files.get(name), now.files.get(name)
        if before == after:
            continue
        change = "edited" if before and after else "new" if after else "gone"
        yield Stale(what=name, why=f"file {change}")


def _stale_stages(now: Inputs, last: Inputs) -> Iterator[Stale]:
    cause = ""
    for name, options in now.stages.items():
        reason = _changed_options(options, last.stages.get(name))
        if reason:
            yield Stale(what=name, why=reason)
            cause = cause or name
        elif cause:
            yield Stale(what=name, why=f"follows from {cause}")
    for name in last.stages:
        if name not in now.stages:
            yield Stale(what=name, why="no longer configured")


def _changed_options(now: Options, last: Options | None) -> str:
    """Say which options changed, '' where none did."""
    if last is None:
        return "newly configured"
    changed = [
        f"{name} {last.get(name, 'unset')} to {now.get(name, 'unset')}"
        for name in sorted({*now, *last})
        if now.get(name) != last.get(name)
    ]
    return f"options changed: {', '.join(changed)}" if changed else ""


def _missing_outputs(now: Inputs) -> Iterator[Stale]:
    for name, there in now.outputs.items():
        if not there:
            yield Stale(what=name, why="missing")
