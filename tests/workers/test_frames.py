"""What comes back from a cluster is bytes in a sealed frame, and nothing else is taken for it."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.workers.frames import BrokenFrameError, pack_results, unpack_results

PART = st.none() | st.binary(max_size=40)
RESULTS = st.lists(PART | st.lists(PART, max_size=4).map(tuple), max_size=6)


@given(results=RESULTS)
def test_results_come_back_as_they_were(results):
    assert unpack_results(pack_results(results), len(results)) == results


@given(results=RESULTS, place=st.integers(0, 400), bit=st.integers(0, 7))
def test_one_bit_that_turned_is_noticed(results, place, bit):
    packed = bytearray(pack_results(results))
    packed[place % len(packed)] ^= 1 << bit
    with pytest.raises(BrokenFrameError):
        unpack_results(bytes(packed), len(results))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_of_results_is_noticed(count):
    with pytest.raises(BrokenFrameError):
        unpack_results(pack_results([b"a", (b"b", None)]), count)


@pytest.mark.parametrize(
    "rubbish", [None, 7, "text", b"", b"x" * 200, pickle.dumps([b"a"]), [b"a"]]
)
def test_rubbish_is_no_result(rubbish):
    with pytest.raises(BrokenFrameError):
        unpack_results(rubbish, 1)


@pytest.mark.parametrize("thing", ["text", 3, (b"a", "b"), [b"a"]])
def test_what_is_no_bytes_is_not_packed(thing):
    with pytest.raises(TypeError):
        pack_results([thing])
