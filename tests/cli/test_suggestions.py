"""A name that is not there gets the nearest one that is."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from repositories import recommendation, repository, run


@pytest.mark.parametrize(
    ("command", "nearest"),
    [
        (("show", "cat-2018-61"), "cat-2018-16"),
        (("list", "--theme", "isolasjn"), "isolasjon"),
        (("list", "--body", "ccrp"), "ccpr"),
        (("list", "--meeting", "2021-isolasjon"), "2022-isolasjon"),
        (("list", "--kind", "concerns"), "concern"),
        (("list", "--reported", "in-progres"), "in-progress"),
        (("prioritize", "--theme", "isolasjn"), "isolasjon"),
        (("prioritize", "--round", "2021"), "2022"),
        (("prioritize", "--explain", "isolasjn"), "isolasjon"),
        (("brief", "--theme", "isolasjn"), "isolasjon"),
        (("schema", "recommendations"), "recommendation"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_did_you_mean(tmp_path: Path, command: tuple[str, ...], nearest: str) -> None:
    outcome = run(*command, root=repository(tmp_path))

    assert outcome.code == 2
    assert f"Did you mean '{nearest}'?" in outcome.err


def test_a_name_like_no_other_gets_no_suggestion(tmp_path: Path) -> None:
    outcome = run("show", "xyzzy", root=repository(tmp_path))

    assert "Did you mean" not in outcome.err
    assert "There is no record 'xyzzy'." in outcome.err


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_a_group_is_found_in_composed_and_decomposed_letters(
    tmp_path: Path, written: str, asked: str
) -> None:
    record = recommendation("cat-2020-4", "isolasjon", groups=[normalize(written, "på Åna")])
    root = repository(tmp_path, {"data/recommendations/cat/cat-2020-4.yaml": record})

    outcome = run("list", "--group", normalize(asked, "på Åna"), "-f", "json", root=root)

    assert [one["id"] for one in outcome.data["recommendations"]] == ["cat-2020-4"]
