"""Changes in words: one line a change, as `diff` and `log` tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from anbefal.analysis.changes import Change
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset, Key, summary_of
from anbefal.report.tables import Column
from anbefal.report.words import INFERRED, place

if TYPE_CHECKING:
    from rich.console import Console

SHORT = 120
"""Characters of a summary that stand above its changes."""

LEAST = 20
"""Characters of a line that are used, however narrow the terminal is."""

EXAMPLE = " (EXAMPLE, made up)"
WITHHELD = "the words are shown with --internal"
EXAMPLE_NOTE = "EXAMPLE: some of the scores are made up to show how the method works."

ROW = (
    *("kind", "record", "what", "how", "part", "field", "date", "by", "track"),
    *("old", "new", "note", "evidence", "themes", "inferred", "example", "withheld"),
)
COLUMNS = tuple(Column(name) for name in ROW)


@dataclass(frozen=True, slots=True)
class Names:
    """What records are called: as they are called after, or before where they are gone.

    Attributes:
        old: The dataset before.
        new: The dataset after.
        language: The language of names.
    """

    old: Dataset
    new: Dataset
    language: Language

    def actor(self, name: str) -> str:
        """Return an actor's short name, or the id where it is unknown."""
        side = self.new if name in self.new.actors else self.old
        return side.name_of_actor(name, self.language)

    def about(self, key: Key) -> str:
        """Return what a record is, in a line: where it stands and what it asks, or its name."""
        for side in (self.new, self.old):
            if told := self._about(key, side):
                return told
        return key.kind

    def _about(self, key: Key, side: Dataset) -> str | None:
        match key.kind:
            case "recommendation" if record := side.recommendations.get(key.name):
                summary = _short(summary_of(record, self.language)[1])
                return f"{place(side, record, self.language)}: {summary}"
            case "meeting" if meeting := side.meetings.get(key.name):
                theme = side.name_of_theme(meeting.theme, self.language)
                date = f", {meeting.date}" if meeting.date else ""
                return f"meeting on {theme} ({meeting.state}{date})"
            case "plan" if plan := side.plans.get(key.name):
                return f"plan: {plan.title.within(self.language)}"
            case "theme" if theme_record := side.themes.get(key.name):
                return f"theme: {theme_record.name.within(self.language)}"
            case "actor" if actor := side.actors.get(key.name):
                return f"{actor.kind}: {actor.name.within(self.language)}"
        return None


def _short(summary: str) -> str:
    """Return the beginning of a summary on one line, cut between words."""
    words = " ".join(summary.split())
    return words if len(words) <= SHORT else words[:SHORT].rpartition(" ")[0] + " …"


def row_data(change: Change) -> dict[str, Any]:
    """Return a change as one flat object for JSON."""
    key = change.record
    values = [getattr(change, name) for name in ROW[2:]]
    plain = [list(value) if isinstance(value, tuple) else value for value in values]
    return dict(zip(ROW, (key.kind, key.name, *plain), strict=True))


def row_cells(change: Change) -> tuple[Any, ...]:
    """Return a change as one row of a table."""
    data = row_data(change)
    return tuple(" ".join(v) if isinstance(v := data[name], list) else v for name in ROW)


def notes_on(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what a reader must know of changes: that some are made up, or their words not shown."""
    if any(change.example for change in changes):
        yield EXAMPLE_NOTE
    if any(change.withheld for change in changes):
        yield f"Of minority views, reasons and persons {WITHHELD}."


def line(change: Change, names: Names) -> str:
    """Return a change on one line, without its record."""
    words = _words(change, names) + (EXAMPLE if change.example else "")
    return " ".join(words.split())


class Page:
    """Lines for a terminal, broken at its width and written all at once.

    rich's own wrapping of line after line takes a second for a few thousand changes.

    Args:
        out: Where they are written.
    """

    def __init__(self, out: Console) -> None:
        from rich.text import Text

        self._out = out
        self._width = out.width
        self._text = Text()

    def add(self, words: str, indent: int = 0, *, bold: int = 0, style: str = "") -> None:
        """Add words, whose further lines begin at the same column as the first.

        Args:
            words: What to write.
            indent: The column.
            bold: How many characters at the beginning are a name.
            style: The style of all of them.
        """
        margin = " " * indent
        room = max(self._width - indent, LEAST)
        lines = [words] if len(words) <= room else wrap(words, room, break_on_hyphens=False)
        whole = f"\n{margin}".join(lines)
        self._text.append(margin)
        if bold:
            self._text.append(whole[:bold], "bold")
        self._text.append(whole[bold:] + "\n", style or None)

    def write(self) -> None:
        """Write what was added."""
        self._out.print(self._text, soft_wrap=True, end="")


def _words(change: Change, names: Names) -> str:
    if change.how == "reordered":
        return f"{_part(change)}{change.field or change.what}: put in another order"
    if change.what in {"status", "grade"}:
        return _said(change, names)
    if change.field is None:
        return _whole(change, names)
    if change.what == "link":
        return f"{change.field}: {change.new or change.old} {change.how}"
    if change.what == "score" and change.field.startswith("values."):
        criterion = change.field.removeprefix("values.")
        return f"{_all(change.by, names)} on {change.part}: {criterion} {_values(change)}"
    return f"{_part(change)}{change.field}: {_values(change)}"


def _whole(change: Change, names: Names) -> str:
    """Return something that came, went or changed as a whole."""
    note = f", {change.note}" if change.note else ""
    match change.what:
        case "record":
            return f"{change.record.kind} {change.how}"
        case "promise" | "measure" | "report":
            by = f", responsible: {_all(change.by, names)}" if change.by else ""
            return f"{_gone(change)}{change.part}: {change.new or change.old}{by}{note}"
        case "meeting-state":
            return f"{_values(change)}{f', {change.date}' if change.date else ''}"
    return f"{_part(change)}{change.what}: {_values(change)}{note}"


def _said(change: Change, names: Names) -> str:
    """Return an entry of a log or a grade: when, who and what, never without its track."""
    who = _all(change.by, names)
    track = f" {change.track} by" if change.track else " graded by"
    head = f"{_part(change)}{change.date or 'date not known'}{track} {who}"
    if change.field is not None:
        return f"{head}, corrected: {change.field} {_values(change)}"
    note = f". {change.note}" if change.note else ""
    evidence = f" [{', '.join(change.evidence)}]" if change.evidence else ""
    return f"{_gone(change)}{head}: {change.new or change.old}{note}{evidence}"


def _part(change: Change) -> str:
    return f"{change.part}: " if change.part else ""


def _gone(change: Change) -> str:
    return "entry removed: " if change.how == "removed" else ""


def _all(ids: str | None, names: Names) -> str:
    return ", ".join(names.actor(one) for one in (ids or "").split(", "))


def _values(change: Change) -> str:
    """Return before and after; what was concluded and not seen is marked."""
    if change.withheld and change.old is None and change.new is None:
        return f"changed ({WITHHELD})"
    new = f"{change.new}{INFERRED if change.inferred else ''}"
    if change.old is None:
        return new if change.new is not None else change.how
    return f"{change.old} → {new if change.new is not None else 'removed'}"
