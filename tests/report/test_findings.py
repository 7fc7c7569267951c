"""The caret of a finding stands under the character that it means."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from anbefal.diagnostics import Diagnostic, Position, Severity
from anbefal.report.findings import Findings, FindingsFormat, write_findings
from anbefal.report.output import Color


def shown(line: str, column: int, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return the line and the line of the caret, as they are shown."""
    finding = Diagnostic("kode", Severity.ERROR, "a.yaml", "Feil.", position=Position(1, column))
    findings = Findings([finding], 1, {"a.yaml": line}, (), "1")
    write_findings(findings, FindingsFormat.text, Color.never)
    lines = capsys.readouterr().out.splitlines()
    return lines[2], lines[3]


@pytest.mark.parametrize(
    "line",
    ["a: x", "\tå: x", "a\t\tb: x", "日本: x", "e\u0301e\u0301: x", "😀: x", "a\u200bb: x"],
    ids=["plain", "tab", "tabs", "wide", "combining", "emoji", "invisible"],
)
def test_the_caret_stands_under_its_character(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    excerpt, caret = shown(line, line.index("x") + 1, capsys)

    assert cell_len(excerpt[: excerpt.rindex("x")]) == cell_len(caret[: caret.index("^")])


def test_a_file_without_text_has_no_excerpt(capsys: pytest.CaptureFixture[str]) -> None:
    finding = Diagnostic("kode", Severity.ERROR, "a.yaml", "Feil.", position=Position(9, 1))
    write_findings(Findings([finding], 1, {}, (), "1"), FindingsFormat.text, Color.never)

    assert "^" not in capsys.readouterr().out


def test_what_looks_like_markup_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    excerpt, _ = shown("[bold]a[/bold] :smile: [/x]", 1, capsys)

    assert excerpt.endswith("[bold]a[/bold] :smile: [/x]")
