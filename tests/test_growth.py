"""The measure that other tests trust: even growth from growth by squares."""

from tests.growth import grows_evenly


def test_even_growth_is_told_from_growth_by_squares():
    def by_squares(given):
        return [one for one in given for _ in given]

    assert grows_evenly(lambda given: [one for one in given for _ in range(300)], make)
    assert not grows_evenly(by_squares, make)


def make(more):
    return range(1200 * more)
