"""What `verify` asks besides the statements: the record, the sources, the file itself."""

import json
import shutil

import pytest


def altered(desk, change, place="output/brief.json"):
    """Change a brief.json in place and give what verify then says."""
    file = desk.folder / place
    node = json.loads(file.read_bytes())
    change(node)
    file.chmod(0o644)
    file.write_text(json.dumps(node), encoding="utf-8")
    return desk.run("verify", place)


ALTERATIONS = {
    "title": lambda node: node.update(title="Another title"),
    "as_of": lambda node: node.update(as_of="2025-03-09"),
    "considered": lambda node: node["sections"][1].update(considered={"candidates": 1}),
    "number": lambda node: node["edition"].update(number=7),
    "time": lambda node: node["edition"].update(made_at="2020-01-01T00:00:00Z"),
    "outlet's letter": lambda node: node["sources"][0].update(reliability="A"),
}


@pytest.mark.parametrize("what", ALTERATIONS)
def test_a_copy_that_differs_from_the_edition_on_record_is_refused(built, what):
    code, out, _ = altered(built, ALTERATIONS[what])
    assert code == 1
    assert "reads otherwise" in out


def test_a_release_is_no_change_and_has_to_be_on_record(built):
    code, out, _ = altered(built, lambda node: node["edition"].update(released=True))
    assert code == 0
    assert "not checked: edition.released" in out
    assert built.run("approve")[0] == 0
    assert "not checked" not in built.run("verify", "output/brief.json")[1]


@pytest.mark.parametrize("file", ["brief.json", "brief.md"])
def test_an_altered_edition_is_refused(built, file):
    place = built.folder / "output/editions/0001" / file
    place.chmod(0o644)
    place.write_bytes(place.read_bytes() + b"\n")
    code, out, _ = built.run("verify", "output/editions/0001/brief.json")
    assert code == 1
    assert "altered" in out


def test_altered_evidence_is_refused(built):
    place = next((built.folder / "output/editions/0001/evidence").iterdir())
    place.chmod(0o644)
    place.write_bytes(place.read_bytes().replace(b"Vellin", b"Castrn"))
    assert built.run("verify", "output/editions/0001/brief.json")[0] == 1


def test_a_trial_whose_source_is_gone_or_changed_is_refused(desk):
    assert desk.run("build", "--output", "trial", "--formats", "json")[0] == 0
    article = desk.folder / "articles/b_courier.txt"
    text = article.read_bytes()
    article.write_bytes(text + b"\n")
    code, out, _ = desk.run("verify", "trial/brief.json")
    assert code == 1
    assert "not the one that was read" in out
    article.unlink()
    assert desk.run("verify", "trial/brief.json")[0] == 1
    article.write_bytes(text)
    assert desk.run("verify", "trial/brief.json")[0] == 0


def test_a_changed_source_does_not_trouble_the_edition_that_kept_it(built):
    article = built.folder / "articles/b_courier.txt"
    article.write_bytes(
        article.read_bytes() + b"\nAnother line of the article came later that day.\n"
    )
    kept = "checked with the text that an edition keeps"
    code, out, _ = built.run("verify")
    assert (code, out.splitlines()[0]) == (0, f"articles/b_courier.txt: changed since; {kept}")
    article.unlink()
    code, out, _ = built.run("verify")
    assert (code, out.splitlines()[0]) == (0, f"articles/b_courier.txt: no longer at hand; {kept}")
    assert len(out.splitlines()) == 2
    assert json.loads(built.run("verify", "--json")[1])["notes"] == [
        f"articles/b_courier.txt: no longer at hand; {kept}"
    ]


def test_what_could_not_be_checked_is_said_where_the_record_is_gone(built):
    assert "not checked" not in built.run("verify")[1]
    shutil.rmtree(built.folder / "output/editions")
    code, out, _ = built.run("verify")
    assert code == 0
    assert "not checked: edition, changes" in out
    assert "reliability" not in out
    (built.folder / "config.yaml").rename(built.folder / "gone.yaml")
    code, out, _ = built.run("verify", "output/brief.json")
    assert code == 0
    assert "sources[].reliability" in out
    assert built.run("verify", "--strict", "output/brief.json")[0] == 1


def test_a_desk_that_changed_since_does_not_trouble_the_edition_on_record(built):
    sidecar = built.folder / "articles/sources.yaml"
    sidecar.write_text(
        sidecar.read_text(encoding="utf-8").replace("kind: opinion", "kind: analysis"),
        encoding="utf-8",
    )
    assert built.run("verify")[0] == 0


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b'{"schema": 2}', b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_brief_is_refused_without_a_traceback(desk, content):
    (desk.folder / "odd.json").write_bytes(content)
    code, out, err = desk.run("verify", "odd.json")
    assert (code, err) == (1, "")
    assert out.startswith("odd.json: ")


@pytest.mark.parametrize("start", [b'{\n  "title": "Another",', b'{"edition": null,'])
def test_a_name_that_stands_twice_is_refused(built, start):
    file = built.folder / "output/brief.json"
    (built.folder / "twice.json").write_bytes(start + file.read_bytes().partition(b"{")[2])
    code, out, _ = built.run("verify", "twice.json")
    assert code == 1
    assert "stands twice" in out


def test_no_brief_to_verify_is_the_users_mistake(desk):
    assert desk.run("verify", "none.json")[0] == 2
