"""What types alone can't say of a config: names that must exist, forms that must be kept,
folders.
"""

from collections.abc import Iterator

from briefing.errors import Problem
from briefing.settings.checks import content, folders, frame, post
from briefing.settings.settings import Settings


def check_settings(settings: Settings) -> Iterator[Problem]:
    """Give every problem of a config whose types are right: errors and warnings.

    Looks at the folders that the config names, changes nothing in them, and opens no source.
    """
    yield from frame.check_frame(settings)
    yield from content.check_content(settings)
    yield from folders.check_folders(settings)
    yield from post.check_delivery(settings)
