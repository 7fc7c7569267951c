"""Asks by which a state would bind itself: treaties to ratify, reservations to withdraw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.ask.asks import Ask, Part
from anbefal.analysis.ask.instrument_book import TREATIES, is_treaty, set_up, tied, watched

GENERAL = frozenset({TREATIES})
"""Names for treaties that name none."""

_MAY_BIND = frozenset({"", "adopt", "create", "implement"})
"""Other deeds than to ratify by which a state may come to be bound."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """What an ask wants a state to be bound by.

    Attributes:
        act: ``ratify``, ``sign``, ``withdraw`` and ``reservation`` (something else about one), or
            ``competence`` (of a committee to hear complaints).
        strength: How strongly.
        treaties: The treaties, the main one first, each once.
        general: Whether treaties are meant that it does not name.
        place: The place of its first part in the text, from 0.
        others: The parts of the text that ask for something else.
    """

    act: str
    strength: str
    treaties: tuple[str, ...]
    general: bool
    place: int
    others: tuple[Part, ...]


def obligation_of(ask: Ask) -> Obligation | None:
    """Return the first obligation of an ask with all treaties of its kind, if it has one."""
    acts = [_act(part) for part in ask.parts]
    place = next((number for number, act in enumerate(acts) if act), None)
    if place is None:
        return None
    act, strength = acts[place], ask.parts[place].strength
    mine = [
        part
        for part, other in zip(ask.parts, acts, strict=True)
        if other == act and part.strength == strength
    ]
    named = [one for part in mine for one in _treaties(part, act)]
    return Obligation(
        act=act,
        strength=strength,
        treaties=tuple(dict.fromkeys(one for one in named if one not in GENERAL)),
        general=_is_general(mine, named),
        place=place,
        others=tuple(part for part in ask.parts if part not in mine),
    )


def _is_general(parts: Iterable[Part], named: Iterable[str]) -> bool:
    """Return whether treaties are meant that have no name, not only referred to beside others."""
    asked = [one for part in parts for one in part.instruments if is_treaty(one)]
    return any(one in GENERAL for one in asked or named)


def _act(part: Part) -> str:
    """Return by which act a part would bind the state, an empty text for none."""
    if not _treaties(part, "competence" if "competence" in part.actions else ""):
        return ""
    if part.deed != "ratify" and "reservation" in part.actions:
        return "withdraw" if part.deed in {"withdraw", "abolish"} else "reservation"
    if part.deed == "withdraw":  # a bill or custody may be withdrawn as well, in line with a treaty
        return "withdraw" if any(map(is_treaty, part.instruments)) else ""
    if part.deed == "ratify" or _is_to_be_ratified(part):
        return "sign" if "sign" in part.actions and "ratify" not in part.actions else "ratify"
    return next((act for act in ("competence", "sign") if act in part.actions), "")


def _is_to_be_ratified(part: Part) -> bool:
    """Return whether a part asks to be bound with another verb: "adhere", "complete".

    "Laws in line with the treaties that it has ratified" ask for laws.
    """
    actions = frozenset(part.actions)
    return "ratify" in actions and "implement" not in actions and part.deed in _MAY_BIND


def are_tied_to(extra: frozenset[str], treaties: frozenset[str]) -> bool:
    """Return whether there are some, and each comes with one of the treaties, as its protocol."""
    return bool(extra) and all(tied().get(one) in treaties for one in extra)


def _treaties(part: Part, act: str) -> list[str]:
    """Return the treaties that a part names.

    To judge, a committee stands for its own treaty; to join a court is to ratify its statute.
    """
    named = (*part.instruments, *part.references)
    if act == "competence":
        named = tuple(watched().get(one, one) for one in named)
    found = [one for one in named if is_treaty(one)]
    if not found and part.deed == "ratify":
        found = [set_up()[one] for one in part.instruments if one in set_up()]
    return found
