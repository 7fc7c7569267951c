"""A mapping from fields to the headings of a list, said on the command line or kept in a file."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.archives import size_of_file
from anbefal.exchange.mapped.known import (
    SHORT_NAMES,
    TEXTS,
    all_names,
    field_named,
    known_fields,
)
from anbefal.model.base import Language
from anbefal.model.names import composed, nearest

MOST_BYTES = 100_000
_OPTIONS = ("language", "sheet")
_HOW = "Write --map FIELD=HEADING, or --map FIELD==VALUE for what is the same in every row."


class Mapping(BaseModel):
    """Which columns of a list hold which fields.

    Attributes:
        columns: Field to the heading of its column.
        constants: Field to what it is in every row, where the column says nothing.
        separators: Field to what stands between its values in a cell; else line breaks and ``;``.
        sheet: The sheet of a workbook.
        language: The language of texts whose field does not say it.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    separators: dict[str, str] = {}
    sheet: str | None = None
    language: Language | None = None


def parse_maps(words: Sequence[str]) -> Mapping:
    """Return the mapping that ``FIELD=HEADING`` and ``FIELD==VALUE`` say, one in each text.

    ``language==en`` and ``sheet==Ark1`` say the language of the texts and the sheet.

    Raises:
        Misuse: One of them has another form, or names a field that is none, or one twice.
    """
    said: dict[str, Any] = {"columns": {}, "constants": {}}
    for one in words:
        name, equals, value = (part.strip() for part in one.partition("="))
        is_constant = value.startswith("=")
        value = composed(value.removeprefix("=").strip())
        if not (name and equals and value):
            raise Misuse(f"{one!r} does not say which column is which field.", _HOW)
        if is_constant and name in _OPTIONS:
            said[name] = value
            continue
        _check(name)
        if name in {*said["columns"], *said["constants"]}:
            raise Misuse(f"{name!r} is mapped twice.", _HOW)
        said["constants" if is_constant else "columns"][name] = value
    return _made(said, "--map")


def load_mapping(path: Path) -> Mapping:
    """Return the mapping that a small YAML file holds.

    Raises:
        Unreadable: There is no such file, or it is no YAML.
        Misuse: It holds something else than a mapping, or names a field that is none.
    """
    import ryaml

    if size_of_file(path) > MOST_BYTES:
        raise Unreadable(f"{path.name} is too large for a mapping.", "Is it the right file?")
    try:
        data = path.read_bytes()
        said = ryaml.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.", "Check the name.") from None
    except (ryaml.InvalidYamlError, ValueError) as error:
        reason = " ".join(str(error).split())
        message = f"{path.name} is no YAML that can be read: {reason}."
        raise Unreadable(message, "Put headings that hold a colon or a # in quotes.") from None
    if not isinstance(said, dict):
        message = f"{path.name} holds no mapping."
        raise Misuse(message, "It begins with 'columns:', and each line below has FIELD: HEADING.")
    mapping = _made(said, path.name)
    for name in {**mapping.columns, **mapping.constants, **mapping.separators}:
        _check(name, path.name)
    return mapping


def merged(kept: Mapping, said: Mapping) -> Mapping:
    """Return two mappings as one; what was said now wins over what was kept in a file."""
    columns = {**kept.columns, **said.columns}
    constants = {**kept.constants, **said.constants}
    return Mapping(
        columns={k: v for k, v in columns.items() if k in said.columns or k not in said.constants},
        constants=constants,
        separators={**kept.separators, **said.separators},
        sheet=said.sheet or kept.sheet,
        language=said.language or kept.language,
    )


def mapping_text(mapping: Mapping) -> str:
    """Return a mapping as the YAML file that :func:`load_mapping` reads."""
    import ryaml

    kept = mapping.model_dump(exclude_defaults=True)
    return "# Which column of a list is which field of a recommendation.\n" + ryaml.dumps(kept)


def list_name(mapping: Mapping) -> str:
    """Return what tells lists with different columns apart; empty where nothing was said."""
    said = mapping.model_dump_json(exclude_defaults=True, exclude={"sheet"})
    return "" if said == "{}" else sha256(said.encode()).hexdigest()[:6]


def _made(said: Pairs[str, Any], where: str) -> Mapping:
    try:
        return Mapping.model_validate(said)
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        steps = ".".join(str(step) for step in found["loc"])
        known = ", ".join(Mapping.model_fields)
        if found["type"] == "extra_forbidden":
            near = nearest(steps, Mapping.model_fields)
            hint = f"Did you mean {near!r}?" if near else f"It may have: {known}."
            raise Misuse(f"{where}: a mapping has no part {steps!r}.", hint) from None
        message = f"{where}: {steps or 'the mapping'} cannot be that."
        hint = "A language is nb, nn, en or se; all else is text. Put numbers and dates in quotes."
        raise Misuse(message, hint) from None


def _check(name: str, where: str = "--map") -> None:
    """Make sure that a field is one, and that a column of words can fill it.

    Raises:
        Misuse: It is none, or none can.
    """
    field = field_named(name, "nb")
    if field is None:
        near = nearest(name, all_names())
        known = ", ".join((*TEXTS, *SHORT_NAMES, "themes", "groups", "ministries", "internal"))
        hint = f"Did you mean {near!r}?" if near else f"The usual ones are: {known}."
        raise Misuse(f"{where}: there is no field {name!r}.", hint)
    if known_fields()[field].kind == "json":
        message = f"{where}: {name!r} is a list of entries, which no column of words can fill."
        raise Misuse(message, "Leave it out; 'anbefal status' enters how far something has come.")
