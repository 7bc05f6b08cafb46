from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Edition
from briefing.state import editions, pruning, publishing, store

MADE = [(number, f"2026-11-{number:02}T06:30:00Z") for number in range(1, 10)]


def test_all_but_the_newest_few_may_go() -> None:
    assert pruning.prunable_numbers(MADE, (), keep=7) == (1, 2)
    assert pruning.prunable_numbers(MADE, (), keep=0) == tuple(range(1, 9))
    assert pruning.prunable_numbers(MADE, (), keep=99) == ()


def test_what_is_older_than_a_day_may_go() -> None:
    assert pruning.prunable_numbers(MADE, (), before="2026-11-04") == (1, 2, 3)
    assert pruning.prunable_numbers(MADE, (), before="2026-11-04", keep=7) == (1, 2)
    assert pruning.prunable_numbers(MADE, ()) == ()


@given(
    st.lists(st.integers(1, 9), unique=True, min_size=1),
    st.sets(st.integers(1, 9)),
    st.none() | st.integers(0, 12),
    st.none() | st.sampled_from(["2026-11-03", "2027"]),
)
def test_the_newest_and_what_was_mailed_never_go(
    numbers: list[int], mailed: set[int], keep: int | None, before: str | None
) -> None:
    made = [MADE[number - 1] for number in numbers]
    gone = pruning.prunable_numbers(made, mailed, keep=keep, before=before)
    assert max(numbers) not in gone
    assert not mailed.intersection(gone)
    assert set(gone) <= set(numbers)


def test_editions_are_removed_and_their_numbers_stay_taken(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        made = Edition(number=number, made_at="x", fingerprint="f")
        pressed = publishing.Pressed(edition=made, artifacts=(), evidence=(), versions={})
        publishing.publish_folder(tmp_path, pressed, publishing.Seal())
    pruning.remove_editions(tmp_path, (1, 2))
    assert editions.kept_numbers(tmp_path) == (3,)
    assert editions.next_number(tmp_path) == 4
    with pytest.raises(ValueError, match="newest"):
        pruning.remove_editions(tmp_path, (3,))
    assert [path.name for path in (tmp_path / "editions").iterdir()] == ["0003"]


def test_a_store_gives_back_what_it_forgot(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml.db"
    with closing(store.open_store(path)) as opened:
        store.put_many(opened, "kept", {"a": b"stays"})
        store.put_many(opened, "gone", {str(n): b"x" * 50_000 for n in range(100)})
        assert store.shrink_store(opened) == 0, "nothing in it is empty"
        with opened.connection:
            opened.connection.execute("DELETE FROM stage WHERE digest = 'gone'")
        full = path.stat().st_size
        assert store.shrink_store(opened) > 4_000_000
        assert path.stat().st_size < full - 4_000_000
        assert store.get_many(opened, "kept", ["a"]) == {"a": b"stays"}
        assert store.shrink_store(opened) == 0
