"""Asks by which a state would bind itself: treaties to ratify, reservations to withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from anbefal.analysis.ask.asks import Ask, Part
from anbefal.analysis.ask.phrases import table

GENERAL = frozenset({"human-rights-treaties"})
"""Names for treaties that name none."""


_BY_NUMBER = {"kind": "treaty"}
"""What an instrument is that has a number and no entry: a labour convention."""


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
        general=any(one in GENERAL for one in named),
        place=place,
        others=tuple(p for p, other in zip(ask.parts, acts, strict=True) if not other),
    )


def _act(part: Part) -> str:
    """Return by which act a part would bind the state, an empty text for none."""
    if not _treaties(part, "competence" if "competence" in part.actions else ""):
        return ""
    if part.deed != "ratify" and "reservation" in part.actions:
        return "withdraw" if part.deed in {"withdraw", "abolish"} else "reservation"
    if part.deed == "withdraw":
        return "withdraw"
    if "ratify" in part.actions or part.deed == "ratify":
        return "sign" if "sign" in part.actions and "ratify" not in part.actions else "ratify"
    return next((act for act in ("competence", "sign") if act in part.actions), "")


def are_protocols_of(extra: frozenset[str], treaties: frozenset[str]) -> bool:
    """Return whether there are some, and each is a protocol to one of the treaties."""
    return bool(extra) and all(_parents().get(one) in treaties for one in extra)


def _treaties(part: Part, act: str) -> list[str]:
    """Return the treaties that a part names; to judge, a committee stands for its own."""
    named = (*part.instruments, *part.references)
    if act == "competence":
        named = tuple(_watched().get(one, one) for one in named)
    return [one for one in named if _is_treaty(one)]


@cache
def _watched() -> Mapping[str, str]:
    entries = table("instruments").items()
    return {one: entry["watches"] for one, entry in entries if "watches" in entry}


@cache
def _is_treaty(one: str) -> bool:
    return bool(table("instruments").get(one, _BY_NUMBER)["kind"] == "treaty")


@cache
def _parents() -> Mapping[str, str]:
    return {one: entry["of"] for one, entry in table("instruments").items() if "of" in entry}
