"""Closing a meeting only adds to its record, in its own file, and keeps what people wrote there."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anbefal.analysis.closing import Closing, Commitment, asks_of, closing_edits, proposed_id
from anbefal.documents.briefs.brief import build_brief
from anbefal.documents.content.blocks import Points
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Measure
from anbefal.store.changing.applying import apply
from anbefal.store.reading.repository import load
from reading.written_yaml import ODD, SENTENCES
from repositories import criteria_data, dataset, meeting, recommendation, scores, theme
from support import write

FILE = "data/meetings/2022-frihet.yaml"
WRITTEN = """\
# Merknad øverst
id: 2022-frihet   # merknad om id-en
theme: frihet
state: requested  # merknad om tilstanden
requested_on: "2022"

ministries: [ jd ]

# Merknad om løftet
commitments:
- id: brev        # merknad i løftet
  text: {nb: 'Sende et brev'}
# Merknad nederst
"""
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en", "se")
PROMISES = st.builds(
    Commitment,
    words=SENTENCES | ODD.filter(str.strip),
    language=st.sampled_from(LANGUAGES),
    responsible=st.sampled_from([(), ("jd",), ("jd", "juss")]),
    due=st.sampled_from([None, 2023, "2023-06", "2023-06-15"]),
    addresses=st.sampled_from([(), ("cat-2018-16",)]),
    id=st.sampled_from(["brev", "veileder", "lov"]),
)


@given(promises=st.lists(PROMISES, max_size=3), minutes=st.none() | SENTENCES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_only_the_meetings_file_changes_and_every_comment_stays(
    promises: list[Commitment], minutes: str | None
) -> None:
    said: tuple[Language, str] | None = ("nb", minutes) if minutes else None
    closing = Closing("2022-11", (), promises, said)
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {FILE: WRITTEN})
        before = load(root)
        known = before.dataset
        (change,) = apply(root, known, closing_edits(known, "2022-frihet", closing))

    assert change.new is not None
    after = before.changed({change.path: change.new}).dataset.meetings["2022-frihet"]
    assert change.path == FILE
    assert _notes(change.new.decode()) == _notes(WRITTEN)
    assert (after.state, str(after.date)) == ("held", "2022-11")
    assert after.commitments[0] == known.meetings["2022-frihet"].commitments[0]
    assert [_told(one) for one in after.commitments[1:]] == [
        ({one.language: one.words}, one.responsible, one.addresses) for one in promises
    ]
    assert len({one.id for one in after.commitments}) == len(promises) + 1
    assert (after.minutes.nb if after.minutes else None) == minutes


def _told(one: Measure) -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]:
    return one.text.model_dump(exclude_none=True), one.responsible, one.addresses


def _notes(text: str) -> list[str]:
    return [line.partition("#")[2] for line in text.splitlines() if "erknad" in line]


def test_what_somebody_wrote_meanwhile_stands() -> None:
    known = dataset(
        themes=[theme("a")],
        meetings=meeting(
            "m1",
            "a",
            "held",
            date="2022-10-03",
            ministries=["jd"],
            minutes={"nb": "Alt ble sagt."},
            commitments=[{"id": "brev", "text": {"nb": "Sende et brev"}}],
        ),
    )
    late = Closing("2022-11", ("kud",), [Commitment("Ringe", "nb", id="brev")], ("nb", "Annet."))

    (edit,) = closing_edits(known, "m1", late)

    assert getattr(edit, "value", None) == {"id": "brev-2", "text": {"nb": "Ringe"}}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Vi skal sende et lovforslag på høring.", "sende-lovforslag-horing"),
        ("Sende brev", "sende-brev-2"),
        ("Vi skal", "vi-skal"),
        ("…", "lofte"),
        ("Oppfølgingsarbeidet " * 3, "oppfolgingsarbeidet-oppfolgingsarbeidet"),
    ],
)
def test_an_id_is_made_of_the_words_that_tell_something(words: str, name: str) -> None:
    assert proposed_id(words, {"sende-brev"}) == name


def asked(**more: Any) -> Dataset:
    """Return a theme with an ask of two bodies, another, and a concern; the other scores more."""
    given = {"r1": {"c": 1}, "r3": {"c": 4}}
    values = scores("juss", given, recommendations=given)
    return dataset(
        themes=[theme("a")],
        recommendations=[
            recommendation("r1", "a", source={"date": 2018}, links={"same_as": ["r5"]}),
            recommendation("r2", "a", kind="concern"),
            recommendation("r3", "a"),
            recommendation("r4", "b"),
            recommendation("r5", "a", source={"date": 2022}),
        ],
        assessments=[values],
        **{"criteria": criteria_data({"c": 1}), **more},
    )


@pytest.mark.parametrize(
    ("named", "offered"), [((), ["r3", "r5"]), (("r4", "r1"), ["r1", "r4"]), (("r2",), [])]
)
def test_the_asks_are_offered_as_the_brief_of_the_meeting_numbers_them(
    named: tuple[str, ...], offered: list[str]
) -> None:
    known = asked(meetings=meeting("m1", "a", recommendations=list(named)))
    assert known.criteria is not None
    brief = build_brief(known, known.criteria, "a", meeting="m1")

    found = asks_of(known, known.meetings["m1"])

    assert [one.shown.id for one in found] == offered
    asks = next(section for section in brief.sections if section.name == "asks")
    points = [point for block in asks.blocks if isinstance(block, Points) for point in block.points]
    assert [point.lines[0][-1].text for point in points] == [
        one.shown.our_words.nb for one in found
    ]


def test_without_criteria_the_asks_are_offered_by_id() -> None:
    known = asked(criteria=[], meetings=meeting("m1", "a"))

    assert [one.shown.id for one in asks_of(known, known.meetings["m1"])] == ["r5", "r3"]
