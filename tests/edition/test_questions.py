"""Questions of the config, from the build to the files and to `verify`."""

import json

import pytest

from briefing.cli import run_command
from tests.projects import growing

ASKED = growing.CONFIG.replace(
    "statements: 30}",
    "statements: 30, questions: [{text: What was dredged?, terms: [dredg*]},"
    " {text: Who was drowned?, terms: [drown*]}]}",
)


@pytest.fixture
def brief(tmp_path, monkeypatch):
    """A built brief of the growing project that was asked two questions: its folder."""
    config = growing.lay(
        tmp_path, config=ASKED.replace("{kind: json}", "{kind: json}, {kind: html}")
    )
    monkeypatch.chdir(tmp_path)
    assert run_command(["build", "-q", "-c", str(config)]) == 0
    return tmp_path / "output"


def test_each_file_says_what_answers_a_question_and_what_stays_open(brief):
    node = json.loads((brief / "brief.json").read_text(encoding="utf-8"))
    told = {one["id"]: one["text"] for one in node["sections"][0]["statements"]}
    answered, silent = node["questions"]
    assert answered["answers"] == [key for key, text in told.items() if "dredg" in text.lower()]
    assert not answered["open"]
    assert (silent["answers"], silent["open"]) == ([], True)
    for name in ("brief.md", "brief.html"):
        text = (brief / name).read_text(encoding="utf-8")
        assert text.count("What was dredged?") == 1
        assert text.count("Open: nothing told here answers it.") == 1
        assert "Who was drowned?” : " not in text
    assert any(gap["kind"] == "question" for gap in node["gaps"])


@pytest.mark.parametrize("lie", ["answered", "open", "terms", "unasked"])
def test_a_forged_answer_is_refused(brief, lie, capsys):
    path = brief / "brief.json"
    assert run_command(["verify", str(path)]) == 0
    node = json.loads(path.read_text(encoding="utf-8"))
    if lie == "answered":
        node["questions"][1]["answers"] = [node["sections"][0]["statements"][0]["id"]]
    elif lie == "open":
        node["questions"][0]["answers"] = []
    elif lie == "terms":
        node["questions"][1]["terms"] = ["quay"]
    else:
        del node["questions"]
    path.write_text(json.dumps(node), encoding="utf-8")
    assert run_command(["verify", str(path)]) == 1
    capsys.readouterr()
