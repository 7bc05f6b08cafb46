"""What patterns were compiled to is taken up by the next start, and never anything else."""

import marshal
import re
import subprocess
import sys

import pytest

from briefing.language import kept, late, prefilter

EXPRESSIONS = (
    r"(?P<day>\d+) (?P<month>[A-Z]\w+)(?: (\d{4}))?",
    r"(?i:\bquay(?:s|side)?\b)|(?<!the )berth",
    r"^[^\W\d_]+(?:[’'\-][^\W_]+)*$",
    r"(a)(b)?(?P<c>c)\1",
    "[іїєґ]|[\U0001f300-\U0001f5ff]+",
)
FLAGS = (0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.ASCII)
TEXTS = ("3 March 2025", "the berth and QUAYSIDE", "abca", "x\nївано\n🌀", "", "aca the berth")


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Give what begins a start of its own, beside what earlier ones kept."""
    monkeypatch.setattr(kept, "_path", lambda: tmp_path / "__pycache__/kept.patterns")
    monkeypatch.setattr(kept, "_save_at_end", lambda: None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def begin():
        monkeypatch.setattr(kept, "_new", {})
        monkeypatch.setattr(kept, "_asked", {})
        kept._kept.cache_clear()

    begin()
    yield begin
    kept._kept.cache_clear()


def _findings(pattern):
    found = [[(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(t)] for t in TEXTS]
    return found, pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_is_taken_up_finds_what_was_compiled(expression, flags, start):
    plain = _findings(re.compile(expression, flags))
    assert _findings(kept.compile_pattern(expression, int(flags))) == plain
    assert kept._new
    kept._save()
    start()
    assert _findings(kept.compile_pattern(expression, int(flags))) == plain
    assert not kept._new


@pytest.mark.parametrize("wrong", ["(", "[z-a]", r"(?P<1>x)", "*a"])
def test_what_is_wrong_raises_what_it_always_did(wrong, start):
    for _ in range(2):
        with pytest.raises(re.error):
            kept.compile_pattern(wrong, 0)
        kept._save()
        start()


def _other_python(held):
    return marshal.dumps(((sys.hexversion + 1, sys.byteorder), held))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda _: b"no such thing",
        lambda _: marshal.dumps(7),
        lambda _: marshal.dumps((kept._FOR, [1])),
        lambda data: _other_python(marshal.loads(data)[1]),
        lambda data: marshal.dumps(
            (kept._FOR, dict.fromkeys(marshal.loads(data)[1], (0, b"\0" * 8, 0, {}, (None,))))
        ),
        lambda data: marshal.dumps((kept._FOR, dict.fromkeys(marshal.loads(data)[1], "rubbish"))),
    ],
)
def test_what_is_spoilt_is_compiled_anew(spoil, start):
    for expression in EXPRESSIONS:
        kept.compile_pattern(expression, 0)
    kept._save()
    kept._path().write_bytes(spoil(kept._path().read_bytes()))
    start()
    for expression in EXPRESSIONS:
        assert _findings(kept.compile_pattern(expression, 0)) == _findings(re.compile(expression))


def test_what_others_kept_meanwhile_stays(start):
    for expression in EXPRESSIONS:
        start()
        kept.compile_pattern(expression, 0)
        kept._save()
    start()
    for expression in EXPRESSIONS:
        kept.compile_pattern(expression, 0)
    assert not kept._new


def test_of_too_many_those_that_are_asked_stay(start, monkeypatch):
    monkeypatch.setattr(kept, "_MOST", 3)
    for expression in EXPRESSIONS[:3]:
        kept.compile_pattern(expression, 0)
    kept._save()
    start()
    for expression in EXPRESSIONS[2:4]:
        kept.compile_pattern(expression, 0)
    kept._save()
    assert {key[1] for key in kept._read()} == set(EXPRESSIONS[2:4])


@pytest.mark.usefixtures("start")
def test_nothing_is_written_where_python_writes_nothing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.compile_pattern(EXPRESSIONS[0], 0)
    kept._save()
    assert not kept._path().exists()


@pytest.mark.usefixtures("start")
def test_a_place_that_cannot_be_written_is_no_failure():
    kept._path().parent.write_text("a file where the folder would be", encoding="utf-8")
    kept.compile_pattern(EXPRESSIONS[0], 0)
    with pytest.raises(FileExistsError):
        kept._path().parent.mkdir()
    kept._save()


@pytest.mark.usefixtures("start")
def test_without_pythons_own_parts_it_compiles(monkeypatch):
    monkeypatch.setattr(kept, "_sre", None)
    assert kept.compile_pattern("a(b)", 0).groups == 1
    assert not kept._new


def test_needs_are_kept_as_they_were_read_off(start):
    patterns = [late.pattern(expression) for expression in EXPRESSIONS]
    first = [prefilter._recall_needs(one) for one in patterns]
    kept._save()
    start()
    assert [prefilter._recall_needs(one) for one in patterns] == first
    assert first == [prefilter._read_needs(one) for one in patterns]
    assert not kept._new


def test_a_process_keeps_what_it_compiled_when_it_ends(tmp_path):
    code = (
        "import sys; sys.dont_write_bytecode = False\n"
        "from pathlib import Path; from briefing.language import kept\n"
        f"kept._path = lambda: Path({str(tmp_path)!r}, 'kept.patterns')\n"
        "kept.compile_pattern('quay|berth', 0)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "kept.patterns").stat().st_size
    assert [path.name for path in tmp_path.iterdir()] == ["kept.patterns"]
