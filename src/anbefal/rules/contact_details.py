"""A person's e-mail address or telephone number stands in the file.

Whoever gets a copy of the repository gets the address too, for as long as its history lasts.
Name the organisation and the role instead; contact details belong in an address book.

An address that belongs to a role or an organisation is no person's: `postmottak@…`, `info@…`,
or one named after its domain or after an actor of `data/actors.yaml`. Telephone numbers are the
Norwegian ones of eight digits, and those that begin with `+` or `00`; freephone numbers are left
alone, and so are web addresses, symbols, dates and codes. The finding does not repeat the address
or the number.

Wrong (with the person's real address):

```yaml
participants:
  - {actor: jurk, role: leder, person: 'Kari Nordmann, kari.nordmann(at)…'}
```

Right:

```yaml
participants:
  - {actor: jurk, role: leder}
```
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from anbefal.diagnostics import Lines, Position, Severity
from anbefal.model.dataset import Dataset, SourceFile
from anbefal.rules.support.problem import Problem
from anbefal.rules.support.telephone import numbers_in

SEVERITY = Severity.WARNING
SECRET = True
"""What is found is not shown again, in no output."""

_ROLES = """
    abuse admin arkiv booking contact data epost firmapost hello help hei hjelp hr info
    information kontakt kontor leder legal mail media news newsletter nettredaksjon nyhetsbrev
    noreply ohchr office personvern petitions post postmaster postmottak press presse privacy
    redaksjon redaksjonen registry resepsjon sekretariat secretariat service support team
    upr webmaster
"""
ROLES = frozenset(_ROLES.split())
"""First words of addresses that are read by whoever is on duty."""

LONGEST_NAME = 64
"""Characters before the @ that an address may have."""

_NAME = re.compile(r"[\w.+'-]+$")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every address and telephone number that seems to be a person's."""
    for file in dataset.files:
        lines = Lines(file.text)
        for offset in _addresses_in(file.text, dataset.actors):
            message = "Here stands an e-mail address that seems to be a person's."
            yield _found(file, lines.position(offset), message)
        for offset in numbers_in(file.text):
            yield _found(file, lines.position(offset), "Here stands a telephone number.")


def _addresses_in(text: str, actors: Collection[str]) -> Iterator[int]:
    at = text.find("@")
    while at >= 0:
        start = max(0, at - LONGEST_NAME)
        name, domain = _NAME.search(text[start:at]), _DOMAIN.match(text, at + 1)
        if name and domain and not _is_of_a_role(name[0].casefold(), domain[0].casefold(), actors):
            yield start + name.start()
        at = text.find("@", at + 1)


def _is_of_a_role(name: str, domain: str, actors: Collection[str]) -> bool:
    first = re.split(r"[._+-]", name.replace("no-reply", "noreply"))[0]
    return first in ROLES or name in actors or name in domain.split(".")


def _found(file: SourceFile, position: Position, message: str) -> Problem:
    hint = "Name the organisation or the role instead."
    return Problem(file.path, message, hint, position=position)
