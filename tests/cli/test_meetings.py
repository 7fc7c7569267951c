"""`meetings`: the year against the goal, whose turn it is, what could be next, and a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from complete import complete_data, write_files
from repositories import as_yaml, meeting, repository, run, scores, text

MORE = {
    "data/meetings/2022-frihet.yaml": as_yaml(
        meeting("2022-frihet", "frihet", "requested", requested_on="2022-09", ministries=["jd"])
    )
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path, MORE)


def test_the_year_is_told_in_sentences(root: Path) -> None:
    told = " ".join(run("meetings", "--year", "2022", root=root).out.split())

    assert "Målet er 4 møter i året. Ett er holdt og ett er bedt om uten registrert svar." in told
    assert "sendt i september 2022. Ikke noe svar er registrert, etter minst én dag." in told
    assert "Ja: Isolasjon (10. mars 2022)." in told


def test_the_year_is_that_of_the_day_that_is_asked_about(root: Path) -> None:
    assert run("meetings", "--as-of", "2021-05-04", "-f", "json", root=root).data["year"] == 2021


def test_what_happened_after_the_day_is_not_known(root: Path) -> None:
    data = run("meetings", "--as-of", "2022-02-01", "-f", "json", root=root).data

    assert [(one["id"], one["state"]) for one in data["meetings"]] == [
        ("2022-isolasjon", "requested")
    ]
    assert data["unanswered"][0]["waiting_days_min"] == 1
    assert data["as_it_stood"]


def test_json_has_a_list_for_each_table(root: Path) -> None:
    data = run("meetings", "--year", "2022", "-f", "json", root=root).data

    assert list(data)[:5] == ["format_version", "year", "as_of", "as_it_stood", "goal"]
    assert list(data["turns"])[:4] == ["themes", "ministries", "conventions", "networks"]
    assert data["proposal"]["themes"] == ["isolasjon"]
    assert data["goal"]["remaining"] == 3


def test_a_sheet_has_a_row_for_each_meeting(root: Path) -> None:
    lines = run("meetings", "--year", "2022", "-f", "csv", root=root).out.splitlines()

    assert lines[0].startswith("id,theme,theme_name,state,requested_on,date,ministries,")
    assert [line.partition(",")[0] for line in lines[1:]] == ["2022-isolasjon", "2022-frihet"]


def test_a_proposal_that_rests_on_examples_says_so(tmp_path: Path) -> None:
    example = scores("juss", {"isolasjon": {"alvor": 4}}, example=True)
    root = repository(tmp_path, {"data/assessments/2022/juss.yaml": as_yaml(example)})

    assert "EKSEMPEL: Vurderingene i runden «2022» er oppdiktet" in run("meetings", root=root).out


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "ics"])
def test_nothing_internal_is_told(tmp_path: Path, form: str) -> None:
    secret = meeting(
        "2022-frihet", "frihet", "confirmed", date="2022-10-01", internal="zqxhemmelig"
    )
    root = repository(tmp_path, {"data/meetings/2022-frihet.yaml": as_yaml(secret)})
    outcome = run("meetings", "--year", "2022", "-f", form, root=root)

    assert outcome.code == 0
    assert "frihet" in outcome.out
    assert "zqxhemmelig" not in outcome.out + outcome.err


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_every_language_has_words_for_a_complete_record(
    tmp_path: Path, language: str, form: str
) -> None:
    root = write_files(tmp_path, complete_data())
    outcome = run("meetings", "--year", "2022", "--lang", language, "-f", form, root=root)

    assert outcome.code == 0
    assert "{" not in outcome.out


def test_a_calendar_has_the_meetings_with_a_day_and_tells_of_the_others(root: Path) -> None:
    outcome = run("meetings", "--all", "-o", "moter.ics", root=root)

    assert outcome.out == "moter.ics\n"
    assert outcome.err == "Not in the calendar, because no day is known: 2022-frihet.\n"
    events = Calendar.from_ical((root / "moter.ics").read_bytes()).walk("VEVENT")
    assert [event["summary"] for event in events] == ["Holdt: møte om Isolasjon"]


def test_an_empty_calendar_is_not_written(root: Path) -> None:
    outcome = run("meetings", "--year", "2019", "-o", "moter.ics", root=root)

    assert outcome.code == 2
    assert "Nothing of 2019 has a known day" in outcome.err
    assert not (root / "moter.ics").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--year", "22"], "22 is outside the years 1945 to 2100."),
        (["--all"], "--all and --deadlines are for the calendar."),
        (["-o", "moter.pdf"], "cannot be written as .pdf"),
        (["-f", "json", "-o", "x.csv"], "x.csv ends in .csv, and --format says json."),
        (["--year", "2022", "close", "2022-frihet"], "--year stands before 'close'."),
    ],
)
def test_words_that_do_not_go_together_are_told_of(root: Path, words: list[str], told: str) -> None:
    outcome = run("meetings", *words, root=root)

    assert outcome.code == 2
    assert told in outcome.err


def test_names_stand_literally(tmp_path: Path) -> None:
    name = "*Fet* | [lenke](x) `kode` <b>"
    themes = [{"id": one, "name": text(name)} for one in ("frihet", "isolasjon", "hatytringer")]
    root = repository(tmp_path, {"data/themes.yaml": as_yaml(themes)})

    assert name in run("meetings", "--year", "2022", root=root).out
    assert name not in run("meetings", "--year", "2022", "-f", "md", root=root).out


def test_a_ministry_that_has_led_is_told_apart(root: Path) -> None:
    assert "(10. mars 2022, hovedansvarlig én gang)" in run("meetings", root=root).out
