"""What is worth less: colour, trivia, what somebody said long ago, articles on something else."""

from dataclasses import replace

import pytest

from briefing.compose.select import select_candidates
from briefing.compose.weights import find_median
from briefing.compose.worth import (
    find_asides,
    is_slight,
    is_unheard,
    weigh_anecdotes,
    weigh_asides,
    weigh_elsewhere,
    weigh_old_sayings,
    weigh_quips,
    weigh_revising,
    weigh_slight,
)
from briefing.languages.en.sameness import vocabulary
from briefing.model import Evidence
from tests.compose.making import candidate, shortlist, weights
from tests.events.making import read


@pytest.mark.parametrize(
    "text",
    [
        "The plan of Vellin for the quay drew sharp reactions from both parties.",
        "Ruth Adeyemi was speaking to reporters after talks with the envoy of Tolm in Vellin.",
        "The mayor declined to answer reporters' questions about the fire in Vellin.",
        "The minister said he had full confidence in Ruth Adeyemi.",
        "Call a doctor if the child has a fever, says Ivo Castren of the clinic in Vellin.",
        "The offer to the dockers received positive coverage from some papers.",
        "The briefing had taken on the sharp tone of a feud between the two towns.",
        "The vote only served to highlight the depth of the divide in Vellin.",
        "Over hamburgers, the master explained the plan to the mayor of Tolm.",
        "The mayor was 5-foot-11 when she was last measured in Vellin.",
        "The whole hearing in Vellin lasted about 50 minutes.",
        "Ruth Adeyemi declined to comment on the plan for the quay.",
        "Ruth Adeyemi made the comments in Vellin before some forty dockers.",
        "The remarks came a day after the fire in Vellin.",
        "The rule is just the latest in a set of rules on the harbour of Vellin.",
        "Questions were raised on how Vellin would treat the pilots of Tolm.",
        "The mayor and the bishop were all smiles as they came out of the mill.",
        "“I would also like to thank my family for their support,” Ivo Castren said.",
        "The owners of the quay did not immediately respond to a request for comment.",
        "Few people outside Tolm can find Vellin on a map.",
        "Most readers have never heard of the mill of Castren.",
        "Not many visitors could place the harbour of Vellin.",
        "“No mother in Vellin should have to fear a spoon,” the mayor said.",
        "“We will not rest until we know what happened,” said Ivo Castren.",
        "“Nobody is above the law,” the president told the dockers of Vellin.",
        "The general secretary of the guild deplores the loss of life in Vellin.",
        "The mayor of Tolm extended her condolences to the families in Vellin.",
        "The council of Castren said it was “deeply concerned”.",
        "“We will defend every inch of the quay,” the mayor told the dockers.",
        "To understand why the mill has set the town on edge, it helps to go back eight years.",
        "For anyone who follows the ferries of Tarn, the story has a dismal familiarity.",
        "There is a poster in the hall of the guild that shows the mill in flames.",
        "08:30 Welcome back to our page on the second count of the votes in Tarn.",
        "17:05 The lawyer Pia Sant has been speaking to families outside the court.",
        "The Brenna Line shares the grief of all who lost somebody on the ferry.",
        "The guild has learned with regret of the step against its keeper.",
    ],
)
def test_colour_and_trivia_are_slight(text):
    assert is_slight(text)


@pytest.mark.parametrize(
    "text",
    [
        "The strike in Vellin lasted eleven days and cost the port two million marks.",
        "The rise in tolls prompted the council of Tolm to close the lower bridge.",
        "The storm sparked a fire that destroyed three mills.",
        "The council voted that it had no confidence in Ruth Adeyemi.",
        "Calls for a doctor in Vellin went unheard all night.",
        "Ruth Adeyemi received 46 months in prison for the fraud.",
        "The court won back the right to hear the case.",
        "The mayor refused to sign the treaty with Tolm.",
        "Tolm is the latest to sign the treaty, and the ninth.",
        "The clerk raised the question of the toll, and the council cut it.",
        "Ruth Adeyemi made comments on the price of rye that cost her the office.",
        "Few people in Vellin could find a doctor after the flood.",
        "The guild regrets the law on tolls and will go to court in Tolm.",
        "The council is deeply concerned by the cracks and shut the quay of Vellin.",
        "The law says that no child in Vellin should work before it is fourteen.",
        "Most dockers have heard from the guild that they will be paid.",
    ],
)
def test_news_that_reads_alike_is_not(text):
    assert not is_slight(text)


@pytest.mark.parametrize(
    ("text", "slight"),
    [
        ("The line regrets the disruption that the strike caused to its guests.", True),
        ("Orvill Steel expresses its deep sympathy with the families of Vellin.", True),
        ("Orvill Steel expressed its sorrow. It will pay one million crowns.", True),
        (
            "Orvill Steel expresses its deep sympathy. Its heap slid. It will pay a million crowns.",
            False,
        ),
        ("The line regrets the ruling and will go to court in Tolm.", False),
    ],
)
def test_that_somebody_is_sorry_is_colour_unless_more_is_told(text, slight):
    assert is_slight(text) is slight


def test_colour_is_told_only_where_a_section_has_nothing_better():
    plain = candidate("The council of Vellin closed the northern quay after a vote.", "d1")
    colour = candidate("The closing of the quay drew sharp reactions from both parties.", "d2")
    both = weigh_slight([plain, colour])
    assert [one.weight < 1 for one in both] == [False, True]

    def told(*some):
        lists = [shortlist(some, statements=5)]
        (row,) = select_candidates(lists, weights(*lists), {})
        return [one.statement.text for one in row]

    assert told(*both) == [plain.statement.text]
    assert told(both[1]) == [colour.statement.text]


def test_words_of_somebody_whom_nothing_shows_are_worth_less():
    evidence = tuple(
        Evidence(document="d1", start=0, end=len(words), quote=words) for words in ("he", "he said")
    )
    for speaker, worth in (("", 0.4), ("Ruth Adeyemi", 1.0)):
        made = candidate("“The quay must open again,” he said.", speaker=speaker, kind="claim",
                         evidence=evidence)  # fmt: skip
        assert [one.weight for one in weigh_slight([made])] == [worth]
        pinned = replace(made, statement=replace(made.statement, pinned=True))
        assert weigh_slight([pinned]) == (pinned,)
    hearsay = candidate("The quay reportedly fell.", kind="claim", evidence=evidence[:1])
    assert weigh_slight([hearsay]) == (hearsay,)


def test_what_somebody_said_long_before_his_article_is_worth_less():
    article = read("d1", "Ruth Adeyemi spoke of the quay in Vellin.", published="2025-03-12")
    made = candidate(
        "Ruth Adeyemi said in 2014 that the quay would fall.",
        "d1",
        position=3,
        speaker="Ruth Adeyemi",
        evidence=(Evidence(document="d1", start=0, end=12, quote="Ruth Adeyemi"),),
    )
    old, new = (
        replace(made, statement=replace(made.statement, date=day)) for day in ("2014", "2025-03-11")
    )
    assert [one.weight < 1 for one in weigh_old_sayings([old, new], [article])] == [True, False]
    opener = replace(old, position=0)  # what an article opens with has come out now
    assert weigh_old_sayings([opener], [article]) == (opener,)


@pytest.mark.parametrize(
    ("text", "date", "place", "worth"),
    [
        ("A quay in Brenta fell in 2014.", "2014", 3, 0.4),
        ("A quay in Tolm fell in 2014.", "2014", 3, 1.0),  # of which a second article speaks
        ("A quay in Vellin fell in 2014.", "2014", 3, 1.0),  # with which an article opens
        ("A quay in Brenta fell on Monday.", "2025-03-10", 3, 1.0),
        ("A quay in Brenta fell in 2014.", "2014", 0, 1.0),
        ("A quay had fallen in 2014.", "2014", 3, 1.0),
    ],
)
def test_what_long_ago_befell_others_is_worth_less(text, date, place, worth):
    articles = [
        read(name, text, published="2025-03-12")
        for name, text in (
            ("d1", "The quay of Vellin fell on Monday. Pilots came from the harbour of Tolm."),
            ("d2", "Ships of grain lay idle. The harbour of Tolm took the first of them in."),
        )
    ]
    made = candidate(text, "d1", position=place)
    made = replace(made, statement=replace(made.statement, date=date))
    assert [one.weight for one in weigh_elsewhere([made], articles)] == [worth]
    pinned = replace(made, statement=replace(made.statement, pinned=True))
    assert weigh_elsewhere([pinned], articles) == (pinned,)


def test_an_opinion_is_said_on_the_day_of_its_article_whoever_wrote_it():
    article = read("d1", "The quay of Vellin fell in 2014.", published="2025-03-12")
    for author in ("", "Ruth Adeyemi"):
        made = candidate("The quay of Vellin fell in 2014.", "d1", speaker=author, kind="judgement")
        told = replace(made, statement=replace(made.statement, date="2014"))
        assert weigh_old_sayings([told], [article]) == (told,)


LEADS = (
    "A quake in Vellin cut the oil pipe and killed six people on Thursday.",
    "Vellin stopped its exports of oil after the quake had cut its pipe.",
    "Tolm will lend oil to Vellin, whose pipe the quake has cut.",
    "The quake cost Vellin nine hundred million crowns in lost oil.",
    "Bond futures in Ostrel fell as jobs grew faster than brokers had thought.",
)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Ilse Marr, 61, had baked bread since the early morning.", 0.4),
        ("The old baker swept her floor once more.", 0.4),
        ("A quake in Vellin cut the oil pipe of a bakery.", 1.0),
    ],
)
def test_a_scene_that_opens_an_article_is_colour(text, worth):
    articles = [read(f"d{n}", one) for n, one in enumerate((*LEADS[:-1], text))]
    made = candidate(text, "d4")
    assert [one.weight for one in weigh_anecdotes([made], articles)] == [worth]
    assert weigh_anecdotes([made], articles[1:]) == (made,)
    foreign = replace(made, language="ar")
    assert weigh_anecdotes([foreign], articles) == (foreign,)
    cited = replace(made.statement.citations[0], start=400, end=440)
    later = replace(made, statement=replace(made.statement, citations=(cited,)))
    assert weigh_anecdotes([later], articles) == (later,)
    pinned = replace(made, statement=replace(made.statement, pinned=True))
    assert weigh_anecdotes([pinned], articles) == (pinned,)


def test_an_article_that_opens_on_something_else_is_an_aside():
    articles = [read(f"d{n}", text) for n, text in enumerate(LEADS)]
    subject = vocabulary("The quake of Vellin")
    assert find_asides(articles, subject) == {"d4"}
    assert find_asides(articles[1:], subject) == frozenset()
    assert "d4" not in find_asides(articles, vocabulary("Bond futures"))
    assert find_asides(articles, frozenset()) == frozenset()
    aside = candidate("Brokers had thought that fewer jobs would be found.", "d4")
    about = candidate("Brokers said that the quake of Vellin had moved the price of oil.", "d4")
    weighed = weigh_asides([aside, about], find_asides(articles, subject), "The quake of Vellin")
    assert [one.weight < 1 for one in weighed] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Adeyemi lost four seats of her party in the council on Sunday, the board said.",
        "Voters gave Ruth Adeyemi no second term.",
        "A court freed the brother of Ruth Adeyemi.",
    ],
)
def test_an_article_that_opens_with_somebody_of_another_is_no_aside(text):
    first = "Mayor Ruth Adeyemi said the quake in Vellin killed six people on Thursday."
    articles = [read(f"d{n}", one) for n, one in enumerate((first, *LEADS[1:-1], text))]
    assert find_asides(articles, vocabulary("The quake of Vellin")) == frozenset()
    alone = [read(f"d{n}", one) for n, one in enumerate((*LEADS[:-1], text))]
    assert find_asides(alone, vocabulary("The quake of Vellin")) == {"d4"}


def test_a_quotation_is_told_once():
    said = "“It is great that outrage has forced the mayor to think again about the quay”"
    one = candidate(f"Dockers cheered in the harbour of Tolm. {said}, Ruth Adeyemi said.", "d1")
    other = candidate(
        f"Pilots, captains and masters from nine towns met on Friday and heard it: {said}, she "
        "wrote to the council of Ostrel and to its clerk.",
        "d2",
    )
    lists = [shortlist([one, other], statements=5)]
    (row,) = select_candidates(lists, weights(*lists), {})
    assert len(row) == 1


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("“When you were little your mother had to jump in,” a docker said.", 0.4),
        ("“The oil of Vellin has to flow before the winter comes,” a docker said.", 1.0),
        ("When you were little your mother had to jump in, a docker said.", 1.0),
    ],
)
def test_a_quotation_without_a_word_of_what_the_articles_are_about_is_worth_less(text, worth):
    articles = [read(f"d{n}", text) for n, text in enumerate(LEADS)]
    made = candidate(text, "d9")
    assert [one.weight for one in weigh_quips([made], articles, "The quake of Vellin")] == [worth]
    assert weigh_quips([made], [], "The quake of Vellin") == (made,)
    pinned = replace(made, statement=replace(made.statement, pinned=True))
    assert weigh_quips([pinned], articles, "The quake of Vellin") == (pinned,)


@pytest.mark.parametrize(
    ("voice", "unheard"),
    [
        ("her lawyer", False),
        ("he", True),
        ("the spokesman", False),
        ("their union", False),
        ("the prefecture", False),
        ("its court-appointed administrator", False),
        ("Renner", False),
        ("the", True),
        ("she", True),
    ],
)
def test_who_is_known_by_an_office_is_heard(voice, unheard):
    said = [Evidence(document="d1", start=0, end=1, quote=words) for words in (voice, "said that")]
    one = candidate("Police asked Ruth Adeyemi for five hours.", kind="claim", evidence=tuple(said))
    assert is_unheard(one.statement) is unheard


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("A captain of Tolm has admitted that his men fired, contradicting the mayor.", 1.3),
        ("The mayor had insisted on Sunday that nobody had left the quay of Vellin.", 1.3),
        ("Two sailors whom Tolm presented as victims of the storm died in a feud.", 1.3),
        ("The firm called its earlier statement on the quay inaccurate.", 1.3),
        ("The firm said on Sunday that the quay of Vellin was safe.", 1.0),
        ("The court admitted nine dockers of Vellin to the hall.", 1.0),
    ],
)
def test_what_sets_right_what_was_said_is_worth_more(text, worth):
    assert [one.weight for one in weigh_revising([candidate(text)])] == [worth]


@pytest.mark.parametrize(
    ("numbers", "middle"), [((3.0,), 3.0), ((5, 1, 3), 3), ((4.0, 1.0), 2.5), ((1, 9, 2, 4), 3.0)]
)
def test_the_median_is_the_middle_one_or_between_the_two(numbers, middle):
    assert find_median(iter(numbers)) == middle
    with pytest.raises(IndexError):
        find_median(())
