"""Who says what, through whom, and what kind of saying it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en import names, speech
from briefing.model import Speech
from tests.languages.en.articles import article, seed


def find(text: str, outlet: str | None = None) -> list[Speech]:
    document, passages = article(text, outlet)
    entities, mentions = names.find_names(document, passages, ())
    return list(speech.find_speech(document, passages, entities, mentions))


def said(text: str) -> list[tuple[str, str]]:
    return [(item.speaker, text[item.start : item.end]) for item in find(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mary Jones said that the plan had failed.", "Mary Jones", "the plan had failed."),
        (
            "Mary Jones said on Monday that the plan had failed.",
            "Mary Jones",
            "the plan had failed.",
        ),
        (
            "Mary Jones, an economist, told the Daily Echo that it failed.",
            "Mary Jones",
            "it failed.",
        ),
        ("“The plan has failed,” Mary Jones said.", "Mary Jones", "“The plan has failed,”"),
        (
            "“The plan has failed,” said Mary Jones, an economist.",
            "Mary Jones",
            "“The plan has failed,”",
        ),
        ("The plan has failed, Mary Jones said.", "Mary Jones", "The plan has failed"),
        ("The plan has failed, according to Mary Jones.", "Mary Jones", "The plan has failed"),
        ("According to Mary Jones, the plan has failed.", "Mary Jones", "the plan has failed."),
        (
            "As Mary Jones told the Daily Echo, the plan has failed.",
            "Mary Jones",
            "the plan has failed.",
        ),
        ("Analysts say the plan is likely to fail.", "Analysts", "the plan is likely to fail."),
        ("Russian sources indicate that talks have begun.", "Russian sources", "talks have begun."),
        ("According to Russian experts, the plan is weak.", "Russian experts", "the plan is weak."),
        (
            "A spokesman for the army said the road was open.",
            "A spokesman for the army",
            "the road was open.",
        ),
        ("The Kremlin said the call covered trade.", "Kremlin", "the call covered trade."),
        (
            "The French daily Echo reported, citing sources, that talks have begun.",
            "Echo",
            "talks have begun.",
        ),
        (
            "Mary Jones recently praised the idea, noting that it costs little.",
            "Mary Jones",
            "it costs little.",
        ),
        ("Mary Jones, who saw it all, said the plan was dead.", "Mary Jones", "the plan was dead."),
        (
            "Green’s deputy, Robert Black, said the plan was dead.",
            "Robert Black",
            "the plan was dead.",
        ),
        (
            "Through this, Mary Jones concluded, the plan was saved.",
            "Mary Jones",
            "Through this, Mary Jones concluded, the plan was saved.",
        ),
        (
            "“It was late,” said Mary Jones of the consultancy Black & Green.",
            "Mary Jones",
            "“It was late,”",
        ),
        (
            "Its chief officer, Robert Black, told analysts in May that it rained.",
            "Robert Black",
            "it rained.",
        ),
        ("According to Mary Jones the plan was dead.", "Mary Jones", "the plan was dead."),
        (
            "According to Russian sources the plan was dead.",
            "Russian sources",
            "the plan was dead.",
        ),
        ("According to the team’s coach, Robert Black, it rained.", "Robert Black", "it rained."),
        (
            "The visit, according to Russian sources, was short.",
            "Russian sources",
            "The visit, according to Russian sources, was short.",
        ),
        (
            "The two sides agreed, with Mary Jones stating: “It is done.”",
            "Mary Jones",
            "“It is done.”",
        ),
        (
            "On Monday GM officials said the plant would close.",
            "GM officials",
            "the plant would close.",
        ),
        (
            "In the evening the officials said the plant would close.",
            "the officials",
            "the plant would close.",
        ),
        (
            "The Ministry of Health (MoH) says the plant will close.",
            "Ministry of Health",
            "the plant will close.",
        ),
        (
            "A new study documenting the use of salt has revealed many are ill.",
            "A new study documenting the use of salt",
            "many are ill.",
        ),
        (
            "A man who attended the meeting said it was short.",
            "A man who attended the meeting",
            "it was short.",
        ),
        (
            "The officials, however, said the plant would close.",
            "The officials",
            "the plant would close.",
        ),
        ("Critics fear that the plant will close.", "Critics", "the plant will close."),
        ("The survey found prices had fallen by half.", "The survey", "prices had fallen by half."),
        ("The city reasoned, “The plant will close.”", "The city", "“The plant will close.”"),
        ("Mary Jones told him the plant would close.", "Mary Jones", "the plant would close."),
        ("“It is late,” said the owner of the plant.", "the owner of the plant", "“It is late,”"),
        (
            "Paris and London announced talks on fishing rights.",
            "Paris and London",
            "talks on fishing rights.",
        ),
        (
            "French Prime Minister Anna Rossi on Monday left, saying the talks had failed.",
            "Anna Rossi",
            "the talks had failed.",
        ),
        ("Mary Jones told a news conference that it rained.", "Mary Jones", "it rained."),
        (
            "The Weather Service, citing data, said that it would rain.",
            "Weather Service",
            "it would rain.",
        ),
        (
            "Mary Jones met the press and said the plan was dead.",
            "Mary Jones",
            "the plan was dead.",
        ),
        (
            "The new authorities have kept calm and say they want no war.",
            "The new authorities",
            "they want no war.",
        ),
    ],
)
def test_a_source_clause_gives_speaker_and_content(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan failed on Monday, and nobody was surprised by it.",
        "It is too early to say that the plan has failed this time.",
        "Officials have not said why the plan failed so quickly.",
        "The stated aim of the continued presence is a lasting peace.",
        "They were twice denied visas to enter the United States.",
        "A condition characterised by a lack of sleep is very common.",
        "A resolution was passed, and then quoted by the newspapers.",
        "The man who said so left the town on the following day.",
        "The claims and reports of both states were never published.",
    ],
)
def test_what_the_outlet_says_itself_gives_no_speech(text: str) -> None:
    assert find(text) == []


def test_he_added_is_carried_from_the_speaker_before() -> None:
    text = (
        "John Smith, an expert with the Trade Council, said it was late. He added that the "
        "price was high."
    )
    first, second = find(text)
    assert (second.speaker, second.entity, second.role) == (
        first.speaker,
        first.entity,
        "an expert with the Trade Council",
    )
    assert (first.carried, second.carried) == (False, True)
    assert text[second.cue.start : second.cue.end] == "He added that"


def test_a_pronoun_that_may_be_two_men_names_no_speaker() -> None:
    text = "John Smith met Robert Black on Monday in Rome.\nHe explained that the price was high."
    assert [(item.speaker, item.entity) for item in find(text)] == [("", None)]


def test_a_relayed_source_is_called_what_the_article_calls_it() -> None:
    text = (
        "The French daily Echo quoted a source who attended the meeting as saying that it failed.\n"
        "The source also believed that more talks could help.\n"
        "The newspaper noted that the offices were closed.\n"
        "An Echo source attributed the delay to the weather."
    )
    assert [(item.speaker, item.relayed) for item in find(text)] == [
        ("a source who attended the meeting", "Echo"),
        ("a source who attended the meeting", "Echo"),
        ("Echo", ""),
        ("An Echo source", "Echo"),
    ]


def test_a_cue_before_a_colon_speaks_in_the_next_sentence() -> None:
    text = "Mary Jones commented on the outcome of the vote:\n“It is a great day for all of us.”"
    assert [speaker for speaker, _ in said(text) if speaker] == ["Mary Jones", "Mary Jones"]


def test_two_clauses_two_speakers() -> None:
    text = "The army said the road was open, but Mary Jones said it was closed."
    assert [speaker for speaker, _ in said(text)] == ["the army", "Mary Jones"] or [
        s for s, _ in said(text)
    ] == [
        "The army",
        "Mary Jones",
    ]


def test_they_and_it_go_on_with_the_last_speaker() -> None:
    text = (
        "The report’s authors say it is late. They say it will rain. The Trade Agency said no. "
        "It said so twice."
    )
    assert [(item.speaker, item.carried) for item in find(text)] == [
        ("The report’s authors", False),
        ("The report’s authors", True),
        ("Trade Agency", False),
        ("Trade Agency", True),
    ]


def test_many_sources_never_become_one_nor_one_many() -> None:
    text = "Russian sources say it is so. According to the same source, it was always so."
    assert [item.speaker for item in find(text)] == ["Russian sources", "the same source"]


def test_another_outlet_that_was_told_is_the_relay_but_not_the_article_s_own() -> None:
    text = "Mary Jones told the Daily Echo that the plan had failed."
    assert [item.relayed for item in find(text, "Morning Post")] == ["Daily Echo"]
    assert [item.relayed for item in find(text, "Daily Echo")] == [""]
    assert [item.relayed for item in find(text)] == [""]


def test_a_quotation_over_several_sentences_keeps_its_speaker() -> None:
    text = (
        "“We were late. We lost time,” John Smith said. “We shall be early.”\n“It will not "
        "happen again.”"
    )
    assert said(text) == [
        ("John Smith", "“We were late."),
        ("John Smith", "We lost time,”"),
        ("John Smith", "“We shall be early.”"),
        ("John Smith", "“It will not happen again.”"),
    ]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker(marks: str) -> None:
    opening, closing = marks
    text = (
        f"Robert Black said, {opening}The road was long and the work was hard.\n"
        "It was a very good day for all who were there.\n"
        f"We shall come again in the summer.{closing} Mary Jones said, {opening}We shall see "
        f"them.{closing}\n"
        "The hall was then closed for the night by the owners."
    )
    found = said(text)
    assert [speaker for speaker, _ in found] == ["Robert Black"] * 3 + ["Mary Jones"]
    assert [content.strip(marks) for _, content in found[1:]] == [
        "It was a very good day for all who were there.",
        "We shall come again in the summer.",
        "We shall see them.",
    ]


def test_marks_of_inches_and_of_a_new_quotation_go_on_with_none() -> None:
    text = (
        'Robert Black said, "The road was long and the work was hard.\n'
        'The pipe had a width of 6" at the time, and it lay in the old road.\n'
        'Then he left the hall with all his papers. "We shall go," he said.'
    )
    assert all(
        "pipe" not in content and "left the hall" not in content for _, content in said(text)
    )


def test_a_second_speaker_takes_the_second_quotation() -> None:
    text = "“No,” said Mary Jones. “They tried. They failed,” said Robert Black."
    assert [speaker for speaker, _ in said(text)] == ["Mary Jones", "Robert Black", "Robert Black"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Foreign Ministry announced that talks have begun.", "reported"),
        ("The state news agency Echo reported that troops left.", "reported"),
        ("Robert Black insisted that the troops had left already.", "claim"),
        ("A source said that the troops had left the town.", "claim"),
        ("Analysts said the deal is weak and full of holes.", "judgement"),
        ("Mary Jones predicted a cautious policy in the years ahead.", "judgement"),
        ("Robert Black said that the troops may leave the town.", "judgement"),
        ("He reportedly discussed the return of patrols in Rome.", "claim"),
        ("The support is seen as vital to the new government.", "judgement"),
        ("The talks have been described by analysts as an exercise in patience.", "judgement"),
    ],
)
def test_the_kind_of_saying(text: str, kind: str) -> None:
    assert [item.kind for item in find(text)] == [kind]


def test_hearsay_has_no_speaker() -> None:
    assert [item.speaker for item in find("He reportedly discussed the return of patrols.")] == [""]


def test_a_real_interview_is_one_speaker_throughout() -> None:
    document, passages = seed("003")
    entities, mentions = names.find_names(document, passages, ())
    expert = next(
        e for e in entities if e.role and "expert" in document.text[e.role.start : e.role.end]
    )
    spoken = [
        item
        for item in speech.find_speech(document, passages, entities, mentions)
        if item.entity == expert.key
    ]
    assert len(spoken) >= 15
    assert {item.kind for item in spoken} == {"judgement"}


@given(st.text(alphabet='AHhe said“”", .:that told X\n', max_size=160))
def test_spans_lie_inside_the_text(text: str) -> None:
    for item in find(text):
        assert 0 <= item.start <= item.end <= len(text)
        assert 0 <= item.cue.start < item.cue.end <= len(text)
        assert all(0 <= span.start < span.end <= len(text) for span in item.evidence)
