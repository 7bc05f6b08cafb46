"""A claim and what takes it back are told together or not at all, wherever the denial stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import ingest, split
from briefing.languages.en import denials, reading
from briefing.languages.en.excerpt import cut_excerpt
from briefing.offer.candidates import offer_candidates
from briefing.offer.rebuild import rebuild_candidates

CLAIM = (
    "The museum keeper Olaf Renner sold the silver crown of Tarn to a dealer in Vellin on Monday."
)
ANSWERS = [
    "The dealer said no such sale had been made.",
    "That was untrue.",
    "None of it is true, the district court found after a hearing of two days.",
    "The newspaper later retracted its report.",
    "The sales book of the museum shows that he did not.",
    "The tale was made up by a rival dealer.",
    "So claims a leaflet that was printed by the pupils of a drama school.",
    "At least, that is the plot of the novel which the library read out.",
    "At least that is what the dealer told his wife.",
    "Two of the witnesses have since conceded that they lied.",
    "But the crown never left its case, the town hall said.",
    "It could not be verified.",
    "A judge threw the charge out.",
    "The scene was part of an exercise of the fire brigade.",
    "Police say the letter is a forgery.",
    "It never happened.",
    "His lawyer disputes the account.",
    "Nothing of the kind took place, the guild said.",
    "Police watched the tapes of the museum and determined that Renner never left with the crown.",
    "Footage of that day shows no dealer at the museum.",
    "Investigators concluded the keeper could not have had the crown of Tarn on Monday.",
]
HARMLESS = [
    "The museum has 40 rooms and a garden on the river.",
    "The keeper did not comment.",
    "Records of the river board show that the water did not rise.",
    "Experts say a garden needs no fence.",
    "No one was hurt.",
    "It was the third sale of the year.",
    "She has led the guild since 2019.",
    "But the talks went on in the town hall.",
    "At least nine people came to the sale.",
    "The sale was held in the town hall, a day after the council ruled out a loan.",
    "It was held in June, four weeks before the guild denied him a seat.",
    "The hall was full, hours after the mayor rejected a plan for a new one.",
]


def read(text, tmp_path):
    """Read an article as the walk does."""
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=len(text), mtime_ns=0
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_claim_is_told_with_its_denial_or_not_at_all(answer, gap, tmp_path):
    article = read(f"Crown of Tarn\n\n{CLAIM}{gap}{answer} The fair opens in June.\n", tmp_path)
    told = [one.statement.text for one in offer_candidates(article, lambda _passage: ())]
    assert all(answer in text for text in told if "silver crown of Tarn to a dealer" in text)


@pytest.mark.parametrize(
    ("gap", "denial", "held"),
    [
        (" ", "The guild denied that it had sold a boat.", True),
        ("\n\n", "The guild of Tarn denied that it had sold the silver crown in Vellin.", True),
        ("\n\n", "The guild denied that it had sold a boat.", False),
    ],
)
def test_a_denial_ahead_is_told_along(gap, denial, held, tmp_path):
    claim = "The guild of Tarn sold the silver crown to a dealer in Vellin in May, the mayor said."
    article = read(f"Crown of Tarn\n\n{denial}{gap}{claim}\n", tmp_path)
    told = [one.statement.text for one in offer_candidates(article, lambda _passage: ())]
    alone = [text for text in told if claim in text and denial not in text]
    assert bool(alone) is not held


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_takes_nothing_back_lets_the_claim_stand_alone(sentence, tmp_path):
    assert not denials.answers_before(sentence)
    article = read(f"Crown of Tarn\n\n{CLAIM} {sentence}\n", tmp_path)
    told = [
        one.statement.citations[-1].quote for one in offer_candidates(article, lambda _passage: ())
    ]
    assert CLAIM in told


def test_a_denial_that_says_of_what_else_lets_the_claim_stand_alone(tmp_path):
    other = "Marta Voss, the mayor, denied that the bridge would be closed in June."
    article = read(f"Crown of Tarn\n\n{CLAIM} {other}\n", tmp_path)
    told = [
        one.statement.citations[-1].quote for one in offer_candidates(article, lambda _passage: ())
    ]
    assert CLAIM in told
    same = "Marta Voss, the mayor, denied that the crown had left the museum."
    article = read(f"Crown of Tarn\n\n{CLAIM} {same}\n", tmp_path)
    told = [one.statement.text for one in offer_candidates(article, lambda _passage: ())]
    assert all("denied" in text for text in told if "Olaf Renner sold" in text)


@pytest.mark.parametrize(
    ("claim", "answered"),
    [
        ("The talks of Tarn are to be held in June.", False),
        ("The flood of Tarn killed at least nine people.", True),
        ("The flood of Tarn killed 9 people.", True),
        ("The town gave the death toll of the flood.", True),
    ],
)
def test_a_number_that_is_raised_answers_a_number(claim, answered, tmp_path):
    article = read(f"Tarn\n\n{claim}\n\nThe town raised the number of dead to 12.\n", tmp_path)
    first = article.passages[-2].sentences[0]
    assert (denials.find_answer(article, first) is not None) is answered


@pytest.mark.parametrize(
    ("paragraph", "answered"),
    [
        ("A court in Vellin heard of a garden whose permit was withdrawn in May.", False),
        ("Prosecutors say Mara Holt received letters of the guild and deleted them.", False),
        ("Divers have recovered deleted files of a firm in Castren.", False),
        ("Doctors in Tolm said the county had no confirmed cases of fever.", False),
        ("The summer concert on the quay was cancelled.", False),
        ("A football match planned for Tuesday has been called off.", False),
        ("Chief Ida Holm apologised to the family of a girl.", False),
        ("The chief apologised for what he had said.", True),
        ("He has called it off.", True),
        # What takes up the claim by a word, a pronoun or what it is takes it back as ever.
        ("Prosecutors say the sale was cancelled and the crown stayed.", True),
        ("That was withdrawn in May.", True),
        ("The story was withdrawn in May.", True),
        ("The town’s post has been deleted.", True),
        ("But the contract was cancelled.", True),
    ],
)
def test_a_thing_that_is_undone_in_another_paragraph_takes_back_nothing(
    paragraph, answered, tmp_path
):
    claim = "The keeper of the crown says that the sale took place."
    article = read(f"Crown of Tarn\n\n{claim}\n\n{paragraph}\n", tmp_path)
    first = article.passages[-2].sentences[0]
    assert (denials.find_answer(article, first) is not None) is answered
    article = read(f"Crown of Tarn\n\n{claim} The story was deleted.\n", tmp_path)
    assert denials.find_answer(article, article.passages[-1].sentences[0]) is not None


def test_a_claim_between_two_denials_is_told_with_both_or_not_at_all(tmp_path):
    claim = "The union of Tarn said that it had warned the board about the wall."
    text = (
        "Wall of Tarn\n\nThe board of Tarn denied that the union had warned it about the wall. "
        f"{claim} A court found that no such warning was given.\n"
    )
    article = read(text, tmp_path)
    (middle,) = [
        one
        for passage in article.passages
        for one in passage.sentences
        if article.document.text[one.start : one.end] == claim
    ]
    assert denials.find_answer(article, middle) is not None
    assert denials.find_denial_ahead(article, middle) is not None
    for one in offer_candidates(article, lambda _passage: ()):
        quotes = [cited.quote for cited in one.statement.citations]
        if any(claim in quote for quote in quotes):
            assert any("denied that" in quote for quote in quotes)
            assert any("no such warning" in quote for quote in quotes)


def test_a_denial_of_a_denial_comes_along_too(tmp_path):
    text = (
        f"Crown of Tarn\n\n{CLAIM} The town hall later denied the sale."
        " But the town hall was wrong, a court said in a ruling on the sale.\n"
    )
    told = [
        one.statement.text for one in offer_candidates(read(text, tmp_path), lambda _passage: ())
    ]
    assert all("a court said" in one for one in told if "Olaf Renner sold" in one)


def test_a_claim_cut_off_from_its_denial_is_not_made_anew(tmp_path):
    answer = "The story was invented and the paper has withdrawn it."
    article = read(f"Crown of Tarn\n\n{CLAIM} {answer}\n", tmp_path)
    (whole,) = offer_candidates(article, lambda _passage: ())[0].statement.citations
    assert rebuild_candidates(article, (whole,))
    end = whole.quote.index(" The story")
    cut = replace(whole, end=whole.start + end, quote=whole.quote[:end])
    assert rebuild_candidates(article, (cut,)) == ()


def test_a_denial_by_another_speaker_is_a_part_that_cannot_be_left_out(tmp_path):
    answer = "The story was invented, the guild of dealers said."
    article = read(f"Crown of Tarn\n\n{CLAIM} {answer}\n", tmp_path)
    both = offer_candidates(article, lambda _passage: ())[0].statement.citations
    assert [one.attribution.speaker for one in both] == ["", "the guild of dealers"]
    assert rebuild_candidates(article, both)
    assert rebuild_candidates(article, both[:1]) == ()


def test_a_heading_between_takes_no_denial_away(tmp_path):
    article = read(
        f"Crown of Tarn\n\n{CLAIM}\n\nThe guild\n\nThe guild of dealers denied the sale.\n",
        tmp_path,
    )
    told = [one.statement.text for one in offer_candidates(article, lambda _passage: ())]
    assert all("denied" in text for text in told if "Olaf Renner sold" in text)


def test_an_excerpt_leaves_no_denial_out():
    text = f"{CLAIM} That is what a forged letter says, and the guild calls it a hoax."
    assert cut_excerpt(text, text.index("Monday") + 6) == text
    harmless = f"{CLAIM} The museum has 40 rooms."
    assert cut_excerpt(harmless, harmless.index("Monday") + 6).startswith(CLAIM[:-1])
    assert "40 rooms" not in cut_excerpt(harmless, harmless.index("Monday") + 6)


LINES = (Path(__file__).parent / "denial_pairs.txt").read_text(encoding="utf-8").splitlines()
PAIRS = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("where", "claim", "answer"), PAIRS)
def test_no_claim_is_told_without_what_stands_behind_it(where, claim, answer, tmp_path):
    gap = " " if where == "s" else "\n\n"
    text = (
        "Talk of Tarn\n\nTarn Post, 20 March 2025\n\nThe town of Tarn has nine thousand people."
        f"\n\n{claim}{gap}{answer}\n\nThe fair of Tarn opens in June.\n"
    )
    for candidate in offer_candidates(read(text, tmp_path), lambda _passage: ()):
        quoted = " ".join(cited.quote for cited in candidate.statement.citations)
        assert claim not in quoted or answer in quoted


@pytest.mark.parametrize(
    ("sentence", "answers"),
    [
        ("Karin Osk, 71, won a second term in a disputed election in October.", False),
        ("The disputed border was drawn in 1919 by a clerk of Tolm.", False),
        ("The guild disputed the vote of the council.", True),
        ("The vote was disputed by the guild of Tolm.", True),
        ("The clerk spoke of a disputed claim of the guild.", True),
        ("The board asked whether the bank had misled investors.", False),
        ("The clerk said that the letter was misleading.", True),
    ],
)
def test_what_is_called_disputed_denies_nothing(sentence, answers):
    assert denials.answers_before(sentence) is answers


def test_a_paragraph_on_something_else_answers_nothing(tmp_path):
    text = (
        "Talk of Tarn\n\nTarn Post, 20 March 2025\n\nThe driver Dean Rusk was charged on Monday."
        "\n\nA minority of the guild voted against the deal of Tolm.\n\nThe fair opens in June.\n"
    )
    told = [one.statement.text for one in offer_candidates(read(text, tmp_path), lambda _p: ())]
    assert any("Rusk" in text and "minority" not in text for text in told)


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("Eleven people were hurt in Vellin.", "The union says that 12 dockers were arrested."),
        ("Eleven people were hurt in Vellin.", "The union says that eleven people were hurt."),
        ("Eleven people were hurt in Vellin.", "On the other bank 40 people were hurt."),
        ("The quay of Vellin is 400 years old.", "The union says that 40 people were hurt."),
        (
            "Eleven people were hurt in Vellin.",
            "Police said 9 percent of those hurt were children.",
        ),
    ],
)
def test_another_number_is_not_always_another_count(claim, answer, tmp_path):
    article = read(f"Crown of Tarn\n\n{claim} {answer}\n", tmp_path)
    (first, _) = article.passages[-1].sentences
    assert denials.find_answer(article, first) is None


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        (
            "The firm Orvill Lines denied that it had been warned of cracks in the quay.",
            "The guild of dockers said that it had warned the firm of cracks in May.",
        ),
        (
            "The army of Tolm rejects claims that prisoners were shot in the yard.",
            "Two doctors said that nine prisoners were shot in the back of the head.",
        ),
        (
            "The mayor of Vellin disputed that her office had lost the ballots of Tolm.",
            "According to the guild, her office lost 40 ballots of Tolm on the way.",
        ),
    ],
)
def test_a_claim_behind_its_denial_is_told_with_it(denial, claim, tmp_path):
    article = read(f"Crown of Tarn\n\n{denial} {claim}\n", tmp_path)
    told = [one.statement.text for one in offer_candidates(article, lambda _passage: ())]
    assert not any(claim[:30] in text and denial[:30] not in text for text in told)
    assert any(claim[:30] in text for text in told)


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        ("The firm Orvill Lines denied the charge.", "The guild of Tolm said that bread is dear."),
        (
            "The firm Orvill Lines denied that it had been warned of cracks in the quay.",
            "The quay of Vellin had cracks in May, and the firm closed it.",
        ),
        (
            "The guild of dockers said that the quay had cracks.",
            "The firm said that the quay had cracks in May.",
        ),
    ],
)
def test_what_no_one_denies_ahead_stands_alone(denial, claim, tmp_path):
    article = read(f"Crown of Tarn\n\n{denial} {claim}\n", tmp_path)
    assert denials.find_denial_ahead(article, article.passages[-1].sentences[-1]) is None


@pytest.mark.parametrize(
    ("claim", "behind", "answered"),
    [
        ("Osk Bank will shut ten branches, the union said.", "Osk Bank said it had no plan.", True),
        ("The union said the firm would shut a quay.", "The firm said it was open.", True),
        (
            "Holt said Osk Bank never wrote to him.",
            "A spokeswoman for Osk, Ada Lind, said on Friday it had.",
            True,
        ),
        ("Divers came late after the crew refused to sail.", "The union said fog lay there.", True),
        ("Marta Voss was arrested with cash.", "She had declared it, her lawyer said.", True),
        ("The strike costs 40 crowns a day.", "The town puts the loss at 30 crowns.", True),
        ("She is said to have taken cash.", "Her lawyer said it was a loan.", True),
        ("The dead are 14, the guild said.", "The town still gave five.", True),
        ("The union said the ship was old.", "The union said it would go on.", False),
        ("The boats will sail on Monday, Osk said.", "Osk said that the quay shuts early.", False),
        ("Osk Bank bought a mill in Tarn.", "Osk Bank said it was glad.", False),
        ("Police arrested two men in Tarn.", "Police said they sought a third one.", False),
    ],
)
def test_the_other_side_of_what_is_said_of_somebody_is_told_along(
    claim, behind, answered, tmp_path
):
    article = read(f"Tarn\n\n{claim} {behind}\n", tmp_path)
    first = article.passages[-1].sentences[0]
    assert (denials.find_answer(article, first) is not None) is answered


LATE = [
    (
        "The rebels shelled the store at Orsk on Monday, the army said.",
        ["Two silos burned until evening.", "Firemen came from Tarn to help."],
        "The rebels denied it.",
    ),
    (
        "The dairy Holm watered its milk for six years, a former clerk says.",
        ["The dairy employs 300 people."],
        "Its lawyer called the claim wrong.",
    ),
    (
        "Prosecutors accused the notary Ben Aker of forging a will.",
        ["Aker has worked in Tolm since 1999."],
        "He rejects the charge.",
    ),
    (
        "The ministry of Kesh said that troops had crossed the river near Solt.",
        ["Two farmers were led away, the ministry said."],
        "Varnia said no such crossing had taken place.",
    ),
    (
        "The foundry put 90 tonnes of dust into the air, the watchdog Clear Sky says.",
        ["The foundry makes bells.", "Some 400 people work there.", "It stands at the quay."],
        "The owner dismissed the figures of the watchdog as invented.",
    ),
    (
        "The abbey sold nine paintings to a dealer, two monks told the court.",
        ["The abbey dates from 1211.", "Visitors may see its garden.", "It has no roof."],
        "The abbot rejected the monks' account.",
    ),
    (
        "A tug rammed the quay on purpose, the inspectors say.",
        ["The quay was built in 1911.", "Nobody was hurt.", "It took nine days to mend."],
        "The tug's owner disputes the findings of the inspectors.",
    ),
]


@pytest.mark.parametrize(("claim", "between", "denial"), LATE)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_denial_that_stands_further_on_is_told_with_its_claim(
    claim, between, denial, gap, tmp_path
):
    found = read(gap.join((claim, *between, denial)), tmp_path)
    for one in offer_candidates(found, lambda _: ()):
        assert (claim.rstrip(".") in one.statement.text) == (
            denial.rstrip(".") in one.statement.text
        )


@pytest.mark.parametrize(
    ("between", "denial"),
    [
        ("The mayor said that the quay was safe.", "The union denied it."),
        ("Two silos burned until evening.", "The union denied that it would strike in May."),
        ("Two silos burned until evening.", "The judge denied bail."),
    ],
)
def test_what_denies_something_else_lets_the_claim_further_up_stand_alone(
    between, denial, tmp_path
):
    claim = "The rebels shelled the store at Orsk on Monday, the army said."
    found = read(f"{claim} {between} {denial}", tmp_path)
    told = [one.statement.text for one in offer_candidates(found, lambda _: ())]
    assert any("shelled" in one and denial not in one for one in told)


def test_a_denial_of_another_voices_claim_lets_one_further_up_stand_alone(tmp_path):
    claim = "The foundry put 90 tonnes of dust into the air, the watchdog Clear Sky says."
    found = read(
        f"{claim} Some 400 people work there. It stands at the quay. It makes bells. "
        "The owner dismissed the dentists' figures as invented.",
        tmp_path,
    )
    told = [one.statement.text for one in offer_candidates(found, lambda _: ())]
    assert any("90 tonnes" in one and "dentists" not in one for one in told)


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        ("The alderman Ivo Lind bribed a clerk, the weekly Lupe wrote.", "Lind says he paid for a coat."),
        ("The coach hit a boy, a newspaper reported.", "The boy's mother said the coach had hugged him."),
        ("The bank lost 90 crowns, a teller says.", "The bank's accounts show a profit."),
        ("The duke sold the forest, a website says.", "The land register lists him as its owner."),
        ("Lind will resign in May, two aides said.", "“I will not,” Lind told the radio."),
        ("According to the county, he fell down the stairs.",
         "The Court is not persuaded by that account."),
        ("The miller says that the lock was open.", "The judge did not believe his story."),
        ("The guild says that the ice was thin.", "The panel was not convinced of this version."),
        ("The abbot sold nine bells, two monks told the court.", "The abbot insisted it was one."),
    ],
)  # fmt: skip
def test_whoever_answers_for_himself_or_his_books_is_heard(claim, answer, tmp_path):
    article = read(f"{claim} {answer}", tmp_path)
    first = article.passages[-1].sentences[0]
    assert denials.find_answer(article, first) is not None
