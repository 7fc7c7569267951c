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

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset, SourceFile
from anbefal.rules.problem import Problem
from anbefal.rules.telephone import numbers_in
from anbefal.rules.text import position_of

SEVERITY = Severity.WARNING

_ROLES = """
    abuse admin arkiv booking contact data epost firmapost hello help hei hjelp hr info
    information kontakt kontor leder legal mail media news newsletter nettredaksjon nyhetsbrev
    noreply ohchr office personvern petitions post postmaster postmottak press presse privacy
    redaksjon redaksjonen registry resepsjon sekretariat secretariat service support team
    upr webmaster
"""
ROLES = frozenset(_ROLES.split())
"""First words of addresses that are read by whoever is on duty."""

_ADDRESS = re.compile(r"([\w.+'-]+)@((?:[\w-]+\.)+[^\W\d_]{2,})")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every address and telephone number that seems to be a person's."""
    for file in dataset.files:
        if "@" in file.text:
            yield from _addresses(file, dataset.actors)
        for offset in numbers_in(file.text):
            yield _found(file, offset, "Here stands a telephone number.")


def _addresses(file: SourceFile, actors: Collection[str]) -> Iterator[Problem]:
    for match in _ADDRESS.finditer(file.text):
        if not _is_of_a_role(match[1].casefold(), match[2].casefold(), actors):
            message = "Here stands an e-mail address that seems to be a person's."
            yield _found(file, match.start(), message)


def _is_of_a_role(name: str, domain: str, actors: Collection[str]) -> bool:
    first = re.split(r"[._+-]", name.replace("no-reply", "noreply"))[0]
    return first in ROLES or name in actors or name in domain.split(".")


def _found(file: SourceFile, offset: int, message: str) -> Problem:
    hint = "Name the organisation or the role instead."
    return Problem(file.path, message, hint, position=position_of(file.text, offset))
