"""`diff` tells what changed in the data's terms, and reads only what differs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from anbefal.store.history import snapshots
from anbefal.store.history.commits import GitFolder
from history.histories import RECORD, History, started
from repositories import Outcome, meeting, recommendation, run, scores, text, update

CAT = "data/recommendations/cat/cat-2018-16.yaml"


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> History:
    return started(tmp_path_factory.mktemp("made"))


@pytest.fixture
def history(made: History, tmp_path: Path) -> History:
    return made.copied(tmp_path)


def diff(history: History, *words: str, since: str = "HEAD") -> Outcome:
    return run("diff", since, *words, root=history.root)


def changes(history: History, *words: str, since: str = "HEAD") -> list[dict[str, Any]]:
    outcome = diff(history, *words, "-f", "json", since=since)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = outcome.data["changes"]
    return found


def edit(history: History, path: str, old: str, new: str) -> None:
    words = (history.root / path).read_text(encoding="utf-8")
    assert old in words
    history.write({path: words.replace(old, new)})


def test_nothing_changed_is_said(history: History) -> None:
    assert "Nothing changed." in diff(history).out
    assert changes(history) == []


def test_the_page_is_grouped_as_a_meeting_is_prepared(history: History) -> None:
    said = update("reported", "implemented", "2022-06-01", note="Alt er gjort.")
    found = update("assessed", "not-started", "2022-07-01", "nim")
    promise = {"id": "lov", "text": text("Endre loven."), "responsible": ["jd"], "due": "2023"}
    history.write(
        {
            RECORD: recommendation("cat-2020-4", "isolasjon", status=[said, found]),
            "data/meetings/m.yaml": meeting(
                "m", "isolasjon", "held", date="2022-05-10", commitments=[promise]
            ),
        }
    )
    commit = history.git("rev-parse", "HEAD")[:10]

    assert diff(history).out.splitlines() == [
        "What changed",
        f"since commit {commit} of 2021-01-01",
        "until the folder as it lies now",
        "",
        "New recommendations (1)",
        "  cat-2020-4  Torturkomiteen, document not known, paragraph not known: Gjør cat-2020-4.",
        "",
        "Promised (1)",
        "  m  meeting on Isolasjon (held, 2022-05-10)",
        "      lov: Endre loven., responsible: Justisdepartementet, due 2023",
        "",
        "Reported by the state (1)",
        "  cat-2020-4  Torturkomiteen, document not known, paragraph not known: Gjør cat-2020-4.",
        "      2022-06-01 reported by Justisdepartementet: implemented. Alt er gjort.",
        "",
        "Assessed by others (1)",
        "  cat-2020-4  Torturkomiteen, document not known, paragraph not known: Gjør cat-2020-4.",
        "      2022-07-01 assessed by Menneskerettsinstitusjonen: not-started",
        "",
        "Meetings (2)",
        "  m  meeting on Isolasjon (held, 2022-05-10)",
        "      held, 2022-05-10",
        "",
        "6 changes in 2 records",
    ]


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_every_form_tells_the_change(history: History, form: str) -> None:
    edit(history, CAT, "value: partly-implemented", "value: implemented")

    assert "partly-implemented" in diff(history, "-f", form).out


def test_a_record_in_another_folder_is_no_change(history: History) -> None:
    (history.root / "data/recommendations/eldre").mkdir()
    (history.root / CAT).rename(history.root / "data/recommendations/eldre/cat-2018-16.yaml")

    assert changes(history) == []


def test_comments_and_line_ends_are_no_change(history: History) -> None:
    raw = (history.root / CAT).read_bytes()
    history.write({CAT: b"# en merknad\r\n" + raw.replace(b"\n", b"\r\n")})

    assert changes(history) == []


def test_an_untouched_folder_has_the_object_ids_of_its_commit(history: History) -> None:
    folder = GitFolder.at(history.root)
    work = snapshots.WorkFiles(history.root, folder.hashing).contents

    assert dict(work) == dict(snapshots.CommitFiles(history.root, folder.tip).contents)


def test_files_with_windows_line_ends_count_as_the_same(history: History) -> None:
    folder = GitFolder.at(history.root)
    before = dict(snapshots.WorkFiles(history.root, folder.hashing).contents)
    raw = (history.root / CAT).read_bytes()
    history.write({CAT: raw.replace(b"\n", b"\r\n")})

    assert dict(snapshots.WorkFiles(history.root, folder.hashing).contents) == before


@pytest.mark.parametrize(
    ("path", "content", "theme"),
    [
        (RECORD, recommendation("cat-2020-4", "frihet"), "frihet"),
        ("data/meetings/m.yaml", meeting("m", "frihet"), "frihet"),
        (
            "data/plans/p.yaml",
            {
                "id": "p",
                "title": text("Plan"),
                "measures": [{"id": "a", "text": text("A"), "addresses": ["cat-2018-16"]}],
            },
            "frihet",
        ),
        (
            "data/assessments/2023/juss.yaml",
            scores("juss", {"cat-2018-16": {"alvor": 1}}, recommendations=["cat-2018-16"]),
            "frihet",
        ),
    ],
    ids=["recommendation", "meeting", "plan", "assessment"],
)
def test_a_theme_keeps_what_concerns_it(
    history: History, path: str, content: Any, theme: str
) -> None:
    history.write({path: content})

    assert changes(history, "--theme", theme)
    assert not changes(history, "--theme", "hatytringer")


def test_internal_notes_are_told_only_when_asked_for(history: History) -> None:
    record = recommendation("cat-2020-4", "isolasjon", internal="Hemmelig en.")
    history.commit("2022-01-01", {RECORD: record})
    history.write({RECORD: {**record, "internal": "Hemmelig to."}})

    for form in ("text", "md", "csv", "json"):
        assert "Hemmelig" not in diff(history, "-f", form).out
        assert "Hemmelig en. → Hemmelig to." in diff(history, "--internal").out


def test_made_up_scores_are_said_to_be_made_up(history: History) -> None:
    example = scores("juss", {"isolasjon": {"alvor": 1}}, example=True)
    history.write({"data/assessments/2023/juss.yaml": example})

    assert "EXAMPLE" in diff(history).out.splitlines()[3]
    assert "alvor 1 (EXAMPLE, made up)" in diff(history).out
    assert "EXAMPLE" in diff(history, "-f", "md").out
    assert all(one["example"] for one in changes(history) if one["what"] == "score")


def test_a_file_that_cannot_be_read_is_named_and_not_called_removed(history: History) -> None:
    history.write({CAT: "id: [", "data/themes.yaml": "- id: ["})
    outcome = diff(history)

    assert outcome.code == 0
    assert CAT in outcome.out
    assert "data/themes.yaml" in outcome.out
    assert changes(history) == []


def test_a_file_that_could_not_be_read_before_is_named(history: History) -> None:
    history.commit("2022-01-01", {CAT: b"id: \xff"})
    history.git("checkout", "-q", "HEAD~1", "--", CAT)

    assert diff(history, "-f", "json").data["unread"] == {"since": [CAT], "until": []}


def test_a_file_that_is_too_large_is_named_and_not_read(history: History) -> None:
    history.commit("2022-01-01", {RECORD: b"# " + b"x" * 2_000_000})
    history.write({RECORD: recommendation("cat-2020-4", "isolasjon")})

    assert diff(history, "-f", "json").data["unread"]["since"] == [RECORD]


def test_a_link_changes_with_what_it_leads_to(history: History) -> None:
    link = history.root / "data/recommendations/ccpr/cat-2018-16.yaml"
    link.symlink_to("../cat/cat-2018-16.yaml")
    history.commit("2022-01-01")
    edit(history, CAT, "value: partly-implemented", "value: implemented")

    assert [one["new"] for one in changes(history)] == ["implemented", "implemented"]


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../etc/passwd", "cat-2020-4.yaml"])
def test_a_link_out_of_the_data_is_named_and_not_followed(history: History, target: str) -> None:
    (history.root / RECORD).symlink_to(target)
    history.commit("2022-01-01")
    (history.root / RECORD).unlink()

    outcome = diff(history, "-f", "json")
    assert outcome.data["unread"]["since"] == [RECORD]
    assert "root:" not in outcome.out


def test_a_data_folder_that_was_a_link_is_told(history: History) -> None:
    (history.root / "data").rename(history.root / "annet")
    (history.root / "data").symlink_to("annet")
    history.commit("2022-01-01")
    (history.root / "data").unlink()
    (history.root / "annet").rename(history.root / "data")
    outcome = diff(history)

    assert outcome.code == 3
    assert "is a link or another repository" in outcome.err


def test_another_repository_inside_is_named(history: History) -> None:
    tip = history.git("rev-parse", "HEAD")
    history.git("update-index", "--add", "--cacheinfo", f"160000,{tip},{RECORD}")
    history.git("-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "modul")

    assert diff(history, "-f", "json").data["unread"]["since"] == [RECORD]


def test_a_name_that_is_no_utf8_is_read_like_any_other(history: History) -> None:
    name = os.fsencode(history.root / "data/recommendations/cat") + b"/gr\xf8nn.yaml"
    with open(name, "w", encoding="utf-8") as file:
        file.write("id: cat-2020-4\nsource: {body: cat}\nsummary: {nb: En.}\n")
    history.commit("2022-01-01")

    assert changes(history) == []
    assert [one["how"] for one in changes(history, since="HEAD~1")] == ["added"]


def test_decomposed_names_are_the_same_names(history: History) -> None:
    record = "id: a\nsource: {body: cat}\nsummary: {nb: En.}\n"
    history.commit("2022-01-01", {"data/recommendations/a\u030a/a.yaml": record})
    old = history.root / "data/recommendations/a\u030a"
    old.rename(history.root / "data/recommendations/\u00e5")

    assert changes(history) == []


def test_json_keys_stay_as_they_are(history: History) -> None:
    edit(history, CAT, "value: partly-implemented", "value: implemented")
    data = diff(history, "-f", "json").data

    assert list(data) == ["format_version", "since", "until", "theme", "unread", "changes"]
    assert data["changes"] == [
        {
            "kind": "recommendation",
            "record": "cat-2018-16",
            "what": "status",
            "how": "changed",
            "part": None,
            "field": "value",
            "date": "2020-06-01",
            "by": "nim",
            "track": "assessed",
            "old": "partly-implemented",
            "new": "implemented",
            "note": None,
            "evidence": [],
            "themes": ["isolasjon", "frihet"],
            "inferred": False,
            "example": False,
            "withheld": False,
        }
    ]


@pytest.mark.parametrize("command", ["diff", "log"])
def test_help_stays_light(command: str) -> None:
    program = (
        "import sys; from anbefal.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert not {"ryaml", "rapidfuzz", "jinja2", "ruamel.yaml"} & set(done.stderr.split())
