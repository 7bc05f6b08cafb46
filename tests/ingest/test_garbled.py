"""UTF-8 is read as such whatever a label says, and what was misread before it came serves
nothing."""

import pytest

from briefing.ingest import Folder, hidden, read_article
from briefing.ingest.charset import decode_labelled, decode_markup
from briefing.ingest.decode import Decoded
from briefing.model import Document
from briefing.split import split_passages

WORDS = "“We can’t leave the quay”, said the café’s owner, who paid €40 – twice."
LABELS = (
    "iso-8859-1 iso-8859-2 iso-8859-15 windows-1250 windows-1251 windows-1252 windows-1254 "
    "us-ascii koi8-r gb2312 "
    "gbk big5 shift_jis euc-jp euc-kr macintosh x-unknown utf-16 iso-2022-jp utf-7"
).split()


@pytest.mark.parametrize("label", LABELS)
def test_utf_8_is_read_as_utf_8_whatever_the_label_says(label):
    page = f"<html><meta charset={label}><p>{WORDS}</p>".encode()
    assert decode_markup(page, label) == Decoded(text=page.decode(), encoding="utf-8")
    assert decode_labelled(WORDS.encode(), label) == Decoded(text=WORDS, encoding="utf-8")


@pytest.mark.parametrize("label", ["windows-1252", "windows-1251", "gb2312"])
def test_one_sign_cut_in_two_makes_utf_8_no_other_encoding(label):
    found = decode_markup(f"<p>{WORDS * 5}".encode()[:-2] + b"\xe2\x80</p>", label)
    assert WORDS in found.text
    assert (found.encoding, found.broken) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("windows-1252", "Der Übergang über die Brücke ist gesperrt, sagte die Behörde."),
        ("windows-1251", "Мост закрыт до понедельника, сообщили власти города."),
        ("koi8-r", "Мост закрыт до понедельника, сообщили власти города."),
        ("gb18030", "大桥将关闭至星期一，市政府说。"),
        ("shift_jis", "橋は月曜日まで閉鎖されると市は発表した。"),
        ("iso-8859-7", "Η γέφυρα είναι κλειστή μέχρι τη Δευτέρα."),
    ],
)
def test_other_encodings_are_read_by_their_labels(label, words):
    page = f"<html><meta charset={label}><p>{words}</p>".encode(label)
    assert words in decode_markup(page, None).text


@pytest.mark.parametrize(
    "words", ["“We can’t leave the quay”", "Der Übergang ist gesperrt", "It cost £5 – no more"]
)
def test_western_words_under_the_label_of_utf_8_are_read(words):
    page = f"<html><meta charset=utf-8><p>{words}, said the office of the port</p>" + "." * 900
    found = decode_markup(page.encode("cp1252"), "utf-8")
    assert (words in found.text, found.encoding) == (True, "windows-1252")


GARBLED = {
    "quotes": "“We can’t leave”".encode().decode("cp1252", "replace"),
    "accents": "Der Übergang über".encode().decode("cp1252", "replace"),
    "latin": "the café’s".encode().decode("latin-1"),
    "euro": "paid €40".encode().decode("cp1252"),
    "space": "40\xa0ships, £5".encode().decode("cp1252"),
    "cyrillic": "мост закрыт".encode().decode("cp1252", "replace"),
    "cyrillic as its own": "мост закрыт".encode().decode("cp1251", "replace"),
    "macintosh": "can’t".encode().decode("mac-roman"),
}


@pytest.mark.parametrize("words", GARBLED.values(), ids=GARBLED)
def test_sentences_with_garbled_letters_serve_nothing(tmp_path, words):
    sound = "The council of the town closed the bridge on Monday for two weeks."
    text = f"{sound} It said that {words} had been heard at the quay before that day."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (one,) = [read_article(found, None) for found in Folder(path=".")(tmp_path)]
    assert isinstance(one, Document)
    (passage,) = split_passages(one)
    assert [one.text[span.start : span.end] for span in passage.sentences] == [sound]


HONEST = (
    "SÃO PAULO — A IRMÃ” disse “AMANHÃ…” e NÃO voltou.",
    "Il a crié « voilà » au CAFÉ” puis à Ålesund – 5 °C, £5, ½.",
    "РСФСР и СССР подписали договор, сказал Сергей Рябков.",
    "Tại HÀ NỘI, Âu Cơ và VÂN.",
    "√2 and ‚einfache‘ Wörter, Ärzte",
)


@pytest.mark.parametrize("words", HONEST)
def test_honest_letters_are_not_garbled(words):
    assert hidden.mark_unseen(words) == ()


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        (
            "cp1251",
            "Совет порта решил, что он закроет старый причал, и не сказал, когда это будет.",
        ),
        (
            "koi8-r",
            "Совет порта решил, что он закроет старый причал, и не сказал, когда это будет.",
        ),
        (
            "cp1251",
            "Рада порту вирішила, що вона закриє старий причал, і не сказала, коли це буде.",
        ),
    ],
)
@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "us-ascii"])
def test_another_alphabet_is_read_though_the_label_says_western(codec, words, label):
    page = f"<html><meta charset={label}><p>{words} {words}</p>"
    assert decode_labelled(page.encode(codec), label).text == page


@pytest.mark.parametrize(
    "words",
    [
        "Größere Züge fahren über Köln, sagte der Bürgermeister am Donnerstag früh.",
        "Où était-il passé ? Les députés ont voté après l’été, à côté.",
        "ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ",
    ],
)
def test_western_text_keeps_its_label(words):
    found = decode_labelled(words.encode("cp1252"), "iso-8859-1")
    assert found == Decoded(text=words, encoding="windows-1252")
