"""What the browser searches in: all that is public, none of the rest, and nothing that runs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from anbefal.documents.site import assets
from anbefal.documents.site.searching.scripts import script
from anbefal.errors import Unreadable
from searching import COMPOUND, HARD, HOSTILE, RANGE, files_to_search, world


@pytest.fixture(scope="module", name="files")
def _files() -> Mapping[str, bytes]:
    return files_to_search()


def value(content: bytes) -> Any:
    return json.loads(content.decode().partition("=")[2].partition("=")[2].strip(";\n"))


def rows(files: Mapping[str, bytes], name: str) -> dict[str, list[Any]]:
    ids = [row[0] for row in value(files["assets/records.js"])["rows"]]
    return dict(zip(ids, value(files[name])["rows"], strict=True))


def test_every_record_is_there_with_all_its_texts(files: Mapping[str, bytes]) -> None:
    found = rows(files, "assets/records.js")

    assert list(found) == sorted(world().recommendations)
    assert found[RANGE][-2:] == [
        ["nb", "Voldtektsofre må få vern.", "nn", "Valdtektsoffer må få vern."],
        ["en", "Ensure that victims of rape are protected."],
    ]


def test_each_language_says_which_text_it_shows_and_whether_that_is_official(
    files: Mapping[str, bytes],
) -> None:
    shown = {one: rows(files, f"{one}/search-data.js")[RANGE][2:] for one in ("nb", "nn", "en")}

    assert shown == {"nb": ["nb", 0], "nn": ["nn", 0], "en": ["en", 1]}


def test_what_both_tracks_reached_stands_apart(files: Mapping[str, bytes]) -> None:
    values = value(files["assets/records.js"])["ids"]["value"]
    row = rows(files, "assets/records.js")["cat-2018-17"]

    assert [values[row[9]], values[row[10]]] == ["in-progress", "nothing"]


def test_nothing_internal_is_in_any_file(files: Mapping[str, bytes]) -> None:
    assert [name for name, content in files.items() if b"hemmelig" in content] == []


def test_no_text_ends_a_script(files: Mapping[str, bytes]) -> None:
    assert rows(files, "assets/records.js")[HARD][-2][1].endswith(HOSTILE)
    assert b"<" not in files["assets/records.js"]
    assert "\u2028".encode() not in script("a", "one\u2028two")


def test_the_form_offers_what_some_record_has(files: Mapping[str, bytes]) -> None:
    page = files["nb/search.html"].decode()
    offered = re.findall(r'name="(\w+)" value="([^"]+)"', page)

    values = {name: [value for one, value in offered if one == name] for name, _ in offered}
    assert values["ministry"] == ["-", "bfd", "jd"]  # and that none is recorded
    assert values["theme"] == ["barn", "fengsel", "vold"]
    assert values["reported"] == ["in-progress", "nothing"]
    assert values["assessed"] == ["nothing"]
    assert values["position"] == ["partly-supported"]
    assert values["kind"] == ["recommendation", "concern"]
    assert re.findall(r"<option>(\d+)", page)[:5] == ["2025", "2024", "2023", "2018", "2017"]


def test_groups_are_called_as_the_settings_name_them(files: Mapping[str, bytes]) -> None:
    told = {one: files[f"{one}/search.html"].decode() for one in ("nb", "en")}

    assert 'value="innsatte"> <span>frihetsberøvede</span>' in told["nb"]
    assert 'value="innsatte"> <span lang="nb">frihetsberøvede</span>' in told["en"]


def test_without_scripts_the_page_leads_to_the_lists(files: Mapping[str, bytes]) -> None:
    told = files["nn/search.html"].decode().split("<noscript>")[1].split("</noscript>")[0]

    assert re.findall(r'href="([^"]+)"', told) == [
        f"../nn/index.html#{one}" for one in ("themes", "ministries", "bodies")
    ]


def test_the_licences_of_what_is_bundled_are_there(files: Mapping[str, bytes]) -> None:
    told = files["assets/licences.txt"].decode()

    assert told.index("@orama/stemmers ") < told.index("minisearch ")
    assert "Permission is hereby granted" in told


def test_a_missing_script_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_BUILT", tmp_path)

    with pytest.raises(Unreadable, match="is missing") as told:
        assets.asset_files()
    assert "pip install" in told.value.hint


def test_a_record_that_is_verified_is_known_as_that(files: Mapping[str, bytes]) -> None:
    found = rows(files, "assets/records.js")

    assert (found[COMPOUND][12], found[HARD][12]) == (1, 0)
