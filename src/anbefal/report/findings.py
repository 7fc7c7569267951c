"""The findings of `validate`: for people, for programs, for GitHub, for code scanners."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from anbefal.diagnostics import Diagnostic, Position, RuleDoc, Severity
from anbefal.markup import visible
from anbefal.report.output import Color, console, to_json

if TYPE_CHECKING:
    from rich.console import Console

START = Position(1, 1)
TAB_WIDTH = 4


class FindingsFormat(StrEnum):
    """The forms that findings have."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


@dataclass(frozen=True)
class Findings:
    """What validating a repository found.

    Attributes:
        found: The findings, in order of files.
        records: How many records were read.
        texts: Path to text of every file that has a finding, for the line with the caret.
        pages: Manual pages, for SARIF.
        version: The program's version, for SARIF.
        quiet: Whether to leave out the line that sums up.
        read: What the records are, where not all of the repository were looked at.
    """

    found: Sequence[Diagnostic]
    records: int
    texts: Mapping[str, str]
    pages: Sequence[RuleDoc]
    version: str
    quiet: bool = False
    read: str = "record"

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(one.severity is severity for one in self.found)


def write_findings(findings: Findings, form: FindingsFormat, color: Color) -> None:
    """Write findings to standard output."""
    _WRITERS[form](findings, color)


def summary(findings: Findings) -> str:
    """Return one line that says how validation ended."""
    errors, warnings = findings.count(Severity.ERROR), findings.count(Severity.WARNING)
    return (
        f"{_counted(findings.records, findings.read)}: "
        f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    )


def show_findings(found: Sequence[Diagnostic], texts: Mapping[str, str], out: Console) -> None:
    """Write findings for people: place, message, the line with a caret, what to do."""
    from rich.text import Text

    for one in found:
        place = one.position or START
        style = "bold red" if one.severity is Severity.ERROR else "bold yellow"
        head = Text(f"{visible(one.file)}:{place.line}:{place.column} ", style="bold")
        head.append(one.severity, style=style)
        head.append(f" {one.code}", style="cyan")
        out.print(head, soft_wrap=True)
        out.print(f"  {visible(one.message)}", soft_wrap=True)
        for line in () if one.secret else _excerpt(texts.get(one.file, ""), place):
            out.print(line, soft_wrap=True, style="dim")
        if one.hint:
            out.print(f"  → {visible(one.hint)}", soft_wrap=True)
        out.print()


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _excerpt(text: str, place: Position) -> list[str]:
    from rich.cells import cell_len

    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    before = _printable(line[: place.column - 1])
    number = str(place.line)
    return [
        f"  {number} │ {before}{_printable(line[place.column - 1 :])}",
        f"  {' ' * len(number)} │ {' ' * cell_len(before)}^",
    ]


def _printable(text: str) -> str:
    shown = text.replace("\t", " " * TAB_WIDTH)
    return "".join(c if c.isprintable() else "�" for c in shown)


def _write_text(findings: Findings, color: Color) -> None:
    out = console(color)
    show_findings(findings.found, findings.texts, out)
    if not findings.quiet:
        out.print(summary(findings))


def _write_json(findings: Findings, _: Color) -> None:
    found = [
        {
            "code": one.code,
            "severity": one.severity,
            "file": one.file,
            "line": (one.position or START).line,
            "column": (one.position or START).column,
            "message": one.message,
            "hint": one.hint or None,
            "record": one.record,
        }
        for one in findings.found
    ]
    counts = {
        "records": findings.records,
        "errors": findings.count(Severity.ERROR),
        "warnings": findings.count(Severity.WARNING),
    }
    print(to_json({"findings": found, "summary": counts}))


def _write_github(findings: Findings, _: Color) -> None:
    for one in findings.found:
        place = one.position or START
        message = " ".join(part for part in (one.message, one.hint) if part)
        print(
            f"::{one.severity} file={_property(one.file)},line={place.line},col={place.column},"
            f"title={_property(one.code)}::{_data(message)}"
        )
    if not findings.quiet:
        print(summary(findings), file=sys.stderr)


def _data(text: str) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _write_sarif(findings: Findings, _: Color) -> None:
    import json

    used = {one.code for one in findings.found}
    rules = [
        {
            "id": page.code,
            "shortDescription": {"text": page.title},
            "help": {"text": page.manual, "markdown": page.manual},
            "defaultConfiguration": {"level": page.severity},
        }
        for page in findings.pages
        if page.code in used
    ]
    driver = {"name": "anbefal", "version": findings.version, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(one) for one in findings.found],
            }
        ],
    }
    print(json.dumps(log, ensure_ascii=False, indent=2))


def _sarif_result(one: Diagnostic) -> dict[str, Any]:
    from urllib.parse import quote

    place = one.position or START
    location = {
        "artifactLocation": {
            "uri": quote(one.file, errors="surrogateescape"),
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": one.code,
        "level": one.severity,
        "message": {"text": " ".join(part for part in (one.message, one.hint) if part)},
        "locations": [{"physicalLocation": location}],
    }


_WRITERS: dict[FindingsFormat, Callable[[Findings, Color], None]] = {
    FindingsFormat.text: _write_text,
    FindingsFormat.json: _write_json,
    FindingsFormat.github: _write_github,
    FindingsFormat.sarif: _write_sarif,
}
