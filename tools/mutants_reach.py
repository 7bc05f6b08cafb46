"""Which tests of a room reach which statement, and so which of them can notice a mutant.

All is run in a copy of the tree, with `tools/mutants_plugin.py` inside pytest.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from breaks import Mutant, Room, add_probes, find_files, name_statement, places

TOOLS = Path(__file__).resolve().parent
PLUGIN = ("mutants_plugin", "mutants_seen")  # what a copy of the tree gets on top
# What a copy can do without, or must not share: what was made, and the record of editions.
LEFT_OUT = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "node_modules", "htmlcov")
OPTIONS = ("-q", "-x", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", PLUGIN[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the tests of a room reach, in their own process (`tests`), while they are collected
    (`imported`) and in processes that they start (`elsewhere`), and the seconds of each test.
    """

    tests: Mapping[str, frozenset[str]]
    imported: frozenset[str]
    elsewhere: Mapping[str, frozenset[str]]
    seconds: Mapping[str, float]

    def all_of(self, test: str) -> frozenset[str]:
        """Return the statements that a test reaches in any process."""
        return self.tests[test] | self.elsewhere.get(test, frozenset())


def copy_tree(root: Path, place: Path) -> Path:
    """Copy a tree without what was made in it; the environment is shared by a link."""
    tree = place / "tree"
    shutil.copytree(root, tree, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    for name in PLUGIN:
        shutil.copy2(TOOLS / f"{name}.py", tree)
    if (root / ".venv").exists():
        (tree / ".venv").symlink_to(root / ".venv")
    return tree


def start_tests(
    tree: Path, tests: Sequence[str], task: Mapping[str, object]
) -> subprocess.Popen[bytes]:
    """Start pytest in a tree on some files, with a task for the plugin."""
    order = tree / "mutants_task.json"
    order.write_text(json.dumps(task), encoding="utf-8")
    command = (sys.executable, "-m", "pytest", *OPTIONS, *tests)
    # Whoever counts lines of this program doesn't count those of the copy.
    variables = {name: of for name, of in os.environ.items() if not name.startswith("SLIPCOVER_")}
    # A copy may keep its bytecode: many processes read it.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    temporary = tree.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    return subprocess.Popen(
        command, cwd=tree, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a group of its own, so that what the tests started ends with them
        pass_fds=[int(str(task["told"]))] if "told" in task else [],
        env={**variables, "PYTHONPATH": str(tree), "MUTANTS_TASK": str(order),
             "PYTEST_DEBUG_TEMPROOT": str(temporary),
             "MUTANTS_ELSEWHERE": str(tree / "mutants_elsewhere")},
    )  # fmt: skip


def end_tests(run: subprocess.Popen[bytes], limit: float | None = None) -> int | None:
    """Wait for the tests to end, and return their exit status, or None where they take longer
    than `limit` seconds; nothing of them is left.
    """
    try:
        return run.wait(limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if run.poll() is None:
            os.killpg(run.pid, 9)
            run.wait()


def record_reach(tree: Path, room: Room) -> Reach:
    """Run the tests of a room with probes in its code, which is whole again afterwards; exits
    where the tests fail.
    """
    code = {path: path.read_bytes() for path in find_files(tree, room.code)}
    record = tree / "mutants_reach.json"
    try:
        for path, text in code.items():
            probed = add_probes(path.relative_to(tree).as_posix(), text.decode("utf-8"))
            rewrite(path, probed.encode("utf-8"))
        run = start_tests(tree, find_tests(tree, room), {"record": str(record)})
        if end_tests(run) != 0:
            give_up(f"the tests of {room.name} fail or are missing without any mutant")
    finally:
        for path, text in code.items():
            rewrite(path, text)
    return read_reach(record, tree / "mutants_elsewhere")


def read_reach(record: Path, elsewhere: Path) -> Reach:
    """Read what the plugin and the probes of other processes wrote down."""
    made = json.loads(record.read_text("utf-8"))
    others: dict[str, set[str]] = {}
    if elsewhere.exists():
        for line in elsewhere.read_text("utf-8").splitlines():
            test, _, statement = line.partition("\t")
            others.setdefault(test, set()).add(statement)
        elsewhere.unlink()
    return Reach(
        tests={test: frozenset(told["reached"]) for test, told in made["tests"].items()},
        imported=frozenset(made["imported"]),
        elsewhere={test: frozenset(reached) for test, reached in others.items()},
        seconds={test: told["seconds"] for test, told in made["tests"].items()},
    )


def rewrite(path: Path, text: bytes) -> None:
    """Write a module, and forget its bytecode, which is told from stale by size and whole seconds
    alone: two mutants may share both.
    """
    path.write_bytes(text)
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def find_tests(tree: Path, room: Room) -> list[str]:
    """Return all test files of a room."""
    files = [
        path
        for found in find_files(tree, room.tests)
        for path in ([found] if found.is_file() else sorted(found.rglob("test_*.py")))
    ]
    return [path.relative_to(tree).as_posix() for path in dict.fromkeys(files)]


def choose_tests(tree: Path, broken: Mutant, reach: Reach) -> list[str]:
    """Return the tests that can notice a mutant, the likeliest first; none where nothing reaches
    it.

    What is made for its module alone while that is imported can be noticed where it is read.
    Whatever else runs then can change all that is imported afterwards: all tests come into
    question, first those that reach anything of that module.
    """
    if broken.statement not in reach.imported:
        near = find_reaching(reach, {broken.statement})
        return order_tests(tree, near, broken.path, reach)
    readers = find_readers(tree, broken)
    if readers is not None:
        return order_tests(tree, find_reaching(reach, readers), broken.path, reach)
    module = f"{broken.path}:"
    same = [t for t in reach.tests if any(one.startswith(module) for one in reach.all_of(t))]
    ordered = (order_tests(tree, some, broken.path, reach) for some in (same, reach.tests))
    return list(dict.fromkeys(test for some in ordered for test in some))


def find_reaching(reach: Reach, statements: AbstractSet[str]) -> list[str]:
    """Return the tests that reach one of these statements, in any process."""
    return [test for test in reach.tests if not statements.isdisjoint(reach.all_of(test))]


def find_readers(tree: Path, broken: Mutant) -> AbstractSet[str] | None:
    """Return the statements inside of functions that read the private name which the broken
    statement gives a value, by way of other such names too; None where it does anything else, or
    another module reads such a name.
    """
    module = ast.parse((tree / broken.path).read_text("utf-8"))
    nodes, at = list(ast.walk(module)), places(module)
    found: set[str] = set()
    known: set[str] = set()
    makers = [int(broken.statement.rpartition(":")[2])]
    while makers:
        number = makers.pop()
        names = _private_names(nodes[number]) if not at[number].names else []
        if not names or any(_is_read_elsewhere(tree, broken.path, name) for name in names):
            return None
        uses = [use for name in names if name not in known for use in _find_uses(nodes, name)]
        known.update(names)
        for use in uses:
            statement = at[use].statement
            if at[use].inside and not isinstance(nodes[statement], ast.FunctionDef | ast.ClassDef):
                found.add(name_statement(broken.path, statement))
            else:
                makers.append(statement)
    return found


def _private_names(node: ast.AST) -> list[str]:
    """Return the names that an assignment gives values, where all are private."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)]) | ast.Assign(targets=targets):
            pass
        case ast.AnnAssign(target=target):
            targets = [target]
        case _:
            return []
    names = [one.id for one in targets if isinstance(one, ast.Name)]
    private = all(one.startswith("_") and not one.startswith("__") for one in names)
    return names if private and len(names) == len(targets) else []


def _find_uses(nodes: Sequence[ast.AST], name: str) -> list[int]:
    """Return the places in `ast.walk` at which a name is read."""
    return [
        number
        for number, node in enumerate(nodes)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]


def _is_read_elsewhere(tree: Path, path: str, name: str) -> bool:
    """Tell whether another module, or a test, may read a module's private name."""
    imports, asked = name_imports(path), re.compile(rf"\b{re.escape(name)}\b")
    others = (one for top in (Path(path).parts[0], "tests") for one in (tree / top).rglob("*.py"))
    texts = (one.read_text("utf-8") for one in others if one != tree / path)
    return any(asked.search(text) and imports.search(text) for text in texts)


def order_tests(tree: Path, tests: Iterable[str], broken: str, reach: Reach) -> list[str]:
    """Return tests with those of one file together: first the files that import the module at the
    path `broken`, as they are the likeliest to notice, and of these the quickest first.
    """
    files: dict[str, list[str]] = {}
    for test in tests:
        files.setdefault(test.partition("::")[0], []).append(test)
    names = name_imports(broken)

    def weigh(file: str) -> tuple[bool, float]:
        asked = names.search((tree / file).read_text("utf-8"))
        return not asked, sum(reach.seconds[test] for test in files[file])

    return [test for file in sorted(files, key=weigh) for test in files[file]]


def name_imports(path: str) -> re.Pattern[str]:
    """Return what matches the lines of a file that import the module at a path."""
    package, _, module = path.removesuffix(".py").replace("/", ".").rpartition(".")
    return re.compile(
        rf"^ *(?:from|import) {re.escape(f'{package}.{module}')}\b"
        rf"|^ *from {re.escape(package)} import .*\b{re.escape(module)}\b",
        re.MULTILINE,
    )


def fits_swap(broken: Mutant, reach: Reach) -> bool:
    """Tell whether a mutant means the same when only the living functions get its code: it is in
    one, and neither the import nor another process runs it.
    """
    runs_elsewhere = any(broken.statement in reached for reached in reach.elsewhere.values())
    return bool(broken.function) and broken.statement not in reach.imported and not runs_elsewhere


def give_up(message: str) -> None:
    """End the program with a message: nothing can be said."""
    print(f"mutants: {message}", file=sys.stderr)
    raise SystemExit(2)
