"""Which version of the code a kept result hangs on."""

import shutil

import pytest

from briefing.job import code_version


def forget():
    code_version.digest_rooms.cache_clear()
    code_version.digest_files.cache_clear()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the program's own folder, as the one that versions are taken of."""
    folder = tmp_path / "briefing"
    ours = code_version._PACKAGE
    shutil.copytree(ours, folder, ignore=shutil.ignore_patterns("__pycache__", "fonts", "assets"))
    monkeypatch.setattr(code_version, "_PACKAGE", folder)
    forget()
    yield folder
    forget()


@pytest.mark.parametrize(
    "file", ["languages/en/reading.py", "languages/en/names/words/given.txt", "split.py"]
)
def test_a_reading_hangs_on_all_that_makes_it(package, file):
    before = code_version.digest_rooms("split.py")
    changed = package / file
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# \n", encoding="utf-8")
    forget()
    assert code_version.digest_rooms("split.py") != before


def test_a_reading_does_not_hang_on_how_a_brief_looks(package):
    before = code_version.digest_rooms("split.py")
    (package / "render/page.py").write_text("", encoding="utf-8")
    forget()
    assert code_version.digest_rooms("split.py") == before


def test_a_room_that_is_not_there_is_a_slip():
    with pytest.raises(LookupError):
        code_version.digest_rooms("no_such_room")
