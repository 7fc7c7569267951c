"""The JSON Schemas accept what the model accepts, and tell an editor what every key means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from anbefal.model.base import Part
from anbefal.model.dates import FIRST_YEAR, LAST_YEAR
from anbefal.model.kinds import KINDS, RECOMMENDATION, THEME, Kind, kind_of
from anbefal.model.recommendation import StatusValue
from anbefal.model.schema import json_schema
from anbefal.store.reading.reader import parse
from complete import complete_data
from walking import all_models

TOP = Path(__file__).parents[2]
EXAMPLES = TOP / "tests" / "examples"
FOLDERS = [TOP, EXAMPLES / "base", *sorted(EXAMPLES.glob("right/*/"))]

Schema = dict[str, Any]


@cache
def validator(kind: Kind) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator(json_schema(kind))


def mistakes(kind: Kind, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(value)]


def parts(kind: Kind) -> dict[str, Schema]:
    """Return the schemas of the mappings with known keys in a kind's file, by a name."""
    schema = json_schema(kind)
    return {kind.name: schema["items"] if kind.listed else schema, **schema["$defs"]}


def keys() -> Iterator[tuple[str, Schema]]:
    """Yield every key of every kind's file, with the mapping that it stands in, and its schema."""
    for kind in KINDS:
        for name, part in parts(kind).items():
            for key, value in part["properties"].items():
                yield f"{name}.{key}", value


def inner(schema: Any) -> Iterator[Schema]:
    """Yield a schema and every one inside it."""
    if isinstance(schema, dict):
        yield schema
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from inner(value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_one(kind: Kind) -> None:
    validator(kind).check_schema(json_schema(kind))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_right_file_follows_its_schema(folder: Path) -> None:
    found = {}
    for file in sorted(folder.glob("data/**/*.yaml")):
        path = file.relative_to(folder).as_posix()
        kind = kind_of(path)
        if kind and "/." not in path:
            found[path] = mistakes(kind, parse(path, file.read_bytes()).value)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("path", sorted(complete_data()))
def test_a_file_with_every_key_follows_its_schema(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None

    assert mistakes(kind, complete_data()[path]) == []


def test_every_kind_is_in_the_data() -> None:
    paths = [file.relative_to(TOP).as_posix() for file in sorted(TOP.glob("data/**/*.yaml"))]

    assert {kind_of(path) for path in paths} >= set(KINDS)


def test_every_key_says_what_it_means() -> None:
    assert [place for place, schema in keys() if not schema.get("description")] == []
    assert [place for place, schema in keys() if not schema.get("title")] == []


def test_every_mapping_says_what_it_is_and_refuses_unknown_keys() -> None:
    for kind in KINDS:
        for part in parts(kind).values():
            assert part["description"]
            assert part["title"]
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_says_what_the_file_is(kind: Kind) -> None:
    schema = json_schema(kind)

    assert schema["title"] == f"anbefal: {kind.path}"
    assert kind.path in schema["description"]


def test_what_an_editor_shows_first_says_the_same_as_the_key() -> None:
    """Of several that hold, the YAML extension shows the innermost."""
    for place, schema in keys():
        shown = {one.get("description", schema["description"]) for one in schema.get("anyOf", ())}
        unnamed = [one for one in schema.get("anyOf", ()) if "$ref" in one and "title" not in one]

        assert (place, shown) == (place, {schema["description"]} if shown else set())
        assert (place, unnamed) == (place, [])


def test_items_of_a_list_and_values_of_a_mapping_say_what_they_are() -> None:
    for place, schema in keys():
        for one in inner(schema):
            items = [one["items"]] if "items" in one else []
            items += one.get("patternProperties", {}).values()
            told = [
                "$ref" in item or item["description"] == schema["description"] for item in items
            ]

            assert (place, all(told)) == (place, True)


def test_a_choice_is_between_a_part_and_nothing_or_joined_by_its_rules() -> None:
    """Rules of joined types must not reach from one type to another."""
    about_one_type = {"type", "pattern", "maxLength", "minimum", "maximum", "exclusiveMinimum"}
    words = {"title", "description", "default", "items"}
    for place, schema in keys():
        refs = [sorted(one) for one in schema.get("anyOf", ())]
        assert (place, refs) in ((place, []), (place, [["$ref", "description", "title"], ["type"]]))
        if isinstance(schema.get("type"), list):
            assert (place, set(schema) - about_one_type - words) == (place, set())


def test_only_words_stand_beside_a_reference() -> None:
    """Readers of drafts before 2019 ignore what stands beside one."""
    for kind in KINDS:
        for one in inner(json_schema(kind)):
            if isinstance(one.get("$ref"), str):
                assert set(one) <= {"$ref", "title", "description"}


def test_a_default_is_a_value_that_somebody_would_write() -> None:
    assert {place: s["default"] for place, s in keys() if "default" in s} == {
        "settings.language": "nb",
        "settings.country": "NO",
        "settings.meetings_per_year": 4,
        "settings.stale_after_days": 730,
        "recommendation.kind": "recommendation",
        "assessment.example": False,
        "Provenance.verified": False,
    }


def test_every_word_to_choose_from_is_listed_and_most_are_explained() -> None:
    """Fields and languages explain themselves."""
    explained, plain = set(), set()
    for place, schema in keys():
        words = [word for one in inner(schema) for word in one.get("enum", ())]
        told = [f"\n{word}: " in schema["description"] for word in words]
        if words:
            assert (place, len(set(told))) == (place, 1)
            (explained if all(told) else plain).add(place)

    assert explained == {
        "recommendation.kind",
        "recommendation.levels",
        "Update.track",
        "Update.value",
        "StatePosition.value",
        "meeting.state",
        "actor.kind",
        "Criterion.hints",
    }
    assert plain == {"Provenance.inferred", "settings.language"}


def test_the_words_that_are_explained_are_those_that_there_are() -> None:
    value = next(schema for place, schema in keys() if place == "Update.value")

    assert tuple(value["enum"]) == get_args(StatusValue)
    assert tuple(re.findall(r"^([\w-]+): ", value["description"], re.MULTILINE)) == get_args(
        StatusValue
    )


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("2018-06-05", True),
        ("2018-06", True),
        (2018, True),
        ("5.6.2018", False),
        (FIRST_YEAR - 1, False),
        (LAST_YEAR + 1, False),
        (None, True),
        (2018.5, False),
    ],
)
def test_a_date_tells_its_form_and_holds_to_it(value: Any, right: bool) -> None:  # noqa: FBT001
    record = complete_data()["data/recommendations/cat-2018-16.yaml"]
    record["source"]["date"] = value
    told = json_schema(RECOMMENDATION)["$defs"]["Source"]["properties"]["date"]

    assert (mistakes(RECOMMENDATION, record) == []) is right
    assert told["description"].startswith("The date of the document. ")
    assert "YYYY-MM-DD" in told["description"]


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("data/recommendations/cat-2018-16.yaml", {"nokkel": 1}),
        ("data/recommendations/cat-2018-16.yaml", {"kind": "wish"}),
        ("data/recommendations/cat-2018-16.yaml", {"links": {"like": []}}),
        ("data/recommendations/cat-2018-16.yaml", {"id": "CAT-1"}),
        ("data/assessments/2022/juss.yaml", {"scores": [{"values": {"to\nlinjer": 1}}]}),
        ("data/plans/oppfolging-2021.yaml", {"reports": [{"id": "r", "date": 2021, "to": " "}]}),
        ("data/plans/oppfolging-2021.yaml", {"reports": [{"id": "r", "date": 2021, "til": "A"}]}),
        ("data/criteria.yaml", {"criteria": [{"id": "a", "levels": {"lite": {"nb": "Lite"}}}]}),
    ],
)
def test_a_wrong_value_is_refused(path: str, change: Any) -> None:
    kind = kind_of(path)
    assert kind is not None

    assert mistakes(kind, complete_data()[path] | change)


def test_the_keys_are_those_of_the_file() -> None:
    plan = next(kind for kind in KINDS if kind.name == "plan")

    report = json_schema(plan)["$defs"]["Report"]["properties"]

    assert report["copy"]["description"] == "Who gets a copy."
    assert report["from"]["description"] == "Who sends it."
    assert {"copy_to", "sender"} & set(report) == set()


def test_a_list_of_records_tells_of_the_list_and_of_one_of_them() -> None:
    schema = json_schema(THEME)

    assert schema["items"]["description"] in schema["description"]
    assert "one list" in schema["description"]
    assert schema["items"]["title"] == "Theme"


def test_every_field_has_words_of_its_own() -> None:
    """Other programs read them from the models; a field without any would show none."""
    assert [
        f"{model.__name__}.{name}"
        for model in sorted(all_models(), key=lambda model: model.__name__)
        if issubclass(model, Part)
        for name, field in model.model_fields.items()
        if not field.description
    ] == []
