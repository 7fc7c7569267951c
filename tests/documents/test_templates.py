"""A repository's own templates win, and cannot do harm or fail without saying where and why."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats import rendering
from anbefal.documents.formats.failing import failed_at, template_failed
from anbefal.documents.formats.folders import default_templates, own_templates
from anbefal.documents.formats.rendered import Rendered
from anbefal.documents.formats.rendering import render
from anbefal.documents.formats.templated import render_html, render_markdown
from anbefal.errors import TemplateFailed
from documents.sample_document import sample_document
from repositories import repository, run


@cache
def content() -> dict[str, Any]:
    return plain_document(sample_document())


def unmarked() -> dict[str, Any]:
    """Return a document of which a template may leave out what it likes."""
    return {**content(), "marking": ""}


def folder_with(root: Path, **templates: str) -> Path:
    """Return a folder of templates for Markdown, named by their first word."""
    folder = root / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in templates.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return folder


def made(root: Path, **templates: str) -> str:
    """Return the sample in Markdown by a repository's own templates, in this process."""
    folders = [folder_with(root, **templates), default_templates()]
    return render_markdown(unmarked(), folders).data.decode()


def refused(root: Path, **templates: str) -> str:
    """Return why a repository's own templates are refused."""
    folders = [folder_with(root, **templates), default_templates()]
    with pytest.raises(Exception) as failure:  # noqa: PT011 - whichever it is
        render_markdown(content(), folders)
    return template_failed(failure.value, "brief.md.j2", folders).message


def test_a_template_for_the_kind_wins(tmp_path: Path) -> None:
    assert made(tmp_path, brief="Tema: {{ document.title }}").startswith("Tema: Kjønns")


def test_a_template_for_every_kind_wins(tmp_path: Path) -> None:
    assert made(tmp_path, document="Tema: {{ document.title }}").startswith("Tema: Kjønns")


def test_a_part_of_the_programs_template_may_be_replaced(tmp_path: Path) -> None:
    ours = (default_templates() / "blocks.md.j2").read_text(encoding="utf-8")
    own = ours.replace("## {{ one.title }}", "## Del: {{ one.title }}")

    assert "\n## Del: Kilder\n" in made(tmp_path, blocks=own)


def test_an_own_template_may_put_its_words_into_that_of_the_program(tmp_path: Path) -> None:
    own = "{% extends 'document.md.j2' %}{% block sections %}Bare dette.{% endblock %}"

    page = made(tmp_path, brief=own)

    assert page.startswith("# Kjønns")
    assert page.endswith("Bare dette.")


def test_an_own_template_may_extend_the_one_that_it_replaces(tmp_path: Path) -> None:
    own = "{% extends 'program/document.md.j2' %}{% block header %}Hode\n{% endblock %}"

    assert made(tmp_path, document=own).startswith("Hode\n## Kort om temaet")


def test_an_own_template_may_pick_sections_by_name(tmp_path: Path) -> None:
    own = (
        "{% import 'blocks.md.j2' as parts %}"
        "{{ parts.section(document.named.sources) }}{{ parts.section(document.named.about) }}"
    )

    page = made(tmp_path, brief=own)

    assert page.index("## Kilder") < page.index("## Kort om temaet")


HOLDING = (
    "{{ document.marking }}\n{{ document.sections[0].title }} {{ document.named.sources.title }}"
)


@pytest.mark.parametrize(("form", "render_page"), [("md", render_markdown), ("html", render_html)])
def test_sections_that_an_own_template_leaves_out_are_told(
    tmp_path: Path, form: str, render_page: Callable[..., Rendered]
) -> None:
    folder = folder_with(tmp_path)
    (folder / f"document.{form}.j2").write_text(HOLDING, encoding="utf-8")

    page = render_page(content(), [folder, default_templates()])

    left_out = ("attendance", "asks", "questions", "closing")
    assert (page.template, page.left_out) == (f"document.{form}.j2", left_out)


def test_an_own_part_that_leaves_out_nothing_is_not_told(tmp_path: Path) -> None:
    ours = (default_templates() / "blocks.html.j2").read_text(encoding="utf-8")
    folder = folder_with(tmp_path)
    (folder / "blocks.html.j2").write_text(ours, encoding="utf-8")
    hostile = plain_document(sample_document(hostile="</p><!-- <b> & \\* _x_"))

    assert render_html(hostile, [folder, default_templates()]).left_out == ()


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("brief.md.j2", "{{ document.title }}"),
        (
            "document.md.j2",
            "{% extends 'program/document.md.j2' %}{% block header %}{% endblock %}",
        ),
        ("brief.html.j2", "<!-- {{ document.marking }} --><p>{{ document.title }}"),
        ("brief.html.j2", "<head><title>{{ document.marking }}</title></head><body>Nei</body>"),
    ],
)
def test_a_template_that_leaves_out_the_marking_is_refused(
    tmp_path: Path, name: str, template: str
) -> None:
    folder = folder_with(tmp_path)
    (folder / name).write_text(template, encoding="utf-8")
    render_page = render_html if "html" in name else render_markdown

    with pytest.raises(TemplateFailed) as failure:
        render_page(content(), [folder, default_templates()])

    assert failure.value.message == (
        f"The template {name} failed as a whole: it leaves out the marking of the document "
        "(INTERN UTGAVE, skal ikke deles ut)."
    )
    assert "document.marking" in failure.value.hint


def test_a_mistake_in_a_template_of_the_program_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Rendered:
        raise TemplateFailed("x", "Mend it.")

    monkeypatch.setattr(rendering, "renderer", lambda _: fail)

    with pytest.raises(RuntimeError, match="template of the program"):
        render(sample_document(), "docx")


def test_a_message_ends_in_one_full_stop() -> None:
    assert failed_at("brief.docx", "its text", "nested too\ndeeply.").message == (
        "The template brief.docx failed in its text: nested too deeply."
    )


def test_only_templates_that_would_be_used_are_run_apart(tmp_path: Path) -> None:
    folder_with(tmp_path, brief="x")

    folders = (tmp_path / "templates", default_templates())
    assert own_templates(tmp_path, "brief", "md") == folders
    assert own_templates(tmp_path, "memo", "md") == ()
    assert own_templates(tmp_path, "brief", "html") == ()


def test_the_templates_of_the_program_are_no_repositorys_own() -> None:
    assert own_templates(default_templates().parent, "brief", "html") == ()


DEEP = "{% set n = namespace(a=1) %}{% for i in range(3000) %}{% set n.a = [n.a] %}{% endfor %}"
BAD = {
    "syntax": ("\n{% if %}", 2, "Expected an expression"),
    "unknown tag": ("{% slett %}", 1, "slett"),
    "undefined": ("\n\n{{ document.tittel }}", 3, "tittel"),
    "undefined name": ("{{ finnes_ikke }}", 1, "finnes_ikke"),
    "undefined in a macro": (
        "{% macro a() %}\n{{ nei }}\n{% endmacro %}\n{{ a() }}",
        2,
        "'nei' is undefined",
    ),
    "class": ("\n{{ ''.__class__.__mro__ }}", 2, "__class__"),
    "class by filter": ("\n{{ '' | attr('__class__') }}", 2, "__class__"),
    "globals": ("{{ cycler.__init__.__globals__ }}", 1, "__init__"),
    "above": ("\n{% include '../secret' %}", 2, "'../secret', which is no file in templates/"),
    "absolute": ("{% include '/etc/hostname' %}", 1, "'/etc/hostname', which is no file"),
    "import": ("{% import '../secret' as x %}", 1, "../secret"),
    "type": ("{{ 1 + 'a' }}", 1, "unsupported"),
    "division": ("\n{{ 1 / 0 }}", 2, "division"),
    "range": ("{% for i in range(10**9) %}{% endfor %}", 1, "Range"),
    "includes itself": ("\n{% include 'brief.md.j2' %}", 2, "recursion"),
    "calls itself": ("{% macro a() %}\n{{ a() }}{% endmacro %}{{ a() }}", 2, "recursion"),
    "change": ("{{ document.labels.update(x=1) }}", 1, "update"),
    "power": ("\n{{ 10 ** (10 ** 10) }}", 2, "the power is too large"),
    "power while it is read": (
        "{% autoescape 10 ** (10 ** 10) %}{% endautoescape %}",
        1,
        "the power is too large",
    ),
    "long text": ("\n{{ 'a' * 10 ** 10 }}", 2, "the text or list is too long"),
    "long list": ("\n{{ [1] * 10 ** 10 }}", 2, "the text or list is too long"),
    "list": ("\n{{ document.sections }}", 2, "a list is neither text nor a number"),
    "mapping": ("{{ document.sections[0] }}", 1, "a mapping is neither text nor a number"),
    "method": ("{{ document.keys }}", 1, "this is neither text nor a number"),
    "classes": (
        "{{ [1] | map(attribute='__class__') }}",
        1,
        "this is neither text nor a number",
    ),
    "no name": ("\n{% include document %}", 2, "it asks for a template by what is no name"),
    "no parent": ("{% extends document %}", 1, "it asks for a template by what is no name"),
    "deep data": (DEEP + "\n{{ n.a | tojson }}", 2, "it is nested too deeply"),
    "chance": ("{{ [1, 2] | random }}", 1, "random"),
    "ours, wrongly called": (
        "{% import 'blocks.md.j2' as parts %}\n{{ parts.paragraph({}) }}",
        2,
        "line",
    ),
}


@pytest.mark.parametrize(("template", "line", "told"), BAD.values(), ids=BAD.keys())
def test_a_bad_template_is_refused_with_its_line(
    tmp_path: Path, template: str, line: int, told: str
) -> None:
    (tmp_path / "secret").write_text("HEMMELIG")

    message = refused(tmp_path / "repository", brief=template)

    assert message.startswith(f"The template brief.md.j2 failed in line {line}: ")
    assert told in message
    assert "HEMMELIG" not in message


def test_a_failure_in_a_part_names_the_part(tmp_path: Path) -> None:
    message = refused(tmp_path, brief="{% include 'del.md.j2' %}", **{"del": "\n{{ nei }}"})

    assert message == "The template del.md.j2 failed in line 2: 'nei' is undefined."


@pytest.mark.parametrize(
    "template", ["{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "{{ " + "(" * 5000 + ")" * 5000]
)
def test_a_template_that_nothing_can_read_is_refused(tmp_path: Path, template: str) -> None:
    assert "nested too deeply" in refused(tmp_path, brief=template)


def test_a_template_in_another_encoding_is_told_of(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, brief="")
    (folder / "brief.md.j2").write_bytes("Ja.\nMåte".encode("latin-1"))

    with pytest.raises(TemplateFailed, match=r"brief\.md\.j2 failed in line 2: it is not in UTF-8"):
        render(sample_document(), "md", tmp_path)


@pytest.mark.parametrize("where", ["../secret", "../data/settings.yaml"])
def test_a_link_out_of_the_templates_is_not_followed(tmp_path: Path, where: str) -> None:
    (tmp_path / "data").mkdir()
    for name in ("secret", "data/settings.yaml"):
        (tmp_path / name).write_text("HEMMELIG")
    (folder_with(tmp_path) / "out").symlink_to(where)

    message = refused(tmp_path, brief="\n{% include 'out' %}")

    assert "brief.md.j2 failed in line 2: out is a link out of templates/" in message


def test_a_template_that_is_itself_a_link_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("HEMMELIG")
    (folder_with(tmp_path) / "brief.md.j2").symlink_to("../secret")

    with pytest.raises(TemplateFailed, match=r"is a link out of templates/"):
        render(sample_document(), "md", tmp_path)


def put_folder(path: Path) -> None:
    path.mkdir()


def put_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def put_link_to_device(path: Path) -> None:
    path.symlink_to(os.devnull)


@pytest.mark.parametrize(
    "put",
    [
        put_folder,
        put_link_to_itself,
        put_link_to_device,
        pytest.param(
            getattr(os, "mkfifo", None),
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here"),
        ),
    ],
)
def test_what_has_a_templates_name_and_is_no_file_is_refused(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    """Else the document would be made by another template than its writer believes."""
    put(folder_with(tmp_path) / "brief.md.j2")

    with pytest.raises(TemplateFailed, match=r"brief\.md\.j2 is no file that can be read"):
        render(sample_document(), "md", tmp_path)


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "templates").symlink_to("/etc")

    with pytest.raises(TemplateFailed, match=r"templates/ of the repository is no folder"):
        render(sample_document(), "md", tmp_path)


def test_an_empty_document_is_refused(tmp_path: Path) -> None:
    folder_with(tmp_path, brief=" \n")

    with pytest.raises(TemplateFailed, match=r"as a whole: it makes an empty document"):
        render(sample_document(), "md", tmp_path)


def test_what_is_not_there_is_shown_as_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, brief="{{ none }}{{ 1.5 }}") == "1.5"


def test_values_are_escaped_in_an_own_html_template_too(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "brief.html.j2").write_text("{{ document.title }}")

    page = render_html({**unmarked(), "title": "<b>"}, [folder]).data

    assert page == b"&lt;b&gt;"


def test_names_of_content_win_over_what_lists_and_mappings_bring(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, brief="{{ document.named.items.title }} {{ document.values }}")
    named = {"items": {"title": "Saker"}}

    page = render_markdown({**unmarked(), "named": named, "values": "Verdier"}, [folder]).data

    assert page == b"Saker Verdier"


def test_templates_see_plain_data_and_nothing_else() -> None:
    """A record's own methods can read files and run what a template wrote."""

    def kinds(value: object) -> set[type]:
        inner = [*value.values(), *value] if isinstance(value, dict) else value
        deeper = [kinds(one) for one in inner] if isinstance(value, (dict, list)) else []
        return {type(value)}.union(*deeper)

    plain = {dict, list, str, int, float, bool, type(None)}
    assert kinds(plain_document(sample_document(), lambda _: "")) <= plain


def test_a_command_tells_it_in_one_sentence_and_writes_nothing(tmp_path: Path) -> None:
    repository(tmp_path, {"templates/brief.html.j2": "\n{{ nei }}"})

    outcome = run("brief", "--theme", "isolasjon", "--format", "html", root=tmp_path)

    told = "anbefal: The template brief.html.j2 failed in line 2: 'nei' is undefined.\n"
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(told)
    assert len(outcome.err.splitlines()) == 2
    assert not (tmp_path / "out").exists()


def test_a_page_is_not_written_through_a_link_out_of_the_repository(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    root = repository(tmp_path / "repository")
    (root / "out").mkdir()
    (root / "out/isolasjon.html").symlink_to(victim)

    outcome = run("brief", "--theme", "isolasjon", "--format", "html", root=root)

    assert outcome.code == 3
    assert victim.read_text() == "mine"
