import json
import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from briefing import cli

EXAMPLE = re.compile(r"^( *)# ((?: *)(?:[\w.]+ ?){1,3}:(?: .*)?)$", re.MULTILINE)
"""A line that a user would uncomment: a key of at most three words."""
ARTICLE = """\
Northern quay reopens after dredging

The northern quay reopened on 3 March 2025 after four months of dredging, the port authority said.
The channel is now eleven metres deep, two metres more than before.

Ferries used the southern quay while the work went on, according to the shipping register.
"""
CONFIG = """\
brief: {title: Harbour works, as_of: 2025-03-10}
sources:
  - {kind: folder, path: articles}
tags:
  works: {terms: [quay, dredg*, channel]}
sections:
  - {slug: works, title: Works, kind: digest, tags: [works]}
outputs: [{kind: markdown}, {kind: json}]
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project that is in order; the test stands in it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd, *arguments):
    code = cli.run_command(list(arguments))
    printed = capfd.readouterr()
    return code, printed.out, printed.err


def test_build_says_in_one_line_what_it_made(project, capfd):
    code, out, err = run(capfd, "build")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert {path.name for path in (project / "output").iterdir()} >= {
        "brief.md",
        "brief.json",
        "editions",
    }


def test_a_second_build_does_nothing_and_says_so(project, capfd):
    run(capfd, "build")
    before = {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")}
    code, out, err = run(capfd, "build")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")} == before


@pytest.mark.usefixtures("project")
def test_quiet_prints_nothing_and_json_prints_json(capfd):
    assert run(capfd, "build", "-q") == (0, "", "")
    code, out, _ = run(capfd, "build", "--force", "--json")
    assert (code, sorted(json.loads(out))) == (0, ["exit_code", "message", "problems"])


def test_warnings_are_printed_and_fail_only_under_strict(project, capfd):
    (project / "config.yaml").write_text(
        CONFIG.replace("tags:\n", "tags:\n  cranes: {terms: [crane]}\n", 1), encoding="utf-8"
    )
    code, _, err = run(capfd, "build")
    assert (code, err) == (0, "config.yaml:5:3: warning: no section uses the tag 'cranes'\n")
    assert run(capfd, "build", "--strict", "--force")[0] == 1
    assert run(capfd, "check")[0] == 0
    assert run(capfd, "check", "--strict")[0] == 1


def test_a_trial_makes_no_edition(project, capfd):
    code, _, _ = run(capfd, "build", "--output", "trial", "--formats", "md")
    assert (code, [path.name for path in (project / "trial").iterdir()]) == (0, ["brief.md"])
    assert not (project / "output").exists()


def test_check_as_json_gives_places(project, capfd):
    (project / "config.yaml").write_text(CONFIG.replace("digest", "digset"), encoding="utf-8")
    code, out, err = run(capfd, "check", "--json")
    assert (code, err) == (2, "")
    assert json.loads(out) == [
        {
            "path": "config.yaml", "line": 7, "column": 39, "severity": "error",
            "message": "there is no section of the kind 'digset'",
            "advice": "did you mean 'digest'?",
        },
    ]  # fmt: skip


@pytest.mark.usefixtures("project")
def test_passages_as_json_have_the_promised_keys_and_offsets(capfd):
    _, out, _ = run(capfd, "passages", "--json")
    found = json.loads(out)
    keys = {
        "source",
        "path",
        "number",
        "start",
        "end",
        "text",
        "kind",
        "language",
        "sentences",
        "tags",
        "sections",
        "dates",
        "dropped",
    }
    assert [item["number"] for item in found] == [1, 2, 3, 4]
    assert all(set(item) == keys for item in found)
    assert all(ARTICLE[item["start"] : item["end"]] == item["text"] for item in found)


def test_sources_and_passages_are_listed_for_people(project, capfd):
    (project / "articles/two.txt").write_bytes(b"\x00\x01\x02\xff" * 64)
    code, out, _ = run(capfd, "sources")
    assert code == 0
    assert out.startswith("articles/one.txt: ")
    assert "articles/two.txt: set aside: " in out
    code, out, _ = run(capfd, "passages")
    assert (code, out.count("articles/one.txt:")) == (0, 4)


def test_verify_replays_and_a_forged_word_fails(project, capfd):
    run(capfd, "build")
    assert run(capfd, "verify") == (0, "output/brief.json: every statement holds\n", "")
    forged = project / "forged.json"
    whole = (project / "output/brief.json").read_text(encoding="utf-8")
    assert "four months" in whole
    forged.write_text(whole.replace("four months", "five months"), encoding="utf-8")
    code, out, _ = run(capfd, "verify", "forged.json")
    assert (code, out != "") == (1, True)


@pytest.mark.usefixtures("project")
def test_verify_without_a_brief_is_the_users_mistake(capfd):
    code, out, err = run(capfd, "verify")
    assert (code, out) == (2, "")
    assert err.startswith("output/brief.json: error: ")


def test_explain_says_where_a_statement_comes_from(project, capfd):
    run(capfd, "build")
    brief = json.loads((project / "output/brief.json").read_text(encoding="utf-8"))
    statement = brief["sections"][0]["statements"][0]
    code, out, _ = run(capfd, "explain", statement["id"])
    assert code == 0
    assert "articles/one.txt" in out
    code, _, err = run(capfd, "explain", "nobody")
    assert (code, err.count("\n")) == (2, 1)


def test_explains_lines_are_valid_in_the_analysts_file(project, capfd):
    run(capfd, "build")
    brief = json.loads((project / "output/brief.json").read_text(encoding="utf-8"))
    _, out, _ = run(capfd, "explain", brief["sections"][0]["statements"][0]["id"])
    lines = [
        line.strip() for line in out.splitlines() if line.strip().startswith(("pin:", "exclude:"))
    ]
    assert len(lines) == 2
    (project / "analyst.yaml").write_text(lines[0] + "\n", encoding="utf-8")
    assert run(capfd, "check") == (0, "config.yaml: no problems\n", "")


class TestNew:
    def test_it_is_ready_for_its_first_article(self, tmp_path, monkeypatch, capfd):
        monkeypatch.chdir(tmp_path)
        assert run(capfd, "new", "harbour-watch")[0] == 0
        code, _, err = run(capfd, "check", "-c", "harbour-watch/config.yaml")
        assert (code, err.count("\n")) == (2, 1)
        assert "the folder 'sources' holds no article" in err
        (tmp_path / "harbour-watch/sources/one.txt").write_text(ARTICLE, encoding="utf-8")
        assert run(capfd, "check", "-c", "harbour-watch/config.yaml")[::2] == (0, "")
        assert run(capfd, "build", "--formats", "md,json", "-c", "harbour-watch/config.yaml")[
            ::2
        ] == (0, "")

    def test_its_example_entries_are_valid_when_uncommented(self, tmp_path, monkeypatch, capfd):
        monkeypatch.chdir(tmp_path)
        run(capfd, "new", "b")
        for name in ("config.yaml", "sources/sources.yaml"):
            path = tmp_path / "b" / name
            shown = EXAMPLE.sub(r"\1\2", path.read_text(encoding="utf-8"))
            assert shown != path.read_text(encoding="utf-8")
            path.write_text(shown, encoding="utf-8")
        (tmp_path / "b/sources/article.txt").write_text(ARTICLE, encoding="utf-8")
        code, _, err = run(capfd, "check", "-c", "b/config.yaml")
        said = [line for line in err.splitlines() if "is met by no article" not in line]
        assert (code, [line.split(": ", 1)[1] for line in said]) in [
            (0, ["warning: no section uses the tag 'ports'"]),
            (0, []),
        ]

    @pytest.mark.parametrize("taken", ["config.yaml", "README.md", "sources/sources.yaml"])
    def test_it_overwrites_nothing(self, tmp_path, monkeypatch, capfd, taken):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "b/sources").mkdir(parents=True)
        (tmp_path / "b" / taken).write_text("mine", encoding="utf-8")
        code, out, err = run(capfd, "new", "b")
        assert (code, out, err) == (
            2,
            "",
            f"b/{taken}: error: is there already; nothing was written\n",
        )
        assert [
            path.read_text(encoding="utf-8")
            for path in (tmp_path / "b").rglob("*")
            if path.is_file()
        ] == ["mine"]

    def test_where_it_can_not_write_it_says_so(self, tmp_path, monkeypatch, capfd):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "b").write_text("a file", encoding="utf-8")
        code, _, err = run(capfd, "new", "b")
        assert (code, err.count("\n")) == (2, 1)

    @pytest.mark.parametrize(
        "name", ['quo"te', "back\\slash", "no", "colon: x", "tab\there", "été"]
    )
    def test_any_name_makes_a_valid_config(self, tmp_path, monkeypatch, capfd, name):
        monkeypatch.chdir(tmp_path)
        assert run(capfd, "new", name)[0] == 0
        assert isinstance(
            yaml.safe_load((tmp_path / name / "config.yaml").read_text(encoding="utf-8"))["brief"][
                "title"
            ],
            str,
        )


class TestBadSources:
    """What can't be read is set aside and listed; the rest of the brief is made."""

    def test_a_binary_file_named_txt(self, project, capfd):
        (project / "articles/two.txt").write_bytes(bytes(range(256)) * 20)
        self.check(project, capfd, "articles/two.txt")

    def test_a_line_of_50_megabytes(self, project, capfd):
        with (project / "articles/two.txt").open("w", encoding="utf-8") as file:
            file.write("x" * 50_000_000)
        self.check(project, capfd, "articles/two.txt")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
    def test_a_file_without_read_permission(self, project, capfd):
        (project / "articles/two.txt").write_text(ARTICLE, encoding="utf-8")
        (project / "articles/two.txt").chmod(0)
        self.check(project, capfd, "articles/two.txt")

    def test_an_empty_file(self, project, capfd):
        (project / "articles/two.txt").write_bytes(b"")
        self.check(project, capfd, "articles/two.txt")

    def check(self, project, capfd, path):
        code, _, err = run(capfd, "build")
        assert code == 0
        assert err.startswith(f"{path}: warning: set aside: ")
        assert err.count("\n") == 1
        brief = json.loads((project / "output/brief.json").read_text(encoding="utf-8"))
        assert [(item["path"], bool(item["quarantined"])) for item in brief["sources"]] == [
            ("articles/one.txt", False), (path, True),
        ]  # fmt: skip
        assert path in (project / "output/brief.md").read_text(encoding="utf-8").replace("\\", "")

    def test_where_nothing_can_be_read_it_is_the_users_mistake(self, project, capfd):
        (project / "articles/one.txt").write_bytes(bytes(range(256)) * 20)
        code, out, err = run(capfd, "build")
        assert (code, out) == (2, "")
        assert "articles/one.txt" in err

    @pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8-sig"])
    def test_other_encodings_are_read(self, project, capfd, encoding):
        text = ARTICLE.replace("ferries", "ferries").replace(
            "port authority", "\u201cport\u201d caf\u00e9 authority"
        )
        (project / "articles/one.txt").write_bytes(text.encode(encoding))
        assert run(capfd, "build")[0] == 0
        assert "caf\u00e9" in (project / "output/brief.json").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "hostile",
        [
            "{{ 7 * 6 }}",
            "{% raw %}",
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "\x1b[2J",
            "**bold**",
        ],
    )
    def test_what_looks_like_markup_stays_text(self, project, capfd, hostile):
        (project / "articles/one.txt").write_text(
            ARTICLE.replace("four months", f"four {hostile} months"), encoding="utf-8"
        )
        (project / "config.yaml").write_text(
            CONFIG.replace("{kind: markdown}", "{kind: html}"), encoding="utf-8"
        )
        assert run(capfd, "build")[0] == 0
        page = (project / "output/brief.html").read_text(encoding="utf-8")
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
        assert "four 42 months" not in page


class TestFast:
    """A plain build that finds nothing changed imports nothing heavy."""

    @pytest.mark.usefixtures("project")
    def test_it_imports_neither_yaml_nor_pydantic_nor_click(self):
        briefing = [sys.executable, "-m", "briefing", "build"]
        subprocess.run(briefing, check=True, capture_output=True)
        code = (
            "import sys; from briefing import __main__; code = __main__.run(['build']);"
            "heavy = {'yaml', 'pydantic', 'click', 'jinja2', 'rapidfuzz', 'dataclasses', "
            "'inspect'} & set(sys.modules);"
            "sys.exit(repr(heavy) if heavy or code else 0)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], check=False, capture_output=True, text=True
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1

    def test_a_changed_config_goes_the_long_way(self, project, capfd):
        run(capfd, "build")
        (project / "config.yaml").write_text(CONFIG.replace("digest", "digset"), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "build"], check=False, capture_output=True, text=True
        )
        assert (done.returncode, "did you mean 'digest'?" in done.stderr) == (2, True)


def test_two_configs_with_one_output_are_refused(project, capfd):
    run(capfd, "build")
    shutil.copy(project / "config.yaml", project / "second.yaml")
    before = (project / "output/brief.json").read_bytes()
    code, _, err = run(capfd, "build", "-c", "second.yaml")
    assert (code, "the output folder 'output' belongs to config.yaml" in err) == (2, True)
    assert (project / "output/brief.json").read_bytes() == before


@pytest.mark.usefixtures("project")
def test_a_missing_config_is_named_and_a_lone_neighbour_suggested(capfd):
    code, _, err = run(capfd, "build", "-c", "confg.yaml")
    assert (code, err) == (
        2,
        "confg.yaml: error: there is no such file (did you mean config.yaml?)\n",
    )
