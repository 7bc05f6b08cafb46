"""What the config knows of a name."""

from briefing.model import Pinned

__all__ = ["Pinned"]
