"""The findings that reading a file can have: their codes and their pages in the manual."""

from __future__ import annotations

from anbefal.diagnostics import Diagnostic, Position, RuleDoc, Severity


def _page(code: str, title: str, manual: str) -> RuleDoc:
    return RuleDoc(code, Severity.ERROR, title, manual)


ENCODING = _page(
    "encoding",
    "The file is not UTF-8",
    "Data files are UTF-8. A file saved in another encoding shows Norwegian letters wrongly, so "
    "it is not read. Open it in the program that wrote it and save it as UTF-8.",
)
BYTE_ORDER_MARK = _page(
    "byte-order-mark",
    "The file holds a byte-order mark",
    "An invisible mark (U+FEFF), which some Windows programs put first in a file, would become a "
    "part of the first key. Save the file as *UTF-8*, not *UTF-8 with BOM*.",
)
CONTROL_CHARACTER = _page(
    "control-character",
    "The file holds a character that does not belong in text",
    "Control characters (such as NUL) and Unicode line separators come along when text is pasted "
    "from Word or a PDF. They are invisible and break searching. Delete the character; where a "
    "line break is meant, use a folded text (`>-`).",
)
CONFLICT_MARKER = _page(
    "conflict-marker",
    "A merge conflict is not resolved",
    "git left both versions in the file, between `<<<<<<<` and `>>>>>>>`. Keep what is right, "
    "delete the rest and the three marker lines.",
)
TAB = _page(
    "tab",
    "A tab is used for indentation",
    "YAML indents with spaces. Replace the tab by two spaces.",
)
TAG = _page(
    "tag",
    "The file uses a YAML tag or directive",
    "A word that begins with `!`, or a line that begins with `%`, would make values mean something "
    "else than what stands there. Data files hold plain values. Where a text begins with an "
    "exclamation mark, put it in quotes.",
)
SEVERAL_DOCUMENTS = _page(
    "several-documents",
    "The file holds more than one document",
    "A line `---` begins a second document. One record stands in one file: move the rest to a "
    "file of its own.",
)
DUPLICATE_KEY = _page(
    "duplicate-key",
    "A key stands twice in the same mapping",
    "Only one of the two values could count, and nobody would see which. Delete one of them.",
)
TOO_DEEP = _page(
    "too-deep",
    "The nesting goes deeper than any record",
    "More than a hundred lists and mappings stand inside each other. No record needs that.",
)
ALIAS_EXPANSION = _page(
    "alias-expansion",
    "Aliases unfold to more than a file may hold",
    "An alias (`*name`) repeats what its anchor (`&name`) marks. Here they repeat each other to "
    "more than 100,000 values. Write the values out.",
)
YAML_SYNTAX = _page(
    "yaml-syntax",
    "The file is not YAML",
    "The reader does not understand the text from the given place on. Most often a text with a "
    "colon lacks quotes, or a line is indented differently from its neighbours.\n\n"
    "Wrong: `note: Reported: done`\n\nRight: `note: 'Reported: done'`",
)
EMPTY_FILE = _page(
    "empty-file",
    "The file holds no record",
    "Nothing but blank lines and comments. Delete the file or write the record.",
)
TOO_LARGE = _page(
    "too-large",
    "The file is larger than a data file may be",
    "A data file may hold one million bytes. A larger one is not a record that a person wrote.",
)
MOST_FINDINGS = 1_000
"""How many findings of one file are shown."""

UNREADABLE_FILE = _page(
    "unreadable-file",
    "The file cannot be opened",
    "The operating system does not let the file or folder be read, or it is not an ordinary file.",
)
OUTSIDE_REPOSITORY = _page(
    "outside-repository",
    "A link leads out of the repository",
    "A symbolic link points at a file outside the repository. It is not followed.",
)
UNKNOWN_FILE = RuleDoc(
    "unknown-file",
    Severity.WARNING,
    "A file in the data folder is not read",
    "Only files that end with `.yaml`, in the folders of the data model, are read. Move or rename "
    "the file, so that nobody believes that it counts.",
)
UNKNOWN_KEY = _page(
    "unknown-key",
    "A key that the data model does not have",
    "A misspelt key would silently count for nothing, so it is refused. The hint names the "
    "nearest known key.",
)
MISSING_KEY = _page(
    "missing-key",
    "A key that the record must have is missing",
    "Write the key with its value. `docs/data.md` lists which keys each kind of record must have.",
)
WRONG_VALUE = _page(
    "wrong-value",
    "A value that its key cannot have",
    "The value is of the wrong type or is not one of the known words.\n\n"
    "Wrong: `themes: isolasjon`\n\nRight: `themes: [isolasjon]`",
)
UNQUOTED_NUMBER = _page(
    "unquoted-number",
    "A number that must be text stands without quotes",
    "Without quotes `140.10` is the number 140.1, which is another paragraph. Put it in quotes.\n\n"
    'Wrong: `paragraph: 140.10`\n\nRight: `paragraph: "140.10"`',
)

MORE_FINDINGS = _page(
    "more-findings",
    "The file has more findings than are shown",
    "Of one file at most 1,000 findings are shown. Most often one mistake at its top causes the "
    "others, or the file is no data file at all. Mend what is shown and run the command again.",
)

READING = (
    ENCODING,
    BYTE_ORDER_MARK,
    CONTROL_CHARACTER,
    CONFLICT_MARKER,
    TAB,
    TAG,
    SEVERAL_DOCUMENTS,
    DUPLICATE_KEY,
    TOO_DEEP,
    ALIAS_EXPANSION,
    YAML_SYNTAX,
    EMPTY_FILE,
    TOO_LARGE,
    UNREADABLE_FILE,
    OUTSIDE_REPOSITORY,
    UNKNOWN_FILE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    UNQUOTED_NUMBER,
    MORE_FINDINGS,
)
"""Every finding of the store, in the order of the manual."""


def finding(
    page: RuleDoc, file: str, message: str, *, hint: str = "", position: Position | None = None
) -> Diagnostic:
    """Return a finding of the kind that ``page`` explains."""
    return Diagnostic(page.code, page.severity, file, message, hint, position=position)
