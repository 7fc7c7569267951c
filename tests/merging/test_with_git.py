"""The driver as git runs it: merge, rebase, cherry-pick, stash."""

from __future__ import annotations

from pathlib import Path

import pytest

from merging.teams import HERS, HIS, LAST, RECORD, Team, both, team, text_of, two_logs
from repositories import run
from support import diagnose


@pytest.fixture(name="together")
def _together(tmp_path: Path) -> Team:
    return team(tmp_path / "mitt lager på Åna")


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick", "stash"])
def test_two_status_lines_do_not_conflict(together: Team, how: str) -> None:
    name, ours, theirs = two_logs()
    together.diverge(name, ours, theirs)
    if how == "stash":
        together.git("checkout", "-q", "theirs")
        (together.root / name).write_text(ours, encoding="utf-8")
        (together.root / name).write_text(theirs + "# mer\n", encoding="utf-8")
        together.git("stash")
        together.git("checkout", "-q", "ours")
        together.git("stash", "pop")
        assert LAST + HERS in together.read(name)
        assert "# mer\n" in together.read(name)
        return
    together.git(how, "theirs")

    first, second = (HIS, HERS) if how == "rebase" else (HERS, HIS)
    assert together.read(name) == text_of(name).replace(LAST, LAST + first + second)
    assert together.git("status", "--porcelain") == ""


def test_a_true_conflict_stays_one(together: Team) -> None:
    name, ours, theirs = both(
        RECORD, LAST, LAST.replace("partly-", ""), LAST.replace("partly-implemented", "contrary")
    )
    together.diverge(name, ours, theirs + "# nederst\n")
    told = together.git("merge", "theirs", fails=True)

    assert (
        f"anbefal: {name}: status[1].value: ours has 'implemented', theirs has 'contrary'" in told
    )
    assert f"UU {name}" in together.git("-c", "core.quotePath=false", "status", "--porcelain")
    assert "conflict-marker" in run("validate", root=together.root).out
    assert together.read(name).count("<<<<<<<") == 1
    assert together.read(name).endswith("# nederst\n")


def test_what_git_would_merge_wrongly_is_a_conflict(together: Team) -> None:
    text = (
        text_of(RECORD)
        .replace("  document: CAT/C/NOR/CO/8\n", "")
        .replace(
            "  url:", "  proposal: null\n  recommended_by: []\n  document: CAT/C/NOR/CO/8\n  url:"
        )
    )
    together.commit("main", {RECORD: text})
    together.diverge(
        RECORD, text.replace("CO/8\n", "CO/7\n"), text.replace('paragraph: "16"', 'paragraph: "17"')
    )
    told = together.git("merge", "theirs", fails=True)

    assert "source: document and paragraph belong together" in told
    assert "<<<<<<<" in together.read(RECORD)
    assert all(words in together.read(RECORD) for words in ("CO/7", "CO/8", '"16"', '"17"'))


def test_two_people_add_the_same_file(together: Team) -> None:
    text = "id: cat-2018-99\nsource: {body: cat}\nthemes: [isolasjon]\nsummary: {nb: Gjør noe.}\n"
    place = "data/recommendations/cat/cat-2018-99.yaml"
    together.diverge(
        place, text + HERS.replace("  - ", "status:\n  - "), text + "ministries: [jd]\n"
    )
    together.git("merge", "theirs")

    assert diagnose(together.root) == []
    assert "ministries: [jd]" in together.read(place)
    assert HERS in together.read(place)


def test_deleted_here_and_changed_there_is_git_s_own_conflict(together: Team) -> None:
    name, ours, _ = two_logs()
    together.commit("theirs", {name: ours})
    together.git("checkout", "-q", "-B", "ours", "main")
    together.git("rm", "-q", name)
    together.git("commit", "-q", "-m", "ours")

    assert "deleted in" in together.git("merge", "theirs", fails=True)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_markers_have_the_style_that_the_user_chose(together: Team, style: str) -> None:
    name, ours, theirs = both(RECORD, "date: 2018-06-05", "date: 2018-06-06", "date: 2018-06-07")
    together.git("config", "merge.conflictStyle", style)
    together.diverge(name, ours, theirs)
    together.git("merge", "theirs", fails=True)

    assert ("||||||| base" in together.read(name)) == (style != "merge")


def test_any_name_of_a_folder_reaches_the_driver_whole(together: Team) -> None:
    name, ours, theirs = two_logs()
    odd = "data/recommendations/it's $(touch made) `x` %O ø/cat-2018-16.yaml"
    together.commit("main", {odd: text_of(name)})
    together.diverge(odd, ours, theirs)
    together.git("merge", "theirs")

    assert LAST + HERS + HIS in together.read(odd)
    assert not (together.root / "made").exists()


def test_versions_that_contradict_each_other_are_shown_without_an_ancestor(together: Team) -> None:
    name, ours, theirs = both(RECORD, "id: ", "id: ", "id: ")
    together.git("config", "merge.conflictStyle", "diff3")
    together.diverge(
        name,
        ours.replace("verified: false", "verified: true"),
        theirs.replace("La ingen sitte", "La ingen bli sittende"),
    )
    told = together.git("merge", "theirs", fails=True)

    assert "provenance.verified: one side set this" in told
    assert "|||||||" not in together.read(name)
    assert together.read(name).count("<<<<<<<") == 2
