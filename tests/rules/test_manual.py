"""Every rule has a page in the manual, and its examples can be read."""

from __future__ import annotations

import re
from pkgutil import iter_modules

import pytest
import ryaml

from anbefal import rules
from anbefal.rules import MODULES, RULES, Rule


def test_every_rule_module_is_registered_once() -> None:
    written = {found.name for found in iter_modules(rules.__path__) if not found.ispkg}

    assert sorted(module.__name__.rpartition(".")[2] for module in MODULES) == sorted(written)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.doc.code)
def test_a_page_shows_what_is_wrong_and_what_is_right(rule: Rule) -> None:
    manual = rule.doc.manual

    assert rule.doc.title
    assert not rule.doc.title.endswith(".")
    assert "Wrong" in manual
    assert manual.index("Wrong") < manual.index("Right")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.doc.code)
def test_the_examples_of_a_page_are_yaml(rule: Rule) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", rule.doc.manual, re.DOTALL)

    assert examples
    assert all(ryaml.loads(example) for example in examples)
