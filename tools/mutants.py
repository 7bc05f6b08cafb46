"""Break the code in one small place at a time, and name the breaks that no test notices.

The places are sampled by a seed, so that the same tree, seed and count give the same mutants. Each
is run in a temporary copy of the tree, against all tests of its own room and no others, those that
import the broken module first; the first failure or the time limit ends the run, and either one
counts as killed. Nothing in the tree itself is touched. Some survivors mean the same as the code
they stand for: read them, don't chase a share.

Exit status: 0; 1 where the share killed is under --floor; 2 where nothing can be said, because an
option is wrong or the tests of a room fail without any mutant.
"""

import argparse
import ast
import copy
import os
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import cache_from_source
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What a copy can do without, or must not share: what was made, and the record of editions.
LEFT_OUT = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "node_modules", "htmlcov")
SLACK = 3  # times what the tests take without a mutant, before one counts as hanging
GRACE = 15  # seconds on top, for a machine that others use too


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A stretch of the code and the tests that answer for it, both as globs; one may match
    nothing.
    """

    name: str
    code: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = (
    Room(name="select", code=("briefing/compose/select.py",), tests=("tests/compose",)),
    Room(name="claims", code=("briefing/corroborate/claims.py",), tests=("tests/corroborate",)),
    Room(name="match", code=("briefing/compare/match.py",), tests=("tests/compare",)),
    Room(
        name="people",
        code=(
            "briefing/languages/en/antecedents/people.py",
            "briefing/languages/en/antecedents/strangers.py",
        ),
        tests=("tests/languages/en/test_antecedents*.py",),
    ),
    Room(
        name="grounding",
        code=("briefing/languages/en/grounding/*.py",),
        tests=("tests/languages/en/test_grounding*.py",),
    ),
    Room(
        name="prove",
        code=(
            *(f"briefing/verification/{name}.py" for name in ("prove", "proof", "quotes")),
            *(f"briefing/verification/{name}.py" for name in ("licence", "supports")),
            "briefing/verification/surroundings/*.py",
        ),
        tests=("tests/verification/test_prove.py", "tests/verification"),
    ),
    Room(name="deliver", code=("briefing/deliver/*.py",), tests=("tests/deliver",)),
)

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One break: the file from the tree's root, its line, what was there, what is, the whole
    text.
    """

    room: Room
    path: str
    line: int
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A node of a module, by its place in `ast.walk`, and the nodes it might be swapped for."""

    number: int
    change: int


def replacements(node: ast.AST) -> tuple[ast.AST, ...]:
    """Return what a node can be swapped for; nothing where it isn't one of the kinds that are
    broken.
    """
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            return (_with(node, ops=[COMPARISONS[type(op)]()]),)
        case ast.BoolOp(op=op):
            return (_with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And()),)
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            swapped: ast.AST = _with(node, op=ARITHMETIC[type(op)]())
            return (swapped, ast.Pass()) if isinstance(node, ast.AugAssign) else (swapped,)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return (operand,)
        case ast.Constant(value=value):
            return _other_constant(value)
        case ast.Return(value=ast.expr() as value):
            return _other_return(value)
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break():
            return (ast.Pass(),)
        case ast.If(orelse=[]):
            return (ast.Pass(),)
    return ()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _other_constant(value: object) -> tuple[ast.AST, ...]:
    match value:
        case bool():
            return (ast.Constant(value=not value),)
        case int() | float():
            return (ast.Constant(value=value + 1), ast.Constant(value=value - 1))
        case str():
            return (ast.Constant(value=f"{value}~"),)
    return ()


def _other_return(value: ast.expr) -> tuple[ast.AST, ...]:
    match value:
        case ast.Constant(value=None | bool()):  # the constant itself is broken already
            return ()
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return (ast.Return(value=ast.UnaryOp(op=ast.Not(), operand=value)),)
    return (ast.Return(value=ast.Constant(value=None)),)


def _untouched(node: ast.AST) -> Iterator[ast.AST | None]:
    """Yield the children of a node that say nothing when the program runs, or that a docstring
    is.
    """
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (*node.decorator_list, node.returns)
        case ast.ClassDef():
            yield from node.decorator_list
        case ast.arg() | ast.AnnAssign():
            yield node.annotation
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node.value
        case ast.JoinedStr():  # messages, nearly all
            yield from (part for part in node.values if isinstance(part, ast.Constant))
        case ast.Raise():  # what an error says is for readers
            yield from (node.exc, node.cause)


def sites(tree: ast.AST) -> list[Site]:
    """Return all the places of a module where it can be broken, and each way to break it."""
    skipped = {
        id(below)
        for node in ast.walk(tree)
        for child in _untouched(node)
        if child is not None
        for below in ast.walk(child)
    }
    return [
        Site(number=number, change=change)
        for number, node in enumerate(ast.walk(tree))
        if id(node) not in skipped
        for change in range(len(replacements(node)))
    ]


class _Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutant(room: Room, path: str, source: str, site: Site) -> Mutant:
    """Return the mutant of a module's source that a site asks for."""
    tree = ast.parse(source)
    old = next(islice(ast.walk(tree), site.number, None))
    new = ast.copy_location(replacements(old)[site.change], old)
    before, after = _headline(old), _headline(new)
    made = ast.fix_missing_locations(_Swap(old, new).visit(tree))
    line = getattr(old, "lineno", 0)
    text = ast.unparse(made) + "\n"
    return Mutant(room=room, path=path, line=line, before=before, after=after, text=text)


def _headline(node: ast.AST) -> str:
    lines = ast.unparse(node).splitlines()
    return lines[0] + (" …" if len(lines) > 1 else "")


def sample(root: Path, rooms: Sequence[Room], count: int, seed: int) -> list[Mutant]:
    """Return up to `count` mutants, as many from each room as from any other while it has some
    left.
    """
    drawn = []
    for room in rooms:
        found = [(path, site) for path in _files(root, room.code) for site in _read(path)]
        random.Random(f"{seed} {room.name}").shuffle(found)  # noqa: S311 - a sample, no secret
        drawn.append([(room, *one) for one in found])
    turns = (row[turn] for turn in range(max(map(len, drawn), default=0)) for row in drawn
             if turn < len(row))  # fmt: skip
    return [
        mutant(room, path.relative_to(root).as_posix(), path.read_text("utf-8"), site)
        for room, path, site in islice(turns, count)
    ]


def _read(path: Path) -> list[Site]:
    return sites(ast.parse(path.read_text("utf-8")))


def _files(root: Path, globs: Sequence[str]) -> list[Path]:
    """Return what the globs match, in their order, each once."""
    return list(dict.fromkeys(path for glob in globs for path in sorted(root.glob(glob))))


def copy_tree(root: Path, place: Path) -> Path:
    """Copy a tree without what was made in it; the environment is shared by a link."""
    tree = place / "tree"
    shutil.copytree(root, tree, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    if (root / ".venv").exists():
        (tree / ".venv").symlink_to(root / ".venv")
    return tree


def order_tests(tree: Path, room: Room, broken: str) -> list[str]:
    """Return all test files of a room, those first that import the module at the path `broken`:
    they are the likeliest to notice, and the first that notices ends the run.
    """
    files = [
        path
        for found in _files(tree, room.tests)
        for path in ([found] if found.is_file() else sorted(found.rglob("test_*.py")))
    ]
    package, _, module = broken.removesuffix(".py").replace("/", ".").rpartition(".")
    names = re.compile(
        rf"^ *(?:from|import) {re.escape(f'{package}.{module}')}\b"
        rf"|^ *from {re.escape(package)} import .*\b{re.escape(module)}\b",
        re.MULTILINE,
    )
    asked = [path for path in files if names.search(path.read_text("utf-8"))]
    return [path.relative_to(tree).as_posix() for path in dict.fromkeys(asked + files)]


def run_tests(tree: Path, room: Room, limit: float | None = None, broken: str = "") -> bool:
    """Tell whether a room's tests pass in a tree; False also where they take longer than `limit`
    seconds.
    """
    tests = order_tests(tree, room, broken)
    options = ("-q", "-x", "--tb=no", "-p", "no:cacheprovider")
    command = (sys.executable, "-m", "pytest", *options, *tests)
    # Whoever counts lines of this program doesn't count those of the copy.
    variables = {name: of for name, of in os.environ.items() if not name.startswith("SLIPCOVER_")}
    # A group of its own, so that what the tests started ends with them.
    run = subprocess.Popen(
        command, cwd=tree, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True, env={**variables,
        "PYTHONPATH": str(tree)},
    )  # fmt: skip
    try:
        return run.wait(limit) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if run.poll() is None:
            os.killpg(run.pid, 9)
            run.wait()


def survives(tree: Path, broken: Mutant, limit: float) -> bool:
    """Tell whether a room's tests pass with the mutant in the tree; the tree is whole again
    afterwards.
    """
    path = tree / broken.path
    whole = path.read_bytes()
    # Bytecode is told from stale by size and whole seconds, which two mutants may share.
    stale = Path(cache_from_source(str(path)))
    try:
        stale.unlink(missing_ok=True)
        path.write_text(broken.text, encoding="utf-8")
        return run_tests(tree, broken.room, limit, broken.path)
    finally:
        stale.unlink(missing_ok=True)
        path.write_bytes(whole)


def time_rooms(tree: Path, rooms: Sequence[Room]) -> dict[str, float]:
    """Return by room the seconds after which its tests hang; exits where they fail unbroken."""
    limits = {}
    for room in rooms:
        began = time.monotonic()
        if not run_tests(tree, room):
            _stop(f"the tests of {room.name} fail or are missing without any mutant")
        limits[room.name] = GRACE + SLACK * (time.monotonic() - began)
    return limits


def hunt(root: Path, mutants: Sequence[Mutant], jobs: int) -> Iterator[bool]:
    """Yield for each mutant whether it survives, tried in as many copies of the tree as jobs."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trees: queue.SimpleQueue[Path] = queue.SimpleQueue()
        copies = [copy_tree(root, Path(folder) / str(number)) for number in range(jobs)]
        rooms = list(dict.fromkeys(broken.room for broken in mutants))
        limits = time_rooms(copies[0], rooms)
        for tree in copies:
            trees.put(tree)

        def attempt(broken: Mutant) -> bool:
            tree = trees.get()
            try:
                return survives(tree, broken, limits[broken.room.name])
            finally:
                trees.put(tree)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(attempt, mutants)


def report(mutants: Sequence[Mutant], alive: Iterable[bool]) -> float:
    """Print each survivor once it is known, then the shares; return the share killed, in per
    cent.
    """
    tried, killed = Counter[str](), Counter[str]()
    for broken, lives in zip(mutants, alive, strict=True):
        tried[broken.room.name] += 1
        killed[broken.room.name] += not lives
        if lives:
            told = f"{broken.before}  →  {broken.after}"
            print(f"{broken.path}:{broken.line}: survived: {told}", flush=True)
    for room in tried:
        print(f"{room}: {killed[room]} of {tried[room]} killed")
    share = 100 * killed.total() / tried.total()
    print(f"{killed.total()} of {tried.total()} mutants killed, {share:.1f} %")
    return share


def _stop(message: str) -> None:
    print(f"mutants: {message}", file=sys.stderr)
    raise SystemExit(2)


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "must be at least 1"
        raise argparse.ArgumentTypeError(message)
    return number


def main(arguments: Sequence[str], root: Path = ROOT, rooms: Sequence[Room] = ROOMS) -> int:
    """Sample, run and report; returns the exit status."""
    names = [room.name for room in rooms]
    asked = argparse.ArgumentParser(prog="mutants", description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--count", type=_whole, default=200, help="how many mutants (200)")
    asked.add_argument("--seed", type=int, default=1, help="which ones (1)")
    asked.add_argument("--rooms", nargs="+", choices=names, default=names, help="where (all)")
    asked.add_argument("--floor", type=float, default=0.0, help="least share killed, in per cent")
    asked.add_argument("--jobs", type=_whole, default=os.cpu_count() or 1, help="at a time")
    options = asked.parse_args(arguments)
    chosen = [room for room in rooms if room.name in options.rooms]
    mutants = sample(root, chosen, options.count, options.seed)
    if not mutants:
        _stop("nothing to break in these rooms")
    share = report(mutants, hunt(root, mutants, min(options.jobs, len(mutants))))
    return int(share < options.floor)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
