"""What a user can cause, said in one line each, and kept apart from bugs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake or warning: where it stands, what is wrong, what to do.

    `line` and `column` count from 1; 0 means the place inside the file is unknown.
    `path` is printed as given (relative to the config's folder where it lies inside it).
    """

    path: str
    line: int
    column: int
    message: str
    advice: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        """`config.yaml:12:5: error: unknown key 'sectons' (did you mean 'sections'?)`."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        advice = f" ({self.advice})" if self.advice else ""
        return f"{place}: {self.severity}: {self.message}{advice}"


class UserError(Exception):
    """Mistakes of the user, all of them at once; the command line exits with 2."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems in the order in which they stand in the files."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class EditorFault(Exception):  # noqa: N818 - the fault of another, told and not mended
    """An editor gave no answer, for a reason in words that follow "the editor ". `again` says after
    how many seconds it wants to be asked again, None where asking again is of no use.
    """

    def __init__(self, reason: str, *, again: float | None = None) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
        self.again = again


class WorkError(Exception):
    """The work itself found a problem (a format could not be made, a proof failed); exit 1."""


def refusal_reason(error: OSError | ValueError | RuntimeError) -> str:
    """Say why the system refused, in its own words without error number or path."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
