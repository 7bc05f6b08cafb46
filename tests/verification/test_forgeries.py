"""`verify` accepts what is true and refuses every lie, however well it is told."""

import json
import random
import re

import pytest

from briefing import cli
from briefing.verification.verify import list_failures
from tests.verification import (
    forge_around,
    forge_clauses,
    forge_quotes,
    forge_sources,
    forge_statements,
)
from tests.verification.forging import KINDS, consistent, copied

ROOMS = (
    forge_quotes,
    forge_statements,
    forge_around,
    forge_sources,
    forge_clauses,
)  # importing them fills KINDS

# What is said of every forgery of a kind, whatever the forger's dice say: one failure is this.
NAMED = r"[\w-]+/s-[0-9a-f]{8}"
REASONS = (
    (rf"{NAMED}: its edits are not the ones that the article licenses",
     ("date_in_bracket date_put_in edit_evidence edit_gone edit_rule edit_text name_in_bracket "
     "name_put_in number_recased quotation_opened weakener_dropped word_dropped words_lifted")),
    (r"s-[0-9a-f]{8}: the support of its clauses is not what the articles tell",
     ("clause_invented clause_left_out clause_of_another_article clause_origin clause_outlet_less "
     "clause_outlet_more clause_wider clause_words")),
    (r"counts: health, citation counts or gaps are not what the statements give",
     "actor actor_kind cited gap health"),
    (r"(key_actors|people): its rows are not what the articles give",
     "cell_citation cell_text cells_swapped columns row_added row_cut"),
    (rf"{NAMED}: says 'checked', and nothing checked it", "checked_untrue checked_without_edits"),
    (rf"{NAMED}: a clause's support names no citation of it", "clause_citation_nowhere"),
    (rf"{NAMED}: its key is not the digest of its content", "key"),
    (rf"{NAMED}: its bases are not what its parts are made of", "basis_twice"),
    (rf"{NAMED}: its parts and its bases are not the same", "part_twice"),
    (rf"{NAMED}: is told twice", "told_twice"),
    (rf"{NAMED}: its parts (come from several articles|don't follow one another)", "two_in_one"),
    (rf"{NAMED}: its parts give '(.{{,199}}|.{{200}})'", "text_alone text_and_key"),
    (rf"{NAMED}: (its parts give '(.{{,199}}|.{{200}})'|(case|drop) edit at \d+ is malformed: .*)",
     "edit_text_alone"),
    (r"d[0-9a-f]{12}: \[\d+, \d+\) does not read ['\"].{60}['\"]",
     "quote_letter quote_letter_alone quote_moved quote_offset"),
    (r"d[0-9a-f]{12}: passage \d+ does not hold '.{60}'", "quote_passage"),
    (r"s-[0-9a-f]{8}: its origins are not those of its citations", "more_origins"),
    (r"s-[0-9a-f]{8}: its outlets are not those of its citations", "more_outlets"),
    (r"places: are not the ones that the statements name", "place"),
    (r"sources: are not listed each once", "source_twice"),
    ((rf"d[0-9a-f]{{12}}: its family is not the one that the texts give"
     rf"|{NAMED}: its support in passage \d+ of d[0-9a-f]{{12}} does not say the same"),
     "families_parted source_family"),
    (r"timeline/[\d~-]+: no statement sets this at that date", "timeline_text"),
    (r"disagreements: '.*': the articles don't differ so", "difference_made_up"),
    (r"as_of: 'tomorrow' is no date", "as_of"),
    (r"judgements: a citation's attribution is not its source's", "judgement_outlet"),
)  # fmt: skip


def texts(desk):
    """Give the text of each source by its id: what a forger of junk quotes from."""
    return {
        one["id"]: (desk.folder / one["path"]).read_text(encoding="utf-8", errors="replace")
        for one in desk.true["sources"]
    }


def forged(desk, kind, seed):
    """Give a forged brief and what was done to it, or None where this kind finds nothing to
    forge."""
    for attempt in range(20):
        rng = random.Random(f"{kind} {seed} {attempt}")
        node = copied(desk.true)
        told = texts(desk)
        for one in node["sources"]:
            one["text of it"] = told[one["id"]]
        done = KINDS[kind](rng, node)
        if done is None:
            continue
        for one in node["sources"]:
            one.pop("text of it", None)
        as_derived = node.pop("as derived", False)
        made = node if as_derived else consistent(node)
        for event in made["timeline"]:
            event.pop("follow", None)
        for section in made["sections"]:
            for statement in section["statements"]:
                statement.pop("as it is", None)
        if made != desk.true:
            return done, made
    return None


def judge(desk, node, place):
    """Give what `verify` finds wrong with a brief."""
    place.write_text(json.dumps(node), encoding="utf-8")
    return list_failures(place, desk.folder, desk.folder / "config.yaml")


def test_a_true_brief_is_accepted(desk, tmp_path):
    assert list_failures(desk.brief, desk.folder, desk.folder / "config.yaml") == []
    assert list_failures(desk.brief, desk.folder) == []
    assert judge(desk, desk.true, tmp_path / "same.json") == []


def test_every_file_of_forgeries_is_used():
    assert {function.__module__ for function in KINDS.values()} == {room.__name__ for room in ROOMS}


def test_to_be_consistent_forges_nothing(desk):
    assert consistent(copied(desk.true)) == desk.true


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_forgery_of_each_kind_is_refused(invented, seeded, kind, tmp_path):
    found = [
        (desk, one) for desk in (seeded, invented) if (one := forged(desk, kind, 0)) is not None
    ]
    assert found, f"neither brief has what {kind} forges"
    for desk, (done, node) in found:
        said = judge(desk, node, tmp_path / "forged.json")
        assert said, f"{desk.folder.name}: {done} was believed"
        for reason, kinds in REASONS:
            told = any(re.fullmatch(reason, one) for one in said)
            assert told or kind not in kinds.split(), (done, reason, said)


def test_the_command_says_so(seeded, tmp_path, capfd):
    config = str(seeded.folder / "config.yaml")
    assert cli.run_command(["verify", "-c", config, str(seeded.brief)]) == 0
    done, node = forged(seeded, "word_dropped", 1)
    place = tmp_path / "forged.json"
    place.write_text(json.dumps(node), encoding="utf-8")
    assert cli.run_command(["verify", "-c", config, str(place)]) == 1, done
    assert capfd.readouterr().out.count("\n") > 1


@pytest.mark.soak
def test_hundreds_of_forgeries_are_refused(desk, tmp_path, count):
    believed, tried = [], 0
    for seed in range(1, count(2, 11)):
        for kind in sorted(KINDS)[:: count(7, 1)]:
            found = forged(desk, kind, seed)
            if found is not None:
                tried += 1
                if not judge(desk, found[1], tmp_path / "forged.json"):
                    believed.append(f"{kind} {seed}: {found[0]}")
    assert not believed
    assert tried >= count(8, 500)
