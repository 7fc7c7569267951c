"""How two asks stand to each other: the same, near each other, or neither."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.ask.phrases import table
from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.judging import IDENTICAL, judge
from anbefal.analysis.duplicates.obligations import GENERAL
from anbefal.analysis.duplicates.pairs import Judgement
from anbefal.analysis.duplicates.reads import Read, prepared

HIGH = 0.75
"""What texts that are word for word the same score at least."""

NAMELESS = GENERAL | {"the-protocol"}
"""Ids of treaties that are meant without being named."""


@cache
def read(text: str, language: AskLanguage = "en") -> Read:
    return prepared(read_ask(text, language))


def judged(one: str, other: str, language: AskLanguage = "en") -> Judgement:
    return judge(read(one, language), read(other, language))


def names(language: AskLanguage) -> list[str]:
    entries = table("instruments").items()
    return [
        entry[language][0]
        for one, entry in entries
        if entry["kind"] == "treaty" and one not in NAMELESS and entry.get(language)
    ]


@pytest.mark.parametrize("text", ["Make the Convention law", "Ratify the Optional Protocol"])
def test_the_convention_of_another_body_is_another_convention(text: str) -> None:
    one, other = (prepared(read_ask(text, "en", treaty=name)) for name in ("cedaw", "crc"))
    assert judge(one, one).score == IDENTICAL
    assert judge(one, other).relation != "duplicate"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lift restrictions on fishing in line with CEDAW", "Withdraw its reservations to CEDAW"),
        (
            "Ensure that custody is not withdrawn, in line with the CRC",
            "Withdraw reservations to the CRC",
        ),
        ("Teach sign language in line with the CRPD", "Sign the CRPD"),
    ],
)
def test_what_is_lifted_withdrawn_or_signed_may_be_no_treaty(one: str, other: str) -> None:
    assert judged(one, other).relation != "duplicate"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ensure that, when asylum seekers are held, they should have a lawyer",
            "Ensure that, when children are questioned, they should have a lawyer",
        ),
        (
            "Ratify OPCAT, as the Committee recommends, and train the police",
            "Ratify the CED, as the Committee recommends, and train the police",
        ),
        (
            "End isolation of minors and report on it in its next periodic report. Train guards.",
            "Fund legal aid and report on it in its next periodic report. Train guards.",
        ),
        (
            "Withdraw its reservation to article 14 (5) of the ICCPR",
            "Withdraw its reservation to article 14 (7) of the ICCPR",
        ),
    ],
)
def test_what_stands_behind_a_comma_or_in_brackets_is_read(one: str, other: str) -> None:
    assert judged(one, one).score == IDENTICAL
    assert judged(one, other).relation != "duplicate"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Trekk tilbake reservasjonene til CRPD", "Trekke tilbake reservasjonene til CRPD", "nb"),
        ("Trekkja atterhalda til CRPD", "Trekke reservasjonene til CRPD", "nn"),
        (
            "Give primary consideration to the best interests of the child",
            "Ensure that the best interests of the child are a primary consideration",
            "en",
        ),
    ],
)
def test_forms_of_a_word_and_words_that_only_look_weak_part_nothing(
    one: str, other: str, language: AskLanguage
) -> None:
    assert judged(one, other, language).relation == "duplicate"


def test_to_end_a_possibility_is_to_end_the_thing() -> None:
    one = judged("Abolish the possibility of isolation", "Abolish isolation")
    assert one.relation == "duplicate"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ratify OPCAT", "Accede to the Optional Protocol to the Convention against Torture"),
        ("Ratify OPCAT", "Sign and ratify OPCAT"),
        ("Ratify OPCAT", "The Committee urges the State party to ratify OPCAT without delay"),
        ("Ratify OPCAT", "Ratify OPCAT and set up a national preventive mechanism"),
        ("Ratify CEDAW", "Ratify CEDAW and its Optional Protocol"),
        ("Withdraw its reservations to CEDAW", "Lift all reservations to the Women's Convention"),
        ("Abolish the death penalty", "Do away with capital punishment"),
        ("Prohibit corporal punishment of children", "Ban corporal punishment in all settings"),
        ("Issue a standing invitation to the special procedures", "Extend a standing invitation"),
        ("Train police officers on hate speech", "Provide training on hate speech to the police"),
        ("Establish a human rights institution", "Create a human rights institution"),
        (
            "Prohibit solitary confinement of children",
            "Prohibit the solitary confinement of children, train prison staff and collect data",
        ),
    ],
)
def test_the_same_in_other_words_is_a_duplicate(one: str, other: str) -> None:
    assert judged(one, other).relation == "duplicate"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ratify OPCAT", "Consider ratifying OPCAT"),
        ("Ratify OPCAT", "Continue its efforts to ratify OPCAT"),
        ("Ratify OPCAT", "Take steps towards the ratification of OPCAT"),
        ("Ratify OPCAT", "Sign OPCAT"),
        ("Ratify OPCAT", "Ratify OPCAT, the CED, the CRPD and the ICRMW"),
        ("Withdraw its reservations to CEDAW", "Ratify CEDAW"),
        ("Withdraw its reservations to CEDAW", "Consider withdrawing its reservations to CEDAW"),
        ("Withdraw its reservations to CEDAW", "Withdraw its reservations to the CRC"),
        ("Withdraw its reservations to CEDAW", "Review its reservations to CEDAW"),
        ("Ratify the Istanbul Convention", "Implement the Istanbul Convention"),
        ("Abolish the death penalty", "Consider abolishing the death penalty"),
        ("Abolish the death penalty", "Continue its efforts to abolish the death penalty"),
        ("Issue a standing invitation", "Consider issuing a standing invitation"),
        (
            "Train prison staff",
            "Prohibit the solitary confinement of children, train prison staff and collect data",
        ),
    ],
)
def test_another_obligation_on_the_same_subject_is_related(one: str, other: str) -> None:
    assert judged(one, other).relation == "related"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Build a bridge to the islands", "Prohibit corporal punishment of children"),
        ("Abolish the death penalty", "Ratify ILO Convention No. 169"),
        ("Train police officers on hate speech", "Extend a standing invitation"),
        ("Ratify OPCAT", "Close the pay gap between women and men"),
    ],
)
def test_asks_that_share_no_subject_are_not_worth_showing(one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.differs_in) == ("nothing", ())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Norge bør ratifisere OPCAT",
            "Slutte seg til tilleggsprotokollen til torturkonvensjonen",
            "duplicate",
        ),
        (
            "Norge bør ratifisere OPCAT",
            "Komiteen anbefaler at staten ratifiserer OPCAT",
            "duplicate",
        ),
        ("Norge bør ratifisere OPCAT", "Noreg må ratifisere OPCAT", "duplicate"),
        ("Norge bør ratifisere OPCAT", "Noreg bør vurdere å ratifisere OPCAT", "related"),
        ("Norge bør ratifisere OPCAT", "Norge bør undertegne OPCAT", "related"),
        ("Forby isolasjon av barn i fengsel", "Norge bør forby isolasjon av barn", "duplicate"),
        ("Forby isolasjon av barn i fengsel", "Vurdere å forby isolasjon av barn", "related"),
    ],
)
def test_norwegian_asks_are_told_apart_as_well(one: str, other: str, expected: str) -> None:
    assert judged(one, other, "nb").relation == expected


def test_to_consider_ratifying_is_never_to_ratify() -> None:
    for name in names("en"):
        found = judged(f"Ratify the {name}", f"Consider ratifying the {name}")
        assert (name, found.relation, found.differs_in) == (name, "related", ("strength",))


def test_to_consider_ratifying_is_never_to_ratify_in_norwegian() -> None:
    for name in names("nb"):
        found = judged(f"Norge bør ratifisere {name}", f"Norge bør vurdere å tiltre {name}", "nb")
        assert (name, found.relation, found.differs_in) == (name, "related", ("strength",))


@pytest.mark.parametrize("language", ["en", "nb"])
def test_to_ratify_one_treaty_is_never_to_ratify_another(language: AskLanguage) -> None:
    verb = {"en": "Ratify the", "nb": "Norge bør ratifisere"}[language]
    same = {
        (one, other)
        for one, other in combinations([f"{verb} {name}" for name in names(language)], 2)
        if judged(one, other, language).relation == "duplicate"
    }
    assert same == set()


def test_to_ratify_a_treaty_is_to_accede_to_it() -> None:
    for name in names("en"):
        found = judged(f"Ratify the {name}", f"Norway should accede to the {name}")
        assert (name, found.relation, found.differs_in) == (name, "duplicate", ())


GROUPS = ["women", "children", "migrants", "older persons", "prisoners", "journalists", "workers"]


@pytest.mark.parametrize(
    "frame",
    [
        "Build more schools for {}",
        "Combat hate speech against {}",
        "Protect {} from violence",
        "Adopt a plan of action on housing for {}",
        "Ensure that {} are heard before decisions are taken on their housing",
    ],
)
def test_another_group_makes_the_same_sentence_less_of_a_duplicate(frame: str) -> None:
    for one, other in combinations(GROUPS, 2):
        found = judged(frame.format(one), frame.format(other))
        assert found.differs_in == ("group",)
        assert found.score < judged(frame.format(one), frame.format(one)).score - 0.04


@pytest.mark.parametrize(
    ("language", "frame"),
    [("en", "Adopt a plan of action on housing for {}"), ("nb", "Norge bør gi {} gratis advokat")],
)
def test_a_plan_for_another_group_is_another_ask(language: AskLanguage, frame: str) -> None:
    groups = {"en": GROUPS, "nb": ["kvinner", "barn", "eldre", "innsatte", "samer"]}[language]
    for one, other in combinations(groups, 2):
        found = judged(frame.format(one), frame.format(other), language)
        assert (one, other, found.relation) == (one, other, "related")


PIECES = [
    "ratify OPCAT",
    "consider ratifying the CED",
    "ratify the CRPD and its Optional Protocol",
    "train police officers",
    "abolish the death penalty",
    "adopt a plan on trafficking",
    "continue efforts to combat domestic violence",
    "withdraw its reservations to the CRC",
    "collect data on hate speech against women",
    "prohibit corporal punishment of children in schools",
    "in line with CEDAW",
    "with a view to protecting migrants",
]


@st.composite
def asks(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.sampled_from(PIECES[:-2]), min_size=1, max_size=3, unique=True))
    more = draw(st.lists(st.sampled_from(PIECES[-2:]), max_size=1))
    lead = draw(st.sampled_from(["", "The State party should ", "Norway must: (a) "]))
    return lead + draw(st.sampled_from([", ", "; ", " and "])).join([*pieces, *more])


@settings(max_examples=25, deadline=None)
@given(asks(), asks())
def test_the_judgement_is_the_same_whichever_text_comes_first(one: str, other: str) -> None:
    assert judged(one, other) == judged(other, one)


@settings(max_examples=25, deadline=None)
@given(asks())
def test_a_text_is_a_duplicate_of_itself(text: str) -> None:
    found = judged(text, text)
    assert (found.relation, found.differs_in) == ("duplicate", ())
    assert found.score >= HIGH
    assert found.shared.alike == 1


@settings(max_examples=20, deadline=None)
@given(asks(), asks())
def test_a_score_is_a_probability_and_says_what_the_relation_is(one: str, other: str) -> None:
    found = judged(one, other)
    assert 0 <= found.score <= 1
    assert (found.relation == "duplicate") == (found.score >= 0.5)
    assert found.score == round(found.score, 3)


def test_what_is_not_sure_enough_is_no_duplicate_and_no_other_ask_either() -> None:
    one, other = read("Ratify CEDAW"), read("Ratify CEDAW and its Optional Protocol")
    easy, hard = judge(one, other), judge(one, other, least=0.99)
    assert (easy.relation, hard.relation) == ("duplicate", "nothing")
    assert easy.score == hard.score


def test_texts_without_words_have_nothing_to_do_with_each_other() -> None:
    assert judged("", "").relation == "nothing"
    assert judged("", "Ratify OPCAT").relation == "nothing"


def test_what_both_share_is_told_by_ids() -> None:
    shared = judged("Ban child labour in mines", "Prohibit child labour; pay the miners").shared
    assert shared.strength == "do"
    assert shared.actions == ("prohibit",)
    assert (shared.instruments, shared.groups) == ((), ("children",))
    assert shared.subjects == ("child-labour",)
    assert 0 < shared.alike < 1


def test_asks_of_unlike_strength_share_none() -> None:
    shared = judged("Ratify OPCAT", "Consider ratifying OPCAT").shared
    assert (shared.strength, shared.instruments) == (None, ("opcat",))
