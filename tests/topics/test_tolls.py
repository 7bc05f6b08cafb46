"""Five topics told by counts over days: one row for each count, later values, corrections and
withdrawals shown as such, and no row that isn't one. All of it is invented.
"""

import json
from pathlib import Path

import pytest
import yaml

from briefing import cli

HERE = Path(__file__).resolve().parent
TOPICS = yaml.safe_load((HERE / "tolls.yaml").read_text(encoding="utf-8"))
CONFIG = """\
brief: {title: The story, as_of: latest}
sources: [{kind: folder, path: sources}]
sections: [{slug: all, title: All, kind: digest, statements: 30}]
outputs: [{kind: json}, {kind: markdown}]
"""
PAGE = """\
<!doctype html><html lang="en"><head><title>{title}</title></head><body><article>
<h1>{title}</h1><p><time>{day}</time></p>{text}</article></body></html>
"""


def lay(topic: dict, folder: Path) -> list[str]:
    """Write the articles of a topic and its config; the arguments that name it."""
    sources = folder / "sources"
    sources.mkdir()
    outlets = []
    for one in topic["articles"]:
        paragraphs = one["text"].strip().split("\n\n")
        if one["name"].endswith(".html"):
            text = PAGE.format(**{**one, "text": "".join(f"<p>{p}</p>" for p in paragraphs)})
        else:
            text = "\n\n".join((one["title"], one["day"], *paragraphs)) + "\n"
        (sources / one["name"]).write_text(text, encoding="utf-8")
        outlets.append(f'{one["name"]}: {{outlet: "{one["outlet"]}"}}\n')
    (sources / "sources.yaml").write_text("".join(outlets), encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    return ["--config", str(folder / "config.yaml")]


def say_side(side: dict) -> str:
    days = "/".join(filter(None, (side.get("since"), side["as_of"])))
    return " ".join(filter(None, (side["value"], days, side.get("standing"))))


@pytest.mark.parametrize("name", TOPICS)
def test_a_count_over_time_is_one_row(name, tmp_path):
    topic = TOPICS[name]
    arguments = lay(topic, tmp_path)
    assert cli.run_command(["build", *arguments]) == 0
    brief = json.loads((tmp_path / "output/brief.json").read_bytes())
    rows = {
        row["topic"]: [say_side(one) for one in row["positions"]] for row in brief["disagreements"]
    }
    assert rows == topic["rows"]
    assert len(rows) == len(brief["disagreements"])
    gaps = [one["text"] for one in brief["gaps"] if one["kind"] == "disputed"]
    assert gaps == topic["gaps"]
    assert cli.run_command(["verify", *arguments]) == 0


def test_a_reader_is_told_what_became_of_a_count(tmp_path):
    arguments = lay(TOPICS["quake"], tmp_path)
    assert cli.run_command(["build", *arguments]) == 0
    told = (tmp_path / "output/brief.md").read_text(encoding="utf-8")
    assert "**27 (4 June 2025), overtaken**" in told
    assert "**35 (4 June 2025), withdrawn since**" in told
    assert "**31 (7 June 2025)**" in told
    (tmp_path / "days").mkdir()
    arguments = lay(TOPICS["mine"], tmp_path / "days")
    assert cli.run_command(["build", *arguments]) == 0
    told = (tmp_path / "days/output/brief.md").read_text(encoding="utf-8")
    assert "**19 (3–5 March 2025)**" in told


@pytest.mark.parametrize(
    ("said", "forged"),
    [
        ('"standing": "withdrawn"', '"standing": "denied"'),
        ('"standing": "overtaken"', '"standing": "corrected"'),
        ('"standing": "overtaken",', ""),
    ],
)
def test_what_became_of_a_count_is_recomputed(said, forged, tmp_path):
    arguments = lay(TOPICS["quake"], tmp_path)
    assert cli.run_command(["build", *arguments]) == 0
    told = tmp_path / "output/brief.json"
    text = told.read_text(encoding="utf-8")
    assert said in text
    told.write_text(text.replace(said, forged), encoding="utf-8")
    assert cli.run_command(["verify", *arguments]) == 1
