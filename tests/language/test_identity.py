"""What is remembered of readings: by identity, so many of them, and what others found."""

from briefing.language.identity import Remembered
from briefing.model import Reading
from tests.languages.en.articles import article


def an_article():
    document, passages = article("A word.")
    return Reading(document=document, passages=passages)


def test_an_article_is_asked_once_and_an_equal_one_again():
    asked = []
    remembered = Remembered(find=lambda one: asked.append(one) or len(asked), most=2)
    one, equal = an_article(), an_article()
    assert [remembered(one), remembered(one), remembered(equal)] == [1, 1, 2]
    assert len(asked) == 2


def test_what_was_found_elsewhere_is_not_asked_for():
    remembered = Remembered(find=len, most=2)  # which would raise
    one = an_article()
    remembered.put(one, 7)
    assert remembered(one) == 7


def test_the_oldest_is_forgotten():
    asked = []
    remembered = Remembered(find=lambda one: asked.append(one) or len(asked), most=2)
    first, second, third = an_article(), an_article(), an_article()
    for one in (first, second, third):
        remembered(one)
    assert [remembered(third), remembered(second), remembered(first)] == [3, 2, 4]
