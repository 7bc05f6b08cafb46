"""A desk with an editor behind a server on loopback."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import cli
from tests.editor import scripted

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, kw_only=True)
class EditorDesk:
    """A project folder in which the test stands."""

    folder: Path
    capfd: object

    def run(self, *arguments):
        """Run a command here: (exit code, out, err)."""
        code = cli.run_command(list(arguments))
        printed = self.capfd.readouterr()
        return code, printed.out, printed.err

    def name_editor(self, url, **options):
        """Write an editor into the config."""
        said = {"kind": "openai", "base_url": url, "model": scripted.MODEL, **options}
        config = self.folder / "config.yaml"
        plain = config.read_text(encoding="utf-8").split("\neditor:")[0]
        config.write_text(f"{plain}\neditor: {json.dumps(said)}\n", encoding="utf-8")

    def build(self, *arguments):
        """Build Markdown and JSON, which must succeed; give brief.json and what was printed."""
        code, out, err = self.run("build", "--formats", "markdown,json", *arguments)
        assert code == 0, (out, err)
        return self.brief(), out + err

    def brief(self, place="output"):
        """Give a parsed brief.json."""
        return json.loads((self.folder / place / "brief.json").read_bytes())

    def verify(self):
        """Verify the newest brief, which must hold."""
        code, out, err = self.run("verify")
        assert code == 0, (out, err)
        return out


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """The reservoir, with a private folder, a private section, a pin and an article that gives
    orders."""
    folder = tmp_path / "desk"
    shutil.copytree(HERE / "reservoir", folder)
    monkeypatch.chdir(folder)
    return EditorDesk(folder=folder, capfd=capfd)


@pytest.fixture
def asked(desk):
    """A function that serves a script, names the server in the config and has `check` say so."""
    opened = []

    def begin(script, **options):
        context = scripted.serving(script)
        server = context.__enter__()
        opened.append(context)
        desk.name_editor(server.url, **options)
        assert desk.run("check")[0] == 0
        return server

    yield begin
    for context in reversed(opened):
        context.__exit__(None, None, None)


def told(brief):
    """Give the keys that each section tells, by its slug."""
    return {one["slug"]: [s["key"] for s in one["statements"]] for one in brief["sections"]}
