"""What the program shows without making anything."""

import json

from tests.projects.desk import statements

PASSAGE = {
    "source": str, "path": str, "number": int, "start": int, "end": int, "text": str, "kind": str,
    "sentences": list,
    "tags": list, "sections": list, "dates": list,
}  # fmt: skip


def test_passages_cover_every_line_and_fit_the_decoded_file(desk):
    code, out, _ = desk.run("passages", "--json")
    assert code == 0
    rows = json.loads(out)
    texts = {
        f"articles/{file.name}": file.read_text(encoding="utf-8")
        for file in (desk.folder / "articles").glob("*.txt")
    }
    for path, text in texts.items():
        own = [row for row in rows if row["path"] == path]
        assert [row["number"] for row in own] == list(range(1, len(own) + 1))
        assert [row["text"].strip() for row in own] == [
            line.strip() for line in text.split("\n") if line.strip()
        ]
    for row in rows:
        assert set(row) == {*PASSAGE, "language", "dropped"}
        assert all(isinstance(row[key], kind) for key, kind in PASSAGE.items())
        assert texts[row["path"]][row["start"] : row["end"]] == row["text"]
        assert all(row["start"] <= start < end <= row["end"] for start, end in row["sentences"])
        assert all(set(tag) == {"name", "score", "terms"} and tag["terms"] for tag in row["tags"])
        assert all(row["start"] <= one["start"] < one["end"] <= row["end"] for one in row["dates"])
        assert not (row["dropped"] and row["sections"])


def test_passages_say_which_sections_they_may_serve(desk):
    rows = json.loads(desk.run("passages", "--json")[1])
    storm = next(row for row in rows if row["text"].startswith("In November 2024"))
    assert storm["sections"][0] in {"works", "people", "views"}
    assert "works" in storm["sections"]
    assert "2024-11" in {one["edtf"] for one in storm["dates"]}
    junk = next(row for row in rows if row["text"] == "Share this article")
    assert junk["dropped"]


def test_sources_say_what_is_known_and_how(desk):
    rows = {row["path"]: row for row in json.loads(desk.run("sources", "--json")[1])}
    gazette, review = rows["articles/a_gazette.txt"], rows["articles/c_review.txt"]
    assert gazette["outlet"] == {"value": "Vellin Gazette", "basis": "supplied", "note": ""}
    assert (gazette["reliability"], review["outlet"], review["note"]) == (
        "B",
        None,
        "The outlet is not stated.",
    )
    assert rows["articles/d_gazette_early.txt"]["outlet"] is None
    assert rows["articles/b_courier.txt"]["url"] == "https://courier.example/grain"
    assert rows["articles/b_courier.txt"]["reliability"] == "C"
    assert review["published"] == {
        "value": "2025-03-06/2025-03-09",
        "basis": "supplied",
        "note": "",
    }
    assert review["caveats"]
    assert all(row["kept"] and len(row["sha256"]) == 64 for row in rows.values())


def test_explain_names_passage_edits_speaker_and_support(desk):
    brief = desk.build()
    paths = {one["id"]: one["path"] for one in brief["sources"]}
    for statement in statements(brief):
        code, out, _ = desk.run("explain", statement["key"])
        assert code == 0
        assert out.startswith(f"{statement['id']} in ")
        assert statement["text"] in out
        assert f"passage {statement['citations'][0]['passage']}" in out
        for part in statement["parts"]:
            for edit in part["edits"]:
                assert f"rule: {edit['because']['rule']}" in out
        said = statement["citations"][0]["attribution"]["speaker"]
        assert not said or said in out
        assert_in_order(out.splitlines(), statement, paths)


def assert_in_order(lines, statement, paths):
    """Each edit stands behind the passage that it edits, each support names a file."""
    for number, cited in enumerate(statement["citations"]):
        head = f"  and from passage {cited['passage']}: " if number else "  quote: "
        if cited["role"] == "supports":
            where = f"  supported by passage {cited['passage']} of {paths[cited['source']]}: "
            assert any(line.startswith(where) for line in lines), lines
            continue
        edits = [
            edit
            for part in statement["parts"]
            if part["citation"] == number
            for edit in part["edits"]
        ]
        at = next(n for n, line in enumerate(lines) if line.startswith(head + cited["quote"][:20]))
        found = lines[at + 1 :]
        if number == 0:
            found = [line for line in found if not line.startswith(("  said by", "  tag "))]
        assert [line.split()[:2] for line in found[: len(edits)]] == [
            ["edit", edit["op"]] for edit in edits
        ]


def test_explain_of_nothing_is_the_users_mistake(desk):
    desk.build()
    for name in ("s-nothing", ""):
        code, _, err = desk.run("explain", name)
        assert code == 2
        assert "no such statement" in err


def test_check_finds_nothing_wrong_here(desk):
    assert desk.run("check", "--strict")[0] == 0
