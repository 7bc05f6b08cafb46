"""Which old editions may go, and their going."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from briefing.state import atomic, editions


def prunable_numbers(
    numbers: Sequence[tuple[int, str]],
    spared: Collection[int],
    *,
    keep: int | None = None,
    before: str | None = None,
) -> tuple[int, ...]:
    """The numbers of editions that may go, oldest first.

    `numbers` are (number, made_at), times as ISO 8601 in UTC; `spared` are those that were mailed.
    With `keep`, all but the newest `keep`; with `before`, those made before that time; with both,
    what fulfils both. The newest edition and the spared ones never go; without a bound none does.
    """
    ordered = sorted(numbers)
    if keep is None and before is None:
        return ()
    protected = {number for number, _ in ordered[-max(1, keep or 0) :]} | set(spared)
    return tuple(
        number
        for number, made_at in ordered
        if number not in protected and (before is None or made_at < before)
    )


def remove_editions(output: Path, numbers: Collection[int]) -> None:
    """Remove editions, each in one step: a kill half-way leaves no half edition under its name.

    For the holder of the lock. Raises ValueError for the newest edition, and as
    `atomic.write_atomically` does.
    """
    shelf = output / editions.FOLDER
    newest = max(editions.kept_numbers(output), default=0)
    if newest in numbers:
        message = "the newest edition is never removed"
        raise ValueError(message)
    for number in sorted(numbers):
        folder = shelf / f"{number:04d}"
        aside = shelf / f"{atomic.PREFIX}{folder.name}-{os.getpid()}"
        try:
            folder.rename(aside)
            atomic.sync_folder(shelf)
        except OSError as error:
            raise atomic.refusal_error(error, folder) from error
        atomic.discard_path(aside)
