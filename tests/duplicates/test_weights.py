"""The table of weights: what it may name, which signs make sense, and what they add up to."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.features import (
    Features,
    other_features,
    subject_features,
    treaty_features,
)
from anbefal.analysis.duplicates.obligations import obligation_of
from anbefal.analysis.duplicates.reads import prepared
from anbefal.analysis.duplicates.weights import AGAINST, CONSTANT, Table, probability

TABLES: tuple[Table, ...] = get_args(Table)
WEIGHTS: dict[str, dict[str, float]] = tomllib.loads(
    files("anbefal.analysis.duplicates").joinpath("weights.toml").read_text(encoding="utf-8")
)


def features(name: Table) -> Features:
    """Return the features that a table is for, of an ask beside itself."""
    a = prepared(read_ask("Ratify OPCAT", "en"))
    binding = obligation_of(a.ask)
    assert binding
    return {
        "treaty": treaty_features(a, a, binding, binding),
        "other": other_features(a, a),
        "subject": subject_features(a, a),
    }[name]


def test_there_is_a_table_for_each_question() -> None:
    assert tuple(WEIGHTS) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_every_weight_is_for_a_feature_that_there_is(name: Table) -> None:
    assert WEIGHTS[name].keys() - {CONSTANT} <= features(name).keys()
    assert CONSTANT in WEIGHTS[name]


@pytest.mark.parametrize("name", TABLES)
def test_every_weight_counts(name: Table) -> None:
    assert all(WEIGHTS[name].values())


@pytest.mark.parametrize("name", TABLES)
def test_what_can_only_speak_against_has_no_weight_for(name: Table) -> None:
    wrong = {
        feature: weight
        for feature, weight in WEIGHTS[name].items()
        if feature.startswith(AGAINST) and weight > 0
    }
    assert wrong == {}


@pytest.mark.parametrize("name", TABLES)
def test_what_both_have_in_common_speaks_for(name: Table) -> None:
    common = ("same ", "both ", "words ", "subjects shared", "treaties shared", "weight ")
    wrong = {
        feature: weight
        for feature, weight in WEIGHTS[name].items()
        if feature.startswith(common) and weight < 0
    }
    assert wrong == {}


@pytest.mark.parametrize("name", TABLES)
def test_nothing_in_common_is_less_than_all_in_common(name: Table) -> None:
    nothing = dict.fromkeys(features(name), 0.0)
    assert 0 < probability(name, nothing) < probability(name, features(name)) < 1


def test_a_weight_raises_or_lowers_the_probability_by_its_sign() -> None:
    nothing = dict.fromkeys(features("other"), 0.0)
    for feature, weight in WEIGHTS["other"].items():
        if feature != CONSTANT:
            more = probability("other", nothing | {feature: 1.0})
            assert (more > probability("other", nothing)) == (weight > 0)


def test_features_without_a_weight_count_nothing() -> None:
    found = features("treaty")
    assert probability("treaty", found | {"phase of the moon": 1.0}) == probability("treaty", found)
