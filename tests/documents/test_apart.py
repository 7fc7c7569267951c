"""What a repository brings of its own runs in a process that can be ended and reaches nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats import apart, apart_child, rendering
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import render
from anbefal.errors import TemplateFailed
from documents.sample_document import sample_document


def repository_with(root: Path, template: str, name: str = "brief.md.j2") -> Path:
    folder = root / "møte" / "templates"
    folder.mkdir(parents=True)
    (folder / name).write_text(template, encoding="utf-8")
    return folder.parent


def refused(root: Path, form: str = "md") -> str:
    with pytest.raises(TemplateFailed) as failure:
        render(sample_document(), form, root)
    return failure.value.message


@pytest.fixture(name="hurried")
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.3)


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_same_templates_give_the_same_bytes_apart(form: str) -> None:
    content = plain_document(sample_document(hostile="æ€😀 \u2028"))
    folders = [default_templates()]

    assert apart.render_apart(form, content, folders) == rendering.renderer(form)(content, folders)


@pytest.mark.usefixtures("hurried")
def test_an_endless_loop_is_ended_and_its_line_told(tmp_path: Path) -> None:
    loop = "{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}{% endfor %}"
    root = repository_with(tmp_path, f"a\n{loop}")

    told = "The template brief.md.j2 failed in line 3: it did not end within 0.3 seconds."
    assert refused(root) == told


@pytest.mark.usefixtures("hurried")
def test_what_keeps_python_itself_busy_is_ended_and_its_line_told(tmp_path: Path) -> None:
    big = "{% set big = 9 ** 2000 %}\n{% set big = big * big * big %}\n"
    squares = "{% set big = big * big %}" * 24
    root = repository_with(tmp_path, f"{big}{squares}")

    assert refused(root).startswith("The template brief.md.j2 failed in line 3: it did not end")


def test_a_template_that_fills_the_memory_is_ended_and_its_line_told(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="This system does not count a process's memory.")
    doubled = "{% set n = namespace(a='a' * 999999) %}\n{% for i in range(99) %}\n"
    root = repository_with(tmp_path, f"{doubled}{{% set n.a = n.a ~ n.a %}}{{% endfor %}}")

    told = (
        "The template brief.md.j2 failed in line 3: it needs more memory than a template may use."
    )
    assert refused(root) == told


def test_a_process_that_breaks_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_CHILD", "tests_without_such_a_module")
    root = repository_with(tmp_path, "x")

    told = "The template brief.md.j2 failed as a whole: it broke the process that ran it (code 1)."
    assert refused(root) == told


def test_a_mistake_of_the_program_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else could mend it, so their template must not be blamed."""
    try:
        int("x")  # as in any line of ours
    except ValueError as error:
        told = apart_child.what_failed(error, "brief.md.j2", [tmp_path])
    done = subprocess.CompletedProcess([], 0, told, b"")
    monkeypatch.setattr(apart, "_run", lambda *_: done)

    with pytest.raises(RuntimeError, match=r"^ValueError in test_apart\.py, line \d+"):
        render(sample_document(), "md", repository_with(tmp_path, "x"))


FORBIDDEN = {
    "write": "open('outside', 'w')",
    "write by number": "os.open('outside', os.O_CREAT | os.O_WRONLY)",
    "delete": "os.remove(mine)",
    "rename": "os.rename(mine, 'x')",
    "folder": "os.mkdir('outside')",
    "program": "subprocess.run(['true'])",
    "shell": "os.system('true')",
    "fork": "os.fork()",
    "network": "socket.create_connection(('127.0.0.1', 9))",
}
ALLOWED = {
    "read": "open(os.devnull).close()",
    "write inside": "open(os.path.join(scratch, 'inside'), 'w').close()",
    "clean up inside": "tempfile.TemporaryDirectory(dir=scratch).cleanup()",
}


def outcomes(folder: Path, tries: dict[str, str]) -> dict[str, str]:
    """Return what comes of each try in a process that has given up its rights."""
    program = (
        "import json, os, socket, subprocess, sys, tempfile\n"
        "from anbefal.documents.formats import apart_child\n"
        "folder, scratch, tries = json.loads(sys.argv[1])\n"
        "os.chdir(folder)\n"
        "mine = os.path.join(folder, 'mine')\n"
        "apart_child._take_away_rights(2**31, scratch)\n"
        "for name, one in tries.items():\n"
        "    try: eval(one)\n"
        "    except Exception as error: print(name, type(error).__name__)\n"
        "    else: print(name, 'done')\n"
    )
    scratch = folder / "scratch"
    scratch.mkdir()
    (folder / "mine").touch()
    task = json.dumps([str(folder), str(scratch), tries])
    done = subprocess.run(
        [sys.executable, "-c", program, task], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


def test_the_process_can_do_nothing_but_read_and_write_in_its_own_folder(tmp_path: Path) -> None:
    found = outcomes(tmp_path, FORBIDDEN | ALLOWED)

    assert {name for name in FORBIDDEN if found[name] != "PermissionError"} == set()
    assert {name for name in ALLOWED if found[name] != "done"} == set()
    assert sorted(os.listdir(tmp_path)) == ["mine", "scratch"]


def test_the_process_gets_nothing_of_the_users_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    run = subprocess.run

    def watched(*arguments: Any, **more: Any) -> Any:
        seen.update(more)
        return run(*arguments, **more)

    monkeypatch.setenv("TOKEN", "hemmelig")
    monkeypatch.setattr(subprocess, "run", watched)
    render(sample_document(), "md", repository_with(tmp_path, "{{ document.marking }}"))

    assert "TOKEN" not in seen["env"]
    assert {seen["env"][name] for name in ("HOME", "TMPDIR")} == {seen["cwd"]}
    assert not Path(seen["cwd"]).exists()


STARTED = (
    "import sys\n"
    "from pathlib import Path\n"
    "from anbefal.documents.formats.rendering import render\n"
    "from documents.sample_document import sample_document\n"
    "render(sample_document(), 'md', Path(sys.argv[1]))\n"
)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends processes in another way.")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_nothing_is_left_when_the_program_is_ended_meanwhile(tmp_path: Path, name: str) -> None:
    root = repository_with(tmp_path, "{% for a in range(99999) %}" * 2 + "{% endfor %}" * 2)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", STARTED, root], env=surroundings) as program:
        assert soon(lambda: list(scratch.iterdir()) != [])
        time.sleep(0.5)  # the other process begins
        program.send_signal(getattr(signal, name))
        code = program.wait()

    assert code == -signal.SIGKILL if name == "SIGKILL" else code > 128
    assert soon(lambda: list(scratch.iterdir()) == [])


def soon(happens: Callable[[], bool]) -> bool:
    """Return whether something happens within a few seconds."""
    until = time.monotonic() + 8
    while not happens() and time.monotonic() < until:
        time.sleep(0.02)
    return happens()
