"""`add` makes a record from options, answers or an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import repository, run

OPTIONS = ("--body", "cat", "--date", "2026-05-02", "--summary", "nb=Gjør noe: nå")
NEW = "data/recommendations/cat/cat-2026-12a.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_a_recommendation_is_made_of_options_in_the_order_of_the_model(root: Path) -> None:
    outcome = run("add", *OPTIONS, "--theme", "isolasjon", "--paragraph", "12(a)", root=root)

    assert outcome.out == f"new {NEW}\n"
    assert (root / NEW).read_text(encoding="utf-8") == (
        "id: cat-2026-12a\n"
        "source:\n"
        "  body: cat\n"
        '  paragraph: "12(a)"\n'
        "  date: 2026-05-02\n"
        "summary:\n"
        '  nb: "Gjør noe: nå"\n'
        "themes: [isolasjon]\n"
    )
    assert run("validate", root=root).code == 0


def test_any_field_can_be_given(root: Path) -> None:
    run("add", *OPTIONS, "--id", "cat-2026-12a", root=root)
    outcome = run(
        "add", *OPTIONS, "--id", "cat-2026-13", "groups=barn", "levels=municipal", root=root
    )

    text = (root / "data/recommendations/cat/cat-2026-13.yaml").read_text(encoding="utf-8")
    assert outcome.code == 0
    assert "groups: [barn]\nlevels: [municipal]\n" in text


def test_a_theme_is_added_to_the_list(root: Path) -> None:
    assert run("add", "theme", "--name", "nb=Åpne dører", root=root).code == 0

    text = (root / "data/themes.yaml").read_text(encoding="utf-8")
    assert "- id: apne-dorer\n  name:\n    nb: Åpne dører\n" in text
    assert run("validate", root=root).code == 0


def test_a_meeting_is_proposed_with_the_ministries_of_its_theme(root: Path) -> None:
    assert run("add", "meeting", "--theme", "isolasjon", "--date", "2027-02", root=root).code == 0

    text = (root / "data/meetings/2027-isolasjon.yaml").read_text(encoding="utf-8")
    assert text.startswith("id: 2027-isolasjon\ntheme: isolasjon\nstate: planned\ndate: 2027-02\n")


def test_what_is_missing_is_named_where_nobody_can_be_asked(root: Path) -> None:
    outcome = run("add", "--body", "cat", root=root)

    assert outcome.code == 2
    assert "Missing: summary.nb." in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("meeting", "--body", "cat"), "--body does not go with a meeting."),
        (("moete",), "There is no kind 'moete'."),
        (("--body", "kat", "--summary", "nb=x"), "Did you mean 'cat'?"),
        (("--body", "cat", "--summary", "Gjør noe"), "Write nb=…"),
        (("--body", "cat", "--summary", "nb=x", "--date", "5.6.2018"), "YYYY-MM-DD"),
        ((*OPTIONS, "--id", "cat-2018-16"), "There is already a recommendation"),
    ],
)
def test_misuse_is_one_sentence_and_what_to_do(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run("add", *arguments, root=root)

    assert outcome.code == 2
    assert message in outcome.err


@pytest.mark.parametrize("name", ["../../x", "/x", "a/b", "CON", "x.yaml", "æ"])
def test_a_path_is_no_id(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path / "some" / "folder")
    before = sorted(tmp_path.rglob("*"))

    outcome = run("add", *OPTIONS, "--id", name, root=root)

    after = [path for path in tmp_path.rglob("*") if ".anbefal" not in path.parts]
    assert outcome.code in {1, 3}
    assert sorted(after) == before


def test_the_record_is_written_in_an_editor(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = _editor(tmp_path, "sed -i 's/^id:$/id: cat-2026-1/; s/^  nb:$/  nb: Nå. # haster/'")
    monkeypatch.setenv("VISUAL", script)

    outcome = run("add", "--edit", "--body", "cat", root=root)

    assert outcome.code == 0, outcome.err
    assert (root / "data/recommendations/cat/cat-2026-1.yaml").read_text(encoding="utf-8") == (
        "id: cat-2026-1\nsource:\n  body: cat\nsummary:\n  nb: Nå. # haster\n"
    )


def test_an_editor_sees_the_schema_at_the_top(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", _editor(tmp_path, "head -n 1 > seen <"))

    run("add", "--edit", root=root)

    seen = (root / "seen").read_text(encoding="utf-8")
    assert seen == "# yaml-language-server: $schema=recommendation.schema.json\n"


def test_what_was_written_wrongly_is_kept(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", _editor(tmp_path, "echo 'id: x: y' >"))

    outcome = run("add", "--edit", root=root)

    kept = outcome.err.partition("What you wrote is kept in ")[2].splitlines()[0]
    assert outcome.code == 2
    assert Path(kept).read_text(encoding="utf-8") == "id: x: y\n"


def _editor(folder: Path, command: str) -> str:
    script = folder / "editor"
    script.write_text(f'#!/bin/sh\n{command} "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    return str(script)
