"""The first sheet: what the workbook is, how it is filled in, and what import needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from anbefal.exchange.scoresheet.content import ScoreSheet
from anbefal.exchange.scoresheet.heights import LINE, height_of
from anbefal.exchange.scoresheet.layout import (
    KEY,
    VERSION,
    Column,
    number_words,
    scale_words,
    steps_of,
    words_in,
)
from anbefal.exchange.scoresheet.messages import LONGEST_HELP, shortened
from anbefal.exchange.scoresheet.styles import Styles, set_up_page, write_words
from anbefal.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from anbefal.wording import Wording

Row = tuple[str, str]

_WIDTHS = (38, 100)


def write_read_first(
    page: Any, sheet: ScoreSheet, headings: dict[Column, str], styles: Styles
) -> None:
    """Write labels to the left and what they mean to the right, and the one cell for the date."""
    words = words_in(sheet.language)
    for number, width in enumerate(_WIDTHS):
        page.set_column(number, number, width)
    title = words.say("title", round=sheet.round)
    write_words(page, 0, 0, title, styles.title)
    write_words(page, 0, 1, sheet.assessor_name, styles.title)
    high = LINE * styles.larger
    narrower = [width / styles.larger for width in _WIDTHS]
    page.set_row(0, height_of(zip((title, sheet.assessor_name), narrower, strict=True), high))
    row = 0
    for row, (label, said) in enumerate(_head(sheet, words), start=1):
        _write(page, row, (label, said), styles)
    _write_date(page, row + 1, sheet, words, styles)
    below = [*_steps(sheet, words), *_notes(sheet, words), *_technical(sheet, headings, words)]
    for number, line in enumerate(below, start=row + 2):
        _write(page, number, line, styles)
    page.set_selection(row + 1, 1, row + 1, 1)
    set_up_page(page, words, title)
    page.fit_to_pages(1, 1)


def _write(page: Any, row: int, line: Row, styles: Styles) -> None:
    label, said = line
    write_words(page, row, 0, label, styles.locked)
    write_words(page, row, 1, shortened(said, LONGEST_HELP), styles.locked)
    page.set_row(row, height_of(zip(line, _WIDTHS, strict=True)))


def _head(sheet: ScoreSheet, words: Wording) -> Iterator[Row]:
    who = f"{sheet.assessor_name} ({sheet.assessor})"
    yield words.label["about"], words.say("about", assessor=sheet.assessor_name)
    yield words.label["round"], sheet.round
    yield words.label["assessor"], who
    yield words.label["criteria"], _criteria(sheet, words)
    yield words.label["scale"], scale_words(sheet.criteria.scale, words)


def _criteria(sheet: ScoreSheet, words: Wording) -> str:
    title, adopted = sheet.criteria.title.within(words.language), sheet.criteria.adopted
    if adopted is None:
        return words.say("proposal", title=title)
    return words.say("adopted", title=title, by=adopted.by, date=words.date(adopted.date))


def _write_date(page: Any, row: int, sheet: ScoreSheet, words: Wording, styles: Styles) -> None:
    page.write_string(row, 0, words.label["date"], styles.locked)
    known = sheet.date
    if known is None:
        page.write_blank(row, 1, None, styles.date)
    elif known.day is None:
        page.write_string(row, 1, str(known), styles.date)
    else:
        page.write_datetime(row, 1, _as_excel_has_it(known), styles.date)
    rules = {
        "validate": "date",
        "criteria": "between",
        "minimum": date(FIRST_YEAR, 1, 1),
        "maximum": date(LAST_YEAR, 12, 31),
        "input_title": words.label["date"],
        "input_message": words.say("date_message"),
        "error_title": words.say("date_title"),
        "error_message": words.say("date_error"),
        "error_type": "warning",  # a year or a month alone, as text, is a date too
    }
    page.data_validation(row, 1, row, 1, rules)


def _as_excel_has_it(known: PartialDate) -> datetime:
    first = known.first
    return datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a day has no zone


def _steps(sheet: ScoreSheet, words: Wording) -> Iterator[Row]:
    label, scale = words.label, sheet.criteria.scale
    low, high = words.plain(scale.min), words.plain(scale.max)
    key = "step_pick" if steps_of(scale) else "step_type"
    steps = [
        words.say("step_date"),
        words.say(key, scores=label["sheet_scores"], low=low, high=high),
        words.say("step_empty"),
        words.say("step_levels", criteria=label["sheet_criteria"]),
        words.say("step_reasons", dissent=label["dissent"]),
        words.say("step_sort"),
        words.say("step_send"),
    ]
    for number, said in enumerate(steps, start=1):
        yield f"{label['step']} {number}", said


def _notes(sheet: ScoreSheet, words: Wording) -> Iterator[Row]:
    label = words.label["note"]
    if sheet.example:
        yield label, words.say("note_example")
    yield label, words.say("note_hints", hints=words.label["hints"])
    if any(item.level == "recommendation" for item in sheet.items):
        yield label, words.say("note_inherited")


def _technical(sheet: ScoreSheet, headings: dict[Column, str], words: Wording) -> Iterator[Row]:
    yield words.label["technical"], words.say("technical")
    yield f"{KEY}scoresheet", VERSION
    yield f"{KEY}round", sheet.round
    yield f"{KEY}assessor", sheet.assessor
    yield f"{KEY}scale-min", number_words(sheet.criteria.scale.min)
    yield f"{KEY}scale-max", number_words(sheet.criteria.scale.max)
    for column, heading in headings.items():
        if column.kind == "value":
            yield f"{KEY}criterion:{column.criterion}", heading
