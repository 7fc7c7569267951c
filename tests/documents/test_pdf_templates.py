"""A repository's own templates of PDF: what they may use, and what is refused, with the place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.pdf import render_pdf
from anbefal.errors import TemplateFailed
from documents.pdf_reading import words_of
from documents.sample_document import sample_document

START = '#set document(title: "Vårt")\n#let content = json(bytes(sys.inputs.data))\n'


def made(folder: Path, template: str, marking: str = "") -> bytes:
    (folder / "brief.typ").write_text(START + template, encoding="utf-8")
    content = {**plain_document(sample_document()), "marking": marking}
    return render_pdf(content, [folder, default_templates()]).data


def refused(folder: Path, template: str) -> str:
    with pytest.raises(TemplateFailed) as failure:
        made(folder, template)
    return failure.value.message


def test_own_template_reads_what_the_document_says(tmp_path: Path) -> None:
    assert "Vårt:Kjønnslemlestelse" in words_of(made(tmp_path, "Vårt: #content.title"))


def test_own_template_shows_how_the_document_is_marked(tmp_path: Path) -> None:
    page = made(tmp_path, "#content.marking", marking="INTERN")

    assert "INTERN" in words_of(page)


@pytest.mark.parametrize(
    "template",
    [
        "#content.title",
        '#if content.marking != "" [Nei]',
        "Først\n#pagebreak()\n#content.marking",
        '#import "frame.typ": frame\n#show: frame\n#content.title',
    ],
)
def test_own_template_that_leaves_the_marking_out_of_its_first_page_is_refused(
    tmp_path: Path, template: str
) -> None:
    with pytest.raises(TemplateFailed, match=r"leaves out the marking of the document \(INTERN"):
        made(tmp_path, template, marking="INTERN")


def test_own_template_uses_parts_of_the_program(tmp_path: Path) -> None:
    template = '#import "blocks.typ": section\n#content.sections.map(section).join()'

    assert "Kortomtemaet" in words_of(made(tmp_path, template))


def test_own_part_replaces_that_of_the_program(tmp_path: Path) -> None:
    own = (default_templates() / "frame.typ").read_text(encoding="utf-8")
    (tmp_path / "frame.typ").write_text(own.replace("content.labels.page", '"Ark"'), "utf-8")
    content = plain_document(sample_document())

    assert "Ark1av" in words_of(render_pdf(content, [tmp_path, default_templates()]).data)


@pytest.mark.parametrize(
    ("template", "line", "why"),
    [
        ('\n#read("/etc/passwd")', 4, "a file that templates/ does not hold"),
        ('#read("../../data/actors.yaml")', 3, "a file that templates/ does not hold"),
        ('#import "@preview/cetz:0.3.0"', 3, "a package"),
        ('#import "@local/cetz:0.3.0"', 3, "a package"),
        ('#eval("read(\\"/etc/passwd\\")")', 3, "a file that templates/ does not hold"),
        ("#while content.pages > 0 { }", 3, "infinite"),
        ("#let f(x) = 1 + f(x)\n#f(1)", 3, "maximum function call depth exceeded"),
        ("\n\n#content.missing", 5, "dictionary does not contain key"),
        ("= A\n=== B", 4, "skipped from heading level 1 to 3"),
        ("#let x = (", 3, "unclosed delimiter"),
    ],
)
def test_what_a_template_may_not_is_refused_with_its_line(
    tmp_path: Path, template: str, line: int, why: str
) -> None:
    message = refused(tmp_path, template)

    assert message.startswith(f"The template brief.typ failed in line {line}: ")
    assert why in message
    assert str(tmp_path) not in message


def test_failure_in_a_part_names_the_part(tmp_path: Path) -> None:
    (tmp_path / "deler").mkdir()
    (tmp_path / "deler" / "hode.typ").write_text("\n#let hode = unknown\n", encoding="utf-8")

    assert refused(tmp_path, '#import "deler/hode.typ": hode\n#hode').startswith(
        "The template deler/hode.typ failed in line 2: "
    )


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (tmp_path / "secret.txt").write_text("hemmelig", encoding="utf-8")
    (own / "secret.txt").symlink_to(tmp_path / "secret.txt")

    assert "does not hold" in refused(own, '#read("secret.txt")')


def test_more_than_templates_need_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.json").touch()
    os.truncate(tmp_path / "large.json", 10**12)

    assert "more than" in refused(tmp_path, "Vårt")


def test_file_whose_name_is_no_text_is_told_of(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.typ")).touch()
    except OSError:
        pytest.skip("This system has no such names.")

    assert refused(tmp_path, "Vårt") == (
        r"templates/ holds a file whose name is not in UTF-8: \udcff.typ."
    )


def test_own_template_that_leaves_points_out_has_no_links_to_them(tmp_path: Path) -> None:
    template = '#import "blocks.typ": section\n#section(content.named.asks)\n#content.marking'

    assert "[1]" in words_of(made(tmp_path, template))


def test_way_to_the_network_is_there_again_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:8080")
    made(tmp_path, "Vårt")

    assert os.environ["HTTPS_PROXY"] == "http://proxy.example:8080"
