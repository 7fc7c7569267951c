"""What is right, beyond the types: one rule a module, its docstring its page in the manual."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from anbefal.diagnostics import Diagnostic, RuleDoc
from anbefal.model.dataset import Dataset
from anbefal.rules import (
    actor_kinds,
    contact_details,
    criteria_count,
    date_order,
    document_symbol,
    file_names,
    held_meetings,
    link_contradiction,
    national_identity_number,
    overdue,
    paragraph_form,
    references,
    repeats,
    same_place,
    scale,
    scores,
    self_links,
    theme_cycle,
    tracks,
    unique_ids,
    weights,
)

MODULES: tuple[ModuleType, ...] = (
    references,
    unique_ids,
    file_names,
    actor_kinds,
    tracks,
    theme_cycle,
    criteria_count,
    weights,
    scale,
    scores,
    document_symbol,
    paragraph_form,
    same_place,
    self_links,
    link_contradiction,
    repeats,
    date_order,
    held_meetings,
    overdue,
    national_identity_number,
    contact_details,
)
"""Every rule, in the order of the manual. A rule's code is its module's name with hyphens."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule module, as the engine and the manual use it."""

    module: ModuleType

    @property
    def doc(self) -> RuleDoc:
        """The rule's page: its title is the first line of the docstring, without the full stop."""
        title, _, manual = (self.module.__doc__ or "").strip().partition("\n")
        code = self.module.__name__.rpartition(".")[2].replace("_", "-")
        return RuleDoc(code, self.module.SEVERITY, title.rstrip("."), manual.strip())

    def check(self, dataset: Dataset) -> list[Diagnostic]:
        """Return the rule's findings in a dataset; those on values still lack their position."""
        doc = self.doc
        secret = getattr(self.module, "SECRET", False)
        return [
            Diagnostic(
                code=doc.code,
                severity=doc.severity,
                file=one.file,
                message=one.message,
                hint=one.hint,
                record=one.record,
                position=one.position,
                path=one.path,
                secret=secret,
            )
            for one in self.module.check(dataset)
        ]


RULES = tuple(Rule(module) for module in MODULES)


def check(dataset: Dataset) -> list[Diagnostic]:
    """Return the findings of every rule in a dataset."""
    return [finding for rule in RULES for finding in rule.check(dataset)]
