"""What holds for every merged text: it says what the merged values say, and no line is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.store.merging.files import merge_files
from anbefal.store.merging.merge import merge
from anbefal.store.reading.reader import parse
from merging.teams import LAST, RECORD, text_of

BASE = text_of(RECORD)
EDITS = (
    ("kind: recommendation\n", "# en merknad\nkind: recommendation\n"),
    ("kind: recommendation\n", "kind: concern  # ingen oppfordring\n"),
    ("themes: [isolasjon, frihet]", "themes: [frihet, isolasjon]"),
    ("themes: [isolasjon, frihet]", "themes: [isolasjon, frihet, politi]"),
    ("ministries: [jd]", "ministries: [jd, hod]"),
    ("ministries: [jd]", "ministries: [jd, bfd]  # avklart"),
    (LAST, LAST + "  - {date: 2021-01-01, track: assessed, by: nim, value: contrary}\n"),
    (LAST, LAST + "  # fra brevet\n  - {date: 2022, track: reported, by: jd, value: contrary}\n"),
    (LAST, LAST.replace("implemented}", "implemented, note: 'Ny: ja # nei'}")),
    (LAST, LAST.replace("partly-", "")),
    (LAST, ""),
    ('paragraph: "16"', 'paragraph: "17"'),
    ("document: CAT/C/NOR/CO/8", "document: CAT/C/NOR/CO/7"),
    ("verified: false", "verified: true"),
    ("links:\n", "links:\n  related: [upr-2019-140-10]\n"),
)  # fmt: skip
edited = st.sets(st.sampled_from(EDITS), max_size=4)


def changed(edits: set[tuple[str, str]]) -> str:
    text = BASE
    for old, new in sorted(edits):
        text = text.replace(old, new, 1)
    return text


def new_comments(text: str) -> set[str]:
    return {
        word for word in ("# en merknad", "# ingen", "# avklart", "# fra brevet") if word in text
    }


@settings(max_examples=40)
@given(edited, edited)
def test_a_merged_text_says_what_the_values_say(
    hers: set[tuple[str, str]], his: set[tuple[str, str]]
) -> None:
    texts = BASE, changed(hers), changed(his)
    outcome = merge_files(RECORD, *(text.encode() for text in texts))
    values = merge(*(parse("", text.encode()).value for text in texts))
    text = (outcome.data or b"").decode()

    assert new_comments(texts[1]) | new_comments(texts[2]) <= new_comments(text)
    if outcome.clean:
        assert values.conflicts == ()
        assert parse("", text.encode()).value == values.value
    else:
        assert "<<<<<<<" in text
        added = set(texts[1].splitlines()) ^ set(texts[2].splitlines())
        assert added - set(BASE.splitlines()) <= set(text.splitlines())
