"""The figures in docs/duplicates.md are the matcher's own, and the README shows what it says.

`python tests/duplicates/test_documented_example.py` writes the tables of the page anew, after the
weights were fitted again; the sentences around them must then be read.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.features import (
    Read,
    other_features,
    prepared,
    subject_features,
    treaty_features,
)
from anbefal.analysis.duplicates.judging import judge
from anbefal.analysis.duplicates.obligations import obligation_of
from anbefal.analysis.duplicates.pairs import Judgement

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs" / "duplicates.md"
WEIGHTS = tomllib.loads(
    files("anbefal.analysis.duplicates").joinpath("weights.toml").read_text("utf-8")
)

READ = (
    "The State party should continue its efforts to ratify OP-CAT, and train police officers in "
    "how to investigate hate crime, in particular against Muslims."
)

TREATY = {
    "A": "Ratify the Optional Protocol to the Convention against Torture.",
    "B": "Ratify OP-CAT promptly, without delay.",
    "C": "Consider ratifying OPCAT without delay.",
}
CHILDREN = {
    "A": "Prohibit corporal punishment of children.",
    "B": "Explicitly prohibit corporal punishment of children everywhere, without delay.",
    "C": "Consider prohibiting corporal punishment of children everywhere, without delay.",
}
"""A text, the same ask in other words, and one that is as alike and another ask."""

DIFFERING = {
    "strength": (
        "Ratify the Convention on Enforced Disappearance.",
        "Continue efforts to ratify the Convention on Enforced Disappearance.",
    ),
    "instrument": ("Ratify ILO Convention 169.", "Ratify ILO Convention No. 189."),
    "group": (
        "Make sure that asylum seekers have access to legal aid.",
        "Make sure that persons in police custody have access to legal aid.",
    ),
    "action": (
        "Draw up an action plan against hate speech.",
        "Collect statistics on hate speech.",
    ),
    "part-of": (
        "Ratify the Istanbul Convention.",
        "Amend the law on rape, fund shelters for women, ratify the Istanbul Convention.",
    ),
    "subject": ("Combat trafficking in children.", "Combat child labour."),
}

MISJUDGED = (
    (
        "Adopt a national action plan against racism.",
        "Adopt municipal action plans against racism.",
        "duplicate",
        "other authorities",
    ),
    (
        CHILDREN["A"],
        "Prohibit corporal punishment of children in schools.",
        "duplicate",
        "a part of it",
    ),
    (
        "Adopt a national action plan on violence against women.",
        "Evaluate the national action plan on violence against women.",
        "duplicate",
        "another action",
    ),
    (
        "Close the pay gap between women and men.",
        "Make sure that women earn what men earn for the same work.",
        "related",
        "the same ask",
    ),
    (
        "Abolish the death penalty.",
        "Establish a moratorium on executions.",
        "nothing",
        "related",
    ),
)
"""Two texts, what the matcher says of them, and what somebody who reads them says."""


def read(text: str) -> Read:
    return prepared(read_ask(text, "en"))


def judged(one: str, other: str) -> Judgement:
    return judge(read(one), read(other))


def features(table: str, one: str, other: str) -> Mapping[str, float]:
    a, b = read(one), read(other)
    if table == "subject":
        return subject_features(a, b)
    first, second = obligation_of(a.ask), obligation_of(b.ask)
    assert bool(first and second) == (table == "treaty"), "the matcher takes the other table"
    return treaty_features(a, b, first, second) if first and second else other_features(a, b)


def number(value: float) -> str:
    """Return a number as it is, which four decimals must be enough for."""
    assert math.isclose(value, round(value, 4)), f"{value} cannot be written out"
    return f"{value:.4f}".rstrip("0").rstrip(".")


def signed(value: Decimal) -> str:
    return f"{value:+.2f}" if value == round(value, 2) else f"{value.normalize():+f}"


def sums(table: str, texts: Mapping[str, str], others: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a table that adds up the weights of A beside each of the others."""
    pairs = [features(table, texts["A"], texts[other]) for other in others]
    yield f"| feature | weight |{''.join(f' A and {one} | adds |' for one in others)}"
    yield "|---|--:|" + "--:|--:|" * len(pairs)
    weights = {name: Decimal(str(weight)) for name, weight in WEIGHTS[table].items()}
    begin = weights.pop("constant")
    totals = [begin for _ in pairs]
    yield f"| constant | |{f' | {signed(begin)} |' * len(pairs)}"
    for name, weight in weights.items():
        row = f"| {name} | {signed(weight)} |"
        for place, pair in enumerate(pairs):
            value = number(pair[name])
            totals[place] += weight * Decimal(value)
            row += f" {value} | {signed(weight * Decimal(value))} |" if pair[name] else " | |"
        if any(pair[name] for pair in pairs):
            yield row
    yield f"| **sum** | |{''.join(f' | {signed(one)} |' for one in totals)}"
    likely = [1 / (1 + math.exp(-one)) for one in totals]
    yield f"| **probability** | |{''.join(f' | **{one:.3f}** |' for one in likely)}"


def example(table: str, texts: Mapping[str, str]) -> Iterator[str]:
    yield from (f"- {letter}: *{text}*" for letter, text in texts.items())
    yield ""
    yield from sums(table, texts, "BC")


def reading() -> Iterator[str]:
    parts = read_ask(READ, "en").parts
    yield f"*{READ}*"
    yield ""
    yield f"| |{''.join(f' ask {number} |' for number, _ in enumerate(parts, 1))}"
    yield "|---|" + "---|" * len(parts)
    for name in ("strength", "deed", "actions", "instruments", "groups", "subjects"):
        found = (getattr(part, name) for part in parts)
        yield f"| {name} |{''.join(f' {cell(one)} |' for one in found)}"
    yield f"| the ask itself |{''.join(f' {cell(part.core)} |' for part in parts)}"
    yield f"| details |{''.join(f' {cell(part.details)} |' for part in parts)}"


def cell(found: str | Iterable[str]) -> str:
    words = [found] if isinstance(found, str) else found
    return " ".join(
        f"`{one}`" for one in (sorted(words) if isinstance(words, frozenset) else words)
    )


def differing() -> Iterator[str]:
    meaning = {
        "strength": "how strongly it is asked",
        "instrument": "which treaty or body",
        "group": "whom it concerns",
        "action": "what kind of thing is to be done",
        "part-of": "the one is a minor part of the other",
        "subject": "another subject in the same field",
    }
    yield "| value | what differs | for instance | and |"
    yield "|---|---|---|---|"
    for value, (one, other) in DIFFERING.items():
        yield f"| `{value}` | {meaning[value]} | {one} | {other} |"


def misjudged() -> Iterator[str]:
    yield "| one text | the other | the matcher | a reader |"
    yield "|---|---|---|---|"
    for one, other, _, truth in MISJUDGED:
        found = judged(one, other)
        yield f"| {one} | {other} | {found.relation}, {found.score:.3f} | {truth} |"


BLOCKS: Mapping[str, Callable[[], Iterable[str]]] = {
    "reading": reading,
    "treaty": lambda: example("treaty", TREATY),
    "other": lambda: example("other", CHILDREN),
    "subject": lambda: sums("subject", CHILDREN, "C"),
    "differing": differing,
    "misjudged": misjudged,
}


def page_now() -> str:
    """Return the page with its tables as the matcher makes them."""
    page = PAGE.read_text("utf-8")
    for name, lines in BLOCKS.items():
        begin, end = f"<!-- {name}: made by the tests -->\n", f"<!-- end of {name} -->"
        made = "\n".join(lines())
        page, count = re.subn(
            f"(?<={re.escape(begin)}).*?(?={re.escape(end)})",
            lambda _, made=made: f"\n{made}\n\n",
            page,
            flags=re.DOTALL,
        )
        assert count == 1, f"the page has no place for {name!r}"
    return page


def test_the_tables_of_the_page_are_the_matchers_own() -> None:
    assert PAGE.read_text("utf-8") == page_now(), f"run python {Path(__file__).name}, and read it"


@pytest.mark.parametrize(("table", "texts"), [("treaty", TREATY), ("other", CHILDREN)])
def test_what_is_added_up_by_hand_is_the_score(table: str, texts: Mapping[str, str]) -> None:
    *_, last = sums(table, texts, "BC")
    scores = [f"{judged(texts['A'], texts[other]).score:.3f}" for other in "BC"]

    assert re.findall(r"\d\.\d{3}", last) == scores


@pytest.mark.parametrize("texts", [TREATY, CHILDREN], ids=["treaty", "children"])
def test_two_texts_are_as_alike_and_only_one_is_the_same_ask(texts: Mapping[str, str]) -> None:
    same, weaker = (judged(texts["A"], texts[other]) for other in "BC")

    assert same.shared.alike == weaker.shared.alike
    assert (same.relation, same.differs_in) == ("duplicate", ())
    assert (weaker.relation, weaker.differs_in) == ("related", ("strength",))


@pytest.mark.parametrize("aspect", DIFFERING)
def test_what_differs_is_told_of_each_example(aspect: str) -> None:
    found = judged(*DIFFERING[aspect])

    assert (found.relation, found.differs_in) == ("related", (aspect,))


@pytest.mark.parametrize(("one", "other", "said"), [row[:3] for row in MISJUDGED])
def test_what_the_page_calls_misjudged_still_is(one: str, other: str, said: str) -> None:
    assert judged(one, other).relation == said, "if that is better, take it off the page"


def test_the_readme_shows_what_dedupe_says() -> None:
    from repositories import run  # not at the top: the script that writes the page has no tests

    readme = (PROJECT / "README.md").read_text("utf-8")
    block = readme.partition("```text\n$ anbefal dedupe")[2].partition("```")[0]
    options, *lines = block.splitlines()
    said = [
        line.rstrip() for line in run("dedupe", *options.split(), root=PROJECT).out.splitlines()
    ]

    shown = [line for line in lines if line.strip() not in {"", "…"}]
    assert len(shown) > 1
    assert [line for line in shown if line not in said] == []


if __name__ == "__main__":
    PAGE.write_text(page_now(), "utf-8")
