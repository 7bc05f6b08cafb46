"""Forgeries of what a brief says beside its statements: who chose, who translated, what is open, what
differs, what was left apart. Each changes a brief of `lay_laden` in place, as a careful forger
would.
"""

from tests.verification.forging import statements

LATE = {}


def late(function):
    """Register a forgery under its name."""
    LATE[function.__name__] = function
    return function


def translated(node):
    return next(one for one in statements(node) if one.get("translations"))


def plain(node):
    return next(one for one in statements(node) if not one.get("translations"))


def row(node, topic):
    return next(one for one in node["disagreements"] if one["topic"].startswith(topic))


def source(node, name):
    return next(one for one in node["sources"] if one["path"].endswith(name))


def part(node, subject):
    return next(one for one in node["editor"]["parts"] if one["reply"]["subject"] == subject)


# The desk's translations


@late
def translation_says_more(node):
    translated(node)["translations"][0]["text"] += " Nobody was told."


@late
def translation_by_another(node):
    translated(node)["translations"][0]["by"] = "the port authority"


@late
def translation_of_the_whole_passage(node):
    given = translated(node)["translations"][0]
    given["whole"] = not given["whole"]


@late
def translation_left_out(node):
    del translated(node)["translations"]


@late
def translation_beside_what_needs_none(node):
    plain(node)["translations"] = translated(node)["translations"]


@late
def translation_of_another_statement(node):
    plain(node)["translations"] = translated(node).pop("translations")


# What an editor's model chose


@late
def editor_kept_quiet(node):
    del node["editor"]


@late
def editor_of_another_name(node):
    node["editor"]["model"] = "a-model-of-good-name"


@late
def editor_not_asked_about_a_section(node):
    node["editor"]["parts"].remove(part(node, "works"))


@late
def editor_not_asked_about_the_opening(node):
    node["editor"]["parts"].remove(part(node, "bottom line"))


@late
def editor_chose_otherwise(node):
    part(node, "works")["reply"]["chosen"].reverse()


@late
def editor_chose_fewer(node):
    del part(node, "works")["reply"]["chosen"][1:]


@late
def editor_opened_otherwise(node):
    part(node, "bottom line")["reply"]["chosen"].reverse()
    node["bottom_line"].reverse()


@late
def editor_answered_nothing(node):
    reply = part(node, "works")["reply"]
    reply |= {"chosen": [], "answered": False, "fault": "no answer came"}


@late
def editor_refused_for_another_reason(node):
    part(node, "people")["refused"][0]["reason"] = "unproved"


@late
def editor_refused_nothing(node):
    part(node, "people")["refused"] = []


@late
def program_would_have_told_nothing_else(node):
    next(one for one in node["editor"]["parts"] if one["unedited"])["unedited"] = []


@late
def editor_was_not_shown_all(node):
    one = part(node, "people")
    one["withheld"] = one["reply"]["chosen"][:1]


@late
def editor_answered_at_another_time(node):
    part(node, "works")["reply"] |= {"asked_at": "2025-01-01T00:00:00Z", "seconds": 90.0}


@late
def editor_was_asked_something_else(node):
    part(node, "works")["reply"]["request"] = "0" * 64


# Questions


@late
def question_answered_by_another_statement(node):
    node["questions"][0]["answers"] = [node["sections"][1]["statements"][0]["id"]]


@late
def question_answered_and_open(node):
    node["questions"][0]["open"] = True


@late
def question_open_and_answered(node):
    asked = node["questions"][1]
    asked |= {"open": False, "answers": node["questions"][0]["answers"]}


@late
def question_left_out(node):
    gone = node["questions"].pop(1)["text"]
    node["gaps"] = [one for one in node["gaps"] if one["slots"].get("question") != gone]


@late
def question_of_another_section(node):
    node["questions"][0]["section"] = "money"


def referred(node):
    return next(one for one in node["questions"] if one.get("elsewhere"))


@late
def question_referred_nowhere(node):
    asked = referred(node)
    del asked["elsewhere"]
    asked["open"] = True


@late
def question_referred_to_what_says_nothing_of_it(node):
    told = {one["id"] for one in statements(node)} - set(referred(node)["elsewhere"])
    referred(node)["elsewhere"] = [min(told)]


@late
def question_answered_by_another_section(node):
    asked = referred(node)
    asked["answers"] = asked.pop("elsewhere")


# Counts that differ, and what a later version turns round


@late
def count_value(node):
    row(node, "How many died")["positions"][0]["value"] = "41"


@late
def count_of_something_else(node):
    row(node, "How many died")["quantity"] = "injured"


@late
def count_on_another_day(node):
    row(node, "How many died")["positions"][0]["as_of"] = "2025-03-07"


@late
def count_since_another_day(node):
    row(node, "How many died")["positions"][1]["since"] = "2025-03-01"


@late
def count_called_withdrawn(node):
    row(node, "How many died")["positions"][1]["standing"] = "withdrawn"


@late
def count_that_became_nothing(node):
    changed = next(one for one in row(node, "How many died")["positions"] if one.get("standing"))
    del changed["standing"]


@late
def count_in_another_order(node):
    row(node, "How many died")["positions"].reverse()


@late
def count_left_out(node):
    node["disagreements"].remove(row(node, "How many died"))
    node["gaps"] = [one for one in node["gaps"] if one["kind"] != "disputed"]


@late
def contradiction_turned_back(node):
    row(node, "Whether it happened")["positions"].reverse()


@late
def contradiction_of_another_day(node):
    row(node, "Whether it happened")["positions"][0]["as_of"] = "2025-03-01"


@late
def contradiction_in_something_else(node):
    row(node, "Whether it happened")["topic"] = "Which way it went"


@late
def contradiction_given_a_value(node):
    row(node, "Whether it happened")["positions"][1]["value"] = "6"


@late
def contradiction_between_other_sentences(node):
    row(node, "Whether it happened")["positions"][1] = row(node, "How many died")["positions"][0]


@late
def contradiction_left_out(node):
    node["disagreements"].remove(row(node, "Whether it happened"))


@late
def reversal_turned_back(node):
    turned = row(node, "What a later version")
    turned["positions"].reverse()


@late
def reversal_of_another_day(node):
    row(node, "What a later version")["positions"][1]["as_of"] = "2025-03-01"


@late
def reversal_passed_off_as_a_count(node):
    row(node, "What a later version")["quantity"] = "dead"


@late
def reversal_left_out(node):
    node["disagreements"].remove(row(node, "What a later version"))


@late
def later_version_called_the_older(node):
    older, newer = source(node, "j_star_old.txt"), source(node, "l_star.txt")
    older["superseded"], newer["superseded"] = newer["superseded"], older["superseded"]


# What was left apart


@late
def unrelated_kept_quiet(node):
    del node["unrelated"]


@late
def unrelated_counted_up(node):
    node["unrelated"]["count"] += 40


@late
def related_article_called_unrelated(node):
    gone = source(node, "f_mirror_withdrawn.txt")
    node["sources"].remove(gone)
    node["unrelated"] = {"count": 2, "locators": sorted([gone["locator"], "articles/k_mirror.txt"])}


@late
def unreadable_sources_kept_quiet(node):
    node["sources"] = [one for one in node["sources"] if not one["quarantined"]]
    node["gaps"] = [one for one in node["gaps"] if one["kind"] != "unread"]


@late
def withdrawn_article_stands_again(node):
    source(node, "f_mirror_withdrawn.txt")["caveats"] = []


@late
def source_updated_later(node):
    source(node, "o_page.html")["updated"]["edtf"] = "2025-03-09"


# Places and the desk's frame


@late
def place_and_its_pin_moved(node):
    for one in (*node["places"], *node["names"]):
        if one["name"] == "Vellin":
            one["lat"] = 55.0


@late
def place_left_out(node):
    node["places"].pop()


@late
def place_found_in_a_gazetteer(node):
    node["places"][0]["basis"] = "gazetteer"


@late
def role_of_a_pinned_name(node):
    next(one for one in node["names"] if one["name"] == "Ines Dorrat")["role"] = "suspect"


@late
def marking_lowered(node):
    node["marking"] = "TLP:CLEAR"


@late
def window_narrowed(node):
    node["window"] = "30d"


@late
def next_edition_put_off(node):
    node["next_edition"] = "2026-01-01"


@late
def introduction_of_the_forgers(node):
    next(one for one in node["sections"] if one["introduction"])["introduction"] = "Of theft."


@late
def pin_that_nobody_set(node):
    next(one for one in statements(node) if "pinned" not in one)["pinned"] = True


@late
def pin_kept_quiet(node):
    del next(one for one in statements(node) if "pinned" in one)["pinned"]


# What changed


@late
def withdrawn_for_another_reason(node):
    node["changes"]["withdrawn"][0]["cause"] = "source gone: Who pays for the quays?"


@late
def renaming_kept_quiet(node):
    node["changes"]["renamed"] = []


@late
def revision_kept_quiet(node):
    node["changes"]["revised"] = []


@late
def support_made_up(node):
    told = next(one for one in statements(node) if one["change"] == "kept")
    node["changes"]["support"].append(
        {"id": told["id"], "was": "1 outlet", "now": "2 outlets", "cause": "new source: x"}
    )
