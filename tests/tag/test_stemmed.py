"""Terms in texts of languages other than English: by the stems of the text's own language."""

import pytest

from briefing.languages.packs import pack_for
from briefing.tag import stemmed
from briefing.tag.pattern import parse_entry


def found(code, text, *terms):
    """The words of a text that meet terms, in order."""
    phrases = [leaf for term in terms for one in parse_entry(term) for leaf in one.groups[0]]
    return [
        text[start:end] for start, end, _ in stemmed.find_phrases(phrases, pack_for(code), text)
    ]


@pytest.mark.parametrize(
    ("code", "text", "terms", "hits"),
    [
        ("ru", "Патрули вернулись: патруля ждали на базе.", ["патруль"], ["Патрули", "патруля"]),
        ("ru", "В военной полиции служат.", ["военная полиция"], ["военной полиции"]),
        ("ru", "Полиция военной части.", ["военная полиция"], []),
        ("ru", "Базу Хельм закрыли.", ["Хельм*"], ["Хельм"]),
        ("fr", "Les patrouilles ont patrouillé.", ["patrouille"], ["patrouilles", "patrouillé"]),
        ("de", "Die Häfen und der Hafen.", ["Hafen"], ["Häfen", "Hafen"]),
        ("es", "Los puertos y el puerto.", ["puerto"], ["puertos", "puerto"]),
        ("ar", "وبالميناء سفن، والميناء مغلق.", ["ميناء"], ["وبالميناء", "والميناء"]),
        ("uk", "Порт закрито, порту немає.", ["порт", "порту"], ["Порт", "порту"]),
        ("zh", "港口关闭，北港口开放。", ["港口"], ["港口", "港口"]),
        ("ru", "США и сша.", ["США"], ["США"]),
        ("ru", "Он сказал «порт закрыт».", ['"портом"'], []),
        ("fr", "Le port-franc de la ville.", ["port franc"], ["port-franc"]),
    ],
)
def test_a_term_is_found_in_the_forms_of_the_texts_language(code, text, terms, hits):
    assert found(code, text, *terms) == hits


def test_no_phrase_and_no_text_give_nothing():
    assert found("ru", "Порт закрыт.") == []
    assert found("ru", "", "порт") == []
