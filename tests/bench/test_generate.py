from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support import diagnose

GENERATOR = Path(__file__).parents[2] / "bench" / "generate.py"


def generate(folder: Path, *options: str) -> Path:
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *options], check=True)
    return folder


def contents(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize(
    "options",
    [
        ("--records", "400", "--seed", "1"),
        ("--records", "400", "--seed", "2", "--assessors", "12", "--meetings", "60"),
        ("--records", "3", "--assessors", "0", "--meetings", "0"),
    ],
    ids=" ".join,
)
def test_what_is_generated_has_no_findings(options: tuple[str, ...], tmp_path: Path) -> None:
    assert diagnose(generate(tmp_path, *options)) == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    options = ("--records", "120", "--seed", "7")
    one = contents(generate(tmp_path / "one", *options))
    assert len([name for name in one if "/recommendations/" in name]) == 120
    assert contents(generate(tmp_path / "other", *options)) == one


def test_another_seed_gives_other_records(tmp_path: Path) -> None:
    one = contents(generate(tmp_path / "one", "--records", "20", "--seed", "1"))
    assert contents(generate(tmp_path / "other", "--records", "20", "--seed", "2")) != one


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(subprocess.CalledProcessError):
        generate(tmp_path)
    assert list(contents(tmp_path)) == ["notes.txt"]


def test_a_history_is_the_same_at_every_run_and_right(tmp_path: Path) -> None:
    options = ("--records", "200", "--commits", "60")
    roots = [generate(tmp_path / name, *options) for name in ("one", "other")]
    tips = [
        subprocess.run(
            ["git", "rev-parse", "main"], cwd=root, check=True, capture_output=True
        ).stdout
        for root in roots
    ]
    counted = ["git", "rev-list", "--count", "main"]
    listed = ["git", "status", "--porcelain"]

    assert tips[0] == tips[1]
    assert subprocess.run(counted, cwd=roots[0], check=True, capture_output=True).stdout == b"60\n"
    assert subprocess.run(listed, cwd=roots[0], check=True, capture_output=True).stdout == b""
    assert diagnose(roots[0]) == []
