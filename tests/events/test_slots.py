"""One happening told with another day, place, doer or year: a row, and none of two happenings."""

import pytest

from briefing.events.differing import list_differing
from tests.events.making import read

DAY, WHO, WHERE, IS_SO = "On which day", "Who did it", "Where it happened", "Whether it is so"


def topics(*told):
    readings = [
        read(name, text if isinstance(text, str) else text[0],
             published="2025-03-12" if isinstance(text, str) else text[1])
        for name, text in zip("abc", told, strict=False)
    ]  # fmt: skip
    found = list_differing(readings, {one.document.id: one.document.id for one in readings}, set())
    return [row.topic for row in found]


@pytest.mark.parametrize(
    ("one", "other", "topic"),
    [
        ("The Corva ferry sank on Monday.", "The Corva ferry sank on Sunday, the owner said.", DAY),
        ("The singer Mara Dell died on 3 March.", "Mara Dell, the singer, died on 5 March.", DAY),
        ("The lease between Brask and Holt was signed on 8 March.",
         "Brask and Holt signed the lease on 7 March, a banker said.", DAY),
        ("The mayor of Tarn, Rosa Quill, resigned on Monday.",
         "Rosa Quill, the mayor of Tarn, resigned on Tuesday, her party said.", DAY),
        ("The jury convicted Odo Brandt on 6 March.",
         "Odo Brandt was convicted by the jury on 5 March, his lawyer said.", DAY),
        ("The Merrick works closed on Friday.", "The Merrick works closed on Thursday.", DAY),
        ("The Kessel dam was built in 1961.", "The Kessel dam, completed in 1958, failed.", IS_SO),
        ("Tolland Steel was founded in 1921.", "Tolland Steel, set up in 1934, makes pumps.", IS_SO),
        ("The Mallin arena, opened in 1972, is full.",
         "The Mallin arena was inaugurated in 1974, the club said.", IS_SO),
        ("The pianist Ewa Lind was born in 1951.", "Ewa Lind, born in 1949, plays in Lund.", IS_SO),
        ("Rebels shelled the market in Sanje, a doctor said.",
         "The market in Sanje was shelled by the army, the front said.", WHO),
        ("The union broke off the talks with Nordfast Rail, the firm said.",
         "Nordfast Rail broke off the talks, the union said.", WHO),
        ("Lena Horvat scored the winning goal for Varda.",
         "Ana Sorel scored the winning goal for Varda.", WHO),
        ("The owner is to blame for the collapse of the Harrow crane, the inspector said.",
         "The driver is to blame for the collapse of the Harrow crane, the owner said.", WHO),
        ("The ministry held the council responsible for the hole in the Weldon bridge.",
         "The ministry is responsible for the hole in the Weldon bridge, the council said.", WHO),
        ("The fire in the kitchen of the Ostend hotel began in the oven, the chief said.",
         "The fire in the kitchen of the Ostend hotel began in the bin, the insurer said.", WHERE),
    ],
)  # fmt: skip
def test_another_day_place_or_doer_makes_a_row(one, other, topic):
    assert topics(one, other) == [topic]
    assert topics(other, one) == [topic]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Corva ferry sank on Monday.", "The Marit ferry sank on Sunday, the owner said."),
        ("The Corva ferry sank on Monday.", "The Corva ferry sank this week, the owner said."),
        ("The Corva ferry sank on Monday.", "A sister ship of the Corva was sold on Sunday."),
        ("The singer Mara Dell died on 3 March.", "The singer Mara Holm died on 5 March."),
        ("Nine miners died in the Korda mine on Monday, the union said.",
         "Haldane Coal said on Tuesday that nine miners had died in the Korda mine."),
        ("The Corva ferry sank on Monday.",
         "The coast guard told the court on Tuesday that the Corva ferry had sunk."),
        ("Two guards died in the Korda camp on Monday.", "Ten guards died in the Korda camp on Friday."),
        ("The minister met the union of Tarn on Monday.",
         "The minister met the union of Tarn on Tuesday."),
        ("The Merrick works closed on Friday.", "The Harden works closed on Thursday."),
        ("The Kessel dam was built in 1961.", "The Kessel weir was built in 1958."),
        ("The Kessel dam was built in 1961.", "The Upper Kessel reservoir was finished in 1975."),
        ("The Kessel dam was built in 1961.", "The Kessel dam was opened in 1963."),
        ("The Kessel dam was not built in 1961.", "The Kessel dam was built in 1958."),
        ("Rebels shelled the market in Sanje, a doctor said.",
         "The market in Kolm was shelled by the army, the front said."),
        ("Rebels shelled the market in Sanje on Monday, a doctor said.",
         "The market in Sanje was shelled by the army on Tuesday, the front said."),
        ("France rejected the plan of Lorne.", "The parliament rejected the plan of Lorne."),
        ("The ministry supplied the tents to Sanje.", "The embassy supplied the tents to Sanje."),
        ("Lena Horvat scored the first goal for Varda.", "Ana Sorel scored the last point for Orle."),
        ("The owner is partly to blame for the collapse of the Harrow crane.",
         "The driver is to blame for the collapse of the Harrow crane, the owner said."),
        ("The owner is to blame for the collapse of the Harrow crane.",
         "The firm is to blame for the collapse of the Harrow crane, the mayor said."),
        ("The owner is to blame for the collapse of the Harrow crane.",
         "The driver is to blame for the fire in Lund, the owner said."),
        ("The fire at the Ostend hotel began in the kitchen, the chief said.",
         "The fire at the Ostend hotel began at night, the insurer said."),
        ("The meeting of the Greens in Tarn began in the hall.",
         "The strike of the bakers in Tarn began in the port."),
    ],
)  # fmt: skip
def test_two_happenings_make_none(one, other):
    assert topics(one, other) == []
    assert topics(other, one) == []


def test_a_day_put_off_is_no_difference():
    one = "The Merrick works will close on 3 April, Tolland Steel said."
    other = "The Merrick works will close on 17 April, the union said."
    assert topics((one, "2025-03-12"), (other, "2025-03-14")) == []
    assert topics((one, "2025-03-12"), (other, "2025-03-12")) == [DAY]
