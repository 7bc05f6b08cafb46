import pytest

from briefing.errors import UserError
from briefing.settings import sidecar

DATES = "write 2025-11-17, 2025-11, or a range 2025-11-17/2025-11-24"


@pytest.fixture
def folder(tmp_path):
    """A function that writes a sidecar beside two articles and reads it."""

    def read(text):
        (tmp_path / "deep").mkdir(exist_ok=True)
        (tmp_path / "one.txt").write_text("text", encoding="utf-8")
        (tmp_path / "deep/two.txt").write_text("text", encoding="utf-8")
        (tmp_path / "sources.yaml").write_text(text, encoding="utf-8")
        return sidecar.read_sidecar(tmp_path, "seeds")

    return read


def test_no_file_means_nothing_is_supplied(tmp_path):
    assert sidecar.read_sidecar(tmp_path, "seeds") == sidecar.Sidecar()


def test_a_file_of_comments_means_the_same(folder):
    assert folder("# nothing is known yet\n").entries == {}


def test_entries_keep_what_is_known_and_leave_the_rest_open(folder):
    found = folder(
        "one.txt: {published: 2025-11-17/2025-11-24, reliability: B}\ndeep/two.txt:\n  title: '8'\n"
    )
    assert found.entries == {
        "one.txt": sidecar.SidecarEntry(published="2025-11-17/2025-11-24", reliability="B"),
        "deep/two.txt": sidecar.SidecarEntry(title="8"),
    }
    assert found.warnings == ()


def test_a_name_alone_supplies_nothing(folder):
    assert folder("one.txt:\n").entries == {}


def test_a_file_that_does_not_exist_is_a_warning_with_the_nearest_name(folder):
    found = folder("on.txt: {title: T}\n")
    assert [str(problem) for problem in found.warnings] == [
        "seeds/sources.yaml:1:1: warning: there is no file 'on.txt' (did you mean 'one.txt'?)",
    ]


def test_all_mistakes_come_at_once(folder):
    with pytest.raises(UserError) as caught:
        folder(
            "one.txt: {published: soon, ulr: x}\n/etc/passwd: {title: T}\nx: {url: file:///etc}\n"
            "y: no\nz: {note: ' '}\n"
        )
    assert [str(problem) for problem in caught.value.problems] == [
        f"seeds/sources.yaml:1:22: error: 'soon' is not a date ({DATES})",
        "seeds/sources.yaml:1:28: error: unknown key 'ulr' (did you mean 'url'?)",
        "seeds/sources.yaml:2:1: error: '/etc/passwd' leaves the folder (name files of this folder)",
        (
            "seeds/sources.yaml:3:10: error: 'file:///etc' is not a web address (it begins with "
            "https://)"
        ),
        "seeds/sources.yaml:4:4: error: 'y': 'no' is not a mapping (key: value)",
        "seeds/sources.yaml:5:11: error: 'note' is blank (leave it out where it is not known)",
    ]


def test_a_wrong_letter_hides_no_other_mistake_of_the_entry(folder):
    with pytest.raises(UserError) as caught:
        folder("one.txt: {kind: [a], reliability: Z, url: nowhere, published: never}\n")
    assert [problem.column for problem in caught.value.problems] == [17, 35, 43, 63]
