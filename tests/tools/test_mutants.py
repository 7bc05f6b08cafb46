"""What `make mutants` says of a toy package of which one half is tested."""

import ast
import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import breaks  # noqa: E402 - tools are scripts, found by their folder
import mutants  # noqa: E402
import mutants_reach  # noqa: E402

CODE = '''"""A toy."""

LEAST = 2
UNSEEN = 3


def larger(a: int, b: int) -> int:
    """The larger."""
    if a > b and a != b:
        return a
    return b


def unseen(a: int) -> bool:
    return not a


class Counted:
    """Counts."""

    def count_down(self, rest: int) -> int:
        """End at the least."""
        return max(rest, LEAST)


def double(number: int, times: int = 2) -> int:
    return number * times


FOUR = double(LEAST)
'''
TESTS = """import subprocess
import sys
import pytest
from toy.code import Counted, larger


def test_larger():
    assert (larger(1, 2), larger(2, 1), larger(3, 3)) == (2, 2, 3)


@pytest.fixture(scope="module")
def counted():
    return Counted().count_down(1)


def test_least(counted):
    assert counted == 2


def test_least_and_another(counted):
    assert counted < 3


def test_program():
    program = "from toy.code import FOUR, double; assert FOUR == 4 and double(3, 3) == 9"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
"""


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


ENDLESS = """def count_down(rest):
    while rest:
        rest -= 1
    return rest
"""
COUNTS = """from toy.code import count_down


def test_count():
    assert count_down(3) == 0
"""
SAME = """[[mutant]]
path = "toy/code.py"
function = "larger"
before = "a > b"
after = "a >= b"
why = "Where they are equal, the next condition says no."
"""


def rooms(tests="tests/test_toy.py"):
    return [
        breaks.Room(name="toy", code=("toy/code.py", "gone/*.py"), tests=(tests,)),
        breaks.Room(name="gone", code=("gone/*.py",), tests=("tests/test_toy.py",)),
    ]


def test_each_mutant_meets_the_tests_that_reach_it_and_survivors_are_named(
    toy, capsys, monkeypatch
):
    """Those of functions in the living functions, those that an import or another program runs in
    the file, those that nothing reaches not at all; the tree stays whole.
    """
    found = [
        one
        for one in breaks.sample(toy, rooms(), 99, 0)
        if (one.before, one.after)
        in {
            ("a > b", "a >= b"),  # means the same
            ("return max(rest, LEAST)", "return None"),  # reached by a fixture of two tests
            ("2", "3"),  # of LEAST, which an import makes, and of a default
            ("number * times", "number / times"),
            ("not a", "a"),  # reached by nothing
        }
    ]
    alone = []
    hunt_alone = mutants.hunt_alone
    monkeypatch.setattr(mutants, "sample", lambda *_: found)
    monkeypatch.setattr(mutants, "hunt_alone", lambda *of: alone.append(of[1]) or hunt_alone(*of))
    assert mutants.main(["--floor", "100"], toy, rooms()) == 1
    *lives, room, last = capsys.readouterr().out.splitlines()
    assert sorted(lives) == [
        "toy/code.py:15: survived: not a  →  a",
        "toy/code.py:9: survived: a > b  →  a >= b",
    ]
    assert (room, last) == ("toy: 4 of 6 killed", "4 of 6 mutants killed, 66.7 %")
    assert {one.line for one in alone} == {3, 26, 27}
    assert (toy / "toy/code.py").read_text("utf-8") == CODE


def test_what_never_ends_is_ended(toy, monkeypatch):
    (toy / "toy/code.py").write_text(ENDLESS, encoding="utf-8")
    (toy / "tests/test_toy.py").write_text(COUNTS, encoding="utf-8")
    monkeypatch.setattr(mutants, "GRACE", 0)
    found = [one for one in breaks.sample(toy, rooms(), 9, 0) if one.after == "rest += 1"]
    assert [one.end for one in mutants.hunt(toy, found, 1)] == ["hangs"]


def test_what_is_known_to_mean_the_same_is_not_drawn(toy, tmp_path):
    listed = tmp_path / "same.toml"
    listed.write_text(SAME, encoding="utf-8")
    same = mutants.read_equivalents(listed)
    lines = [(one.before, one.after) for one in breaks.sample(toy, rooms(), 99, 0, same)]
    assert ("a > b", "a >= b") not in lines
    assert len(lines) == len(breaks.sample(toy, rooms(), 99, 0)) - 1


@pytest.mark.parametrize(
    ("line", "readers"),
    [
        (1, {4}),  # the one function that reads it
        (2, {4, 7}),  # by way of another name too
        (8, None),  # a default is made while the module is imported
        (12, None),  # so is what everybody may read,
        (13, None),  # and another module does
        (14, set()),
    ],
)
def test_a_private_name_is_noticed_where_it_is_read(toy, line, readers):
    code = """_LEAST = 1
_MOST, _MORE = 2, 3
def least():
    return _LEAST + _ALL[0] + _MORE
_ALL = (_MOST, 4)
def most():
    return _MOST
_PAUSE = 5
def pause(time=_PAUSE):
    return time
class Kind:
    number = 6
_OPEN = 7
_SHUT = 8
"""
    (toy / "toy/code.py").write_text(code, encoding="utf-8")
    (toy / "tests/test_toy.py").write_text("from toy.code import _OPEN\n", encoding="utf-8")
    broken = next(one for one in breaks.sample(toy, rooms(), 99, 0) if one.line == line)
    found = mutants_reach.find_readers(toy, broken)
    nodes = list(ast.walk(ast.parse(code)))
    lines = found and {nodes[int(one.rpartition(":")[2])].lineno for one in found}
    assert (set() if found == set() else lines) == readers


def test_what_the_list_names_is_still_there():
    """Whatever has changed since is read again."""
    for path, function, before, _ in mutants.read_equivalents(mutants.EQUIVALENTS):
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        code = [
            breaks._headline(node)
            for node, place in zip(ast.walk(tree), breaks.places(tree), strict=True)
            if (".".join(place.names) if place.inside else "") == function
            and hasattr(node, "lineno")
        ]
        assert before in code, (path, function, before)


def test_rooms_whose_tests_fail_unbroken_say_nothing(toy, capsys):
    with pytest.raises(SystemExit) as stopped:
        mutants.main(["--count", "1"], toy, rooms("tests/test_red.py"))
    assert stopped.value.code == 2
    assert "the tests of toy fail" in capsys.readouterr().err


def test_a_room_with_nothing_to_break_says_so(toy, capsys):
    with pytest.raises(SystemExit) as stopped:
        mutants.main(["--rooms", "gone"], toy, rooms())
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
        ("if TYPE_CHECKING:\n    b = c", []),
        ("Kind = Literal['a', 'b']", []),
    ],
)
def test_every_way_to_break_a_line(code, ways):
    room = breaks.Room(name="r", code=(), tests=())
    made = [breaks.mutant(room, "x.py", code, site) for site in breaks.sites(ast.parse(code))]
    assert sorted(one.text.strip() for one in made) == sorted(ways)


def test_one_seed_is_one_sample_whatever_was_drawn_before(toy):
    first = breaks.sample(toy, rooms(), 5, 7)
    random.seed(3)
    assert breaks.sample(toy, rooms(), 5, 7) == first
    assert breaks.sample(toy, rooms(), 5, 8) != first
