"""A function reads at one go: no more than ten branches, unless a comment above it says why."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST = 10
REASON = "# dense: "
BRANCHES = frozenset(
    {
        ast.If,
        ast.IfExp,
        ast.For,
        ast.AsyncFor,
        ast.While,
        ast.ExceptHandler,
        ast.Assert,
        ast.match_case,
        ast.comprehension,
    }
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def count_branches(tree: ast.AST) -> dict[ast.AST, int]:
    """McCabe's number of each function and lambda, with each boolean operator, each `for` and each
    `if` of a comprehension counted; what is inside another is counted by itself.
    """
    counts: dict[ast.AST, int] = {tree: 1}
    nodes = [(tree, tree)]
    while nodes:
        node, owner = nodes.pop()
        if isinstance(node, Function | ast.Lambda):
            owner = node
            counts[owner] = 1
        elif isinstance(node, ast.BoolOp):
            counts[owner] += len(node.values) - 1
        elif type(node) in BRANCHES:
            counts[owner] += 1 + len(getattr(node, "ifs", ()))
        nodes.extend((child, owner) for child in ast.iter_child_nodes(node))
    return counts


def dense_functions(code: str) -> Iterator[tuple[Function, int, bool]]:
    """The functions with too many branches, how many, and whether a reason stands beside each."""
    lines = code.splitlines()
    for node, count in count_branches(ast.parse(code)).items():
        if isinstance(node, Function) and count > MOST:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            above = lines[first - 2].strip() if first > 1 else ""
            yield node, count, above.startswith(REASON)


def test_no_function_is_dense_without_a_reason_beside_it():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {count} branches"
        for path in sorted((ROOT / "briefing").rglob("*.py"))
        for node, count, excused in dense_functions(path.read_text(encoding="utf-8"))
        if not excused
    ]
    assert found == []


@pytest.mark.parametrize(
    ("body", "branches"),
    [
        ("return x", 1),
        ("return 1 if x else 2", 2),
        ("return x and y and z or w", 4),
        ("return [i for i in x for j in i if j if i]", 5),
        ("for i in x:\n  if i:\n   pass\n  elif y:\n   pass\n while z: pass", 5),
        ("try:\n  x\n except A:\n  pass\n except B:\n  pass", 3),
        ("match x:\n  case 1: pass\n  case _: pass", 3),
        ("assert x", 2),
        ("def g():\n  return x if y else z\n return lambda: x or y", 1),
    ],
)
def test_branches_are_counted(body, branches):
    tree = ast.parse(f"def f():\n {body}")
    assert count_branches(tree)[tree.body[0]] == branches


@pytest.mark.parametrize(
    ("above", "excused"),
    [
        ("", False),
        ("# dense: a grammar, rule by rule", True),
        ("# dense:", False),
        ("# a grammar", False),
        ("# dense: a grammar, rule by rule\n@cache", True),
        ("@cache\n# dense: a grammar, rule by rule", False),
    ],
)
def test_only_a_reason_above_a_function_excuses_it(above, excused):
    code = f"{above}\ndef f(x):\n return {' or '.join('x' * 11)}\n"
    assert [said for _, _, said in dense_functions(code)] == [excused]
