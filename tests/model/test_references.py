"""Where records name records: every place, by the key in the file, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

import pytest
from pydantic import Field, ValidationError

from anbefal.model.assessment import Assessment
from anbefal.model.base import Many, Name, Part, Record, RefersTo, ThemeRef
from anbefal.model.dataset import Dataset
from anbefal.model.kinds import KINDS, kind_of
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import Links, Recommendation
from anbefal.model.references import Reference, named_by, references
from anbefal.model.vocabulary import Actor, ActorKind, Theme
from complete import as_dataset, complete_data
from walking import all_models

ANY: tuple[str, ...] = ()
MINISTRY = ("ministry",)
BODY = ("treaty-body", "mechanism")
ASSESSOR = ("organisation", "network", "ombud")

MEASURE = {
    ("responsible", "*"): ("actor", ANY),
    ("addresses", "*"): ("recommendation", ANY),
    ("updates", "*", "by"): ("actor", ANY),
}
PLACES = {
    Recommendation: {
        ("source", "body"): ("actor", BODY),
        ("themes", "*"): ("theme", ANY),
        ("ministries", "*"): ("actor", MINISTRY),
        ("status", "*", "by"): ("actor", ANY),
        ("links", "same_as", "*"): ("recommendation", ANY),
        ("links", "repeats", "*"): ("recommendation", ANY),
        ("links", "related", "*"): ("recommendation", ANY),
        ("links", "distinct_from", "*"): ("recommendation", ANY),
    },
    Theme: {("parent",): ("theme", ANY), ("ministries", "*"): ("actor", MINISTRY)},
    Actor: {
        ("coordinated_by",): ("actor", MINISTRY),
        ("members", "*"): ("actor", ANY),
        ("speaks_for", "*"): ("actor", BODY),
    },
    Assessment: {
        ("assessor",): ("actor", ASSESSOR),
        ("scores", "*", "theme"): ("theme", ANY),
        ("scores", "*", "recommendation"): ("recommendation", ANY),
    },
    Meeting: {
        ("theme",): ("theme", ANY),
        ("ministries", "*"): ("actor", MINISTRY),
        ("participants", "*", "actor"): ("actor", ANY),
        ("recommendations", "*"): ("recommendation", ANY),
        ("agenda", "*", "actor"): ("actor", ANY),
        **{("commitments", "*", *steps): target for steps, target in MEASURE.items()},
    },
    Plan: {
        ("owner",): ("actor", ANY),
        **{("measures", "*", *steps): target for steps, target in MEASURE.items()},
        ("reports", "*", "remarks", "*", "by"): ("actor", ANY),
    },
}
"""Every place that names a record, written out by hand: what it names, list indexes as stars."""


def test_every_place_that_names_a_record_is_found_and_no_other() -> None:
    found: dict[type[Record], dict[tuple[str, ...], tuple[str, tuple[str, ...]]]] = {}
    for entry in as_dataset(complete_data()).entries:
        for one in references(entry.record):
            place = tuple("*" if isinstance(step, int) else step for step in one.steps)
            found.setdefault(type(entry.record), {})[place] = (one.kind, one.actor_kinds)

    assert found == PLACES


def test_the_steps_lead_to_the_name_in_the_file() -> None:
    for path, content in complete_data().items():
        kind = kind_of(path)
        assert kind is not None
        for values in content if kind.listed else [content]:
            for one in references(kind.model.model_validate(values)):
                value: Any = values
                for step in one.steps:
                    value = value[step]
                assert value == one.name


def test_references_come_in_the_order_of_the_fields() -> None:
    data = complete_data()["data/meetings/2022-isolasjon.yaml"]

    keys = [one.steps[0] for one in references(Meeting.model_validate(data))]

    assert list(dict.fromkeys(keys)) == [
        "theme",
        "ministries",
        "participants",
        "recommendations",
        "agenda",
        "commitments",
    ]


def test_a_field_that_tells_of_an_id_is_marked_as_a_reference() -> None:
    unmarked = {
        f"{model.__name__}.{name}"
        for model in all_models()
        for name, field in model.model_fields.items()
        if {"id", "ids"} & set(re.findall(r"\w+", field.description or ""))
        if not _is_marked((field.annotation, *field.metadata))
    }

    # ids of their own, another database's id, and a scale, which may have no committee
    ids = {place for place in unmarked if place.endswith(".id")}
    assert unmarked - ids == {"Source.annotation_id", "Grade.scale"}


def _is_marked(types: tuple[Any, ...]) -> bool:
    return any(isinstance(one, RefersTo) or _is_marked(get_args(one)) for one in types)


def test_marks_name_kinds_that_there_are() -> None:
    targets = {target for places in PLACES.values() for target in places.values()}

    assert {kind for kind, _ in targets} <= {kind.name for kind in KINDS}
    assert {one for _, allowed in targets for one in allowed} <= set(get_args(ActorKind))


def test_a_record_that_names_none_has_no_references() -> None:
    data = complete_data()
    for path in ("data/criteria.yaml", "data/settings.yaml"):
        kind = kind_of(path)
        assert kind is not None
        assert list(references(kind.model.model_validate(data[path]))) == []


def test_a_key_is_told_as_it_stands_in_the_file() -> None:
    class Renamed(Record):
        sender: ThemeRef | None = Field(default=None, alias="from")
        links: Links | None = None

    record = Renamed.model_validate({"from": "vold", "links": {"related": ["cat-1"]}})

    assert list(references(record)) == [
        Reference("theme", ("from",), "vold"),
        Reference("recommendation", ("links", "related", 0), "cat-1"),
    ]


class _Named(Part):
    theme: ThemeRef


class _InMapping(Record):
    values: Mapping[Name, ThemeRef] = {}


class _PartsInMapping(Record):
    values: Mapping[Name, _Named] = {}


class _InLists(Record):
    values: Many[Many[ThemeRef]] = ()


class _OneOrMany(Record):
    values: ThemeRef | Many[ThemeRef] = ()


@pytest.mark.parametrize("model", [_InMapping, _PartsInMapping, _InLists, _OneOrMany])
def test_a_reference_that_would_not_be_walked_is_refused(model: type[Record]) -> None:
    with pytest.raises(TypeError, match="references in the field values are not walked"):
        references(model())


def test_a_mark_leaves_the_strictness_and_the_schema_alone() -> None:
    class Plain(Record):
        one: Name
        more: Many[Name] = ()

    class Marked(Record):
        one: ThemeRef
        more: Many[ThemeRef] = ()

    plain, marked = Plain.model_json_schema(), Marked.model_json_schema()
    assert marked == plain | {"title": "Marked"}
    for wrong in ({"one": 1}, {"one": "a\nb"}, {"one": ""}, {"one": "a", "more": [1]}):
        with pytest.raises(ValidationError):
            Marked.model_validate(wrong)


def test_what_names_a_record_is_found_from_everywhere() -> None:
    dataset = as_dataset(complete_data())

    found = [(e.file, one.steps) for e, one in named_by(dataset, "recommendation", "cat-2018-16")]

    assert found == [
        ("data/assessments/2022/forum.yaml", ("scores", 1, "recommendation")),
        ("data/meetings/2022-isolasjon.yaml", ("recommendations", 0)),
        ("data/meetings/2022-isolasjon.yaml", ("commitments", 0, "addresses", 0)),
        ("data/plans/oppfolging-2021.yaml", ("measures", 0, "addresses", 0)),
    ]


def test_an_id_of_another_kind_is_another_record() -> None:
    dataset = as_dataset(complete_data())

    assert named_by(dataset, "theme", "jd") == ()
    assert {one.kind for _, one in named_by(dataset, "actor", "jd")} == {"actor"}
    assert named_by(Dataset(), "actor", "jd") == ()
