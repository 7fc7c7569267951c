"""No text makes a reader slow: twice as long a text takes about twice as long."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.exchange.cleaning import clean
from anbefal.exchange.dates import date_in
from anbefal.exchange.finding import paragraph_in, split_number, symbols_in
from anbefal.exchange.outgoing.guarding import guarded
from anbefal.exchange.tables.items import items_of
from anbefal.exchange.tables.rows import Field
from anbefal.exchange.uhri.values import annotation_in, cited, day_in, states_in
from anbefal.exchange.upr.attribution import attributed
from anbefal.exchange.upr.matrix_cells import ask_in, labels_in
from anbefal.exchange.upr.sessions import session_number
from anbefal.model.incoming import Place
from exchange.importing.timing import Read, repeated, seconds

LENGTH = 20_000
AT_ONCE = 0.06
"""Seconds in which a text of that length is read on any machine, if in no more than its length."""
MOST_TIMES = 3.5

PIECES = (
    "((((",
    "(a)(a)",
    "(A)",
    "1.1.1.1",
    "- - -",
    "; (i) a",
    "a-\n",
    "a\n",
    " ",
    "\n",
    "§",
    "&amp;",
    "<<<<",
    "<a ",
    "</p>",
    "(Peru) ",
    "Peru and ",
    "para. 1, ",
    "1 June 2018 ",
)


def field(text: str) -> Field:
    return Field(Place(1), "text", text, (text,))


READERS: list[Read] = [
    clean,
    split_number,
    symbols_in,
    paragraph_in,
    date_in,
    items_of,
    attributed,
    ask_in,
    lambda text: labels_in(text, text),
    session_number,
    guarded,
    lambda text: annotation_in(field(text), "22", is_upr=True),
    lambda text: cited(field(text)),
    lambda text: states_in(field(text)),
    lambda text: day_in(field(text), date(1899, 12, 30)),
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_twice_as_long_takes_no_more_than_about_twice_as_long(piece: str) -> None:
    for read in READERS:
        short = seconds(read, f"{repeated(piece, LENGTH)}!")
        if short > AT_ONCE:  # else there is nothing to be measured
            long = min(seconds(read, f"{repeated(piece, 2 * LENGTH)}!") for _ in range(2))
            assert long < MOST_TIMES * short, read
