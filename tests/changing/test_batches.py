"""Edits that build on each other, as importers, score sheets and decisions make them."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.errors import Misuse
from anbefal.model.dataset import Key
from anbefal.model.edits import Append, Create, Delete, Discard, Edit, Rename, SetValue
from anbefal.store.changing.applying import apply
from anbefal.store.changing.writer import writing
from anbefal.store.reading.repository import load
from repositories import recommendation, repository, text
from support import diagnose

RECORD = Key("recommendation", "cat-2018-16")
OTHER = Key("recommendation", "cat-2012-9")
THEME = Key("theme", "ny")
NEW_THEME = Create(THEME, {"id": "ny", "name": text("Ny")})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def made(root: Path, *edits: Edit) -> dict[str, str | None]:
    """Return path to new text of each file that the edits change."""
    changes = apply(root, load(root).dataset, edits)
    return {one.path: one.new.decode() if one.new is not None else None for one in changes}


def written(root: Path, *edits: Edit) -> Path:
    with writing(root) as door:
        door.write(apply(root, load(root).dataset, edits))
    return root


def test_a_new_record_is_changed_like_any_other(root: Path) -> None:
    (changed,) = made(root, NEW_THEME, SetValue(THEME, ("name", "nn"), "Nytt")).values()

    assert changed is not None
    assert changed.endswith("- id: ny\n  name:\n    nb: Ny\n    nn: Nytt\n")


def test_a_renamed_record_answers_to_both_ids(root: Path) -> None:
    files = made(
        root,
        Rename(RECORD, "cat-2018-17"),
        SetValue(RECORD, ("groups",), ["a"]),
        Append(Key("recommendation", "cat-2018-17"), ("groups",), "b"),
    )

    new = files["data/recommendations/cat/cat-2018-17.yaml"]
    assert new is not None
    assert "groups: [a, b]" in new


def test_two_records_change_ids(root: Path) -> None:
    between = Key("recommendation", "between")
    written(
        root, Rename(RECORD, "between"), Rename(OTHER, RECORD.name), Rename(between, OTHER.name)
    )

    assert 'paragraph: "16"' in (root / "data/recommendations/cat/cat-2012-9.yaml").read_text()
    assert 'paragraph: "9"' in (root / "data/recommendations/cat/cat-2018-16.yaml").read_text()
    assert (root / "data/meetings/2022-isolasjon.yaml").read_text().count("cat-2012-9") == 2


def test_a_record_is_replaced_by_another_of_the_same_id(root: Path) -> None:
    meeting = Key("meeting", "2022-isolasjon")
    new = {"id": "2022-isolasjon", "theme": "isolasjon", "state": "planned"}

    files = made(root, Delete(meeting), Create(meeting, new))

    expected = "id: 2022-isolasjon\ntheme: isolasjon\nstate: planned\n"
    assert files == {"data/meetings/2022-isolasjon.yaml": expected}


def test_a_name_in_a_list_is_renamed_wherever_it_stands_by_then(root: Path) -> None:
    jd = Key("actor", "jd")
    ministries = ("ministries",)

    files = made(
        root,
        SetValue(RECORD, ministries, ["kud", "jd"]),
        Discard(RECORD, ministries, "kud"),
        Rename(jd, "justis"),
    )

    new = files["data/recommendations/cat/cat-2018-16.yaml"]
    assert new is not None
    assert "ministries: [justis]" in new
    assert "by: justis" in new


def test_a_name_that_was_just_written_is_renamed_too(root: Path) -> None:
    files = made(
        root,
        NEW_THEME,
        Append(RECORD, ("themes",), "ny"),
        Rename(THEME, "nyere"),
    )

    new = files["data/recommendations/cat/cat-2018-16.yaml"]
    assert new is not None
    assert "themes: [isolasjon, frihet, nyere]" in new


@pytest.mark.parametrize(
    "edits",
    [
        (NEW_THEME, NEW_THEME),
        (Rename(RECORD, "x"), Rename(OTHER, "x")),
        (Rename(RECORD, OTHER.name),),
        (Delete(RECORD), SetValue(RECORD, ("groups",), ["a"])),
        (Delete(Key("criteria", "criteria")),),
        (SetValue(RECORD, (), "x"),),
        (SetValue(RECORD, ("id", "x"), None),),
        (SetValue(RECORD, ("finnes-ikke",), "x"),),
        (SetValue(RECORD, ("status", 7, "note"), "x"),),
        (Append(RECORD, ("kind",), "x"),),
        (Append(RECORD, ("source",), "x"),),
        (Discard(RECORD, ("themes",), "x"),),
        (SetValue(Key("recommendation", "finnes-ikke"), ("groups",), ["a"]),),
    ],
    ids=str,
)
def test_an_edit_that_does_not_fit_is_misuse(root: Path, edits: tuple[Edit, ...]) -> None:
    with pytest.raises(Misuse):
        made(root, *edits)


def test_many_records_are_made_at_once_and_are_right(root: Path) -> None:
    records = [
        recommendation(f"cat-2030-{n}", "isolasjon", source={"paragraph": str(n)})
        for n in range(50)
    ]
    edits = [Create(Key("recommendation", record["id"]), record) for record in records]

    written(root, *edits)

    assert diagnose(root) == []
    assert len(list((root / "data/recommendations/cat").glob("cat-2030-*"))) == 50


def test_below_a_folder_with_decomposed_letters_a_change_is_made_where_the_file_lies(
    root: Path,
) -> None:
    folder = root / "data/recommendations/pa\u030a"
    (root / "data/recommendations/cat").rename(folder)
    changes = apply(root, load(root).dataset, [SetValue(RECORD, ("groups",), ["a"])])

    after = load(root).changed({one.path: one.new for one in changes})

    assert [one.path for one in changes] == ["data/recommendations/pa\u030a/cat-2018-16.yaml"]
    assert len(after.dataset.recommendations) == len(load(root).dataset.recommendations)
    assert after.findings == ()


def test_notes_for_ourselves_come_last(root: Path) -> None:
    files = made(root, SetValue(RECORD, ("internal",), "Ring."))

    new = files["data/recommendations/cat/cat-2018-16.yaml"]
    assert new is not None
    assert new.endswith("internal: Ring.\n")
