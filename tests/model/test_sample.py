"""The sample that other tests plant words in has a place for every one of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.meeting import Measure, Meeting, Plan, Report
from anbefal.model.recommendation import Recommendation, Update
from anbefal.model.vocabulary import Actor, CriteriaSet, Criterion, Settings, Theme
from complete import complete_data, write_files
from support import diagnose
from walking import all_models, all_records, parts_of


def test_the_sample_is_complete() -> None:
    filled: set[tuple[str, str]] = set()
    for path, content in complete_data().items():
        for model, part in parts_of(path, content):
            filled |= {(model.__name__, key) for key in part}
    known = {
        (model.__name__, field.alias or name)
        for model in all_models()
        for name, field in model.model_fields.items()
        if name not in {"internal", "nn", "se"}
    }

    assert known - filled == set()


def test_the_sample_is_right(tmp_path: Path) -> None:
    assert diagnose(write_files(tmp_path, complete_data()), date(2022, 12, 1)) == []


def test_the_walk_finds_every_kind_of_record_that_may_carry_notes() -> None:
    assert all_records() >= {
        Actor,
        Assessment,
        CriteriaSet,
        Criterion,
        Measure,
        Meeting,
        Plan,
        Recommendation,
        Report,
        ScoreEntry,
        Settings,
        Theme,
        Update,
    }
