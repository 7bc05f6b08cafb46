"""What a build would do and why, told before it is done."""

import json
import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, cast

import briefing
from briefing.corpus import differences, update_catalogue
from briefing.edition import session
from briefing.job import code_version
from briefing.job.load import Job, load_job
from briefing.settings import Settings, analyst
from briefing.state import listing, revisions, store, witness
from briefing.state.plan import Inputs, Stale, find_stale
from briefing.state.store import Store

_STAGE, _INPUT = "plan", "inputs"
_ABSENT = "error"


def plan_build(config: Path) -> tuple[Stale, ...]:
    """What is stale and why, without doing anything. Raises UserError where the config is
    wrong.
    """
    settings, job = load_job(config)
    path = Path(witness.store_path(config))
    last, known = None, dict[str, str]()
    found = {one.locator: one for source in job.sources for one in source(job.base, job.readers)}
    if path.exists():
        with session.hold_lock(settings.output, None), closing(store.open_store(path)) as opened:
            last = recorded_inputs(opened)
            known = revisions.get_digests(
                opened, {name: listing.file_stamp(str(one.file)) for name, one in found.items()}
            )
    return find_stale(collect_inputs(settings, job, differences.digests_of(found, known)), last)


def collect_inputs(settings: Settings, job: Job, sources: Mapping[str, str]) -> Inputs:
    """Give everything that an edition follows from; `sources` are digests of bytes by locator."""
    files = [settings.base / analyst.NAME, *_template_files(settings)]
    hashes = {
        Path(os.path.relpath(path, settings.base)).as_posix(): listing.hash_of(str(path))
        for path in files
    }
    outputs = [writer.name for writer in job.writers.values()]
    return Inputs(
        code=f"{briefing.__version__} ({code_version.digest_rooms('.')[:8]})",
        stages=_stage_options(settings, job),
        sources=_known_digests(sources),
        files={
            name: None if found.startswith(_ABSENT) else found for name, found in hashes.items()
        },
        outputs={name: (settings.output / name).exists() for name in outputs},
    )


def _template_files(settings: Settings) -> list[Path]:
    """The files of the user's templates and theme."""
    folders = [settings.base / name for name in ("templates", settings.brief.theme) if name]
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def _stage_options(settings: Settings, job: Job) -> dict[str, dict[str, str]]:
    """The options of every stage, in the order of the walk."""
    sources = {f"source {number}": _options_of(one) for number, one in enumerate(job.sources, 1)}
    supplied = {name: repr(one) for name, one in job.supplied.items()}
    return {
        **sources,
        **{f"reader {number}": _options_of(one) for number, one in enumerate(job.readers, 1)},
        "supplied": supplied,
        "outlets": {name: repr(one) for name, one in job.outlets.by_name.items()},
        "names": {one.name: repr(one) for one in job.pinned},
        **{f"tag {name}": _options_of(one) for name, one in job.taggers.items()},
        **{f"section {name}": _options_of(one) for name, one in job.sections.items()},
        "brief": {name: str(value) for name, value in asdict(settings.brief).items()},
        **{f"output {name}": _options_of(one) for name, one in job.writers.items()},
    }


def _options_of(stage: object) -> dict[str, str]:
    if not is_dataclass(stage):
        return {"": repr(stage)}
    return {field.name: str(getattr(stage, field.name)) for field in fields(stage)}


def remember_inputs(opened: Store, now: Inputs) -> None:
    """Keep what a finished build rests on, sources aside: the catalogue has them."""
    store.put_many(opened, _STAGE, {_INPUT: json.dumps(asdict(now)).encode()})


def recorded_inputs(opened: Store) -> Inputs | None:
    """What the last build rested on; None where that is not on record, or where one was
    stopped since.
    """
    content = store.get_many(opened, _STAGE, [_INPUT]).get(_INPUT)
    if content is None or not update_catalogue.is_finished(opened):
        return None
    try:
        last = Inputs(**cast("dict[str, Any]", json.loads(content)))
    except (ValueError, TypeError):  # written by a program of another mind
        return None
    return replace(last, sources=_known_digests(differences.list_digests(opened)))


def _known_digests(found: Mapping[str, str]) -> dict[str, str]:
    return {name: _ABSENT if one.startswith(_ABSENT) else one for name, one in found.items()}
