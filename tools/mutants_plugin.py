"""What pytest does for `make mutants`, in a copy of the tree; loaded by `-p mutants_plugin`.

MUTANTS_TASK names a JSON file that says what to do, one of:
{"record": file}: run all tests and write which statements each of them reaches, and its seconds;
{"chosen": [tests]}: run these tests alone, in this order;
{"hunt": [mutants], "told": number}: collect the tests once, then run the chosen ones of each mutant
in a child of this process, in which the functions of the broken module have the broken code, and
write a line `number outcome` to the file descriptor `told`.

A broken function is swapped in place: its code object is another one, whoever holds the function.
That is the same as importing the broken module as long as the function had not run by then, and
holds nothing that is made when it is defined (defaults, decorators): `tools/mutants.py` asks it for
no others.
"""

import gc
import inspect
import json
import os
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import mutants_seen
import pytest
from _pytest import runner

TASK: dict[str, Any] = json.loads(Path(os.environ.pop("MUTANTS_TASK")).read_text("utf-8"))
PAUSE = 0.02  # seconds between two looks at the child
PATIENCE = 4  # seconds of the clock for one of the processor: others use the machine too
ALIVE, KILLED, HANGS, OTHER = "alive", "killed", "hangs", "other"
STATUS = {0: ALIVE, 3: OTHER}  # of a child; all others are a mutant's end


class Recorder:
    """Writes down what each test reaches, and what each fixture does that several tests share."""

    def __init__(self) -> None:
        """Begin with what is imported."""
        mutants_seen.seen = set()
        self.imported: set[str] = set()
        self.reached: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        self.shared: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.fixtures: dict[str, tuple[str, ...]] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep apart what importing reached."""
        self.imported = set(mutants_seen.seen)
        for item in session.items:
            self.fixtures[item.nodeid] = tuple(getattr(item, "fixturenames", ()))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count from an empty set."""
        mutants_seen.seen.clear()
        began = time.monotonic()
        done = yield
        self.seconds[item.nodeid] = time.monotonic() - began
        self.reached[item.nodeid] = set(mutants_seen.seen)
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Note what a fixture of more than one test reaches: it does so for all of them."""
        if fixturedef.scope == "function":
            return (yield)
        before = set(mutants_seen.seen)
        mutants_seen.seen.clear()
        try:
            return (yield)
        finally:
            self.shared[fixturedef.baseid, fixturedef.argname] |= mutants_seen.seen
            mutants_seen.seen.update(before)

    def pytest_sessionfinish(self) -> None:
        """Write all of it."""
        for (base, name), reached in self.shared.items():
            for test, asked in self.fixtures.items():
                if name in asked and test.startswith(base) and test in self.reached:
                    self.reached[test] |= reached
        tests = {
            test: {"seconds": self.seconds[test], "reached": sorted(reached)}
            for test, reached in self.reached.items()
        }
        made = {"imported": sorted(self.imported), "tests": tests}
        Path(TASK["record"]).write_text(json.dumps(made), encoding="utf-8")


class Chooser:
    """Runs chosen tests in the order they are named."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what is not chosen."""
        items[:] = pick(items, TASK["chosen"])


class Hunter:
    """Runs the chosen tests of one mutant after another."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Say of each mutant what becomes of it."""
        mutants = TASK["hunt"]
        live = find_functions({os.path.realpath(mutant["path"]) for mutant in mutants})
        for mutant in mutants:
            outcome = attempt(session, live, mutant)
            os.write(TASK["told"], f"{mutant['number']} {outcome}\n".encode())
        return True


def pytest_configure(config: pytest.Config) -> None:
    """Take up the task."""
    kinds = {"record": Recorder, "chosen": Chooser, "hunt": Hunter}
    for name, kind in kinds.items():
        if name in TASK:
            config.pluginmanager.register(kind())


def pick(items: Sequence[pytest.Item], names: Sequence[str]) -> list[pytest.Item]:
    """Return the items of these names, in their order."""
    named = {item.nodeid: item for item in items}
    return [named[name] for name in names if name in named]


def find_functions(paths: set[str]) -> dict[str, dict[str, list[list[FunctionType]]]]:
    """Return all living functions of these files: by file and full name, those that share one code
    together, in the order of their lines.
    """
    gc.unfreeze()  # what is frozen isn't told
    found: dict[str, dict[CodeType, list[FunctionType]]] = {path: {} for path in paths}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            codes = found.get(os.path.realpath(thing.__code__.co_filename))
            if codes is not None:
                codes.setdefault(thing.__code__, []).append(thing)
    gc.freeze()  # so that a child shares the memory
    named: dict[str, dict[str, list[list[FunctionType]]]] = {}
    for path, codes in found.items():
        named[path] = defaultdict(list)
        for code in sorted(codes, key=lambda one: one.co_firstlineno):
            named[path][code.co_qualname].append(codes[code])
    return named


def outer_codes(code: CodeType) -> Iterator[CodeType]:
    """Yield the codes of a module's functions and methods, without those inside of them."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            # A class's body is the one kind of code that keeps its names in a dictionary.
            if one.co_flags & inspect.CO_OPTIMIZED:
                yield one
            else:
                yield from outer_codes(one)


def swap_code(live: Mapping[str, list[list[FunctionType]]], path: str, text: str) -> bool:
    """Give a module's functions the code of another text of it; False where they don't match."""
    broken: dict[str, list[CodeType]] = defaultdict(list)
    for code in outer_codes(compile(text, path, "exec")):
        broken[code.co_qualname].append(code)
    for name, groups in live.items():
        if "<locals>" in name:
            continue
        if len(groups) != len(broken[name]):
            return False
        for functions, code in zip(groups, broken[name], strict=True):
            for function in functions:
                try:
                    function.__code__ = code
                except ValueError:  # another number of names from around it
                    return False
    return True


def attempt(
    session: pytest.Session,
    live: Mapping[str, Mapping[str, list[list[FunctionType]]]],
    mutant: Mapping[str, Any],
) -> str:
    """Run a mutant's tests in a child; it and all that it started has ended afterwards."""
    deadline = time.monotonic() + PATIENCE * mutant["limit"]
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = run_child(session, live, mutant)
        finally:
            os._exit(status)
    try:
        while time.monotonic() < deadline:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                ended = os.waitstatus_to_exitcode(status)
                return HANGS if ended == -signal.SIGXCPU else STATUS.get(ended, KILLED)
            time.sleep(PAUSE)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return HANGS
    finally:
        end_group(child)


def end_group(leader: int) -> None:
    """End what a child left running."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def run_child(
    session: pytest.Session,
    live: Mapping[str, Mapping[str, list[list[FunctionType]]]],
    mutant: Mapping[str, Any],
) -> int:
    """Swap the code and run the tests up to the first failure; return the status to end with."""
    os.setsid()
    limit = int(mutant["limit"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    path = os.path.realpath(mutant["path"])
    if not swap_code(live.get(path, {}), path, mutant["text"]):
        return 3
    session.items = pick(session.items, mutant["tests"])
    for item, after in pairwise([*session.items, None]):
        if item is not None:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            break
    runner.pytest_sessionfinish(session)
    return int(bool(session.testsfailed))
