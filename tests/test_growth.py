"""The measure that other tests trust: even growth from growth by squares."""

from tests import growth


def test_even_growth_is_told_from_growth_by_squares(monkeypatch):
    assert growth.grows_evenly(lambda given: [one for one in given for _ in range(75)], make)
    monkeypatch.setattr(growth, "spent", lambda work, given: work(given))
    assert growth.grows_evenly(len, make)
    assert not growth.grows_evenly(lambda given: len(given) ** 2, make)


def test_what_a_work_takes_is_told_in_seconds_of_this_process():
    little, much = (growth.spent(lambda given: [*given], range(n)) for n in (10, 1_000_000))
    assert 0 <= little < much < 60


def make(more):
    return range(1200 * more)
