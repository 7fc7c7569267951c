from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from anbefal.cli.publishing.folder import Held, held
from anbefal.errors import CannotWrite, Locked

LIST = ".anbefal-site/files.txt"


def build(place: Path, files: dict[str, str]) -> tuple[int, int]:
    """Put files into a folder; return how many were written and how many removed."""
    with held(place) as folder:
        written = sum(folder.put(path, text.encode()) for path, text in files.items())
        return written, folder.finish(files)


def there(place: Path) -> dict[str, str]:
    """Return what lies in a folder beside what builds note of themselves."""
    return {
        one.relative_to(place).as_posix(): one.read_text(encoding="utf-8")
        for one in place.rglob("*")
        if one.is_file() and ".anbefal-site" not in one.parts
    }


@contextmanager
def broken_off(place: Path) -> Iterator[Held]:
    """Write into a folder and stop before the build is finished."""
    with held(place) as folder:
        yield folder


def test_a_build_writes_only_what_differs(tmp_path: Path) -> None:
    assert build(tmp_path, {"index.html": "a", "nb/index.html": "b"}) == (2, 0)
    before = (tmp_path / "index.html").stat().st_mtime_ns

    assert build(tmp_path, {"index.html": "a", "nb/index.html": "c"}) == (1, 0)
    assert there(tmp_path) == {"index.html": "a", "nb/index.html": "c"}
    assert (tmp_path / "index.html").stat().st_mtime_ns == before


def test_what_a_build_no_longer_makes_goes_with_its_folder(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a", "nb/themes/vold.html": "b"})

    assert build(tmp_path, {"index.html": "a"}) == (0, 1)
    assert there(tmp_path) == {"index.html": "a"}
    assert not (tmp_path / "nb").exists()


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a", "nb/themes/vold.html": "b"})
    for name in ("CNAME", "nb/mine.txt"):
        (tmp_path / name).write_text("mitt", encoding="utf-8")

    build(tmp_path, {"index.html": "a"})

    assert there(tmp_path) == {"index.html": "a", "CNAME": "mitt", "nb/mine.txt": "mitt"}


def test_what_a_broken_off_build_left_is_known_to_the_next(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a", "nb/old.html": "b"})
    with broken_off(tmp_path) as folder:
        folder.put("nb/half.html", b"c")
    (tmp_path / ".anbefal-site" / "0123.part").write_text("halv", encoding="utf-8")

    assert build(tmp_path, {"index.html": "a"}) == (0, 2)
    assert there(tmp_path) == {"index.html": "a"}
    assert sorted(one.name for one in (tmp_path / ".anbefal-site").iterdir()) == [
        "files.txt",
        "lock",
    ]


def test_a_list_that_somebody_wrote_removes_nothing_but_a_sites_own_files(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside.html"
    build(site, {"index.html": "a"})
    outside.write_text("mitt", encoding="utf-8")
    (site / "nb").mkdir()
    (site / "nb" / ".hidden").write_text("mitt", encoding="utf-8")
    named = ["../outside.html", str(outside), "nb/../../outside.html", "nb/.hidden", "CNAME", "nb"]
    (site / "CNAME").write_text("mitt", encoding="utf-8")
    (site / LIST).write_text("\n".join(named), encoding="utf-8")

    assert build(site, {"index.html": "a"}) == (0, 0)
    assert outside.exists()
    assert there(site) == {"index.html": "a", "CNAME": "mitt", "nb/.hidden": "mitt"}


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.write_text("mitt", encoding="utf-8")
    build(site, {"nb/index.html": "a"})
    (site / "nb/index.html").unlink()
    (site / "nb/index.html").symlink_to(outside)

    assert build(site, {"nb/index.html": "mitt"}) == (1, 0)
    assert not (site / "nb/index.html").is_symlink()
    assert outside.read_text(encoding="utf-8") == "mitt"


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    build(site, {"index.html": "a"})
    (site / "nb").symlink_to(outside)

    with pytest.raises(CannotWrite, match="not written through"):
        build(site, {"nb/themes/vold.html": "a"})
    assert list(outside.iterdir()) == []


def test_nothing_is_removed_behind_a_link(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    build(site, {"index.html": "a", "nb/old.html": "b"})
    os.rename(site / "nb", outside)
    (site / "nb").symlink_to(outside)

    assert build(site, {"index.html": "a"}) == (0, 0)
    assert (outside / "old.html").exists()


@pytest.mark.parametrize("name", [".anbefal-site", ".anbefal-site/lock"])
def test_what_a_build_notes_of_itself_is_not_written_through_a_link(
    name: str, tmp_path: Path
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    build(site, {"index.html": "a"})
    os.rename(site / name, outside)
    (site / name).symlink_to(outside)

    with pytest.raises(CannotWrite, match="is a link"):
        build(site, {"index.html": "b"})


def test_two_builds_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(Locked), held(tmp_path):
        pass


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    (tmp_path / "nb").write_text("mitt", encoding="utf-8")

    with pytest.raises(CannotWrite, match="cannot be written"):
        build(tmp_path, {"nb/index.html": "a"})


@pytest.mark.parametrize(
    ("theirs", "named"),
    [("nb/index.html", "nb/index.html"), ("nb", "nb"), ("nb/index.html/mine.txt", "nb/index.html")],
)
def test_what_others_have_in_the_place_of_a_file_or_a_folder_is_named(
    theirs: str, named: str, tmp_path: Path
) -> None:
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_text("mitt", encoding="utf-8")

    with held(tmp_path) as folder, pytest.raises(CannotWrite, match=f"belongs: {named}\\."):
        folder.require_free(["index.html", "nb/index.html"])


def test_what_lies_beside_a_site_is_not_in_its_way(tmp_path: Path) -> None:
    build(tmp_path, {"nb/index.html": "a"})
    (tmp_path / "nb" / "mine.txt").write_text("mitt", encoding="utf-8")

    with held(tmp_path) as folder:
        folder.require_free(["nb/index.html", "nb/themes/vold.html"])
