"""What `prioritize` can be asked for: a file, another number of places, and what if."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import Data, repository, run, scores

ALL = "alvor,omfang,saarbarhet,plikt,gjentakelse,stillstand,hast,mulighet,gjennomforing,dialog"
"""Every criterion."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which two networks rank two themes in opposite orders."""
    given = {
        "juss": {"isolasjon": {"alvor": 4, "hast": 0}, "frihet": {"alvor": 2, "hast": 1}},
        "forum": {"isolasjon": {"alvor": 1, "hast": 1}, "frihet": {"alvor": 1, "hast": 2}},
    }
    files = {
        f"data/assessments/2022/{who}.yaml": scores(who, values) for who, values in given.items()
    }
    return repository(tmp_path_factory.mktemp("repository"), files)


def ranked(root: Path, *options: str) -> Data:
    outcome = run("prioritize", *options, "-f", "json", root=root)
    assert outcome.code == 0, outcome.err
    return outcome.data


def order(found: Data) -> list[str]:
    return [item["id"] for item in found["items"] if item["rank"]]


def test_another_weight_gives_another_order_and_says_that_it_is_a_what_if(root: Path) -> None:
    found = ranked(root, "--weight", "hast=60%")

    assert (order(ranked(root)), order(found)) == (
        ["isolasjon", "frihet"],
        ["frihet", "isolasjon"],
    )
    assert found["weight_shares"]["hast"] == pytest.approx(0.6)
    assert [item["rank_stored"] for item in found["items"] if item["rank"]] == [2, 1]
    assert found["notes"][0].startswith("HVA OM: ")


def test_assessors_and_criteria_can_be_left_out(root: Path) -> None:
    assert order(ranked(root, "--only-assessors", "forum")) == ["frihet", "isolasjon"]
    assert order(ranked(root, "--only-assessors", "forum,juss")) == ["isolasjon", "frihet"]
    assert order(ranked(root, "--without", "alvor")) == ["frihet", "isolasjon"]


def test_the_shortlist_has_as_many_places_as_are_asked_for(root: Path) -> None:
    chosen = ranked(root, "--shortlist", "1")["shortlist"]

    assert (chosen["places"], chosen["items"]) == (1, ["isolasjon"])
    assert chosen["turns"]["rises"] == "frihet"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--weight", "hast"), "gives no weight"),
        (("--weight", "hast=0"), "no weight between"),
        (("--weight", "hast=1e999"), "no weight between"),
        (("--weight", "hast=1_0"), "no weight between"),
        (("--weight", "hast=\uff11"), "no weight between"),
        (("--weight", "hast=5", "--weight", "hast=6"), "given two weights"),
        (("--without", ","), "--without names nothing"),
        (("--only-assessors", ""), "--only-assessors names nothing"),
        (("--weight", "hasst=2"), "Did you mean 'hast'?"),
        (("--weight", "hast=100%"), "leave nothing for the other criteria"),
        (("--weight", "hast=20", "--without", "hast"), "both have a weight and be left out"),
        (("--without", ALL), "no criterion is left"),
        (("--only-assessors", "jd"), "There is no assessor in the round 'jd'"),
    ],
)
def test_what_cannot_be_supposed_is_told(root: Path, options: tuple[str, ...], said: str) -> None:
    outcome = run("prioritize", *options, root=root)

    assert (outcome.code, said in outcome.err) == (2, True), outcome.err


@pytest.mark.parametrize(("ending", "form"), [("md", "md"), ("txt", "text"), ("json", "json")])
def test_a_file_holds_what_the_screen_shows(
    root: Path, tmp_path: Path, ending: str, form: str
) -> None:
    file = tmp_path / f"rangering.{ending}"

    outcome = run("prioritize", "-o", str(file), root=root)

    assert outcome.out == f"{file}\n"
    assert file.read_text("utf-8") == run("prioritize", "-f", form, root=root).out


def test_a_picture_says_that_it_is_a_what_if(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "rangering.svg"

    assert run("prioritize", "--weight", "hast=60%", "-o", str(file), root=root).code == 0
    assert "HVA OM: " in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "rangering.png"), "cannot be written as .png"),
        (("-o", "rangering"), "a file without an ending"),
        (("-o", "rangering.svg", "--explain", "isolasjon"), "is no picture"),
        (("-f", "csv", "-o", "rangering.svg"), "ends in .svg, and --format says csv."),
    ],
)
def test_what_cannot_be_written_is_told(root: Path, options: tuple[str, ...], said: str) -> None:
    outcome = run("prioritize", *options, root=root)

    assert (outcome.code, said in outcome.err) == (2, True)
    assert not [*root.glob("rangering*")]


def test_what_the_data_says_stands_beside_the_criteria_and_not_in_the_scores(root: Path) -> None:
    told = ranked(root)["from_the_data"]["isolasjon"]

    assert sorted(told) == ["gjentakelse", "hast", "stillstand"]
    assert [hint["hint"] for hint in told["gjentakelse"]] == ["repetition"]
