"""`dedupe --check` fails where a new record has a likely duplicate that nobody has decided on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from anbefal.store.starting.content import starter_files
from dedupe.suggested import ASKS, FILES, LATER, OLD, OTHER, file_of, use
from history.histories import History, started
from repositories import as_yaml, run

NEW = {file_of(OTHER): FILES[file_of(OTHER)]}
BEFORE = {name: ask for name, ask in FILES.items() if name not in NEW}


@pytest.fixture(autouse=True)
def _suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> History:
    history = started(tmp_path_factory.mktemp("made"))
    history.commit("2021-02-01", {**BEFORE, file_of(LATER): _repeating()})
    return history


@pytest.fixture(name="history")
def _history(made: History, tmp_path: Path) -> History:
    return made.copied(tmp_path)


def _repeating() -> str:
    return as_yaml({**ASKS[LATER], "links": {"repeats": [OLD]}})


def test_a_new_record_is_found_at_its_id(history: History) -> None:
    history.commit("2021-03-01", NEW)
    outcome = run("dedupe", "--check", "-f", "json", root=history.root)

    assert outcome.code == 1
    assert outcome.data["summary"] == {"records": 1, "errors": 2, "warnings": 0}
    assert outcome.data["findings"][1] == {
        "code": "undecided-duplicate",
        "severity": "error",
        "file": file_of(OTHER),
        "line": 1,
        "column": 8,
        "message": f"'{OTHER}' may be the same ask as '{LATER}' (96 of 100), and nobody has "
        "decided.",
        "hint": f"Read both and decide: 'anbefal dedupe --apply {OTHER}'.",
        "record": OTHER,
    }


def test_what_is_not_committed_counts_and_what_is_old_does_not(history: History) -> None:
    history.commit("2021-03-01")
    assert run("dedupe", "--check", root=history.root).code == 0

    history.write(NEW)
    assert run("dedupe", "--check", root=history.root).code == 1
    assert run("dedupe", "--check", "--min", "0.97", root=history.root).code == 0


def test_a_decision_is_enough(history: History) -> None:
    history.commit("2021-03-01", {file_of(OTHER): {**ASKS[OTHER], "links": {"same_as": [OLD]}}})

    assert run("dedupe", "--check", root=history.root).code == 0


def test_another_moment_can_be_named(history: History) -> None:
    history.commit("2021-03-01", NEW)
    history.commit("2021-04-01")

    assert run("dedupe", "--check", root=history.root).code == 0
    assert run("dedupe", "--check", "--new-since", "2021-03-01", root=history.root).code == 1
    assert run("dedupe", "--check", "--new-since", "HEAD", root=history.root).code == 0
    assert run("dedupe", "--check", "--new-since", "maim", root=history.root).code == 2


def test_a_list_can_be_narrowed_to_what_is_new(history: History) -> None:
    history.commit("2021-03-01", NEW)
    data = run("dedupe", "--new-since", "HEAD~1", "-f", "json", root=history.root).data

    assert {one["a"] for one in data["pairs"]} == {OTHER, "cerd-2021-9"}


def test_several_commits_are_new_since_what_they_were_pushed_onto(history: History) -> None:
    before = history.git("rev-parse", "HEAD").strip()
    history.commit("2021-03-01", NEW)
    history.commit("2021-04-01")

    assert run("dedupe", "--check", "--new-since", before, root=history.root).code == 1


def test_no_line_of_a_file_is_shown_since_it_may_hold_an_internal_note(history: History) -> None:
    history.commit("2021-03-01", {file_of(OTHER): json.dumps({**ASKS[OTHER], "internal": "Hush"})})
    outcome = run("dedupe", "--check", root=history.root)

    assert outcome.code == 1
    assert "Hush" not in outcome.out + outcome.err


@pytest.mark.parametrize("options", [(), ("--check",), ("--apply",), ("--apply", "--dry-run")])
def test_where_a_record_cannot_be_read_nobody_knows_what_is_decided(
    options: tuple[str, ...], history: History
) -> None:
    history.write({"data/recommendations/cat/cat-2022-1.yaml": "id: ["})
    outcome = run("dedupe", *options, root=history.root)

    assert outcome.code == (1 if options else 0)  # to look is harmless
    assert "cat-2022-1.yaml" in outcome.err
    assert ("nobody can tell what is decided" in outcome.err) is bool(options)


def test_on_github_it_becomes_annotations(history: History) -> None:
    history.commit("2021-03-01", NEW)
    outcome = run("dedupe", "--check", root=history.root, env={"GITHUB_ACTIONS": "true"})

    assert outcome.out.startswith(
        f"::error file={file_of(OTHER)},line=1,col=8,title=undecided-duplicate::"
    )


def test_before_and_in_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    history = History(tmp_path)
    (tmp_path / "data").mkdir()
    history.git("init", "-q", "-b", "main")
    history.write({**FILES, "data/criteria.yaml": b"{}"})

    for _ in range(2):
        assert "4 new recommendations: 3 errors" in run("dedupe", "--check", root=tmp_path).out
        history.commit("2021-01-01")


def test_a_clone_without_the_commit_before_says_how_to_get_it(
    history: History, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    history.git("clone", "-q", "--depth", "1", f"file://{history.root}", str(clone))
    outcome = run("dedupe", "--check", root=clone)

    assert outcome.code == 3
    assert "fetch-depth: 2" in outcome.err
    assert run("dedupe", "--check", "--new-since", "v1", root=clone).code == 3


def test_a_new_repository_asks_on_every_pull_request_and_of_all_that_is_pushed() -> None:
    files = {file.path: file.data for file in starter_files()}
    workflow = YAML(typ="safe").load(files[".github/workflows/validate.yaml"])
    first, *_, asked, pushed = workflow["jobs"]["data"]["steps"]

    assert asked == {"run": "anbefal dedupe --check", "if": "github.event_name == 'pull_request'"}
    assert pushed["run"] == "anbefal dedupe --check --new-since ${{ github.event.before }}"
    assert pushed["if"].startswith("github.event_name == 'push' && !github.event.created")
    assert first["with"]["fetch-depth"] == 0  # what was pushed may be any number of commits


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "here/data").mkdir(parents=True)
    (tmp_path / "here/data/criteria.yaml").write_text("{}")
    outcome = run("dedupe", "--check", root=tmp_path / "here")

    assert outcome.code == 3
    assert "There is no history" in outcome.err
