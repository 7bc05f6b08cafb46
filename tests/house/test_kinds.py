"""A section's kind is a type: no room but its own asks for it by its word."""

import ast
from collections.abc import Iterator
from pathlib import Path

import briefing
from briefing.registry import kinds

PACKAGE = Path(briefing.__file__).parent
WORDS = frozenset(kinds.SECTIONS)


def asked(tree: ast.AST) -> Iterator[int]:
    """The lines where a kind's word is compared with, matched, or looked up in a table of kinds."""
    for node in ast.walk(tree):
        parts: list[ast.AST] = []
        match node:
            case ast.Compare():
                parts = [node]
            case ast.MatchValue():
                parts = [node.value]
            case ast.Dict(keys=keys) if keys and all(
                isinstance(key, ast.Constant) and key.value in WORDS for key in keys
            ):
                parts = [key for key in keys if key is not None]
        for part in parts:
            for leaf in ast.walk(part):
                if isinstance(leaf, ast.Constant) and leaf.value in WORDS:
                    yield leaf.lineno


def test_no_room_but_its_own_compares_a_kind_with_a_word():
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "sections" not in path.relative_to(PACKAGE).parts
        for line in asked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found


def test_what_would_be_such_a_comparison_is_found():
    for code in (
        'section.kind == "actors"',
        'kind in {"positions", "other"}',
        'match kind:\n    case "digest" | "x":\n        pass',
        '{"actors": 1, "positions": 2}[kind]',
    ):
        assert list(asked(ast.parse(code))), code
    assert not list(asked(ast.parse('{"actors": 1, "slug": 2}; name = "actors"')))
