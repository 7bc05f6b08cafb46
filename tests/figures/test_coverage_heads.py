"""Heads of the coverage figure stand apart however many sources a brief has."""

import re

import pytest

from briefing.figures import coverage

DIGIT = 0.52  # the width of a digit of the condensed face, in sizes


@pytest.mark.parametrize("first", [1, 5, 95, 995])
@pytest.mark.parametrize("count", [1, 5, 9, 12])
def test_numbers_over_columns_do_not_run_together(first, count):
    columns = list(range(first, first + count))
    step = (coverage.WIDTH - coverage.NAME) / count
    heads = coverage._draw_heads(columns, step)
    sizes = {float(re.search(r'font-size="([\d.]+)"', head)[1]) for head in heads}
    assert len(sizes) == 1
    widest = max(len(str(column)) for column in columns) * DIGIT * max(sizes)
    assert widest < step * 0.9
