"""Whose values, in which round, of which date: from options, or asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from anbefal.cli.asking import understood
from anbefal.cli.session import Session, several
from anbefal.cli.stopping import Stopped, answering
from anbefal.cli.targets import kind_named
from anbefal.errors import DataHasErrors, Misuse

if TYPE_CHECKING:
    from anbefal.cli.scoring.screen import Screen
    from anbefal.model.dataset import Dataset
    from anbefal.model.dates import PartialDate

_ROUND = re.compile(r"\w([\w .-]{0,58}\w)?")
"""What a new round may be called: its folder has the same name, on every computer."""
_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def assessor_of(session: Session, screen: Screen, given: str | None) -> str:
    """Return who gives the values; in a terminal it is asked for where it is not given.

    Raises:
        Misuse: Nobody by that name may assess, or nobody is named and there is nobody to ask.
    """
    if given:
        return named_assessor(session, given)
    if not sys.stdin.isatty():
        message = "It is not said who gives the values."
        raise Misuse(message, "Name an organisation, a network or an ombud with --assessor.")
    known = _assessors(session.loaded.dataset)
    if not known:
        message = "There is no organisation, network or ombud that could give values."
        raise Misuse(message, "Add one first: 'anbefal add actor'.")
    screen.actors(known)
    screen.say("who", "bold")
    with answering() as answers:
        while True:
            try:
                if words := answers.read().strip():
                    return named_assessor(session, words)
            except Misuse as error:
                screen.tell(f"{error.message} {error.hint}", "yellow")
            except Stopped as stopped:
                raise typer.Abort from stopped


def named_assessor(session: Session, words: str) -> str:
    """Return the id of an assessor by id, capitals or abbreviation.

    Raises:
        Misuse: There is none, or it is of a kind that gives no values.
    """
    found = str(understood(session, kind_named("assessment"), {"assessor": words})["assessor"])
    dataset = session.loaded.dataset
    if found not in _assessors(dataset):
        message = f"{found!r} is of the kind {dataset.actors[found].kind}, which gives no values."
        raise Misuse(message, "An organisation, a network or an ombud does.")
    return found


def _assessors(dataset: Dataset) -> list[str]:
    """Return the ids of those who may assess, sorted."""
    from anbefal.model.assessment import Assessment
    from anbefal.model.base import RefersTo

    marks = Assessment.model_fields["assessor"].metadata
    kinds = next(mark.actor_kinds for mark in marks if isinstance(mark, RefersTo))
    return [name for name, actor in dataset.actors.items() if actor.kind in kinds]


def themes_of(session: Session, given: Sequence[str] | None) -> tuple[str, ...] | None:
    """Return the only themes that are asked about, ``None`` for all.

    Args:
        session: The repository.
        given: Themes; several may stand in one, with commas.

    Raises:
        Misuse: There is no such theme.
    """
    if not given:
        return None
    words = {"themes": ",".join(several("--themes", given))}
    return tuple(understood(session, kind_named("recommendation"), words)["themes"])


def round_of(dataset: Dataset, given: str | None, assessor: str) -> str:
    """Return the round that values are given in.

    Without a name it is the latest one in which somebody gave values that are not made up, or in
    which the assessor gave any: nobody should fill in a made-up round without having named it.

    Raises:
        Misuse: The name cannot be a round's, or there is no round and none is named.
    """
    from anbefal.analysis.values import rounds
    from anbefal.model.names import composed

    known = rounds(dataset)
    if given:
        written = " ".join(composed(given).split())
        same = next((one for one in known if one.casefold() == written.casefold()), None)
        if same or (_ROUND.fullmatch(written) and not _OF_WINDOWS.fullmatch(written)):
            return same or written
        message = f"{given!r} cannot be the name of a round."
        raise Misuse(message, "Use letters, digits, hyphens and spaces, such as 2026.")
    mine = [one for one in dataset.assessments if not one.example or one.assessor == assessor]
    newest = max(mine, key=lambda one: (one.date.first, one.round), default=None)
    if newest is None:
        made_up = f" {', '.join(known)} is made up." if known else ""
        message = f"It is not said in which round, and there is none to go on with.{made_up}"
        raise Misuse(message, "Name it with --round, such as --round 2026.")
    return newest.round


def mind_the_round(session: Session, name: str) -> None:
    """Say so where nobody has given values in a round yet: it may be misspelt."""
    from anbefal.analysis.values import rounds

    known = rounds(session.loaded.dataset)
    if name not in known:
        others = f" Known are: {', '.join(known)}." if known else ""
        session.say(f"The round {name!r} is new.{others}")


def date_of(session: Session, given: str | None) -> PartialDate | None:
    """Return the date that an option gives, if it does.

    Raises:
        Misuse: It is no date.
    """
    from anbefal.model.dates import parse_date

    if not given:
        return None
    return parse_date(str(understood(session, kind_named("assessment"), {"date": given})["date"]))


def must_be_readable(session: Session, round_name: str, assessor: str) -> None:
    """Make sure that an assessment is not merely unknown because its file has a mistake.

    Raises:
        DataHasErrors: Its file cannot be read in full.
    """
    path = f"data/assessments/{round_name}/{assessor}.yaml"
    if any(one.file == path and one.severity == "error" for one in session.loaded.findings):
        message = f"{path} has a mistake, so values cannot be added to it."
        raise DataHasErrors(message, f"Run 'anbefal validate {path}' and mend what it shows.")
