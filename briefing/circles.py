"""Python's search for things that hold each other in a circle, which a build has few of."""

import gc

# A build makes hundreds of thousands of small things that stay; looking through them again and
# again for circles takes a fifth of its time.
_ROUND = (1_000_000, 50, 50)


def search_rarely() -> None:
    """Let this process look for circles a thousand times less often than Python does by itself."""
    gc.set_threshold(*_ROUND)
