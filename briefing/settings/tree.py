"""YAML that remembers where everything stands.

The text becomes plain values: mappings, lists, strings as written, and None for an empty value.
Nothing is guessed from how a scalar looks; the typed field that takes it decides. So `06:30`,
`2025-11-17` and `1.10` arrive as written, and `no` stays `no` until a field wants a truth value.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from briefing.errors import Problem, UserError
from briefing.settings import decode

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Steps: TypeAlias = "tuple[str | int, ...]"

DEEPEST = 40
"""Levels of nesting; no settings file of ours needs ten."""
LARGEST = 200_000
"""Values after aliases are followed; more is an alias bomb or the wrong file."""

_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
}
_TRUTH = re.compile(r"(?:yes|no|on|off|true|false)\Z", re.IGNORECASE)
# A number sign after one space, with a word or number right behind it ("#12", "# 12"): who comments
# writes "# why" or stands off by two spaces.
_NO_COMMENT = re.compile(r"[ \t](#(?:[^\s#!].*|\s?\d.*))")
_MOST_SHOWN = 40  # characters of a value in a message
_NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """Line and column in a file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A YAML file as plain values, with the place of every key and every value.

    `values` and `keys` map steps from the root (keys and list positions from 0) to places;
    `aliases` maps the steps of `*name` to those of `&name`; `truths` holds the steps of unquoted
    `no`, `on` and their like, which other YAML readers take for truth values. `shown` is the file's
    name in messages. `problems` are mistakes that leave the rest readable, `doubts` warnings of
    what the author may not have meant; whoever uses the tree reports them with its own.
    """

    shown: str
    value: Value
    values: dict[Steps, FilePlace] = field(default_factory=dict)
    keys: dict[Steps, FilePlace] = field(default_factory=dict)
    aliases: dict[Steps, Steps] = field(default_factory=dict)
    truths: dict[Steps, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()

    def problem(
        self,
        steps: Steps,
        message: str,
        advice: str = "",
        *,
        key: bool = False,
        severity: str = "error",
    ) -> Problem:
        """Say `message` of what stands at `steps` (of its key, with `key`), or of what is nearest
        above.
        """
        place = self._place(steps, key=key)
        return Problem(
            path=self.shown,
            line=place.line,
            column=place.column,
            message=message,
            advice=advice,
            severity=severity,
        )

    def get(self, *steps: str | int) -> Value:
        """The value at `steps`; None where nothing stands there."""
        value = self.value
        for step in steps:
            try:
                value = value[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _place(self, steps: Steps, *, key: bool) -> FilePlace:
        real: Steps = ()
        found = self.values.get((), FilePlace(line=1, column=1))
        for number, step in enumerate(steps, 1):
            real = self.aliases.get((*real, step), (*real, step))
            last = key and number == len(steps)
            found = (self.keys if last else self.values).get(real) or self.values.get(real, found)
        return found


def load_yaml(path: Path, shown: str | None = None) -> Tree:
    """Read the YAML file at `path`.

    Raises UserError for what makes the file unreadable: what `decode.read_file` refuses, a syntax
    error, a tab, nesting or aliases without end. Duplicate keys, unknown tags, wrong aliases, keys
    that are no plain text and a second document are in the tree's `problems`.
    """
    name = shown or str(path)
    return parse_yaml(decode.read_file(path, name), name)


def parse_yaml(text: str, shown: str) -> Tree:
    """As `load`, of text that is already read."""
    decode.refuse_text(text, shown)
    builder = _Builder(
        events=yaml.parse(text, Loader=yaml.CSafeLoader),
        tree=Tree(shown=shown, value=None),
        lines=text.split("\n"),
    )
    try:
        value = builder.document()
    except yaml.MarkedYAMLError as error:
        raise UserError(*builder.problems, syntax_problem(error, text, shown)) from None
    return dataclasses.replace(
        builder.tree,
        value=value,
        problems=tuple(builder.problems),
        doubts=tuple(builder.doubts),
    )


@dataclass(slots=True, kw_only=True)
class _YamlAnchor:
    steps: Steps
    value: Value = None
    size: int = 0
    open: bool = True


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Turns libyaml's events into values; lives for one file."""

    events: Iterator[Any]
    tree: Tree
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    anchors: dict[str, _YamlAnchor] = field(default_factory=dict)
    size: int = 0

    def document(self) -> Value:
        value: Value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._say(
                        event, "a second document begins here", "keep one document in the file"
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self.node(event, ())
        return value

    # PyYAML's events carry no types.
    def node(self, event: Any, steps: Steps) -> Value:  # noqa: ANN401
        place = _event_place(event)
        self.tree.values[steps] = place
        self.size += 1
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, steps)
        if len(steps) > DEEPEST:
            problem = _tree_problem(self.tree.shown, place, f"nested deeper than {DEEPEST} levels")
            raise UserError(*self.problems, problem)
        if event.tag and event.tag != "!" and event.tag not in _PLAIN_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._say(
                event, f"unknown tag {tag}", "settings hold plain text, lists and mappings only"
            )
        anchor = _YamlAnchor(steps=steps)
        if event.anchor:
            self.anchors[event.anchor] = anchor
        before = self.size
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, steps)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(steps)
        else:
            value = self._mapping(steps)
        anchor.value, anchor.size, anchor.open = value, self.size - before + 1, False
        return value

    def _scalar(self, event: Any, steps: Steps) -> Value:  # noqa: ANN401
        text: str = event.value
        if event.style or event.tag:
            return text
        self._ask_about_comment(event)
        if text in _NOTHING:
            return None
        if _TRUTH.match(text):
            self.tree.truths[steps] = text
        return text

    def _sequence(self, steps: Steps) -> Value:
        items: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, (*steps, len(items))))
        return items

    def _mapping(self, steps: Steps) -> Value:
        pairs: dict[str, Value] = {}
        merged: list[Steps] = []
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            plain = isinstance(event, yaml.ScalarEvent)
            if not plain:
                self._say(event, "a key must be plain text")
                self.node(event, (*steps, "?"))
            key = event.value if plain else "?"
            inner = (*steps, key)
            if plain and key in pairs:
                first = self.tree.keys[inner].line
                self._say(event, f"duplicate key {key!r}", f"it stands in line {first} already")
                inner = (*steps, f"{key} (again)")
            self.tree.keys[inner] = _event_place(event)
            value = self.node(next(self.events), inner)
            if key == "<<" and not event.style:
                merged.append(inner)
            pairs.setdefault(key, value)
        for inner in merged:
            self._merge(pairs, steps, inner)
        return pairs

    def _merge(self, pairs: dict[str, Value], steps: Steps, inner: Steps) -> None:
        """Bring in the pairs of `<<: *name` that the mapping doesn't set itself."""
        value = pairs.pop("<<", None)
        if not isinstance(value, dict):
            self.problems.append(
                self.tree.problem(inner, "'<<' takes one mapping", "write <<: *name")
            )
            return
        origin = self.tree.aliases.get(inner, inner)
        for key, item in value.items():
            if key not in pairs:
                pairs[key] = item
                self.tree.aliases[*steps, key] = self.tree.aliases.get(
                    (*origin, key), (*origin, key)
                )

    def _alias(self, event: Any, steps: Steps) -> Value:  # noqa: ANN401
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self._say(event, f"alias *{event.anchor} has no anchor &{event.anchor} before it")
            return None
        if anchor.open:
            self._say(
                event, f"alias *{event.anchor} stands inside what it names: that would never end"
            )
            return None
        self.size += anchor.size
        if self.size > LARGEST:
            problem = _tree_problem(
                self.tree.shown, _event_place(event), f"aliases multiply to over {LARGEST:,} values"
            )
            raise UserError(*self.problems, problem)
        self.tree.aliases[steps] = anchor.steps
        return anchor.value

    def _ask_about_comment(self, event: Any) -> None:  # noqa: ANN401
        """Doubt that `Week #12` was meant to be `Week` with a comment behind it."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        cut = _NO_COMMENT.match(line, mark.column)
        if cut is None:
            return
        text: str = event.value
        shown = f"{text[:_MOST_SHOWN]!r} is" if text else "no value is"
        message = f"{shown} all that YAML reads here: what begins with '#' is a comment to it"
        advice = f"put the text into quotation marks if {cut[1][:_MOST_SHOWN]!r} belongs to it"
        self.doubts.append(
            dataclasses.replace(
                _tree_problem(self.tree.shown, _event_place(event), message, advice),
                severity="warning",
            )
        )

    def _say(self, event: Any, message: str, advice: str = "") -> None:  # noqa: ANN401
        self.problems.append(_tree_problem(self.tree.shown, _event_place(event), message, advice))


def _event_place(event: Any) -> FilePlace:  # noqa: ANN401
    return FilePlace(line=event.start_mark.line + 1, column=event.start_mark.column + 1)


def _tree_problem(shown: str, place: FilePlace, message: str, advice: str = "") -> Problem:
    return Problem(path=shown, line=place.line, column=place.column, message=message, advice=advice)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    """Put libyaml's complaint into words a person can act on."""
    mark = error.problem_mark or error.context_mark
    place = (
        FilePlace(line=mark.line + 1, column=mark.column + 1)
        if mark
        else FilePlace(line=1, column=1)
    )
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        place = FilePlace(line=place.line, column=indent.index("\t") + 1)
        return _tree_problem(shown, place, "a tab in the indentation", "YAML indents with spaces")
    message = error.problem or "this is not YAML"
    advice = ""
    if "mapping values are not allowed" in message:
        advice = "put text that holds ': ' into quotation marks, and check the indentation"
    elif "cannot start any token" in message:
        advice = "put the text into quotation marks"
    elif error.context and error.context_mark:
        advice = f"{error.context} that begins in line {error.context_mark.line + 1}"
    return _tree_problem(shown, place, f"not valid YAML: {message}", advice)
