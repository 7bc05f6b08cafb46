"""States in which nothing went on: now the remedy is named, and a run goes on where nothing is lost
by it."""

import sqlite3

import pytest


def damage_brief(folder):
    (folder / "brief.json").chmod(0o644)
    (folder / "brief.json").write_text("x")


def lose_manifest(folder):
    (folder / "manifest.json").unlink()


@pytest.mark.parametrize("damage", [damage_brief, lose_manifest])
@pytest.mark.parametrize("store", ["kept", "gone"])
def test_a_damaged_newest_edition_is_passed_over_and_named(desk, damage, store):
    desk.build()
    damage(desk.folder / "output/editions/0001")
    if store == "gone":
        (desk.folder / "config.yaml.db").unlink()
    article = desk.folder / "articles/b_courier.txt"
    article.write_bytes(article.read_bytes() + b"\nThe toll of the channel is to rise in May.\n")
    code, _, err = desk.run("build", "--formats", "markdown,json")
    assert code == 0
    assert "edition 1 in" in err
    assert "bring the folder back from a copy, or move it away" in err
    assert desk.brief()["edition"]["number"] == 2
    (desk.folder / "output/editions/0001").rename(desk.folder / "aside")
    assert desk.run("verify")[0] == 0


def test_a_store_without_a_table_is_begun_anew(desk):
    desk.build()
    with sqlite3.connect(desk.folder / "config.yaml.db") as connection:
        connection.execute("DROP TABLE shelf")
    connection.close()
    article = desk.folder / "articles/b_courier.txt"
    article.write_bytes(article.read_bytes() + b"\nThe toll of the channel is to rise in May.\n")
    code, _, err = desk.run("build", "--formats", "markdown,json")
    assert code == 0
    assert "without its table shelf" in err
    assert desk.run("verify")[0] == 0


def test_a_damaged_edition_is_not_let_go(desk):
    desk.build()
    file = desk.folder / "output/editions/0001/brief.json"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b"x")
    code, out, err = desk.run("approve")
    assert code == 1
    assert "altered" in out + err
    assert "briefing build" in out + err
