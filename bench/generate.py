"""Write a large, realistic data repository: ``python bench/generate.py FOLDER --records 10000``.

The same arguments give the same bytes: chance has a seed, and neither the clock nor the machine
is asked. `anbefal validate` finds nothing wrong in what is written. Every text is made up from the
parts in `words.py`; only the abbreviations of bodies and ministries are those of real ones.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import words
from commits import commit_history
from words import Body, Theme
from yaml_text import document, list_document

LAST_DAY = date(2026, 6, 30)
"""No date of something done lies after it."""

UPR_SHARE = 4
"""How many times as many recommendations a UPR report has as another."""

FIRST_PARAGRAPH = 7
LETTERS = "abcdefgh"
GRADED_BODIES = tuple(body.id for body in words.BODIES if body.grades)

Item = TypeVar("Item")
Values = dict[str, Any]


class Chance(Random):
    """Random choices, named after what they are for."""

    def happens(self, share: float) -> bool:
        """Return true in this share of the cases."""
        return self.random() < share

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[int(self.random() * len(items))]

    def several(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """Return between ``least`` and ``most`` different items, in their own order."""
        number = min(self.between(least, most), len(items))
        chosen: set[int] = set()
        while len(chosen) < number:
            chosen.add(int(self.random() * len(items)))
        return [items[index] for index in sorted(chosen)]

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + int(self.random() * (most - least + 1))

    def day_between(self, first: date, last: date) -> date:
        """Return a day, both ends included."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))


@dataclass(frozen=True)
class Report:
    """A document with recommendations.

    Attributes:
        body: Who wrote it.
        symbol: Its symbol.
        day: Its date.
        share: How large a part of all recommendations it has, compared with other reports.
    """

    body: Body
    symbol: str
    day: date
    share: int


@dataclass
class Made:
    """What later records may point at.

    Attributes:
        ids: Every recommendation's id, in the order they were made.
        by_theme: Theme to its recommendations.
        by_body: Body and theme to its recommendations, with their reports' symbols.
        ask: Recommendation to the number of the ask that ``same_as`` and ``repeats`` put it in.
    """

    ids: list[str] = field(default_factory=list)
    by_theme: dict[str, list[str]] = field(default_factory=dict)
    by_body: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    ask: dict[str, int] = field(default_factory=dict)


def write_repository(
    root: Path, *, records: int, seed: int = 1, assessors: int = 5, meetings: int = 20
) -> None:
    """Write a repository to a folder that is new or empty.

    Args:
        root: The folder.
        records: How many recommendations.
        seed: Another seed gives another repository of the same kind.
        assessors: How many assessors score in each of the two rounds.
        meetings: How many meetings.
    """
    chance = Chance(seed)
    _write(root, "criteria.yaml", document(criteria()))
    _write(root, "settings.yaml", document(settings()))
    _write(root, "themes.yaml", list_document(themes()))
    _write(root, "actors.yaml", list_document(actors(assessors)))
    made = Made()
    for body, record in recommendations(chance, records, made):
        text = document(record, comments(chance, record))
        _write(root, f"recommendations/{body}/{record['id']}.yaml", text)
    for year in (2024, 2025):
        for assessor in assessor_ids(assessors):
            record = assessment(chance, made, year, assessor)
            _write(root, f"assessments/{year}/{assessor}.yaml", document(record))
    for record in all_meetings(chance, made, meetings):
        _write(root, f"meetings/{record['id']}.yaml", document(record))
    for theme in words.THEMES[::6]:
        record = plan(chance, made, theme)
        _write(root, f"plans/{record['id']}.yaml", document(record))


def _write(root: Path, name: str, text: str) -> None:
    file = root / "data" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def criteria() -> Values:
    """Return the ten criteria."""
    return {
        "title": {"nb": "Ti kriterier for en fartsprøve", "en": "Ten criteria for a benchmark"},
        "scale": {"min": 0, "max": 4},
        "criteria": [
            {
                "id": name,
                "weight": weight,
                "name": {"nb": nb, "en": en},
                "question": {"nb": question},
                "levels": {value: {"nb": a, "en": b} for value, (a, b) in words.LEVELS.items()},
            }
            for name, weight, nb, en, question in words.CRITERIA
        ],
    }


def settings() -> Values:
    """Return the settings of a secretariat that does not exist."""
    return {
        "secretariat": {"name": {"nb": "Prøvesekretariatet", "en": "The trial secretariat"}},
        "language": "nb",
        "country": "NO",
        "meetings_per_year": 4,
        "stale_after_days": 730,
    }


def themes() -> list[Values]:
    """Return the themes; every fifth lies below the one before it."""
    listed = []
    for number, theme in enumerate(words.THEMES):
        above = words.THEMES[number - 1].id if number % 5 == 1 else None
        listed.append(
            {
                "id": theme.id,
                "name": {"nb": sentence(theme.nb), "nn": sentence(theme.nn), "en": theme.en},
                "description": {"nb": f"Alt som gjelder {theme.nb}: regler, praksis og tall."},
                "parent": above,
                "ministries": list(theme.ministries),
                "uhri": [theme.en.capitalize()] if number % 2 else [],
            }
        )
    return listed


def actors(assessors: int) -> list[Values]:
    """Return bodies, ministries, ombuds, agencies, organisations and a network of them."""
    listed: list[Values] = [
        {
            "id": body.id,
            "kind": body.kind,
            "name": {"nb": body.nb, "en": body.en},
            "abbreviation": body.id.upper(),
            "convention": body.id.upper() if body.kind == "treaty-body" else None,
            "coordinated_by": words.COORDINATORS.get(body.id),
        }
        for body in words.BODIES
    ]
    for name, (nb, en) in words.MINISTRIES.items():
        former = [{"name": {"nb": f"{nb} (eldre navn)"}, "until": 2021}] if name == "kud" else []
        listed.append(_actor(name, "ministry", nb, en) | {"formerly": former})
    listed += [_actor(name, kind, nb, en) for name, kind, nb, en in words.OTHER_ACTORS]
    listed += [_actor(name, "organisation", nb, en) for name, nb, en in organisations(assessors)]
    members = [name for name, *_ in organisations(assessors)]
    speaks = {"members": members, "speaks_for": list(GRADED_BODIES)}
    listed.append(_actor("nettverket", "network", "Nettverket", "The network") | speaks)
    return listed


def _actor(name: str, kind: str, nb: str, en: str) -> Values:
    return {"id": name, "kind": kind, "name": {"nb": nb, "en": en}}


def organisations(number: int) -> list[tuple[str, str, str]]:
    """Return id and names of the organisations, at least ten of them."""
    more = range(len(words.ORGANISATIONS) + 1, number + 1)
    extra = [(f"forening-{n}", f"Forening nr. {n}", f"Association no. {n}") for n in more]
    return [*words.ORGANISATIONS, *extra]


def assessor_ids(number: int) -> list[str]:
    """Return the ids of the organisations that assess."""
    return [name for name, *_ in organisations(number)[:number]]


def reports() -> list[Report]:
    """Return every document, oldest first."""
    found = []
    for body in words.BODIES:
        first, last = body.years
        for number, year in enumerate(range(first, last + 1, body.every), start=2):
            session = (year - first) * 3 + 12 if body.id == "upr" else number
            symbol = body.symbol.format(number=session, year=year)
            day = date(year, 1 + year * 7 % 12, 1 + year * 5 % 28)
            found.append(Report(body, symbol, day, UPR_SHARE if body.id == "upr" else 1))
    return sorted(found, key=lambda report: (report.day, report.body.id))


def recommendations(chance: Chance, number: int, made: Made) -> Iterator[tuple[str, Values]]:
    """Yield body and record of every recommendation, oldest report first."""
    sources = reports()
    shares = sum(report.share for report in sources)
    done, passed = 0, 0
    for report in sources:
        passed += report.share
        upto = number * passed // shares
        for paragraph in paragraphs(chance, report, upto - done):
            yield report.body.id, recommendation(chance, made, report, paragraph)
        done = upto


def paragraphs(chance: Chance, report: Report, number: int) -> list[str]:
    """Return so many different paragraphs of a report, some of them with letters."""
    if report.body.id == "upr":
        return [f"140.{n}" for n in range(1, number + 1)]
    found: list[str] = []
    paragraph = FIRST_PARAGRAPH
    while len(found) < number:
        paragraph += chance.between(1, 2)
        parts = chance.between(2, 5) if chance.happens(0.45) else 0
        found += [f"{paragraph}({letter})" for letter in LETTERS[:parts]] or [str(paragraph)]
    return found[:number]


def recommendation(chance: Chance, made: Made, report: Report, paragraph: str) -> Values:
    """Return one recommendation with all that is recorded about it."""
    main = chance.one(words.THEMES)
    others = [theme for theme in chance.several(words.THEMES, 0, 2) if theme is not main]
    kind = "recommendation"
    if report.body.id != "upr" and chance.happens(0.15):
        kind = chance.one(("concern", "concern", "follow-up-request"))
    actions = chance.several(words.ACTIONS, 1, 3)
    plain = paragraph.replace("(", "").replace(")", "").replace(".", "-")
    name = f"{report.body.id}-{report.day.year}-{plain}"
    follow_up = followed_up(chance, report)
    record = {
        "id": name,
        "kind": kind,
        "source": source(chance, report, paragraph),
        **texts(chance, main, actions, kind),
        "themes": [main.id, *(theme.id for theme in others)],
        "groups": list(dict.fromkeys([main.group, *(theme.group for theme in others)])),
        "articles": [f"{report.body.id.upper()} {chance.between(2, 17)}"],
        "sdgs": [main.sdg] if chance.happens(0.6) else [],
        "measure_types": [kind for kind, *_ in actions],
        "ministries": list(main.ministries),
        "levels": chance.one((["state"], ["state"], ["state", "municipal"], ["municipal"])),
        "state_position": position(chance, report) if report.body.id == "upr" else None,
        "follow_up": follow_up,
        "status": status(chance, report, main, 1 if follow_up else 0),
        "links": links(chance, made, report, name, main),
        "provenance": provenance(chance, report),
        "internal": chance.several(words.INTERNAL_NOTES, 1, 2) if chance.happens(0.08) else [],
    }
    remember(made, report, name, main)
    return record


def source(chance: Chance, report: Report, paragraph: str) -> Values:
    """Return where a recommendation stands."""
    found: Values = {
        "body": report.body.id,
        "document": report.symbol,
        "paragraph": paragraph,
        "date": report.day.isoformat(),
        "url": f"https://example.org/{report.body.id}/{report.day.year}?lang=en#p{paragraph}",
    }
    if report.body.id == "upr":
        found["recommended_by"] = chance.several(words.STATES, 1, 3)
    if chance.happens(0.5):
        found["annotation_id"] = hexadecimal(chance)
    return found


def hexadecimal(chance: Chance) -> str:
    """Return a code of the form that databases give their rows."""
    code = "".join(chance.one("0123456789abcdef") for _ in range(32))
    return "-".join((code[:8], code[8:12], code[12:16], code[16:20], code[20:]))


def texts(
    chance: Chance, theme: Theme, actions: Sequence[tuple[str, str, str]], kind: str
) -> Values:
    """Return summaries, and for two of three records a long official wording."""
    nb, en = chance.one(words.QUALIFIERS)
    concern_nb, concern_en = chance.one(words.CONCERNS)
    concern_nb, concern_en = concern_nb.format(theme.nb), concern_en.format(theme.en)
    asks_nb = " og ".join(ask.format(theme.nb) for _, ask, _ in actions[:2])
    asks_en = " and ".join(ask.format(theme.en) for _, _, ask in actions[:2])
    summary = {"nb": f"Norge bør {asks_nb}{', ' * bool(nb)}{nb}."}
    if kind == "concern":
        summary = {"nb": f"{concern_nb}."}
    if chance.happens(0.2):
        summary["nn"] = words.NYNORSK.format(theme.nn)
    if chance.happens(0.75):
        summary["en"] = f"Norway should {asks_en}{', ' * bool(en)}{en}."
    if kind == "concern" and "en" in summary:
        summary["en"] = f"{concern_en}."
    if chance.happens(0.35):
        return {"summary": summary}
    return {"text": {"en": official(theme, actions, concern_en, en)}, "summary": summary}


def official(
    theme: Theme, actions: Sequence[tuple[str, str, str]], concern: str, qualifier: str
) -> str:
    """Return a wording as a committee might write it, in lettered paragraphs where it is long."""
    asks = [english.format(theme.en) for _, _, english in actions]
    end = f", {qualifier}." if qualifier else "."
    if len(asks) == 1:
        return f"{concern}. The State party should {asks[0]}{end}"
    lines = [f"({letter}) {sentence(ask)};" for letter, ask in zip(LETTERS, asks, strict=False)]
    lines[-1] = lines[-1].removesuffix(";") + end
    return "\n".join([f"{concern}. The State party should:", *lines])


def position(chance: Chance, report: Report) -> Values:
    """Return what the state answered in the UPR."""
    values = ("supported", "supported", "supported", "partly-supported", "noted", "not-supported")
    day = report.day + timedelta(days=chance.between(20, 100))
    return {
        "value": chance.one(values),
        "date": day.isoformat(),
        "source": f"{report.symbol}/Add.1",
    }


def followed_up(chance: Chance, report: Report) -> Values | None:
    """Return the committee's own follow-up of a few recommendations."""
    if not report.body.grades or not chance.happens(0.12):
        return None
    due = report.day + timedelta(days=chance.one((365, 730)))
    grades = []
    day = due
    for _ in range(chance.between(0, 2)):
        day += timedelta(days=chance.between(60, 400))
        if day > LAST_DAY:
            break
        forms: tuple[int | str, ...] = (day.year, f"{day:%Y-%m}", day.isoformat())
        grades.append(
            {
                "date": chance.one(forms),
                "scale": report.body.id,
                "value": chance.one(report.body.grades),
                "document": report.symbol.replace("/CO/", "/QPR/"),
            }
        )
    return {"due": due.isoformat(), "grades": grades}


def status(chance: Chance, report: Report, theme: Theme, least: int) -> list[Values]:
    """Return a log of what was reported and assessed, oldest first."""
    most = chance.one((0, 0, 1, 2, 2, 3, 5))
    first = report.day + timedelta(days=30)
    days = sorted(
        chance.day_between(first, LAST_DAY) for _ in range(chance.between(least, max(least, most)))
    )
    return [update(chance, day, theme) for day in days]


def update(chance: Chance, day: date, theme: Theme) -> Values:
    """Return one entry of a log."""
    reported = chance.happens(0.6)
    values = ("in-progress", "in-progress", "partly-implemented", "implemented", "not-started")
    independent = ("no-report", "not-started", "partly-implemented", "contrary", "in-progress")
    by = theme.ministries[0] if reported else chance.one(("mr-institutt", "innsyn", "nettverket"))
    return {
        "date": day.isoformat(),
        "track": "reported" if reported else "assessed",
        "by": by,
        "value": chance.one(values if reported else independent),
        "note": chance.one(words.STATUS_NOTES) if chance.happens(0.7) else None,
        "evidence": [f"https://example.org/{by}/{day:%Y/%m}"] if chance.happens(0.4) else [],
    }


def links(chance: Chance, made: Made, report: Report, name: str, theme: Theme) -> Values:
    """Return links to records made before, such that none contradicts another."""
    found: Values = {}
    same_theme = made.by_theme.get(theme.id, [])
    if not same_theme:
        made.ask[name] = len(made.ask)
        return found
    if chance.happens(0.1):
        found["same_as"] = [chance.one(same_theme)]
    earlier = [
        other
        for other, symbol in made.by_body.get((report.body.id, theme.id), ())[-40:]
        if symbol != report.symbol
    ]
    if earlier and not found and chance.happens(0.2):
        found["repeats"] = [chance.one(earlier)]
    joined = [one for ids in found.values() for one in ids]
    made.ask[name] = made.ask[joined[0]] if joined else len(made.ask)
    if chance.happens(0.1):
        found["related"] = chance.several(made.ids, 1, 3)
    if chance.happens(0.05):
        others = chance.several(same_theme, 1, 2)
        found["distinct_from"] = [one for one in others if made.ask[one] != made.ask[name]]
    return found


def remember(made: Made, report: Report, name: str, theme: Theme) -> None:
    """Keep a record's id for those that come after it."""
    made.ids.append(name)
    made.by_theme.setdefault(theme.id, []).append(name)
    made.by_body.setdefault((report.body.id, theme.id), []).append((name, report.symbol))


def provenance(chance: Chance, report: Report) -> Values:
    """Return where a record comes from and how far it was checked."""
    verified = chance.happens(0.4)
    inferred = chance.several(("url", "ministries", "paragraph"), 1, 2)
    return {
        "source": f"https://example.org/{report.body.id}/base/{report.day.year}",
        "seen": chance.day_between(date(2026, 1, 5), LAST_DAY).isoformat(),
        "verified": verified,
        "inferred": inferred if not verified and chance.happens(0.3) else [],
        "note": chance.one(words.PROVENANCE_NOTES) if chance.happens(0.5) else None,
    }


def comments(chance: Chance, record: Mapping[str, Any]) -> dict[str, str]:
    """Return a comment above a key, in one of ten records."""
    if not chance.happens(0.1):
        return {}
    return {chance.one([key for key, value in record.items() if value]): chance.one(words.COMMENTS)}


def assessment(chance: Chance, made: Made, year: int, assessor: str) -> Values:
    """Return all values of one assessor in one round: every theme and some recommendations."""
    subjects = [("theme", theme.id) for theme in words.THEMES]
    subjects += [("recommendation", name) for name in chance.several(made.ids, 20, 20)]
    return {
        "round": str(year),
        "assessor": assessor,
        "date": chance.day_between(date(year, 5, 1), date(year, 6, 30)).isoformat(),
        "example": False,
        "scores": [scored(chance, what, name) for what, name in subjects],
    }


def scored(chance: Chance, what: str, name: str) -> Values:
    """Return one assessor's values for a theme or a recommendation; some criteria are left out."""
    names = [criterion for criterion, *_ in words.CRITERIA]
    reasons = chance.several(names, 1, 2) if chance.happens(0.2) else []
    return {
        what: name,
        "values": {one: chance.between(0, 4) for one in names if not chance.happens(0.1)},
        "reasons": {one: chance.one(words.REASONS) for one in reasons},
        "dissent": "Ett medlem ville gitt lavere verdier." if chance.happens(0.03) else None,
    }


def all_meetings(chance: Chance, made: Made, number: int) -> Iterator[Values]:
    """Yield meetings, four a year, the last ones in the future."""
    first_year = LAST_DAY.year + 1 - number // 4
    taken: set[str] = set()
    for count in range(number):
        year = first_year + count // 4
        theme = words.THEMES[count % len(words.THEMES)]
        name = f"{year}-{theme.id}"
        if name not in taken:
            taken.add(name)
            yield meeting(chance, made, name, theme, date(year, 3 * (count % 4) + 2, 10))


def meeting(chance: Chance, made: Made, name: str, theme: Theme, day: date) -> Values:
    """Return a meeting, held where its day has passed."""
    held = day <= LAST_DAY
    asked = day - timedelta(days=chance.between(40, 120))
    chosen = chance.several(made.by_theme.get(theme.id, ()), 2, 6)
    speakers = chance.several([one for one, *_ in words.ORGANISATIONS], 2, 4)
    return {
        "id": name,
        "theme": theme.id,
        "state": "held" if held else chance.one(("planned", "requested")),
        "requested_on": f"{asked:%Y-%m}" if asked <= LAST_DAY else None,
        "date": day.isoformat() if held else None,
        "ministries": list(theme.ministries),
        "participants": [{"actor": one, "role": "innleder"} for one in speakers],
        "recommendations": chosen,
        "agenda": [
            {"title": {"nb": f"Innlegg {n}: {theme.nb}"}, "actor": one, "minutes": 10}
            for n, one in enumerate(speakers, start=1)
        ],
        "questions": [
            {"nb": question.format(theme.nb)} for question in chance.several(words.QUESTIONS, 1, 3)
        ],
        "commitments": measures(chance, theme, day, chosen) if held else [],
        "minutes": {"nb": f"Møtet gjaldt {theme.nb}."} if held else None,
    }


def measures(
    chance: Chance, theme: Theme, start: date, recommendations: Sequence[str]
) -> list[Values]:
    """Return measures promised on a day; those that have fallen due have updates."""
    found = []
    for name, nb, en in chance.several(words.MEASURES, 1, 5):
        due = start + timedelta(days=chance.between(60, 500))
        first = start + timedelta(days=30)
        passed = due < LAST_DAY
        number = chance.between(1, 3) if passed else chance.between(0, 1) * (first < LAST_DAY)
        days = sorted(chance.day_between(first, LAST_DAY) for _ in range(number))
        found.append(
            {
                "id": name,
                "text": {"nb": nb.format(theme.nb), "en": en.format(theme.en)},
                "responsible": [theme.ministries[0]],
                "due": due.isoformat(),
                "addresses": chance.several(recommendations, 0, 2),
                "updates": [update(chance, day, theme) for day in days],
            }
        )
    return found


def plan(chance: Chance, made: Made, theme: Theme) -> Values:
    """Return a ministry's plan, with a report each year."""
    decided = chance.day_between(date(2021, 1, 10), date(2023, 12, 1))
    years = range(decided.year + 1, LAST_DAY.year)
    return {
        "id": f"plan-{theme.id}",
        "title": {"nb": f"Plan for arbeidet med {theme.nb}", "en": f"Plan on {theme.en}"},
        "owner": theme.ministries[0],
        "case": f"{decided:%y}/{chance.between(100, 9999)}",
        "decided": decided.isoformat(),
        "measures": measures(chance, theme, decided, made.by_theme.get(theme.id, ())),
        "reports": [
            {
                "id": f"rapport-{year}",
                "date": date(year, 3, chance.between(1, 28)).isoformat(),
                "to": "Avdelingen",
                "from": "Seksjonen",
                "subject": {"nb": f"Rapport om {theme.nb} for {year - 1}"},
                "enclosures": ["Tabell over tiltak"],
            }
            for year in years
        ],
    }


def sentence(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def main() -> None:
    """Read the arguments and write the repository."""
    parser = argparse.ArgumentParser(description="Write a large, realistic data repository.")
    parser.add_argument("folder", type=Path, help="a folder that is new or empty")
    parser.add_argument("--records", type=int, default=10_000, help="recommendations (10000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other records (1)")
    parser.add_argument("--assessors", type=int, default=5, help="in each of two rounds (5)")
    parser.add_argument("--meetings", type=int, default=20, help="meetings (20)")
    parser.add_argument("--commits", type=int, default=0, help="with a history of so many (0)")
    given = parser.parse_args()
    if given.folder.exists() and any(given.folder.iterdir()):
        sys.exit(f"{given.folder} is not empty.")
    write_repository(
        given.folder,
        records=given.records,
        seed=given.seed,
        assessors=given.assessors,
        meetings=given.meetings,
    )
    if given.commits:
        commit_history(given.folder, given.commits, given.seed)


if __name__ == "__main__":
    main()
