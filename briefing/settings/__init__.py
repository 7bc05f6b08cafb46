"""The settings of a brief: config.yaml, sources.yaml and analyst.yaml, read with their places."""

from briefing.settings.config import load, ordered, read
from briefing.settings.owner import claim
from briefing.settings.settings import Choice, Name, Names, Outlet, SectionSettings, Settings

__all__ = [
    "Choice",
    "Name",
    "Names",
    "Outlet",
    "SectionSettings",
    "Settings",
    "claim",
    "load",
    "ordered",
    "read",
]
