"""Pasted text: broken lines joined, and what stood on every page left out."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.word.blocks import WordDocument
from anbefal.exchange.word.plain import LARGEST, read_plain_text


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> WordDocument:
    path = tmp_path / "limt.txt"
    path.write_bytes(dedent(text).encode(encoding))
    return read_plain_text(path)


def texts(tmp_path: Path, text: str) -> list[str]:
    return [one.text for one in read(tmp_path, text).paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    words = "1. The Committee’s visit to Tromsø and Bodø."  # noqa: RUF001
    assert read(tmp_path, words, encoding).paragraphs[0].text == words


def test_a_paragraph_that_is_broken_over_lines_is_one(tmp_path: Path) -> None:
    text = """\
    1. The Committee is concerned about the devel-
    opment of long stays. It is also concerned
    about the lack of daylight.
    2. The State party should act."""
    found = read(tmp_path, text).paragraphs
    assert [one.at for one in found] == [1, 4]
    assert found[0].text.endswith("long stays. It is also concerned about the lack of daylight.")


def test_long_lines_are_paragraphs(tmp_path: Path) -> None:
    long = "The Committee is concerned about long stays in cells without daylight and air. " * 3
    assert len(texts(tmp_path, f"Custody\n1. {long}\nMore\n2. {long}")) == 4


def test_what_stands_on_every_page_is_left_out_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    text = """\
    1. The State party should end the detention of
    children in the care of

    CAT/C/NOR/CO/12
    GE.31-01234
    3
    Page 5 of 12

    Norway before they are returned."""
    made = read(tmp_path, text)
    (one,) = made.paragraphs
    assert one.text.endswith("children in the care of Norway before they are returned.")
    assert made.heads == ("CAT/C/NOR/CO/12",)


def test_a_line_that_stands_often_is_left_out_only_beside_page_numbers(tmp_path: Path) -> None:
    page = "Advance unedited version\n{}\n\n{}. The State party should:\n\n(a) Act.\n\n"
    found = texts(tmp_path, "".join(page.format(at, at) for at in range(1, 5)))
    assert found == [
        words for at in range(1, 5) for words in (f"{at}. The State party should:", "(a) Act.")
    ]


def test_footnotes_are_kept_apart(tmp_path: Path) -> None:
    text = """\
    1. The Committee met.

    * Adopted by the Committee at its ninety-first
    session (19 April to 14 May 2031).
    1 CAT/C/NOR/CO/11, para. 12."""
    made = read(tmp_path, text)
    assert [one.text for one in made.paragraphs] == ["1. The Committee met."]
    assert made.notes == (
        "* Adopted by the Committee at its ninety-first session (19 April to 14 May 2031).",
        "1 CAT/C/NOR/CO/11, para. 12.",
    )


def test_a_number_on_a_line_of_its_own_belongs_to_the_next_line(tmp_path: Path) -> None:
    assert texts(tmp_path, "1.\n\nThe State party should:\n\n(a)\n\nAct.") == [
        "1. The State party should:",
        "(a) Act.",
    ]


def test_a_mention_at_the_head_of_a_line_begins_no_paragraph(tmp_path: Path) -> None:
    text = """\
    30. The Committee asks for information on paragraphs 12 and
    14. It also thanks the delegation for what it told of
    (a) and (b) above."""
    assert len(texts(tmp_path, text)) == 1


def test_a_heading_stands_alone_without_empty_lines(tmp_path: Path) -> None:
    text = """\
    1. The Committee thanks the delegation for its answers and the
    dialogue.
    C. Principal concerns
    Police custody
    2. The Committee is concerned about long stays in the cells."""
    assert texts(tmp_path, text)[1:3] == ["C. Principal concerns", "Police custody"]


def test_a_file_that_is_too_large_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stor.txt").write_bytes(b"a" * (LARGEST + 1))
    for name in ("stor.txt", "mangler.txt", "."):
        with pytest.raises(Unreadable) as refused:
            read_plain_text(tmp_path / name)
        assert refused.value.hint
