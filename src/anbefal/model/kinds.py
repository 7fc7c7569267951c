"""The kinds of records: where their files lie and which model they follow."""

from __future__ import annotations

from dataclasses import dataclass

from anbefal.model.assessment import Assessment
from anbefal.model.base import Record
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor, CriteriaSet, Settings, Theme


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        name: The word for one record of the kind.
        place: A file or a folder below ``data/``; a folder ends with a slash.
        model: The model that one record follows.
        listed: Whether the file is a list of records rather than one record.
    """

    name: str
    place: str
    model: type[Record]
    listed: bool = False

    @property
    def path(self) -> str:
        """The place relative to the repository."""
        return f"data/{self.place}"


CRITERIA = Kind("criteria", "criteria.yaml", CriteriaSet)
SETTINGS = Kind("settings", "settings.yaml", Settings)
THEME = Kind("theme", "themes.yaml", Theme, listed=True)
ACTOR = Kind("actor", "actors.yaml", Actor, listed=True)
RECOMMENDATION = Kind("recommendation", "recommendations/", Recommendation)
ASSESSMENT = Kind("assessment", "assessments/", Assessment)
MEETING = Kind("meeting", "meetings/", Meeting)
PLAN = Kind("plan", "plans/", Plan)

KINDS = (CRITERIA, SETTINGS, THEME, ACTOR, RECOMMENDATION, ASSESSMENT, MEETING, PLAN)


_PLACES = tuple((kind.path, kind) for kind in KINDS)


def kind_of(path: str) -> Kind | None:
    """Return the kind of the file at ``path`` (relative to the repository), if it has one."""
    for place, kind in _PLACES:
        if path == place or (place.endswith("/") and path.startswith(place)):
            return kind
    return None
