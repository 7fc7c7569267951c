"""How many records there are, and what is recorded of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anbefal.analysis.progress import Progress, progress_of
from anbefal.documents.site.site_data import SiteData
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Counted:
    """What is recorded of some records.

    Attributes:
        found: How far follow-up has come.
        silent: On how many nothing is recorded: no report, no assessment, no grade, nor that
            anybody looked for a report.
    """

    found: Progress
    silent: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.found.total

    @property
    def reported(self) -> int:
        """On how many the state has reported."""
        return self.found.total - self.found.unreported

    @property
    def assessed(self) -> int:
        """How many others have judged, the committee among them."""
        return self.found.total - self.found.unassessed


def counted(site: SiteData, records: Iterable[Recommendation]) -> Counted:
    """Return what is recorded of records.

    Args:
        site: What the site is made from.
        records: Some of its records.
    """
    found = [site.reached[one.id] for one in records]
    return Counted(progress_of(found), found.count(("nothing", "nothing")))
