"""What is asked again of the very same is not worked out again; of anything else it is."""

from briefing import split
from briefing.events import connect
from briefing.events.connect import connect_clauses
from briefing.languages.en.reading import read_language
from briefing.walk.notebook import Notebook
from briefing.walk.notes import note_connections
from tests.compose.making import document

TEXTS = {
    "d1": "Ines Dorrat opened the lower quay of Vellin on 3 March 2025, the river board said.",
    "d2": "On 3 March 2025 Ines Dorrat opened the lower quay of Vellin, a sailor said.",
}


class Worker:
    """A function that knows how often it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, *asked):
        self.asked.append(asked)
        return [*asked]


def test_the_same_question_is_answered_once():
    work, notebook = Worker(), Notebook()
    first = notebook.ask(work, (1, 2), "a")
    assert notebook.ask(work, (1, 2), "a") is first
    assert notebook.ask(work, (1, 3), "a") == [(1, 3), "a"]
    assert work.asked == [((1, 2), "a"), ((1, 3), "a")]


def test_what_is_asked_about_several_things_stands_side_by_side():
    work, other, notebook = Worker(), Worker(), Notebook()
    for _ in range(2):
        assert [notebook.ask(work, n, about=str(n)) for n in (1, 2)] == [[1], [2]]
        assert notebook.ask(other, 1, about="1") == [1]
    assert (len(work.asked), len(other.asked)) == (2, 1)


def test_a_notebook_hands_on_what_was_asked_for():
    work, first = Worker(), Notebook()
    kept, left = first.ask(work, 1, about="kept"), first.ask(work, 2, about="left")
    second = Notebook(before=first.now)
    assert second.ask(work, 1, about="kept") is kept
    third = Notebook(before=second.now)
    assert third.ask(work, 1, about="kept") is kept
    assert third.ask(work, 2, about="left") == left
    assert len(work.asked) == 3
    assert third.ask(work, 3, about="kept") == [3]


def read(texts):
    documents = [document(name, text=f"The quay\n\n{text}\n") for name, text in texts.items()]
    return tuple(read_language(one, split.split_passages(one), ()) for one in documents)


def test_clauses_are_joined_again_where_an_article_or_a_family_is_another():
    readings, families, notebook = read(TEXTS), {"d1": "f1", "d2": "f2"}, Notebook()
    made = note_connections(notebook, readings, families)
    assert made == connect_clauses(readings, families)
    assert made.agreeing
    assert note_connections(notebook, readings[::-1], {**families, "d3": "f3"}) is made
    kin = {"d1": "f1", "d2": "f1"}
    assert note_connections(notebook, readings, kin) == connect_clauses(readings, kin) != made
    edited = read({**TEXTS, "d2": TEXTS["d2"].replace("3 March", "9 March")})
    again = note_connections(notebook, edited, families)
    assert again == connect_clauses(edited, families) != made


MORE = {
    "d3": "On 3 March 2025 Ines Dorrat opened a school in Vellin, a teacher said.",
    "d4": "Ines Dorrat opened the lower quay of Vellin on 3 March 2025 at noon.",
}


def test_of_articles_that_stand_as_they_stood_clauses_are_not_compared_again(monkeypatch):
    texts, compared, copies = {**TEXTS, **MORE}, [], []
    families = {name: f"f{name}" for name in texts}
    first = Notebook()
    readings = read(texts)
    made = note_connections(first, readings, families)
    ask, ask_copy = connect._compare_clauses, connect.is_reworded

    def note(one, other):
        compared.append({one.document, other.document})
        return ask(one, other)

    def note_copy(one, other):
        copies.append({one.document.id, other.document.id})
        return ask_copy(one, other)

    monkeypatch.setattr(connect, "_compare_clauses", note)
    monkeypatch.setattr(connect, "is_reworded", note_copy)
    (edited,) = read({"d4": MORE["d4"].replace("3 March", "9 March")})
    second = Notebook(before=first.now)
    again = note_connections(second, (*readings[:3], edited), families)
    assert compared
    assert all("d4" in pair for pair in (*compared, *copies))
    compared.clear()
    assert again == connect_clauses((*readings[:3], edited), families) != made
    assert len(compared) > len(again.compared.clauses) / 2
    compared.clear()
    back = note_connections(Notebook(before=second.now), readings[:3], families)
    assert compared == []
    assert back == connect_clauses(readings[:3], families)
