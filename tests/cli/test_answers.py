"""Answers in JSON and CSV have the shape of the interface, for programs to rely on."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from complete import complete_data, write_files
from repositories import Data, recommendation, repository, run

LISTED = [
    *("id", "kind", "body", "document", "paragraph", "date", "themes", "ministries", "summary"),
    *("reported", "assessed", "follow_up_due", "same_as"),
]
RANKED = [
    *("id", "name", "rank", "score", "low", "high", "rank_best", "rank_worst", "acceptability"),
    *("assessors", "coverage", "criteria"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("repository"), complete_data())


def answer(root: Path, *command: str) -> Data:
    outcome = run(*command, "-f", "json", root=root)
    assert outcome.code == 0
    return outcome.data


def rows(root: Path, *command: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*command, "-f", "csv", root=root).out)))


COMMANDS = [
    ("list",),
    ("search", "isolasjon"),
    ("show", "cat-2018-16"),
    ("prioritize",),
    ("prioritize", "--theme", "isolasjon"),
    ("prioritize", "--explain", "isolasjon"),
    ("validate",),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_json_is_one_object_with_its_version_first(root: Path, command: tuple[str, ...]) -> None:
    assert next(iter(answer(root, *command).items())) == ("format_version", 1)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_question_gets_the_same_bytes(root: Path, command: tuple[str, ...]) -> None:
    assert run(*command, root=root) == run(*command, root=root)


def test_list_has_the_keys_of_the_interface(root: Path) -> None:
    record = answer(root, "list", "--body", "cat", "--year", "2018")["recommendations"][0]

    assert [key for key in record if key in LISTED] == LISTED
    assert {key: record[key] for key in LISTED} == {
        "id": "cat-2018-16",
        "kind": "recommendation",
        "body": "cat",
        "document": "CAT/C/NOR/CO/8",
        "paragraph": "16",
        "date": "2018-06-05",
        "themes": ["isolasjon", "frihet"],
        "ministries": ["jd"],
        "summary": {"nb": "La ingen sitte isolert uten en ny vurdering hver dag."},
        "reported": "in-progress",
        "assessed": "partly-implemented",
        "follow_up_due": "2019-05",
        "same_as": ["ccpr-2018-15b"],
    }


def test_what_is_not_known_is_null(root: Path) -> None:
    record = answer(root, "list", "--kind", "concern")["recommendations"][0]

    assert {key for key, value in record.items() if value is None} == {
        "document",
        "paragraph",
        "date",
        "summary",
        "reported",
        "assessed",
        "follow_up_due",
    }


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ((), ["cat-2012-9", "cat-2018-16", "cat-2018-20", "ccpr-2018-15b", "upr-2019-140-10"]),
        (("--body", "ccpr", "--body", "upr"), ["ccpr-2018-15b", "upr-2019-140-10"]),
        (("--body", "cat", "--year", "2012"), ["cat-2012-9"]),
        (("--body", "Torturkonvensjonen", "--year", "2012"), ["cat-2012-9"]),
        (("--theme", "frihet"), ["cat-2018-16"]),
        (("--ministry", "jd", "--body", "ccpr"), ["ccpr-2018-15b"]),
        (("--group", "innsatte"), ["cat-2018-16"]),
        (("--kind", "concern"), ["cat-2018-20"]),
        (("--reported", "in-progress"), ["cat-2018-16"]),
        (("--assessed", "none", "--year", "2018"), ["ccpr-2018-15b"]),
        (("--due-before", "2019-05-31"), ["cat-2018-16"]),
        (("--due-before", "2019-05-30"), []),
        (("--meeting", "2022-isolasjon"), ["cat-2018-16"]),
        (("--verified",), ["cat-2018-16"]),
        (("--unverified", "--year", "2018"), ["ccpr-2018-15b"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_every_option_of_list_filters(root: Path, filters: tuple[str, ...], ids: list[str]) -> None:
    assert [one["id"] for one in answer(root, "list", *filters)["recommendations"]] == ids


def test_search_finds_in_the_form_of_list(root: Path) -> None:
    found = answer(root, "search", "statistik", "isolasjon")["recommendations"]

    assert [one["id"] for one in found] == ["upr-2019-140-10"]
    assert set(found[0]) >= set(LISTED)


def test_prioritize_has_the_keys_of_the_interface(root: Path) -> None:
    data = answer(root, "prioritize")

    assert set(data) >= {"level", "round", "criteria_adopted", "items", "agreement"}
    assert (data["level"], data["round"]) == ("theme", "2022")
    assert data["criteria_adopted"] == {"date": "2021-05-01", "by": "arbeidsgruppen"}
    assert all(list(item) == RANKED for item in data["items"])


def test_prioritize_ranks_in_json(root: Path) -> None:
    first, last = answer(root, "prioritize")["items"]

    assert (first["id"], first["rank"], first["assessors"]) == ("isolasjon", 1, 2)
    assert first["score"] == pytest.approx(100 * (5 * 3 + 10 * 1.5 + 20 * 4) / 4 / 35)
    assert first["coverage"] == 0.3
    assert first["criteria"]["alvor"] == 3
    assert first["criteria"]["hast"] is None
    assert (last["id"], last["rank"], last["score"]) == ("frihet", None, None)


def test_prioritize_on_a_theme_ranks_its_recommendations(root: Path) -> None:
    data = answer(root, "prioritize", "--theme", "isolasjon")

    assert (data["level"], data["theme"]) == ("recommendation", "isolasjon")
    assert [(item["id"], item["rank"]) for item in data["items"]] == [
        ("cat-2012-9", 1),
        ("ccpr-2018-15b", 1),
        ("upr-2019-140-10", 1),
        ("cat-2018-16", 4),
    ]


def test_every_form_of_a_ranking_says_that_it_is_an_example(root: Path) -> None:
    for form in ("text", "md"):
        assert "EXAMPLE" in run("prioritize", "--lang", "en", "-f", form, root=root).out
    assert any("EKSEMPEL" in note for note in answer(root, "prioritize")["notes"])
    assert {row["example"] for row in rows(root, "prioritize")} == {"true"}


def test_every_form_of_a_ranking_says_that_its_criteria_are_a_proposal(tmp_path: Path) -> None:
    root = repository(tmp_path)
    for form in ("text", "md"):
        assert "PROPOSAL" in run("prioritize", "--lang", "en", "-f", form, root=root).out
    assert answer(root, "prioritize")["criteria_adopted"] is None
    assert {row["criteria_adopted"] for row in rows(root, "prioritize")} == {"proposal"}


def test_prioritize_as_csv_has_a_column_for_each_criterion(root: Path) -> None:
    first, last = rows(root, "prioritize")

    assert list(first)[:8] == [
        *("rank", "id", "name", "score", "low", "high", "coverage", "assessors"),
    ]
    assert (first["id"], first["rank"], first["alvor"], first["hast"]) == (
        "isolasjon",
        "1",
        "3.0",
        "",
    )
    assert (last["id"], last["rank"], last["score"]) == ("frihet", "", "")


def test_explain_takes_a_score_apart(root: Path) -> None:
    data = answer(root, "prioritize", "--explain", "cat-2018-16")
    parts = {one["criterion"]: one for one in data["contributions"]}

    assert data["item"]["id"] == "cat-2018-16"
    assert data["above"] == "upr-2019-140-10"
    assert sum(one["points"] or 0 for one in parts.values()) == pytest.approx(data["item"]["score"])
    assert parts["alvor"]["values"] == [
        {"assessor": "forum", "value": 3, "origin": "own", "reason": "Det er blitt bedre"},
        {"assessor": "juss", "value": 2, "origin": "theme", "reason": None},
    ]
    assert parts["hast"]["points"] is None


def test_a_concern_is_not_ranked_and_explain_says_so(root: Path) -> None:
    outcome = run("prioritize", "--explain", "cat-2018-20", root=root)

    assert outcome.code == 2
    assert "concerns" in outcome.err


def test_show_names_all_that_touches_a_record(root: Path) -> None:
    data = answer(root, "show", "cat-2018-16")

    assert data["recommendation"]["id"] == "cat-2018-16"
    assert data["recommendation"]["source"]["paragraph"] == "16"
    assert {key: data[key] for key in ("same_as", "repeats", "related", "distinct_from")} == {
        "same_as": ["ccpr-2018-15b"],
        "repeats": ["cat-2012-9"],
        "related": ["upr-2019-140-10"],
        "distinct_from": ["cat-2018-20"],
    }
    assert data["meetings"] == ["2022-isolasjon"]
    assert data["measures"] == [
        {"in": "2022-isolasjon", "measure": "veileder"},
        {"in": "oppfolging-2021", "measure": "opplaering"},
    ]
    assert data["assessments"] == [
        {"round": "2022", "assessor": "forum", "example": True, "values": {"alvor": 3}}
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path, start: str) -> None:
    record = recommendation("cat-2020-4", "isolasjon", summary={"nb": f"{start}HYPERLINK(1)"})
    root = repository(tmp_path, {"data/recommendations/cat/cat-2020-4.yaml": record})

    for command in (("list",), ("search", "hyperlink")):
        summaries = {row["id"]: row["summary"] for row in rows(root, *command)}
        assert summaries["cat-2020-4"] == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("kind", ["recommendation", "theme", "meeting"])
def test_schema_prints_a_json_schema_that_the_sample_follows(root: Path, kind: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema: Any = run("schema", kind, root=root).data
    samples = {
        "recommendation": complete_data()["data/recommendations/cat-2018-16.yaml"],
        "theme": complete_data()["data/themes.yaml"],
        "meeting": complete_data()["data/meetings/2022-isolasjon.yaml"],
    }

    jsonschema.Draft202012Validator(schema).validate(samples[kind])


def test_schema_can_write_every_kind_into_a_folder(tmp_path: Path) -> None:
    outcome = run("schema", "-o", "skjema", root=tmp_path)

    assert (outcome.code, outcome.out) == (0, "")
    assert "recommendation.json" in {file.name for file in (tmp_path / "skjema").iterdir()}


def test_the_order_of_sets_in_memory_changes_nothing(root: Path) -> None:
    commands = "list -f json", "validate", "prioritize -f json", "brief --theme isolasjon -o -"
    program = f"""
from anbefal.cli.app import app
for command in {commands}:
    app(command.split(), standalone_mode=False)
"""

    def said(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
        return done.stdout

    first = said("1")
    assert len(first) > 1_000
    assert first == said("2")
