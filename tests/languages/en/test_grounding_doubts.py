"""The second look at brackets: what it doubts is not told, whoever put it in."""

from dataclasses import replace

import pytest

from briefing import ingest, split
from briefing.language.draft import Change, Draft, Refused
from briefing.languages.en import reading
from briefing.languages.en.grounding.doubts import refuse_doubtful

HEAD = "Tarn locks\n\nTarn Post, 20 March 2025\n\n"


def draft(sentence, word, edit, tmp_path, *, before=False, more=""):
    """Give a draft of one sentence with the bracket of `edit`, its text and rule, at `word`."""
    inserted, rule = edit
    text = f"{HEAD}{sentence}\n{more}\n"
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=len(text), mtime_ns=0
    )
    document = ingest.read_article(found, None)
    read = reading.read_language(document, split.split_passages(document), ())
    passage = next(p for p in read.passages if text[p.start : p.end].startswith(sentence))
    place = text.index(word, passage.start) + (0 if before else len(word))
    change = Change(start=place, end=place, op="insert", text=inserted, rule=rule)
    return Draft(reading=read, sentences=passage.sentences[:1], changes=(change,))


@pytest.mark.parametrize(
    ("sentence", "word", "bracket", "holds"),
    [
        ("The lock was closed on Monday by the guard.", "Monday", " [17 March 2025]", True),
        ("The lock was closed on Monday by the guard.", "Monday", " [18 March 2025]", False),
        ("The lock was closed yesterday by the guard.", "yesterday", " [19 March 2025]", True),
        ("The lock was closed yesterday by the guard.", "yesterday", " [21 March 2025]", False),
        ("The lock opens tomorrow for all the barges.", "tomorrow", " [19 March 2025]", False),
        ("The lock will open next Friday for barges.", "next Friday", " [14 March 2025]", False),
        ("The lock was built in May 1911 by a guild.", "1911", " [1911]", False),
        ("The lock of 1911 was opened in May by a guild.", "May", " [2025]", True),
        ("The lock opens on 3 May for all the barges.", "May", " [2025]", True),
        ("The lock has 2950 planks and was opened in May.", "May", " [1990]", True),
        ("Shut since Monday, the lock opened on Friday.", "Friday", " [14 March 2025]", True),
        ("Shut since Monday, the lock opened on Friday.", "Friday", " [17 March 2025]", False),
        ("From Monday to Friday nobody came to the lock.", "Friday", " [14 March 2025]", True),
        (
            "Monday was the day on which the guild had it shut yesterday.",
            "yesterday",
            " [19 March 2025]",
            True,
        ),
        ("On Monday it was shut yesterday by the guard.", "yesterday", " [19 March 2025]", False),
        ("The lock was closed yesterday by the guard.", "yesterday", " [20 March 2025]", True),
        ("The lock was shut two days ago by the guard.", "ago", " [21 March 2025]", False),
        ("The lock was shut last week by the guard.", "week", " [27 March 2025]", False),
        ("The lock was shut last night by the guard.", "night", " [21 March 2025]", False),
        ("The lock was shut earlier this week by guards.", "week", " [21 March 2025]", False),
        ("The lock opens tomorrow for all the barges.", "tomorrow", " [20 March 2025]", True),
        ("The lock opens two weeks from now for barges.", "now", " [19 March 2025]", False),
        ("The lock opens next week for all the barges.", "week", " [13 March 2025]", False),
        ("The lock opens later this week for barges.", "week", " [19 March 2025]", False),
        ("The lock was closed on Monday by the guard.", "Monday", " [31 February 2025]", True),
        ("The lock was closed on Monday by the guard.", "Monday", " [18 Marchember 2025]", True),
        ("The lock was closed on Monday by the guard.", "Monday", " [18 December 2025]", False),
    ],
)
def test_a_date_is_held_against_its_own_words(sentence, word, bracket, holds, tmp_path):
    made = refuse_doubtful(draft(sentence, word, (bracket, "date"), tmp_path))
    assert isinstance(made, Draft) is holds


def test_where_the_day_of_publication_is_open_no_direction_is_held_against_it(tmp_path):
    made = draft(
        "The lock was closed yesterday by the guard.", "yesterday", (" [21 March 2025]", "date"),
        tmp_path,
    )  # fmt: skip
    assert isinstance(refuse_doubtful(made), Refused)
    month = replace(made.reading.document.published, value="2025-03")
    for known in (month, None):
        document = replace(made.reading.document, published=known)
        open_day = replace(made, reading=replace(made.reading, document=document))
        assert isinstance(refuse_doubtful(open_day), Draft)


def test_every_bracket_of_a_draft_is_looked_at_and_nothing_else(tmp_path):
    made = draft(
        "The lock was closed on Monday by the guard.", "Monday", (" [18 March 2025]", "date"),
        tmp_path,
    )  # fmt: skip
    (wrong,) = made.changes
    fine = replace(wrong, text=" [17 March 2025]")
    assert isinstance(refuse_doubtful(replace(made, changes=(fine, wrong))), Refused)
    assert isinstance(refuse_doubtful(replace(made, changes=(wrong, fine))), Refused)
    for harmless in (replace(wrong, op="mark"), replace(wrong, rule="other")):
        assert isinstance(refuse_doubtful(replace(made, changes=(harmless, fine))), Draft)
        assert isinstance(refuse_doubtful(replace(made, changes=(harmless, wrong))), Refused)


@pytest.mark.parametrize(
    ("given", "more", "holds"),
    [
        ("Ivo", "", True),
        ("Whenever", "The guard sings whenever the lock is shut.", False),
        ("Grace", "The mayor thanked Grace Brandt for her grace in the storm.", True),
        ("Grace", "The barge turned with grace in the storm.", False),
        ("Grace", "A disgraceful end, they said of gracefully turned barges.", True),
        ("Grace", "Grace Brandt turned with grace in the storm.", False),
        ("Grace", "In an interview, Grace Brandt spoke of grace.", True),
        ("Grace", "The mayor thanked Grace Brandtmann for her grace.", False),
        ("Al", "An al fresco meal was had by the guild.", True),
        ("Anna Grace", "The barge turned with grace in the storm.", False),
    ],
)
def test_a_given_name_is_no_ordinary_word_of_the_article(given, more, holds, tmp_path):
    sentence = "The mayor met Brandt at the lock for two hours."
    made = refuse_doubtful(
        draft(sentence, "Brandt", (f"[{given}] ", "full-name"), tmp_path, before=True, more=more)
    )
    assert isinstance(made, Draft) is holds


@pytest.mark.parametrize(
    ("given", "holds"), [("Ann", False), ("Ada", True), ("Ann Mary", False), ("Mary", True)]
)
def test_nobody_is_his_own_kin(given, holds, tmp_path):
    sentence = "The mayor met Brandt’s sister Ann at the lock for two hours."
    edit = (f"[{given}] ", "full-name")
    made = refuse_doubtful(draft(sentence, "Brandt", edit, tmp_path, before=True))
    assert isinstance(made, Draft) is holds


def test_an_abbreviation_in_full_is_no_given_name(tmp_path):
    made = draft(
        "The mayor met the LB at the lock for two hours.", "LB", (" [Lock Board]", "full-name"),
        tmp_path, more="The board of the lock met in a lock.",
    )  # fmt: skip
    assert isinstance(refuse_doubtful(made), Draft)


@pytest.mark.parametrize(
    ("pronoun", "address", "holds"),
    [
        ("He", "Mr Brandt", True),
        ("He", "Sir Brandt", True),
        ("He", "Mrs Brandt", False),
        ("He", "Ms Lena Brandt", False),
        ("His", "Miss Brandt", False),
        ("Him", "Lady Brandt", False),
        ("He", "Mrs Brandt and Mr Brandt", False),
        ("She", "Ms Brandt", True),
        ("She", "Mr. Brandt", False),
        ("She", "Sir Lennart Brandt", False),
        ("Her", "Lord Brandt", False),
        ("She", "Lord Brandt and Lady Brandt", False),
        ("She", "Mr Brandtmann", True),
        ("He", "Lord Brandt", True),
        ("He", "Lady Brandt and Lord Brandt", False),
        ("He", "Lady Brandt and Sir Brandt", False),
        ("She", "Mrs Brandt and Sir Brandt", False),
        ("She", "Miss Brandt and Sir Brandt", False),
        ("Hers", "Sir Brandt", False),
        ("His", "Mr Brandt", True),
        ("It", "Mrs Brandt", True),
        ("Him", "Mrs. L Brandt", False),
    ],
)
def test_a_pronoun_is_held_against_how_the_article_addresses_them(
    pronoun, address, holds, tmp_path
):
    sentence = f"{pronoun} opened the lock for the barges of the guild."
    made = refuse_doubtful(
        draft(
            sentence, pronoun, ("[Lena Brandt]", "antecedent"), tmp_path, before=True,
            more=f"The guild thanked {address} for the lock.",
        )
    )  # fmt: skip
    assert isinstance(made, Refused) is not holds


@pytest.mark.parametrize(
    ("name", "pronoun", "holds"),
    [
        ("[Lena Brandt]", "She", False),  # not among the given names that are known by sex
        ("[Anna Brandt]", "She", True),
        ("[Karl Brandt]", "He", True),
        ("[Karl Brandt’s]", "He", True),
        ("[7]", "He", True),  # names nobody
    ],
)
def test_of_a_couple_the_given_name_tells_who_is_meant(name, pronoun, holds, tmp_path):
    sentence = f"{pronoun} opened the lock for the barges of the guild."
    made = refuse_doubtful(
        draft(
            sentence, pronoun, (name, "antecedent"), tmp_path, before=True,
            more="The guild thanked Mrs Brandt and Mr Brandt for the lock.",
        )
    )  # fmt: skip
    assert isinstance(made, Draft) is holds
