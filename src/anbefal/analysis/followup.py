"""What was said about a recommendation or a measure, on each of the two tracks."""

from __future__ import annotations

from anbefal.model.recommendation import Grade, Recommendation, Track, Update


def in_order(log: tuple[Update, ...], track: Track | None = None) -> tuple[Update, ...]:
    """Return the entries of a log, or of one track of it, the oldest first.

    Entries of the same day keep the order of the file; a month counts as its last day.
    """
    entries = (update for update in log if track in {None, update.track})
    return tuple(sorted(entries, key=lambda u: (u.date.last, u.date.first)))


def latest(log: tuple[Update, ...], track: Track) -> Update | None:
    """Return the newest entry of a log on a track.

    Of entries of the same day the one that stands last in the file is the newest.
    """
    entries = in_order(log, track)
    return entries[-1] if entries else None


def latest_said(log: tuple[Update, ...], track: Track) -> Update | None:
    """Return the newest entry in which somebody says something.

    That nobody reports (``no-report``) is a finding, but no report and no assessment.
    """
    entries = [update for update in in_order(log, track) if update.value != "no-report"]
    return entries[-1] if entries else None


def perhaps_last_said(log: tuple[Update, ...], track: Track) -> tuple[Update, ...]:
    """Return every entry that may be the newest in which somebody says something.

    Of two of which one is dated 2022 and the other May 2022, either may be the newer; of entries
    with the same date the one that stands last in the file is.
    """
    said = [update for update in in_order(log, track) if update.value != "no-report"]
    return tuple(
        one
        for place, one in enumerate(said)
        if not any(one.date.surely_before(other.date) for other in said)
        and not any(one.date == other.date for other in said[place + 1 :])
    )


def is_unsure(log: tuple[Update, ...], track: Track) -> bool:
    """Return whether several entries may be the newest on a track, and do not say the same."""
    return len({update.value for update in perhaps_last_said(log, track)}) > 1


def silence_since(log: tuple[Update, ...]) -> Update | None:
    """Return the newest finding that nobody reports, where it is surely newer than every report.

    It counts on whichever track it stands; ``None`` also where nobody ever reported. What several
    say on one day stands side by side.
    """
    said = latest_said(log, "reported")
    silent = [update for update in in_order(log) if update.value == "no-report"]
    is_since = said and silent and said.date.surely_before(silent[-1].date)
    return silent[-1] if is_since else None


def is_looked_into(log: tuple[Update, ...]) -> bool:
    """Return whether somebody found that nobody reports; that nobody looked is another thing."""
    return any(update.value == "no-report" for update in log)


def standing(log: tuple[Update, ...], track: Track) -> tuple[Update, ...]:
    """Return what was said last on a track, and a later finding that nobody reports.

    Where it is not sure which of several was said last, it is all of them, the oldest first.
    """
    said, newest = perhaps_last_said(log, track), latest(log, track)
    return (*said, newest) if newest and newest not in said else said


def value_on(record: Recommendation, track: Track) -> str | None:
    """Return the newest status value on a track, ``None`` where nothing is recorded."""
    update = latest(record.status, track)
    return update.value if update else None


def grades_of(record: Recommendation) -> tuple[Grade, ...]:
    """Return the committee's grades, the oldest first; those without a date before the others."""
    grades = record.follow_up.grades if record.follow_up else ()
    return tuple(sorted(grades, key=lambda g: g.date.last.isoformat() if g.date else ""))


def is_reported(record: Recommendation) -> bool:
    """Return whether the state has said anything about the record."""
    return latest_said(record.status, "reported") is not None


def is_assessed(record: Recommendation) -> bool:
    """Return whether anybody independent, the committee among them, has judged the record."""
    return bool(grades_of(record)) or latest_said(record.status, "assessed") is not None
