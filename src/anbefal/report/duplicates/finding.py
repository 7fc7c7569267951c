"""A new recommendation with a likely duplicate that nobody has decided on, as a finding."""

from __future__ import annotations

from anbefal.analysis.duplicates.pairs import Pair
from anbefal.diagnostics import Diagnostic, Path, RuleDoc, Severity
from anbefal.report.duplicates.telling import out_of_100

UNDECIDED = RuleDoc(
    code="undecided-duplicate",
    severity=Severity.ERROR,
    title="A new record may be the same ask as another, and nobody has decided",
    manual="""\
Only `anbefal dedupe --check` finds this. A record that is new asks for what another one seems to
ask for already. Somebody must read both and decide: `anbefal dedupe --apply ID` asks pair by pair
and writes the answer as a link. A pair that is decided is never found again.

New is what was not there in the commit before the last, or at the moment that `--new-since` names;
and a record that has got a text since that it lacked, or of which most words are others by now.

Found, where `ccpr-2018-15b` asks for the same and no link says how they stand to each other:

```yaml
id: cat-2018-16
```

Decided, in one of four ways:

```yaml
id: cat-2018-16
links: {same_as: [ccpr-2018-15b]}
```

`same_as` and `repeats` say that it is the same ask, `related` and `distinct_from` that it is not.
""",
)


def undecided(pair: Pair, new: str, file: str) -> Diagnostic:
    """Return the finding of a pair.

    Args:
        pair: The pair.
        new: Which of the two is new.
        file: The file of that one.
    """
    other = pair.b if new == pair.a else pair.a
    likely = out_of_100(pair.judgement.score)
    return Diagnostic(
        code=UNDECIDED.code,
        severity=UNDECIDED.severity,
        file=file,
        message=f"{new!r} may be the same ask as {other!r} ({likely} of 100), and nobody has "
        "decided.",
        hint=f"Read both and decide: 'anbefal dedupe --apply {new}'.",
        record=new,
        path=Path(("id",)),
        secret=True,  # the line may hold an internal note
    )
