"""What opens a brief, and what it says it doesn't know."""

from dataclasses import replace

import pytest

from briefing.compose.bottom_line import bottom_line
from briefing.compose.gaps import fill_gap
from briefing.compose.gaps import find_gaps as found_gaps
from briefing.compose.opening import Opening
from briefing.compose.presence import Presence
from briefing.model import Brief, ClauseSupport, Frame, Known, Section
from briefing.registry.rules import find_rules
from tests.compose.making import candidate, document

SANK = "The ferry Marrow sank off Castren on Monday with forty people on board."
RISE = "The town of Vellin said on Friday that tolls on the lower river would rise by a tenth."
AFTER = "Divers reached the ferry Marrow, which sank off Castren with forty people on board."
OWNER = "The owner of the ferry Marrow, which sank off Castren, was heard by a court."
OLD = "Ships of grain came to the quay of Vellin all through the winter."


def told(text, name, day, *, position=0, hanging=0, **said):
    made = candidate(text, name, position=position, **said)
    return replace(
        made,
        hanging=hanging,
        statement=replace(made.statement, date=day, outlets=("Vellin Gazette",)),
    )


def opening(*sections, views=(), kinds=None, **presence):
    """Give the texts that open a brief of these sections, each a list of candidates; `presence`
    has what the articles make of those of a document, `kinds` what sort of article some are.
    """
    crowd = [one for section in sections for one in section]
    days = {one.document: one.statement.date for one in crowd}
    made = Opening(
        views=views,
        sections=[section_of(number, section) for number, section in enumerate(sections)],
        told={one.statement.key: one for one in crowd},
        documents={
            name: of_kind(document(name, "Vellin Gazette", day), (kinds or {}).get(name))
            for name, day in days.items()
        },
        as_of="2025-03-10",
        presence={
            one.statement.key: presence[one.document] for one in crowd if one.document in presence
        },
    )
    return [statement.text for statement in bottom_line(made)]


def of_kind(article, kind):
    known = Known(value=kind, basis="supplied") if kind else article.kind
    return replace(article, kind=known)


def section_of(number, section, title=""):
    statements = tuple(one.statement for one in section)
    return Section(
        slug=f"s{number}", title=title or f"S {number}", kind="digest", statements=statements
    )


def test_the_event_that_other_articles_lead_with_opens_the_brief():
    news = [told(RISE, "d1", "2025-03-07"), told(SANK, "d2", "2025-03-03")]
    later = [told(AFTER, "d3", "2025-03-05"), told(OWNER, "d4", "2025-03-09")]
    assert opening(news, later)[0] in {SANK, AFTER}
    assert opening([told(RISE, "d1", "2025-03-07")], [told(OLD, "d2", "2024-12-01")])[0] == RISE


def test_what_is_old_opens_no_brief_that_has_news():
    old, news = (
        [told(OLD, "d1", "2024-12-01")],
        [told(SANK, "d2", "2025-03-03"), told(RISE, "d3", "2025-03-07")],
    )
    more = [told("A court in Castren heard the master of the tug.", "d4", "2025-03-08")]
    assert (
        opening(
            old,
            news,
            more,
            [told("The mayor opened a school for the children in Sorrel.", "d5", "2025-03-06")],
        ).count(OLD)
        == 0
    )
    assert OLD in opening(old, news)


def test_the_event_that_most_articles_open_with_or_looked_ahead_to_comes_first():
    crowd = [told(SANK, "d1", "2025-03-03"), told(RISE, "d2", "2025-03-07")]
    assert opening(crowd, d1=Presence(openers=3))[0] == SANK
    assert opening(crowd, d1=Presence(openers=3), d2=Presence(awaited=4))[0] == RISE
    assert opening(crowd, d2=Presence(awaited=4, refrain=True))[0] == SANK


def test_one_piece_of_news_opens_a_brief_once():
    crowd = [
        told(SANK, "d1", "2025-03-03"),
        told(
            "Divers found none of the people who drowned when a boat went down at night.",
            "d2",
            "2025-03-04",
        ),
    ]
    assert len(opening(crowd)) == 2
    assert len(opening(crowd, d1=Presence(news="n"), d2=Presence(news="n"))) == 1


def test_nothing_that_a_later_article_overtook_opens_a_brief():
    crowd = [told(SANK, "d1", "2025-03-03"), told(RISE, "d2", "2025-03-07")]
    assert opening(crowd, d2=Presence(overtaken=True)) == [SANK]


def test_the_view_of_the_event_is_told_before_another():
    event = [told(SANK, "d1", "2025-03-03")]
    about = told(
        "Pilot Ilse Marchetti fears that no ferry off Castren is safe in a storm.",
        "d2",
        "2025-03-04",
        speaker="Ilse Marchetti",
        kind="judgement",
    )
    aside = told(
        "Grocer Anton Reves fears that apples will be dear for the whole spring.",
        "d3",
        "2025-03-08",
        speaker="Anton Reves",
        kind="judgement",
    )
    assert opening(event, [aside, about], views=("s1",))[1] == about.statement.text


def test_what_only_its_article_explains_does_not_open():
    vague = told("The ferry Marrow sank on Monday off Castren.", "d1", "2025-03-03", hanging=1)
    assert opening([vague, told(RISE, "d2", "2025-03-07")]) == [RISE]


def gaps(*sections, bottom=()):
    """Give the gaps of a brief of these sections, each a title with its candidates."""
    made = [section_of(number, crowd, title) for number, (title, crowd) in enumerate(sections)]
    brief = Brief(
        frame=Frame(title="T", slug="t"), as_of="2025-03-10", window="", bottom_line=tuple(bottom),
        sections=tuple(made), sources=(),
    )  # fmt: skip
    return found_gaps(brief, find_rules(brief, {}))


def talks(place, count, total):
    """Give candidates of which `count` speak of talks."""
    return [
        told(
            f"{'The talks of' if number < count else 'The'} {place} ran on in week {number}.",
            f"{place}{number}",
            None,
        )
        for number in range(total)
    ]


def test_the_open_question_is_the_one_that_the_opening_speaks_of():
    many, few = talks("Castren", 4, 5), talks("Vellin", 2, 5)
    said = [
        gap.slots["section"]
        for gap in gaps(("Many", many), ("Few", few))
        if gap.kind == "undecided"
    ]
    assert said == ["Many", "Few"]
    opened = gaps(("Many", many), ("Few", few), bottom=[few[0].statement.key])
    assert [gap.slots["section"] for gap in opened if gap.kind == "undecided"] == ["Few", "Many"]
    assert not [gap for gap in gaps(("Rare", talks("Sorrel", 1, 5))) if gap.kind == "undecided"]


def test_one_outlet_for_all_is_said_once():
    found = gaps(("One", talks("Castren", 0, 3)), ("Two", talks("Vellin", 0, 3)))
    assert [gap.text for gap in found if gap.kind in {"single", "one_outlet"}] == [
        fill_gap("sole", total="6", outlet="Vellin Gazette").text
    ]


def test_two_statements_that_confirm_each_other_are_one_point():
    """A clause of one is told by the passage that the other rests on: that is one event."""
    sank, struck = "Divers searched the quay of Castren after a ferry had gone down.", RISE
    first, second = told(SANK, "d1", "2025-03-03"), told(sank, "d2", "2025-03-04")
    other = replace(second.statement.citations[0], role="supports")
    shared = ClauseSupport(
        clause=SANK, start=0, end=len(SANK), outlets=(), origins=(), citations=(1,)
    )
    joined = replace(
        first,
        statement=replace(
            first.statement,
            citations=(*first.statement.citations, other),
            support=(shared,),
        ),
    )
    more = [told(struck, "d3", "2025-03-07"), told(OWNER, "d4", "2025-03-09")]
    assert {SANK, sank} <= set(opening([first], [second], more[:1]))
    assert len({SANK, sank} & set(opening([joined], [second], more))) == 1


@pytest.mark.parametrize(
    ("text", "clause", "points"),
    [
        (
            "A court lifted the order by which the town closed the quay; owners will be heard soon.",
            "the town closed",
            2,
        ),
        ("Tolls rose by a tenth nine days after the town closed the quay.", "the town closed", 2),
        ("The town closed the quay, and dockers went home.", "The town closed", 1),
    ],
)
def test_what_only_names_an_event_is_a_point_of_its_own(text, clause, points):
    shut = "The town of Castren closed the northern quay on Monday because of cracks in its wall."
    event, other = told(shut, "d1", "2025-03-03"), told(text, "d2", "2025-03-08")
    start = text.index(clause)
    cited = replace(event.statement.citations[0], role="supports")
    support = ClauseSupport(
        clause=clause, start=start, end=len(text) - 1, outlets=(), origins=(), citations=(1,)
    )
    statement = replace(
        other.statement, citations=(*other.statement.citations, cited), support=(support,)
    )
    assert len(opening([event], [replace(other, statement=statement)])) == points


def test_a_view_of_another_year_or_of_what_always_is_opens_nothing():
    event = [told(SANK, "d1", "2025-03-03")]
    old = told(
        "Pilot Ilse Marchetti feared in 2014 that no ferry off Castren is safe.",
        "d2",
        "2025-03-04",
        speaker="Ilse Marchetti",
        kind="judgement",
    )
    old = replace(old, statement=replace(old.statement, date="2014"))
    always = told(
        "Ferries off Castren are typically checked in the spring, pilot Ilse Marchetti thinks.",
        "d3",
        "2025-03-04",
        speaker="Ilse Marchetti",
        kind="judgement",
    )
    now = told(
        "Pilot Ilse Marchetti fears that no ferry off Castren is safe in a storm.",
        "d4",
        "2025-03-04",
        speaker="Ilse Marchetti",
        kind="judgement",
    )
    said = opening(event, [old, always, now], views=("s1",))
    assert said[1] == now.statement.text


MANY = (
    "Owners closed the northern quay of Vellin after a vote among eighty dockers.",
    "A fire destroyed three mills beside the upper river in Tolm, firemen said.",
    "Teachers in Sorrel began a strike over wages that parliament had cut twice.",
    "Judges in Arum freed two smugglers whose trial nobody could follow any more.",
    "Frost killed half of all apple trees that farmers had planted near Teyn.",
    "An engineer from Ostrel built a bridge of timber within eleven short weeks.",
    "The bishop in Lark sold his library to a museum for nine thousand crowns.",
    "Miners under Brod found silver where maps showed nothing but grey slate.",
    "Nurses of Marn got a clinic, a garden and two ambulances from a lottery.",
)


def test_a_longer_brief_has_more_points_and_none_more_than_five():
    crowd = [told(text, f"d{n}", "2025-03-07") for n, text in enumerate(MANY * 3)]
    assert [len(opening(crowd[:count])) for count in (4, 8)] == [3, 4]
    assert len(opening(crowd)) == 5


@pytest.mark.parametrize(
    ("day", "place", "points"),
    [("2025-03-03", 0, 1), ("2025-03-04", 0, 2), ("2025-03-03", 4, 2)],
)
def test_two_articles_that_open_with_one_day_of_one_person_are_one_point(day, place, points):
    first = told("The mayor Ruth Adeyemi came to Vellin to hear the pilots.", "d1", "2025-03-04")
    other = told("Dockers cheered Ruth Adeyemi on her walk along the quay.", "d2", "2025-03-04",
                 position=place)  # fmt: skip
    rows = [
        replace(one, statement=replace(one.statement, date=date))
        for one, date in ((first, "2025-03-03"), (other, day))
    ]
    assert len(opening(rows)) == points


def test_of_equals_what_leads_its_article_is_the_event():
    lead = told("The dam above Orlen burst in the night of the storm, officials said.", "d1", None)
    later = told(
        "The owner of the dam above Orlen opened the gates before the storm, officials said.",
        "d2",
        "2025-03-09",
        position=4,
    )
    assert opening([later, lead])[0] == lead.statement.text


def test_few_words_with_a_day_are_the_event():
    brief = "The fire of 4 March killed nine men."
    rest = [told(SANK, "d2", "2025-03-03"), told(RISE, "d3", "2025-03-07")]
    event = told(brief, "d1", "2025-03-04", position=1)
    known = {"d1": Presence(granted=0.5)}
    assert opening([event, *rest], **known)[0] == brief
    undated = replace(event, statement=replace(event.statement, date=None))
    assert brief not in opening([undated, *rest], **known)


def test_what_an_older_article_says_will_be_is_no_main_event():
    ahead = told("Castren and Vellin will open the lock in June.", "d1", "2025-03-03")
    rest = [told(RISE, "d2", "2025-03-07"), told(OWNER, "d3", "2025-03-09")]
    assert opening([ahead, *rest], d1=Presence(openers=5))[0] != ahead.statement.text


def test_of_leads_that_the_other_takes_for_granted_is_the_event():
    leads = [told(SANK, "d1", "2025-03-09"), told(RISE, "d2", "2025-03-09")]
    for granted in ("d1", "d2"):
        first = opening(leads, **{granted: Presence(granted=0.2)})[0]
        assert first == {"d1": SANK, "d2": RISE}[granted]


@pytest.mark.parametrize(
    "open_matter",
    [
        "A pilot of Castren said that the ferry Marrow was likely to be raised on Friday night.",
        "It is not clear who sent the ferry Marrow out of Castren in that storm.",
        "Pilots of Castren will vote on Friday on a strike for the ferry Marrow, not yet counted.",
    ],
)
def test_what_an_older_article_calls_open_is_no_point(open_matter):
    news = [told(SANK, "d1", "2025-03-09"), told(RISE, "d2", "2025-03-08")]
    more = [told(AFTER, "d4", "2025-03-08"), told(OWNER, "d5", "2025-03-09")]
    assert open_matter in opening([*news, told(open_matter, "d3", "2025-03-08", position=9)], more)
    old = told(open_matter, "d3", "2025-03-04", position=9)
    assert open_matter not in opening([*news, old], more)


def test_what_was_ahead_of_an_older_article_is_no_point():
    vote = "Pilots of Castren will vote on Friday on whether to serve the ferry of the river board."
    news = [told(SANK, "d1", "2025-03-09"), told(RISE, "d2", "2025-03-08")]
    assert vote in opening([*news, told(vote, "d3", "2025-03-08", position=9)])
    assert vote not in opening([*news, told(vote, "d3", "2025-03-04", position=9)])


def test_what_was_long_before_its_article_is_no_main_event():
    """An appointment of 1993 that an article of 2025 tells beside what was said on its day."""
    past = "Ruth Adeyemi was appointed to the river board of Vellin by the crown in the year 1993."
    said = "The pilot Ivo Castren said on Friday that he agrees with the river board of Vellin."
    old = told(past, "d1", "1993", position=12)
    new = told(said, "d2", "2025-03-07", position=9, kind="claim", speaker="Ivo Castren")
    made = Opening(
        views=(),
        sections=[section_of(0, [old, new])],
        told={one.statement.key: one for one in (old, new)},
        documents={name: document(name, "Vellin Gazette", "2025-03-07") for name in ("d1", "d2")},
        as_of="2025-03-10",
        presence={},
    )
    assert bottom_line(made)[0].text == said


WARNED = "The owner of the Castren lock was warned in May 2023 that its northern wall was leaking."
CRACK = (
    "A crack in the Castren lock closed the canal on Thursday and held up forty barges of grain."
)
PUMPS = (
    "The canal at the Castren lock stayed closed on Friday, and forty barges of grain lay there."
)
TALKS = (
    "The mayor met the dredgers of Sorrel on Saturday and promised them a new berth by the mill."
)


def test_what_an_article_opens_with_is_a_point_of_whichever_day_it_tells():
    leads = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08")]
    warned = told(WARNED, "d3", "2023-05")
    made = Opening(
        views=(),
        sections=[section_of(0, [*leads, warned])],
        told={one.statement.key: one for one in [*leads, warned]},
        documents={
            name: document(name, "Vellin Gazette", "2025-03-07") for name in ("d1", "d2", "d3")
        },
        as_of="2025-03-10",
    )
    assert WARNED in [statement.text for statement in bottom_line(made)]


@pytest.mark.parametrize(("first", "points"), [("2025-02-12", 4), ("2025-01-20", 3)])
def test_in_articles_of_one_month_none_is_too_old_to_open(first, points):
    leads = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08")]
    older = [told(RISE, "d3", first), told(OLD, "d4", "2025-03-07")]
    rest = [told(f"Mill {name} ground {name} rye.", name, "2025-03-01") for name in "ABCDE"]
    assert len(opening([*leads, *older], rest)) == points


def test_what_is_added_says_most_that_no_point_says_yet():
    first = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08")]
    more = [told(PUMPS, "d3", "2025-03-07"), told(RISE, "d4", "2025-03-07")]
    points = opening([*first, *more], d1=Presence(openers=3))
    assert RISE in points
    assert PUMPS not in points


def test_what_tells_nothing_as_done_is_added_last():
    leads = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08")]
    rest = [told(OLD, "d3", "2025-03-07", position=3), told(RISE, "d4", "2025-03-07", position=3)]
    points = opening([*leads, *rest], d1=Presence(openers=3), d4=Presence(done=True))
    assert RISE in points
    assert OLD not in points


def test_one_who_speaks_in_a_point_is_not_heard_again_before_others():
    leads = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08", speaker="Ada Lind")]
    same = told(RISE, "d3", "2025-03-07", speaker="Ada Lind")
    other = told(OLD, "d4", "2025-03-07", speaker="Bo Strand")
    points = opening([*leads, same, other])
    assert OLD in points
    assert RISE not in points


def test_what_is_disputed_still_is_a_point():
    disputed = (
        "Whether the miller sold the spoiled grain or was sent it by mistake is still disputed."
    )
    leads = [told(CRACK, "d1", "2025-03-06"), told(TALKS, "d2", "2025-03-08")]
    rest = [told(RISE, "d3", "2025-03-08"), told(disputed, "d4", "2025-03-08", position=8)]
    assert disputed in opening([*leads, *rest])


def titled(title, text, name, day, **said):
    """What opens an article of that title, and the article."""
    made = told(text, name, day, **said)
    article = replace(document(name, "G", day), title=Known(value=title, basis="stated"))
    return made, article


def lines(*pairs):
    """The texts that open a brief of candidates, each with its article."""
    crowd = [made for made, _ in pairs]
    made = Opening(
        views=(),
        sections=[section_of(0, crowd)],
        told={one.statement.key: one for one in crowd},
        documents={article.id: article for _, article in pairs},
        as_of="2025-03-10",
        presence={},
    )
    return [statement.text for statement in bottom_line(made)]


WAIT = "Ida Brandt stood at the window of her kitchen and counted the boats that came home."
SEIZED = "Police seized the papers of the ferry line on Sunday and held two of its engineers."


@pytest.mark.parametrize(
    ("title", "newest"),
    [
        ("'They knew it'", False),
        ("A town that lives by boats", True),
        ("Widow of Castren counts the days", True),
        ("", True),
    ],
)
def test_what_has_no_word_of_its_title_is_no_newest_change(title, newest):
    sank = titled("Ferry sinks off Castren", SANK, "d1", "2025-03-03")
    seized = titled("Police hold engineers", SEIZED, "d2", "2025-03-08")
    scene = titled(title, WAIT, "d3", "2025-03-09")
    if not title:
        scene = (scene[0], replace(scene[1], title=None))
    assert (lines(sank, seized, scene)[1] == WAIT) is newest


@pytest.mark.parametrize(
    "words",
    [
        "The line denied that its ferry had been overloaded on the day.",
        "Surveyors put the damage at nine million crowns, three times what the line had said.",
        "The report contradicts the master, who had spoken of a wave of nine metres.",
        "Its director rejected the claim that the doors had been open at sea.",
    ],
)
def test_who_contradicts_whom_is_a_point(words):
    sank = titled("Ferry sinks off Castren", SANK, "d1", "2025-03-03")
    others = [
        titled(f"{word} news", f"{word} news came from the harbour of Vellin on Sunday.", name, day)
        for word, name, day in (("Rye", "d3", "2025-03-08"), ("Grain", "d4", "2025-03-07"))
    ]
    further = titled("Ferry line", words, "d2", "2025-03-09", position=6)
    assert words in lines(sank, *others, further)[:3]


def test_a_view_from_before_the_event_says_nothing_of_it():
    sank = told(SANK, "d1", "2025-03-03")
    view = "The ferry Marrow will sink one day, Ruth Adeyemi said in Castren to the council."
    said = {"position": 3, "speaker": "Ruth Adeyemi", "kind": "judgement"}
    rise = told(RISE, "d3", "2025-03-07")
    late = opening([sank, rise], [told(view, "d2", "2025-03-05", **said)], views=("s1",))
    early = opening([sank, rise], [told(view, "d2", "2025-02-27", **said)], views=("s1",))
    assert (late[2], view in early[:2]) == (view, False)


def test_an_article_s_second_sentence_stands_in_for_one_that_cannot_be_told():
    guards = "Harbour guards say a pilot from Tolm claims that he sank the ferry before he fled."
    rare = "Wrecks off Castren are rare. The last known one was found in the spring of the year."
    second = told(guards, "d1", None, position=1, hanging=1)
    later = told(rare, "d1", "2024-03", position=11)
    done = {"d1": Presence(done=True)}
    assert opening([later, second], **done)[0] == guards
    elsewhere = told(guards, "d2", None, position=7, hanging=1)
    assert opening([later, elsewhere], **done)[0] == rare


def test_the_newest_lead_may_be_long():
    """What changed last is said, though its sentence and the next have seventy words."""
    last = (
        "The board of Vellin kept the tolls of the lower river on Friday as a second count of the "
        "ships of the spring cut the sum that it lacks to 1,874 crowns, too little a change to ask "
        "for more. The port of Castren said its men had found nine slips in four of its old books."
    )
    first = told(SANK, "d1", "2025-03-03")
    newest = told(last, "d2", "2025-03-07")
    assert len(last.split()) > 56
    assert opening([first, newest], d1=Presence(openers=3)) == [SANK, last]


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        (("release", "report"), RISE),
        (("release", "release"), SANK),
        (("report", "report"), SANK),
        ((None, "report"), SANK),
    ],
)
def test_a_partys_release_gives_way_to_a_report_as_the_event(kinds, first):
    crowd = [told(SANK, "d1", "2025-03-07"), told(RISE, "d2", "2025-03-07")]
    assert opening(crowd, kinds=dict(zip(("d1", "d2"), kinds, strict=True)))[0] == first


@pytest.mark.parametrize(
    ("kind", "day", "points"),
    [("release", "2025-03-09", 1), ("release", "2025-03-05", 2), ("report", "2025-03-09", 2)],
)
def test_a_release_opens_with_nothing_that_the_report_beside_it_opens_with(kind, day, points):
    issued = "By order of the mayor the ferries of the firm Marrow have been tied up until June."
    found = opening(
        [told(SANK, "d1", "2025-03-08"), told(issued, "d2", day)],
        kinds={"d1": "report", "d2": kind},
    )
    assert len(found) == points
