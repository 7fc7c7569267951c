"""`dedupe --apply` asks pair by pair, writes each answer at once, and asks nothing twice."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anbefal.analysis.duplicates.pairs import Suggestions
from anbefal.cli.app import app
from anbefal.cli.deduping.answers import Answer, understood
from anbefal.model.dataset import Dataset
from anbefal.store.reading.reader import parse
from dedupe.suggested import FILES, LATER, OLD, OTHER, SOFT, by_hand, file_of, use
from repositories import Data, Outcome, repository, run


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use(monkeypatch)
    return repository(tmp_path, FILES)


def answer(root: Path, *lines: str, options: tuple[str, ...] = ()) -> Outcome:
    given = "".join(f"{line}\n" for line in lines)
    words = ["dedupe", "--apply", "--root", str(root), *options]
    result = CliRunner().invoke(app, words, input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def links(root: Path, record_id: str) -> Data:
    value = parse("", (root / file_of(record_id)).read_bytes()).value
    assert isinstance(value, dict)
    found: Data = value.get("links", {})
    return found


def test_answers_become_links_and_what_follows_from_them_is_not_asked(root: Path) -> None:
    outcome = answer(root, "s", "g")

    assert outcome.code == 0
    assert outcome.out == f"changed {file_of(LATER)}\nchanged {file_of(OTHER)}\n"
    assert links(root, OTHER) == {"same_as": [LATER]}
    assert links(root, LATER) == {"repeats": [OLD]}
    assert f"Dermed er også ett par til avgjort:\n{OTHER} – {OLD}" in outcome.err  # noqa: RUF001
    assert "Skrevet: samme krav (1) og gjentar kravet (1)." in outcome.err
    assert run("validate", root=root).code == 0


def test_decided_pairs_never_return(root: Path) -> None:
    answer(root, "s", "r", "e", options=("--relation", "all"))

    assert links(root, SOFT) == {"related": [OTHER]}
    assert run("dedupe", "-f", "json", root=root).data["pairs"] == []


@pytest.mark.parametrize("ending", [("q",), ()], ids=["q", "end of input"])
def test_who_stops_loses_nothing(root: Path, ending: tuple[str, ...]) -> None:
    outcome = answer(root, "d", *ending, options=("--body", "ccpr"))

    assert outcome.code == 0
    assert links(root, OTHER) == {"distinct_from": [LATER]}
    assert "Ett par står igjen. Slik fortsetter du:" in outcome.err
    assert f"  anbefal dedupe --apply --body ccpr --root {root}\n" in outcome.err


def test_going_back_takes_the_answer_back(root: Path) -> None:
    before = {one: (root / file_of(one)).read_bytes() for one in (OTHER, LATER)}
    outcome = answer(root, "b", "s", "", "b", "b", "q")

    assert {one: (root / file_of(one)).read_bytes() for one in (OTHER, LATER)} == before
    assert outcome.out == ""
    assert "Det er ikke noe svar å ta tilbake." in outcome.err
    assert "Ingen kobling er skrevet." in outcome.err


def test_one_body_in_two_cycles_repeats_itself(root: Path) -> None:
    outcome = answer(root, "g", "", "s", "g", "q")  # the first pair is of two bodies

    assert "så det kan ikke være en gjentakelse" in outcome.err
    assert f"Da er koblingen at {LATER} gjentar kravet. Svar g." in outcome.err
    assert (links(root, OTHER), links(root, LATER)) == ({}, {"repeats": [OLD]})


def test_what_somebody_else_decided_meanwhile_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def suggest(dataset: Dataset, *, least: float, among: Collection[str] | None) -> Suggestions:
        found = by_hand(dataset, least=least, among=among)
        assert run("link", LATER, OTHER, "--as", "distinct-from", root=root).code == 0
        return found

    use(monkeypatch, suggest)
    outcome = answer(root, "s", "b", "q")

    assert "Noen andre har tatt stilling til dette paret i mellomtiden" in outcome.err
    assert (links(root, LATER), links(root, OTHER)) == ({"distinct_from": [OTHER]}, {})


def test_a_trial_shows_a_diff_and_writes_nothing(root: Path) -> None:
    outcome = answer(root, "s", "u", "b", "g", "u", options=("--dry-run", "--relation", "all"))

    assert [line for line in outcome.out.splitlines() if line[:3] in {"+++", "---"}] == [
        f"{side}/{file_of(one)}" for one in (LATER, OTHER, SOFT) for side in ("--- a", "+++ b")
    ]
    assert "distinct_from" in outcome.out
    assert (links(root, OTHER), links(root, LATER)) == ({}, {})


def test_without_pairs_there_is_nothing_to_answer(root: Path) -> None:
    outcome = answer(root, options=("--body", "upr"))

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Det er ingen par å ta stilling til.\n"


@pytest.mark.parametrize(
    ("letters", "means"),
    [
        (("s", " S "), Answer.SAME),
        (("r", "g"), Answer.REPEATS),
        (("e", "a"), Answer.RELATED),
        (("d", "u"), Answer.DISTINCT),
        (("", "l"), Answer.LATER),
        (("b",), Answer.BACK),
        (("?",), Answer.HELP),
        (("q",), Answer.STOP),
        (("j", "same", "sr"), None),
    ],
)
def test_letters_are_good_in_english_and_norwegian(
    letters: tuple[str, ...], means: Answer | None
) -> None:
    assert {understood(one) for one in letters} == {means}
