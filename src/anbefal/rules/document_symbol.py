"""A document symbol does not have the form that its body uses.

A symbol is how a document is found: one letter wrong, and it leads nowhere. The committees of the
United Nations and the UPR write theirs in fixed forms; the country is three letters.

| body | today | also |
|---|---|---|
| cat | `CAT/C/NOR/CO/8` | `CAT/C/CR/28/3`, `A/57/44` |
| spt | `CAT/OP/NOR/1` | `CAT/OP/NOR/ROSP/1` |
| ccpr | `CCPR/C/NOR/CO/7` | `CCPR/CO/82/FIN`, `CCPR/C/79/Add.27`, `A/49/40` |
| cedaw | `CEDAW/C/NOR/CO/9` | `CEDAW/C/OP.8/CAN/1`, `A/57/38` |
| cerd | `CERD/C/NOR/CO/23-24` | `CERD/C/304/Add.40`, `CERD/C/63/CO/8`, `A/52/18` |
| crc | `CRC/C/NOR/CO/5-6` | `CRC/C/OPSC/NOR/CO/1`, `CRC/C/15/Add.23` |
| crpd | `CRPD/C/NOR/CO/1` | `CRPD/C/GBR/IR/1` |
| ced | `CED/C/NOR/CO/1` | `CED/C/NOR/OAI/1` |
| cmw | `CMW/C/ALB/CO/2` | |
| cescr | `E/C.12/NOR/CO/6` | `E/C.12/1/Add.109`, `E/C.12/1995/13` |
| upr | `A/HRC/42/3` | `A/HRC/WG.6/33/L.6` |

Views on a person's complaint (`CCPR/C/123/D/2747/2016`) and additions (`/Add.1`, `/Corr.1`,
`/Rev.1`) are known too. Bodies that do not stand here, such as those of the Council of Europe,
may write anything.

Wrong (a letter O instead of a zero, a body's name in small letters):

```yaml
source: {body: cerd, document: cerd/C/NOR/CO/2O-21}
```

Right:

```yaml
source: {body: cerd, document: CERD/C/NOR/CO/20-21}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.model.symbols import bodies_of, example_of, fits, mended
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every document symbol that its body would not write."""
    right: set[tuple[str, str]] = set()
    for entry in dataset.entries_of(Recommendation):
        body, symbol = entry.record.source.body, entry.record.source.document
        if symbol is None or (body, symbol) in right:
            continue
        if fits(symbol, body):
            right.add((body, symbol))
        else:
            message = f"{symbol!r} is not a document symbol of {body}."
            yield problem(entry, ("source", "document"), message, _hint(body, symbol))


def _hint(body: str, symbol: str) -> str:
    meant = mended(symbol)
    if fits(meant, body):
        return f"Did you mean {meant!r}?"
    others = bodies_of(symbol)
    if others:
        return f"It has the form of {' or '.join(others)}: is the body right?"
    return f"It looks like {example_of(body)}."
