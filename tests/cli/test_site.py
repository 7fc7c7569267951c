from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.cli.publishing import building
from repositories import repository, run

MISTAKE = {"data/recommendations/cat/cat-2018-16.yaml": "id: cat-2018-16\nthemes: 3\n"}


@pytest.fixture(scope="module", name="root")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("repository"))


def test_it_prints_where_the_site_begins_and_tells_what_was_written(root: Path) -> None:
    first, second = (run("site", root=root) for _ in range(2))

    assert first.out == second.out == "out/site/index.html\n"
    assert (root / "out/site/nb/index.html").is_file()
    assert first.err.endswith(" written, 0 unchanged, 0 removed.\n")
    assert ": 0 written, " in second.err


def test_one_chooses_the_language_of_the_page_that_opens_first(root: Path, tmp_path: Path) -> None:
    outcome = run("site", "-o", f"{tmp_path}/ut", "--lang", "en", "-q", root=root)

    assert (outcome.out, outcome.err) == (f"{tmp_path}/ut/index.html\n", "")
    assert '<html lang="en">' in (tmp_path / "ut/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [".", "..", "data", "data/new", "templates/x", ".git/x", "-"])
@pytest.mark.parametrize("forced", [(), ("--force",)])
def test_no_site_is_written_into_or_around_what_it_is_made_from(
    folder: str, forced: tuple[str, ...], root: Path
) -> None:
    (root / ".git").mkdir(exist_ok=True)
    before = set(root.rglob("*"))

    assert run("site", "-o", folder, *forced, root=root).code == 2
    assert set(root.rglob("*")) == before


def test_the_home_folder_is_no_folder_for_a_site(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()

    assert run("site", "-o", f"{tmp_path}/home", "--force", root=root).code == 2


def test_a_folder_with_other_things_is_only_written_into_by_force(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "work", lambda *_: iter(()))  # it is about the folder alone
    (tmp_path / "CNAME").write_text("anbefalinger.example", encoding="utf-8")
    command = ("site", "-o", str(tmp_path), "-q")

    refused = run(*command, root=root)
    assert (refused.code, "--force" in refused.err) == (3, True)
    assert [one.name for one in tmp_path.iterdir()] == ["CNAME"]

    assert [run(*command, *more, root=root).code for more in (["--force"], [])] == [0, 0]
    assert (tmp_path / "CNAME").read_text(encoding="utf-8") == "anbefalinger.example"


def test_no_site_is_made_of_data_with_errors(tmp_path: Path) -> None:
    root = repository(tmp_path, MISTAKE)

    assert run("site", root=root).code == 1
    assert not (root / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("mitt", encoding="utf-8")

    assert run("site", "-o", f"{tmp_path}/ut", root=root).code == 3


def test_since_is_a_day(root: Path) -> None:
    assert run("site", "--since", "i fjor", root=root).code == 2


def test_an_interrupted_build_says_that_files_are_whole(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "work", interrupted)
    outcome = run("site", "-o", f"{tmp_path}/ut", root=root)

    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.err.startswith("Interrupted.")


def test_a_file_of_others_is_never_replaced(root: Path) -> None:
    folder = root / "theirs"
    (folder / "nb").mkdir(parents=True)
    (folder / "nb" / "about.html").write_text("ours", encoding="utf-8")

    refused = run("site", "-o", "theirs", "--force", root=root)

    assert (refused.code, "nb/about.html" in refused.err) == (3, True)
    assert (folder / "nb" / "about.html").read_text(encoding="utf-8") == "ours"
    assert not (folder / "index.html").exists()
