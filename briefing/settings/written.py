"""YAML as it is written: where each part of a text stands, and how a new entry is put down."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import yaml

from briefing.errors import UserError
from briefing.settings import tree

Node: TypeAlias = yaml.Node
"""A part of a YAML text: `start_mark.index` and `end_mark.index` are offsets in code points."""
ScalarNode, CollectionNode = yaml.ScalarNode, yaml.CollectionNode
SequenceNode, MappingNode = yaml.SequenceNode, yaml.MappingNode


def compose_root(text: str, shown: str) -> Node | None:
    """The root of a YAML text; None where nothing but comments stands there.

    Raises UserError where it is no YAML. A block's end mark stands behind the comments after it.
    """
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise UserError(tree.syntax_problem(error, text, shown)) from None


def write_flow(entry: Mapping[str, Any]) -> str:
    """An entry in braces, in one line."""
    return _dump(entry, flows=True, width=1 << 30).strip()


def write_block(entry: Mapping[str, Any], width: int) -> list[str]:
    """An entry in lines, one or more for each key; what a value holds stands in braces."""
    return _dump(entry, flows=None, width=width).splitlines()


def _dump(entry: Mapping[str, Any], *, flows: bool | None, width: int) -> str:
    written: str = yaml.dump(
        dict(entry),
        Dumper=yaml.CSafeDumper,
        default_flow_style=flows,
        width=width,
        allow_unicode=True,
        sort_keys=False,
    )
    return written
