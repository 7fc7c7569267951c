"""What a recommendation asks: how strongly, to do what, of which treaty, for whom, and what else.

The texts are ours. A strength is ``do`` where nothing weakens the ask: "must" and "should" are the
same, because it is the body that chooses between them.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.ask.asks import Ask, Part
from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.obligations import Obligation, obligation_of

STRENGTHS = {
    "do": """
        Ratify OPCAT
        Norway must ratify OPCAT
        The State party should ratify OPCAT
        The Committee recommends that the State party ratify OPCAT
        The Committee urges the State party to open more shelters
        Sign and ratify OPCAT
        Sign, and then ratify, OPCAT
        Ratify OPCAT as soon as possible
        Complete as soon as possible the ratification of OPCAT
        Strengthen the ombudsman for children
        Ratify OPCAT and consider ratifying the CED
        Ratify OPCAT, and consider an invitation to the Special Rapporteur
        Train the police to consider complaints
        Ensure that courts consider the best interests of the child
        Build prisons, after considering the costs
        Train guards in order to step up the fight against torture
        Reconsider its position and abolish the death penalty
        In keeping with CEDAW, ratify OPCAT
        """,
    "consider": """
        Consider ratifying OPCAT
        Consider signing and ratifying OPCAT
        Continue to consider ratifying OPCAT
        Look into ratifying OPCAT
        Explore the possibility of abolishing the death penalty
        Examine the feasibility of a law on hate speech
        The Committee recommends that the State party consider ratifying OPCAT
        The State party should reconsider withdrawing its reservations to CEDAW
        """,
    "continue": """
        Continue its efforts to ratify OPCAT
        Continue to strengthen the training of the police
        Pursue efforts to abolish the death penalty
        Build on its work against child labour
        """,
    "intensify": """
        Intensify its efforts to ratify OPCAT
        Strengthen its efforts to protect children in care
        Redouble efforts aimed at ending child marriage
        Step up the training of police officers
        Accelerate the adoption of a law on hate speech
        """,
    "work-towards": """
        Take steps towards the ratification of OPCAT
        Work towards the ratification of OPCAT
        Make efforts aimed at ending child marriage
        Take measures to combat trafficking in persons
        """,
}
STYRKER = {
    "do": """
        Norge bør ratifisere torturkonvensjonen
        Noreg må ratifisere torturkonvensjonen
        Undertegne og ratifisere torturkonvensjonen
        Komiteen anbefaler at staten ratifiserer torturkonvensjonen
        Styrke barneombudet
        Ratifisere torturkonvensjonen og vurdere å tiltre ILO-konvensjon nr. 169
        """,
    "consider": """
        Norge bør vurdere å ratifisere torturkonvensjonen
        Noreg bør vurdere å underteikne og ratifisere torturkonvensjonen
        Komiteen anbefaler at staten vurderer å ratifisere ILO-konvensjon nr. 190
        Vurdere å trekke reservasjonen mot barnekonvensjonen artikkel 40
        """,
    "continue": """
        Fortsette arbeidet med å ratifisere torturkonvensjonen
        Fortsette å styrke rettshjelpen
        Noreg bør halde fram med arbeidet mot vald
        """,
    "intensify": """
        Trappe opp innsatsen for å ratifisere torturkonvensjonen
        Styrke innsatsen mot vold i nære relasjoner
        """,
    "work-towards": """
        Ta skritt for å ratifisere torturkonvensjonen
        """,
}


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (text.strip(), strength)
        for strength, texts in table.items()
        for text in texts.strip().splitlines()
    ]


@pytest.mark.parametrize(("text", "strength"), each(STRENGTHS))
def test_how_strongly_a_text_asks(text: str, strength: str) -> None:
    assert read_ask(text, "en").main.strength == strength


@pytest.mark.parametrize(("text", "strength"), each(STYRKER))
def test_how_strongly_a_norwegian_text_asks(text: str, strength: str) -> None:
    assert read_ask(text, "nb").main.strength == strength
    assert read_ask(text, "nn").main.strength == strength


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Accede to OPCAT", "ratify"),
        ("Sign and ratify OPCAT", "ratify"),
        ("Lift its reservations to CEDAW", "withdraw"),
        ("Abolish the death penalty", "abolish"),
        ("Ban corporal punishment of children", "prohibit"),
        ("Make a start, and ban corporal punishment of children", "prohibit"),
        ("Set up a complaints body for patients", "create"),
        ("Take measures such as training police officers", "train"),
        ("Consider adopting a law on hate speech", "adopt"),
        ("Examine the feasibility of a law on hate speech", ""),
        ("Hold free and fair elections", ""),
        ("Free political prisoners", "release"),
        ("Extend a standing and open invitation to all special procedures", "invite"),
        ("Extend the labour act to fishermen", "strengthen"),
        ("Find homes for families", ""),
        ("Bring those responsible to justice", "investigate"),
        ("Translate the treaties that it has ratified", "implement"),
        ("Make sure that OPCAT be ratified", "ratify"),
        ("Make sure that courts are bound by OPCAT", "ratify"),
        ("Make sure that no child is bound by custom", ""),
        ("Train experts from countries that are party to OPCAT", "train"),
    ],
)
def test_what_is_to_be_done(text: str, deed: str) -> None:
    assert read_ask(text, "en").main.deed == deed


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Norge bør slutte seg til OPCAT", "ratify"),
        ("Norge bør slutte å bruke isolasjon", "abolish"),
        ("Norge bør trekke reservasjonen mot barnekonvensjonen artikkel 40", "withdraw"),
        ("Noreg bør forby isolasjon av barn", "prohibit"),
        ("Opprette et ombud for eldre", "create"),
        ("Innlemme barnekonvensjonen i menneskerettsloven", "incorporate"),
    ],
)
def test_what_is_to_be_done_in_norwegian(text: str, deed: str) -> None:
    assert read_ask(text, "nb").main.deed == deed


def deeds(text: str, language: AskLanguage = "en") -> list[str]:
    return [part.deed for part in read_ask(text, language).parts]


@pytest.mark.parametrize(
    "text",
    [
        "Train police officers, build shelters and collect data",
        "The State party should: (a) train police officers; (b) build shelters; (c) collect data",
        "Norway should:\n(i) Train police officers;\n(ii) Build shelters; and\n(iii) Collect data.",
        "Train police officers. Build shelters. Also collect data.",
        "GREVIO urges the authorities to train police officers and build shelters and collect data",
    ],
)
def test_a_list_has_as_many_asks_and_its_first_is_the_main_one(text: str) -> None:
    assert deeds(text) == ["train", "strengthen", "collect"]
    assert read_ask(text, "en").main.groups == {"police-officers"}


@pytest.mark.parametrize(
    "text",
    [
        "Train police officers, prison staff and judges",
        "Sign and ratify OPCAT",
        "Ratify OPCAT, the CED and the CRPD",
        "Combat trafficking, including through the training of judges",
        "Build schools with a view to ending child labour",
    ],
)
def test_one_deed_is_one_ask_however_much_it_is_done_to(text: str) -> None:
    assert len(read_ask(text, "en").parts) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strengthen the protection of women and promotion of girls", ["strengthen"]),
        ("Train guards working in prisons and protected homes", ["train"]),
        ("Support bodies that promote and protect human rights", ["provide"]),
        ("Strengthen human rights education and training in schools", ["strengthen"]),
        ("Combat hate speech and organised crime", ["combat"]),
        ("Combat hate speech and effectively prosecute rape", ["combat", "investigate"]),
        ("Combat hate speech as well as prosecute rape", ["combat", "investigate"]),
        (
            "Combat hate speech, in particular online, and to prosecute rape",
            ["combat", "investigate"],
        ),
        ("Protection of women and prevention of rape", ["ensure", "combat"]),
        ("Fund schools; protecting women and training guards", ["provide", "ensure"]),
        ("Finish the report and train guards", ["submit", "train"]),
        ("Improve clinics, especially to protect children in care", ["strengthen"]),
        ("Women who are bound by custom, and are party to OPCAT", ["ratify"]),
        ("Sign. Train guards", ["train"]),
    ],
)
def test_an_ask_begins_with_a_verb_that_is_put_as_one(text: str, expected: list[str]) -> None:
    assert deeds(text) == expected


def test_an_adverb_belongs_to_the_verb_behind_it() -> None:
    first, second = read_ask("Combat hate speech and effectively prosecute rape", "en").parts
    assert "effect" in second.core
    assert "effect" not in first.core


def test_a_verb_without_an_object_is_left_out_where_its_sentence_ends() -> None:
    assert read_ask("Sign. Train guards", "en").main.core == ("train", "guard")


def test_a_last_verb_without_an_object_belongs_to_what_stands_before_it() -> None:
    assert read_ask("Train guards and improve practices", "en").main.core[-1] == "practic"


def test_a_text_without_an_object_is_one_ask_all_the_same() -> None:
    main = read_ask("Continue its efforts towards better laws", "en").main
    assert (main.strength, main.core[-1]) == ("continue", "law")


@pytest.mark.parametrize(
    "text",
    [
        "Continue its efforts to end child marriage and to train guards",
        "Continue ending child marriage and ratifying OPCAT",
    ],
)
def test_asks_that_are_put_alike_share_a_strength(text: str) -> None:
    assert [part.strength for part in read_ask(text, "en").parts] == ["continue", "continue"]


def test_an_ask_in_another_form_has_a_strength_of_its_own() -> None:
    parts = read_ask("Consider ending child marriage, and train guards", "en").parts
    assert [part.strength for part in parts] == ["consider", "do"]


@pytest.mark.parametrize(
    "text",
    [
        "Allow the Special Rapporteur on torture to visit prisons, and train guards",
        "Separate children from adults in detention, and train guards",
        "Pay attention to mental health, and train guards",
        "Include domestic workers in the labour act, and train guards",
    ],
)
def test_what_is_asked_first_is_kept_whatever_its_verb(text: str) -> None:
    parts = read_ask(text, "en").parts
    assert len(parts) == 2
    assert parts[0].core
    assert parts[1].deed == "train"


def test_a_norwegian_list_has_as_many_asks() -> None:
    text = "Norge bør ratifisere OPCAT og opprette et uavhengig tilsyn, og samle data om tvang"
    assert deeds(text, "nb") == ["ratify", "create", "collect"]


@pytest.mark.parametrize(
    "text",
    [
        "Noting the high number of complaints, train police officers",
        "In view of the many complaints, train police officers",
        "Concerned at complaints, the Committee urges the State party to train police officers",
        "In line with the Convention against Torture, train police officers",
        "While torture is prohibited, train police officers",
        "During the review of prisons, train police officers",
    ],
)
def test_what_stands_before_the_ask_is_not_asked(text: str) -> None:
    main = read_ask(text, "en").main
    assert (main.deed, main.groups, main.instruments) == ("train", {"police-officers"}, ())
    assert "&police-officers" in main.core


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Without delay ratify OPCAT, train guards", ["ratify", "train"]),
        ("In line with CEDAW, train guards in prisons, build shelters", ["train", "strengthen"]),
    ],
)
def test_a_first_clause_that_asks_is_kept_however_it_opens(text: str, expected: list[str]) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "core", "detail"),
    [
        ("Build schools with a view to ending child labour", "#education", "#child-labour"),
        ("In order to end torture, train guards", "guard", "#torture"),
        (
            "As required by CEDAW, nurses and judges, train guards",
            "guard",
            "&judges-and-lawyers",
        ),
        ("Combat trafficking, including by training judges", "#trafficking", "&judges-and-lawyers"),
        ("Train guards in accordance with CEDAW", "guard", "@cedaw"),
        ("Fund schools, which would end child labour", "#education", "#child-labour"),
        ("Fund schools, providing shelter for women", "#education", "&women"),
    ],
)
def test_why_and_how_are_details(text: str, core: str, detail: str) -> None:
    main = read_ask(text, "en").main
    assert core in main.core
    assert detail in main.details
    assert detail not in main.core


def test_an_aside_ends_where_the_ask_goes_on() -> None:
    main = read_ask(
        "Continue, in cooperation with the ombudsman, to combat child labour", "en"
    ).main
    assert "#child-labour" in main.core
    assert "@ombudsman" in main.details


@pytest.mark.parametrize(
    ("text", "core", "detail"),
    [
        ("Adopt, in line with CEDAW, a law on child labour", "#child-labour", "@cedaw"),
        ("Make, in line with CEDAW, the CRC and the CRPD, a list of schools", "list", "@crpd"),
        (
            "Ratify, as recommended by the Committee against Torture, OPCAT",
            "@opcat",
            "@cat-committee",
        ),
        (
            "Keep up, with the support of the ombudsman, its ban on torture",
            "#torture",
            "@ombudsman",
        ),
        (
            "Continue, in cooperation with the ombudsman, combating child labour",
            "#child-labour",
            "@ombudsman",
        ),
        (
            "Continue in cooperation with the ombudsman, combating child labour",
            "#child-labour",
            "@ombudsman",
        ),
        ("Keep up work with regard to clinics, protection of women", "&women", "clinic"),
    ],
)
def test_what_stands_between_commas_ends_with_the_second(text: str, core: str, detail: str) -> None:
    main = read_ask(text, "en").main
    assert core in main.core
    assert detail in main.details


def test_what_stands_between_commas_ends_there_in_norwegian_too() -> None:
    main = read_ask("Vedta, i samsvar med CEDAW, en lov om barnearbeid", "nb").main
    assert "#child-labour" in main.core
    assert "@cedaw" in main.details


def test_a_participle_that_is_the_first_verb_is_no_aside() -> None:
    main = read_ask("In prisons, training guards", "en").main
    assert (main.deed, main.details) == ("train", ())


@pytest.mark.parametrize(
    "text",
    [
        "Make efforts aimed at ending child marriage",
        "Make efforts aimed at ending child marriage, and train guards",
        "In order to end child marriage train guards",
    ],
)
def test_what_efforts_aim_at_is_the_thing_itself(text: str) -> None:
    main = read_ask(text, "en").main
    assert "#child-marriage" in main.core
    assert main.details == ()


def test_a_treaty_that_is_only_referred_to_is_not_what_is_asked() -> None:
    main = read_ask("Ratify OPCAT in line with the Convention against Torture", "en").main
    assert (main.instruments, main.references) == (("opcat",), ("cat",))


def test_numbers_and_years_are_kept() -> None:
    assert read_ask("Open 12 shelters by 2027", "en").numbers == {"12", "2027"}


def test_the_convention_is_the_one_that_the_body_watches_over() -> None:
    text = "Apply the Convention in all courts"
    assert read_ask(text, "en").main.instruments == ("the-convention",)
    assert read_ask(text, "en", treaty="cat").main.instruments == ("cat",)


def test_a_treaty_that_is_named_is_not_replaced() -> None:
    assert read_ask("Apply CEDAW in all courts", "en", treaty="cat").main.instruments == ("cedaw",)


@pytest.mark.parametrize("lead", ["", "The State party should ", "Norway must "])
@pytest.mark.parametrize("ask", ["prohibit torture", "consider ratifying OPCAT"])
def test_who_asks_whom_changes_nothing(lead: str, ask: str) -> None:
    committee = f"The Committee on Enforced Disappearances urges the State party to {ask}"
    assert read_ask(lead + ask, "en") == read_ask(committee, "en")


@pytest.mark.parametrize("text", ["", ".", "The", "Do more", "Soon and often"])
def test_a_text_that_asks_nothing_has_one_part_all_the_same(text: str) -> None:
    ask = read_ask(text, "en")
    assert len(ask.parts) == 1
    assert (ask.main.instruments, ask.main.groups) == ((), frozenset())


clause = st.sampled_from(
    [
        "ratify OPCAT",
        "consider ratifying the CED",
        "train the police",
        "in line with CEDAW",
        "with a view to ending torture",
        "(a)",
        "sign and",
        "efforts",
        "the Convention",
        "12 women",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(clause, max_size=6), st.sampled_from([" ", ", ", "; ", " and ", ". "]))
def test_any_text_has_a_main_ask_and_says_each_thing_once(clauses: list[str], by: str) -> None:
    ask = read_ask(by.join(clauses), "en")
    assert ask.parts
    for part in ask.parts:
        assert len(set(part.instruments)) == len(part.instruments)
        assert not set(part.instruments) - {token[1:] for token in part.core}


def bound(text: str, language: AskLanguage = "en") -> tuple[str, str, tuple[str, ...]] | None:
    found = obligation_of(read_ask(text, language))
    return (found.act, found.strength, found.treaties) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ratify OPCAT", ("ratify", "do", ("opcat",))),
        ("Become a party to OPCAT", ("ratify", "do", ("opcat",))),
        ("Accede to the core treaties and ratify OPCAT", ("ratify", "do", ("opcat",))),
        ("Sign OPCAT", ("sign", "do", ("opcat",))),
        ("Sign and ratify OPCAT", ("ratify", "do", ("opcat",))),
        ("Consider ratifying OPCAT", ("ratify", "consider", ("opcat",))),
        ("Ratify the CRPD and its Optional Protocol", ("ratify", "do", ("crpd", "op-crpd"))),
        ("Ratify ILO Conventions Nos. 169 and 190", ("ratify", "do", ("ilo-169", "ilo-190"))),
        ("Ratify OPCAT and consider ratifying the CED", ("ratify", "do", ("opcat",))),
        ("Ratify OPCAT. Train guards. Ratify the CED", ("ratify", "do", ("opcat", "ced"))),
        ("Withdraw its reservations to CEDAW", ("withdraw", "do", ("cedaw",))),
        ("Lift its reservation to article 37 of the CRC", ("withdraw", "do", ("crc",))),
        ("Review its reservations to CEDAW", ("reservation", "consider", ("cedaw",))),
        ("Limit its reservations to CEDAW", ("reservation", "do", ("cedaw",))),
        ("Accept individual complaints under CERD", ("competence", "do", ("icerd",))),
        (
            "Ratify the Optional Protocol to the CRC on a communications procedure",
            ("ratify", "do", ("op-crc-ic",)),
        ),
    ],
)
def test_by_what_a_text_would_bind_the_state(
    text: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert bound(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norge bør tiltre OPCAT", ("ratify", "do", ("opcat",))),
        ("Vurdere å ratifisere OPCAT", ("ratify", "consider", ("opcat",))),
        ("Undertegne OPCAT", ("sign", "do", ("opcat",))),
        ("Trekke reservasjonen mot barnekonvensjonen", ("withdraw", "do", ("crc",))),
        ("Godta individklager under barnekonvensjonen", ("competence", "do", ("crc",))),
    ],
)
def test_by_what_a_norwegian_text_would_bind_the_state(
    text: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert bound(text, "nb") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Implement the Convention against Torture",
        "Translate CEDAW",
        "Submit its report under the Convention against Torture",
        "Incorporate the CRC into national law",
        "Train judges in the Convention against Torture",
        "Abolish the death penalty",
        "Ratify",
    ],
)
def test_other_dealings_with_a_treaty_bind_no_more(text: str) -> None:
    assert bound(text) is None


def obligation(text: str) -> Obligation:
    found = obligation_of(read_ask(text, "en"))
    assert found
    return found


def test_treaties_may_be_meant_without_a_name() -> None:
    general = obligation("Ratify the human rights treaties to which it is not yet party")
    assert (general.treaties, general.general) == ((), True)
    with_example = obligation("Ratify the remaining human rights treaties, in particular the CED")
    assert (with_example.treaties, with_example.general) == (("ced",), True)
    assert not obligation("Ratify the CED").general


def test_an_obligation_has_its_place_and_what_is_asked_beside_it() -> None:
    found = obligation("Train guards and ratify OPCAT and build shelters")
    assert found.place == 1
    assert [part.deed for part in found.others] == ["train", "strengthen"]


def test_an_ask_has_one_main_part() -> None:
    part = Part("do", "", (), (), (), frozenset(), frozenset(), (), ())
    assert Ask((part,), (), frozenset(), "en").main is part


def test_a_list_of_thousands_of_asks_is_read_ask_by_ask() -> None:
    found = read_ask("Train guards" + ", and continue to train judges" * 4_000, "en")
    assert len(found.parts) == 4_001
    assert [part.strength for part in found.parts[:2]] == ["do", "continue"]
