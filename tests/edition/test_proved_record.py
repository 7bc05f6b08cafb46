"""What the record of editions proves: nobody who forges an edition can leave it as it was."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from briefing import digest
from tests.projects.desk import TOPIC


def rehashed(folder, change):
    """Change an edition's brief.json and make its manifest fit, as a forger with an editor
    would."""
    file, manifest = folder / "brief.json", folder / "manifest.json"
    node, kept = json.loads(file.read_bytes()), json.loads(manifest.read_bytes())
    change(node)
    data = json.dumps(node).encode()
    kept["files"]["brief.json"] = digest.of_bytes(data)
    for place, content in ((file, data), (manifest, json.dumps(kept).encode())):
        place.chmod(0o644)
        place.write_bytes(content)
    return data


LIES = {
    "marking": lambda node: node.update(marking="TLP:CLEAR"),
    "grade": lambda node: node["sources"][0].update(reliability="A"),
    "difference": lambda node: node["disagreements"].clear(),
    "time": lambda node: node["edition"].update(made_at="2020-01-01T00:00:00Z"),
    "unlisted": lambda node: node.update(unlisted=1),
}


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("gone", [(), ("config.yaml.db",)])
def test_an_edition_hashed_anew_is_refused(built, lie, gone):
    for name in gone:
        (built.folder / name).unlink()
    data = rehashed(built.folder / "output/editions/0001", LIES[lie])
    (built.folder / "output/brief.json").write_bytes(data)
    assert built.run("verify")[0] == 1


def test_with_no_record_left_the_config_is_asked(built):
    (built.folder / "config.yaml.db").unlink()
    (built.folder / "output/editions/record.jsonl").unlink()
    assert built.run("verify")[0] == 0
    data = rehashed(built.folder / "output/editions/0001", LIES["marking"])
    (built.folder / "output/brief.json").write_bytes(data)
    code, out, _ = built.run("verify")
    assert code == 1
    assert "marking is not the config's" in out


def test_a_new_config_does_not_refuse_an_edition_that_the_store_vouches_for(built):
    config = built.folder / "config.yaml"
    config.write_text(config.read_text().replace("TLP:GREEN", "TLP:CLEAR"))
    code, out, _ = built.run("verify", "--strict")
    assert code == 0
    assert "made before config.yaml changed" in out
    (built.folder / "config.yaml.db").unlink()
    code, out, _ = built.run("verify")
    assert code == 0
    assert "not checked: marking: the brief's marking is not the config's" in out
    assert built.run("verify", "--strict")[0] == 1


@pytest.mark.parametrize("name", ["brief.md", "brief.html", "brief.docx"])
def test_every_format_beside_an_edition_is_held_to_it(built, name):
    with (built.folder / "output" / name).open("ab") as file:
        file.write(b"and more\n")
    code, out, _ = built.run("verify")
    assert code == 1
    assert f"is not the {name} of edition 1" in out


WRITER = """
from dataclasses import dataclass
from typing import ClassVar
from briefing import digest
from briefing.model import Artifact


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    name: ClassVar[str] = "count.txt"

    def __call__(self, page, templates, brief):
        content = str(len(brief.sections)).encode()
        return Artifact(
            name=self.name,
            media_type="text/plain",
            content=content,
            sha256=digest.of_bytes(content),
        )
"""


def test_a_file_of_a_writer_of_the_users_is_held_to_it_too(desk, monkeypatch):
    (desk.folder / "count_writer.py").write_text(WRITER, encoding="utf-8")
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    own = 'outputs: [{kind: "count_writer:Count"}, '
    config.write_text(text.replace("outputs: [", own), encoding="utf-8")
    monkeypatch.syspath_prepend(desk.folder)
    assert desk.run("build")[0] == 0
    assert desk.run("verify")[0] == 0
    (desk.folder / "output" / "count.txt").write_text("40", encoding="utf-8")
    code, out, _ = desk.run("verify")
    assert code == 1
    assert "is not the count.txt of edition 1" in out


def second(desk):
    """Make a second edition: a word of an article has changed."""
    desk.build()
    article = desk.folder / "articles/b_courier.txt"
    article.write_bytes(article.read_bytes() + b"\nThe toll of the channel is to rise in May.\n")
    desk.build()


def test_an_older_edition_in_the_place_of_the_newest_is_refused(desk):
    second(desk)
    shelf = desk.folder / "output/editions"
    for name in ("brief.json", "brief.md"):
        shutil.copyfile(shelf / "0001" / name, desk.folder / "output" / name)
    code, out, _ = desk.run("verify")
    assert code == 1
    assert "is edition 1, and the newest is edition 2" in out
    shutil.rmtree(shelf / "0002")
    code, out, _ = desk.run("verify")
    assert code == 1
    assert "edition 2 is on record, and the newest here is edition 1" in out


def test_a_copied_or_renumbered_edition_is_refused(built):
    shelf = built.folder / "output/editions"
    shutil.copytree(shelf / "0001", shelf / "0009")
    code, out, _ = built.run("verify", "output/editions/0009/brief.json")
    assert code == 1
    assert "its manifest is that of edition 1" in out


def test_an_older_edition_that_was_altered_breaks_the_chain_of_the_newest(desk):
    second(desk)
    rehashed(desk.folder / "output/editions/0001", LIES["grade"])
    (desk.folder / "config.yaml.db").unlink()
    (desk.folder / "output/editions/record.jsonl").unlink()
    code, out, _ = desk.run("verify")
    assert code == 1
    assert "the edition 1 that it follows is not the one that lies here" in out


def test_what_an_edition_says_of_the_one_before_is_held_to_it(desk):
    second(desk)
    trial = desk.folder / "apart"
    shutil.copytree(desk.folder / "output/editions", trial / "editions")
    (trial / "editions/record.jsonl").unlink()

    def unsay(node):
        node["changes"]["withdrawn"] = [
            {"id": "s-0", "was": "The sea is dry.", "now": "", "cause": ""}
        ]

    rehashed(trial / "editions/0002", unsay)
    code, out, _ = desk.run("verify", "-c", "none.yaml", "apart/editions/0002/brief.json")
    assert code == 1
    assert "what was withdrawn since edition 1 is not what went" in out


def test_an_edition_moved_alone_says_what_is_not_here(desk):
    second(desk)
    (desk.folder / "output/editions/0002").rename(desk.folder.parent / "moved")
    code, out, _ = desk.run("verify", "-c", "none.yaml", "../moved/brief.json")
    assert code == 0
    assert "not checked: what came before: edition 1 is not here" in out
    assert "not checked: title, slug, marking" in out
    assert desk.run("verify", "-c", "none.yaml", "--strict", "../moved/brief.json")[0] == 1


def test_a_pruned_edition_leaves_its_link(desk):
    second(desk)
    assert desk.run("prune", "--keep", "1")[0] == 0
    code, out, _ = desk.run("verify", "--strict")
    assert (code, "not checked" in out) == (0, False)


def test_an_edition_of_a_program_without_a_chain_is_taken_up(desk):
    shelf = desk.folder / "output/editions"
    shutil.copytree(TOPIC.parent / "older", shelf)
    assert desk.run("editions")[0] == 0
    assert desk.run("verify", "output/editions/0001/brief.json")[0] == 0
    rehashed(shelf / "0001", LIES["grade"])
    code, out, _ = desk.run("verify", "output/editions/0001/brief.json")
    assert code == 1
    assert "not the one that the store has" in out


def lie_in_a_text(node):
    """Change a statement's words and nothing else."""
    said = node["sections"][1]["statements"][0]
    said["text"] = said["text"].replace(" ", " not ", 1)


def forget_digests(desk):
    """Leave a store as an older program kept it: without a digest of any edition."""
    (desk.folder / "output/editions/record.jsonl").unlink()
    with closing(sqlite3.connect(desk.folder / "config.yaml.db")) as store, store:
        store.execute("UPDATE edition SET manifest = ''")


def test_an_edition_of_an_older_program_is_no_forgery_where_its_store_has_it(desk):
    shelf = desk.folder / "output/editions"
    shutil.copytree(TOPIC.parent / "older", shelf)
    assert desk.run("editions")[0] == 0
    forget_digests(desk)
    code, out, _ = desk.run("verify", "output/editions/0001/brief.json")
    assert code == 0
    assert "another program made it" in out
    assert desk.run("verify", "--strict", "output/editions/0001/brief.json")[0] == 1
    rehashed(shelf / "0001", lie_in_a_text)
    assert desk.run("verify", "output/editions/0001/brief.json")[0] == 1


def test_of_an_edition_of_another_program_without_a_store_its_program_is_named(desk):
    shelf = desk.folder / "output/editions"
    shutil.copytree(TOPIC.parent / "older", shelf)
    code, out, _ = desk.run("verify", "output/editions/0001/brief.json")
    assert code == 0 or "another program made it" in out


@pytest.mark.parametrize("path", ["articles/x\0y.txt", "x" * 5000, "\ud800", "/dev/zero", "../.."])
def test_a_path_that_no_source_can_have_is_refused_in_one_line(built, path):
    brief = built.brief()
    brief["sources"][0].update(path=path, locator=path)
    (built.folder / "forged.json").write_text(json.dumps(brief))
    code, out, err = built.run("verify", "-c", "none.yaml", "forged.json")
    assert (code, err) == (1, "")
    assert "Traceback" not in out


def test_what_is_marked_for_nobody_else_is_its_owners_alone(desk):
    config = desk.folder / "config.yaml"
    config.write_text(config.read_text().replace("TLP:GREEN", "TLP:RED"))
    desk.build()
    made = [
        *(desk.folder / "output").glob("brief.*"),
        *(desk.folder / "output/editions").rglob("*"),
    ]
    files = [file for file in made if file.is_file() and file.name != ".lock"]
    assert len(files) > 5
    assert [file.name for file in files if file.stat().st_mode & 0o077] == []
    assert desk.run("verify")[0] == 0
