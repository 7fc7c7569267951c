"""The forms of United Nations document symbols, for each body that recommends.

NUMBER, NUMBERS (combined reports: 23-24), STATE and YEAR stand for any such; the rest of a form
is written as it is. Every form may be followed by additions: /Add.1, /Corr.1, /Rev.1.
"""

from __future__ import annotations

import re
from functools import cache

FORMS = {
    "cat": (
        "CAT/C/STATE/CO/NUMBERS",
        "CAT/C/CR/NUMBER/NUMBER",
        "CAT/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/44",
    ),
    "spt": (
        "CAT/OP/STATE/NUMBER",
        "CAT/OP/STATE/ROSP/NUMBER",
        "CAT/OP/STATE/RONPM/NUMBER",
        "CAT/OP/NUMBER/NUMBER",
    ),
    "ccpr": (
        "CCPR/C/STATE/CO/NUMBERS",
        "CCPR/CO/NUMBER/STATE",
        "CCPR/C/NUMBER",
        "CCPR/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/40",
    ),
    "cedaw": (
        "CEDAW/C/STATE/CO/NUMBERS",
        "CEDAW/C/STATE/CC/NUMBERS",
        "CEDAW/C/OP.8/STATE/NUMBER",
        "CEDAW/C/STATE/IR/NUMBER",
        "CEDAW/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/38",
    ),
    "cerd": (
        "CERD/C/STATE/CO/NUMBERS",
        "CERD/C/NUMBER/CO/NUMBER",
        "CERD/C/NUMBER",
        "CERD/C/STATE/DEC/NUMBER",
        "CERD/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/18",
    ),
    "crc": (
        "CRC/C/STATE/CO/NUMBERS",
        "CRC/C/OPAC/STATE/CO/NUMBERS",
        "CRC/C/OPSC/STATE/CO/NUMBERS",
        "CRC/C/NUMBER",
        "CRC/C/STATE/IR/NUMBER",
        "CRC/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/41",
    ),
    "crpd": (
        "CRPD/C/STATE/CO/NUMBERS",
        "CRPD/C/STATE/IR/NUMBER",
        "CRPD/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/55",
    ),
    "ced": (
        "CED/C/STATE/CO/NUMBERS",
        "CED/C/STATE/OAI/NUMBER",
        "CED/C/STATE/VR/NUMBER",
        "CED/C/NUMBER/D/NUMBER/YEAR",
        "A/NUMBER/56",
    ),
    "cmw": ("CMW/C/STATE/CO/NUMBERS", "A/NUMBER/48"),
    "cescr": (
        "E/C.12/STATE/CO/NUMBERS",
        "E/C.12/NUMBER",
        "E/C.12/YEAR/NUMBER",
        "E/C.12/NUMBER/D/NUMBER/YEAR",
        "E/YEAR/22",
    ),
    "upr": ("A/HRC/NUMBER/NUMBER", "A/HRC/WG.6/NUMBER/L.NUMBER"),
}
"""Body (its id in `data/actors.yaml`) to the forms of its documents, today's form first."""

BODY_NAMES = {
    "cat": ("CAT", "Committee against Torture"),
    "spt": ("SPT", "Subcommittee on Prevention of Torture"),
    "ccpr": ("CCPR", "HRC", "HRCttee", "Human Rights Committee"),
    "cedaw": ("CEDAW", "Committee on the Elimination of Discrimination against Women"),
    "cerd": ("CERD", "Committee on the Elimination of Racial Discrimination"),
    "crc": ("CRC", "Committee on the Rights of the Child"),
    "crpd": ("CRPD", "Committee on the Rights of Persons with Disabilities"),
    "ced": ("CED", "Committee on Enforced Disappearances"),
    "cmw": ("CMW", "Committee on Migrant Workers"),
    "cescr": ("CESCR", "Committee on Economic, Social and Cultural Rights"),
    "upr": ("UPR", "Universal Periodic Review"),
}
"""Body to the short and long English names that other databases use for it."""

_PARTS = (
    ("NUMBERS", "[1-9][0-9]*(?:-[1-9][0-9]*)?"),
    ("NUMBER", "[1-9][0-9]*"),
    ("STATE", "[A-Z]{3}"),
    ("YEAR", "(?:19|20)[0-9]{2}"),
)
_ADDITIONS = r"(?:/(?:Add|Corr|Rev)\.[1-9][0-9]*)*"
_SUPPLEMENT = r"(?:\(SUPP\)| \(Part I{1,3}\))?"
"""How the annual reports to the General Assembly (A/57/38) are told apart."""


@cache
def _pattern(body: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in FORMS[body])
    for word, meaning in _PARTS:
        forms = forms.replace(word, meaning)
    return re.compile(rf"(?:{forms}){_SUPPLEMENT}{_ADDITIONS}")


def fits(symbol: str, body: str) -> bool:
    """Return whether a symbol has a form of the body; of a body without forms every symbol has."""
    return body not in FORMS or _pattern(body).fullmatch(symbol) is not None


def bodies_of(symbol: str) -> list[str]:
    """Return the bodies that have documents with such a symbol."""
    return [body for body in FORMS if fits(symbol, body)]


def example_of(body: str) -> str:
    """Return how a symbol of the body looks today."""
    form = FORMS[body][0]
    for word, example in (("NUMBERS", "8"), ("NUMBER", "8"), ("STATE", "NOR")):
        form = form.replace(word, example)
    return form


def mended(symbol: str) -> str:
    """Return a symbol without the usual slips: spaces, small letters, O for 0 and 0 for O."""
    plain = "".join(symbol.split()).replace("–", "-").replace("\\", "/").strip("/")  # noqa: RUF001
    return "/".join(_mended_part(part) for part in plain.upper().split("/"))


def _mended_part(part: str) -> str:
    number = part.replace("O", "0")
    if re.fullmatch("[0-9-]+", number):
        return number
    word, dot, number = part.partition(".")
    if word in {"ADD", "CORR", "REV"}:
        return word.capitalize() + dot + number.replace("O", "0")
    return part if re.search("[1-9]", part) else part.replace("0", "O")
