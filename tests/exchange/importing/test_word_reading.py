"""Word documents are read as Word shows them when all changes are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.reading import read_document
from exchange.importing.word_documents import (
    UN_LIST,
    cell,
    listed,
    paragraph,
    row,
    table,
    text,
    write_document,
)


def read(folder: Path, *blocks: str, **more: str) -> WordDocument:
    return read_document(write_document(folder / "brev.docx", *blocks, **more))  # type: ignore[arg-type]


def words(folder: Path, inside: str) -> list[str]:
    """Return the words of every paragraph of a document that has one, with elements in it."""
    return [one.text for one in read(folder, paragraph(inside=inside)).paragraphs]


def box(inside: str) -> str:
    """Return a text box as Word writes it: once for itself, and once for older programs."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f"{text('avsnitt 4')}"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<w:ins>{text('satt inn')}</w:ins>", "satt inn"),
        (f"{text('står')}<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>", "står"),
        (
            (
                f"<w:moveFrom>{text('flyttet')}</w:moveFrom>{text('og ')}"
                f"<w:moveTo>{text('flyttet')}</w:moveTo>"
            ),
            "og flyttet",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{text('felt')}</w:sdtContent></w:sdt>", "felt"),
        (f'<w:hyperlink r:id="rId9">{text("lenke")}</w:hyperlink>', "lenke"),
        (f'<w:fldSimple w:instr="DATE">{text("5. juni")}</w:fldSimple>', "5. juni"),
        (f"{text('se ')}{FIELD}{text(' der')}", "se avsnitt 4 der"),
        (f'<w:smartTag w:element="sted">{text("Oslo")}</w:smartTag>', "Oslo"),
        (f"{text('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (f"{text('OP')}<w:r><w:noBreakHyphen/></w:r>{text('CAT')}", "OP-CAT"),
        (f"{text('avtale')}<w:r><w:softHyphen/></w:r>{text('tekst')}", "avtaletekst"),
        ('<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>', "§"),
        (f'{text("sesjon")}<w:r><w:footnoteReference w:id="2"/></w:r>', "sesjon"),
        (
            (
                f"{text('sesjon')}"
                '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
            ),
            "sesjon",
        ),
        (f"{text('vist')}{text('skjult', '<w:vanish/>')}", "vist"),
        (
            text("vist") + text(" også", '<w:vanish w:val="0"/>'),
            "vist også",
        ),
        ("<w:r><w:t>  luft\n rundt </w:t></w:r>", "luft  rundt"),
    ],
)
def test_words_are_read_as_word_shows_them(tmp_path: Path, inside: str, expected: str) -> None:
    assert words(tmp_path, inside) == [expected]


def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on(tmp_path: Path) -> None:
    assert words(tmp_path, text("Brev") + box(paragraph("I rammen"))) == ["Brev", "I rammen"]


def test_paragraphs_that_a_tracked_change_joins_are_one(tmp_path: Path) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{text('Retten til ')}</w:p>"

    assert [one.text for one in read(tmp_path, first, paragraph("bolig")).paragraphs] == [
        "Retten til bolig"
    ]


def test_paragraphs_in_content_controls_are_read_and_empty_ones_only_counted(
    tmp_path: Path,
) -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('To')}</w:sdtContent></w:sdt>"

    assert read(tmp_path, paragraph(), control).paragraphs == (Paragraph(at=2, text="To"),)


def test_a_heading_is_known_by_its_style_or_by_bold_words_that_are_no_sentence(
    tmp_path: Path,
) -> None:
    un_style = (
        '<w:style w:type="paragraph" w:styleId="H23"><w:name w:val="_ H_2/3_G"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Fet"><w:name w:val="Fet"/><w:rPr><w:b/></w:rPr>'
        "</w:style>"
    )
    found = read(
        tmp_path,
        paragraph("Bolig", style="Overskrift1"),
        paragraph("Helse", style="H23"),
        paragraph("Skole", style="Fet"),
        paragraph(inside=text("Arbeid", "<w:b/>")),
        paragraph(inside=text("Staten bør handle.", "<w:b/>")),
        paragraph(inside=text("Delvis", "<w:b/>") + text(" fet")),
        paragraph("Vanlig"),
        styles=un_style,
    )

    assert [one.text for one in found.paragraphs if one.is_heading] == [
        "Bolig",
        "Helse",
        "Skole",
        "Arbeid",
    ]


def test_headers_of_every_kind_are_read_once(tmp_path: Path) -> None:
    headers = [
        ("first", paragraph("CRC/C/NOR/CO/9") + table(row("Distr.:", "General"))),
        ("default", paragraph("CRC/C/NOR/CO/9")),
        ("even", paragraph("CRC/C/NOR/CO/9")),
    ]

    found = read_document(write_document(tmp_path / "b.docx", headers=headers))

    assert found.heads == ("CRC/C/NOR/CO/9\nDistr.:\nGeneral", "CRC/C/NOR/CO/9")


def test_cells_that_are_merged_stand_once_and_say_so(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        table(
            row(cell("Tema", span=2), cell("Svar", merge="restart")),
            row("Bolig", "Leie", cell(merge="continue")),
        ),
    )

    first, second = found.tables[0].rows
    assert (first.cells, first.spans) == (("Tema", "Svar"), (2, 1))
    assert (second.cells, second.continues) == (("Bolig", "Leie", ""), (False, False, True))


def test_a_cell_has_a_line_for_each_paragraph_with_numbers_and_tables_in_it(
    tmp_path: Path,
) -> None:
    numbered = paragraph("Bygg mer", numbered=(1, 0))

    found = read(
        tmp_path,
        table(row(cell(numbered, "Kilde", table(row("Inni", "den"))))),
        lists=UN_LIST + listed(1, of=7),
    )

    assert found.tables[0].rows[0].cells == ("1. Bygg mer\nKilde\nInni\nden",)


def test_rows_that_a_tracked_change_took_away_are_not_there(tmp_path: Path) -> None:
    gone = row("Bort").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")

    assert [one.cells for one in read(tmp_path, table(gone, row("Står"))).tables[0].rows] == [
        ("Står",)
    ]


def test_footnotes_stand_apart_without_the_line_that_parts_them_from_the_text(
    tmp_path: Path,
) -> None:
    line = f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
    note = f'<w:footnote w:id="1">{paragraph("Adopted in spring.")}</w:footnote>'
    found = read(tmp_path, paragraph("Words."), footnotes=line + note)
    assert found.notes == ("Adopted in spring.",)
    assert [one.text for one in found.paragraphs] == ["Words."]
