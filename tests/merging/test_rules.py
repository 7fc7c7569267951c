"""What the merge knows of the data names keys that the models have."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from anbefal.model.base import Part
from anbefal.model.kinds import KINDS, RECOMMENDATION
from anbefal.store.merging import rules
from anbefal.store.merging.rules import Place


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Yield the models in a type, and the models in those."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
        for inner in fields(annotation).values():
            yield from parts_in(inner)
    for argument in get_args(annotation):
        yield from parts_in(argument)


def fields(model: type[Part]) -> dict[str, Any]:
    """Return the keys of a mapping in a file, with the types of what stands there."""
    return {f.alias or name: f.annotation for name, f in model.model_fields.items()}


MODELS = {model: fields(model) for kind in KINDS for model in parts_in(kind.model)}
KEYS = {key for keys in MODELS.values() for key in keys}
LISTS = sorted({*rules.ACTORS_IN, *rules.FREE_TEXTS, *rules.LED, *rules.MERGED_WHERE_BOTH_ADD})


def literals() -> set[str]:
    """Return every text that stands in the code of the rules and is no docstring."""
    tree = ast.parse(inspect.getsource(rules))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    }


def has(model: type[Part], place: Place) -> bool:
    """Return whether a key stands in a model, in a part of it, in a part of that."""
    key, *inner = place
    found = MODELS[model].get(str(key))
    return bool(found) and (not inner or any(has(part, tuple(inner)) for part in parts_in(found)))


def test_every_key_that_the_rules_name_is_in_a_model() -> None:
    assert literals() - KEYS - {"id", ""} == set()


@pytest.mark.parametrize("keys", rules.STATEMENTS)
def test_the_keys_of_a_statement_stand_in_one_model(keys: tuple[str, ...]) -> None:
    assert len([model for model, known in MODELS.items() if set(keys) <= known.keys()]) == 1


@pytest.mark.parametrize("seal", rules.SEALS)
def test_a_seal_and_what_it_covers_stand_in_one_record(
    seal: tuple[Place, tuple[str, ...]],
) -> None:
    place, covered = seal
    wanted = [place, *((key,) for key in covered)]

    assert [kind for kind in KINDS if all(has(kind.model, one) for one in wanted)]


@pytest.mark.parametrize("key", LISTS)
def test_lists_are_lists(key: str) -> None:
    assert any("tuple[" in str(known[key]) for known in MODELS.values() if key in known)


@pytest.mark.parametrize("key", rules.ACTORS_IN)
def test_items_have_the_keys_that_they_are_known_by(key: str) -> None:
    items = [part for known in MODELS.values() for part in parts_in(known.get(key))]

    assert [part for part in items if set(rules.ACTORS_IN[key]) <= MODELS[part].keys()]


@pytest.mark.parametrize("key", rules.LINKS)
def test_links_stand_in_a_recommendation(key: str) -> None:
    assert has(RECOMMENDATION.model, ("links", key))
