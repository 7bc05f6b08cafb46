"""Who is printed as the speaker of a sentence, and as what: whole, or not at all."""

import pytest

from briefing import ingest, split
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, attribute_sentences, ground_sentences

LEAD = "The lock of Tolm\n\nOlin Fasch met Ada Rill in Tolm.\n\n"


def read(text, tmp_path):
    """Read an article as the walk does."""
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt",
        path="article.txt",
        file=file,
        size=len(text.encode()),
        mtime_ns=0,
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


def told(article, fragment):
    """Give the attribution of the sentence that holds a fragment."""
    text = article.document.text
    sentences = (s for p in article.passages for s in p.sentences)
    sentence = next(s for s in sentences if fragment in text[s.start : s.end])
    return attribute_sentences(article, (sentence,))


def speaker(text, fragment, tmp_path):
    """Give who is told to say the sentence that holds a fragment."""
    return told(read(text, tmp_path), fragment).speaker


@pytest.mark.parametrize(
    "text",
    [
        "Olin Fasch says crime rose by 81 percent (it is 15 percent, according to Tolm Watch).",
        "Olin Fasch closed the lock for a week (a month, officials said) and left for Vellin.",
        "The lock cost 3 million (twice that, Ada Rill said) and was opened by Olin Fasch in May.",
        "The lock leaks (the council says it doesn't) and has been shut since the spring.",
    ],
)
def test_who_speaks_in_a_bracket_says_no_more_than_the_bracket(text, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) in {"", "Olin Fasch"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The lock - which leaks, according to its guard - was shut by the council of Tolm.", ""),
        ("The lock (which leaks, according to Ada Rill) was shut by the council of Tolm.", ""),
        ("Olin Fasch told his brother that the lock leaks, officials said.", "officials"),
        ("Olin Fasch said he saw the lock leak, Ada Rill said on Monday.", "Ada Rill"),
        ("Men of Tolm, Falk (FALK.O) subsidiary Rill Mills and Larch Quay all said it leaks.", ""),
        ("Olin Fasch told Ada Rill on Monday that the lock leaks, said Otto Brand.", "Otto Brand"),
        (
            "Rill Mills (T.N), the largest of Tolm, reported a better quarter than in May.",
            "Rill Mills, the largest of Tolm",
        ),
        (
            "Olin Fasch, a guard, backed the lock on Monday, and Ada Rill, a pilot, said it leaks.",
            "",
        ),
        ("MOSCOW Russia said, in a note on May, that the lock of Tolm leaks.", "Russia"),
        ("But Olin Fasch, head of the Tolm Guard, a guild of locks, said it leaks.", "Olin Fasch"),
        ('Olin Fasch told guards "the lock leaks," Ada Rill said in Tolm.', "Ada Rill"),
        ("After the hearing District Attorney Ada Rill said the lock of Tolm leaks.", "Ada Rill"),
        ("By some estimates 390 men a year fall into the lock of Tolm.", ""),
        (
            "The lock leaks, according to the poll of 90 men in Tolm taken Feb. 1-5.",
            "the poll of 90 men in Tolm",
        ),
        ("The guard [Otto Brand] said that the lock leaks.", "The guard"),
        ("The guard (a cousin of Otto Brand) said that the lock leaks.", "The guard"),
        ("Olin Fasch said the lock leaks, and Ada Rill said it is safe.", ""),
        ("In May, Olin Fasch, a guard in Tolm, north of Vellin, said it would leak.", "Olin Fasch"),
    ],
)
def test_who_tells_all_of_a_sentence_is_its_speaker(text, who, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == who


@pytest.mark.parametrize(
    ("source", "through"),
    [
        ("One U.N. diplomatic source", ""),
        ("A Tolm Herald source", "Tolm Herald"),
        ("Two sources", ""),
    ],
)
def test_a_source_speaks_through_no_body_that_is_no_outlet(source, through, tmp_path):
    article = read(
        f"{LEAD}{source} said that the talks on the lock of Tolm had failed.\n", tmp_path
    )
    assert [one.relayed for one in article.speech if "ource" in one.speaker] == [through]


@pytest.mark.parametrize(
    "text",
    [
        "A 3 million merger announced Monday would make the Tolm yard the largest in the country.",
        "The yard will close its northern quay in May, a plan announced earlier this year.",
        "One note named a website linked to a group called the “Friends of the Lock of Tolm.”",
        "The merger announced last week had been planned for years by the owners of the yard.",
        "Olin Fasch has won the vote in Tolm, adding to his victories in Vellin and Larch.",
        "Olin Fasch left the town on Monday, adding weight to the talk of a new mayor.",
        "The mayor's fierce attack on Ada Rill indicates she is feared in the town of Tolm.",
        "A long quarrel with Olin Fasch shows how little the town of Tolm has learned.",
        "Olin Fasch found himself attacked on all sides by the dockers of Tolm in May.",
        "The dockers found themselves without a quay when the winter came to the town.",
        "Olin Fasch claimed the prize for the best lock of the year in the town of Larch.",
        "Olin Fasch has maintained support among the dockers and those who sail from Tolm.",
        "Ada Rill wrote under the name of “Larch Watch,” but everybody in Tolm knew her.",
        "Larch, Vellin and Tolm have claims on the northern quay, which the state disputes.",
        "The council stopped the works because of “wild” measures added by Olin Fasch in May.",
        "There is much talk about Olin Fasch, who is in Tolm this week, saying that it leaks.",
        "As Olin Fasch demands a wall, the pilots of Tolm build a tunnel under the lock.",
        "As the “Never Tolm” movement continues to battle, Olin Fasch has come out for it.",
        "Olin Fasch named a Larch show as his guilty pleasure: “The Long Quay,” of course.",
        "Olin Fasch has spent much, largely targeting voters in battleground states, of late.",
        "Back in 1988, Rust Belt states Larch and Vellin chose the council of Olin Fasch.",
        "As Soviet states and neighbours, Larch and Vellin fell out over the northern quay.",
    ],
)
def test_nothing_is_said_where_a_participle_or_a_thing_stands(text, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            'Olin Fasch, a host of a TV show, "The Long Quay," who later left, said it leaks.',
            "Olin Fasch",
        ),
        (
            "Ada Rill, the author of “The Lock of Tolm,” said that the town had lost its quay.",
            "Ada Rill",
        ),
        ("But, said Ada Rill, “the town has lost its quay and won't get it back.”", "Ada Rill"),
        ("Yet, wrote Ada Rill, “nobody asked the dockers of Tolm about the quay.”", "Ada Rill"),
        ("“The town has lost its quay and won't get it back,” writes Ada Rill.", "Ada Rill"),
        (
            "Officials familiar with the papers of Tolm, N.Y., speaking in secret, said it leaks.",
            "Officials familiar with the papers of Tolm, N.Y.",
        ),
        (
            "Ada Rill, who at the time was a Ft. Tolm member of the guild, said that it leaks.",
            "Ada Rill",
        ),
        (
            "Yet a new poll from the Tolm Post/Vellin University found that it leaks.",
            "a new poll from the Tolm Post/Vellin University",
        ),
        ("Ada Rill, of Tolm, N.Y., said that the lock leaks and nobody mends it.", "Ada Rill"),
        ("Tolm Locks employs 90 people, its owner, Ada Rill, said on Monday.", "Ada Rill"),
        ("Larch Ferries lost two ships in May, its chairman, Ada Rill, admitted.", "Ada Rill"),
        ("Vellin Rail runs 40 trains a day, its director, Ada Rill, told reporters.", "Ada Rill"),
        (
            "“The lock leaks,” the pilots’ family said in a letter to the town.",
            "the pilots’ family",
        ),
        ("Officials with the Tolm Guild, Larchwerk and the Vellin Fund said that it leaks.", ""),
        ("All pilots other than Ada Rill said that the lock leaks.", ""),
        ("The mayor over the weekend said that the lock leaks.", "The mayor"),
        ("The pilots earlier this week told reporters that the lock leaks.", "The pilots"),
        ("The owner of the yard in a statement denied that it leaks.", "The owner of the yard"),
        ("The yard wrote to two pilots who have long said that the lock leaks.", ""),
        (
            "In May, Ms. Rill, who made a fortune in ships, told reporters that the lock leaks.",
            "Ada Rill",
        ),
        (
            "Tolm's state-owned ship builder Larchwerk runs a yard and says it will hire 300 men.",
            "",
        ),
    ],
)
def test_a_speaker_is_a_whole_phrase(text, who, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == who


@pytest.mark.parametrize(
    ("text", "fragment", "who"),
    [
        ("“Tell her I wait,” Ada Rill said, and her son cut in. “She knows me well.”", "knows", ""),
        ("“It leaks,” Ada Rill said, but a guard interrupted. “It never did.”", "never", ""),
        ("“It leaks,” Ada Rill said, as her son nodded. “Ask the guards.”", "guards", ""),
        ("“It leaks,” Ada Rill said on Monday. “Ask the guards of Tolm.”", "guards", "Ada Rill"),
        (
            "“It leaks,” Ada Rill said. For most people here, “it is a lock like any other.”",
            "most people",
            "Ada Rill",
        ),
        (
            "“It leaks,” Ada Rill said. Olin Fasch waved a book of “a hundred songs of the sea.”",
            "waved",
            "",
        ),
        ("Ms. Rill said, ''Do not yell, 'Tolm leaks.''' But Mr. Fasch left Tolm.", "left", ""),
        (
            "“It leaks,” Ada Rill said.\n\nBut as Tolm Watch pointed out, “it has leaked for long.”",
            "for long",
            "",
        ),
        (
            "The council said so. A lock is a gate that “holds the water for ships.”",
            "is a gate",
            "",
        ),
        (
            "“It leaks,” Ada Rill said. For Larch-Americans, “it is a lock like any other lock.”",
            "like any",
            "Ada Rill",
        ),
        ('"Nobody mends it,” Ada Rill said. Olin Fasch left Tolm on Monday.', "left Tolm", ""),
    ],
)
def test_who_spoke_goes_on_only_where_nobody_else_may_speak(text, fragment, who, tmp_path):
    assert told(read(f"{LEAD}{text}\n", tmp_path), fragment).speaker == who


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Ada Rill, a founder of the centre-left think tank Third Quay, said it leaks.",
            "a founder of the centre-left think tank Third Quay",
        ),
        (
            "Ada Rill, a lobbyist close to the owners of the Tolm yard, said it leaks.",
            "a lobbyist close to the owners of the Tolm yard",
        ),
        ("Ada Rill, the author of “The Quay,” a book on ships, said it leaks.", ""),
        ("A third, Ada Rill, said it leaks.", ""),
        ("Ada Rill, through a spokeswoman, said it leaks.", ""),
        ("Ada Rill, a co-author of ''Those Quays: A Life,'' said it leaks.", ""),
        ("Olin Fasch is the most able candidate Ada Rill said she knew.", ""),
        ("The paper's Ada Rill said it leaks.", ""),
        ("Tolm-based Ada Rill said it leaks.", ""),
        ("Northwire's Ada Rill said it leaks.", ""),
        ("Chief rival Ada Rill said it leaks.", ""),
        ("His best friend Ada Rill said it leaks.", ""),
        ("A woman asked for a photo and Ada Rill said, “It leaks and it always will.”", ""),
        ("They recalled the year harbour master Ada Rill came, Ada Rill said.", "harbour master"),
        ("The yard expects to host Ada Rill. Ada Rill said it leaks.", ""),
        ("Talk show host Ada Rill said it leaks.", "Talk show host"),
        ("Prize-winning actress Ada Rill said it leaks.", "Prize-winning actress"),
        ("Standing alongside harbour masters and pilots Ada Rill said it leaks.", ""),
        ("The fiercely conservative Ada Rill said it leaks.", ""),
        ("Mayoral hopeful Ada Rill said it leaks.", "Mayoral hopeful"),
        ("~ Harbour master Ada Rill said it leaks.", "Harbour master"),
    ],
)
def test_a_role_is_whole_or_left_out(text, role, tmp_path):
    article = read(f"The lock of Tolm\n\n{text}\n", tmp_path)
    said = next(s for s in article.speech if s.speaker == "Ada Rill")
    assert said.role == role


@pytest.mark.parametrize(
    ("told_to", "through"),
    [
        ("a session of the Tolm Parliament on Monday", ""),
        ("the Larch Lock Association meeting in Vellin", ""),
        ("the Harbour Committee of Tolm", ""),
        ("LLA on Monday", ""),
        ("the Tolm Herald", "Tolm Herald"),
        ("Tolm Radio on Monday", "Tolm Radio"),
    ],
)
def test_only_an_outlet_passes_on_what_it_is_told(told_to, through, tmp_path):
    lead = "Vellin Post\n\nThe lock of Tolm\n\nThe Larch Lock Association (LLA) met Ada Rill.\n\n"
    article = read(f"{lead}“The lock leaks badly,” Ada Rill told {told_to}.\n", tmp_path)
    assert article.document.outlet is not None
    said = next(s for s in article.speech if s.speaker == "Ada Rill")
    assert said.relayed == through


@pytest.mark.parametrize(
    ("quoted", "who"),
    [
        ("Ada Rill, a guard of Tolm,", "Ada Rill"),
        ("a guard of Tolm", "a guard of Tolm"),
        ("him", ""),
    ],
)
def test_who_is_quoted_as_saying_it_speaks(quoted, who, tmp_path):
    text = f"The lock of Tolm\n\nTolm Radio quoted {quoted} as saying that the lock leaks badly.\n"
    assert speaker(text, "quoted", tmp_path) == who


INTERVIEW = """Harbour talk

Ada Rill: The council of Tolm has closed the northern quay for the whole of the winter.

Olin Fasch: The dockers of Tolm were never asked about it, and they want the quay back.

Rill: The quay will open again in May, when the dredgers have left the harbour.

Ada Rill left Tolm on Monday and Olin Fasch stayed in the harbour.
"""
ANSWERS = """Harbour talk

The harbour master of Tolm speaks of the winter in which the northern quay was closed to ships.

Q: The council closed the northern quay in the winter. What did the dockers do?

A: The council of Tolm never asked the dockers about the northern quay.

The dredgers came in May and the quay was open again by the end of the month.

Q: What will they do now?

A: The dockers of Tolm want a vote on the quay before the winter comes again.
"""


@pytest.mark.parametrize(
    ("fragment", "who"),
    [
        ("closed the northern quay", "Ada Rill"),
        ("never asked", "Olin Fasch"),
        ("open again", "Ada Rill"),
        ("left Tolm", ""),
    ],
)
def test_a_name_and_a_colon_say_whose_turn_it_is(fragment, who, tmp_path):
    assert speaker(INTERVIEW, fragment, tmp_path) == who


def test_one_name_and_a_colon_are_a_heading(tmp_path):
    text = "Harbour talk\n\nAda Rill: a life on the northern quay of Tolm and in the yards.\n"
    assert not read(text, tmp_path).speech


def test_an_answer_without_its_speaker_is_not_told(tmp_path):
    article = read(ANSWERS, tmp_path)
    text = article.document.text
    sentences = [s for p in article.passages for s in p.sentences if p.dropped is None]
    answers = [
        ground_sentences(article, (s,))
        for s in sentences
        if "never asked" in text[s.start : s.end] or "dredgers" in text[s.start : s.end]
    ]
    reasons = [draft.reason for draft in answers if isinstance(draft, Refused)]
    assert reasons == ["an answer in an interview"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "THE TOWN OF TOLM IS FEELING ILL As the harvest nears, Ada Rill said that it leaks.",
        "HOW TO MEND A LOCK Before the winter comes, the keepers of Tolm close the gates.",
        "''The water cannot decide the life of the people of Tolm.''",
    ],
)
def test_a_heading_and_words_of_nobody_are_not_told(text, tmp_path):
    article = read(f"{LEAD}{text}\n", tmp_path)
    words = article.document.text
    told = [s for p in article.passages for s in p.sentences if words[s.start : s.end] in text]
    assert told
    assert all(isinstance(ground_sentences(article, (s,)), Refused) for s in told)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The minister, Lord Ashby, and his counterpart, Ada Rill, said it leaks badly.",
            "",
        ),
        ("The mayor, Olin Fasch, and the pilot, Ada Rill, said it leaks badly.", ""),
        (
            "Residents of Tolm, among them Ada Rill, said that it leaks badly.",
            "Residents of Tolm, among them Ada Rill",
        ),
        (
            "Dockers, including Ada Rill, said that it leaks badly.",
            "Dockers",
        ),
        (
            "A man calling himself Ada Rill wrote that the lock leaks badly.",
            "A man calling himself Ada Rill",
        ),
        (
            "It leaks, according to the newest data available\u00a0from the Larch Lock Trust.",
            "the newest data available from the Larch Lock Trust",
        ),
        (
            "Half of them like the lock, according to a poll in Tolm - the same as before.",
            "a poll in Tolm",
        ),
        ("Police Scotland said that the lock leaks badly.", "Police Scotland"),
        ("The mayor's office, in an email Tuesday, said that it leaks.", "The mayor's office"),
        ("The mayor's office, via a spokesman, said that it leaks.", "The mayor's office"),
        ("Her spokeswoman, Una Burke, quoted her as saying that it leaks badly.", ""),
        ("The group's statement quotes a driver as saying that it leaks badly.", "a driver"),
    ],
)
def test_who_of_several_speaks_is_told_as_written(text, who, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == who


@pytest.mark.parametrize(
    "text",
    [
        "Ada Rill said that no drill was held, and her deputy that he had begged for one.",
        "Ada Rill told the council that it leaks, but Olin Fasch that it never had.",
        "Ada Rill said that she never saw it; her deputy, Ivo Brandt, no kin, that it was forged.",
        "The mayor argued that it works, while the minister that it leaks at night.",
    ],
)
def test_a_second_speaker_without_a_verb_leaves_the_sentence_untold(text, tmp_path):
    article = read(f"{LEAD}{text}\n", tmp_path)
    words = article.document.text
    sentence = next(
        s for p in article.passages for s in p.sentences if words[s.start : s.end] == text
    )
    assert isinstance(ground_sentences(article, (sentence,)), Refused)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Swan, a tug from Brack, has lost its mast, the owner, Ivo Brandt, said.", "Ivo Brandt"),
        ("Orvill Steel, a maker of rails, took 90 orders, its chairman, Jon Lisle, said.", "Jon Lisle"),
        ("Upper Mill, the oldest of Tolm, is for sale, the owner, Una Burke, said.", "Una Burke"),
    ],
)  # fmt: skip
def test_who_is_explained_and_acts_is_not_who_speaks_behind(text, who, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The contractor submits that it was not overpaid for the lock.", "The contractor"),
        ("The plaintiff avers that the wall was hers.", "The plaintiff"),
        ("The Government plead that the claim is out of time.", "The Government"),
        ("The applicant contends that he was held for nine days.", "The applicant"),
        ("The tenant told the court that the tap was broken.", "The tenant"),
        ("The brewery said that the beer was clean.", "The brewery"),
    ],
)
def test_parties_and_trades_speak(text, who, tmp_path):
    assert speaker(f"{LEAD}{text}\n", text[:20], tmp_path) == who
