"""`score` takes down an assessor's values, question by question, and loses none of them."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anbefal.cli import stopping
from anbefal.cli.app import app
from anbefal.cli.scoring import dialog as scoring_dialog
from anbefal.cli.session import day
from anbefal.store.reading.reader import parse
from repositories import Data, Outcome, actor, as_yaml, criteria_data, repository, run, scores, text
from support import BASE

NEW = "data/assessments/2026/juss.yaml"
OLD = "data/assessments/2022/juss.yaml"
JUSS = ("--round", "2026", "--assessor", "juss", "--date", "2026-05-04")
TWO = {
    "data/criteria.yaml": criteria_data({"alvor": 3, "hast": 1}),
    OLD: None,
}
"""Two criteria instead of ten, and nothing assessed."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path, TWO)


def answer(root: Path, *lines: str, options: tuple[str, ...] = JUSS) -> Outcome:
    """Run the program with these answers in its input, which ends after them."""
    given = "".join(f"{line}\n" for line in lines)
    result = CliRunner().invoke(app, ["score", "--root", str(root), *options], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def read(root: Path, file: str = NEW) -> str:
    return (root / file).read_text(encoding="utf-8")


def test_values_reasons_and_a_minority_view_are_saved(root: Path) -> None:
    outcome = answer(root, "3 bare ett organ", "2,5", "To av fem ville gitt 4.", "q")

    assert outcome.code == 0
    assert outcome.out == f"new {NEW}\n"
    assert read(root) == (
        'round: "2026"\n'
        "assessor: juss\n"
        "date: 2026-05-04\n"
        "scores:\n"
        "  - theme: frihet\n"
        "    values:\n"
        "      alvor: 3\n"
        "      hast: 2.5\n"
        "    reasons:\n"
        "      alvor: bare ett organ\n"
        "    dissent: To av fem ville gitt 4.\n"
    )


def test_a_question_comes_with_what_is_needed_to_answer_it(tmp_path: Path) -> None:
    outcome = answer(
        repository(tmp_path), options=("--assessor", "juss", "--theme", "isolasjon", "--all")
    )

    assert "Tema 1 av 1\nIsolasjon (isolasjon)\n" in outcome.err
    assert "3 anbefalinger: " in outcome.err
    assert "1/10 Alvor (vekt 20 %)\n  0  Ubetydelig" in outcome.err
    assert "Verdien nå: 4 (Flere har fått varige skader.)\n" in outcome.err
    assert "[Enter: behold 4 · -: ta bort · b: tilbake" in outcome.err


def test_what_the_data_says_is_marked_as_evidence(tmp_path: Path) -> None:
    outcome = answer(repository(tmp_path), "", "", "", "", options=(*JUSS, "--themes", "isolasjon"))

    before, _, after = outcome.err.partition("5/10 Gjentakelse (vekt 10 %)\n")
    assert "Fra registeret" not in before
    assert after.startswith("Fra registeret, som holdepunkt og ikke som svar: Kravet er stilt av ")


def test_themes_come_by_name_as_the_norwegian_alphabet_has_it(root: Path) -> None:
    names = {"a": "Økonomi", "b": "Ærlighet", "c": "Zoologi", "d": "Åpenhet", "e": "arbeid"}
    themes = [{"id": one, "name": text(name)} for one, name in names.items()]
    more = {"data/themes.yaml": as_yaml(themes), **dict.fromkeys(_named_themes(root))}
    outcome = answer(repository(root, more), *["n"] * 5)

    asked = [
        line for line in outcome.err.splitlines() if line.endswith(")") and " (vekt" not in line
    ]
    assert [line[-2] for line in asked] == ["e", "c", "b", "a", "d"]


def _named_themes(root: Path) -> list[str]:
    """Return the files that name themes."""
    folders = ("recommendations", "meetings", "plans")
    found = [file for one in folders for file in (root / "data" / one).rglob("*.yaml")]
    return [file.relative_to(root).as_posix() for file in found]


def test_recommendations_come_after_the_first_of_their_themes(root: Path) -> None:
    outcome = answer(root, *["n"] * 8, options=(*JUSS, "--recommendations"))

    heads = [line for line in outcome.err.splitlines() if re.search(r"\([a-z0-9-]+\)$", line)]
    assert [head.rpartition("(")[2][:-1] for head in heads] == [
        "frihet",
        "hatytringer",
        "upr-2019-140-10",
        "isolasjon",
        "cat-2012-9",
        "cat-2018-16",
        "ccpr-2018-15b",
    ]


def test_who_goes_on_begins_where_they_stopped_and_comes_to_the_rest(root: Path) -> None:
    answer(root, "3", "", "", "2", "q")  # the second question of the first theme is left open
    outcome = answer(root, "1", "", "4", "4", "", "0")

    assert "0 av 3 temaer er ferdige, og 2 av 6 verdier er gitt." in outcome.err
    assert "Går videre med Hatytringer." in outcome.err
    assert re.findall(r"theme: (\w+)|(\d)$", read(root), re.MULTILINE)[1:] == [
        ("frihet", ""),
        ("", "3"),
        ("", "0"),
        ("hatytringer", ""),
        ("", "2"),
        ("", "1"),
        ("isolasjon", ""),
        ("", "4"),
        ("", "4"),
    ]


def test_when_all_is_given_there_is_nothing_left_to_ask(root: Path) -> None:
    first = answer(root, *["4", "4", ""] * 3)
    again = answer(root)

    assert "Alle verdiene er gitt." in first.err
    assert "anbefal prioritize --root" in first.err
    assert "Ingenting står åpent. Med --all" in again.err
    assert again.out == ""


def test_what_is_not_understood_is_asked_again(root: Path) -> None:
    outcome = answer(root, "5", "-1", "vet ikke", "3 4", "\x1b[A3", "3", "q")

    assert outcome.err.count("Skalaen går fra 0 til 4.") == 2
    assert outcome.err.count("Svaret ble ikke forstått.") == 2
    assert outcome.err.count("Linjen har tegn som ikke kan lagres.") == 1
    assert "alvor: 3\n" in read(root)


def test_bytes_that_are_no_text_are_asked_again(root: Path) -> None:
    given = b"3 \xff\n2\n"
    result = CliRunner().invoke(app, ["score", "--root", str(root), *JUSS], input=given)

    assert result.exit_code == 0
    assert "Linjen har tegn som ikke kan lagres." in result.stderr
    assert "alvor: 2\n" in read(root)


def test_one_can_go_back_also_to_the_theme_before(root: Path) -> None:
    answer(root, "1", "1", "", "b", "b", "b", "b", "2 ny", "q")

    assert "- theme: frihet\n    values:\n      alvor: 2\n      hast: 1\n" in read(root)
    assert "alvor: ny" in read(root)


def test_a_theme_can_be_skipped(root: Path) -> None:
    answer(root, "n", "1", "q")

    assert "theme: frihet" not in read(root)
    assert "theme: hatytringer" in read(root)


def test_a_value_and_a_reason_can_be_taken_away(root: Path) -> None:
    answer(root, "3 fordi", "2 derfor", "Noen er uenige.", "q")
    outcome = answer(root, "-", "1 -", "-", "q", options=(*JUSS, "--all"))

    assert outcome.out == f"changed {NEW}\n"
    assert read(root).endswith("  - theme: frihet\n    values:\n      hast: 1\n")


def test_a_reason_for_another_value_does_not_stay_unseen(root: Path) -> None:
    answer(root, "3 fordi", "q")
    outcome = answer(root, "1", "q", options=(*JUSS, "--all"))

    assert "Begrunnelsen fra før blir stående: fordi" in outcome.err


def test_a_new_assessment_is_of_today_and_an_old_one_keeps_its_date(root: Path) -> None:
    answer(root, "3", options=JUSS[:4])
    assert f"date: {day('today')}\n" in read(root)

    answer(root, "3", "q")
    assert "date: 2026-05-04\n" in read(root)
    answer(root, "", "2", "q", options=JUSS[:4])
    assert "date: 2026-05-04\n" in read(root)


def test_a_date_without_an_answer_changes_nothing(root: Path) -> None:
    answer(root, "3", "q")
    outcome = answer(root, "q", options=(*JUSS[:4], "--date", "2026-06"))

    assert outcome.out == ""
    assert "Du svarte ikke på noe" in outcome.err


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_questions_and_what_was_answered_is_saved(
    root: Path, name: str, typed: Typed
) -> None:
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip("this system has no such signal")
    typed("3 fordi", lambda: signal.raise_signal(number))
    outcome = answer(root)

    assert outcome.code == 130
    assert "Stoppet. Alt du svarte på, er lagret." in outcome.err
    assert f"anbefal score --root {root} --round 2026 --assessor juss" in outcome.err
    assert "Nothing was written" not in outcome.err
    assert "alvor: fordi" in read(root)


def test_a_signal_while_something_is_saved_waits_until_it_is(
    root: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from anbefal.store.changing import journal

    def begin(*arguments: object) -> None:
        signal.raise_signal(signal.SIGINT)
        real(*arguments)  # type: ignore[arg-type]

    real = journal.begin
    monkeypatch.setattr(journal, "begin", begin)
    typed("3", "n", "4")
    outcome = answer(root)

    assert outcome.code == 130
    assert "alvor: 3\n" in read(root)


def test_what_a_colleague_saved_meanwhile_stays(root: Path, typed: Typed) -> None:
    def colleague() -> None:
        repository(
            root, {**TWO, NEW: as_yaml(scores("juss", {"frihet": {"hast": 1}}, round="2026"))}
        )

    typed("3", colleague, "q")
    answer(root)

    assert '"values": {"hast": 1, alvor: 3}' in read(root)


def test_answers_that_cannot_be_saved_are_shown(root: Path, typed: Typed) -> None:
    typed("4", "2 nå", lambda: repository(root, {**TWO, NEW: "scores: ["}), "q")
    outcome = answer(root)

    assert outcome.code == 2
    assert "Dette ble ikke lagret (frihet):\nalvor: 4\nhast: 2 nå\n" in outcome.err
    assert read(root) == "scores: ["


def test_saving_can_be_tried_again(
    root: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = scoring_dialog.Dialog
    monkeypatch.setattr(scoring_dialog, "Dialog", lambda *given, **_: real(*given, can_retry=True))
    broken = {**TWO, NEW: "scores: ["}
    typed("4", lambda: repository(root, broken), "n", (root / NEW).unlink, "", "q")
    outcome = answer(root)

    assert outcome.code == 0
    assert "[Enter: prøv å lagre igjen" in outcome.err
    assert "alvor: 4" in read(root)


def test_a_made_up_assessment_stays_marked(tmp_path: Path) -> None:
    root = repository(tmp_path)
    outcome = answer(root, "2", "q", options=("--assessor", "juss"))

    assert "oppdiktet (example: true), og det merket blir stående" in outcome.err
    assert "example: true\n" in read(root, OLD)


def test_real_values_in_a_made_up_round_are_warned_of(tmp_path: Path) -> None:
    options = ("--round", "2022", "--assessor", "forum")
    outcome = answer(repository(tmp_path), options=options)

    assert "Runde 2022 er oppdiktet: juss er eksempler." in outcome.err


def test_nobody_is_led_into_a_made_up_round_without_naming_it(tmp_path: Path) -> None:
    outcome = answer(repository(tmp_path), options=("--assessor", "forum"))

    assert outcome.code == 2
    assert "Name it with --round" in outcome.err


def test_the_latest_round_is_gone_on_with(root: Path) -> None:
    answer(root, "3", "q")
    outcome = answer(root, "4", "q", options=("--assessor", "FORUM"))

    assert outcome.out == "new data/assessments/2026/forum.yaml\n"


def test_a_new_round_is_told_of(root: Path) -> None:
    answer(root, "3", "q")
    outcome = answer(root, options=("--round", "2062", "--assessor", "forum"))

    assert "Ingen har gitt verdier i runde 2062 før. Runder fra før: 2026." in outcome.err


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("--round", "2026"), 2, "Name an organisation, a network or an ombud with --assessor."),
        (("--assessor", "jd", "--round", "2026"), 2, "of the kind ministry, which gives no values"),
        (("--assessor", "jus", "--round", "2026"), 2, "Did you mean 'juss'?"),
        (("--assessor", "juss"), 2, "Name it with --round, such as --round 2026."),
        (("--assessor", "juss", "--round", "../x"), 2, "cannot be the name of a round"),
        ((*JUSS, "--theme", "isolasjom"), 2, "Did you mean 'isolasjon'?"),
        ((*JUSS, "--date", "4. mai"), 2, "a date is written YYYY-MM-DD"),
    ],
)
def test_options_that_do_not_fit_are_refused_before_the_first_question(
    root: Path, options: tuple[str, ...], code: int, message: str
) -> None:
    outcome = answer(root, "3", options=options)

    assert outcome.code == code
    assert message in outcome.err
    assert not (root / "data/assessments/2026").exists()


def test_an_assessment_with_a_mistake_is_refused_before_the_first_question(root: Path) -> None:
    outcome = answer(repository(root, {**TWO, NEW: "scores: ["}), "3")

    assert outcome.code == 1
    assert f"{NEW} has a mistake" in outcome.err


def test_quiet_leaves_only_the_questions(root: Path) -> None:
    outcome = answer(root, "3", "q", options=(*JUSS, "--quiet"))

    assert outcome.err.startswith("\nTema 1 av 3\n")
    assert "Stoppet" not in outcome.err
    assert outcome.out == f"new {NEW}\n"


@pytest.mark.parametrize(
    ("option", "language", "words"),
    [
        ((), "nb", "la stå åpen"),
        ((), "nn", "la stå ope ·"),
        ((), "se", "la stå åpen"),
        (("--lang", "en"), "nb", "leave open"),
    ],
)
def test_questions_are_in_the_readers_language(
    root: Path, option: tuple[str, ...], language: str, words: str
) -> None:
    repository(root, {**TWO, "data/settings.yaml": {"language": language, "country": "NO"}})

    assert words in answer(root, options=(*JUSS, *option)).err


def test_no_character_of_the_data_can_command_the_terminal(root: Path) -> None:
    repository(root, {**TWO, "data/actors.yaml": as_yaml([actor("juss", name=text("A\u200eB"))])})

    assert "A\\u200eB" in answer(root).err


def test_the_help_and_the_questions_are_no_results(root: Path) -> None:
    outcome = answer(root, "?", "q")

    assert outcome.out == ""
    assert "Åpent betyr ikke vurdert og er ikke det samme som 0" in outcome.err


def test_it_has_help(root: Path) -> None:
    assert run("score", "--help", root=root).code == 0


Typed = Callable[..., None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Give the program these lines instead of its input; between them, something may happen."""

    def give(*lines: str | Callable[[], object]) -> None:
        waiting: Iterator[str | Callable[[], object]] = iter(lines)

        def line() -> str:
            for one in waiting:
                if isinstance(one, str):
                    return one
                one()
            raise EOFError

        monkeypatch.setattr(stopping, "_line", line)

    return give


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("how", ["ctrl-c", "window closed"])
def test_a_terminal_that_is_left_loses_no_answer(root: Path, how: str) -> None:
    ours, theirs = os.openpty()
    command = (sys.executable, "-m", "anbefal", "score", "--root", str(root), *JUSS)
    program = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    with program, open(ours, "r+b", buffering=0) as window:
        assert told(window, "> ", seconds=30)
        window.write(b"3 fordi\r")
        assert told(window, "2/2", seconds=30)
        assert told(window, "> ", seconds=30)
        if how == "ctrl-c":
            while not told(window, "Alt du svarte"):
                program.send_signal(signal.SIGINT)  # one may come before it begins to wait
            assert told(window, "juss.yaml\r\n", seconds=30)
            program.wait(timeout=30)

    assert program.returncode == (130 if how == "ctrl-c" else 0)
    assert "alvor: fordi" in read(root)


def told(window: FileIO, text: str, *, seconds: float = 1) -> bool:
    """Read what a program writes to its terminal, until it has written a text."""
    seen = ""
    while text not in seen and select.select([window], [], [], seconds)[0]:
        seen += window.read(1).decode("latin-1")
    return text in seen


def with_actors(folder: Path, *more: Data) -> Path:
    listed = parse("actors.yaml", (BASE / "data/actors.yaml").read_bytes()).value
    return repository(folder, {**TWO, "data/actors.yaml": [*listed, *more]})


def test_an_id_is_never_taken_for_another_actors_abbreviation(tmp_path: Path) -> None:
    """Values in the wrong network's name would be the worst mistake of all."""
    outcome = answer(with_actors(tmp_path, actor("annen", abbreviation="JUSS")), "3", "q")

    assert outcome.out == f"new {NEW}\n"


def test_a_name_that_may_be_two_actors_is_none(tmp_path: Path) -> None:
    root = with_actors(tmp_path, actor("en", abbreviation="ABC"), actor("to", abbreviation="abc"))

    outcome = run("score", "--round", "2026", "--assessor", "ABC", root=root)

    assert outcome.code == 2
    assert "'ABC' may be any of en, to." in outcome.err
