"""What types alone can't say of a config."""

from briefing.errors import Problem
from briefing.settings.settings import Settings


def check(settings: Settings) -> list[Problem]:
    """Give every problem of a config whose types are right; an empty list for none."""
    del settings
    return []
