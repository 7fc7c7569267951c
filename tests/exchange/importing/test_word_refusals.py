"""Files that are no Word documents, or no safe ones, are refused with what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.observations.head import Given
from anbefal.exchange.observations.reading import read_observations
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word import opening
from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.plain import MOST_LINES, read_plain_text
from anbefal.exchange.word.reading import read_document
from anbefal.model.labels import Vocabulary
from exchange.importing.word_documents import paragraph, write_document
from repositories import dataset

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_document(path)
    return caught.value


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "a Word document of the old kind (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "a workbook of the old kind (.xls)"),
        (b"{\\rtf1 Bolig}", "a text of the kind RTF"),
        (b"<html><body>Bolig</body></html>", "a web page under the name of a Word document"),
        (b"%PDF-1.7", "is a PDF"),
        (b"Bolig", "is not a Word document"),
        (b"", "is empty"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "brev.docx"
    path.write_bytes(data)

    error = refusal(path)

    assert said in error.message
    assert error.hint


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("mimetype", "a document of LibreOffice"),
        ("xl/workbook.xml", "is an Excel workbook, not a Word document"),
        ("other.xml", "cannot be read as a Word document"),
    ],
)
def test_another_kind_of_archive_is_called_what_it_is(tmp_path: Path, part: str, said: str) -> None:
    path = tmp_path / "brev.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<a/>")

    assert said in refusal(path).message


def test_a_document_that_was_cut_off_is_damaged(tmp_path: Path) -> None:
    path = write_document(tmp_path / "brev.docx", paragraph("Bolig"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    assert "is damaged" in refusal(path).message


def test_a_promise_of_ten_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    path = write_document(tmp_path / "brev.docx", paragraph("Bolig"))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (0xFFFFFFF0).to_bytes(4, "little")
    path.write_bytes(data)

    assert "would be larger than 100 MB" in refusal(path).message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        ("<a>" * 200 + "</a>" * 200, "too deep"),
        ("<a><b></a>", "XML cannot be read"),
        ("<a><altChunk/></a>", "holds another document in it"),
        ('<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "Strict"),
    ],
)
def test_xml_that_is_not_safe_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = write_document(tmp_path / "brev.docx", more={"word/document.xml": content})

    assert said in refusal(path).message


def test_what_a_document_points_to_outside_itself_is_left_alone(tmp_path: Path) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kinds}/attachedTemplate" Target="http://example.org/a.dotm" '
        'TargetMode="External"/>'
        f'<Relationship Id="b" Type="{kinds}/image" Target="media/gone.png"/></Relationships>'
    )
    path = write_document(
        tmp_path / "brev.docx", paragraph("Bolig"), more={"word/_rels/document.xml.rels": relations}
    )

    assert [one.text for one in read_document(path).paragraphs] == ["Bolig"]


def test_styles_and_lists_that_lead_back_to_themselves_lead_nowhere(tmp_path: Path) -> None:
    round_styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    path = write_document(tmp_path / "a.docx", paragraph("Bolig", style="A"), styles=round_styles)

    assert [one.text for one in read_document(path).paragraphs] == ["Bolig"]


@pytest.mark.parametrize(
    ("limit", "said"),
    [("MOST_PARAGRAPHS", "more than 2 paragraphs"), ("MOST_CHARACTERS", "than 2 characters")],
)
def test_what_no_document_holds_is_refused_before_it_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, said: str
) -> None:
    monkeypatch.setattr(opening, limit, 2)
    path = write_document(tmp_path / "brev.docx", *(paragraph("Bolig") for _ in range(3)))

    error = refusal(path)

    assert said in error.message
    assert "a document of its own" in error.hint


def test_what_no_plain_text_holds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("\n" * MOST_LINES)
    with pytest.raises(Unreadable, match="lines"):
        read_plain_text(path)


@pytest.mark.parametrize(("number", "text"), [(15_001, "1. Act."), (101, "1. " + 100_000 * "a")])
def test_what_no_committee_writes_is_refused(number: int, text: str) -> None:
    made = WordDocument("a.docx", (), (Paragraph(1, text),) * number)
    words = Vocabulary(dataset())
    with pytest.raises(Unreadable, match="far longer"):
        list(read_observations(made, Given("cat"), Wanted(), words))
