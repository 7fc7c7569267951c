"""A repository's own templates win, and cannot do harm or fail without saying why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from anbefal.documents.asks import Ask
from anbefal.documents.brief import Brief
from anbefal.documents.citations import Citation, SourceLine
from anbefal.documents.internal import InternalPart
from anbefal.documents.pictures.ranking import PictureRow, RankingPicture
from complete import as_dataset, complete_data
from documents.pages import brief_on
from repositories import Outcome, repository, run


def brief_by(root: Path, **templates: str) -> Outcome:
    """Return a brief in Markdown by a repository's own templates, named by their first word."""
    files = {f"templates/{name}.md.j2": content for name, content in templates.items()}
    repository(root, files)
    return run("brief", "--theme", "isolasjon", "-o", "-", root=root)


def test_a_repositorys_own_template_wins(tmp_path: Path) -> None:
    assert brief_by(tmp_path, brief="Tema: {{ brief.title }}").out == "Tema: Isolasjon"


def test_an_own_template_may_use_those_of_the_program(tmp_path: Path) -> None:
    used = "{% for a in brief.asks %}{% include 'ask.md.j2' %}{% endfor %}"

    assert "La ingen sitte isolert" in brief_by(tmp_path, brief=used).out


def test_a_part_of_the_programs_template_may_be_replaced(tmp_path: Path) -> None:
    assert "- Sitat Torturkomiteen" in brief_by(tmp_path, citation="Sitat {{ c.body }}").out


BAD = {
    "syntax": ("linje\n{% if %}", "line 2"),
    "unknown tag": ("{% slett %}", "slett"),
    "undefined": ("{{ brief.tittel }}", "tittel"),
    "undefined name": ("{{ finnes_ikke }}", "finnes_ikke"),
    "class": ("{{ ''.__class__.__mro__ }}", "__class__"),
    "builtins": ("{{ words.say.__globals__ }}", "__globals__"),
    "above": ("{% include '../secret' %}", "../secret"),
    "absolute": ("{% include '/etc/hostname' %}", "/etc/hostname"),
    "import": ("{% import '../secret' as x %}", "../secret"),
    "sentence": ("{{ words.say('finnes-ikke') }}", "finnes-ikke"),
    "type": ("{{ 1 + 'a' }}", "unsupported"),
    "attribute": ("{{ words.date('2022') }}", "year"),
    "division": ("{{ 1 / 0 }}", "division"),
    "range": ("{% for i in range(10**9) %}{% endfor %}", "Range"),
    "itself": ("{% include 'brief.md.j2' %}", "recursion"),
    "change": ("{{ words.status.update(x=1) }}", "update"),
}


@pytest.mark.parametrize(("template", "told"), BAD.values(), ids=BAD.keys())
def test_a_bad_template_gives_one_clear_sentence(tmp_path: Path, template: str, told: str) -> None:
    (tmp_path / "secret").write_text("HEMMELIG")

    outcome = brief_by(tmp_path / "repository", brief=template)

    assert outcome.code == 3
    assert outcome.out == ""
    assert told in outcome.err
    assert "HEMMELIG" not in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.startswith("anbefal: The template brief.md.j2 ")
    assert len(outcome.err.splitlines()) == 2


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("HEMMELIG")
    root = tmp_path / "repository"
    (root / "templates").mkdir(parents=True)
    (root / "templates" / "out.md.j2").symlink_to(tmp_path / "secret")

    outcome = brief_by(root, brief="{% include 'out.md.j2' %}")

    assert (outcome.code, outcome.out) == (3, "")
    assert "HEMMELIG" not in outcome.err


def test_a_folder_in_a_templates_place_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "templates" / "brief.md.j2").mkdir(parents=True)

    assert brief_by(tmp_path).out.startswith("# Isolasjon\n")


def test_a_template_in_another_encoding_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "brief.md.j2").write_bytes("Måte".encode("latin-1"))

    outcome = brief_by(tmp_path)

    assert outcome.code == 3
    assert "brief.md.j2" in outcome.err


def test_nothing_is_written_when_a_template_fails(tmp_path: Path) -> None:
    repository(tmp_path, {"templates/brief.html.j2": "{{ nei }}"})

    outcome = run("brief", "--theme", "isolasjon", root=tmp_path)

    assert outcome.code == 3
    assert not (tmp_path / "out").exists()


def test_values_are_escaped_in_an_own_html_template_too(tmp_path: Path) -> None:
    names = {"isolasjon": "<b>", "hatytringer": "H", "frihet": "F"}
    themes = [{"id": one, "name": {"nb": name}} for one, name in names.items()]
    own = {"templates/brief.html.j2": "{{ brief.title }}", "data/themes.yaml": themes}
    repository(tmp_path, own)

    outcome = run("brief", "--theme", "isolasjon", "-f", "html", "-o", "-", root=tmp_path)

    assert outcome.out == "&lt;b&gt;"


def test_templates_see_plain_content_and_no_records() -> None:
    """A record's own methods can read files and run what a template wrote."""

    def walk(value: object) -> Iterator[type]:
        yield type(value)
        if is_dataclass(value):
            for field in fields(value):
                yield from walk(getattr(value, field.name))
        elif isinstance(value, tuple):
            for item in value:
                yield from walk(item)

    seen = set(walk(brief_on(as_dataset(complete_data()), audience="internal")))

    content = {Brief, Ask, Citation, SourceLine, InternalPart, RankingPicture, PictureRow}
    assert seen <= content | {tuple, str, int, float, bool, type(None)}


def test_a_template_cannot_include_a_data_file_through_a_link(tmp_path: Path) -> None:
    root = repository(tmp_path, {"templates/brief.md.j2": '{% include "notes" %}'})
    (root / "templates/notes").symlink_to("../data/settings.yaml")

    outcome = run("brief", "--theme", "isolasjon", "-o", "-", root=root)

    assert (outcome.code, outcome.out) == (3, "")
    assert "notes" in outcome.err


def test_a_page_is_not_written_through_a_link_out_of_the_repository(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    root = repository(tmp_path / "repository")
    (root / "out").mkdir()
    (root / "out/isolasjon.html").symlink_to(victim)

    outcome = run("brief", "--theme", "isolasjon", root=root)

    assert outcome.code == 3
    assert victim.read_text() == "mine"
