"""A desk with an editor behind a server on loopback."""

import json
import shutil
from pathlib import Path

import pytest

from tests.editor import scripted
from tests.projects.desk import Desk

HERE = Path(__file__).resolve().parent


def name_editor(desk, url, **options):
    """Write an editor into a desk's config."""
    said = {"kind": "openai", "base_url": url, "model": scripted.MODEL, **options}
    config = desk.folder / "config.yaml"
    plain = config.read_text(encoding="utf-8").split("\neditor:")[0]
    config.write_text(f"{plain}\neditor: {json.dumps(said)}\n", encoding="utf-8")


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """The reservoir, with a private folder, a private section, a pin and an article that gives
    orders."""
    folder = tmp_path / "desk"
    shutil.copytree(HERE / "reservoir", folder)
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


@pytest.fixture
def asked(desk):
    """A function that serves a script, names the server in the config and has `check` say so."""
    opened = []

    def begin(script, **options):
        context = scripted.serving(script)
        server = context.__enter__()
        opened.append(context)
        name_editor(desk, server.url, **options)
        assert desk.run("check")[0] == 0
        return server

    yield begin
    for context in reversed(opened):
        context.__exit__(None, None, None)


def told(brief):
    """Give the keys that each section tells, by its slug."""
    return {one["slug"]: [s["key"] for s in one["statements"]] for one in brief["sections"]}
