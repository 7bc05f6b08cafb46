import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UserError
from briefing.settings import tree

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
VALUES = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)
YAMLISH = st.text(st.sampled_from("ab:-[]{},&*!|>'\"#%@` \n\t?~<0"), max_size=60)


def parse(text):
    return tree.parse_yaml(text, "config.yaml")


def refusal(text):
    with pytest.raises(UserError) as caught:
        parse(text)
    return [str(problem) for problem in caught.value.problems]


def problems_of(read, given):
    try:
        return read(given).problems
    except UserError as error:
        return error.problems


@pytest.mark.parametrize(
    "written",
    [
        "06:30",
        "2025-11-17",
        "1.10",
        "0x1F",
        "1_000",
        "no",
        "12e03",
        "=",
        "190:20:30",
        ".inf",
        "007",
    ],
)
def test_scalars_stay_as_written(written):
    assert parse(f"key: {written}").value == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(written):
    assert parse(f"key: {written}").value == {"key": None}


@pytest.mark.parametrize("written", ["no", "No", "NO", "off", "On", "yes", "true", "FALSE"])
def test_a_plain_truth_word_is_remembered_and_a_quoted_one_is_not(written):
    assert parse(f"key: {written}").truths == {("key",): written}
    assert parse(f"key: '{written}'").truths == {}


@given(
    st.dictionaries(TEXT, VALUES, min_size=1, max_size=3).filter(
        lambda value: "<<" not in str(value)
    )
)
def test_what_yaml_writes_is_read_back(value):
    text = yaml.dump(value, default_style='"', allow_unicode=True, sort_keys=False)
    assert parse(text).value == value


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), VALUES, min_size=1, max_size=3))
def test_every_place_is_where_the_value_begins(value):
    text = yaml.dump(value, default_style='"', allow_unicode=True, sort_keys=False, width=1000)
    found = parse(text)
    lines = text.split("\n")
    for steps, place in found.values.items():
        inner = found.get(*steps)
        if isinstance(inner, str):
            assert lines[place.line - 1][place.column - 1] == '"'


@given(YAMLISH | st.text(max_size=60))
def test_any_text_is_a_tree_or_a_placed_refusal(text):
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems_of(parse, text))


@given(st.binary(max_size=80))
def test_any_bytes_are_a_tree_or_a_refusal(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "config.yaml"
    path.write_bytes(data)
    assert all(problem.message for problem in problems_of(tree.load_yaml, path))


def test_a_byte_that_is_not_utf8_is_named_with_its_place(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes("brief:\n  title: caf\u00e9\n  note: ".encode() + b"caf\xe9\n")
    with pytest.raises(UserError) as caught:
        tree.load_yaml(path, "config.yaml")
    assert (
        str(caught.value)
        == "config.yaml:3:12: error: byte 0xe9 is not UTF-8 (save the file as UTF-8)"
    )


def test_utf16_is_named(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes("brief: {}\n".encode("utf-16"))
    with pytest.raises(
        UserError, match=r"config.yaml:1:1: error: the file is UTF-16 \(save it as UTF-8\)"
    ):
        tree.load_yaml(path, "config.yaml")


def test_a_byte_order_mark_shifts_nothing(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\n")
    found = tree.load_yaml(path)
    assert found.value == {"a": "b"}
    assert found.values["a",] == tree.FilePlace(line=1, column=4)


def test_a_control_character_is_named_with_its_place():
    with pytest.raises(UserError, match=r":2:5: error: control character U\+0007"):
        parse("a: b\nc: d\x07\n")


def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack():
    assert refusal("a: " + "[" * 200_000) == [
        "config.yaml:1:44: error: nested deeper than 40 levels"
    ]


def test_an_alias_bomb_costs_no_time():
    lines = [
        f"x{level}: &x{level} [{', '.join([f'*x{level - 1}' if level else 'lol'] * 10)}]"
        for level in range(60)
    ]
    assert "aliases multiply" in refusal("\n".join(lines))[0]


def test_an_alias_stands_where_its_anchor_does():
    found = parse("a: &one {b: c}\nd: *one\n")
    assert found.value == {"a": {"b": "c"}, "d": {"b": "c"}}
    assert found.problem(("d", "b"), "x").line == 1


def test_a_merge_brings_in_what_is_not_set():
    found = parse("a: &one {b: c, d: e}\nf: {<<: *one, d: g}\n")
    assert found.value["f"] == {"b": "c", "d": "g"}
    assert (found.problem(("f", "b"), "x").line, found.problem(("f", "d"), "x").line) == (1, 2)


def test_mistakes_that_leave_the_rest_readable_come_together():
    found = parse("a: 1\na: 2\nb: !new x\nc: *d\n? [e]\n: f\n")
    assert [(problem.line, problem.message.split()[0]) for problem in found.problems] == [
        (2, "duplicate"),
        (3, "unknown"),
        (4, "alias"),
        (5, "a"),
    ]


def test_a_problem_of_what_is_missing_points_at_what_holds_it():
    found = parse("a:\n  b:\n    - c\n")
    assert found.problem(("a", "b", 7, "x"), "m").line == 3


def test_a_file_beyond_all_measure_is_not_read(tmp_path):
    path = tmp_path / "config.yaml"
    with path.open("wb") as file:
        file.truncate(17_000_000)
    with pytest.raises(UserError, match="is larger than 16 MB"):
        tree.load_yaml(path)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UserError, match="is a folder; a file is wanted"):
        tree.load_yaml(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(
        UserError, match=r"there is no such file \(the folder .*nowhere is missing too\)"
    ):
        tree.load_yaml(tmp_path / "nowhere/config.yaml")
