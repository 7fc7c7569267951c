"""The pairs that two readers labelled: rows and hashes of texts that are not ours."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

ENTRIES = list(
    csv.DictReader((Path(__file__).parent / "labels.csv").read_text(encoding="utf-8").splitlines())
)
FIELDS = "pair,set,sample,band,row_a,row_b,hash_a,hash_b,reader_1,reader_2"
DOCUMENTED = Path(__file__).parents[2] / "docs" / "duplicates.md"
SETS = ("fit", "held-out")


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Return Cohen's kappa: how much more two agree than by chance, of what there is to agree."""
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (Counter(labels) for labels in zip(*pairs, strict=True))
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return (observed - chance) / (1 - chance)


def test_a_line_is_a_pair_of_rows_with_what_two_readers_say() -> None:
    assert ",".join(ENTRIES[0]) == FIELDS
    for entry in ENTRIES:
        assert re.fullmatch(r"p[0-9]{4}", entry["pair"])
        assert entry["set"] in SETS
        assert entry["sample"] in {"near", "far", "second"}
        assert re.fullmatch(r"same words|word set|cosine 0\.[0-9]{1,2}", entry["band"])
        assert re.fullmatch(r"[1-9][0-9]* [1-9][0-9]*", f"{entry['row_a']} {entry['row_b']}")
        assert re.fullmatch(r"[0-9a-f]{12} [0-9a-f]{12}", f"{entry['hash_a']} {entry['hash_b']}")
        assert re.fullmatch("[DRN][DRN]", entry["reader_1"] + entry["reader_2"])


def test_no_text_of_others_stands_in_the_file() -> None:
    longest = max(len(value) for entry in ENTRIES for value in entry.values())
    assert longest == 12


def test_pairs_are_numbered_and_no_two_rows_are_labelled_twice() -> None:
    numbers = [entry["pair"] for entry in ENTRIES]
    assert numbers == sorted(set(numbers))
    rows = [frozenset((entry["row_a"], entry["row_b"])) for entry in ENTRIES]
    assert len(set(rows)) == len(rows)
    assert all(len(pair) == 2 for pair in rows)


def test_a_row_has_one_text() -> None:
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        texts[entry["row_a"]].add(entry["hash_a"])
        texts[entry["row_b"]].add(entry["hash_b"])
    assert {len(hashes) for hashes in texts.values()} == {1}


def test_no_row_is_in_both_sets() -> None:
    fit, held_out = (
        {entry[name] for entry in ENTRIES if entry["set"] == one for name in ("row_a", "row_b")}
        for one in SETS
    )
    assert fit
    assert held_out
    assert not fit & held_out


def test_texts_that_are_the_same_are_duplicates_to_both_readers() -> None:
    same = [entry for entry in ENTRIES if entry["hash_a"] == entry["hash_b"]]
    assert {entry["reader_1"] + entry["reader_2"] for entry in same} == {"DD"}


def test_two_readers_agree_far_beyond_chance() -> None:
    assert kappa([(entry["reader_1"], entry["reader_2"]) for entry in ENTRIES]) > 0.9


def test_the_page_says_how_many_pairs_there_are_and_how_far_the_readers_agree() -> None:
    said = [(entry["reader_1"], entry["reader_2"]) for entry in ENTRIES]
    agreed = sum(one == other for one, other in said)
    page = " ".join(DOCUMENTED.read_text(encoding="utf-8").split())
    assert f"{len(said):,} pairs" in page
    assert f"agree on {agreed / len(said):.1%}".replace("%", " %") in page
    assert f"kappa {kappa(said):.2f}" in page
    assert f"the {len(said) - agreed} pairs on which they do not" in page


def test_the_readers_agree_as_well_in_each_set() -> None:
    for one in SETS:
        said = [(e["reader_1"], e["reader_2"]) for e in ENTRIES if e["set"] == one]
        assert kappa(said) > 0.9


def test_no_reader_calls_the_same_what_the_other_would_not_show() -> None:
    assert not {"DN", "ND"} & {entry["reader_1"] + entry["reader_2"] for entry in ENTRIES}


def test_each_set_has_enough_of_each_kind_to_tell_anything() -> None:
    for one in SETS:
        agreed = Counter(
            e["reader_1"] for e in ENTRIES if e["set"] == one and e["reader_1"] == e["reader_2"]
        )
        assert min(agreed["D"], agreed["R"]) > 200
        assert agreed["N"] > 50


def test_kappa_is_one_for_full_agreement_and_nothing_for_chance() -> None:
    assert kappa([("D", "D"), ("R", "R")]) == 1
    assert kappa([("D", "D"), ("D", "R"), ("R", "D"), ("R", "R")]) == 0
