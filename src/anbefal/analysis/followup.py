"""What was said last about a recommendation, on each of the two tracks."""

from __future__ import annotations

from anbefal.model.recommendation import Recommendation, Track, Update


def latest(log: tuple[Update, ...], track: Track) -> Update | None:
    """Return the newest entry of a log on a track.

    Of entries of the same day the one that stands last in the file is the newest.
    """
    entries = [update for update in log if update.track == track]
    newest = sorted(entries, key=lambda u: (u.date.last, u.date.first))
    return newest[-1] if newest else None


def value_on(record: Recommendation, track: Track) -> str | None:
    """Return the newest status value on a track, ``None`` where nobody said anything."""
    update = latest(record.status, track)
    return update.value if update else None
