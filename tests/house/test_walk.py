"""The newcomer's walk in docs/design.md names what is there, in the order in which it comes to work."""

import ast
import inspect
import re
import sys
from pathlib import Path

import pytest

from briefing.__main__ import run

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"\| \d+\*? \| `([^`]+)` \| `(\w+)` \|")
STEPS = ROW.findall((ROOT / "docs/design.md").read_text(encoding="utf-8"))
CODE = [step for step in STEPS if step[0].endswith(".py")]


def names_in(path):
    """The functions, methods and classes of a module."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


@pytest.mark.parametrize(("file", "name"), CODE)
def test_each_step_is_where_the_walk_has_it(file, name):
    assert name in names_in(ROOT / file)


def test_every_file_that_the_walk_names_is_there():
    text = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    named = re.findall(r"`(briefing/[\w/.]+)`", text)
    assert len(named) > len(CODE)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_a_build_takes_the_steps_in_this_order(tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "quay.txt").write_text(
        "Quay reopens\n\nVellin, 5 March 2025\n\nThe northern quay reopened on 3 March 2025 after "
        "four months of dredging, the port authority said.\n",
        encoding="utf-8",
    )
    config = tmp_path / "config.yaml"
    config.write_text(
        "brief: {title: The port of Vellin}\nsources: [{kind: folder, path: articles}]\n"
        "sections: [{slug: port, title: The port, terms: [quay]}]\n"
        "outputs: [{kind: json}, {kind: pdf}]\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    wanted = {(str(ROOT / file), name) for file, name in CODE}
    met = []

    files = {file for file, _ in wanted}

    def note(frame, event, _argument):
        code = frame.f_code
        if event != "call" or code.co_filename not in files:
            return
        name = code.co_qualname.removesuffix(".__call__").rpartition(".")[2]
        step = (code.co_filename, name)
        called = code.co_flags & inspect.CO_OPTIMIZED  # no class being made
        if called and step in wanted and step not in met:
            met.append(step)

    sys.setprofile(note)
    try:
        assert run(["build"]) == 0
    finally:
        sys.setprofile(None)
    assert [(Path(file).relative_to(ROOT).as_posix(), name) for file, name in met] == CODE
