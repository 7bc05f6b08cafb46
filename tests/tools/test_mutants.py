"""What `make mutants` says of a toy package of which one half is tested."""

import ast
import importlib.util
import random
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "mutants.py"

CODE = '''"""A toy."""


def larger(a: int, b: int) -> int:
    """The larger."""
    if a > b and a != b:
        return a
    return b


def unseen(a: int) -> bool:
    return not a
'''
TESTS = """from toy.code import larger


def test_larger():
    assert (larger(1, 2), larger(2, 1), larger(3, 3)) == (2, 2, 3)
"""


@pytest.fixture(scope="module")
def mutants():
    spec = importlib.util.spec_from_file_location("mutants", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["mutants"]


@pytest.fixture
def toy(tmp_path):
    for path, text in {
        "toy/__init__.py": "", "toy/code.py": CODE, "tests/test_toy.py": TESTS,
        "tests/test_red.py": "def test_red():\n    assert False\n",
    }.items():  # fmt: skip
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def rooms(mutants, tests="tests/test_toy.py"):
    return [
        mutants.Room(name="toy", code=("toy/code.py", "gone/*.py"), tests=(tests,)),
        mutants.Room(name="gone", code=("gone/*.py",), tests=("tests/test_toy.py",)),
    ]


def test_survivors_are_named_the_share_is_said_and_the_tree_stays_whole(mutants, toy, capsys):
    found = mutants.sample(toy, rooms(mutants), 3, 0)
    assert len(found) == 3
    status = mutants.main(["--count", "3", "--seed", "0", "--floor", "100"], toy, rooms(mutants))
    said = capsys.readouterr().out.splitlines()
    lives = [line for line in said if ": survived: " in line]
    assert said[-1] == f"{3 - len(lives)} of 3 mutants killed, {100 * (3 - len(lives)) / 3:.1f} %"
    assert status == int(bool(lives))
    for broken in found:
        named = any(line.startswith(f"toy/code.py:{broken.line}: ") for line in lives)
        unseen = broken.line == 12 or broken.before == "a != b"
        assert named or not unseen
    assert (toy / "toy/code.py").read_text("utf-8") == CODE


def test_tests_that_import_the_broken_module_run_first_and_the_others_still_run(mutants, toy):
    for name, text in {"a": "import toy\n", "b": "from toy import code\n"}.items():
        (toy / f"tests/test_{name}.py").write_text(text, encoding="utf-8")
    ordered = mutants.order_tests(toy, rooms(mutants, "tests")[0], "toy/code.py")
    assert [Path(one).stem for one in ordered] == ["test_b", "test_toy", "test_a", "test_red"]


def test_rooms_whose_tests_fail_unbroken_say_nothing(mutants, toy, capsys):
    with pytest.raises(SystemExit) as stopped:
        mutants.main(["--count", "1"], toy, rooms(mutants, "tests/test_red.py"))
    assert stopped.value.code == 2
    assert "the tests of toy fail" in capsys.readouterr().err


def test_a_room_with_nothing_to_break_says_so(mutants, toy, capsys):
    with pytest.raises(SystemExit) as stopped:
        mutants.main(["--rooms", "gone"], toy, rooms(mutants))
    assert (stopped.value.code, "nothing to break" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("a < b", ["a <= b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a - b", ["a + b"]),
        ("a(4)", ["a(5)", "a(3)", "pass"]),
        ("a(True)", ["a(False)", "pass"]),
        ("def f():\n    return a", ["def f():\n    return None"]),
        ("def f():\n    '''Words.'''\n    return None", []),
        ("def f(a: 'X' = b) -> 'Y':\n    pass", []),
        ("@d(slots=True)\nclass A:\n    pass", []),
        ("if a:\n    b = c", ["pass"]),
        ("raise A('words')", ["pass"]),
    ],
)
def test_every_way_to_break_a_line(mutants, code, ways):
    room = mutants.Room(name="r", code=(), tests=())
    made = [mutants.mutant(room, "x.py", code, site) for site in mutants.sites(ast.parse(code))]
    assert sorted(one.text.strip() for one in made) == sorted(ways)


def test_one_seed_is_one_sample_whatever_was_drawn_before(mutants, toy):
    first = mutants.sample(toy, rooms(mutants), 5, 7)
    random.seed(3)
    assert mutants.sample(toy, rooms(mutants), 5, 7) == first
    assert mutants.sample(toy, rooms(mutants), 5, 8) != first
