"""`dedupe --apply` decides on what was on the screen, whatever others do in the meantime."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from anbefal.analysis.duplicates.pairs import Suggestions
from anbefal.cli.stopping import Answers, How, Stopped
from anbefal.model.dataset import Dataset
from anbefal.store.reading.reader import parse
from dedupe.suggested import ASKS, FILES, LATER, OLD, OTHER, by_hand, file_of, use
from repositories import Outcome, as_yaml, repository, run

Step = str | Callable[[], object]
"""An answer, or what somebody else does before the next one."""

SCHOOLS = {"en": "Norway should ratify the protocol on schools."}


@dataclass(frozen=True)
class Desk:
    """Where somebody decides on two pairs, `OTHER` with `LATER` and with `OLD`."""

    root: Path
    monkeypatch: pytest.MonkeyPatch

    def answer(self, *steps: Step, dry_run: bool = False) -> Outcome:
        waiting = list(steps)

        def read_line(_: Answers) -> str:
            while waiting:
                step = waiting.pop(0)
                if isinstance(step, str):
                    return step
                step()
            raise Stopped(How.ASKED)

        self.monkeypatch.setattr(Answers, "read", read_line)
        trial = ("--dry-run",) if dry_run else ()
        options = ("--body", "ccpr", "--lang", "en", *trial)
        return run("dedupe", "--apply", *options, root=self.root)

    def writes(self, record_id: str, **changed: object) -> Step:
        file = self.root / file_of(record_id)
        return lambda: file.write_text(as_yaml({**ASKS[record_id], **changed}), encoding="utf-8")

    def removes(self, record_id: str) -> Step:
        return (self.root / file_of(record_id)).unlink

    def spoils(self, record_id: str) -> Step:
        return lambda: (self.root / file_of(record_id)).write_text("id: [", encoding="utf-8")

    @property
    def links(self) -> object:
        """The links of `OTHER`, in which decisions are written."""
        value: Any = parse("", (self.root / file_of(OTHER)).read_bytes()).value
        return value.get("links")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    use(monkeypatch)
    return Desk(repository(tmp_path, FILES), monkeypatch)


def test_what_was_edited_is_shown_again_before_it_is_decided(desk: Desk) -> None:
    seen: list[object] = []
    steps = (desk.writes(OTHER, summary=SCHOOLS), "s", lambda: seen.append(desk.links), "s")
    outcome = desk.answer(*steps)

    assert seen == [None]
    assert "changed one of the two recommendations meanwhile, so nothing" in outcome.err
    _, first, again = outcome.err.split("Pair 1 of 2")
    assert ("schools" in first, "schools" in again) == (False, True)
    assert "Written: same ask (1)." in outcome.err
    assert desk.links == {"same_as": [LATER]}


def test_an_edit_of_what_is_not_shown_is_no_reason_to_ask_again(desk: Desk) -> None:
    desk.answer(desk.writes(OTHER, groups=["fanger"]), "s")

    assert desk.links == {"same_as": [LATER]}


def test_later_pairs_are_shown_as_they_are_by_then(desk: Desk) -> None:
    outcome = desk.answer(desk.writes(OLD, summary=SCHOOLS), "d")

    assert "schools" in outcome.err.partition("Pair 2 of 2")[2]


def test_a_pair_that_is_another_by_now_is_judged_anew(desk: Desk) -> None:
    def suggest(
        dataset: Dataset, *, least: float, among: Collection[str] | None = None
    ) -> Suggestions:
        if len(dataset.recommendations) == len((OTHER, LATER)):
            return Suggestions((), (), 2, ())
        return by_hand(dataset, least=least, among=among)

    use(desk.monkeypatch, suggest)
    outcome = desk.answer(desk.writes(OTHER, summary=SCHOOLS), "s")

    assert "they are not suggested any more" in outcome.err
    assert "No link is written." in outcome.err


def test_a_record_that_is_gone_is_said_to_be(desk: Desk) -> None:
    outcome = desk.answer(desk.removes(LATER), "s", "d")

    assert "has been removed meanwhile" in outcome.err
    assert desk.links == {"distinct_from": [OLD]}


def test_a_record_that_cannot_be_read_any_more_stops_it(desk: Desk) -> None:
    outcome = desk.answer(desk.spoils(LATER), "s")

    assert outcome.code == 1
    assert f"nobody can tell what is decided: {file_of(LATER)}" in outcome.err
    assert desk.links is None


@pytest.mark.parametrize("links", [{"related": [LATER]}, {}])
def test_what_somebody_changed_since_is_not_taken_back(
    links: dict[str, list[str]], desk: Desk
) -> None:
    outcome = desk.answer("s", desk.writes(OTHER, links=links), "b")

    assert "Not taken back: what you wrote does not stand there any more." in outcome.err
    assert "No link is written." in outcome.err
    assert (desk.links or {}) == links


def test_a_file_that_somebody_removed_is_not_told_to_be_changed(desk: Desk) -> None:
    outcome = desk.answer("s", desk.removes(OTHER))

    assert outcome.out == ""
    assert "No link is written." in outcome.err


def test_a_trial_goes_on_from_its_own_answers(desk: Desk) -> None:
    outcome = desk.answer("s", "b", "d", "e", dry_run=True)

    assert "Would be written: same matter, another ask (1) and distinct (1)." in outcome.err
    assert "related: [" in outcome.out
    assert desk.links is None
