"""The figures in docs/duplicates.md are the matcher's own, and the README shows what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from repositories import run
from support import load_script

PROJECT = Path(__file__).parents[2]
page = load_script(PROJECT / "docs" / "worked_examples.py")


def test_the_tables_of_the_page_are_the_matchers_own() -> None:
    assert page.PAGE.read_text("utf-8") == page.page_now(), "run python docs/worked_examples.py"


@pytest.mark.parametrize(("table", "texts"), [("treaty", page.TREATY), ("other", page.CHILDREN)])
def test_what_is_added_up_by_hand_is_the_score(table: str, texts: Mapping[str, str]) -> None:
    *_, last = page.sums(table, texts, "BC")
    scores = [f"{page.judged(texts['A'], texts[other]).score:.3f}" for other in "BC"]

    assert re.findall(r"\d\.\d{3}", last) == scores


@pytest.mark.parametrize("texts", [page.TREATY, page.CHILDREN], ids=["treaty", "children"])
def test_two_texts_are_as_alike_and_only_one_is_the_same_ask(texts: Mapping[str, str]) -> None:
    same, weaker = (page.judged(texts["A"], texts[other]) for other in "BC")

    assert same.shared.alike == weaker.shared.alike
    assert (same.relation, same.differs_in) == ("duplicate", ())
    assert (weaker.relation, weaker.differs_in) == ("related", ("strength",))


@pytest.mark.parametrize("aspect", page.DIFFERING)
def test_what_differs_is_told_of_each_example(aspect: str) -> None:
    _, one, other = page.DIFFERING[aspect]
    found = page.judged(one, other)

    assert (found.relation, found.differs_in) == ("related", (aspect,))


def test_the_readme_shows_what_dedupe_says() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    block = readme.partition("```text\n$ anbefal dedupe")[2].partition("```")[0]
    options, *lines = block.splitlines()
    said = [
        line.rstrip() for line in run("dedupe", *options.split(), root=PROJECT).out.splitlines()
    ]

    shown = [line for line in lines if line.strip() not in {"", "…"}]
    assert len(shown) > 1
    assert [line for line in shown if line not in said] == []
