"""An article read as a whole."""

from dataclasses import replace

import pytest

from briefing.languages.en import lexicon, reading
from tests.languages.en.articles import article, seed


@pytest.mark.parametrize("prefix", ["000", "001", "002", "003", "004"])
def test_a_reading_of_a_real_article_points_into_its_text(prefix: str) -> None:
    document, passages = seed(prefix)
    made = reading.read_language(document, passages, ())
    keys = {entity.key for entity in made.entities}
    assert made.passages == passages
    assert {mention.entity for mention in made.mentions} == keys
    assert {item.entity for item in made.speech} - {None} <= keys
    for entity in made.entities:
        assert document.text[entity.first.start : entity.first.end] in entity.forms
    assert list(made.mentions) == sorted(
        made.mentions, key=lambda mention: (mention.start, mention.end)
    )


def test_dropped_passages_are_kept_but_not_read() -> None:
    document, passages = article(
        "Mary Jones said that it rained.\nRobert Black said that it snowed."
    )
    made = reading.read_language(
        document, (passages[0], replace(passages[1], dropped="repeat")), ()
    )
    assert [entity.name for entity in made.entities] == ["Mary Jones"]
    assert [item.speaker for item in made.speech] == ["Mary Jones"]
    assert len(made.passages) == 2


def test_reading_twice_gives_the_same() -> None:
    document, passages = seed("003")
    assert reading.read_language(document, passages, ()) == reading.read_language(
        document, passages, ()
    )


def test_connectives_come_longest_first() -> None:
    lengths = [len(phrase) for phrase in lexicon.CONNECTIVES]
    assert lengths == sorted(lengths, reverse=True)
    assert set(lexicon.CONNECTIVES) >= lexicon.CONTRASTIVE


def test_every_form_of_a_saying_verb_has_its_kind() -> None:
    assert [lexicon.SAYING_VERBS[form] for form in ("said", "insists", "predicted", "denying")] == [
        "reported", "claim", "judgement", "claim",
    ]  # fmt: skip
