"""Data for tests of questions, pages and commands: in memory, or in a folder.

`dataset` makes records of plain values, without files. `repository` writes a small right
repository with records of every kind to a folder, and `run` runs the program on it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from anbefal.cli.app import app
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.kinds import (
    ACTOR,
    ASSESSMENT,
    CRITERIA,
    MEETING,
    PLAN,
    RECOMMENDATION,
    SETTINGS,
    THEME,
    Kind,
)
from anbefal.model.vocabulary import CriteriaSet
from support import write

Data = dict[str, Any]
"""A record as it stands in a file."""


def text(words: str, language: str = "nb") -> Data:
    """Return a text for people in one language."""
    return {language: words}


def theme(theme_id: str, **more: Any) -> Data:
    return {"id": theme_id, "name": text(theme_id.capitalize()), **more}


def actor(actor_id: str, kind: str = "organisation", **more: Any) -> Data:
    return {"id": actor_id, "kind": kind, "name": text(actor_id.upper()), **more}


def recommendation(record_id: str, *themes: str, body: str = "cat", **more: Any) -> Data:
    """Return a recommendation; `source` given in `more` is laid over the body."""
    source = {"body": body, **more.pop("source", {})}
    summary = {"summary": text(f"Gjør {record_id}.")} if "text" not in more else {}
    return {"id": record_id, "source": source, "themes": list(themes), **summary, **more}


def update(track: str, value: str, day: str, by: str = "jd", **more: Any) -> Data:
    return {"date": day, "track": track, "by": by, "value": value, **more}


def meeting(meeting_id: str, theme_id: str, state: str = "planned", **more: Any) -> Data:
    return {"id": meeting_id, "theme": theme_id, "state": state, **more}


def scores(
    assessor: str,
    given: Mapping[str, Mapping[str, float | None]],
    *,
    recommendations: Iterable[str] = (),
    **more: Any,
) -> Data:
    """Return an assessment: id of an item to its values. Ids are themes, unless named."""
    inside = set(recommendations)
    entries = [
        {"recommendation" if item in inside else "theme": item, "values": dict(values)}
        for item, values in given.items()
    ]
    return {
        "round": "2022",
        "assessor": assessor,
        "date": "2022-06-01",
        "scores": entries,
        **more,
    }


def criteria_data(weights: Mapping[str, float], low: float = 0, high: float = 4) -> Data:
    """Return criteria; the method's ten are a rule, and questions work with any number."""
    return {
        "title": text("Kriterier"),
        "scale": {"min": low, "max": high},
        "criteria": [{"id": c, "weight": w, "name": text(c)} for c, w in weights.items()],
    }


def criteria(weights: Mapping[str, float], low: float = 0, high: float = 4) -> CriteriaSet:
    return CriteriaSet.model_validate(criteria_data(weights, low, high))


def dataset(*, as_of: date | None = None, **kinds: Sequence[Data] | Data) -> Dataset:
    """Return a dataset in memory; records are named by kind, as in `themes=[…]`."""
    entries = [
        _entry(_KINDS[name], data)
        for name, given in kinds.items()
        for data in ([given] if isinstance(given, dict) else given)
    ]
    return Dataset(tuple(entries), (), as_of)


def _entry(kind: Kind, data: Data) -> Entry[Record]:
    return Entry(kind, kind.model.model_validate(data), f"{kind.path}made-up.yaml")


_KINDS = {
    "criteria": CRITERIA,
    "settings": SETTINGS,
    "themes": THEME,
    "actors": ACTOR,
    "recommendations": RECOMMENDATION,
    "assessments": ASSESSMENT,
    "meetings": MEETING,
    "plans": PLAN,
}


def repository(root: Path, files: Mapping[str, Any] | None = None) -> Path:
    """Write the small right repository to `root`, with these files besides.

    A value that is no text is written as YAML; `None` deletes a file.
    """
    contents = {
        name: content if isinstance(content, str | bytes | None) else as_yaml(content)
        for name, content in (files or {}).items()
    }
    return write(root, contents)


def as_yaml(value: Any) -> str:
    """Return plain values as YAML in the flow style, whole numbers as keys included."""
    return _flow(value) + "\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = [f"{_flow(key)}: {_flow(inner)}" for key, inner in value.items()]
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True)
class Outcome:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Data:
        """The JSON object on standard output."""
        result: Data = json.loads(self.out)
        return result


def run(*arguments: str, root: Path | None = None, env: Mapping[str, str] | None = None) -> Outcome:
    """Run the program in this process, in the folder `root` if one is given.

    GitHub's and terminals' variables are unset, so that a test sees the same everywhere.
    """
    clean = dict.fromkeys(("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"))
    before = Path.cwd()
    if root is not None:
        os.chdir(root)
    try:
        result = CliRunner().invoke(app, list(arguments), env={**clean, **(env or {})})
    finally:
        os.chdir(before)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)
