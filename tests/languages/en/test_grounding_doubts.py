"""The second look at brackets: what it doubts is not told, whoever put it in."""

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
    ],
)
def test_a_date_is_held_against_its_own_words(sentence, word, bracket, holds, tmp_path):
    made = refuse_doubtful(draft(sentence, word, (bracket, "date"), tmp_path))
    assert isinstance(made, Draft) is holds


@pytest.mark.parametrize(
    ("given", "more", "holds"),
    [
        ("Ivo", "", True),
        ("Whenever", "The guard sings whenever the lock is shut.", False),
        ("Grace", "The mayor thanked Grace Brandt for her grace in the storm.", True),
        ("Grace", "The barge turned with grace in the storm.", False),
    ],
)
def test_a_given_name_is_no_ordinary_word_of_the_article(given, more, holds, tmp_path):
    sentence = "The mayor met Brandt at the lock for two hours."
    made = refuse_doubtful(
        draft(sentence, "Brandt", (f"[{given}] ", "full-name"), tmp_path, before=True, more=more)
    )
    assert isinstance(made, Draft) is holds


@pytest.mark.parametrize(
    ("pronoun", "address", "holds"),
    [
        ("He", "Mr Brandt", True),
        ("He", "Sir Brandt", True),
        ("He", "Mrs Brandt", False),
        ("He", "Ms Lena Brandt", False),
        ("His", "Miss Brandt", False),
        ("Him", "Lady Brandt", False),
        ("He", "Mrs Brandt and Mr Brandt", True),
        ("She", "Ms Brandt", True),
        ("She", "Mr. Brandt", False),
        ("She", "Sir Lennart Brandt", False),
        ("Her", "Lord Brandt", False),
        ("She", "Lord Brandt and Lady Brandt", True),
        ("She", "Mr Brandtmann", True),
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
