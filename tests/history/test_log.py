"""`log` tells a record's life, commit by commit, the oldest first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from history.histories import RECORD, History, started
from repositories import meeting, recommendation, run, text, update

FIRST = recommendation("cat-2020-4", "isolasjon")
SAID = update("reported", "in-progress", "2022-01-01")


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> History:
    return started(tmp_path_factory.mktemp("made"))


@pytest.fixture
def history(made: History, tmp_path: Path) -> History:
    return made.copied(tmp_path)


def life(history: History, name: str = "cat-2020-4", *words: str) -> list[dict[str, Any]]:
    outcome = run("log", name, "-f", "json", *words, root=history.root)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = outcome.data["life"]
    return found


def told(history: History, name: str = "cat-2020-4") -> list[list[tuple[str, str]]]:
    return [[(c["what"], c["how"]) for c in one["changes"]] for one in life(history, name)]


def test_a_life_is_told_from_the_beginning(history: History) -> None:
    first = history.commit("2022-01-01", {RECORD: FIRST}, subject="Ny", author="Kari Prøve")
    other = history.commit("2022-02-01", {RECORD: {**FIRST, "status": [SAID]}}, author="Ola")
    history.write({RECORD: {**FIRST, "status": []}})

    assert run("log", "cat-2020-4", root=history.root).out.splitlines() == [
        "cat-2020-4, recommendation: its life, the oldest first",
        "",
        f"2022-01-01 {first[:10]} Kari Prøve: Ny",
        "      recommendation added",
        f"2022-02-01 {other[:10]} Ola: Noe nytt",
        "      2022-01-01 reported by Justisdepartementet: in-progress",
        "not committed yet",
        "      entry removed: 2022-01-01 reported by Justisdepartementet: in-progress",
    ]


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_every_form_tells_who_and_what(history: History, form: str) -> None:
    history.commit("2022-01-01", {RECORD: FIRST}, author="Kari Prøve")
    out = run("log", "cat-2020-4", "-f", form, root=history.root).out

    assert "Kari Prøve" in out
    assert "added" in out


def test_what_others_committed_is_left_out(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    history.commit("2022-02-01", {"data/meetings/m.yaml": meeting("m", "isolasjon")})

    assert len(life(history)) == 1


def test_a_move_to_another_folder_is_told_as_one(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    place = "data/recommendations/eldre/cat-2020-4.yaml"
    history.commit("2022-02-01", {RECORD: None, place: FIRST})

    assert life(history)[1]["moved"] == {"from": RECORD, "to": place}
    assert told(history) == [[("record", "added")], []]


def test_a_move_that_is_not_committed_is_told(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    place = "data/recommendations/eldre/cat-2020-4.yaml"
    history.write({RECORD: None, place: FIRST})

    assert life(history)[1]["moved"] == {"from": RECORD, "to": place}


def test_a_record_that_is_gone_still_has_its_life(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    history.commit("2022-02-01", {RECORD: None})

    assert told(history) == [[("record", "added")], [("record", "removed")]]


def test_a_record_that_is_not_committed_yet_has_one(history: History) -> None:
    history.write({RECORD: FIRST})

    assert life(history)[0]["commit"] is None
    assert told(history) == [[("record", "added")]]


def test_a_change_of_layout_alone_is_said_to_be_one(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    raw = (history.root / RECORD).read_bytes()
    history.commit("2022-02-01", {RECORD: b"# en merknad\n" + raw})

    assert told(history) == [[("record", "added")], []]
    assert "layout, comments" in run("log", "cat-2020-4", root=history.root).out


def test_of_a_list_only_commits_that_touched_the_record_are_told(history: History) -> None:
    themes = history.root / "data/themes.yaml"
    words = themes.read_text(encoding="utf-8")
    history.commit("2022-01-01", {"data/themes.yaml": words.replace("Hatytringer", "Hat")})
    history.commit("2022-02-01", {"data/themes.yaml": words.replace("Isolasjon", "Enerom")})

    found = life(history, "isolasjon")
    assert [one["date"] for one in found] == ["2021-01-01", "2022-02-01"]
    assert found[1]["changes"][0]["new"] == "Enerom"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("jd", "actor"), ("2022-isolasjon", "meeting"), ("oppfolging-2021", "plan")],
)
def test_records_of_other_kinds_have_a_life(history: History, name: str, kind: str) -> None:
    outcome = run("log", name, "-f", "json", root=history.root)

    assert outcome.data["kind"] == kind
    assert outcome.data["life"][0]["changes"][0]["what"] == "record"


def test_a_theme_that_is_gone_still_has_its_life(history: History) -> None:
    words = (history.root / "data/themes.yaml").read_text(encoding="utf-8")
    kept = words[: words.index("- id: hatytringer")]
    history.commit("2022-01-01", {"data/themes.yaml": kept})

    assert told(history, "hatytringer")[-1] == [("record", "removed")]


def test_a_branch_that_was_joined_is_told_by_its_own_commit(history: History) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    history.git("checkout", "-q", "-b", "annen")
    history.commit("2022-02-01", {RECORD: {**FIRST, "status": [SAID]}}, author="Ola")
    history.git("checkout", "-q", "main")
    history.commit("2022-02-02", {"data/meetings/m.yaml": meeting("m", "isolasjon")})
    history.git("-c", "user.name=x", "-c", "user.email=x@y", "merge", "-q", "--no-edit", "annen")

    assert [(one["author"], one["merge"]) for one in life(history)] == [
        ("Kari Prøve", False),
        ("Ola", False),
    ]


def test_a_merge_that_wrote_something_itself_is_compared_with_its_first_line(
    history: History,
) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    history.git("checkout", "-q", "-b", "annen")
    history.commit("2022-02-01", {RECORD: {**FIRST, "summary": text("En.")}})
    history.git("checkout", "-q", "main")
    history.commit("2022-02-02", {RECORD: {**FIRST, "summary": text("To.")}})
    who = ("-c", "user.name=x", "-c", "user.email=x@y")
    history.git(*who, "merge", "-q", "-s", "ours", "--no-commit", "annen")
    history.commit("2022-03-01", {RECORD: {**FIRST, "summary": text("Tre.")}})
    last = life(history)[-1]

    assert last["merge"]
    assert [(c["old"], c["new"]) for c in last["changes"]] == [("To.", "Tre.")]


def test_a_commit_in_which_it_cannot_be_read_is_told_and_the_next_compared_with_the_last(
    history: History,
) -> None:
    history.commit("2022-01-01", {RECORD: FIRST})
    history.commit("2022-02-01", {RECORD: "id: ["})
    history.commit("2022-03-01", {RECORD: {**FIRST, "status": [SAID]}})

    assert life(history)[1]["unread"] == [RECORD]
    assert told(history) == [[("record", "added")], [], [("status", "added")]]


def test_internal_notes_are_told_only_when_asked_for(history: History) -> None:
    history.commit("2022-01-01", {RECORD: {**FIRST, "internal": "Hemmelig en."}})
    history.commit("2022-02-01", {RECORD: {**FIRST, "internal": "Hemmelig to."}})

    for form in ("text", "md", "csv", "json"):
        assert "Hemmelig" not in run("log", "cat-2020-4", "-f", form, root=history.root).out
    assert "Hemmelig to." in run("log", "cat-2020-4", "--internal", root=history.root).out


def test_authors_and_subjects_are_shown_as_the_characters_that_they_are(history: History) -> None:
    history.commit(
        "2022-01-01", {RECORD: FIRST}, author="[red]\x1b[31mX | Y", subject="=1+1 [b]\u202e<i>"
    )
    shown = run("log", "cat-2020-4", "--color", "always", root=history.root).out
    table = run("log", "cat-2020-4", "-f", "md", root=history.root).out
    rows = run("log", "cat-2020-4", "-f", "csv", root=history.root).out

    assert "[red]\\x1b[31mX | Y: =1+1 [b]\\u202e<i>" in shown
    assert "\\[red\\]" in table
    assert "\\|" in table
    assert "'=1+1" in rows


@pytest.mark.parametrize(
    "name", ["cat-2020-5", "--all", "../x", "*", "[a]", "data", "", "x\n", ":(top)", "Å", "\x1b"]
)
def test_what_is_no_id_of_a_record_is_misuse(history: History, name: str) -> None:
    outcome = run("log", "--", name, root=history.root)

    assert outcome.code == 2
    assert "There is no record" in outcome.err


def test_the_nearest_id_is_suggested(history: History) -> None:
    assert "'cat-2018-16'" in run("log", "cat-2018-61", root=history.root).err


def test_a_record_of_a_large_list_is_told_like_one_of_a_small_list(history: History) -> None:
    many = "".join(f"- id: t{n}\n  name: {{nb: {'Tema ' * 20}{n}}}\n" for n in range(1_000))
    for day, name in (("2022-01-01", "Ny"), ("2022-02-01", "Ny igjen")):
        one = f"- id: ny\n  name:\n    nb: {name}\n"
        history.commit(
            day, {"data/themes.yaml": many[: len(many) // 2].rpartition("- id")[0] + one}
        )

    assert told(history, "ny") == [[("record", "added")], [("field", "changed")]]


def test_a_record_that_leans_on_the_rest_of_a_large_list_is_read_with_it(history: History) -> None:
    many = "".join(f"- id: t{n}\n  name: &n{n} {{nb: {'Tema ' * 20}}}\n" for n in range(1_000))
    for day, other in (("2022-01-01", "t1"), ("2022-02-01", "t2")):
        one = f"- id: ny\n  name: *n1\n  parent: {other}\n"
        history.commit(day, {"data/themes.yaml": many + one})

    assert told(history, "ny") == [[("record", "added")], [("field", "changed")]]
