"""Which column of a file is which field, once its headings are known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from anbefal.errors import MOST_NAMED, Misuse, Unreadable
from anbefal.exchange.mapped.known import (
    COUNTRY,
    TEXTS,
    Known,
    all_names,
    field_named,
    known_fields,
    may_be_taken,
)
from anbefal.exchange.mapped.mapping import Mapping as Mapped
from anbefal.exchange.outgoing.columns import GUARDED_MARK, MARK, OURS
from anbefal.exchange.tables.headings import heading_key
from anbefal.model.base import Language
from anbefal.model.names import nearest

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one file are read.

    Attributes:
        columns: Field to the heading of its column.
        constants: Field to its value in every row whose column says nothing.
        separators: Field to what stands between its values.
        unsaid: The texts of which nobody said the language, under the repository's.
        is_exported: Whether ``export`` wrote the file, so that its texts are ours, to the letter.
        is_guarded: Whether an apostrophe before a text is none of it.
    """

    columns: Mapping[Known, str]
    constants: Mapping[Known, str]
    separators: Mapping[str, str]
    unsaid: frozenset[str] = frozenset()
    is_exported: bool = False
    is_guarded: bool = False


def knows_heading(mapping: Mapped) -> Callable[[str], bool]:
    """Return what tells of a heading whether it names a column that is read.

    Args:
        mapping: What was said about the file.
    """
    said = {heading_key(heading) for heading in mapping.columns.values()}
    fields = {field_named(name, "nb") for name in mapping.columns}
    names = {heading_key(name) for name in all_names() if _may_be_read(name, fields)}

    def is_known(heading: str) -> bool:
        key = heading_key(heading)
        return bool(key) and (key in said or key in names)

    return is_known


def _may_be_read(name: str, said: Collection[str | None]) -> bool:
    """Return whether a column of this name is read although nobody said so."""
    field = field_named(name, "nb")
    return field is not None and field not in said and may_be_taken(field)


def plan_for(headings: Sequence[str], mapping: Mapped, language: Language) -> Plan:
    """Return how a file with these headings is read.

    Headings that are the name of a field are that field, unless the mapping says otherwise.

    Args:
        headings: The headings of the file.
        mapping: What was said about it.
        language: The language of texts where the mapping says none: the repository's.

    Raises:
        Misuse: The mapping names a heading that the file has not.
        Unreadable: No column is known to hold a text, or two may be the same field.
    """
    theirs = [one for one in headings if not one.startswith(OURS)]
    spoken = mapping.language or language
    said = {
        _field(name, spoken): _heading(name, heading, theirs)
        for name, heading in mapping.columns.items()
    }
    constants = {_field(name, spoken): value for name, value in mapping.constants.items()}
    is_exported = any(one in headings for one in (MARK, GUARDED_MARK))
    taken = _taken(theirs, said, spoken, is_exported=is_exported)
    columns = {**{_field(name, spoken): heading for name, heading in taken.items()}, **said}
    known = known_fields()
    unsaid = {f"{one}.{spoken}" for one in TEXTS if one in {*mapping.columns, *taken}}
    if not any(name.partition(".")[0] in TEXTS for name in columns):
        raise _no_text(theirs)
    separators = {_field(name, spoken): value for name, value in mapping.separators.items()}
    return Plan(
        columns={known[name]: heading for name, heading in columns.items()},
        constants={known[name]: value for name, value in constants.items()},
        separators=separators,
        unsaid=frozenset() if mapping.language or is_exported else frozenset(unsaid),
        is_exported=is_exported,
        is_guarded=GUARDED_MARK in headings,
    )


def _field(name: str, language: Language) -> str:
    found = field_named(name, language)
    if found is None:
        raise Misuse(f"There is no field {name!r}.", f"Fields are: {', '.join(all_names()[:25])} …")
    return found


def _heading(name: str, wanted: str, headings: Sequence[str]) -> str:
    """Return the heading that was meant, as the file spells it."""
    if wanted in headings:
        return wanted
    alike = [one for one in headings if heading_key(one) == heading_key(wanted)]
    if len(alike) == 1:
        return alike[0]
    near = nearest(wanted, headings)
    first = f"Did you mean {near!r}? " if near else ""
    value = f" If {wanted!r} holds for every row, write {name}=={wanted}."
    message = f"The file has no column {wanted!r}."
    raise Misuse(message, f"{first}Its headings are {_shown(headings)}.{value}")


def _taken(
    headings: Sequence[str], said: Mapping[str, str], language: Language, *, is_exported: bool
) -> dict[str, str]:
    """Return the columns whose heading is the name of a field, by that name."""
    names = {heading_key(name): name for name in reversed(all_names())}
    found: dict[str, str] = {}
    fields: dict[str, str] = {}
    for heading in headings:
        name = names.get(heading_key(heading), "")
        field = field_named(name, language)
        if field is None or field in said or heading in said.values():
            continue
        if not (is_exported or may_be_taken(field)):
            continue
        if field in fields:
            message = f"Two columns may be {field!r}: {fields[field]!r} and {heading!r}."
            raise Unreadable(message, f"Say which it is: --map {field}={_quoted(heading)}.")
        found[name] = fields[field] = heading
    return found


def _no_text(headings: Sequence[str]) -> Unreadable:
    example = next((one for one in headings if one), "Tekst")
    message = f"No column is known to hold the recommendations; the headings are {_shown(headings)}"
    return Unreadable(f"{message}.", f"Say which it is, such as --map text={_quoted(example)}.")


def _shown(headings: Sequence[str]) -> str:
    shown = ", ".join(repr(one[:_LONGEST_SHOWN]) for one in headings[:MOST_NAMED])
    return f"{shown} …" if headings[MOST_NAMED:] else shown or "not there"


def _quoted(heading: str) -> str:
    return f'"{heading}"' if " " in heading else heading


def country_column(plan: Plan) -> str | None:
    """Return the heading of the column that tells which state is recommended to."""
    return next((text for field, text in plan.columns.items() if field.name == COUNTRY), None)


def not_read(headings: Sequence[str], mapping: Mapped, language: Language) -> tuple[str, ...]:
    """Return the headings of the columns that nothing is taken from, in the order of the file.

    Args:
        headings: The headings of the file.
        mapping: What was said about it.
        language: The language of texts where the mapping says none.

    Raises:
        Misuse: See :func:`plan_for`.
        Unreadable: See :func:`plan_for`.
    """
    read = set(plan_for(headings, mapping, language).columns.values())
    return tuple(one for one in headings if one and one not in read and not one.startswith(OURS))
