"""Break the code in one small place at a time, and name the breaks that no test notices.

The places are sampled by a seed, so that the same tree, seed and count give the same mutants; those
that `tools/equivalent_mutants.toml` says to mean the same as the code are not drawn. All is done in
temporary copies of the tree. The tests of a room run once to see which of them reach which
statement; after that a mutant is tried with the tests that reach its statement and no others, those
that import the broken module first. The first failure ends the run, and so does the time limit:
either one counts as killed. Some survivors mean the same as the code they stand for: read them,
don't chase a share.

Exit status: 0; 1 where the share killed is under --floor; 2 where nothing can be said, because an
option is wrong or the tests of a room fail without any mutant.
"""

import argparse
import os
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from breaks import Mutant, Room, Same, sample
from mutants_reach import (
    Reach,
    choose_tests,
    copy_tree,
    end_tests,
    find_tests,
    fits_swap,
    give_up,
    record_reach,
    rewrite,
    start_tests,
)

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
EQUIVALENTS = TOOLS / "equivalent_mutants.toml"
SLACK = 3  # times what the chosen tests take without a mutant, before one counts as hanging
GRACE = 15  # seconds of the processor on top
PATIENCE = 4  # times as long by the clock: others use the machine too

ROOMS = (
    Room(name="select", code=("briefing/compose/select.py",), tests=("tests/compose",)),
    Room(name="claims", code=("briefing/corroborate/claims.py",), tests=("tests/corroborate",)),
    Room(name="match", code=("briefing/compare/match.py",), tests=("tests/compare",)),
    Room(
        name="people",
        code=(
            "briefing/languages/en/antecedents/leading.py",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a mutant: `alive`, `killed` or `hangs` (which counts as killed)."""

    mutant: Mutant
    end: str


def hunt_room(root: Path, room: Room, mutants: Sequence[Mutant]) -> Iterator[Outcome]:
    """Yield what becomes of each mutant of a room, in an order of its own."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = copy_tree(root, Path(folder))
        reach = record_reach(tree, room)
        chosen = {broken: choose_tests(tree, broken, reach) for broken in mutants}
        yield from (Outcome(mutant=one, end="alive") for one in mutants if not chosen[one])
        reached = [broken for broken in mutants if chosen[broken]]
        swapped = [broken for broken in reached if fits_swap(broken, reach)]
        alone = [broken for broken in reached if broken not in swapped]
        for outcome in hunt_swapped(tree, room, {one: chosen[one] for one in swapped}, reach):
            if outcome.end == "other":
                alone.append(outcome.mutant)
            else:
                yield outcome
        for broken in alone:
            yield hunt_alone(tree, broken, chosen[broken], reach)


def limit_time(tests: Sequence[str], reach: Reach) -> float:
    """Return the seconds of the processor after which tests hang."""
    return GRACE + SLACK * sum(reach.seconds[test] for test in tests)


def hunt_swapped(
    tree: Path, room: Room, chosen: Mapping[Mutant, Sequence[str]], reach: Reach
) -> Iterator[Outcome]:
    """Yield what becomes of mutants that are tried in children of one process; `other` where that
    process can't say.
    """
    if not chosen:
        return
    mutants = list(chosen)
    listen, tell = os.pipe()
    hunt = [
        {"number": number, "path": broken.path, "text": broken.text, "tests": chosen[broken],
         "limit": limit_time(chosen[broken], reach)}
        for number, broken in enumerate(mutants)
    ]  # fmt: skip
    run = start_tests(tree, find_tests(tree, room), {"hunt": hunt, "told": tell})
    os.close(tell)
    left = dict(enumerate(mutants))
    with os.fdopen(listen, encoding="utf-8") as lines:
        for line in lines:
            number, end = line.split()
            yield Outcome(mutant=left.pop(int(number)), end=end)
    end_tests(run)
    yield from (Outcome(mutant=broken, end="other") for broken in left.values())


def hunt_alone(tree: Path, broken: Mutant, tests: Sequence[str], reach: Reach) -> Outcome:
    """Return what becomes of a mutant that is written into the tree, which is whole again
    afterwards.
    """
    path = tree / broken.path
    whole = path.read_bytes()
    try:
        rewrite(path, broken.text.encode("utf-8"))
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        run = start_tests(tree, files, {"chosen": tests})
        status = end_tests(run, PATIENCE * limit_time(tests, reach))
        return Outcome(mutant=broken, end={0: "alive", None: "hangs"}.get(status, "killed"))
    finally:
        rewrite(path, whole)


def hunt(root: Path, mutants: Sequence[Mutant], jobs: int) -> Iterator[Outcome]:
    """Yield what becomes of each mutant as soon as it is known, as many rooms at a time as
    jobs.
    """
    rooms = list(dict.fromkeys(broken.room for broken in mutants))

    def hunt_all(room: Room) -> list[Outcome]:
        own = [broken for broken in mutants if broken.room == room]
        return [announce(outcome) for outcome in hunt_room(root, room, own)]

    with ThreadPoolExecutor(jobs) as pool:
        # The last rooms take longest.
        for done in as_completed([pool.submit(hunt_all, room) for room in reversed(rooms)]):
            yield from done.result()


def announce(outcome: Outcome) -> Outcome:
    """Print a survivor."""
    broken = outcome.mutant
    if outcome.end == "alive":
        told = f"{broken.before}  →  {broken.after}"
        print(f"{broken.path}:{broken.line}: survived: {told}", flush=True)
    return outcome


def report(outcomes: Iterable[Outcome], rooms: Sequence[Room]) -> float:
    """Print the shares, room by room; return the share killed, in per cent."""
    ends: dict[str, Counter[str]] = {room.name: Counter() for room in rooms}
    for outcome in outcomes:
        ends[outcome.mutant.room.name][outcome.end] += 1
    for room, counted in ends.items():
        if counted:
            print(f"{room}: {counted.total() - counted['alive']} of {counted.total()} killed")
    whole = sum(ends.values(), Counter[str]())
    killed, hangs = whole.total() - whole["alive"], whole["hangs"]
    share = 100 * killed / whole.total()
    told = f", {hangs} of them by the time limit" if hangs else ""
    print(f"{killed} of {whole.total()} mutants killed{told}, {share:.1f} %")
    return share


def read_equivalents(path: Path) -> frozenset[Same]:
    """Return the mutants of a file that mean what the code means."""
    listed = tomllib.loads(path.read_text("utf-8")).get("mutant", [])
    return frozenset((one["path"], one["function"], one["before"], one["after"]) for one in listed)


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
    asked.add_argument("--jobs", type=_whole, default=os.cpu_count() or 1, help="rooms at a time")
    options = asked.parse_args(arguments)
    chosen = [room for room in rooms if room.name in options.rooms]
    same = read_equivalents(EQUIVALENTS)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        still = copy_tree(root, Path(folder))  # whoever edits the tree meanwhile disturbs nothing
        mutants = sample(still, chosen, options.count, options.seed, same)
        if not mutants:
            give_up("nothing to break in these rooms")
        share = report(hunt(still, mutants, options.jobs), chosen)
    return int(share < options.floor)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
