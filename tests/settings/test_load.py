import dataclasses
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import settings
from briefing.errors import UserError
from briefing.settings.checks import folders, frame
from briefing.settings.config import make_slug


def refusals(path):
    with pytest.raises(UserError) as caught:
        settings.load_config(path)
    return [str(problem) for problem in caught.value.problems]


def test_the_shipped_config_is_in_order():
    found = settings.load_config(Path(__file__).parents[2] / "config.yaml")
    assert found.warnings == ()
    assert [section.slug for section in found.sections] == [
        "background", "key_actors", "russian_basing", "israeli_presence", "analyst_views",
    ]  # fmt: skip
    assert all(len(tag.options["terms"]) <= 30 for tag in found.tags.values())


def test_what_is_not_given_has_its_default(project):
    found = settings.load_config(project())
    assert (found.brief.slug, found.brief.as_of, found.brief.language) == (
        "harbour-works",
        "latest",
        "en",
    )
    assert [output.kind for output in found.outputs] == ["markdown", "html", "pdf", "json"]
    assert found.output == found.base / "output"
    assert found.frame().title == "Harbour works"


def test_a_path_may_be_given_from_anywhere(project, monkeypatch, tmp_path):
    project()
    monkeypatch.chdir("/")
    assert settings.load_config(tmp_path / "config.yaml").base == tmp_path


def test_messages_name_the_file_as_it_was_given(project, tmp_path):
    path = project("brief: {}\n")
    assert refusals(path)[0].startswith(f"{path}:1:")
    assert refusals(Path("config.yaml"))[0].startswith("config.yaml:1:")
    assert tmp_path.is_absolute()


def test_a_section_with_terms_of_its_own_gets_a_tag_of_its_name(project):
    text = (
        "brief: {title: T}\nsources: [{kind: folder, path: articles}]\nsections: [{slug: a, "
        "title: A, terms: [quay]}]\n"
    )
    found = settings.load_config(project(text))
    assert found.sections[0].tags == ("a",)
    assert found.tags["a"].options == {"terms": ("quay",)}


def test_two_bounds_of_a_section_and_a_bound_too_small_are_warnings(project):
    text = (
        "brief: {title: T}\nsources: [{kind: folder, path: articles}]\nsections:\n"
        "  - {slug: a, title: A, kind: digest, terms: [quay], words: 80, statements: 4}\n"
        "  - {slug: b, title: B, kind: digest, terms: [crane], words: 1}\n"
        "  - {slug: c, title: C, kind: digest, terms: [ship], words: 80}\n"
    )
    found = settings.load_config(project(text))
    assert [(problem.line, problem.message) for problem in found.warnings] == [
        (4, "section 'a': 'words' counts and 'statements' does not"),
        (5, "section 'b': 1 words are too few for almost any statement"),
    ]


def test_a_tag_that_no_section_uses_is_a_warning(project):
    found = settings.load_config(project(extra="").with_name("config.yaml"))
    assert found.warnings == ()
    text = (
        project()
        .read_text(encoding="utf-8")
        .replace("tags:\n", "tags:\n  cranes: {terms: [crane]}\n", 1)
    )
    found = settings.load_config(project(text))
    assert [str(problem) for problem in found.warnings] == [
        f"{found.path}:5:3: warning: no section uses the tag 'cranes'",
    ]


def test_a_quoted_no_is_a_language(project):
    text = project().read_text(encoding="utf-8").replace("{title:", '{language: "no", title:')
    with pytest.raises(UserError) as refused:
        settings.load_config(project(text))
    assert "no brief can be made in 'no'" in str(refused.value)


def test_a_source_folder_may_lie_elsewhere_if_written_in_full(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("shared")
    (elsewhere / "one.txt").write_text("text", encoding="utf-8")
    text = project().read_text(encoding="utf-8").replace("path: articles", f"path: {elsewhere}")
    assert settings.load_config(project(text)).sources[0].options["path"] == str(elsewhere)


def test_a_link_does_not_lead_the_output_outside(project, tmp_path, tmp_path_factory):
    (tmp_path / "away").symlink_to(tmp_path_factory.mktemp("outside"))
    assert "lies outside the project" in refusals(project(extra="output: away/brief\n"))[0]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (".", "the output can't be the config's own folder"),
        ('" "', "the folder has no name"),
        ('"a\\0b"', "can't be used: embedded null byte"),
        ("a" * 300, "no folder can have a name longer than 255 bytes"),
        ("circle", "can't be used: symlink loop"),
        ("articles", "the output lies inside the source folder 'articles'"),
    ],
)
def test_a_folder_that_can_not_be_the_output_is_refused(project, tmp_path, output, said):
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert said in refusals(project(extra=f"output: {output}\n"))[0].replace("Symlink", "symlink")


def test_an_output_that_holds_the_sources_is_refused(project, tmp_path):
    path = project()
    (tmp_path / "all").mkdir()
    (tmp_path / "articles").rename(tmp_path / "all/articles")
    path.write_text(
        path.read_text(encoding="utf-8").replace("articles", "all/articles") + "output: all\n",
        encoding="utf-8",
    )
    assert "the output holds the source folder 'all/articles'" in refusals(path)[0]


@pytest.mark.parametrize("path", ['""', '"a\\0b"', "a" * 300, "circle"])
def test_a_folder_that_can_not_be_a_source_is_refused(project, tmp_path, path):
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    text = project().read_text(encoding="utf-8").replace("path: articles", f"path: {path}")
    assert refusals(project(text))[0].startswith(f"{tmp_path}/config.yaml:3:26: error: ")


def test_a_folder_without_write_permission_is_refused_even_to_root(project, tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    output.chmod(0o555)
    try:
        line = refusals(project(extra="output: output\n"))[0]
    finally:
        output.chmod(0o755)
    assert line.endswith(":8:9: error: the output folder 'output' is not writable")


def test_a_folder_that_can_not_be_made_is_refused(project, tmp_path):
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked").chmod(0o555)
    try:
        line = refusals(project(extra="output: locked/deep/output\n"))[0]
    finally:
        (tmp_path / "locked").chmod(0o755)
    assert line.endswith("can't be made: locked is not writable")


def test_looking_whether_a_folder_is_writable_writes_nothing(tmp_path):
    assert folders.why_unwritable(tmp_path / "a/b") == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_can_not_be_read_is_named(project, tmp_path):
    path = project()
    (tmp_path / "articles").chmod(0)
    try:
        assert "can't be read: permission denied" in refusals(path)[0]
    finally:
        (tmp_path / "articles").chmod(0o755)


class TestOwner:
    def test_a_second_config_with_the_same_output_is_refused(self, project, tmp_path):
        first = project()
        (tmp_path / "output").mkdir()
        settings.claim_output(first, tmp_path / "output")
        assert settings.load_config(first).output == tmp_path / "output"
        assert (
            "the output folder 'output' belongs to config.yaml"
            in refusals(project(name="other.yaml"))[0]
        )

    def test_two_configs_with_outputs_of_their_own_share_a_folder(self, project, tmp_path):
        (tmp_path / "output").mkdir()
        settings.claim_output(project(), tmp_path / "output")
        assert (
            settings.load_config(project(name="other.yaml", extra="output: second\n")).output
            == tmp_path / "second"
        )

    def test_a_config_that_is_gone_or_writes_elsewhere_owns_nothing(self, project, tmp_path):
        (tmp_path / "output").mkdir()
        settings.claim_output(project(), tmp_path / "output")
        project(extra="output: second\n")
        assert settings.load_config(project(name="other.yaml"))
        (tmp_path / "config.yaml").unlink()
        assert settings.load_config(tmp_path / "other.yaml")

    def test_a_project_can_be_moved_whole(self, project, tmp_path):
        (tmp_path / "output").mkdir()
        settings.claim_output(project(), tmp_path / "output")
        moved = tmp_path.with_name(tmp_path.name + "-moved")
        tmp_path.rename(moved)
        try:
            assert settings.load_config(moved / "config.yaml")
        finally:
            moved.rename(tmp_path)

    def test_claiming_twice_changes_nothing(self, project, tmp_path):
        (tmp_path / "output").mkdir()
        settings.claim_output(project(), tmp_path / "output")
        before = (tmp_path / "output/.briefing").stat()
        settings.claim_output(project(), tmp_path / "output")
        assert (tmp_path / "output/.briefing").stat() == before
        assert [entry.name for entry in (tmp_path / "output").iterdir()] == [".briefing"]


@given(st.text(max_size=80))
def test_a_slug_made_of_any_title_is_well_formed(title):
    assert frame.SLUG.match(make_slug(title))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("30d", (30, "d")), ("8w", (8, "w")), ("0d", None), ("d", None), ("30 d", None)],
)
def test_a_window_is_a_count_and_a_unit(text, expected):
    found = frame.parse_window(text)
    assert (dataclasses.astuple(found) if found else None) == expected


@pytest.mark.parametrize("label", frame.MARKINGS)
def test_every_tlp_label_is_taken_and_its_neighbours_are_not(project, label):
    text = project().read_text(encoding="utf-8")
    assert (
        settings.load_config(
            project(text.replace("{title:", f"{{marking: {label}, title:"))
        ).brief.marking
        == label
    )
    for wrong in (label.lower(), label.replace(":", ": "), label + "+"):
        assert refusals(project(text.replace("{title:", f'{{marking: "{wrong}", title:')))


def test_a_marking_that_is_no_tlp_label_is_free(project):
    text = project().read_text(encoding="utf-8").replace("{title:", "{marking: Internal, title:")
    assert settings.load_config(project(text)).brief.marking == "Internal"


PIECES = st.recursive(
    st.sampled_from(
        ["works", "no", "8", "", "2025", "digest", "articles", "..", "/", "TLP:RED", None]
    ),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["slug", "title", "kind", "tags", "path", "terms", "to", "people", "a"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
KEYS = [field.name for field in dataclasses.fields(settings.settings.File)]


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), PIECES, max_size=4))
def test_whatever_stands_in_a_config_it_loads_or_is_refused_in_place(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("any")
    (folder / "articles").mkdir()
    (folder / "articles/one.txt").write_text("text", encoding="utf-8")
    path = folder / "config.yaml"
    path.write_text(written(value), encoding="utf-8")
    problems = problems_of(path)
    assert all(problem.line >= 1 for problem in problems)
    assert len({str(problem) for problem in problems}) == len(problems)


def problems_of(path):
    try:
        settings.load_config(path)
    except UserError as error:
        return error.problems
    return ()


def written(value):
    """YAML in flow style with plain scalars, so that nothing is quoted into safety."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return "null" if value is None else value or '""'


@pytest.mark.parametrize(
    ("questions", "place", "message"),
    [
        ("[{text: Why?}]", "5", "terms"),
        ("[{text: ' ', terms: [quay]}]", "5:55", "the question is blank"),
        ("[{text: Why?, terms: []}]", "5:68", "the question 'Why?' has no terms"),
        ("[{text: Why?, terms: [quay, '*']}]", "5:75", "'*' holds no word to look for"),
        ("[{text: Why?, terms: [a]}, {text: Why?, terms: [b]}]", "5:81", "'Why?' is asked twice"),
        ("[{text: Why?, terms: [a], word: b}]", "5", "unknown key 'word'"),
    ],
)
def test_a_question_that_nothing_can_answer_is_refused_at_its_place(
    project, questions, place, message
):
    head = (
        "brief: {title: T}\nsources: [{kind: folder, path: articles}]\ntags: {t: {terms: [quay]}}\n"
    )
    section = f"sections:\n  - {{slug: a, title: A, tags: [t],\n     questions: {questions}}}\n"
    (found,) = refusals(project(head + section.replace(",\n     questions", ", questions")))
    assert message in found
    assert f":{place}" in found


def test_questions_are_read_with_their_terms(project):
    text = (
        "brief: {title: T}\nsources: [{kind: folder, path: articles}]\ntags: {t: {terms: [quay]}}\n"
        "sections:\n  - {slug: a, title: A, tags: [t], questions: [{text: Why?, terms: [quay, "
        "mill*]}]}\n"
    )
    (section,) = settings.load_config(project(text)).sections
    assert [(one.text, one.terms) for one in section.questions] == [("Why?", ("quay", "mill*"))]
    assert "questions" not in section.options


@pytest.mark.parametrize("pages", [0, 3, 41])
def test_a_number_of_pages_that_no_brief_can_keep_is_refused_at_its_place(project, pages):
    (found,) = refusals(project(extra=f"budget: {{pages: {pages}}}\n"))
    assert f"'pages': {pages} is out of range" in found
    assert ":8:17: error" in found


def test_the_room_of_a_brief_is_four_pages_where_nothing_is_said(project):
    assert settings.load_config(project()).budget.pages == 4
    assert settings.load_config(project(extra="budget: {pages: 6}\n")).budget.pages == 6
