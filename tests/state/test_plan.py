from dataclasses import replace

from briefing.state.plan import Inputs, Stale, find_stale

LAST = Inputs(
    code="0.1.0",
    stages={"read": {}, "tag": {"terms": "12"}, "digest": {"statements": "8"}, "compose": {}},
    sources={"in/a.txt": "1", "in/b.txt": "2"},
    files={"analyst.yaml": None, "brief.md.j2": "x"},
    outputs={"brief.md": True},
)


def test_nothing_changed_is_nothing_to_do() -> None:
    assert find_stale(LAST, LAST) == ()


def test_without_a_record_or_with_another_program_everything_is_done() -> None:
    assert find_stale(LAST, None) == (Stale(what="everything", why="no build is recorded"),)
    assert find_stale(replace(LAST, code="0.2.0"), LAST) == (
        Stale(what="everything", why="the program changed: 0.1.0 to 0.2.0"),
    )


def test_each_source_that_came_changed_or_went_is_named() -> None:
    now = replace(LAST, sources={"in/c.txt": "3", "in/b.txt": "9"})
    assert [(one.what, one.why) for one in find_stale(now, LAST)] == [
        ("in/a.txt", "source gone"),
        ("in/b.txt", "source edited"),
        ("in/c.txt", "new source"),
    ]


def test_an_option_makes_its_stage_and_what_follows_stale_and_nothing_before() -> None:
    stages = {**LAST.stages, "digest": {"statements": "6"}}
    assert [(one.what, one.why) for one in find_stale(replace(LAST, stages=stages), LAST)] == [
        ("digest", "options changed: statements 8 to 6"),
        ("compose", "follows from digest"),
    ]


def test_stages_that_come_and_go_are_named() -> None:
    stages = {"read": {}, "tag": {"terms": "12"}, "actors": {}, "compose": {}}
    assert [(one.what, one.why) for one in find_stale(replace(LAST, stages=stages), LAST)] == [
        ("actors", "newly configured"),
        ("compose", "follows from actors"),
        ("digest", "no longer configured"),
    ]


def test_files_and_missing_outputs_are_named() -> None:
    now = replace(
        LAST,
        files={"analyst.yaml": "1", "brief.md.j2": None},
        outputs={"brief.md": True, "brief.pdf": False},
    )
    assert [(one.what, one.why) for one in find_stale(now, LAST)] == [
        ("analyst.yaml", "file new"),
        ("brief.md.j2", "file gone"),
        ("brief.pdf", "missing"),
    ]
