"""Whatever an assessment holds goes out and comes back as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anbefal.analysis.filling import fill
from anbefal.analysis.scoring import Given, score_changes
from anbefal.exchange.scoresheet.reading import read_score_sheet
from anbefal.exchange.workbooks import read_workbook
from anbefal.model.assessment import Assessment
from exchange.sheets import exported, world
from exchange.sheets import given as assessment

ODD = [
    "=1+1",
    "@a",
    "-b",
    "a\ufffe",
    "\uffff",
    "\t a",
    "'",
    "0",
    "😀",
    "<&>",
    "<r>a</r>",
    "a\n\nb",
    "_x0041_",
    "_x000D_å",
    "_x005F_x0041_x005F_",
    "_x005f_x000d_",
    "\u00a0",
]
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\ufeff",
)
WORDS = (st.sampled_from(ODD) | st.text(LETTERS, min_size=1, max_size=20)).filter(str.strip)
VALUES = st.floats(0, 4) | st.integers(0, 4).map(float)
CRITERIA = st.sampled_from(["alvor", "hast"])
ENTRIES = st.fixed_dictionaries(
    {
        "values": st.dictionaries(CRITERIA, VALUES | st.none()),
        "reasons": st.dictionaries(CRITERIA, WORDS),
        "dissent": WORDS | st.none(),
    }
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=ENTRIES, language=st.sampled_from(["nb", "nn", "en"]))
def test_a_sheet_that_nobody_touched_says_what_the_assessment_says(
    tmp_path: Path, entry: dict[str, Any], language: str
) -> None:
    data = world(assessments=[assessment({}, scores=[{"theme": "bolig", **entry}])])
    known: Assessment = data.assessments[0]
    path = tmp_path / "ark.xlsx"
    path.write_bytes(exported(data, language))
    assert data.criteria is not None

    sheet = read_score_sheet(read_workbook(path), data, data.criteria)
    offered = [Given(i.level, i.item, i.values, i.reasons, i.dissent) for i in sheet.items]
    by_itself = fill(known, offered, clear=True)
    assert sheet.exported is not None
    filling = fill(known, offered, sheet.exported.places, clear=True)

    assert sheet.findings == ()
    assert sheet.date == known.date
    assert score_changes(known, by_itself.given) == ()
    assert score_changes(known, filling.given) == ()
    assert filling.conflicts == ()
