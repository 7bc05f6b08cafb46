"""brief.json, schema 1: the whole brief as data, with everything that `verify` replays.

`encode_brief` and `decode_brief` are each other's inverse, but for two things that a brief.json
never holds: the texts of the sources (a decoded document has an empty `text`), and statement keys
where an id belongs (a reference to a statement is always written as the statement's id).
"""

import json
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from briefing import digest
from briefing.model import Artifact, Brief
from briefing.render.published import BriefFile, file_layout, unwrap_brief, wrap_brief

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView

_MOST_VALUES = 500_000  # commas and brackets: a brief of 400 statements has about 60,000


class BrokenBrief(ValueError):  # noqa: N818 - the domain's word, not an "Error" of the user
    """The bytes are not a brief.json of schema 1; the message says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Json:
    """The writer of brief.json."""

    name: str = "brief.json"

    def __call__(
        self, _page: "PageView | None", _templates: "Templates | None", brief: Brief
    ) -> Artifact:
        """Give `brief` as an artifact; the same brief gives the same bytes."""
        content = encode_brief(brief)
        return Artifact(
            name=self.name,
            media_type="application/json",
            content=content,
            sha256=digest.of_bytes(content),
        )


def encode_brief(brief: Brief) -> bytes:
    """`brief` as UTF-8 JSON, keys in the schema's order, indented by 1, one line end at the
    end.

    A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape, so that every text
    comes back exactly. Nothing is neutralised here: brief.json is evidence, not a page.
    """
    text = json.dumps(write_node(brief), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")


def write_node(brief: Brief) -> dict[str, Any]:
    """What `encode_brief` writes, as `json.loads` would give it: quicker than to write and read
    it.
    """
    ids = {one.key: one.id for one in brief.statements if one.id}
    node: dict[str, Any] = file_layout().write(wrap_brief(brief), ids)
    return node


def decode_brief(data: bytes) -> Brief:
    """The brief that `encode_brief` wrote; every document's `text` is empty.

    The file may come from anywhere, so nothing is believed. Raises `BrokenBrief`, with the place,
    for whatever is not JSON, not schema 1, or not of the right shape. It does not ask whether the
    brief is *true*: that is the prover's question.
    """
    try:
        _weigh(data)
        node = json.loads(
            data, object_pairs_hook=_object_once, parse_constant=_no_number, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise BrokenBrief(message) from error
    mistake = next(file_layout().find_mistakes(node, "brief"), None)
    if mistake is not None:
        raise BrokenBrief(mistake)
    found: BriefFile = file_layout().read(node)
    return unwrap_brief(found)


def _weigh(data: bytes) -> None:
    """Raise ValueError for what would cost more memory than any brief: every value takes far more
    than its bytes.
    """
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > _MOST_VALUES:
        message = f"more than {_MOST_VALUES:,} values"
        raise ValueError(message)


def _no_number(word: str) -> float:
    message = f"{word} is no number"
    raise ValueError(message)


def _finite(digits: str) -> float:
    found = float(digits)
    return found if isfinite(found) else _no_number(digits)


def _object_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose names stands twice: another reader may take the other value."""
    node = dict(pairs)
    if len(node) < len(pairs):
        names = [name for name, _ in pairs]
        message = (
            f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object"
        )
        raise ValueError(message)
    return node
