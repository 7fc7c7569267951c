"""Texts that were made to take long to read take no longer than others of their length."""

from __future__ import annotations

import pytest

from anbefal.exchange.mapped.numbers import document_from, paragraph_from, reference_in
from anbefal.exchange.observations.dividing import divide
from anbefal.exchange.observations.follow_up import asks_for_follow_up, paragraphs_in
from anbefal.exchange.observations.head import read_head
from anbefal.exchange.observations.kinds import kind_of
from anbefal.exchange.observations.pieces import pieces_of
from anbefal.exchange.observations.sentences import sentences_of
from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.pages import parted
from exchange.importing.timing import Read, repeated, seconds

LENGTH = 100_000
MOST_SECONDS = 0.3
LARGEST_RATIO = 3.5
"""Times that a text twice as long may take: two in theory, four where the time is squared."""
TOO_QUICK = 0.1
"""Seconds below which a ratio tells nothing."""
PARTS = (
    "((((",
    "(a)(a)",
    "1.1.1.1",
    "- - -",
    "; (i) a",
    "a-\n",
    " ",
    "§",
    ", ",
    "paragraphs 1, ",
    "observations of A ",
    "the Committee, ",
    "share ",
    "Distr",
)


def head(text: str) -> None:
    read_head(WordDocument("a.docx", (), (Paragraph(1, text),)))


def pieces(text: str) -> None:
    pieces_of((Paragraph(1, f"1. It should: {text}"),))


READERS: tuple[Read, ...] = (
    document_from,
    paragraph_from,
    reference_in,
    divide,
    paragraphs_in,
    asks_for_follow_up,
    sentences_of,
    kind_of,
    head,
    pieces,
    lambda text: kind_of(f"The Committee invites the State party to {text}"),
    lambda text: parted(text.split("\n")),
)


@pytest.mark.parametrize("part", PARTS)
def test_no_text_takes_long(part: str) -> None:
    text = repeated(part, LENGTH)
    for read in READERS:
        whole = seconds(read, text)
        if whole > MOST_SECONDS / 2:  # other programs may have kept the machine busy
            whole = min(whole, seconds(read, text))
        assert whole < MOST_SECONDS, read
        if whole > TOO_QUICK:
            half = seconds(read, text[: LENGTH // 2])
            assert min(whole, seconds(read, text)) < half * LARGEST_RATIO, read
