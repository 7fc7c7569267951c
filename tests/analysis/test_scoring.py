"""What an assessor gives becomes changes of a file that keep everything else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.scoring import Given, ScoreChange, find_assessment, score_changes, score_edits
from anbefal.analysis.values import Level
from anbefal.model.assessment import Assessment
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.store.changing.applying import apply
from anbefal.store.reading.repository import load
from repositories import repository

FILE = "data/assessments/2022/juss.yaml"
TEXT = """\
# Utfylt i møte
round: "2022"
assessor: juss
date: 2022-06-01
scores:
  # Det viktigste
  - theme: isolasjon
    values: {alvor: 4, omfang: 1.5, hast: null}   # enige
    reasons: {alvor: Flere har fått varige skader.}
    internal: Ringte på tirsdag.
  - recommendation: cat-2018-16
    values:
      alvor: 3  # usikkert
      plikt: 2
    dissent: To var uenige.
"""
WHO = {"round_name": "2022", "assessor": "juss"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path, {FILE: TEXT})


def give(
    root: Path,
    *given_scores: Given,
    date: PartialDate | None = None,
    round_name: str = "2022",
    assessor: str = "juss",
) -> dict[str, str]:
    """Write what is given to the files; return those that changed."""
    data = load(root).dataset
    edits = score_edits(data, round_name, assessor, given_scores, date)
    changed = {}
    for change in apply(root, data, edits):
        assert change.new is not None
        path = root / change.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(change.new)
        changed[change.path] = change.new.decode()
    return changed


def on_theme(
    values: dict[str, float | None] | None = None,
    reasons: dict[str, str | None] | None = None,
    dissent: str | None = None,
    item: str = "isolasjon",
) -> Given:
    return Given("theme", item, values or {}, reasons or {}, dissent)


def test_a_value_changes_in_its_place_and_a_new_one_stands_last(root: Path) -> None:
    assert give(root, on_theme({"alvor": 2, "plikt": 3})) == {
        FILE: TEXT.replace("alvor: 4", "alvor: 2").replace("null}", "null, plikt: 3}")
    }


def test_a_value_taken_away_takes_only_its_own_line(root: Path) -> None:
    taken = Given("recommendation", "cat-2018-16", {"alvor": None})

    assert give(root, taken) == {FILE: TEXT.replace("      alvor: 3  # usikkert\n", "")}


def test_a_null_stays_where_no_value_is_given_and_gives_way_to_one(root: Path) -> None:
    assert give(root, on_theme({"hast": None})) == {}
    assert give(root, on_theme({"hast": 0})) == {FILE: TEXT.replace("hast: null", "hast: 0")}


def test_reasons_and_dissent_are_given_and_taken_away(root: Path) -> None:
    give(
        root,
        on_theme(reasons={"alvor": None, "omfang": "Mange."}, dissent="Én var uenig."),
        Given("recommendation", "cat-2018-16", dissent=""),
    )

    (theme_entry, entry) = found_in(root).scores
    assert (theme_entry.reasons, theme_entry.dissent) == ({"omfang": "Mange."}, "Én var uenig.")
    assert entry.dissent is None


def test_what_is_not_named_stays_with_its_comments(root: Path) -> None:
    (text,) = give(root, on_theme({"alvor": 1}, dissent="Nei")).values()

    for kept in ("# Utfylt i møte", "# Det viktigste", "# enige", "# usikkert", "Ringte på"):
        assert kept in text


def test_an_item_that_has_no_entry_gets_one_at_the_end(root: Path) -> None:
    assert give(root, on_theme({"alvor": 0.0}, item="frihet")) == {
        FILE: f"{TEXT}  - theme: frihet\n    values:\n      alvor: 0\n"
    }


def test_the_date_changes_only_with_something_else(root: Path) -> None:
    july = PartialDate(2022, 7)

    assert give(root, on_theme({"alvor": 4}), date=july) == {}
    (text,) = give(root, on_theme({"alvor": 3}), date=july).values()
    assert "date: 2022-07\n" in text


@pytest.mark.parametrize(
    "nothing",
    [
        on_theme({"alvor": 4.0, "omfang": 1.5}),
        on_theme({"plikt": None}, {"plikt": None}),
        on_theme(dissent=""),
        on_theme({"alvor": None}, dissent="", item="frihet"),
        Given("recommendation", "cat-2018-16", {"alvor": 3}, {}, "To var uenige."),
    ],
)
def test_nothing_is_done_where_nothing_changes(root: Path, nothing: Given) -> None:
    assert score_edits(load(root).dataset, "2022", "juss", [nothing], PartialDate(2023)) == ()


def test_a_new_assessment_is_made_with_its_date(root: Path) -> None:
    assert give(root, on_theme({"alvor": 3}), assessor="nim", date=PartialDate(2022)) == {
        "data/assessments/2022/nim.yaml": (
            'round: "2022"\nassessor: nim\ndate: 2022\nscores:\n'
            "  - theme: isolasjon\n    values:\n      alvor: 3\n"
        )
    }


def test_a_new_assessment_without_a_date_is_refused(root: Path) -> None:
    with pytest.raises(ValueError, match="needs a date"):
        give(root, on_theme({"alvor": 3}), assessor="nim")


def test_a_new_assessment_that_says_nothing_is_not_made(root: Path) -> None:
    assert give(root, on_theme({"alvor": None}), assessor="nim", date=PartialDate(2022)) == {}


def test_another_round_is_another_assessment(root: Path) -> None:
    give(root, on_theme({"alvor": 1}), round_name="2023", date=PartialDate(2023))

    assert found_in(root).scores[0].values["alvor"] == 4
    assert found_in(root, "2023").scores[0].values == {"alvor": 1}


def test_changes_are_told_in_the_order_in_which_they_are_given(root: Path) -> None:
    item = "isolasjon"
    given_scores = [
        on_theme({"plikt": 3, "alvor": None, "omfang": 1.5}, {"alvor": "Ny."}, "Nei"),
        on_theme({"alvor": 0}, item="frihet"),
    ]

    assert score_changes(found_in(root), given_scores) == (
        ScoreChange("theme", item, "value", "plikt", None, 3),
        ScoreChange("theme", item, "value", "alvor", 4, None),
        ScoreChange("theme", item, "reason", "alvor", "Flere har fått varige skader.", "Ny."),
        ScoreChange("theme", item, "dissent", None, None, "Nei"),
        ScoreChange("theme", "frihet", "value", "alvor", None, 0),
    )


def found_in(root: Path, round_name: str = "2022") -> Assessment:
    found = find_assessment(load(root).dataset, round_name, "juss")
    assert found is not None
    return found


Says = dict[tuple[str, str, str, str | None], float | str]
"""Level, item, what and criterion to what an assessment says there."""

ITEMS: list[tuple[Level, str]] = [
    ("theme", "isolasjon"),
    ("theme", "frihet"),
    ("recommendation", "cat-2018-16"),
]
CRITERIA = ["alvor", "hast", "plikt"]
words = st.sampled_from(["Ja", 'Nei: "aldri" # nå', "- 1", "null", "To\nlinjer"])
values = st.dictionaries(st.sampled_from(CRITERIA), st.sampled_from([None, 0, 1.5, 4]), max_size=3)
reasons = st.dictionaries(st.sampled_from(CRITERIA), st.none() | words, max_size=2)
one_item = st.builds(
    lambda item, *more: Given(*item, *more),
    st.sampled_from(ITEMS),
    values,
    reasons,
    st.sampled_from([None, "", "Uenig", "Likevel"]),
)
several = st.lists(one_item, min_size=1, max_size=3, unique_by=lambda one: one.item)


def said(data: Dataset) -> Says:
    """What the assessment in the file says, null counting as nothing."""
    found: Says = {}
    assessment = find_assessment(data, "2022", "juss")
    for entry in assessment.scores if assessment else ():
        where = ("theme", entry.theme) if entry.theme else ("recommendation", entry.recommendation)
        level, item = where[0], str(where[1])
        for criterion, value in entry.values.items():
            if value is not None:
                found[level, item, "value", criterion] = value
        for criterion, reason in entry.reasons.items():
            found[level, item, "reason", criterion] = reason
        if entry.dissent:
            found[level, item, "dissent", None] = entry.dissent
    return found


def after(says: Says, given_scores: Sequence[Given]) -> Says:
    """What it will say, by the plainest reading: each thing replaces what stood there."""
    result: dict[tuple[str, str, str, str | None], float | str | None] = {**says}
    for one in given_scores:
        for criterion, value in one.values.items():
            result[one.level, one.item, "value", criterion] = value
        for criterion, reason in one.reasons.items():
            result[one.level, one.item, "reason", criterion] = reason
        if one.dissent is not None:
            result[one.level, one.item, "dissent", None] = one.dissent or None
    return {place: new for place, new in result.items() if new is not None}


@settings(max_examples=20)
@given(rounds=st.lists(several, min_size=1, max_size=2), begun=st.booleans())
def test_whatever_is_given_is_read_back(rounds: list[list[Given]], *, begun: bool) -> None:
    with TemporaryDirectory() as folder:
        root = repository(Path(folder), {FILE: TEXT if begun else None})
        says = said(load(root).dataset)
        for given_scores in rounds:
            give(root, *given_scores, date=PartialDate(2022, 6, 2))
            says = after(says, given_scores)

            assert said(load(root).dataset) == says
