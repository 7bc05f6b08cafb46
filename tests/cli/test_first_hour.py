"""The first hour: completion, readers as mail programs write them, a feed beside an empty folder."""

import os
import subprocess
import sys

import pytest

from briefing import cli
from briefing.settings import load_config
from briefing.settings.readers import all_readers

CONFIG = """\
brief: {title: The mill at Ormen}
sources:
  - {kind: folder, path: articles}
  - {kind: feed, url: "https://feed.invalid/x"}
sections:
  - {slug: mill, title: The mill}
outputs: [{kind: json}]
"""
MAIL = """\
mail:
  from: desk@example.org
  recipients_file: readers.csv
  recipients:
    - Ann Lind <ann@example.org>
    - bo@example.org
    - {to: "\\"Lind, Cy\\" <cy@example.org>"}
    - {to: Dee <dee@example.org>, name: Dr Dee}
"""
READERS = "to,name\nEve Holm <eve@example.org>,\n"
ASKED = {
    "bash": ({"COMP_WORDS": "briefing ex", "COMP_CWORD": "1"}, "plain,explain"),
    "zsh": ({"COMP_WORDS": "briefing ex", "COMP_CWORD": "1"}, "explain"),
    "fish": ({"COMP_WORDS": "briefing ex", "COMP_CWORD": "ex"}, "plain,explain\tSay why"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A brief with a feed beside an empty folder."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("shell", ASKED)
def test_a_shell_is_answered(shell):
    words, said = ASKED[shell]
    asked = {**os.environ, **words, "_BRIEFING_COMPLETE": f"{shell}_complete"}
    command = [sys.executable, "-m", "briefing"]
    found = subprocess.run(command, env=asked, capture_output=True, text=True, check=False)
    assert any(line.startswith(said) for line in found.stdout.splitlines()), found


@pytest.mark.parametrize("shell", ASKED)
def test_what_makes_a_shell_ask_is_printed(shell, capfd):
    assert cli.run_command(["completion", shell]) == 0
    assert "_BRIEFING_COMPLETE" in capfd.readouterr().out
    assert cli.run_command(["completion", "tcsh"]) == 2


def test_an_empty_folder_beside_a_feed_is_no_mistake(folder, capfd):
    assert cli.run_command(["check"]) == 2  # for nothing was fetched yet
    said = capfd.readouterr().err
    assert "`briefing build --online` asks feeds" in said
    assert "config.yaml:4:5: warning: nothing was ever fetched of this feed" in said
    assert "holds no article" not in said
    (folder / "config.yaml").write_text(
        CONFIG.replace('  - {kind: feed, url: "https://feed.invalid/x"}\n', ""), encoding="utf-8"
    )
    assert cli.run_command(["check"]) == 2
    assert "holds no article" in capfd.readouterr().err


def test_readers_may_be_written_as_mail_programs_write_them(folder):
    (folder / "config.yaml").write_text(CONFIG + MAIL, encoding="utf-8")
    (folder / "readers.csv").write_text(READERS, encoding="utf-8")
    settings = load_config(folder / "config.yaml")
    assert [(one.to, one.name) for one in all_readers(settings, settings.mail)] == [
        ("ann@example.org", "Ann Lind"),
        ("bo@example.org", ""),
        ("cy@example.org", "Lind, Cy"),
        ("dee@example.org", "Dr Dee"),
        ("eve@example.org", "Eve Holm"),
    ]
