"""The text of the analyst's file with entries put in, replaced and taken out; all else, comments
and order and every space, stays as it was, byte for byte.

Not by a round trip through a YAML library: that indents lists anew, joins what is broken over
lines, and takes 25 times as long as this on a file of 40 entries.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing.decisions.acts import EntryChange
from briefing.settings.analyst import NAME
from briefing.settings.written import (
    CollectionNode,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose_root,
    write_block,
    write_flow,
)

Cut: TypeAlias = tuple[int, int, str]
"""Offsets, half-open, and what stands there afterwards."""

_WIDEST = 100  # columns of an entry in one line; a longer one takes a line for each key
_COMMENT = re.compile(r"(?:^|(?<=[\s\[{},]))#[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list of the file: its key's end, itself, and the text of the whole file."""

    text: str
    key: Node
    node: Node

    @property
    def items(self) -> Sequence[Node]:
        """The entries; none where nothing stands after the key."""
        return self.node.value if isinstance(self.node, SequenceNode) else ()

    @property
    def flows(self) -> bool:
        """Whether it is written in brackets."""
        return isinstance(self.node, SequenceNode) and bool(self.node.flow_style)


def edit_text(text: str, changes: Sequence[EntryChange]) -> str:
    """`text`, YAML whose root is a mapping in block style or nothing, after `changes`.

    Places in `changes` are counted before any of them. What it can't edit (aliases, a root in
    braces) comes out wrong: whoever calls reads the result again.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    for change in sorted(changes, key=_place_of, reverse=True):
        plain = _edit_once(plain, change)
    return plain.replace("\n", ends)


def _place_of(change: EntryChange) -> int:
    """Later entries first, so that no place moves; what is added has no place and comes last."""
    return -1 if change.at is None else change.at


def _edit_once(text: str, change: EntryChange) -> str:
    listed = _find_list(text, change.key)
    if listed is None:
        return _append_list(text, change)
    if change.at is None:
        cuts = _insert_entry(listed, change.new or {})
    elif listed.flows:
        cuts = _cut_flowing(listed, change.at, change.new)
    else:
        cuts = _cut_block(listed, change.at, change.new)
    for start, end, words in sorted(cuts, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _find_list(text: str, key: str) -> Listed | None:
    root = compose_root(text, NAME)
    pairs = root.value if isinstance(root, MappingNode) else ()
    found = (Listed(text=text, key=one, node=node) for one, node in pairs if one.value == key)
    return next(found, None)


def _append_list(text: str, change: EntryChange) -> str:
    """Begin a list at the end of the file."""
    root = compose_root(text, NAME) if text.strip() else None
    column = root.start_mark.column if isinstance(root, MappingNode) else 0
    before = text if text.endswith("\n") or not text else f"{text}\n"
    gap = "\n" if before else ""
    margin = " " * column
    entry = _block_entry(change.new or {}, column + 2)
    return f"{before}{gap}{margin}{change.key}:\n{entry}"


def _insert_entry(listed: Listed, new: Mapping[str, Any]) -> Iterator[Cut]:
    """Put an entry behind the last one."""
    text, items = listed.text, listed.items
    if not items:
        yield from _fill_list(listed, new)
    elif listed.flows:
        at = _end_of(items[-1], text)
        yield at, at, f", {write_flow(new)}"
    else:
        at = _line_end(text, _end_of(items[-1], text))
        gap = "" if text.endswith("\n", 0, at) else "\n"
        yield at, at, gap + _block_entry(new, _dash_column(listed))


def _fill_list(listed: Listed, new: Mapping[str, Any]) -> Iterator[Cut]:
    """Put the first entry into a list that has none, in lines of its own."""
    text, node = listed.text, listed.node
    key_end = listed.key.end_mark.index
    if isinstance(node, SequenceNode) or node.value:  # `[]`, or a word for nothing
        end = node.end_mark.index
        yield text.index(":", key_end) + 1, end, ""
    else:
        end = text.index(":", key_end) + 1
    at = _line_end(text, end)
    gap = "" if text.endswith("\n", 0, at) else "\n"
    yield at, at, gap + _block_entry(new, listed.key.start_mark.column + 2)


def _cut_block(listed: Listed, at: int, new: Mapping[str, Any] | None) -> Iterator[Cut]:
    """Take out the lines of an entry, or put another into its place; its comments stay."""
    text, item = listed.text, listed.items[at]
    start = _line_start(text, item.start_mark.index)
    end = _line_end(text, _end_of(item, text))
    column = _dash_column(listed)
    kept = "".join(f"{' ' * column}{one}\n" for one in _comments_within(item, text, start, end))
    yield start, end, kept + (_block_entry(new, column) if new else "")
    if new is None and len(listed.items) == 1:
        colon = text.index(":", listed.key.end_mark.index) + 1
        yield colon, colon, " []"


def _cut_flowing(listed: Listed, at: int, new: Mapping[str, Any] | None) -> Iterator[Cut]:
    """The same in a list in brackets; comments of the entry go above the list."""
    text, items = listed.text, listed.items
    start, end = items[at].start_mark.index, _end_of(items[at], text)
    if new is not None:
        words = write_flow(new)
    elif at + 1 < len(items):
        end, words = items[at + 1].start_mark.index, ""
    else:
        start, words = (_end_of(items[at - 1], text) if at else start), ""
    above = _line_start(text, listed.key.start_mark.index)
    margin = " " * listed.key.start_mark.column
    for comment in _comments_within(items[at], text, start, end):
        yield above, above, f"{margin}{comment}\n"
    yield start, end, words


def _comments_within(item: Node, text: str, start: int, end: int) -> Iterator[str]:
    """The comments between two offsets: a number sign in a text is none."""
    blank = text
    for leaf in _leaves(item):
        first, last = leaf.start_mark.index, _end_of(leaf, text)
        blank = blank[:first] + "x" * (last - first) + blank[last:]
    return (one.group().rstrip() for one in _COMMENT.finditer(blank, start, end))


def _leaves(node: Node) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        for pair in node.value:
            for one in pair:
                yield from _leaves(one)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from _leaves(one)
    else:
        yield node


def _end_of(node: Node, text: str) -> int:
    """The offset behind the last character of what a node says.

    A block's own mark stands behind the comments that follow it, and before the next thing.
    """
    if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
        return len(text[: node.end_mark.index].rstrip("\n"))
    last = node.value[-1]
    if not isinstance(last, tuple):
        return _end_of(last, text)
    key, value = last
    empty = isinstance(value, ScalarNode) and not value.value and not value.style
    return key.end_mark.index + 1 if empty else _end_of(value, text)


def _dash_column(listed: Listed) -> int:
    """The column, from 0, of the dashes of a block list."""
    column: int = listed.node.start_mark.column
    return column


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """The offset behind the line's end, or that of the text."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _block_entry(new: Mapping[str, Any], column: int) -> str:
    """An entry behind a dash at `column`: in one line where there is room, else a line a key."""
    flow = write_flow(new)
    if len(flow) + column + 2 <= _WIDEST and "cites" not in new and "\n" not in flow:
        return f"{' ' * column}- {flow}\n"
    first, *rest = write_block(new, _WIDEST - column - 2)
    margin = " " * (column + 2)
    lines = (f"{margin}{line}" if line else "" for line in rest)
    return "\n".join([f"{' ' * column}- {first}", *lines]) + "\n"
