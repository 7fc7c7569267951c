"""A repository that came from elsewhere starts no program and reaches no network."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from time import monotonic, sleep

import pytest

from anbefal.errors import GitFailed
from anbefal.store.git import ENVIRONMENT, git
from history.histories import RECORD, History, started
from repositories import recommendation, run

FIRST = recommendation("cat-2020-4", "isolasjon")


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> History:
    history = started(tmp_path_factory.mktemp("made"))
    history.commit("2022-01-01", {RECORD: FIRST})
    history.commit("2022-02-01", {RECORD: recommendation("cat-2020-4", "frihet")})
    return history


@pytest.fixture
def history(made: History, tmp_path: Path) -> History:
    return made.copied(tmp_path / "data med mellomrom")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Return a program that leaves a mark where it ran."""
    file = tmp_path / "felle"
    file.write_text(f"#!/bin/sh\ntouch '{tmp_path}/kjort'\nexit 1\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def questions(history: History) -> list[int]:
    """Return the exit codes of every question to history."""
    commands = (
        ("diff", "HEAD~1"),
        ("diff", "2022-02-01"),
        ("diff", "HEAD~2..HEAD", "-f", "json"),
        ("diff", "--theme", "isolasjon"),
        ("diff", "mian"),
        ("log", "cat-2020-4"),
        ("log", "isolasjon"),
    )
    return [run(*words, root=history.root).code for words in commands]


SETTINGS = (
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "core.editor",
    "core.alternateRefsCommand",
    "core.gitProxy",
    "diff.external",
    "diff.x.textconv",
    "diff.x.command",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "gpg.program",
    "gpg.ssh.program",
    "pager.log",
    "pager.rev-list",
    "pager.diff-tree",
    "credential.helper",
    "sequence.editor",
    "interactive.diffFilter",
    "alias.rev-list",
    "uploadpack.packObjectsHook",
)


def test_no_setting_starts_a_program(history: History, trap: Path) -> None:
    for name in SETTINGS:
        command = f"!{trap}" if name.startswith("alias") else str(trap)
        history.git("config", name, command)
    history.git("config", "log.showSignature", "true")
    history.git("config", "diff.renames", "copies")
    history.git("config", "core.quotePath", "true")
    history.git("config", "core.abbrev", "4")
    (history.root / ".git/info/attributes").write_text("* diff=x filter=x text\n")
    (history.root / ".gitattributes").write_text(
        "* diff=x filter=x -text working-tree-encoding=x\n"
    )

    assert questions(history) == [0, 0, 0, 0, 2, 0, 0]
    assert not (trap.parent / "kjort").exists()


def test_no_hook_is_run(history: History, trap: Path) -> None:
    hooks = history.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    names = ("post-index-change", "fsmonitor-watchman", "reference-transaction", "pre-auto-gc")
    for name in names:
        (hooks / name).symlink_to(trap)
    history.git("config", "core.hooksPath", str(hooks))

    assert questions(history) == [0, 0, 0, 0, 2, 0, 0]
    assert not (trap.parent / "kjort").exists()


def test_settings_that_are_included_start_no_program_either(history: History, trap: Path) -> None:
    more = trap.parent / "mer"
    more.write_text(f"[core]\n\tfsmonitor = {trap}\n\tpager = {trap}\n")
    history.git("config", "include.path", str(more))
    history.git("config", "includeIf.gitdir:/.path", str(more))

    assert questions(history) == [0, 0, 0, 0, 2, 0, 0]
    assert not (trap.parent / "kjort").exists()


def opened(fifo: Path) -> bool:
    """Return whether a process reads from a FIFO, or waits to."""
    try:
        os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


@pytest.fixture
def fifo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that nobody ever writes to; git is given half a second."""
    monkeypatch.setattr("anbefal.store.git.MOST_SECONDS", 0.5)
    os.mkfifo(tmp_path / "fifo")
    return tmp_path / "fifo"


def test_settings_that_never_end_end_in_a_sentence(history: History, fifo: Path) -> None:
    history.git("config", "include.path", str(fifo))
    outcome = run("diff", "HEAD", root=history.root)

    assert outcome.code == 3
    assert outcome.err.startswith("anbefal: git rev-parse did not end within 0.5 seconds.\n")
    assert not opened(fifo)


def test_what_git_started_ends_with_it(
    history: History, fifo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text(f"#!/bin/sh\nsleep 60 <> '{fifo}'\nexit\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(GitFailed, match="did not end"):
        git(history.root, "status")
    ends = monotonic() + 10
    while opened(fifo) and monotonic() < ends:
        sleep(0.01)
    assert not opened(fifo)


def loose(history: History, name: str) -> Path:
    return history.root / ".git/objects" / name[:2] / name[2:]


@pytest.fixture
def older_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make git behave as before it knew how not to fetch missing objects."""
    known = {k: v for k, v in ENVIRONMENT.items() if k != "GIT_NO_LAZY_FETCH"}
    monkeypatch.setattr("anbefal.store.git.ENVIRONMENT", known)


@pytest.mark.usefixtures("older_git")
@pytest.mark.parametrize("protocol", ["ext", "file", "ssh", "x"])
def test_a_missing_object_is_not_fetched(history: History, trap: Path, protocol: str) -> None:
    address = {
        "ext": f"ext::{trap} %S",
        "file": f"file://{history.root}",
        "ssh": "ssh://example.invalid/x",
        "x": "x::y",
    }[protocol]
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": address,
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "remote.origin.uploadpack": str(trap),
        "core.sshCommand": str(trap),
        "protocol.allow": "always",
        f"protocol.{protocol}.allow": "always",
    }.items():
        history.git("config", key, value)
    blob = history.git("rev-parse", f"HEAD:{RECORD}")
    loose(history, blob).unlink()
    outcome = run("diff", "HEAD~1..HEAD", "-f", "json", root=history.root)

    assert not (trap.parent / "kjort").exists()
    assert outcome.code == 3 or outcome.data["unread"]["until"] == [RECORD]


def test_a_missing_object_is_named(history: History) -> None:
    loose(history, history.git("rev-parse", f"HEAD:{RECORD}")).unlink()
    outcome = run("diff", "HEAD~1..HEAD", root=history.root)

    assert outcome.code == 0
    assert (
        f"cannot be read in full, and what changed in what cannot be read is not told: {RECORD}"
        in (outcome.out)
    )
    assert "cannot be read in full here" in run("log", "cat-2020-4", root=history.root).out


@pytest.mark.parametrize("what", ["HEAD:" + RECORD, "HEAD^{tree}", "HEAD:data", "HEAD"])
def test_a_broken_object_ends_in_a_sentence(history: History, what: str) -> None:
    file = loose(history, history.git("rev-parse", what))
    file.chmod(0o644)
    file.write_bytes(b"ikke et objekt")

    for words in (("diff", "HEAD~1..HEAD"), ("diff", "HEAD~1"), ("log", "cat-2020-4")):
        outcome = run(*words, root=history.root)
        assert outcome.code in {0, 2, 3}
        assert outcome.code == 0 or outcome.err.startswith("anbefal: ")


def test_a_broken_pack_ends_in_a_sentence(history: History) -> None:
    history.git("gc", "-q")
    pack = next((history.root / ".git/objects/pack").glob("*.pack"))
    pack.chmod(0o644)
    raw = bytearray(pack.read_bytes())
    raw[40:-40] = bytes(len(raw) - 80)
    pack.write_bytes(raw)

    for code in questions(history):
        assert code in {2, 3}


def test_replaced_objects_and_grafts_do_not_rewrite_history(history: History) -> None:
    tip, before, first = (history.git("rev-parse", f"HEAD~{n}") for n in (0, 1, 2))
    history.git("replace", before, first)
    (history.root / ".git/info/grafts").write_text(f"{tip} {first}\n")

    life = run("log", "cat-2020-4", "-f", "json", root=history.root).data["life"]
    assert [one["date"] for one in life] == ["2022-01-01", "2022-02-01"]
    assert run("diff", "HEAD~1", "-f", "json", root=history.root).data["since"]["commit"] == before


def test_the_environment_of_a_hook_does_not_lead_elsewhere(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "annet"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "indeks"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")

    assert questions(history) == [0, 0, 0, 0, 2, 0, 0]


def test_a_path_stands_for_itself_unless_patterns_are_asked_for(history: History) -> None:
    words = ("ls-files", "--", "data/*.yaml")

    assert git(history.root, *words) == b""
    assert b"themes.yaml" in git(history.root, *words, globs=True)


def test_without_git_the_user_is_told_to_install_it(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitFailed, match="cannot be started"):
        git(history.root, "status")
    assert run("diff", "HEAD", root=history.root).code == 3
