"""The language of a text is known by its script and its small words, or not at all."""

import pytest

from briefing.ingest import tongues


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The town said on Friday that it would not pay for the water.", "en"),
        ("La ville a dit vendredi que les habitants ne sont pas là pour payer une facture.", "fr"),
        (
            (
                "Die Stadt hat am Freitag gesagt, dass sie das Wasser nicht bezahlen wird und auch "
                "nicht kann."
            ),
            "de",
        ),
        (
            (
                "La ciudad dijo el viernes que los vecinos no pagan por el agua y que se van a los "
                "tribunales."
            ),
            "es",
        ),
        ("Мэрия сказала, что это было бы неправильно, и не заплатила.", "ru"),
        ("Мерія сказала, що її мешканці не платитимуть.", "uk"),
        ("قالت المدينة يوم الجمعة إنها لن تدفع ثمن الماء", "ar"),
        ("شهر گفت که پول آب را نمی‌پردازد و چیزی بدهکار نیست", "fa"),
        ("شہر نے کہا کہ وہ پانی کے پیسے نہیں دے گا", "ur"),
        ("町は水道料金を払わないと言った。", "ja"),
        ("市政府表示不会支付水费。", "zh"),
        ("시는 수도 요금을 내지 않겠다고 말했다.", "ko"),
        ("Town", None),
        ("12 – 34", None),
        ("Sagrada Familia Liverpool Barcelona", None),
    ],
)
def test_a_text_is_in_its_language_or_in_an_unknown_one(text, code):
    assert tongues.detect_language(text) == code


def test_names_with_small_words_of_other_languages_do_not_make_a_line_foreign():
    line = "Alex de Minaur beat Diego el Turco and Rafael de la Cruz in straight sets on the day."
    assert tongues.foreign_language(line, "en") is None


def test_a_line_is_foreign_by_several_small_words_only():
    assert (
        tongues.foreign_language(
            "La ville a dit que les membres du conseil ne sont pas dans la salle.", "en"
        )
        == "fr"
    )
    assert (
        tongues.foreign_language("The town said that it was not in the room for the vote.", "fr")
        == "en"
    )
    assert (
        tongues.foreign_language("The town said that it was not in the room for the vote.", "ja")
        is None
    )
