"""Words that know which of them were said, to find those that no test says."""

from __future__ import annotations

import io
import tomllib
from importlib.resources import files

from anbefal.model.base import Language
from anbefal.report.output import Color, Format, Result, write
from anbefal.wording import Wording


class Sentences(dict[str, str]):
    """Sentences by key; `said` holds the keys that were asked for."""

    def __init__(self, known: dict[str, str]) -> None:
        super().__init__(known)
        self.said: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.said.add(key)
        return super().__getitem__(key)


def heard(language: Language, use: str) -> tuple[Wording, Sentences]:
    """Return the words for a use, and its sentences."""
    file = files("anbefal.wording") / language / f"{use}.toml"
    groups = tomllib.loads(file.read_text("utf-8"))
    sentences = Sentences(groups["sentence"])
    return Wording(language, {**groups, "sentence": sentences}), sentences


def written(result: Result, form: Format) -> str:
    """Return a result as it is written in a form."""
    file = io.StringIO()
    write(result, form, Color.never, file)
    return file.getvalue()
