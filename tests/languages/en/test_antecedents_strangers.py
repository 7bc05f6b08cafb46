"""Whom a bracket must not name: who signs, is quoted, is only owned by, or is nobody that was read."""

import pytest

from briefing.languages.en.grounding import Refused
from tests.languages.en.test_grounding_given import ground


def brackets(text, fragment, tmp_path):
    """Give the names put in brackets in the sentence that holds a fragment, None where it is
    refused."""
    draft = ground(text, fragment, tmp_path)
    if isinstance(draft, Refused):
        return None
    added = (c for c in draft.changes if c.op == "insert" and c.rule == "antecedent")
    return [change.text.strip(" []") for change in added]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        # who signs a letter is not whom the next one speaks of
        ("The lock is a fraud.\n\nMark Adeyemi.\n\nHe flies in and tells us lies.", "flies in"),
        ("Nobody mends it.\n\nAda Rill, Tolm\n\nShe ought to mend it herself, and soon.", "ought"),
        # a quotation speaks of somebody else than its speaker
        ("''In his book he praised it. He wouldn't sell it to us,'' Ada Rill said.", "wouldn't"),
        ("“It works,” said Ada Rill. ''Even though she is rich, she saves ships.''", "is rich"),
        ("Mr. Castren's ''lock leaks,'' Mark Adeyemi said. He has led the yard badly.", "badly"),
        ("“If she was told, she raged,” Ada Rill says. It leaked. She cared little.", "cared"),
        # the sentence before goes on with somebody else by the same pronoun
        ("Ann Berg got a medal. Liv Fasch spoke of her courage. She saved nine men.", "saved"),
        ("Mark Adeyemi sold the yard. Karl Fasch took his hand. He wept at last.", "wept"),
        ("A cup went to Mark Adeyemi. Per Fasch praised him. He rose to speak.", "rose"),
        ("Mark Adeyemi died. His rival Karl Fasch called him a thief. He built it.", "built"),
        ("The poet died. His rival Karl Fasch mocked him. He wrote nine books.", "wrote"),
        # a name that nobody read stands ahead
        ("Karl Fasch left Tolm. Mr. Minor said that while he paid, the lock leaks.", "he paid"),
        ("Karl Fasch left. As far as people know Larchberg, they think of him well.", "of him"),
        # somebody of whom a trade is all that is told
        ("Karl Fasch filmed the tightrope walker. He crossed the gorge in May.", "crossed"),
        ("Karl Fasch hired the contortionist. He earned 90 crowns a night.", "earned"),
        ("Ada Rill met the beekeeper of Tolm. She sold 40 jars of honey.", "sold 40"),
        ("Karl Fasch trained the sprinter. He ran the mile in May.", "ran the"),
        # "it" is not the place that a thing is named by
        ("The Vellin case faces a deadline. It states that courts should not rule.", "states"),
        ("The Tolm plan cost money. It says that the quay will be shut in May.", "quay will"),
    ],
)
def test_nobody_is_named_where_another_may_be_meant(text, fragment, tmp_path):
    lead = "Karl Castren, a pilot, met Ada Rill in Vellin, not far from Tolm.\n\n"
    assert not brackets(lead + text, fragment, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Vellin Signals Group watches the web. The posts praised the outlawed group in May.",
        "Tarn and Sons, a firm, sold it. Karl Fasch led Holm Works, a big firm. The firm fell.",
        "Karl Holm, a candidate, left Tolm. Ada Rill stayed, since the candidate had a cold.",
        "Karl Holm, a lawyer, left Tolm. Ada Rill stayed, since the lawyer had a cold.",
        "The paper's Karl Castren told of it in June. Ada Rill hoped that the paper would stop.",
        "It stood on the company's Web site. Ada Rill had been paid by the company in May.",
        "Ada Rill serves the Castren Trust. The sale of the family trust was news in May.",
    ],
)
def test_a_description_that_fits_several_names_none(text, tmp_path):
    last = text.rsplit(". ", 1)[-1][:25]
    assert not brackets(text, last, tmp_path)


@pytest.mark.parametrize(
    ("text", "fragment", "who"),
    [
        ("Ada Rill left the town. She wrote that Tolm has no quay.", "She wrote", ["Ada Rill"]),
        ("''The lock leaks,'' Ada Rill said. ''Mend it,'' she said in May.", "in May", None),
        ("Mark Adeyemi spoke in Tolm. He said that Tolm has no quay.", "no quay", ["Mark Adeyemi"]),
    ],
)
def test_who_is_certain_is_named_as_before(text, fragment, who, tmp_path):
    assert brackets(text, fragment, tmp_path) == who


@pytest.mark.parametrize("word", ["Real", "Young", "Little", "Great"])
def test_an_ordinary_word_before_a_full_name_is_no_part_of_it(word, tmp_path):
    text = f"They read “The Story of the {word} Karl Holm.” Holm left Tolm. He wrote of the lock."
    assert brackets(text, "wrote", tmp_path) in (None, ["Karl Holm"])


@pytest.mark.parametrize(
    "text",
    [
        "A lot of it is done in a rush before the harvest.",
        "Much of that money came from firms in Vellin.",
        "Most of them stayed in Vellin until the spring.",
        "A third, Ivo Brandt, was against the whole plan.",
        "Others, however, stayed in Vellin until the spring.",
        "Ada Rill will pick up at least 45.",
        "The dean of Vellin agreed.",
        "With less notice, it is also leading to a new tax.",
        "The council has not yet shared that perspective.",
    ],
)
def test_what_is_counted_elsewhere_is_not_told_alone(text, tmp_path):
    lead = "Ada Rill met Ivo Brandt in Vellin.\n\n"
    assert brackets(lead + text, text[:18], tmp_path) is None


@pytest.mark.parametrize(
    "text",
    [
        "A lot of this week's trade in Vellin was in ships.",
        "The storm killed at least 45.",
        "With less notice, it is hard to mend a lock in winter.",
        "Of 45 ships in Vellin, that number is now at sea.",
    ],
)
def test_what_is_counted_here_is_told(text, tmp_path):
    assert brackets(f"Ada Rill met Ivo Brandt in Vellin.\n\n{text}", text[:9], tmp_path) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Rill leads. Some 59 percent view her unfavourably, the council said.", "Ada Rill"),
        ("Ada Rill leads. Some 59 percent see her only son, the council said.", "Ada Rill’s"),
    ],
)
def test_an_object_owns_nothing(text, who, tmp_path):
    told = brackets(text, "percent", tmp_path)
    assert told is None or told == [who]


def test_a_senator_among_several_is_nobody_s_bracket(tmp_path):
    text = "Karl Holm, the senator from Vellin, won. Sen. Ivo Brandt came. Then the senator spoke."
    assert not brackets(text, "Then", tmp_path)
