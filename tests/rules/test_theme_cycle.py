from __future__ import annotations

from pathlib import Path

from support import diagnose, edited, found, write

THEMES = "data/themes.yaml"


def test_a_theme_that_is_its_own_parent(tmp_path: Path) -> None:
    own = edited(THEMES, ("parent: frihet", "parent: isolasjon"))

    assert found(tmp_path, own) == [(THEMES, 5, 11, "theme-cycle")]


def test_every_theme_of_the_circle_is_told_the_way_round(tmp_path: Path) -> None:
    circle = edited(THEMES, ("Frihetsberøvelse}\n", "Frihetsberøvelse}\n  parent: isolasjon\n"))

    assert [f.message for f in diagnose(write(tmp_path, circle))] == [
        "The theme is its own ancestor: frihet → isolasjon → frihet.",
        "The theme is its own ancestor: isolasjon → frihet → isolasjon.",
    ]


def test_a_theme_below_a_circle_is_not_its_own_ancestor(tmp_path: Path) -> None:
    below = edited(
        THEMES,
        ("parent: frihet", "parent: isolasjon"),
        ("Hatytringer}\n", "Hatytringer}\n  parent: isolasjon\n"),
    )

    assert found(tmp_path, below) == [(THEMES, 5, 11, "theme-cycle")]


def test_a_parent_that_does_not_exist_is_no_circle(tmp_path: Path) -> None:
    unknown = edited(THEMES, ("parent: frihet", "parent: unknown"))

    assert found(tmp_path, unknown) == [(THEMES, 5, 11, "references")]
