"""Whose turn it has been, in words and in JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from anbefal.analysis.turns import Turn
from anbefal.report.meetings.telling import Telling
from anbefal.report.sections import Line, Section


def turn_sections(telling: Telling) -> Iterator[Section]:
    """Yield who has had a turn and who has not: themes, ministries, conventions, networks."""
    label, found = telling.words.label, telling.turns
    yield Section(label["themes"], tuple(_themes(telling)))
    yield Section(label["of_ministries"], tuple(_told(telling, found.ministries, telling.actor)))
    yield Section(label["conventions"], tuple(_conventions(telling)))
    yield Section(label["networks"], tuple(_networks(telling)))


def turns_data(telling: Telling) -> dict[str, Any]:
    """Return whose turn it has been as it stands in JSON."""
    found, theme, actor = telling.turns, telling.theme, telling.actor
    return {
        "themes": [_data(one, theme) for one in found.themes],
        "ministries": [_data(one, actor) | {"led": one.led} for one in found.ministries],
        "conventions": [
            _data(one, actor)
            | {"convention": telling.dataset.actors[one.id].convention, "statements": one.asks}
            for one in found.conventions
        ],
        "networks": [_data(one, actor) for one in found.networks],
        "participants_not_recorded": [one.id for one in found.without_participants],
    }


def _data(turn: Turn, name: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": turn.id,
        "name": name(turn.id),
        "had": turn.had,
        "last": str(turn.last) if turn.last else None,
        "held": [one.id for one in turn.held],
        "open": [one.id for one in turn.open],
    }


def _themes(telling: Telling) -> Iterator[Line]:
    yield from _told(telling, telling.turns.themes, telling.theme)
    yield Line(telling.words.say("turn_rule"))


def _conventions(telling: Telling) -> Iterator[Line]:
    found = telling.turns.conventions
    yield from _told(telling, (one for one in found if one.asks), telling.actor)
    yield from _named(telling, "no_asks", (one for one in found if not one.asks), telling.actor)
    if found:
        yield Line(telling.words.say("body_rule"))


def _networks(telling: Telling) -> Iterator[Line]:
    found, missing = telling.turns.networks, telling.turns.without_participants
    yield from _told(telling, found, telling.actor)
    if missing and any(one.had == "yes" for one in found):
        meetings = telling.meetings(missing)
        yield Line(telling.words.say("had_partly_unknown", meetings=meetings))
    if found:
        yield Line(telling.words.say("network_rule"))


def _told(telling: Telling, turns: Iterable[Turn], name: Callable[[str], str]) -> Iterator[Line]:
    """Yield a line for each way in which a turn was had or not, where anybody has it."""
    found = tuple(turns)
    had = [one for one in found if one.had == "yes"]
    if had:
        yield Line(telling.words.say("had", names=_dated(telling, had, name)))
    by_theme = [one for one in found if one.had == "by_theme"]
    if by_theme:
        yield Line(telling.words.say("had_by_theme", names=_dated(telling, by_theme, name)))
    unknown = telling.listed([name(one.id) for one in found if one.had == "unknown"])
    if unknown:
        meetings = telling.meetings(telling.turns.without_participants)
        yield Line(telling.words.say("had_unknown", names=unknown, meetings=meetings))
    if found and not had and not by_theme and not unknown:
        yield Line(telling.words.say("nobody"))
    not_yet = [one for one in found if one.had == "no"]
    yield from _named(telling, "had_not_but_open", (one for one in not_yet if one.open), name)
    yield from _named(telling, "had_not", (one for one in not_yet if not one.open), name)


def _named(
    telling: Telling, key: str, turns: Iterable[Turn], name: Callable[[str], str]
) -> Iterator[Line]:
    names = [name(one.id) for one in turns]
    if names:
        yield Line(telling.words.say(key, names=telling.listed(names)))


def _dated(telling: Telling, turns: Iterable[Turn], name: Callable[[str], str]) -> str:
    """Return names with the date of each one's latest turn."""
    return telling.listed([_when(telling, one, name(one.id)) for one in turns])


def _when(telling: Telling, turn: Turn, name: str) -> str:
    words = telling.words
    if turn.last is None:
        return name
    date = words.date(turn.last)
    if turn.led:
        led = words.counted("times", turn.led)
        return words.say("when_last_led", name=name, date=date, led=led)
    return words.say("when_last", name=name, date=date)
