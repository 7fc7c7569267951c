"""A small repository of asks that are alike, and suggestions on them made by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import pytest

from anbefal.analysis.duplicates import suggesting
from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.pairs import Judgement, Pair, Shared, Suggestions
from anbefal.model.dataset import Dataset
from repositories import Data, recommendation

OLD, LATER, OTHER, SOFT = "cat-2014-5", "cat-2020-7", "ccpr-2021-3", "cerd-2021-9"
"""What a committee asked, asked again, another asked as well, and a third asked less strongly."""

LESS_ALIKE = Shared(None, ("ratify",), (), (), (), 0.6)
ALIKE = Shared("must", ("ratify",), (), (), (), 0.9)


def file_of(record_id: str) -> str:
    return f"data/recommendations/{record_id.partition('-')[0]}/{record_id}.yaml"


def _ask(record_id: str, words: str, day: str, field: str = "summary", **more: Any) -> Data:
    body, _, rest = record_id.partition("-")
    source = {
        "document": f"{body.upper()}/C/NOR/CO/{int(rest[3]) + 1}",
        "paragraph": rest.rpartition("-")[2],
        "date": day,
    }
    return recommendation(
        record_id, "isolasjon", body=body, source=source, **{field: {"en": words}}, **more
    )


ASKS = {
    OLD: _ask(OLD, "Ratify the protocol on inspection of prisons.", "2014-11-20"),
    LATER: _ask(
        LATER,
        "The Committee recommends that the State party ratify the protocol on inspection of "
        "prisons and detention centres, without further delay.",
        "2020-05-14",
        "text",
        provenance={"verified": True},
    ),
    OTHER: _ask(
        OTHER, "Norway should ratify the protocol on the inspection of prisons.", "2021-03"
    ),
    SOFT: _ask(
        SOFT,
        "Norway should consider ratifying the protocol on inspection of prisons.",
        "2021-12-08",
        provenance={"inferred": ["date"]},
    ),
}
FILES = {file_of(one): ask for one, ask in ASKS.items()}


def pair(a: str, b: str, score: float, link: Any = "same_as", *differs: Any) -> Pair:
    """Return a pair: related ones differ in something, duplicates do not."""
    relation: Any = "related" if link == "related" else "duplicate"
    shared = LESS_ALIKE if differs else ALIKE
    return Pair(a, b, Judgement(relation, score, differs, shared), "en", link)


PAIRS = (
    pair(OTHER, LATER, 0.962),
    pair(LATER, OLD, 0.91, "repeats"),
    pair(OTHER, OLD, 0.884),
    pair(SOFT, OTHER, 0.21, "related", "strength"),
)

Suggest = Callable[..., Suggestions]


def by_hand(dataset: Dataset, *, least: float, among: Collection[str] | None = None) -> Suggestions:
    """Suggest what stands above, as far as it is asked for and nobody has decided."""
    decided = Decided.index(dataset)
    found = [
        one
        for one in PAIRS
        if {one.a, one.b} <= dataset.recommendations.keys()
        and not decided.holds(one.a, one.b)
        and (among is None or {one.a, one.b} & set(among))
        and (one.judgement.score >= least or one.judgement.relation == "related")
    ]
    alike = [one for one in found if one.judgement.relation == "duplicate"]
    ids = {name for one in alike for two in (one.a, one.b) for name in decided.family(two)}
    groups = (tuple(sorted(ids)),) if ids else ()
    return Suggestions(tuple(found), groups, len(dataset.recommendations), ())


def use(monkeypatch: pytest.MonkeyPatch, suggest: Suggest = by_hand) -> None:
    """Let the program suggest what a test says."""
    monkeypatch.setattr(suggesting, "suggest", suggest)
