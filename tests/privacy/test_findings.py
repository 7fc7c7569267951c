"""What must not stand in the data is not spread by the program that finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import recommendation, repository, run

NUMBER = "01019010046"
ADDRESS = "kari.nordmann@example.org"


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("secret", [NUMBER, ADDRESS])
def test_a_number_or_address_that_is_found_is_not_shown(
    secret: str, form: str, tmp_path: Path
) -> None:
    record = recommendation("cat-2022-1", "isolasjon", internal=f"Ring {secret} i morgen.")
    root = repository(tmp_path, {"data/recommendations/cat-2022-1.yaml": record})

    outcome = run("validate", "-f", form, root=root)

    assert "cat-2022-1" in outcome.out
    assert secret not in outcome.out + outcome.err
