"""What a language's tag says apart from region and script."""

import pytest

from briefing.languages import primary_code


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("zh-Hant-TW", "zh")]
)
def test_region_and_case_make_no_language(tag: str, code: str) -> None:
    assert primary_code(tag) == code
