"""What a user supposes for once: other weights, fewer criteria, fewer assessors."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from anbefal.cli.session import require, require_all, several
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.analysis.whatif import Share, WhatIf
    from anbefal.model.vocabulary import CriteriaSet

LEAST, HIGHEST = 1e-6, 1e6
"""Weights beyond these are slips: with smaller ones only rounding is left of a score."""
_NUMBER = re.compile(r"\d+([.,]\d+)?", re.ASCII)


def what_if(
    criteria: CriteriaSet,
    assessors: Collection[str],
    weights: Sequence[str] | None,
    without: Sequence[str] | None,
    only: Sequence[str] | None,
) -> WhatIf:
    """Return what is supposed, all of whose names are known.

    Args:
        criteria: The criteria in force.
        assessors: Ids of the round's assessors.
        weights: ``criterion=weight`` each; a weight is a number, or a share such as ``30%``.
        without: Criteria that do not count; several may stand in one, with commas.
        only: Assessors that alone count; likewise.

    Raises:
        Misuse: A weight is none, or what is supposed leaves nothing to rank by.
        UnknownName: There is no such criterion or assessor.
    """
    from anbefal.analysis.whatif import WhatIf, supposed

    known = [criterion.id for criterion in criteria.criteria]
    parsed = _weights(weights or (), known)
    left_out = set(require_all("criterion", several("--without", without), known))
    if both := sorted(parsed.keys() & left_out):
        message = f"{both[0]!r} cannot both have a weight and be left out."
        raise Misuse(message, "Name it with --weight or with --without.")
    named = several("--only-assessors", only)
    counted = require_all("assessor in the round", named, assessors)
    chosen = tuple(sorted(set(counted))) or None
    made = WhatIf(parsed, tuple(one for one in known if one in left_out), chosen)
    try:
        supposed(criteria, made)
    except ValueError as error:
        message = f"With --weight and --without as they are, {error}."
        raise Misuse(message, "Leave fewer criteria out, or give smaller shares.") from None
    return made


def _weights(texts: Sequence[str], known: Collection[str]) -> dict[str, float | Share]:
    found: dict[str, float | Share] = {}
    for text in texts:
        criterion, weight = _weight(text, known)
        if criterion in found:
            raise Misuse(f"{criterion!r} is given two weights.", "Give it one.")
        found[criterion] = weight
    return found


def _weight(text: str, known: Collection[str]) -> tuple[str, float | Share]:
    from anbefal.analysis.whatif import Share

    name, equals, number = text.partition("=")
    if not equals:
        message = f"{text!r} gives no weight."
        raise Misuse(message, "Write it as CRITERION=WEIGHT, such as omfang=20 or omfang=20%.")
    criterion = require("criterion", name.strip(), known)
    is_share = number.rstrip().endswith("%")
    value = _number(number.strip().removesuffix("%"))
    if not LEAST <= value <= HIGHEST:
        message = f"{text!r} gives no weight between {LEAST:f} and {HIGHEST:.0f}."
        hint = "Give a number, such as 20, or a share, such as 20%. To leave it out: --without."
        raise Misuse(message, hint)
    return criterion, Share(value / 100) if is_share else value


def _number(text: str) -> float:
    """Return a number with a decimal point or comma; 0 where it is none."""
    written = text.strip()
    return float(written.replace(",", ".")) if _NUMBER.fullmatch(written) else 0.0
