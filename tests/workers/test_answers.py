"""What comes back from a worker is told in one short line, whatever it is."""

import pytest

from briefing.workers import answers, labour
from briefing.workers.frames import BrokenFrameError, pack_results

REFUSED = labour.FAILED + "two\nlines\x1b[2J and \u202eback".encode() + b"\xff" + b"x" * 10_000


def test_what_a_worker_says_of_itself_is_a_piece_of_one_line():
    with pytest.raises(BrokenFrameError) as told:
        answers.read_answer(str, [1], REFUSED)
    words = str(told.value)
    assert words.startswith("two lines [2J and back\ufffdx")
    assert words.isprintable()
    assert len(words) == 200


def test_what_a_function_raised_is_not_told_of_the_worker():
    with pytest.raises(answers.ItemError):
        answers.read_answer(str, [1], labour.RAISED + b"ValueError")


def test_as_many_results_as_items_are_believed():
    assert answers.read_answer(str, [1], labour.DONE + pack_results([b"1"])) == [b"1"]
    with pytest.raises(BrokenFrameError):
        answers.read_answer(str, [1, 2], labour.DONE + pack_results([b"1"]))
