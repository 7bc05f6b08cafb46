"""The recipes of CONTRIBUTING, followed to the letter: what each block says is what stands in its
file."""

import json
import re
import sys
from pathlib import Path

import pytest

from briefing import cli

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def chapter(heading):
    """The part of the document below a heading, up to the next one."""
    found = re.search(rf"^#+ {heading}\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, f"CONTRIBUTING has no chapter {heading!r}"
    return found[1]


class Follower:
    """Somebody who writes down what the recipes say, and runs it."""

    def __init__(self, folder, capfd):
        self.folder, self.capfd = folder, capfd

    def write(self, heading):
        blocks = BLOCK.findall(chapter(heading))
        assert blocks, f"{heading!r} has nothing to write down"
        for name, text in blocks:
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def run(self, *arguments):
        self.capfd.readouterr()
        code = cli.run_command(
            [arguments[0], "-c", str(self.folder / "config.yaml"), *arguments[1:]]
        )
        return code, "".join(self.capfd.readouterr())

    def done(self, *arguments):
        code, said = self.run(*arguments)
        assert code == 0, said
        return said

    @property
    def config(self):
        return self.folder / "config.yaml"

    @property
    def brief(self):
        return json.loads((self.folder / "output/brief.json").read_bytes())


@pytest.fixture
def follower(tmp_path, monkeypatch, capfd):
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    made = Follower(tmp_path, capfd)
    made.write("To add a kind of your own")
    yield made
    for name in [name for name in sys.modules if name.startswith("own_")]:
        del sys.modules[name]


def mistyped(follower, wrong, right):
    """What the config's checker says of a typo, and where."""
    text = follower.config.read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.split("\n"), 1) if f"{right}:" in row)
    column = text.split("\n")[line - 1].index(f"{right}:") + 1
    mistake = text.replace(f"{right}:", f"{wrong}:")
    follower.config.write_text(mistake, encoding="utf-8")
    code, said = follower.run("build")
    follower.config.write_text(text, encoding="utf-8")
    assert code == 2
    assert f"config.yaml:{line}:{column}: error: unknown key {wrong!r}" in said
    assert f"did you mean {right!r}?" in said


def test_a_section_kind(follower):
    follower.write("A section kind")
    mistyped(follower, "leest", "least")
    follower.done("build")
    (section,) = follower.brief["sections"]
    assert section["kind"] == "voices"
    assert section["columns"] == ["Name", "Named"]
    assert [[cell["text"] for cell in row] for row in section["rows"]] == [["Ruth Adeyemi", "2"]]
    assert section["statements"]
    assert {"kind": "voices", "text": "More voices on “The port”: 2 are heard."}.items() <= next(
        gap for gap in follower.brief["gaps"] if gap["kind"] == "voices"
    ).items()
    said = follower.done("verify")
    assert "of a kind that is not ours" not in said


@pytest.mark.parametrize("place", ["output/brief.json", "elsewhere/brief.json"])
@pytest.mark.parametrize("what", ["row", "gap"])
def test_a_section_kinds_table_and_gaps_are_proved(follower, place, what):
    follower.write("A section kind")
    follower.done("build")
    node = follower.brief
    if what == "row":
        node["sections"][0]["rows"][0][1]["text"] = "3"
    else:
        next(gap for gap in node["gaps"] if gap["kind"] == "voices")["text"] = "Nobody is silent."
    forged = follower.folder / place
    forged.parent.mkdir(exist_ok=True)
    forged.write_text(json.dumps(node), encoding="utf-8")
    code, said = follower.run("verify", str(forged))
    assert code == 1
    assert ("port: its rows are not what the articles give" if what == "row" else "counts:") in said


def test_a_brief_whose_kind_is_not_at_hand_says_what_was_not_checked(follower):
    follower.write("A section kind")
    follower.done("build")
    text = follower.config.read_text(encoding="utf-8")
    other = re.sub(r'kind: "own_voices.kind:Voices", ', "", text.replace(", least: 2", ""))
    follower.config.write_text(other.replace("Vellin}", "Vellin, slug: other}"), encoding="utf-8")
    said = follower.done("verify")
    assert "port: of a kind that is not ours, and no config has it" in said
    assert "not checked: sections[].rows, sections[].columns, actors, gaps, bottom_line" in said
    node = follower.brief
    node["sections"][0]["rows"][0][0]["text"] = "Ivo Castren"
    (follower.folder / "forged.json").write_text(json.dumps(node), encoding="utf-8")
    code, said = follower.run("verify", str(follower.folder / "forged.json"))
    assert (code, "'Ivo Castren' does not stand in its citations" in said) == (1, True)


def test_an_editor(follower):
    follower.write("An editor")
    mistyped(follower, "wrod", "word")
    follower.done("build", "--no-editor")
    (plain,) = follower.brief["sections"]
    said = follower.done("check")
    assert "this machine" in said
    follower.done("build")
    assert follower.brief["editor"]["model"] == "the chief's own rule"
    (section,) = follower.brief["sections"]
    assert any("dockers" in one["text"] for one in section["statements"])
    assert len(section["statements"]) == len(plain["statements"]) == 2
    assert "every statement holds" in follower.done("verify")


def test_a_reader(follower):
    follower.write("A reader")
    mistyped(follower, "outlat", "outlet")
    old = "ZCZC\nCafé reopens\n\nThe Café of Castren reopened for dockers on 8 March 2025.\nNNNN\n"
    (follower.folder / "articles/cafe.tlg").write_bytes(old.encode("cp437"))
    (follower.folder / "articles/broken.tlg").write_bytes(b"ZCZC\n")
    follower.done("build")
    sources = {source["path"]: source for source in follower.brief["sources"]}
    assert sources["articles/strike.tlg"]["encoding"] == "cp437"
    assert sources["articles/strike.tlg"]["outlet"] == "Vellin Wire"
    assert sources["articles/quay.txt"]["encoding"] == "utf-8"
    told = " ".join(one["text"] for s in follower.brief["sections"] for one in s["statements"])
    assert "The dockers of Castren ended their strike on 7 March 2025" in told
    assert "The Café of Castren" in told
    assert "ZCZC" not in told
    follower.done("verify")
    assert "Nothing" in follower.done("build")


def test_a_reader_that_stumbles_costs_one_source(follower):
    follower.write("A reader")
    place = follower.folder / "own_wire/reader.py"
    text = place.read_text(encoding="utf-8").replace(
        "lines = page.read_lines(text)", "lines = 1 / 0"
    )
    place.write_text(text, encoding="utf-8")
    follower.done("build")
    (aside,) = [one for one in follower.brief["sources"] if one["quarantined"]]
    assert aside["quarantined"] == "Telegram fails: ZeroDivisionError: division by zero"


def test_a_writer(follower):
    follower.write("A writer")
    mistyped(follower, "delimeter", "delimiter")
    follower.done("build")
    rows = (follower.folder / "output/statements.csv").read_text(encoding="utf-8").splitlines()
    told = [one for section in follower.brief["sections"] for one in section["statements"]]
    assert rows == [f"The port;{one['text']};{len(one['outlets'])}" for one in told]
    follower.done("verify")
    (follower.folder / "output/statements.csv").unlink()
    follower.done("build")
    assert (follower.folder / "output/statements.csv").is_file()
    text = follower.config.read_text(encoding="utf-8")
    follower.config.write_text(text.rpartition("\n  - {kind")[0] + "\n", encoding="utf-8")
    follower.done("build")
    assert not (follower.folder / "output/statements.csv").exists()


def test_a_courier(follower):
    follower.write("A courier")
    mistyped(follower, "foldr", "folder")
    follower.done("build")
    code, said = follower.run("send")
    assert (code, "there is no folder 'holes'" in said) == (1, True)
    (follower.folder / "holes").mkdir()
    follower.done("send")
    holes = sorted((follower.folder / "holes").rglob("*.eml"))
    assert [hole.parent.name for hole in holes] == ["ivo@example.org", "ruth@example.org"]
    assert all(b"List-Unsubscribe" in hole.read_bytes() for hole in holes)
    follower.done("send")
    assert sorted((follower.folder / "holes").rglob("*.eml")) == holes
    assert "pigeonhole" in follower.done("send", "--status")


def test_a_language_that_nobody_serves_is_refused_and_its_texts_are_listed(follower):
    english = (
        "brief: {title: Vellin}\nsources: [{kind: folder, path: articles}]\n"
        "sections: [{slug: port, title: Port, terms: [quay, banchina]}]\noutputs: [{kind: json}]\n"
    )
    follower.write("To add a language")
    code, said = follower.run("build")
    assert code == 2
    assert "no brief can be made in 'it'" in said
    (follower.folder / "articles/kai.txt").write_text(
        "La banchina nord è stata riaperta lunedì, ha detto l'autorità del porto. Era chiusa da "
        "quattro mesi perché il porto doveva essere dragato.\n",
        encoding="utf-8",
    )
    follower.config.write_text(english, encoding="utf-8")
    follower.done("build")
    cited = {one["path"]: one["cited"] for one in follower.brief["sources"]}
    assert cited["articles/kai.txt"] == 0
    assert cited["articles/quay.txt"] > 0
    assert any(gap["kind"] == "foreign" for gap in follower.brief["gaps"])
