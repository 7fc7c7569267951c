"""Exports of UHRI, imported as people import them: what stands in the data afterwards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anbefal.model.recommendation import Recommendation
from anbefal.store.reading.repository import load
from exchange.importing.uhri_exports import annotation, as_csv, as_json, as_xlsx, upr_annotation
from repositories import Outcome, actor, repository, run

ID = "0a0a0a0a-1111-4222-8333-{:012d}"
GROUPS = {"language": "nb", "country": "NO", "groups": {"kvinner": ["Women & girls"]}}
CRC = {"body": "CRC", "symbol": "CRC/C/NOR/CO/5-6"}
CONCERN = "Concerns/Observations"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    base = repository(tmp_path / "register", {"data/settings.yaml": GROUPS})
    with (base / "data/actors.yaml").open("a", encoding="utf-8") as file:
        file.write(f"- {json.dumps(actor('crc', 'treaty-body', abbreviation='CRC'))}\n")
    return base


def numbered(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"id": ID.format(number)} for number, row in enumerate(rows, 1)]


def imported(root: Path, file: Path, *options: str) -> Outcome:
    return run("import", "uhri", str(file), *options, root=root)


def by_number(root: Path) -> dict[int, Recommendation]:
    """Return the records that were imported, by the last digits of UHRI's id."""
    records = load(root, None).dataset.recommendations.values()
    ids = ((one.source.annotation_id, one) for one in records)
    return {int(uhri[-12:]): one for uhri, one in ids if uhri}


def alone(root: Path, folder: Path, **values: Any) -> Recommendation:
    """Import one annotation and return its record."""
    outcome = imported(root, as_csv(folder / "u.csv", numbered([annotation(**values)])))
    assert outcome.code == 0, outcome.out
    return by_number(root)[1]


def files_of(root: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in root.rglob("*") if one.is_file()}


TRAPS = numbered(
    [
        annotation(text="Girls in care 49.The Committee notes long waits.", type=CONCERN),
        annotation(text="Sami children\n14.The Committee recommends teachers.", **CRC),
        annotation(text="15. The Committee recommends more.", **CRC | {"body": ""}),
        annotation(
            text="16. The Committee recommends books.",
            **CRC | {"body": "Committee on the Rights of the Child"},
        ),
        annotation(text="17. The Committee recommends a nurse.", countries=[], **CRC),
        annotation(text="(r) ratify OP-CAT"),
        annotation(
            text="<p>Food &amp; drink</p><p>22.&nbsp;The State party should go on with the"
            " develop- ment of short- and long-term plans.</p>"
        ),
        annotation(text="31. The Committee is concerned that nobody counts.", type=None),
        annotation(
            text="32. The State party should count.", type="3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        ),
        annotation(
            text="33. The State party should listen.",
            themes=[" Rest & play\N{NO-BREAK SPACE}"],
            persons=["Women & girls", "Older persons"],
            sdgs=["1.4 - Any wording at all", "5 - ANOTHER WORDING", "16.A - Institutions"],
        ),
        upr_annotation(
            text="140.10 Keep the tenth (Peru);", symbol="A/HRC/57/4", position=["Noted"]
        ),
        upr_annotation(text="para. 96: 21 Keep on (Chile);", symbol="A/HRC/13/5", states=["Chile"]),
        annotation(text="2030 Agenda for children\n45. The State party should plan.", **CRC),
        annotation(text="Recalling paragraph 9 of its report, the Committee recommends a law."),
        annotation(text="51. The State party should keep a < b, and =1+1, and “these”."),
    ]
)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Recommendation]:
    """Every trap, imported from a workbook, by number."""
    folder = tmp_path_factory.mktemp("traps")
    base = repository(folder / "register", {"data/settings.yaml": GROUPS})
    with (base / "data/actors.yaml").open("a", encoding="utf-8") as file:
        file.write(f"- {json.dumps(actor('crc', 'treaty-body', abbreviation='CRC'))}\n")
    outcome = imported(base, as_xlsx(folder / "traps.xlsx", TRAPS))
    assert outcome.code == 0, outcome.out
    return by_number(base)


@pytest.mark.parametrize(
    ("number", "heading", "paragraph", "words"),
    [
        (1, "Girls in care", "49", "The Committee notes long waits."),
        (2, "Sami children", "14", "The Committee recommends teachers."),
        (6, None, None, "(r) ratify OP-CAT"),
        (
            7,
            "Food & drink",
            "22",
            "The State party should go on with the development of short- and long-term plans.",
        ),
        (11, None, "140.10", "Keep the tenth"),
        (12, None, "96.21", "Keep on"),
        (13, "2030 Agenda for children", "45", "The State party should plan."),
        (
            14,
            None,
            None,
            "Recalling paragraph 9 of its report, the Committee recommends a law.",
        ),
        (15, None, "51", "The State party should keep a < b, and =1+1, and “these”."),
    ],
)
def test_heading_paragraph_and_words_are_parted(
    records: dict[int, Recommendation],
    number: int,
    heading: str | None,
    paragraph: str | None,
    words: str,
) -> None:
    found = records[number]
    assert found.text is not None
    assert (found.source.heading, found.source.paragraph, found.text.en) == (
        heading,
        paragraph,
        words,
    )


def test_no_annotation_is_lost(records: dict[int, Recommendation]) -> None:
    assert sorted(records) == list(range(1, len(TRAPS) + 1))


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_a_body_is_known_by_any_of_its_names_and_by_the_symbol(
    records: dict[int, Recommendation], number: int
) -> None:
    assert (records[number].source.body, records[number].source.document) == (
        "crc",
        "CRC/C/NOR/CO/5-6",
    )


@pytest.mark.parametrize(("number", "kind"), [(1, "concern"), (2, "recommendation")])
def test_a_type_is_the_kind(records: dict[int, Recommendation], number: int, kind: str) -> None:
    assert records[number].kind == kind
    assert "kind" not in records[number].provenance.inferred


@pytest.mark.parametrize(("number", "kind"), [(8, "concern"), (9, "recommendation")])
def test_a_kind_without_a_type_is_concluded_and_says_so(
    records: dict[int, Recommendation], number: int, kind: str
) -> None:
    assert records[number].kind == kind
    assert "kind" in records[number].provenance.inferred


def test_labels_and_goals_become_words_and_codes(records: dict[int, Recommendation]) -> None:
    found = records[10]
    assert found.labels.themes == ("Rest & play",)
    assert (found.groups, found.labels.groups) == (("kvinner",), ("Older persons",))
    assert found.sdgs == ("1.4", "5", "16.a")


def test_states_position_and_day_of_the_upr_are_kept(records: dict[int, Recommendation]) -> None:
    found = records[11]
    assert found.source.recommended_by == ("PE",)
    assert found.state_position is not None
    assert found.state_position.value == "noted"
    assert str(found.source.date) == "2018-06-05"


@pytest.mark.parametrize("name", ["Norway", "norway", "NOR", "NO", "Norge", "Noreg"])
def test_a_country_may_be_called_as_people_call_it(root: Path, tmp_path: Path, name: str) -> None:
    rows = numbered([annotation(), annotation(countries=["Peru"], symbol="CAT/C/PER/CO/7")])
    assert imported(root, as_json(tmp_path / "u.json", rows), "--country", name).code == 0
    assert list(by_number(root)) == [1]


def test_several_annotations_of_one_paragraph_come_in_any_order(root: Path, tmp_path: Path) -> None:
    rows = numbered([annotation(text="20. Train guards."), annotation(text="20. Train doctors.")])
    imported(root, as_csv(tmp_path / "u.csv", rows))
    before = files_of(root)
    outcome = imported(root, as_csv(tmp_path / "u.csv", rows[::-1]))
    assert outcome.code == 0
    assert files_of(root) == before
    assert run("validate", root=root).code == 0


def test_a_record_that_a_person_renamed_and_corrected_is_brought_up_to_date_around_that(
    root: Path, tmp_path: Path
) -> None:
    imported(root, as_csv(tmp_path / "u.csv", numbered([annotation(text="20. Train guards.")])))
    run("edit", "cat-2018-20", "id=cat-2018-vakter", "text.en=Train all guards.", root=root)
    newer = annotation(text="20. Train guards well.", date=date(2018, 6, 6))

    outcome = imported(root, as_csv(tmp_path / "u.csv", numbered([newer])))

    found = by_number(root)[1]
    assert found.text is not None
    assert (found.id, found.text.en) == ("cat-2018-vakter", "Train all guards.")
    assert str(found.source.date) == "2018-06-06"
    assert "Train guards well." in outcome.out


@pytest.mark.parametrize("between", [" ", ""])
def test_a_whole_paragraph_on_one_line_is_no_item_of_it(
    root: Path, tmp_path: Path, between: str
) -> None:
    text = f"41. The State party should:{between}(a) Train guards; (b) Train doctors."
    assert alone(root, tmp_path, text=text).source.paragraph == "41"


def test_headings_may_have_underscores(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", numbered([annotation()]))
    lines = file.read_text("utf-8-sig").splitlines()
    lines[0] = lines[0].upper().replace(" ", "_")
    file.write_text("\n".join(lines), encoding="utf-8")
    assert imported(root, file).code == 0


def test_a_misspelt_heading_is_told_of(root: Path, tmp_path: Path) -> None:
    file = as_csv(tmp_path / "u.csv", numbered([annotation()]))
    words = file.read_text("utf-8-sig").replace("Document Publication Date", "Document Publ. Day")
    file.write_text(words, encoding="utf-8")
    outcome = imported(root, file)
    assert "Document Publ. Day" in outcome.out + outcome.err


@pytest.mark.parametrize("option", [("--since", "2030-01-01"), ("--body", "ccpr")])
def test_rows_of_the_country_that_are_not_wanted_are_still_its_rows(
    root: Path, tmp_path: Path, option: tuple[str, str]
) -> None:
    rows = numbered([annotation(), annotation(countries=["Sweden"], symbol="CAT/C/SWE/CO/8")])
    outcome = imported(root, as_csv(tmp_path / "u.csv", rows), *option)
    assert "No row is about" not in outcome.err
    assert "The file is about Sweden" not in outcome.err


def test_a_symbol_tells_the_body_where_its_name_is_not_known(root: Path, tmp_path: Path) -> None:
    row = {"text": "43. Train guards.", "body": "Komiteen i Genève"}
    assert alone(root, tmp_path, **row).source.body == "cat"


def test_a_heading_has_letters(root: Path, tmp_path: Path) -> None:
    found = alone(root, tmp_path, text="\N{BULLET} 59. The State party should train guards.")
    assert found.source.heading is None
