"""What sentences assert and count, as it is kept beside an article and held beside others."""

import pytest

from briefing.corpus import annotation
from briefing.languages.en.assertions.told import find_told, find_told_anew
from briefing.languages.packs import find_events, remember_events
from tests.events.making import read

TEXTS = [
    "The yard of Vellin dismissed 1,800 dockers on Monday. It had not sold the northern dock.",
    "Ilse Marr said the ferry cost $41.50 a head, about 12 percent more than in May.",
    "The Tarn Post reported on June 4 that three dockers were hurt. The quay is shut.",
    "In 1998 nine dockers died. On Monday the guild asked for 2.5 kilometres of fence.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_kept_of_an_article_is_what_would_be_found_anew(text):
    made, again = (read("a", text, "Tarn Post", "2025-06-12") for _ in range(2))
    codec = annotation.events_codec()
    remember_events(again, codec.decode(codec.encode(find_events(made))))
    assert find_told(again) == find_told_anew(again) == find_told(made)
    assert codec.encode(find_events(made)) == codec.encode(find_events(again))


def test_each_sentence_of_the_body_has_its_words_place_and_passage():
    made = read("a", "\n\n".join(TEXTS), "Tarn Post", "2025-06-12")
    told = find_told(made)
    passages = [one for one in made.passages if one.may_tell]
    assert [one.span for one in told] == [span for one in passages for span in one.sentences]
    assert all(one.words for one in told)
    assert {one.passage for one in told} == {one.number for one in passages}


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The yard of Vellin dismissed 1,800 dockers on Monday.", 1),
        ("The Tarn Post reported on June 4 that three dockers were hurt.", 0),
        ("In 1998 nine dockers died.", 0),
        ("The guild closed the gate in 2019.", 0),
    ],
)
def test_what_is_long_past_or_an_own_report_asserts_nothing(sentence, verbs):
    (told,) = find_told(read("a", sentence, "Tarn Post", "2025-06-12"))
    assert (len(told.assertions), bool(told.figures)) == (verbs, bool(verbs))
