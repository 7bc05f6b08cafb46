"""The press: a brief into its files, and what their bytes hang on."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata

import briefing
from briefing import digest, figures
from briefing.errors import Problem, WorkError
from briefing.job import code_version
from briefing.job.load import Job
from briefing.model import Artifact, Brief
from briefing.render import fonts
from briefing.render.page import view_page
from briefing.render.templates import Templates
from briefing.render.theme import Theme

_NAMED = 12  # letters that a warning names


def render_formats(job: Job, brief: Brief) -> tuple[tuple[Artifact, ...], tuple[str, ...]]:
    """Make every format; one that can't be made is named with the reason, the others are still
    made.
    """
    documents = brief.documents
    templates = templates_of(job)
    sheet = view_page(brief, documents, figures.draw_figures(brief, documents))
    artifacts: list[Artifact] = []
    missing: list[str] = []
    for writer in job.writers.values():
        try:
            artifacts.append(writer(sheet, templates, brief))
        except WorkError as error:
            missing.append(str(error))
    return tuple(artifacts), tuple(missing)


def warn_of_letters(job: Job, brief: Brief) -> tuple[Problem, ...]:
    """Warn of letters that the PDF would print as boxes, because none of its fonts has them."""
    name = next((one.name for kind, one in job.writers.items() if kind == "pdf"), "")
    if not name:
        return ()
    documents = {
        entry.id: entry.document
        for entry in brief.sources
        if entry.document and entry.document.text
    }
    letters = fonts.missing_letters(view_page(brief, documents), job.theme)
    if not letters:
        return ()
    more = f" and {len(letters) - _NAMED} more" if len(letters) > _NAMED else ""
    message = (
        f"no font has {' '.join(letters[:_NAMED])}{more} ({fonts.name_scripts(letters)}): "
        "printed as boxes"
    )
    advice = f"pip install {fonts.EXTRA!r}, or name a font that has them: `fonts` in theme.yaml"
    return (
        Problem(path=name, line=0, column=0, message=message, advice=advice, severity="warning"),
    )


def templates_of(job: Job) -> Templates:
    """The templates of a brief: the folder beside its config, if there is one, and the
    config's theme.
    """
    folder = job.base / "templates"
    return Templates(folder=folder if folder.is_dir() else None, theme=job.theme)


def digest_look(job: Job) -> str:
    """Digest what decides how an edition looks: the program's version, the formats, the user's
    templates and theme.
    """
    folder = job.base / "templates"
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    content = [
        f"{path.relative_to(folder).as_posix()} {digest.of_bytes(path.read_bytes())}"
        for path in files
    ]
    content += [f"{name} {version}" for name, version in sorted(fonts.extra_versions().items())]
    content += [repr(job.theme)] if job.theme != Theme() else []
    return digest.of_fields(
        [briefing.__version__, *map(code_version.describe_stage, job.writers.values()), *content]
    )


def program_versions(artifacts: Sequence[Artifact]) -> dict[str, str]:
    """What an edition's bytes hang on: the program, and for a PDF what set it."""
    found = {"briefing": briefing.__version__}
    if any(artifact.media_type == "application/pdf" for artifact in artifacts):
        found["weasyprint"] = metadata.version("weasyprint")
        found |= fonts.extra_versions()
    return found


def made_at() -> str:
    """The time of making, in UTC to the second: the one place where the clock shows."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() else int(time.time())
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
