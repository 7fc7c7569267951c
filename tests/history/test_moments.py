"""What a user writes for a moment in history is made into a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from history.histories import RECORD, History, started
from repositories import Outcome, meeting, recommendation, repository, run

NEW = {RECORD: recommendation("cat-2020-4", "isolasjon")}


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> History:
    history = started(tmp_path_factory.mktemp("made"))
    history.commit("2022-05-10", NEW)
    history.commit("2023-08-01", {RECORD: recommendation("cat-2020-4", "isolasjon", "frihet")})
    return history


@pytest.fixture
def history(made: History, tmp_path: Path) -> History:
    return made.copied(tmp_path)


def diff(history: History, *words: str) -> Outcome:
    return run("diff", *words, "--format", "json", root=history.root)


def since(history: History, *words: str) -> str | None:
    outcome = diff(history, *words)
    assert outcome.code == 0, outcome.err
    found: str | None = outcome.data["since"]["date"]
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-05-10", "2021-01-01"),
        ("2022-05-11", "2022-05-10"),
        ("2022-05", "2021-01-01"),
        ("2022", "2021-01-01"),
        ("2023", "2022-05-10"),
        ("2100", "2023-08-01"),
        ("HEAD", "2023-08-01"),
        ("main~2", "2021-01-01"),
    ],
)
def test_a_date_is_the_state_before_it_began_and_a_revision_is_gits(
    history: History, written: str, expected: str
) -> None:
    assert since(history, written) == expected


def test_the_day_is_that_of_the_committers_own_time_zone(tmp_path: Path) -> None:
    history = started(tmp_path)
    history.commit("2022-05-10T23:30:00", NEW, zone="-0900")

    assert since(history, "2022-05-11") == "2022-05-10"
    assert since(history, "2022-05-10") == "2021-01-01"


def test_before_the_first_commit_everything_is_new(history: History) -> None:
    outcome = run("diff", "2020", root=history.root)

    assert "everything counts as new" in outcome.out
    assert "New recommendations (5)" in outcome.out


def test_a_meeting_is_the_state_before_its_day(history: History) -> None:
    history.write({"data/meetings/m.yaml": meeting("m", "isolasjon", "held", date="2022-05-10")})

    assert diff(history, "m").data["since"] == {
        "commit": history.git("rev-parse", "main~2"),
        "date": "2021-01-01",
        "working_folder": False,
        "before": "2022-05-10",
        "meeting": "m",
        "meeting_date": "2022-05-10",
    }


def test_a_theme_alone_means_since_the_last_meeting_held_on_it(history: History) -> None:
    assert diff(history, "--theme", "isolasjon").data["since"]["meeting"] == "2022-isolasjon"


def test_a_meeting_of_a_known_month_counts_from_its_first_day_and_says_so(history: History) -> None:
    held = meeting("m", "isolasjon", "held", date="2022-06")
    history.write({"data/meetings/m.yaml": held})
    outcome = run("diff", "--theme", "isolasjon", root=history.root)

    assert "before 2022-06-01, the meeting m" in outcome.out
    assert "only 2022-06 is known" in outcome.out


def test_where_no_meeting_was_held_the_user_is_told_what_to_do(history: History) -> None:
    outcome = diff(history, "--theme", "hatytringer")

    assert outcome.code == 2
    assert "anbefal diff 2024-01-01 --theme hatytringer" in outcome.err


def test_a_meeting_without_a_date_is_no_moment(history: History) -> None:
    history.write({"data/meetings/m.yaml": meeting("m", "isolasjon")})
    outcome = diff(history, "m")

    assert (outcome.code, "has no date" in outcome.err) == (2, True)


@pytest.mark.parametrize("words", [("2022..2023",), ("2022", "2023"), ("main~2..main~1",)])
def test_two_moments_are_compared_with_each_other(history: History, words: tuple[str, ...]) -> None:
    found = diff(history, *words).data

    assert (found["since"]["date"], found["until"]["date"]) == ("2021-01-01", "2022-05-10")
    assert [one["record"] for one in found["changes"]] == ["cat-2020-4"]


def test_an_empty_side_of_a_range_is_the_last_commit(history: History) -> None:
    history.write({RECORD: None})

    assert diff(history, "main~1..").data["until"]["date"] == "2023-08-01"


def test_a_date_comes_before_a_branch_of_the_same_name(history: History) -> None:
    history.git("branch", "2022", "main")

    assert since(history, "2022") == "2021-01-01"
    assert since(history, "heads/2022") == "2023-08-01"


def test_a_meeting_comes_before_a_branch_of_the_same_name(history: History) -> None:
    history.git("branch", "2022-isolasjon", "main")

    assert since(history, "2022-isolasjon") == "2021-01-01"


@pytest.mark.parametrize(
    "written",
    [
        "--output=/tmp/x",
        "-h",
        "--help",
        "mian",
        "2022-13",
        "1234",
        "a b",
        "*",
        "\x1b[31m",
        "\n",
        "",
        "HEAD:data",
        "@{u}",
        "é\u200b",
    ],
)
def test_what_names_no_moment_is_misuse_and_no_option(history: History, written: str) -> None:
    outcome = run("diff", "--", written, root=history.root)

    assert outcome.code == 2, outcome.err
    assert "There is no revision" in outcome.err
    assert "\x1b" not in outcome.err


def test_the_nearest_branch_is_suggested(history: History) -> None:
    assert "Did you mean 'main'?" in diff(history, "mian").err


@pytest.mark.parametrize("words", [("a...b",), ("a..b", "c"), ("a..b..c",), ()])
def test_what_is_no_pair_of_moments_is_misuse(history: History, words: tuple[str, ...]) -> None:
    assert diff(history, *words).code == 2


def test_an_unknown_theme_is_misuse_with_the_nearest(history: History) -> None:
    outcome = diff(history, "2022", "--theme", "islasjon")

    assert outcome.code == 2
    assert "'isolasjon'" in outcome.err


@pytest.mark.parametrize("command", [("diff", "2022"), ("log", "cat-2018-16")])
def test_without_git_there_is_no_history(tmp_path: Path, command: tuple[str, ...]) -> None:
    outcome = run(*command, root=repository(tmp_path))

    assert outcome.code == 3
    assert "is not in a git repository" in outcome.err
    assert "git init" in outcome.err


@pytest.mark.parametrize("command", [("diff", "2022"), ("diff", "HEAD"), ("log", "cat-2018-16")])
def test_without_a_commit_there_is_no_history(tmp_path: Path, command: tuple[str, ...]) -> None:
    history = History(repository(tmp_path))
    history.git("init", "-q")
    outcome = run(*command, root=tmp_path)

    assert outcome.code == 3
    assert "Nothing is committed yet" in outcome.err


def test_a_bare_repository_is_told_apart(history: History) -> None:
    history.git("config", "core.bare", "true")
    outcome = diff(history, "2022")

    assert outcome.code == 3
    assert "bare" in outcome.err


def test_where_history_is_cut_off_it_is_said(history: History, tmp_path: Path) -> None:
    clone = History(tmp_path / "clone")
    origin = f"file://{history.root}"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", origin, clone.root], check=True, capture_output=True
    )

    assert "git fetch --unshallow" in diff(clone, "2021-06-01").err
    assert since(clone, "2024") == "2023-08-01"
    assert "cut off" in run("log", "cat-2020-4", root=clone.root).out


def test_the_data_may_lie_below_the_top_of_the_git_repository(tmp_path: Path) -> None:
    repository(tmp_path / "[min] mappe")
    history = History(tmp_path)
    history.git("init", "-q", "-b", "main")
    history.commit("2021-01-01")
    inner = History(tmp_path / "[min] mappe")
    inner.commit("2022-01-01", NEW)

    assert [one["record"] for one in diff(inner, "HEAD~1").data["changes"]] == ["cat-2020-4"]
    assert len(run("log", "cat-2020-4", "-f", "json", root=inner.root).data["life"]) == 1
    assert len(run("log", "isolasjon", "-f", "json", root=inner.root).data["life"]) == 1


def test_a_worktree_has_the_same_history(history: History, tmp_path: Path) -> None:
    history.git("worktree", "add", "-q", str(tmp_path / "annet"), "main~1")

    assert since(History(tmp_path / "annet"), "2023") == "2022-05-10"


def test_a_repository_of_sha256_is_read_too(tmp_path: Path) -> None:
    history = started(tmp_path, "--object-format=sha256")
    history.write(NEW)

    assert [one["record"] for one in diff(history, "HEAD").data["changes"]] == ["cat-2020-4"]
