"""What two people change in one file; `test_with_git` shows that git has the driver merge it."""

from __future__ import annotations

from pathlib import Path

from merging.teams import HERS, HIS, LAST, RECORD, both, text_of, two_logs
from repositories import repository, run
from support import diagnose

SCORES = "data/assessments/2022/juss.yaml"
THEMES = "data/themes.yaml"
PLAN = "data/plans/oppfolging-2021.yaml"


def merged(folder: Path, name: str, base: str, ours: str, theirs: str, code: int = 0) -> str:
    """Return the text that the driver leaves in our file, and what it says below that."""
    files = [folder / side for side in ("base", "ours", "theirs")]
    for file, text in zip(files, (base, ours, theirs), strict=True):
        file.write_bytes(text.encode())

    outcome = run("merge-driver", "--", *map(str, files), name)

    assert outcome.code == code, outcome.err
    return files[1].read_bytes().decode() + outcome.err


def test_two_scores_in_one_assessment(tmp_path: Path) -> None:
    name, ours, theirs = both(
        SCORES,
        "  - recommendation: cat-2018-16\n    values: {alvor: 3}\n",
        "  - recommendation: cat-2018-16\n    values: {alvor: 3, omfang: 2}\n"
        "  - theme: frihet\n    values: {alvor: 1}\n",
        "  - recommendation: cat-2018-16\n    values: {alvor: 3, hast: 4}\n"
        "  - recommendation: cat-2012-9\n    values: {alvor: 2}\n",
    )
    text = merged(tmp_path, name, text_of(name), ours, theirs)

    assert "values: {alvor: 3, hast: 4, omfang: 2}" in text
    assert text.index("theme: frihet") < text.index("recommendation: cat-2012-9")
    assert diagnose(repository(tmp_path / "whole", {name: text})) == []


def test_two_themes_at_the_same_place(tmp_path: Path) -> None:
    text = text_of(THEMES)
    ours = text + "- id: rus\n  name: {nb: Rus}\n"
    theirs = text + "- id: bolig\n  name: {nb: Bolig}\n"

    added = "- id: rus\n  name: {nb: Rus}\n- id: bolig\n  name: {nb: Bolig}\n"
    assert merged(tmp_path, THEMES, text, ours, theirs) == text + added


def test_two_updates_of_one_measure_in_block_style(tmp_path: Path) -> None:
    entry = "  - id: {0}\n    text:\n      nb: Tiltak.\n    updates:\n"
    old = (
        "id: tiltak\ntitle:\n  nb: Plan\nmeasures:\n"
        + entry.format("m1")
        + "      - date: 2021-02-01\n        track: reported\n        by: jd\n"
        "        value: not-started\n"
    )
    new = (
        "      - date: {}\n        track: {}\n        by: {}\n        value: {}\n        note: {}\n"
    )
    hers = new.format("2021-05-01", "reported", "jd", "in-progress", "Begynt.")
    his = new.format("2021-06-01", "assessed", "nim", "in-progress", "Begynt.")

    assert merged(tmp_path, PLAN, old, old + hers, old + his) == old + hers + his


def test_comments_of_both_stay(tmp_path: Path) -> None:
    name, ours, theirs = two_logs()
    ours = ours.replace("themes:", "# Hovedtemaet er avklart.\nthemes:")
    theirs = theirs.replace("levels:", "# Kommunene også?\nlevels:")
    text = merged(tmp_path, name, text_of(name), ours, theirs)

    assert all(words in text for words in ("# Hovedtemaet er", "# Kommunene også?", "# fra møtet"))


def test_a_comment_that_would_be_lost_stays_a_conflict(tmp_path: Path) -> None:
    name, ours, theirs = both(
        RECORD,
        "ministries: [jd]\n",
        "ministries: [jd, hod]  # avklart i møte\n",
        "ministries: [jd, bfd]  # etter telefon\n",
    )
    told = merged(tmp_path, name, text_of(name), ours, theirs, code=1)

    assert "losing a comment" in told
    assert "# avklart i møte" in told
    assert "# etter telefon" in told


def test_the_other_side_s_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    name, ours, theirs = two_logs()
    text = merged(tmp_path, name, text_of(name), ours, theirs.replace("\n", "\r\n"))

    assert text == text_of(name).replace(LAST, LAST + HERS + HIS)


def test_a_plan_keeps_its_text_where_both_change_another_measure(tmp_path: Path) -> None:
    text = text_of(PLAN)

    whole = merged(tmp_path, PLAN, text, f"# øverst\n{text}", f"{text}# nederst\n")
    assert whole == f"# øverst\n{text}# nederst\n"


def test_entries_in_block_style_keep_their_comments(tmp_path: Path) -> None:
    head = "id: tiltak\ntitle:\n  nb: Plan\nmeasures:\n  - id: m1\n    text: {nb: Tiltak.}\n"
    entry = (
        "      # {}\n      - date: {}\n        track: reported\n        by: jd\n        value: {}\n"
    )
    old = head + "    updates:\n" + entry.format("i dag", "2021-02-01", "not-started")
    hers = entry.format("i dag", "2021-05-01", "in-progress")
    his = entry.format("i dag", "2021-06-01", "in-progress")

    assert merged(tmp_path, PLAN, old, old + hers, old + his) == old + hers + his
