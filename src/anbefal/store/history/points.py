"""What a user writes for a moment in history, made into a commit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from anbefal.errors import Misuse, UnknownName
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate, parse_date
from anbefal.model.meeting import Meeting
from anbefal.model.names import nearest
from anbefal.store.history.commits import HEAD, Commit, GitFolder, unknown_revision
from anbefal.store.history.sides import names_in
from anbefal.store.history.snapshots import CommitFiles, Nothing, Snapshot, WorkFiles

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
RANGE = ".."


@dataclass(frozen=True, slots=True)
class Point:
    """A moment in the history of a repository.

    Attributes:
        commit: The commit that held then; ``None`` before the first one, and now.
        is_now: Whether the working folder is meant, as it lies.
        before: The day that the moment lies just before, where it was named by a date.
        meeting: The meeting on that day, where it was named by a meeting.
    """

    commit: Commit | None = None
    is_now: bool = False
    before: date | None = None
    meeting: Meeting | None = None

    def snapshot(self, folder: GitFolder) -> Snapshot:
        """Return the data files of that moment."""
        if self.is_now:
            return WorkFiles(folder.root, folder.hashing)
        return CommitFiles(folder.root, self.commit.name) if self.commit else Nothing()


NOW = Point(is_now=True)


@dataclass(frozen=True, slots=True)
class Span:
    """Two moments that a user wants compared.

    Attributes:
        old: The older moment, as the user means it.
        new: The newer one.
        before: The data files of the older moment.
        after: The data files of the newer one.
        names: Vocabulary and meetings of the newer moment.
    """

    old: Point
    new: Point
    before: Snapshot
    after: Snapshot
    names: Dataset


def span(folder: GitFolder, since: str | None, until: str | None, theme: str | None) -> Span:
    """Return the two moments that a user means.

    Args:
        folder: The repository.
        since: The older moment, or both as ``A..B``; see :func:`resolve`. Without it, the last
            meeting held on the theme.
        until: The newer moment; without it, the working folder as it lies.
        theme: The id of the theme asked about.

    Raises:
        Misuse: There is no such moment, no such theme, or neither is given.
        GitFailed: Nothing is committed yet, or history is cut off.
    """
    if since is None and theme is None:
        message = "Since when? Name a date, a commit or a meeting; or a theme with --theme."
        raise Misuse(message, "For example: anbefal diff 2024-01-01")
    older, newer = split(since, until) if since is not None else (None, until)
    new, after = NOW, NOW.snapshot(folder)
    if newer is not None:
        after = CommitFiles(folder.root, folder.tip)
    names = names_in(after)
    if newer is not None:
        new = resolve(folder, newer, names.meetings)
        if new.commit is None or new.commit.name != folder.tip:
            after = new.snapshot(folder)
            names = names_in(after)
    if theme is not None and theme not in names.themes:
        near = nearest(theme, names.themes)
        raise UnknownName("theme", theme, near, sorted(names.themes))
    newest = new.commit.name if new.commit else None
    if older is not None:
        old = resolve(folder, older, names.meetings, newest)
    else:
        old = before_meeting(folder, last_held(theme or "", names.meetings), newest)
    return Span(old, new, old.snapshot(folder), after, names)


def split(first: str, second: str | None) -> tuple[str, str | None]:
    """Return the older and the newer moment of ``A B``, ``A..B``, or ``A`` alone.

    An empty side of ``A..`` or ``..B`` is the last commit, as it is to git.

    Raises:
        Misuse: A range is followed by another moment, or has three dots.
    """
    if RANGE not in first and RANGE not in (second or ""):
        return first, second
    older, _, newer = first.partition(RANGE)
    if second is not None:
        message = f"{first!r} and {second!r} are more than two moments."
        raise Misuse(message, "Write A..B, or A B.")
    if newer.startswith(".") or RANGE in newer:
        raise Misuse(f"{first!r} is no range.", "Write A..B: two dots between two moments.")
    return older or HEAD, newer or HEAD


def resolve(
    folder: GitFolder, written: str, meetings: Mapping[str, Meeting], newest: str | None = None
) -> Point:
    """Return the moment that a user means.

    A date comes before a meeting, and a meeting before a branch of the same name; the branch can
    be written ``heads/NAME``.

    Args:
        folder: The repository.
        written: A date (the state just before the day, month or year began), the id of a meeting
            (the state just before its day), or anything that git takes for a commit.
        meetings: The meetings that can be named, by id.
        newest: The object id of the commit from which a date is looked for backwards; without it,
            the one that the working folder stands on.

    Raises:
        Misuse: It is none of these, or the meeting has no date.
        GitFailed: Nothing is committed yet, or history is cut off.
    """
    if (day := _date(written)) is not None:
        return before(folder, day.first, newest)
    if written in meetings:
        return before_meeting(folder, meetings[written], newest)
    tip = folder.tip  # where nothing is committed, that is what is wrong
    name = tip if written == HEAD else folder.find(written)
    if name is None:
        raise unknown_revision(folder, written, sorted(meetings))
    return Point(folder.commit(name))


def before(folder: GitFolder, day: date, newest: str | None = None) -> Point:
    """Return the moment just before a day began."""
    return Point(folder.before(day, newest or folder.tip), before=day)


def before_meeting(folder: GitFolder, meeting: Meeting, newest: str | None = None) -> Point:
    """Return the moment just before the day of a meeting.

    Where only its month or year is known, that is before the first day of it.

    Raises:
        Misuse: The meeting has no date.
    """
    if meeting.date is None:
        message = f"The meeting {meeting.id!r} has no date."
        raise Misuse(message, "Give its date in its file, or name a commit or a date instead.")
    point = before(folder, meeting.date.first, newest)
    return Point(point.commit, before=point.before, meeting=meeting)


def last_held(theme: str, meetings: Mapping[str, Meeting]) -> Meeting:
    """Return the last meeting held on a theme.

    Raises:
        Misuse: None was held, or none that has a date.
    """
    held = [m for m in meetings.values() if m.theme == theme and m.state == "held" and m.date]
    if not held:
        message = f"No meeting with a date was held on the theme {theme!r}."
        raise Misuse(message, f"Say since when: anbefal diff 2024-01-01 --theme {theme}")
    return max(held, key=_when)


def _when(meeting: Meeting) -> tuple[date, date, str]:
    assert meeting.date is not None  # noqa: S101 - only dated meetings are asked
    return meeting.date.first, meeting.date.last, meeting.id


def _date(written: str) -> PartialDate | None:
    try:
        return parse_date(written) if _DATE.fullmatch(written) else None
    except ValueError:
        return None  # 1234 and 2022-13 are no dates; git may know a commit or branch so named
