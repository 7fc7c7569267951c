"""`memo`, `request` and `minutes` write where they are told to, and ask only for what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import repository, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("memo", "oppfolging-2021"), "oppfolging-2021-notat"),
        (("request", "2022-isolasjon"), "2022-isolasjon-anmodning"),
        (("minutes", "2022-isolasjon"), "2022-isolasjon-referat"),
    ],
)
def test_without_a_place_it_is_a_word_file_in_out(
    root: Path, command: tuple[str, ...], name: str
) -> None:
    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (0, f"out/{name}.docx\n")
    assert (root / f"out/{name}.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("command", "language", "title"),
    [
        (("memo", "oppfolging-2021"), "nn", "Notat"),
        (("request", "2022-isolasjon"), "en", "Request for a meeting on the theme"),
        (("minutes", "2022-isolasjon"), "nb", "Referat fra møte om temaet"),
    ],
)
def test_on_the_screen_it_is_markdown_in_the_language_asked_for(
    root: Path, command: tuple[str, ...], language: str, title: str
) -> None:
    outcome = run(*command, "--lang", language, "-o", "-", root=root)

    assert outcome.code == 0
    assert title in outcome.out


@pytest.mark.parametrize(
    ("command", "near"),
    [
        (("memo", "oppfolging-2020"), "oppfolging-2021"),
        (("memo", "oppfolging-2021", "--report", "fyrste"), "forste"),
        (("request", "2022-isolasjn"), "2022-isolasjon"),
        (("minutes", "2022-isolasjn"), "2022-isolasjon"),
    ],
)
def test_an_unknown_id_gets_the_nearest(root: Path, command: tuple[str, ...], near: str) -> None:
    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (2, "")
    assert f"Did you mean '{near}'?" in outcome.err


def test_as_of_a_day_without_reports_the_memo_says_so(root: Path) -> None:
    outcome = run("memo", "oppfolging-2021", "--as-of", "2021-05-01", "-o", "-", root=root)

    assert "ikke registrert noen rapport om planen på denne datoen" in outcome.out


def test_minutes_of_a_meeting_that_was_not_held_are_misuse(root: Path) -> None:
    meeting = root / "data/meetings/2022-isolasjon.yaml"
    meeting.write_text("{id: 2022-isolasjon, theme: isolasjon, state: planned}\n")
    outcome = run("minutes", "2022-isolasjon", root=root)

    assert (outcome.code, outcome.out) == (2, "")
    assert "its state is 'planned'" in outcome.err
