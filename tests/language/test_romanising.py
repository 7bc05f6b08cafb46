"""The same full name in Cyrillic and Latin letters."""

import pytest

from briefing.language.romanising import find_full_names, full_name_key


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Сергей Шойгу", "Sergei Shoigu"),
        ("Сергей Шойгу", "Sergey Shoygu"),
        ("Юнус-бек Евкуров", "Yunus-Bek Yevkurov"),
        ("Дмитрий Медведев", "Dmitry Medvedev"),
        ("Андрей Белоусов", "Andrey Belousov"),
        ("Антон Чехов", "Anton Chekhov"),
        ("Александр Ксенофонтов", "Alexander Ksenofontov"),
    ],
)
def test_a_full_name_has_one_key_in_both(cyrillic, latin):
    same = cyrillic != "Александр Ксенофонтов"  # "Alexander" is English, not a spelling of it
    assert (full_name_key(cyrillic) == full_name_key(latin) != "") is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сергей Шойгу", "Sergei Shoygun"),
        ("Иван Петров", "Ivan Petrova"),
        ("Игорь Иванов", "Egor Ivanov"),
        ("Сергея Шойгу", "Sergei Shoigu"),  # inflected: the desk says so, or nobody
    ],
)
def test_names_that_differ_in_a_letter_have_not(one, other):
    assert full_name_key(one) != full_name_key(other)


@pytest.mark.parametrize("name", ["Шойгу", "Ли Ким", "سيرغي شويغو", "محمد حميد", ""])
def test_what_is_not_certain_has_none(name):
    assert full_name_key(name) == ""


def test_it_is_found_where_it_stands_whole():
    text = "Министр Сергей Шойгу приехал. Сергея Шойгу ждали."
    wanted = frozenset({full_name_key("Sergei Shoigu")})
    found = [text[one.start : one.end] for one in find_full_names(text, 0, len(text), wanted)]
    assert found == ["Сергей Шойгу"]
    assert list(find_full_names("Sergei Shoigu came.", 0, 19, wanted)) == []
