"""`meetings close` asks what was promised and writes it at once; nobody loses an answer."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anbefal.cli import stopping
from anbefal.cli.app import app
from repositories import Outcome, as_yaml, meeting, repository, run
from support import BASE

FILE = "data/meetings/2022-frihet.yaml"
HELD = "data/meetings/2022-isolasjon.yaml"
ASKED = """\
# Merknad øverst
id: 2022-frihet
theme: isolasjon
state: requested   # merknad
requested_on: 2022-09
ministries: [jd, kud]
"""
DAY = "2022-09-28"
PROMISE = ("Vi skal sende et lovforslag på høring.", "", "2023-06", "1", "")
"""Words, who (as proposed), by when, what it follows up, and that it is right."""
WRITTEN = """\
commitments:
  - id: sende-lovforslag-horing
    text:
      nb: Vi skal sende et lovforslag på høring.
    responsible: [jd]
    due: 2023-06
    addresses: [cat-2018-16]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path, {FILE: ASKED})


def answer(
    root: Path, *lines: str, options: tuple[str, ...] = (), name: str = "2022-frihet"
) -> Outcome:
    """Run the program with these answers in its input, which ends after them."""
    given = "".join(f"{line}\n" for line in lines)
    words = ["meetings", "close", name, "--root", str(root), *options]
    result = CliRunner().invoke(app, words, input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def read(root: Path, file: str = FILE) -> str:
    return (root / file).read_text(encoding="utf-8")


def test_a_meeting_becomes_held_and_its_promises_are_written(root: Path) -> None:
    outcome = answer(root, DAY, *PROMISE, "", "Alle møtte.", "")

    assert (outcome.code, outcome.out) == (0, f"changed {FILE}\n")
    held = ASKED.replace("requested   #", "held   #").replace(
        "ministries:", f"date: {DAY}\nministries:"
    )
    assert read(root) == f"{held}{WRITTEN}minutes:\n  nb: Alle møtte.\n"
    assert run("validate", root=root).code == 0


def test_it_ends_with_the_documents_that_show_the_promises(root: Path) -> None:
    told = answer(root, DAY, "", "").err

    assert "  anbefal minutes 2022-frihet\n" in told
    assert told.endswith("  anbefal brief --theme isolasjon\n")


def test_the_asks_of_the_theme_are_offered_with_the_numbers_of_the_brief(root: Path) -> None:
    told = answer(root, DAY, *PROMISE).err

    assert "notatet til møtet (anbefal brief --meeting 2022-frihet)" in told
    assert "\n1  Torturkomiteen 2018, avsn.\u00a016: " in told
    assert "\n2  " not in told
    assert "5 Gjelder cat-2018-16 " in told


def test_parts_of_a_promise_can_be_mended_before_it_is_confirmed(root: Path) -> None:
    mended = ("1", "We will consult.", "2", "en", "3", "KUD, jd", "4", "-", "5", "-", "6", "horing")
    answer(root, DAY, *PROMISE[:-1], *mended, "", "", "")

    assert read(root).endswith(
        "commitments:\n"
        "  - id: horing\n"
        "    text:\n"
        "      en: We will consult.\n"
        "    responsible: [kud, jd]\n"
    )


def test_a_promise_can_be_dropped(root: Path) -> None:
    answer(root, DAY, *PROMISE[:-1], "n", "", "")

    assert "commitments" not in read(root)
    assert "state: held" in read(root)


@pytest.mark.parametrize("ending", [("q",), ()], ids=["q", "end of input"])
def test_who_stops_keeps_what_was_confirmed(root: Path, ending: tuple[str, ...]) -> None:
    outcome = answer(root, DAY, *PROMISE, "Politiet skal læres opp.", "jd", *ending)

    assert outcome.code == 0
    assert read(root).endswith(WRITTEN)
    assert "ikke bekreftet og blir ikke skrevet: Politiet skal læres opp." in outcome.err


def test_who_stops_before_a_promise_is_confirmed_changes_nothing(root: Path) -> None:
    outcome = answer(root, DAY, *PROMISE[:-1], "q")

    assert outcome.err.endswith("Ingenting er endret.\n")
    assert read(root) == ASKED


@pytest.mark.parametrize(
    ("lines", "after"), [((DAY, *PROMISE), WRITTEN), ((DAY, *PROMISE[:2]), ASKED[-10:])]
)
def test_an_interruption_writes_what_was_confirmed_and_no_more(
    root: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], after: str
) -> None:
    def typed() -> Iterator[str]:
        yield from lines
        signal.raise_signal(signal.SIGINT)

    given = typed()
    monkeypatch.setattr(stopping, "_line", lambda: next(given))
    outcome = answer(root)

    assert outcome.code == 130
    assert read(root).endswith(after)


def test_a_trial_shows_the_change_and_writes_nothing(root: Path) -> None:
    outcome = answer(root, DAY, *PROMISE, "", "", options=("--dry-run",))

    assert "+state: held   # merknad\n" in outcome.out
    assert read(root) == ASKED


def test_a_held_meeting_is_only_added_to(tmp_path: Path) -> None:
    root, before = repository(tmp_path), (BASE / HELD).read_text(encoding="utf-8")
    outcome = answer(root, "Lage en film", "", "", "", "", "", "", name="2022-isolasjon")

    assert outcome.code == 0
    assert "Når ble møtet holdt?" not in outcome.err
    assert "Løfte 2: Hva ble lovet?" in outcome.err
    added = "  - id: lage-film\n    text:\n      nb: Lage en film\n    responsible: [jd]\n"
    assert read(root, HELD) == before + added


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path)
    outcome = answer(root, "", "", name="2022-isolasjon")

    assert (outcome.code, outcome.out) == (0, "")
    assert read(root, HELD) == (BASE / HELD).read_text(encoding="utf-8")


def test_ministries_are_asked_for_where_the_meeting_names_none(tmp_path: Path) -> None:
    plan = meeting("2022-frihet", "hatytringer", "planned")
    root = repository(tmp_path, {FILE: as_yaml(plan)})
    outcome = answer(root, DAY, "", "", "")

    assert "[Enter: Kulturdepartementet og Justisdepartementet" in outcome.err
    assert "ministries: [kud, jd]" in read(root)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("i fjor",), "'i fjor': a date is written YYYY-MM-DD"),
        (("2022-08",), "Det er før møtet ble bedt om (i september 2022)."),
        (("2099",), "Den dagen er ikke kommet ennå."),
        (("",), "Dette må besvares."),
        ((DAY, "Å lage en veileder", "jdd"), "There is no actor 'jdd'."),
        ((DAY, "Å lage en veileder", "", "2021"), "Det er før møtet ble holdt"),
        ((DAY, "Å lage en veileder", "", "", "9"), "9 er ikke i listen, som går til 1."),
        ((DAY, "Å lage en veileder", "", "", "cat-2018-17"), "There is no recommendation"),
        ((DAY, "Å lage en veileder", "", "", "", "kanskje"), "Svaret ble ikke forstått."),
        ((DAY, "Å lage en veileder", "", "", "", "6", "Ny Id"), "En id har små bokstaver"),
        ((DAY, "\x1b[31mrødt"), "tegn som ikke kan lagres"),
    ],
)
def test_an_answer_from_a_file_that_is_not_understood_ends_it_without_a_trace(
    root: Path, lines: tuple[str, ...], told: str
) -> None:
    outcome = answer(root, *lines, "", "", "")

    assert outcome.code == 2
    assert told in outcome.err
    assert read(root) == ASKED


def test_the_same_words_are_not_promised_twice(tmp_path: Path) -> None:
    outcome = answer(repository(tmp_path), "Lage en veileder", name="2022-isolasjon")

    assert "Det samme er allerede ført." in outcome.err


def test_nothing_can_be_promised_at_a_cancelled_meeting(tmp_path: Path) -> None:
    gone = as_yaml(meeting("2022-frihet", "frihet", "cancelled"))
    outcome = answer(repository(tmp_path, {FILE: gone}))

    assert outcome.code == 2
    assert "is cancelled, so nothing was promised at it" in outcome.err


def test_a_misspelt_meeting_gets_a_suggestion(root: Path) -> None:
    outcome = answer(root, name="2022-friheet")

    assert outcome.code == 2
    assert "Did you mean '2022-frihet'?" in outcome.err


def test_what_cannot_be_written_is_shown_to_be_typed_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Iterator[str]:
        yield from (DAY, *PROMISE, "")
        (root / FILE).unlink()
        yield ""

    given = typed()
    monkeypatch.setattr(stopping, "_line", lambda: next(given))
    outcome = answer(root)

    assert outcome.code == 2
    assert "Dette ble ikke skrevet:\n  Justisdepartementet: Vi skal sende" in outcome.err
