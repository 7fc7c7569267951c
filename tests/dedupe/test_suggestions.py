"""`dedupe` shows what may be the same ask, with all that is needed to decide."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from anbefal.analysis.duplicates.pairs import Suggestions
from anbefal.analysis.duplicates.suggesting import suggest
from anbefal.model.dataset import Dataset
from anbefal.report.duplicates.screen import show_pair
from anbefal.report.duplicates.telling import Telling, out_of_100
from anbefal.wording import wording
from dedupe.suggested import ASKS, FILES, LATER, OLD, OTHER, PAIRS, SOFT, by_hand, pair, use
from repositories import dataset, recommendation, repository, run

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module", name="root")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("asks"), FILES)


@pytest.fixture(autouse=True)
def _suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("md", "md")])
def test_the_suggestions_word_for_word(
    form: str, ending: str, root: Path, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN / f"dedupe.{ending}"
    said = "".join(
        f"{line.rstrip()}\n" for line in run("dedupe", "-f", form, root=root).out.splitlines()
    )
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8", newline="\n")

    assert said == golden.read_text(encoding="utf-8")


def shown(width: int, color: str | None = None) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=bool(color), color_system=color)  # type: ignore[arg-type]
    telling = Telling(dataset(recommendations=list(ASKS.values())), wording("en", "dedupe"))
    show_pair(telling, PAIRS[0], console)
    return out.getvalue()


def test_on_a_narrow_terminal_one_text_stands_above_the_other() -> None:
    lines = [line.strip() for line in shown(60).splitlines()]

    assert lines.index(LATER) > lines.index(OTHER)


def test_what_differs_is_marked_with_colours_and_without() -> None:
    assert "‹detention centres" in shown(100)  # noqa: RUF001
    assert "\x1b[" not in shown(100)
    assert "\x1b[1;35m‹detention centres" in shown(100, "standard")  # noqa: RUF001


def test_programs_get_pairs_and_groups(root: Path) -> None:
    data = run("dedupe", "-f", "json", "--lang", "en", root=root).data

    assert data["pairs"][0] == {
        "a": OTHER,
        "b": LATER,
        "relation": "duplicate",
        "score": 0.962,
        "differs_in": [],
        "why": "Both: ratify. Put as strongly. About 9 of 10 words that count are in both.",
        "link": "same_as",
        "language": "en",
        "a_official": False,
        "b_official": True,
    }
    assert data["clusters"] == [[OLD, LATER, OTHER]]
    assert (data["compared"], data["alone"]) == (8, [])


def test_a_spreadsheet_gets_both_texts(root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("dedupe", "-f", "csv", root=root).out)))

    assert [row["group"] for row in rows] == ["1", "1", "1", ""]
    assert (rows[0]["b"], rows[0]["b_official"], rows[0]["b_verified"]) == (LATER, "true", "true")
    assert rows[0]["b_text"].startswith("The Committee recommends")


@pytest.mark.parametrize(
    ("options", "among"),
    [
        ((), None),
        (("--body", "cat", "--body", "cerd"), {OLD, LATER, SOFT, "cat-2012-9", "cat-2018-16"}),
        (("--theme", "isolasjon", "--since", "2020-06"), {OTHER, SOFT}),
        (("--since", "2021-03-15", "--body", "ccpr"), {OTHER}),  # March 2021 may be later
        ((OLD, SOFT), {OLD, SOFT}),
    ],
)
def test_filters_say_which_records_every_pair_has_one_of(
    options: tuple[str, ...], among: set[str] | None, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Collection[str] | None] = []

    def suggest(dataset: Dataset, *, least: float, among: Collection[str] | None) -> Suggestions:
        asked.append(among)
        return by_hand(dataset, least=least, among=among)

    use(monkeypatch, suggest)
    run("dedupe", *options, root=root)

    assert asked == [among]


def test_a_text_without_words_is_told_as_not_compared() -> None:
    texts = {"a": "Train guards.", "b": "Close it.", "c": "…", "d": "!?"}
    asked = [recommendation(one, text={"en": words}) for one, words in texts.items()]
    found = suggest(dataset(recommendations=asked))

    assert (found.compared, found.alone) == (2, ("c", "d"))


def test_only_related_pairs(root: Path) -> None:
    data = run("dedupe", "-f", "json", "--relation", "related", root=root).data

    assert [(one["a"], one["link"]) for one in data["pairs"]] == [(SOFT, "related")]
    assert data["clusters"] == []


def test_a_screen_shows_the_first_and_says_what_it_leaves_out(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    related = tuple(pair(SOFT, OLD, 0.1, "related", "strength") for _ in range(12))
    alike = (pair(OTHER, LATER, 0.9), pair(SOFT, OLD, 0.8))
    made = Suggestions((*alike, *related), ((LATER, OTHER), (OLD, SOFT)), 8, ("a", "b"))
    use(monkeypatch, lambda *_, **__: made)

    said = run("dedupe", "--limit", "1", "--lang", "en", root=root).out

    assert "… and one more group. Show more with --limit 2" in said
    assert "… and 2 more: --relation related" in said
    assert "2 recommendations were not compared" in said


def test_a_pair_across_groups_is_shown_and_in_no_group(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = (pair(OTHER, LATER, 0.9), pair(LATER, OLD, 0.6, "repeats"))
    use(monkeypatch, lambda *_, **__: Suggestions(alike, ((LATER, OTHER),), 8, ()))

    said = run("dedupe", "--lang", "en", root=root).out
    rows = list(csv.DictReader(io.StringIO(run("dedupe", "-f", "csv", root=root).out)))

    assert "Pairs across the groups\n" in said
    assert "Perhaps the same ask (60 of 100)." in said
    assert [row["group"] for row in rows] == ["1", ""]


def test_what_was_decided_before_is_told_with_its_group(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = replace(
        by_hand(dataset(recommendations=list(ASKS.values())), least=0.5),
        clusters=(
            tuple(sorted((OLD, LATER, OTHER, "cat-2018-16", "ccpr-2018-15b", "cat-2012-9"))),
        ),
    )
    use(monkeypatch, lambda *_, **__: known)

    said = run("dedupe", root=root).out

    assert "Fra før regnet som samme krav: cat-2012-9, cat-2018-16, ccpr-2018-15b." in said


def test_what_is_decided_next_is_what_was_asked_for(root: Path) -> None:
    said = run("dedupe", "--body", "ccpr", "--relation", "related", root=root).out

    assert "anbefal dedupe --apply --body ccpr --relation related" in said


def test_no_probability_is_told_as_certain() -> None:
    assert [out_of_100(score) for score in (0.0, 0.004, 0.5, 0.994, 0.999, 1.0)] == [
        *(1, 1, 50, 99, 99, 99)
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("--apply", "--check"),
        ("--dry-run",),
        ("--check", "-f", "csv"),
        ("-f", "sarif"),
        ("--apply", "-f", "json"),
        ("--min", "60"),
        ("--since", "yesterday"),
        ("--since", ""),
        ("--theme", "isolasjn"),
        ("cat-2020-8",),
    ],
)
def test_words_that_cannot_be_used_are_misuse(options: tuple[str, ...], root: Path) -> None:
    outcome = run("dedupe", *options, root=root)

    assert (outcome.code, outcome.out) == (2, "")
