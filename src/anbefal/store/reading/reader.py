"""From the bytes of a data file to plain values, or to findings that say why not.

ryaml (libyaml's rules, in Rust) gives the values; `guards` closes its gaps; `nodes` gives places
that ryaml's errors lack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from anbefal.diagnostics import Diagnostic, Lines, Position, RuleDoc
from anbefal.model.names import composed
from anbefal.store.reading import findings
from anbefal.store.reading.findings import finding
from anbefal.store.reading.guards import check_structure, check_text
from anbefal.store.reading.nodes import Locator, first_token, problem_position

MAX_BYTES = 1_000_000
_PLACE = re.compile(r" at line (\d+) column (\d+)")
_LONG_NUMBER = re.compile(r"invalid type: integer `(-?\d+)`")

_HINTS = (
    ("mapping values are not allowed", 'Put a text that contains ": " in quotes.'),
    ("did not find expected key", "Is the line indented as its neighbours, and are quotes closed?"),
    ("could not find expected ':'", "Does a key lack its colon, or is a text indented too little?"),
    ("did not find expected ',' or", "Is a bracket not closed, or does a comma lack in a list?"),
    (
        "did not find expected '-'",
        "Does a list item lack its hyphen, or is a key indented wrongly?",
    ),
    ("unexpected end of stream", "A quote or bracket that is opened here is never closed."),
    ("cannot start any token", "Put a text that begins with a special character in quotes."),
    ("unknown anchor", "Put a text that begins with * in quotes."),
    ("unknown escape", "In double quotes a backslash is written \\\\. Single quotes need none."),
    ("invalid Unicode character escape", "The \\u escape does not name a character."),
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file's bytes came to.

    Attributes:
        text: The decoded text; empty where it could not be decoded.
        value: Dictionaries, lists, text, numbers, true, false; None where there are findings.
        findings: Why the text could not be read; empty where it could.
    """

    text: str
    value: Any
    findings: tuple[Diagnostic, ...]


def parse(file: str, data: bytes) -> Parsed:
    """Read one YAML document.

    Letters are composed (NFC), so that names are the same whichever program wrote them.

    Args:
        file: The name that findings give.
        data: The file's bytes.
    """
    if len(data) > MAX_BYTES:
        return _refused("", _too_large(file))
    try:
        text = composed(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _refused("", _not_utf8(file, data, error))
    found = tuple(check_text(file, text)) or tuple(check_structure(file, text))
    if found:
        return Parsed(text, None, found)
    return _parse_text(file, text)


def _parse_text(file: str, text: str) -> Parsed:
    import ryaml

    try:
        value = ryaml.loads(text)
    except (ryaml.InvalidYamlError, ValueError) as error:
        return _refused(text, _syntax(file, text, str(error)))
    if value is None:
        return _refused(
            text,
            finding(
                findings.EMPTY_FILE, file, "The file holds no record.", position=Position(1, 1)
            ),
        )
    return Parsed(text, value, ())


def _refused(text: str, *found: Diagnostic) -> Parsed:
    return Parsed(text, None, found)


def _too_large(file: str) -> Diagnostic:
    message = f"The file is larger than {MAX_BYTES:,} bytes."
    return finding(findings.TOO_LARGE, file, message, position=Position(1, 1))


def _not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = data[: error.start].decode("utf-8")
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return finding(
        findings.ENCODING,
        file,
        f"The byte 0x{data[error.start]:02X} is not UTF-8.",
        hint=f"Save the file as UTF-8; it looks like {'UTF-16' if wide else 'Windows-1252'}.",
        position=Lines(before).position(len(before)),
    )


def _syntax(file: str, text: str, problem: str) -> Diagnostic:
    position = _place_in(problem)
    if number := _LONG_NUMBER.search(problem):
        return _too_long_a_number(file, text, number[1])
    page, message, hint = _explain(text, problem, position)
    if page is findings.DUPLICATE_KEY and (double := Locator(text).duplicate_key()):
        message, position = f"The key {double[0]!r} stands twice.", double[1]
    if page is findings.SEVERAL_DOCUMENTS:
        skip = 1 if _begins_explicitly(text) else 0
        position = first_token(text, "DocumentStartToken", "DocumentEndToken", skip=skip)
    position = position or problem_position(text) or Position(1, 1)
    return finding(page, file, message, hint=hint, position=position)


def _too_long_a_number(file: str, text: str, number: str) -> Diagnostic:
    """Return the finding for a number of more digits than the fast reader can hold."""
    return finding(
        findings.UNQUOTED_NUMBER,
        file,
        "A number of so many digits is meant as text, and has no quotes.",
        hint="Put it in quotes, exactly as it stands in the source.",
        position=Lines(text).position(max(0, text.find(number))),
    )


def _place_in(problem: str) -> Position | None:
    """Return the place that an error of the fast reader names, if it names one.

    Of a quote that is never closed, the end of the file is named first and the quote last.
    """
    places = _PLACE.findall(problem)
    if not places:
        return None
    line, column = places[-1 if "end of stream" in problem else 0]
    return Position(int(line), int(column))


def _explain(text: str, problem: str, position: Position | None) -> tuple[RuleDoc, str, str]:
    if "duplicate entry" in problem:
        return findings.DUPLICATE_KEY, "A key stands twice.", "Keep one of the two."
    if "more than one document" in problem:
        hint = "Move what follows the line --- to a file of its own."
        return findings.SEVERAL_DOCUMENTS, "The file holds more than one document.", hint
    if "recursion limit" in problem:
        return findings.TOO_DEEP, "The nesting goes deeper than any record.", ""
    if "repetition limit" in problem:
        return findings.ALIAS_EXPANSION, "The aliases unfold without end.", "Write the values out."
    if position and _indented_by_tab(text, position):
        return findings.TAB, "A tab is used for indentation.", "Use two spaces instead."
    hint = next((hint for words, hint in _HINTS if words in problem), "")
    return findings.YAML_SYNTAX, f"This is not YAML: {_PLACE.sub('', problem)}.", hint


def _indented_by_tab(text: str, position: Position) -> bool:
    lines = re.split(r"\r\n|\r|\n", text)
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]


def _begins_explicitly(text: str) -> bool:
    """Return whether the first line that holds anything but a comment opens a document."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return next(lines, "").startswith("---")
