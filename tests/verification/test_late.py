"""What a brief says beside its statements is asked as these are: who chose, who translated, what is
open, what differs, what was left apart."""

import pytest

from briefing.job.load import load_job
from briefing.mailing.renditions import make_rendition, open_shelf
from briefing.render.json import encode_brief
from briefing.state import editions
from briefing.verification.verify import verify_brief
from tests.verification.forge_late import LATE
from tests.verification.forge_shape import covered, differing
from tests.verification.forging import copied
from tests.verification.situations import (
    NAMES,
    SOURCES_ALONE,
    WITH_CONFIG,
    WITH_NEIGHBOURS,
    WITH_RECORD,
    lay_situations,
)

NAMED = {
    "editor_answered_at_another_time",
    "unrelated_kept_quiet",
    "unrelated_counted_up",
    "unreadable_sources_kept_quiet",
}
"""No record says what a model answered, or how many lay there then: named, and not refused."""


@pytest.fixture(scope="module")
def laid(laden, tmp_path_factory):
    """The situations of its newest edition."""
    return lay_situations(laden.folder, tmp_path_factory.mktemp("situations"))


def forged(laden, kind):
    """Give a forged copy of the true brief."""
    node = copied(laden.true)
    LATE[kind](node)
    assert node != laden.true
    return node


def test_the_true_brief_holds_all_this_and_is_accepted_everywhere(laden, laid):
    brief = laden.true
    assert all(brief[one] for one in ("editor", "unrelated", "questions", "window", "judgements"))
    assert {one["topic"] for one in brief["disagreements"]} >= {
        "How many died",
        "Whether it happened",
        "What a later version turns round",
    }
    for name in NAMES:
        assert laid[name].judge(brief).failures == (), name


@pytest.mark.parametrize("kind", sorted(LATE))
def test_each_is_refused_where_config_and_sources_are_at_hand(laden, laid, kind):
    node = forged(laden, kind)
    verdict = laid[WITH_NEIGHBOURS].judge(node)
    if kind in NAMED:
        assert verdict.failures == ()
        assert any(covered(one, verdict.unchecked) for one in differing(laden.true, node))
    else:
        assert verdict.failures


@pytest.mark.soak
def test_none_is_accepted_in_silence_anywhere(laden, laid, count):
    for name in count([SOURCES_ALONE], NAMES):
        for kind in sorted(LATE):
            node = forged(laden, kind)
            verdict = laid[name].judge(node)
            named = any(covered(one, verdict.unchecked) for one in differing(laden.true, node))
            assert verdict.failures or (named and name != WITH_RECORD), f"{name}: {kind}"


@pytest.mark.parametrize("listed", ["count", "locators"])
def test_what_came_since_about_something_else_is_named(laden, laid, listed):
    """An article about something else that came after the edition makes it no forgery."""
    situation = laid[WITH_NEIGHBOURS]
    assert "unrelated" not in situation.judge(laden.true).unchecked
    article = situation.base / "articles" / "zz_choir.txt"
    gone = situation.base / "articles" / "k_mirror.txt"
    content = gone.read_bytes()
    article.write_bytes(content)
    if listed == "locators":
        gone.unlink()
    try:
        verdict = situation.judge(laden.true)
    finally:
        article.unlink()
        gone.write_bytes(content)
    assert verdict.failures == ()
    assert "unrelated" in verdict.unchecked


def test_a_source_that_cannot_be_read_is_named_where_it_is_not_listed(laden, laid):
    node = forged(laden, "unreadable_sources_kept_quiet")
    verdict = laid[WITH_NEIGHBOURS].judge(node)
    assert any("h_scan.bin" in note for note in verdict.notes)


@pytest.mark.parametrize("slugs", [(), ("works",), ("people", "works", "money", "views")])
def test_a_readers_copy_of_what_an_editor_chose_is_accepted(laden, laid, slugs):
    folder = laden.folder
    _, job = load_job(folder / "config.yaml")
    older, newest = editions.readable_editions(folder / "output")
    copy = make_rendition(open_shelf(job, newest, [older]), (slugs, ((1, slugs, True),))).brief
    for base, recorded in ((folder, True), (laid[WITH_CONFIG].base, False)):
        place = base / "copy.json"
        place.write_bytes(encode_brief(copy))
        verdict = verify_brief(place, base, base / "config.yaml")
        place.unlink()
        assert verdict.failures == ()
        assert verdict.complete == recorded
        assert ("editor" in verdict.unchecked) == (not recorded)
        assert not any("told otherwise" in note for note in verdict.notes)
