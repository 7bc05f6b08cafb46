"""The settings of a brief: config.yaml, sources.yaml and analyst.yaml, read with their places."""

from briefing.settings.config import load_config, order_problems, read_config
from briefing.settings.owner import claim_output
from briefing.settings.settings import Choice, Name, Outlet, PinnedNames, SectionSettings, Settings

__all__ = [
    "Choice",
    "Name",
    "Outlet",
    "PinnedNames",
    "SectionSettings",
    "Settings",
    "claim_output",
    "load_config",
    "order_problems",
    "read_config",
]
