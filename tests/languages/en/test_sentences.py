"""Where sentences end: golden pairs of news prose, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.en.sentences import split_sentences
from briefing.model import Span

# One line is one paragraph; a bar stands where a sentence must end, and nowhere else.
GOLDEN = (
    "Mr Al Farsi met him.| He left.",
    "Lt. Gen. Omar Abu Salim spoke.| Sen. Smith and Gov. Jones left.| Maj. Gen. X. Smith stayed.",
    "U.S. and Other Positions",
    "U.N. Secretary-General spoke.| He lives in the U.S.| He left.",
    "No. 5 won.| It was on pp. 5–7.| Fig. 3 shows it.",
    "At 5 p.m. the talks ended.| They began at 9 a.m. Sunday.| They ended at 5 p.m.| She came.",
    "It rose 2.5 per cent to 3.7.| It fell.",
    "Ford Motor Co.. stopped.",
    "We need you..| We do..",
    "Wait ... what?| He left…| Then he came.",
    "“Why?” he asked.| “Go!” she said.| He asked “Why now?” and left.",
    "“Is it a problem?” Bridget Smith asked.| He left.",
    "It is of the lung. ”| But it passes.",
    "“We shall go.| We shall stay.”| He left.",
    "He said: “We go.| We stay.”| Then he left.",
    '"I am here.| I am there," he said.| "Go."| He left.',
    '"Bohr [...] used it [...]" (Smith 55).| He left.',
    "The climate is warm [...]| However, it cools.",
    "“So far it is one to nil. It is a long game.” – Anna Smith",
    "“So far it is one to nil.| It is a long game,” Anna Smith said.| She left.",
    "1. The first item| 2. The second item",
    "2) An item of a list| 3) Another one.| It has two sentences.",
    "They said no.| They saw me.| No. 5 is in.| Was it ok?| It was.",
    "It rose by 2.5 in 2013.| It fell in May.| “Then we left in 2014.”| He left.",
    "He said so at the end.|Next came the talks.",
    "It said this.[1]| Then no more.",
    "He left (he was tired. She was too).| She stayed.",
    "He left.| (He was tired.)| She stayed.",
    "They bid for Falk Inc. (FALK.O) and lost.| He left Rill Ltd. (Old men sang.)",
    "The firm (Acme Inc.) said so.| J. K. Rowling wrote.| George W. Bush left.",
    "Go to example.com now.| Version 2.0.1 is out.",
    "He met Dr. Who in St. Petersburg.| He left.",
    "Yahoo! said so.| The Who? tour began.",
    "On Nov. 17 he left.| He came on Wed. Nov. 19.",
    "1. The first item is this.| 2. The second is that.",
    "It was grand.| al-Farsi agreed.",
    '"It is a long game." - Matthew',
    "A man at a show.| Image: Nick Moreau.",
    "‘Go.’| She went.",
    "Zürich. é 😀 𝔸.| Next.",
    "The row grew on Monday, with Wash. Gov. Ivo Castren and two mayors against the law.",
    "He had moved to Vellin, Wash.| Gov. Ruth Adeyemi said nothing.",
    "The ship left Wash.| The pilot stayed.",
    "It takes only non-U.S. persons abroad.| It ended.",
    "“It is over,” Ivo Castren, D-R.I., said on Monday.| She left.",
    "The pre-W.W. II hull lay off anti-E.U. Tolm.| It sank.",
    "Rep. Ruth Adeyemi, R-N.C., spoke for half-E.U. firms.| They cheered.",
)


@pytest.mark.parametrize("marked", GOLDEN)
def test_sentences_of_a_paragraph_end_where_a_reader_ends_them(marked):
    text = marked.replace("|", "")
    assert [text[span.start : span.end] for span in split_sentences(text, 0, len(text))] == [
        part.strip() for part in marked.split("|")
    ]


def test_spans_are_absolute_and_leave_the_rest_of_the_text_alone():
    text = "Before. \t One.  Two.\r\n After."
    start, end = text.index("\t"), text.index("After")
    assert [text[span.start : span.end] for span in split_sentences(text, start, end)] == [
        "One.",
        "Two.",
    ]


def test_white_space_alone_has_no_sentences():
    assert split_sentences(" \n\t ", 0, 4) == ()


def test_a_stretch_far_longer_than_a_paragraph_is_one_span():
    text = "One. " * 5000
    assert split_sentences(text, 0, len(text)) == (Span(start=0, end=len(text) - 1),)


_PROSE = st.lists(
    st.sampled_from(
        [
            *"“”\"'’‘()[].!?…,:- \n\u00a0\u2028😀é",
            "Mr. ",
            "U.S. ",
            "word ",
            "The ",
            "end.",
            "No. 5 ",
            "p.m. ",
            "e\u0301",
            "[...] ",
            "Image: X ",
        ]
    ),
    max_size=60,
).map("".join)


@given(
    text=st.one_of(st.text(max_size=200), _PROSE),
    before=st.text(max_size=9),
    after=st.text(max_size=9),
)
def test_sentences_are_ordered_trimmed_and_hold_every_visible_character(text, before, after):
    full = before + text + after
    spans = split_sentences(full, len(before), len(before) + len(text))
    reach = len(before)
    for span in spans:
        assert reach <= span.start < span.end <= len(before) + len(text)
        assert full[span.start : span.end] == full[span.start : span.end].strip()
        assert not full[reach : span.start].strip()
        reach = span.end
    assert not full[reach : len(before) + len(text)].strip()
