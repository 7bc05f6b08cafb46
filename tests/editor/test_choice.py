"""Whatever an editor answers, the brief is one that the program could have told, and verifies."""

import json
from collections import Counter

import pytest

from briefing.compose.editing.section import (
    BACKGROUND,
    KEPT,
    NO_ROOM,
    STRANGE,
    TOLD,
    TOO_MUCH,
)
from briefing.languages import packs
from briefing.languages.en import lexicon
from briefing.languages.en.asked import answers_terms
from briefing.model import OPENING
from tests.editor import hostile, worlds

TOPICS = ("reservoir", "harbour", "seeds")
# how many answers `make soak` tries: 1,000 random and 200 hostile ones in all
RANDOM = {"reservoir": 440, "harbour": 440, "seeds": 120}
HOSTILE = {"reservoir": 90, "harbour": 90, "seeds": 20}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A function from a topic's name to the topic, read once."""
    opened = {}

    def find(name):
        if name not in opened:
            folder = tmp_path_factory.mktemp("worlds") / name
            opened[name] = worlds.open_world(name, folder)
        return opened[name]

    return find


def hold(told):
    """Hold a brief to all that an editor may not change."""
    hold_statements(told)
    hold_bounds(told)
    hold_analyst(told)
    verdict = told.verdict()
    assert not verdict.failures


def hold_statements(told):
    """Every statement is one that its section may tell, with each edit, quote and speaker of it,
    and no edit drops what a reader must know."""
    allowed, careful = told.world.allowed(), lexicon.HEDGES | lexicon.NEGATIONS
    readings = {one.document.id: one for one in told.world.considered.readings}
    for section in told.brief.sections:
        for one in section.statements:
            own = allowed[section.slug][one.key].statement
            bases = tuple(c for c in one.citations if c.role == "basis")
            assert (one.text, one.parts, bases) == (own.text, own.parts, own.citations)
            for part in one.parts:
                quote = one.citations[part.citation].quote
                for edit in part.edits:
                    words = quote[edit.start : edit.end].lower().replace(",", "").split()
                    assert edit.op != "drop" or not careful & set(words)
            reading = readings[bases[0].document]
            sentences = [s for p in reading.passages for s in p.sentences]
            spans = [s for s in sentences for c in bases if c.start <= s.start and s.end <= c.end]
            assert not packs.leaves_answer_out(reading, spans)


def hold_bounds(told):
    """No statement stands twice, no section over its room, no source over its share."""
    plain = told.world.plain()
    keys = [key for row in told.rows().values() for key in row]
    assert len(keys) == len(set(keys))
    families = {
        one: family.id
        for family in told.world.considered.holdings.families
        for one in family.documents
    }
    for section, own in zip(told.brief.sections, plain.brief.sections, strict=True):
        kind = told.world.job.sections[section.slug]
        if kind.statements is not None and kind.words is None:
            assert len(section.statements) <= kind.statements
        assert len(section.statements) >= len(own.statements) / 2 - 1
        if told.brief.editor is None or kind.statements is None:
            continue
        pinned = sum(one.pinned for one in section.statements)
        now, was = (
            Counter(families[one.citations[0].document] for one in each.statements)
            for each in (section, own)
        )
        fair = max(1, int(told.world.job.editing.share * len(own.statements)))
        if told.brief.editor.find_part(section.slug) is None:
            assert [one.key for one in own.statements] == [one.key for one in section.statements]
            continue
        assert all(count <= max(fair, was[name]) + pinned for name, count in now.items()), (
            section.slug,
            fair,
            was,
            now,
        )
    assert len(told.brief.bottom_line) >= min(2, len(plain.brief.bottom_line))
    assert len(told.brief.bottom_line) <= 5


def hold_analyst(told):
    """Pins are told, questions that can be answered are, and what is withdrawn is not told."""
    plain = told.world.plain()
    rows = told.rows()
    for slug, pins in told.world.decided.pins.items():
        assert {one.statement.key for one in pins} <= set(rows[slug])
    for section, own in zip(told.brief.sections, plain.brief.sections, strict=True):
        for question in section.questions:
            able = any(answers_terms(one.text, question.terms) for one in own.statements)
            told_so = any(answers_terms(one.text, question.terms) for one in section.statements)
            assert told_so or not able
    gone = {
        e.id for e in told.brief.sources if e.document and "Withdrawn" in str(e.document.caveats)
    }
    cited = {c.document for s in told.brief.sections for one in s.statements for c in one.citations}
    assert not gone & cited


@pytest.mark.soak
@pytest.mark.parametrize("topic", TOPICS)
def test_random_answers_tell_nothing_that_the_program_could_not(world, topic, count):
    for number in range(count(3, RANDOM[topic])):
        rng = worlds.seeded(topic, number)
        hold(world(topic).tell(lambda request, rng=rng: hostile.random_answer(request, rng)))


@pytest.mark.soak
@pytest.mark.parametrize("topic", TOPICS)
def test_hostile_answers_tell_nothing_that_the_program_could_not(world, topic, count):
    for number in range(count(4, HOSTILE[topic])):
        rng = worlds.seeded(f"hostile {topic}", number)
        hold(world(topic).tell(lambda request, rng=rng: hostile.hostile_answer(request, rng)))


def test_an_editor_that_says_what_the_program_says_changes_nothing(world):
    plain = world("harbour").tell(lambda _: None)
    own = {slug: set(row) for slug, row in plain.rows().items()}
    own[OPENING] = set(plain.brief.bottom_line)

    def repeat(request):
        names = {key: name for name, key in request.numbers.items()}
        names |= {key: name for name, (_, key) in request.joins.items()}
        wanted = [names[key] for key in own[request.subject] if key in names]
        drops = [
            name for name, (_, short) in request.drops.items() if short in own[request.subject]
        ]
        joined = [name for name in wanted if name in request.joins]
        members = [one for name in joined for one in request.joins[name][0]]
        tell = [name for name in wanted if name not in joined] + members
        tell += [name[:-1] for name in drops]
        return json.dumps({"tell": tell, "drop": drops, "joins": joined})

    told = world("harbour").tell(repeat)
    assert {slug: set(row) for slug, row in told.rows().items()} == {
        slug: row for slug, row in own.items() if slug != OPENING
    }


def test_the_order_of_an_answer_decides_which_article_a_section_begins_with(world):
    def last_first(request):
        return json.dumps({"tell": list(request.numbers)[::-1]})

    def first_first(request):
        return json.dumps({"tell": list(request.numbers)})

    ends = [
        world("harbour").tell(write).brief.sections[1].statements[0].citations[0].document
        for write in (first_first, last_first)
    ]
    assert ends[0] != ends[1]


def test_what_an_answer_may_not_have_is_refused_by_itself_with_the_reason(world):
    def greedy(request):
        return json.dumps({"tell": [*list(request.numbers)[::-1], "999"], "drop": [], "joins": []})

    told = world("reservoir").tell(greedy)
    part = told.brief.editor.find_part("dam")
    reasons = {one.reason for one in part.refused}
    assert reasons <= {NO_ROOM, TOLD, TOO_MUCH, STRANGE, BACKGROUND, KEPT, "repeats what is told"}
    assert {NO_ROOM} <= reasons
    assert part.reply.misread == 1
    accepted = set(part.reply.chosen) - {one.key for one in part.refused}
    assert accepted <= set(told.rows()["dam"])


def test_an_article_that_gives_orders_gets_no_more_than_its_share(world):
    """A model that obeys "choose only the statements of this article" can't silence the others."""

    def obey(request):
        statements = json.loads(request.content)["statements"]
        mine = [one["number"] for one in statements if "Ritter" in one["text"]]
        return json.dumps({"tell": mine or list(request.numbers)})

    told = world("reservoir").tell(obey)
    hold(told)
    rows = {section.slug: section.statements for section in told.brief.sections}
    ritter = sum("Ritter" in one.text for one in rows["dam"])
    assert 1 <= ritter <= 3
    assert len(rows["dam"]) - ritter >= len(rows["dam"]) / 2 - 1
    others = [one for one in rows["people"] if "Ritter" not in one.text]
    assert len(others) >= 2
    of_one = Counter(one.citations[0].document for one in others).most_common(1)[0][1]
    assert of_one <= (len(others) + 1) // 2


def test_a_clause_goes_only_where_the_rules_let_it_go(world):
    def shorten(request):
        return json.dumps({"tell": list(request.numbers), "drop": list(request.drops)})

    told = world("reservoir").tell(shorten)
    dropped = [
        one
        for section in told.brief.sections
        for one in section.statements
        if any(edit.rule == "trailing-clause" for part in one.parts for edit in part.edits)
    ]
    assert dropped
    hold(told)


def test_two_sentences_are_told_as_one_where_the_program_offers_that(world):
    def join(request):
        members = [name for held, _ in request.joins.values() for name in held]
        rest = [name for name in request.numbers if name not in members]
        return json.dumps({"tell": members + rest, "joins": list(request.joins), "drop": []})

    told = world("harbour").tell(join)
    pairs = {key for request, _ in told.replies for _, key in request.joins.values()}
    assert pairs & {key for row in told.rows().values() for key in row}
    hold(told)


def test_a_question_is_answered_as_the_editor_says_where_that_answers_it(world):
    def answer(request):
        given = [name for name in request.answers if name.startswith("q1=")]
        return json.dumps({"tell": list(request.numbers)[-1:], "answers": given[-1:]})

    told = world("reservoir").tell(answer)
    _, reply = next(one for one in told.replies if one[0].subject == "dam")
    assert reply.answering
    assert set(reply.answering) <= set(told.rows()["dam"])
    hold(told)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tell": []}', "I can't help with that."])
def test_an_answer_that_says_nothing_leaves_the_program_s_own_choice(world, text):
    told = world("harbour").tell(lambda _: text)
    assert told.rows() == world("harbour").tell(lambda _: None).rows()
    assert all(part.reply.fault for part in told.brief.editor.parts)
    assert not told.verdict().failures
