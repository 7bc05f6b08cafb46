"""From the sections of a finished brief to their kinds."""

from collections.abc import Mapping

from briefing.model import Brief, Section, SectionRules
from briefing.registry.absent import AbsentKind
from briefing.registry.kinds import SECTIONS
from briefing.stages import SectionKind


def find_rules(brief: Brief, configured: Mapping[str, SectionKind]) -> dict[str, SectionRules]:
    """The kind of each section of `brief` by its slug.

    A config's own where it is still of the kind that the brief says, else ours of that name. A kind
    that is neither is absent: no code is ever imported because a brief names it.
    """
    return {
        section.slug: _rules(section, brief, configured.get(section.slug))
        for section in brief.sections
    }


def _rules(section: Section, brief: Brief, configured: SectionKind | None) -> SectionRules:
    if configured is not None and configured.kind == section.kind:
        return configured
    if section.kind in SECTIONS:
        return SECTIONS[section.kind](slug=section.slug, title=section.title)
    return AbsentKind(kind=section.kind, brief=brief)


def list_absent(rules: Mapping[str, SectionRules]) -> tuple[str, ...]:
    """Name the sections whose kind is absent, by slug."""
    return tuple(slug for slug, kind in rules.items() if isinstance(kind, AbsentKind))
