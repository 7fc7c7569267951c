from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from anbefal.cli.publishing.building import build_site
from anbefal.cli.publishing.files import Maker, Pages
from anbefal.cli.publishing.kept import LIST, OWN
from anbefal.cli.publishing.tasks import tasks
from anbefal.documents.site.addresses import Address, record_stem
from anbefal.documents.site.site_data import site_data
from anbefal.exchange.outgoing.guarding import unguarded
from anbefal.store.reading.repository import load
from anbefal.wording import LANGUAGES
from complete import as_dataset, complete_data
from documents.pages import normal, shown_text, structure
from documents.test_hostile_text import EVERYTHING, Planter
from privacy.test_internal_notes import NOTE, with_secrets
from site_links import faults

NEVER_SHOWN = (NOTE, "Kari Nordmann", "Ola Nordmann", "Alle var enige", "Noen av oss er uenige")

SHOWN = {"Text.nb", "Text.en", "Source.document", "Source.paragraph", "Grade.value", "Update.note"}
"""Fields that pages show, among others."""
_MARK = re.compile(r"felt\d+x")


def files_of(files: dict[str, Any]) -> dict[str, bytes]:
    """Return the files of a site, path to content, of records in memory."""
    maker = Maker(site_data(as_dataset(files)), "nb")
    made = [one for stage in tasks(maker.site, 1) for task in stage for one in maker.files(task)]
    assert len(made) == len(dict(made)), "a file is made twice"
    return dict(made)


def hostile(words: str) -> tuple[dict[str, bytes], Planter]:
    """Return a site with words before and after a mark in every text of its records."""
    doubled = words.replace("{", "{{").replace("}", "}}")
    planter = Planter(f"{doubled} {{mark}} {doubled}")
    return files_of(planter.plant(complete_data())), planter


@cache
def hostile_site() -> tuple[dict[str, bytes], Planter]:
    return hostile(EVERYTHING)


def there(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and (one.parent.name != OWN or one.name == LIST)
    }


def opened(path: str, data: bytes) -> Iterator[str]:
    """Yield all that a file holds, the parts of a workbook each by itself."""
    yield data.decode("latin-1")
    if path.endswith(".xlsx"):
        with ZipFile(BytesIO(data)) as book:
            yield from (book.read(name).decode() for name in book.namelist())


def cells_of(path: str, data: bytes) -> Iterator[str]:
    """Yield the texts of a table as a spreadsheet shows them."""
    if path.endswith(".xlsx"):
        for page in load_workbook(BytesIO(data)):
            yield from (str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    else:
        lines = csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";")
        yield from (unguarded(cell) for line in lines for cell in line)


def test_every_link_of_a_site_leads_somewhere(public: Path) -> None:
    assert faults(public) == []


def test_no_file_holds_what_is_not_for_the_public() -> None:
    data = complete_data()
    with_secrets(data)
    made = files_of(data)

    shown = [words for path, content in made.items() for words in opened(path, content)]
    assert [words for words in NEVER_SHOWN for one in shown if words in one] == []
    assert [one for one in shown if one.startswith("<?xml") and "La ingen sitte isolert" in one]


def test_hostile_text_is_shown_literally_on_every_page() -> None:
    made, planter = hostile_site()
    texts = {mark: (where, normal(words)) for mark, (where, words) in planter.planted.items()}
    shown = {
        path: shown_text(data.decode(), "html")
        for path, data in made.items()
        if path.endswith(".html")
    }
    found = [(path, one) for path, text in shown.items() for one in set(_MARK.findall(text))]

    assert {texts[mark][0] for _, mark in found} >= SHOWN
    assert [
        (path, texts[mark][0]) for path, mark in found if texts[mark][1] not in shown[path]
    ] == []


def test_hostile_text_never_changes_the_structure_of_a_page() -> None:
    made, _ = hostile_site()
    plain, _ = hostile(re.sub(r"\S", "o", EVERYTHING))

    assert made.keys() == plain.keys()
    assert [
        path
        for path, data in made.items()
        if path.endswith(".html")
        and structure(data.decode(), "html") != structure(plain[path].decode(), "html")
    ] == []


def test_hostile_text_stays_text_in_every_table() -> None:
    made, planter = hostile_site()
    texts = {mark: normal(words) for mark, (_, words) in planter.planted.items()}

    wrong = [
        (path, cell)
        for path, data in made.items()
        if path.endswith((".xlsx", ".csv"))
        for cell in map(normal, cells_of(path, data))
        for mark in _MARK.findall(cell)
        if not cell.startswith(("[", "{")) and texts[mark] not in cell
    ]
    assert wrong == []


def test_hostile_text_does_not_end_a_script() -> None:
    made, _ = hostile_site()
    scripts = [data.decode() for path, data in made.items() if path.endswith(".js")]

    assert scripts
    assert not [one for one in scripts if "</script" in one.lower() or "<!--" in one]


def test_every_json_file_can_be_read() -> None:
    made, _ = hostile_site()
    read = [json.loads(data) for path, data in made.items() if path.endswith(".json")]

    assert {one["format_version"] for one in read} == {1}


def test_another_process_makes_the_same_files_as_this_one(
    public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}.items():
        monkeypatch.setenv(name, value)  # for the processes that are started
    site = site_data(load(public.parent).dataset)

    built = build_site(site, tmp_path, "nb", processes=1)

    assert there(tmp_path) == there(public)
    assert (built.written, built.removed) == (built.files, 0)


def test_the_records_of_a_group_are_one_json_file_for_all_languages() -> None:
    made = files_of(complete_data())
    group = json.loads(made["data/bodies/ccpr.json"])

    assert group == json.loads(made["records/ccpr-2018-15b.json"])
    assert [one for one in made if one.endswith("/bodies/ccpr.json")] == ["data/bodies/ccpr.json"]
    for language in LANGUAGES:
        assert b'href="../../data/bodies/ccpr.json"' in made[f"{language}/bodies/ccpr.html"]


@pytest.mark.parametrize(("key", "name"), [("nul", "nul-"), ("com1", "com1-"), ("null", "null")])
def test_no_file_has_the_name_of_a_device_of_windows(key: str, name: str) -> None:
    assert Address("theme", key).path("nb") == f"nb/themes/{name}.html"
    assert record_stem(key) == f"records/{name}"


def test_what_pages_lead_to_is_made_before_the_pages() -> None:
    first, second = tasks(site_data(as_dataset(complete_data())), 2)

    assert not [one for one in first if isinstance(one, Pages)]
    assert not [one for one in second if not isinstance(one, Pages)]


def test_a_text_too_long_for_a_cell_is_cut_there_and_whole_in_the_other_files() -> None:
    files = complete_data()
    long = "ord " * 25_000
    files["data/recommendations/cat-2012-9.yaml"]["text"] = {"nb": long}

    made = files_of(files)

    sheet = load_workbook(BytesIO(made["records/cat-2012-9.xlsx"])).worksheets[0]
    (cut,) = (one.value for one in sheet[2] if str(one.value).startswith("ord ord"))
    assert cut.endswith(" …")
    assert long.strip() in made["records/cat-2012-9.json"].decode()
