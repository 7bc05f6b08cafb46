"""Which statements were reached: each adds its name to `seen` before it runs.

`tools/breaks.py` writes that into a copy of the tree, and `tools/mutants_plugin.py` empties `seen`
after each test. What runs in another process than the tests tells a file, MUTANTS_ELSEWHERE, at
once: nobody knows how such a process ends. A line of it is the test, a tab, the statement.
"""

import os

ELSEWHERE = "MUTANTS_ELSEWHERE"


class Told(set[str]):
    """A set that writes down what is new to it."""

    def add(self, name: str) -> None:
        """Add a statement, and tell the file of it if there is one."""
        place = os.environ.get(ELSEWHERE)
        if name in self or not place:
            return
        super().add(name)
        test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
        with open(place, "a", encoding="utf-8") as file:  # noqa: PTH123 - nothing more is imported
            file.write(f"{test}\t{name}\n")


seen: set[str] = Told()


def _begin_told() -> None:
    global seen  # noqa: PLW0603 - this module is the one place that all statements know
    seen = Told()


os.register_at_fork(after_in_child=_begin_told)
