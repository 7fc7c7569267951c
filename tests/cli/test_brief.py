"""`brief` writes where it is told to, and prints where that was."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from repositories import repository, run

ON_ISOLATION = ("brief", "--theme", "isolasjon")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_without_a_place_it_goes_into_out_and_the_path_is_printed(root: Path) -> None:
    outcome = run(*ON_ISOLATION, root=root)

    assert (outcome.code, outcome.out) == (0, "out/isolasjon.pdf\n")
    assert (root / "out/isolasjon.pdf").read_bytes().startswith(b"%PDF-")


def test_another_language_than_the_repositorys_has_a_file_of_its_own(root: Path) -> None:
    outcome = run(*ON_ISOLATION, "-f", "html", "--lang", "en", root=root)

    assert outcome.out == "out/isolasjon-en.html\n"


def test_from_a_subfolder_it_goes_into_the_repositorys_out(root: Path) -> None:
    run(*ON_ISOLATION, "-f", "html", root=root / "data" / "meetings")

    assert (root / "out/isolasjon.html").exists()
    assert not (root / "data/meetings/out").exists()


@pytest.mark.parametrize(
    ("name", "options", "first"),
    [
        ("notat.md", (), "# Isolasjon"),
        ("notat.html", (), "<!doctype html>"),
        ("NOTAT.HTML", (), "<!doctype html>"),
        ("ny mappe/på/notat.md", (), "# Isolasjon"),
        ("notat.txt", ("-f", "md"), "# Isolasjon"),
        ("notat.nn.md", ("--lang", "nn"), "# Isolasjon"),
    ],
)
def test_the_form_is_that_of_the_ending_or_is_asked_for(
    root: Path, name: str, options: tuple[str, ...], first: str
) -> None:
    outcome = run(*ON_ISOLATION, *options, "-o", name, root=root)

    assert outcome.out == f"{name}\n"
    assert (root / name).read_text("utf-8").splitlines()[0] == first


@pytest.mark.parametrize(
    ("options", "first"), [((), "# Isolasjon"), (("-f", "html"), "<!doctype html>")]
)
def test_a_hyphen_is_standard_output(root: Path, options: tuple[str, ...], first: str) -> None:
    outcome = run(*ON_ISOLATION, *options, "-o", "-", root=root)

    assert outcome.out.splitlines()[0] == first
    assert not (root / "out").exists()


def test_a_meeting_names_its_theme(root: Path) -> None:
    outcome = run("brief", "--meeting", "2022-isolasjon", "-o", "-", root=root)

    assert outcome.out.splitlines()[0] == "# Isolasjon"


def test_a_meeting_on_another_theme_is_misuse(root: Path) -> None:
    command = ("brief", "--theme", "hatytringer", "--meeting", "2022-isolasjon")
    outcome = run(*command, root=root)

    assert (outcome.code, outcome.out) == (2, "")
    assert "is on 'isolasjon', not on 'hatytringer'" in outcome.err


def test_as_of_is_the_day_that_the_brief_speaks_of(root: Path) -> None:
    outcome = run(*ON_ISOLATION, "--as-of", "2030-02-01", "-o", "-", root=root)

    assert "1. februar 2030" in outcome.out


def test_a_file_that_stood_there_is_replaced_and_nothing_is_left_beside_it(root: Path) -> None:
    (root / "notat.md").write_text("gammelt")

    run(*ON_ISOLATION, "-o", "notat.md", root=root)

    assert "gammelt" not in (root / "notat.md").read_text("utf-8")
    assert sorted(file.name for file in root.iterdir()) == ["data", "notat.md"]


def test_a_file_that_only_its_owner_may_read_stays_so(root: Path) -> None:
    (root / "notat.md").touch(mode=0o600)

    run(*ON_ISOLATION, "-o", "notat.md", root=root)

    assert (root / "notat.md").stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_and_stays_a_link(root: Path) -> None:
    (root / "lenke.md").symlink_to("notat.md")

    run(*ON_ISOLATION, "-o", "lenke.md", root=root)

    assert (root / "lenke.md").is_symlink()
    assert (root / "notat.md").read_text("utf-8").startswith("# Isolasjon")


def test_a_pipe_is_written_into_and_never_replaced(root: Path) -> None:
    pipe = root / "pipe.md"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()

    run(*ON_ISOLATION, "-o", "pipe.md", root=root)
    reader.join(timeout=10)

    assert pipe.is_fifo()
    assert read[0].startswith("# Isolasjon")
