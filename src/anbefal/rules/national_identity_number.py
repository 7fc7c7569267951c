"""A national identity number stands in the file.

Eleven digits that begin with a date of birth and end with two check digits name one person, and
nothing in this repository may do so. Numbers for people without a national identity number
(D-numbers) count as well. They are looked for everywhere: in every text, in `internal`, in
comments, and in files that could not be read as records. The number is not repeated in the
message.

Not reported: digits inside a longer number or a hexadecimal code, and digits that are only a
part of a longer word of a web address.

Wrong: eleven such digits, together or as `DDMMYY NNNNN`, `DDMMYY-NNNNN` or `DD.MM.YY NNNNN`.

```yaml
note: Klager er født … og har nummer …
```

Right:

```yaml
note: Klager er kjent for sekretariatet
```

Once a number has been committed it also stands in git's history, from where it must be removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anbefal.diagnostics import Lines, Severity
from anbefal.model.dataset import Dataset, SourceFile
from anbefal.rules.support.problem import Problem
from anbefal.rules.support.text import GAP, in_address, shape_of

SEVERITY = Severity.ERROR
SECRET = True
"""What is found is not shown again, in no output."""

SHAPES = (b"00000000000", b"000000 00000", b"00 00 00 00000")
_FORM = re.compile(rf"(?<!\d)(?:\d{{6}}|\d\d{GAP}\d\d{GAP}\d\d){GAP}?\d{{5}}(?!\d)")
_CODE = re.compile(r"[0-9A-Fa-f]*")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every valid number in the text of any file."""
    for file in dataset.files:
        shape = shape_of(file.text)
        if any(form in shape for form in SHAPES):
            yield from _in_file(file)


def _in_file(file: SourceFile) -> Iterator[Problem]:
    lines = Lines(file.text)
    for match in _FORM.finditer(file.text):
        if _is_valid(match[0]) and not _in_longer_code(file.text, match.start(), match.end()):
            yield Problem(
                file.path,
                "Here stands a national identity number.",
                "Delete it, and tell those who look after the repository's history.",
                position=lines.position(match.start()),
            )


def _is_valid(number: str) -> bool:
    """Return whether the check digits and the date of birth are possible.

    The library's own ``validate`` asks the clock whether the person is born yet; these do not.
    """
    from stdnum.exceptions import ValidationError
    from stdnum.no import fodselsnummer

    digits = re.sub(r"\D", "", number)
    checks = fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits)
    if checks != (digits[9], digits[10]):
        return False
    try:
        fodselsnummer.get_birth_date(digits)
    except ValidationError:
        return False
    return True


def _in_longer_code(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if in_address(text, start, end):
        return bool(re.match(r"[\w%-]", before) or re.match(r"[\w%-]", after))
    letters_beside = before.isalpha() or after.isalpha()
    return letters_beside and _is_hexadecimal(text, start, end)


def _is_hexadecimal(text: str, start: int, end: int) -> bool:
    """Return whether the whole run of letters and digits could be a hexadecimal code."""
    tail = re.match(r"[^\W_]*", text[end : end + 100])
    head = re.match(r"[^\W_]*", text[max(0, start - 100) : start][::-1])
    word = (head[0][::-1] if head else "") + text[start:end] + (tail[0] if tail else "")
    return _CODE.fullmatch(word) is not None
