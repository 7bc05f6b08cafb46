"""Old encodings without a mark: read where the words of a language stand out, else refused."""

import pytest

from briefing.ingest.decode import Decoded, decode_text
from briefing.ingest.guessing import guess_encoding

RUSSIAN = (
    "Президент приехал в порт и сказал, что работы на причале закончат до мая. Он не был там с "
    "весны, но по его словам это не так важно для города.\n"
)
UKRAINIAN = (
    "Президент приїхав у порт і сказав, що роботи на причалі закінчать до травня. Він не був там "
    "від весни, але за його словами це не так важливо для міста.\n"
)
ARABIC = (
    "وصل الوزير إلى الميناء وقال إن العمل في الرصيف سينتهي قبل شهر مايو. ولم يكن هناك منذ الربيع، "
    "لكن هذا لا يهم المدينة بعد كل ما كان من عمل على الساحل.\n"
)
JAPANESE = (
    "大臣は月曜日に港を訪れ、岸壁の工事は五月までに終わると述べた。春から来ていなかったという。\n"
)
CHINESE = "部长周一来到港口，他说码头的工程将在五月前完成。这对于我们的城市来说是一个大消息，人们都在等。\n"
TEXTS = [
    ("windows-1251", "cp1251", RUSSIAN),
    ("windows-1251", "cp1251", UKRAINIAN),
    ("koi8-r", "koi8_r", RUSSIAN),
    ("windows-1256", "cp1256", ARABIC),
    ("iso-8859-6", "iso8859_6", ARABIC),
    ("shift_jis", "cp932", JAPANESE),
    ("gb18030", "gb18030", CHINESE),
]


@pytest.mark.parametrize(("name", "codec", "text"), TEXTS)
def test_an_old_encoding_is_told_by_its_words(name, codec, text):
    data = text.encode(codec, "ignore")
    decoded = decode_text(data)
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.guessed) == (name, True)
    assert decoded.text == data.decode(codec)


@pytest.mark.parametrize(("name", "codec", "text"), TEXTS)
def test_a_long_text_may_be_cut_inside_a_character_where_it_is_sampled(name, codec, text):
    data = text.encode(codec, "ignore") * 400
    for more in range(4):
        found = guess_encoding(b" " * more + data)
        assert found is not None
        assert found.name == name


def test_what_is_written_in_utf8_is_never_guessed():
    for _, _, text in TEXTS:
        decoded = decode_text(text.encode())
        assert isinstance(decoded, Decoded)
        assert (decoded.encoding, decoded.guessed) == ("utf-8", False)
