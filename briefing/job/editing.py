"""What is ordered of an editor: who is asked, within which limits, and what it may never see."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.ingest import Supplied
from briefing.registry import Stages
from briefing.settings import Settings
from briefing.stages import Editor, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorJob:
    """The editor that the config names, and its limits: see `EditorSettings`.

    `slugs` are the sections that it is asked about. Nothing is shown of `private_sources`, nor of
    what lies at or inside one of `private_places` (locators of sources).
    """

    editor: Editor
    share: float
    requests: int
    tokens: int
    minutes: float
    slugs: tuple[str, ...]
    private_slugs: frozenset[str] = frozenset()
    private_sources: tuple[Source, ...] = ()
    private_places: tuple[str, ...] = ()


def order_editing(
    settings: Settings, stages: Stages, supplied: Mapping[str, Supplied]
) -> EditorJob | None:
    """What the config orders of an editor, None where it names none."""
    asked = settings.editing
    if stages.editor is None or asked is None:
        return None
    private = frozenset(one.slug for one in settings.sections if one.private)
    sources = zip(settings.sources, stages.sources, strict=True)
    return EditorJob(
        editor=stages.editor,
        share=asked.share,
        requests=asked.requests,
        tokens=asked.tokens,
        minutes=asked.minutes,
        slugs=tuple(one.slug for one in settings.sections if one.slug not in private),
        private_slugs=private,
        private_sources=tuple(made for choice, made in sources if choice.private),
        private_places=_private_places(supplied),
    )


def _private_places(supplied: Mapping[str, Supplied]) -> tuple[str, ...]:
    """The locators of what the desk said of a source that it is private, in order."""
    return tuple(sorted(name for name, one in supplied.items() if one.private))
