import json
import os
import shutil

from tests.projects.desk import statements


def test_a_build_makes_an_edition_with_its_evidence_and_verifies(desk):
    brief = desk.build()
    kept = desk.folder / "output/editions/0001"
    assert {path.name for path in kept.iterdir()} == {
        "brief.json",
        "brief.md",
        "evidence",
        "manifest.json",
    }
    assert len(list((kept / "evidence").glob("*.txt"))) == len(brief["sources"]) == 4
    assert brief["edition"]["number"] == 1
    assert brief["changes"]["previous"] == 0
    for place in ("output/brief.json", "output/editions/0001/brief.json"):
        assert desk.run("verify", place)[0] == 0


def test_an_edition_verifies_where_nothing_else_is_left(desk, tmp_path, monkeypatch):
    desk.build()
    alone = tmp_path / "alone"
    (desk.folder / "output/editions/0001").rename(alone)
    monkeypatch.chdir(tmp_path)
    code, out, err = desk.run("verify", str(alone / "brief.json"))
    *unchecked, verdict = out.splitlines()[1:]
    assert (code, err) == (0, "")
    assert verdict == f"{alone / 'brief.json'}: every statement holds"
    assert unchecked
    assert all(line.startswith("not checked: ") for line in unchecked)
    assert "and 1 more: no longer at hand; checked with the text that an edition keeps" in out


def test_an_unchanged_build_touches_nothing(desk):
    desk.build()
    before = {path: path.stat().st_mtime_ns for path in (desk.folder / "output").rglob("*")}
    code, out, _ = desk.run("build", "--formats", "markdown,json")
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith("Nothing changed since edition 1")
    assert {path: path.stat().st_mtime_ns for path in (desk.folder / "output").rglob("*")} == before


def test_a_forced_build_tells_the_same_in_a_new_edition(desk):
    first, second = desk.build(), desk.build("--force")
    assert (second["edition"]["number"], second["edition"]["previous"]) == (2, 1)
    assert [s["text"] for s in statements(second)] == [s["text"] for s in statements(first)]
    assert [s["id"] for s in statements(second)] == [s["id"] for s in statements(first)]
    assert {s["change"] for s in statements(second)} == {"kept"}
    assert desk.run("verify")[0] == 0


def test_a_changed_source_changes_what_rests_on_it_and_says_so(desk):
    first = desk.build()
    article = desk.folder / "articles/b_courier.txt"
    article.write_text(
        article.read_text(encoding="utf-8").replace("16 vessels", "17 vessels"), encoding="utf-8"
    )
    second = desk.build()
    assert any("17 vessels" in s["text"] for s in statements(second))
    assert any("16 vessels" in s["text"] for s in statements(first))
    told = second["changes"]
    assert told["changed"] or (told["new"] and told["withdrawn"])
    assert desk.run("verify")[0] == 0
    assert desk.run("verify", "output/editions/0001/brief.json")[0] == 0


def test_a_trial_makes_no_edition(desk):
    code, _, _ = desk.run("build", "--output", "trial", "--formats", "json")
    assert (code, [path.name for path in (desk.folder / "trial").iterdir()]) == (0, ["brief.json"])
    assert not (desk.folder / "output").exists()
    assert desk.brief("trial")["edition"]["number"] == 0
    assert desk.run("verify", "trial/brief.json")[0] == 0


def test_the_cut_off_can_be_set(desk):
    assert desk.build("--as-of", "2025-03-07")["as_of"] == "2025-03-07"
    assert desk.run("verify")[0] == 0


def test_formats_that_are_not_asked_for_are_not_made(desk):
    assert desk.run("build", "--formats", "md")[0] == 0
    assert sorted(p.name for p in (desk.folder / "output").glob("brief.*")) == ["brief.md"]
    code, _, err = desk.run("build", "--formats", "docx")
    assert code == 2
    assert "docx" in err


def test_a_source_that_cannot_be_read_is_set_aside_and_the_rest_is_told(desk):
    (desk.folder / "articles/e_binary.txt").write_bytes(b"\x7fELF\x00\x01\x02" * 40)
    (desk.folder / "articles/f_empty.txt").write_bytes(b"")
    brief = desk.build()
    aside = {one["path"]: one["quarantined"] for one in brief["sources"] if one["quarantined"]}
    assert sorted(aside) == ["articles/e_binary.txt", "articles/f_empty.txt"]
    assert all(aside.values())
    assert len(statements(brief)) > 10
    assert any(gap["kind"] == "unread" and gap["slots"]["count"] == "2" for gap in brief["gaps"])
    assert desk.run("verify")[0] == 0
    code, out, _ = desk.run("sources", "--json")
    assert (
        code,
        {one["path"]: one["quarantined"] for one in json.loads(out) if one["quarantined"]},
    ) == (0, aside)


def test_no_readable_source_is_the_users_mistake_and_leaves_the_last_brief(desk):
    desk.build()
    before = (desk.folder / "output/brief.json").read_bytes()
    for article in (desk.folder / "articles").glob("*.txt"):
        article.write_bytes(b"")
    code, out, err = desk.run("build", "--formats", "markdown,json")
    assert (code, out) == (2, "")
    assert "no readable source at all" in err
    assert (desk.folder / "output/brief.json").read_bytes() == before


def test_the_order_in_which_files_come_does_not_show(desk, tmp_path, monkeypatch):
    first = desk.build()
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    for file in sorted(desk.folder.glob("articles/*"), reverse=True):
        (other / "articles" / file.name).write_bytes(file.read_bytes())
    (other / "config.yaml").write_bytes((desk.folder / "config.yaml").read_bytes())
    monkeypatch.chdir(other)
    assert desk.run("build", "--formats", "markdown,json")[0] == 0
    assert json.loads((other / "output/brief.json").read_bytes()) == first


def test_a_brief_keeps_its_numbers_in_step_with_what_it_cites(desk):
    brief = desk.build()
    seen = []
    for name in brief["bottom_line"]:
        seen += [c["source"] for s in statements(brief) if s["id"] == name for c in s["citations"]]
    for section in brief["sections"]:
        seen += [c["source"] for s in section["statements"] for c in s["citations"]]
        seen += [c["source"] for row in section["rows"] for cell in row for c in cell["citations"]]
    wanted = {source: number for number, source in enumerate(dict.fromkeys(seen), 1)}
    assert {one["id"]: one["number"] for one in brief["sources"] if one["number"]} == wanted
    told = [s["key"] for s in statements(brief)]
    assert len(told) == len(set(told))
    assert set(brief["bottom_line"]) <= {s["id"] for s in statements(brief)}
    assert 2 <= len(brief["bottom_line"]) <= 5


def test_versions_of_one_article_count_as_one_outlet(desk):
    brief = desk.build()
    related = {one["path"]: (one["family"], one["relation"]) for one in brief["sources"]}
    assert related["articles/a_gazette.txt"] == related["articles/d_gazette_early.txt"]
    assert related["articles/a_gazette.txt"][1] == "version"
    both = [s for s in statements(brief) if len(s["citations"]) > 1 and not s["support"]]
    assert both
    assert all(s["outlets"] == ["Vellin Gazette"] for s in both)
    paths = {one["id"]: one["path"] for one in brief["sources"]}
    assert {paths[s["citations"][0]["source"]] for s in both} == {"articles/a_gazette.txt"}
    told = [*statements(brief), *brief["timeline"]]
    older = [s for s in told if paths[s["citations"][0]["source"]].endswith("early.txt")]
    assert any("pilot boat" in s["text"] for s in older), "what only the older version says is lost"


def test_an_unwritable_output_is_said_in_one_line(desk):
    if os.geteuid() == 0:
        (desk.folder / "output").write_text("a file where a folder should be", encoding="utf-8")
    else:
        desk.folder.chmod(0o500)
    code, _, err = desk.run("build", "--formats", "json")
    desk.folder.chmod(0o700)
    assert code == 2
    assert "Traceback" not in err


def test_a_pipe_among_the_sources_is_listed_and_never_waited_for(desk):
    os.mkfifo(desk.folder / "articles/pipe.txt")
    (desk.folder / "articles/passwords.txt").symlink_to("/etc/passwd")
    brief = desk.build()
    aside = {one["path"]: one["quarantined"] for one in brief["sources"] if one["quarantined"]}
    assert aside["articles/pipe.txt"] == "not opened: a pipe, socket or device, no file"
    assert aside["articles/passwords.txt"] == "not opened: a link that leads out of the folder"
    assert "set aside: not opened: a pipe" in desk.run("sources")[1]
    assert desk.run("build", "--formats", "markdown,json")[1].startswith("Nothing ")
    assert desk.run("verify")[0] == 0


def test_what_is_set_aside_is_one_warning_and_costs_only_the_strict(desk):
    for name in ("empty", "void"):
        (desk.folder / f"articles/{name}.txt").write_bytes(b"")
    said = (
        "articles/empty.txt: warning: set aside: the file is empty, and 1 more (`briefing "
        "sources` lists every one)\n"
    )
    code, _, err = desk.run("build", "--formats", "json")
    assert (code, err) == (0, said)
    code, _, err = desk.run("build", "--formats", "json", "--strict")
    assert (code, err) == (1, said)


def test_a_project_copied_without_its_editions_says_that_its_numbers_go_on(desk):
    desk.build()
    shutil.rmtree(desk.folder / "output")
    code, _, err = desk.run("build", "--formats", "markdown,json")
    assert code == 0
    assert err == (
        "config.yaml: warning: edition 1 is on record, but no edition lies in the output: the next "
        "is edition 2, with "
        "none to compare it with\n"
    )
    text = (desk.folder / "output/brief.md").read_text(encoding="utf-8")
    assert "First edition" not in text
    assert "No earlier edition is at hand to compare with" in text
    assert desk.run("verify")[0] == 0
