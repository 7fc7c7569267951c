"""The word lists by which a text is told whom it concerns and what it is about."""

from __future__ import annotations

import re

import pytest

from anbefal.analysis.ask.phrases import Lexicon, phrases, table
from anbefal.analysis.ask.words import AskLanguage, words_of

LISTS: tuple[Lexicon, ...] = ("groups", "subjects", "plain")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

GROUPS: list[tuple[AskLanguage, str, set[str]]] = [
    ("en", "Protect the girls of the mining towns", {"girls"}),
    ("en", "Give minority pupils a school bus", {"minorities", "students"}),
    ("en", "Hear minors before they are moved", {"children"}),
    ("en", "Name a guardian for unaccompanied minors", {"unaccompanied-minors"}),
    ("en", "Free conscientious objectors", {"conscripts"}),
    ("en", "Count the Kvens/Norwegian Finns", {"kvens"}),
    ("en", "Hire a doctor for remand prisoners", {"remand-prisoners", "health-professionals"}),
    ("en", "Meet lesbian, gay, bisexual and transgender people", {"lgbti-persons"}),
    ("en", "Pay irregular migrants who testify", {"undocumented-migrants"}),
    ("en", "Talk with Sámi women and with Travellers", {"sami-women", "romani-people"}),
    ("en", "A ramp for women with disabilities", {"women-with-disabilities"}),
    ("en", "A bench for boys and girls", {"children"}),
    ("en", "More women in senior posts", {"women"}),
    ("en", "Teach asylum-seeking minors to swim", {"refugee-children"}),
    ("nb", "Gi enslige mindreårige asylsøkere en verge", {"unaccompanied-minors"}),
    ("nb", "Snakk med samene og med kvenene", {"sami", "kvens"}),
    ("nb", "Lytt til romanifolket/taterne og til romfolket", {"romani-people", "roma"}),
    ("nb", "Endre loven med sikte på at kommunene skal vite mer", {"local-authorities"}),
    ("nb", "Rampe for personar med nedsett funksjonsevne", {"persons-with-disabilities"}),
    ("nb", "Snakk med innvandrarar og flyktningar", {"migrants", "refugees"}),
    ("nb", "Gjev varetektsinnsatte ein lege", {"remand-prisoners", "health-professionals"}),
    ("nb", "Møt voldsutsatte kvinner", {"victims-of-violence"}),
    ("nb", "Stans menneskehandel", set()),
    ("nb", "Møt lesbiske, homofile, bifile og transpersoner", {"lgbti-persons"}),
]

SUBJECTS: list[tuple[AskLanguage, str, set[str]]] = [
    ("en", "Do away with capital punishment", {"capital-punishment"}),
    ("en", "Put a moratorium on all executions", {"moratorium-on-executions"}),
    ("en", "Build cells against overcrowding in prisons", {"prison-overcrowding"}),
    ("en", "Raise the minimum age of criminal responsibility", {"age-of-criminal-responsibility"}),
    ("en", "Rewrite the definition of rape", {"definition-of-rape"}),
    ("en", "Make marital rape a crime", {"marital-rape"}),
    ("en", "Send aid and adopt a status report on age", set()),
    ("en", "Stop solitary confinement", {"solitary-confinement"}),
    ("en", "Free, prior and informed consent before dams", {"consultation-of-indigenous-peoples"}),
    ("en", "Spend 0.7 per cent of GNI", {"level-of-development-aid"}),
    ("en", "Ask for expert opinions", set()),
    ("en", "Respect the autonomy of the judiciary", {"independence-of-the-judiciary"}),
    ("en", "Punish rape in marriage", {"marital-rape"}),
    ("en", "Lift the embargo", {"unilateral-coercive-measures"}),
    ("en", "Follow the National Human Rights Action Plan", {"human-rights-action-plan"}),
    ("en", "Give papers to parents", set()),
    ("en", "End the detention of migrant children", {"detention-of-migrant-children"}),
    ("en", "Close the gender pay gap", {"equal-pay"}),
    ("en", "Arm officers with no tasers", {"police-weapons"}),
    ("en", "Registration of births in the islands", {"birth-registration"}),
    ("en", "Issue clear public orders to the crew", set()),
    ("en", "A home in every environment, as an interim measure", set()),
    ("en", "Found a family court", {"family-law"}),
    ("en", "Greater hostility towards Muslims", {"islamophobia"}),
    ("en", "Bring families home from camps in Syria", {"repatriation-of-nationals"}),
    ("nb", "Få slutt på isolasjon i fengsel", {"solitary-confinement"}),
    ("nb", "Skriv om voldtektsbestemmelsen", {"definition-of-rape"}),
    ("nb", "Lukk lønnsgapet", {"equal-pay"}),
    ("nb", "Stans tvangsmedisinering", {"coercion-in-mental-health-care"}),
    ("nb", "Følg konsultasjonsplikten", {"consultation-of-indigenous-peoples"}),
    ("nb", "Barn på Trandum skal ut", {"detention-of-migrant-children"}),
    ("nb", "Hindre at barn forsvinner fra asylmottak", {"reception-of-asylum-seekers"}),
    ("nb", "Gjer noko med hatytringar", {"hate-speech"}),
    ("nb", "Betre vilkår under barnevernet", {"child-protection"}),
    ("nb", "Gi ofrene bistand", set()),
]

SAME_SUBJECT: list[tuple[AskLanguage, str, str]] = [
    ("en", "abolish the death penalty", "an end to capital punishment"),
    ("en", "violence in close relationships", "intimate partner violence"),
    ("en", "trafficking in persons", "human trafficking"),
    ("en", "corporal punishment", "physical punishment of pupils"),
    ("en", "excessive use of force", "police brutality"),
    ("en", "independence of judges", "an independent judiciary"),
    ("en", "a standing invitation", "an open invitation to all special procedures"),
    ("en", "freedom of speech", "freedom of expression"),
    ("en", "involuntary treatment", "coercion in mental health care"),
    ("en", "female circumcision", "FGM"),
    ("en", "suspension of the use of the death penalty", "a moratorium on executions"),
    ("en", "trade in human beings", "human trafficking"),
    ("en", "stop and search", "ethnic profiling"),
    ("en", "difference in pay between the sexes", "gender pay gap"),
    ("en", "women earn what men earn", "gender pay gap"),
    ("en", "conditions of foreign workers", "protect the rights of migrant workers"),
    ("en", "protect lesbian, gay, bisexual and transgender people", "rights of LGBTI persons"),
    ("en", "situation of disabled people", "protect the rights of persons with disabilities"),
    ("en", "protect national minorities", "rights of persons belonging to minorities"),
    ("en", "rights of the elderly", "protection of older persons"),
    ("en", "deprive asylum-seekers of their liberty", "immigration detention"),
    ("en", "detention of children for migration-related reasons", "detaining migrant children"),
    ("en", "returned to countries where they risk torture", "non-refoulement"),
    ("en", "poverty among children", "child poverty"),
    ("en", "the smacking of children", "corporal punishment"),
    ("en", "the length of court proceedings", "duration of trials"),
    ("en", "unemployment among immigrants", "immigrants to find work"),
    ("en", "women killed by their partners", "femicide"),
    ("en", "children separated from their parents", "removal of children"),
    ("en", "violence against boys and girls", "violence against children"),
    ("nb", "vold i nære relasjoner", "vald i nære relasjonar"),
    ("nb", "kjønnslemlestelse", "omskjæring av jenter"),
    ("nb", "trosfrihet", "religionsfridom"),
    ("nb", "likelønn", "lik lønn for arbeid av lik verdi"),
    ("nb", "kvinner tjener like mye som menn", "lønnsgapet"),
    ("nb", "rettighetene til lhbtiq-personer", "diskriminering av skeive"),
    ("nb", "funksjonshemmede i arbeid", "personer med nedsatt funksjonsevne i arbeid"),
    ("nb", "internere migrantbarn", "frihetsberøvelse av asylsøkende barn"),
    ("nb", "fattigdom blant barn", "barnefattigdom"),
    ("nb", "kontroll med de hemmelige tjenestene", "masseovervåking"),
]


def ids(which: Lexicon, text: str, language: AskLanguage) -> set[str]:
    found = phrases(which, language).find(words_of(text, language).lemmas)
    return {one.id for one in found}


@pytest.mark.parametrize("which", LISTS)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_phrase_stands_for_two_ids(which: Lexicon, language: AskLanguage) -> None:
    phrases(which, language)  # it refuses such a list


@pytest.mark.parametrize("which", LISTS)
def test_every_id_is_a_slug_with_phrases_in_both_languages(which: Lexicon) -> None:
    for one, entry in table(which).items():
        assert SLUG.fullmatch(one)
        assert all(entry[language] for language in ("en", "nb")), one


@pytest.mark.parametrize("which", ["groups", "subjects"])
def test_what_is_part_of_another_is_part_of_one_in_the_same_list(which: Lexicon) -> None:
    listed = table(which)
    for one, entry in listed.items():
        for wider in entry.get("within", []):
            assert wider in listed, (one, wider)
            assert wider != one


@pytest.mark.parametrize(("language", "text", "expected"), GROUPS)
def test_whom_a_text_concerns(language: AskLanguage, text: str, expected: set[str]) -> None:
    assert ids("groups", text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SUBJECTS)
def test_what_a_text_is_about(language: AskLanguage, text: str, expected: set[str]) -> None:
    assert ids("subjects", text, language) == expected


@pytest.mark.parametrize(("language", "one", "other"), SAME_SUBJECT)
def test_other_words_for_one_thing_meet(language: AskLanguage, one: str, other: str) -> None:
    assert ids("subjects", one, language) == ids("subjects", other, language) != set()


def test_a_text_in_nynorsk_is_read_with_the_norwegian_lists() -> None:
    assert ids("subjects", "Stans valdtekt", "nn") == {"sexual-violence"}
