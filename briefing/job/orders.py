"""What an edition was ordered with, as digests that its manifest keeps: for who asks whether that
has changed.
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from briefing import digest
from briefing.job import code_version
from briefing.job.load import Job
from briefing.model import Brief

CONFIG, ANALYST, SUPPLIED, PROGRAM = "config.yaml", "analyst.yaml", "sources.yaml", "program"
SIGNATURE = "signature"  # by which key the manifest says that it is signed
ORDERS = (CONFIG, ANALYST, SUPPLIED, PROGRAM)

_STAGES = ("taggers", "sections")
_APART = frozenset(
    {"base", "readers", "supplied", "writers", "analyst", "theme", "warnings", "editing"}
)
"""What stands elsewhere, or changes nothing of what a brief says."""


def digest_orders(job: Job) -> dict[str, str]:
    """A digest of what each file says that shows in a brief, and of the program, by the names
    of `ORDERS`.

    A comment, or another order of keys, changes none of them.
    """
    plain = [one.name for one in fields(Job) if one.name not in {*_APART, *_STAGES}]
    stages = {name: getattr(job, name) for name in _STAGES}
    config = [f"{name} {getattr(job, name)!r}" for name in plain] + [
        f"{name} {stage} {code_version.describe_stage(one)}"
        for name, several in stages.items()
        for stage, one in several.items()
    ]
    config += map(code_version.describe_stage, job.readers)
    config += _describe_editing(job)
    return {
        CONFIG: digest.of_fields(config),
        ANALYST: digest.of_fields([repr(job.analyst.file)]),
        SUPPLIED: digest.of_fields([repr(sorted(job.supplied.items(), key=_pair_name))]),
        PROGRAM: code_version.digest_rooms("."),
    }


def _describe_editing(job: Job) -> list[str]:
    """What of the editor's orders shows in a brief: who is asked, about what."""
    ordered = job.editing
    if ordered is None:
        return []
    plain = replace(ordered, requests=0, tokens=0, minutes=0.0)
    return [f"editor {plain!r} {code_version.describe_stage(ordered.editor)}"]


def _pair_name(pair: tuple[str, object]) -> str:
    return pair[0]


def as_ordered(job: Job, brief: Brief) -> Job:
    """The orders that a brief was made by: without an editor where none was asked."""
    return job if brief.editor is not None else replace(job, editing=None)


def changed_orders(kept: Mapping[str, str], job: Job) -> tuple[str, ...]:
    """Name what is not as it was when an edition was made, by the `versions` of its manifest.

    An edition of a program that kept no such digests: everything may be.
    """
    now = digest_orders(job)
    return tuple(name for name in ORDERS if kept.get(name) != now[name])
