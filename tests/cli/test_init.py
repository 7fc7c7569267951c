"""A new repository, and a copy of one that lacks what git and editors need."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from anbefal.model.kinds import KINDS, kind_of
from anbefal.store.changing.modeline import schema_path
from anbefal.store.reading.reader import parse
from anbefal.store.starting import content as starting_content
from anbefal.store.starting import plan as starting
from anbefal.store.starting.git_setup import driver_command
from merging.teams import Team
from repositories import Outcome, run

PROJECT = Path(__file__).parents[2]
EXAMPLE = starting_content.EXAMPLE
MODE_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def init(*arguments: str, root: Path) -> Outcome:
    outcome = run("init", *arguments, root=root)
    assert outcome.code == 0, outcome.err
    return outcome


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    names = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in names.items() if not name.startswith(".git/")}


@pytest.fixture(scope="module", name="first")
def _first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    init("Mitt lager på Åna", root=folder)
    return folder / "Mitt lager på Åna"


@pytest.fixture(name="made")
def _made(first: Path, tmp_path: Path) -> Path:
    """Return a new repository, as a copy: making it takes ten times as long."""
    return shutil.copytree(first, tmp_path / first.name)


def test_a_new_repository_has_no_findings(made: Path) -> None:
    outcome = run("validate", root=made)

    assert outcome.code == 0
    assert outcome.out.endswith(": 0 errors, 0 warnings\n")


def test_a_new_repository_is_in_the_style_of_fmt(made: Path) -> None:
    outcome = run("fmt", "--check", root=made)

    assert (outcome.code, outcome.out) == (0, "")


def test_the_readme_names_commands_that_there_are(made: Path) -> None:
    text = (made / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^anbefal ([a-z]+)", text, re.MULTILINE))

    assert named >= {"add", "edit", "status", "link", "diff"}
    for command in sorted(named):
        assert run(command, "--help").code == 0


def test_questions_are_answered_and_say_what_is_missing(made: Path) -> None:
    assert "Ingen har vurdert noe ennå" in run("prioritize", root=made).out
    assert "FORSLAG" in run("prioritize", root=made).out
    theme = run("show", Path(EXAMPLE).stem, "-f", "json", root=made).out
    assert "klageadgang-og-rettshjelp" in theme
    brief = run("brief", "--theme", "klageadgang-og-rettshjelp", "-o", "-", root=made)
    assert brief.code == 0
    assert "Barneombudet" in brief.out


def test_the_example_is_a_record_of_ours_that_nobody_verified(made: Path) -> None:
    text = (made / EXAMPLE).read_text(encoding="utf-8")

    assert text.endswith((PROJECT / EXAMPLE).read_text(encoding="utf-8"))
    assert "verified: false" in text
    assert "links:" not in text


def test_every_data_file_names_a_schema_that_it_follows(made: Path) -> None:
    files = sorted((made / "data").rglob("*.yaml"))
    for file in files:
        text = file.read_bytes()
        line = MODE_LINE.match(text.decode())
        assert line, file
        schema = json.loads((file.parent / line[1]).read_text(encoding="utf-8"))
        value = parse("", text).value
        plain = json.loads(json.dumps(value))
        assert list(Draft202012Validator(schema).iter_errors(plain)) == []
    assert len(files) == 5


def test_the_settings_of_editors_name_every_kind_and_schema(made: Path) -> None:
    settings = json.loads((made / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert [(made / schema).is_file() for schema in settings["yaml.schemas"]] == [True] * len(KINDS)
    for schema, place in settings["yaml.schemas"].items():
        kind = kind_of(place.replace("**/*", "x"))
        assert kind is not None
        assert schema == f"./{schema_path(kind)}"


def test_a_second_run_changes_nothing(made: Path) -> None:
    before = contents(made)
    settings = (made / ".git/config").read_bytes()

    assert init(root=made).err.endswith("Nothing is missing.\n")
    assert init(root=made / "data/recommendations").out == ""
    assert contents(made) == before
    assert (made / ".git/config").read_bytes() == settings


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    told = init("--dry-run", "new", root=tmp_path).out

    assert not (tmp_path / "new").exists()
    done = init("new", root=tmp_path).out
    paths = [line.split("  ", 1)[1] for line in told.splitlines()]
    assert paths == [line.split("  ", 1)[1] for line in done.splitlines()]
    assert sorted(contents(tmp_path / "new")) == sorted(paths[:-2])


@pytest.mark.parametrize("arguments", [(), ("--dry-run",)], ids=["made", "dry run"])
def test_quiet_leaves_what_was_made_and_no_messages(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    for name in ("loud", "quiet"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "README.md").write_text("mine\n")
    loud = init("loud", *arguments, root=tmp_path)
    quiet = init("quiet", "-q", "--color", "never", *arguments, root=tmp_path)

    assert "left  README.md" in loud.err
    assert (quiet.out, quiet.err) == (loud.out, "")
    word = "would make  " if arguments else "made  "
    assert all(line.startswith(word) for line in quiet.out.splitlines())


def test_names_cannot_pose_as_commands_of_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb").touch()
    outcome = init(root=tmp_path)

    assert "left alone: a\\x1b[2Jb" in outcome.err
    assert "\x1b" not in outcome.out + outcome.err


def test_existing_files_stay_byte_for_byte(tmp_path: Path) -> None:
    mine = {"README.md": b"\xff mine\r\n", "data/themes.yaml": b"[]\n", "notes/a b.txt": b"x"}
    for name, data in mine.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    told = init(root=tmp_path).err

    assert contents(tmp_path) | mine == contents(tmp_path)
    assert "left alone: notes" in told
    assert "left  README.md" in told


def test_what_a_crash_left_undone_is_completed(tmp_path: Path) -> None:
    whole, half = tmp_path / "whole", tmp_path / "half"
    init("whole", root=tmp_path)
    half.mkdir()
    writing = starting.write(starting.plan(half))
    for _ in range(9):
        next(writing)
    writing.close()
    assert run("validate", root=half).code == 3
    init("half", root=tmp_path)

    assert contents(half) == contents(whole)


def test_a_fresh_clone_gets_what_it_lacks_and_nothing_else(made: Path, tmp_path: Path) -> None:
    team = Team(made)
    (made / "data/meetings/.gitkeep").unlink()
    shutil.rmtree(made / ".vscode")
    shutil.rmtree(made / "templates")
    team.git("add", "--all")
    team.git("commit", "-q", "-m", "begin")
    team.git("clone", "-q", str(made), str(tmp_path / "copy"))
    before = contents(tmp_path / "copy")
    told = init("copy", root=tmp_path).out

    added = contents(tmp_path / "copy").keys() - before.keys()
    assert added == {".vscode/settings.json", ".vscode/extensions.json"}
    assert "the merge driver" in told
    assert contents(tmp_path / "copy") | before == contents(tmp_path / "copy")


def test_the_driver_works_in_a_new_repository(made: Path) -> None:
    team = Team(made)
    team.git("checkout", "-q", "-b", "main")
    team.git("add", "--all")
    team.git("commit", "-q", "-m", "begin")
    text = team.read(EXAMPLE)
    hers, his = (
        f"status:\n  - {{date: {year}, track: reported, by: bfd, value: in-progress}}\n"
        for year in (2020, 2021)
    )
    team.diverge(EXAMPLE, text + hers, text + his)
    team.git("merge", "theirs")

    assert team.read(EXAMPLE) == text + hers + his.removeprefix("status:\n")


@pytest.mark.parametrize("python", ["/gone/bin/python", "false"])
def test_without_the_program_git_merges_as_it_would(made: Path, python: str) -> None:
    team = Team(made)
    team.git("checkout", "-q", "-b", "main")
    team.git("add", "--all")
    team.git("commit", "-q", "-m", "begin")
    team.git("config", "merge.anbefal.driver", driver_command(python))
    text = team.read(EXAMPLE)
    team.diverge(EXAMPLE, f"# øverst\n{text}", f"{text}# nederst\n")
    team.git("merge", "theirs")
    assert team.read(EXAMPLE) == f"# øverst\n{text}# nederst\n"
    team.diverge(EXAMPLE, f"{text}# hers\n", f"{text}# his\n")
    team.git("merge", "theirs", fails=True)
    assert all(words in team.read(EXAMPLE) for words in ("<<<<<<<", "# hers", "# his"))


@pytest.mark.parametrize("python", ["/a b/it's 100%O/python", r"C:\Users\Å B\python.exe"])
def test_any_path_of_the_interpreter_reaches_the_shell_whole(python: str) -> None:
    command = driver_command(python).replace("%%", "%")

    assert shlex.split(command)[0] == Path(python).as_posix()


def test_the_current_folder_is_no_place_to_import_from() -> None:
    assert " -P -m anbefal " in driver_command()


def test_a_driver_of_somebody_else_stays_and_ours_is_renewed(made: Path) -> None:
    team = Team(made)
    team.git("config", "merge.anbefal.driver", "mine %O %A %B")
    assert "names another program" in init(root=made).err
    assert team.git("config", "merge.anbefal.driver") == "mine %O %A %B\n"

    team.git("config", "merge.anbefal.driver", driver_command("/gone/python"))
    init(root=made)
    assert team.git("config", "merge.anbefal.driver").strip() == driver_command()


def test_attributes_that_do_not_name_the_driver_are_told_of(made: Path) -> None:
    (made / ".gitattributes").write_text("* text=auto\n")

    assert "needs: data/**/*.yaml merge=anbefal" in init(root=made).err
    assert (made / ".gitattributes").read_text() == "* text=auto\n"


def test_git_is_left_out_on_request(tmp_path: Path) -> None:
    told = init("--no-git", root=tmp_path).out

    assert not (tmp_path / ".git").exists()
    assert "driver" not in told
    assert run("validate", root=tmp_path).code == 0


def test_a_folder_of_another_git_repository_is_said_to_be_one(tmp_path: Path) -> None:
    Team(tmp_path).git("init", "-q")
    told = init("norge", root=tmp_path).err

    assert not (tmp_path / "norge/.git").exists()
    assert "git's own folder is" in told


@pytest.mark.parametrize("name", ["data", ".vscode", ".github", "schemas"])
def test_links_out_of_the_folder_are_not_written_through(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "new"
    outside.mkdir()
    folder.mkdir()
    (folder / name).symlink_to(outside)
    outcome = run("init", root=folder)

    assert outcome.code == 3
    assert "leads out of" in outcome.err
    assert list(outside.iterdir()) == []
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_linked_file_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "README.md").symlink_to(outside)
    init("new", root=tmp_path)

    assert not outside.exists()


@pytest.mark.parametrize(("name", "code"), [("file", 2), ("made/data/meetings/new", 2)])
def test_places_that_are_none(tmp_path: Path, name: str, code: int) -> None:
    (tmp_path / "file").touch()
    init("made", root=tmp_path)

    assert run("init", name, root=tmp_path).code == code


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    outcome = run("init", root=tmp_path)

    assert (outcome.code, "data is a file" in outcome.err) == (3, True)
    assert os.listdir(tmp_path) == ["data"]


def test_what_it_takes_from_the_project_travels_in_the_wheel() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    for path in starting_content.FROM_PROJECT:
        assert carried[path] == f"anbefal/store/starting/starter/{path}"


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "anbefal", "init", "new"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "Next: cd new, then anbefal validate\n"
    assert all(line.startswith("made  ") for line in done.stdout.splitlines())
