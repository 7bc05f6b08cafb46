"""Characters that a reader cannot see and that change what a reader sees."""

import re

from briefing.model import Mark

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a\u202b\u202d\u202e\ufffd\ufffe\uffff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)


def marks(text: str) -> tuple[Mark, ...]:
    """Mark runs of control characters, direction overrides, tag characters and broken ones.

    They stay in the text as evidence; sentences that hold one serve no statement. Zero-width spaces
    and soft hyphens are left alone: they change no meaning and stand in honest text.
    """
    return tuple(
        Mark(
            start=match.start(),
            end=match.end(),
            kind="hidden",
            reason="control characters or direction overrides",
        )
        for match in _UNSEEN.finditer(text)
    )
