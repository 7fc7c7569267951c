"""Treaties, declarations and bodies are found in recommendations, however they are named."""

from __future__ import annotations

import pytest

from anbefal.analysis.ask.instruments import instruments_in
from anbefal.analysis.ask.phrases import phrases, table
from anbefal.analysis.ask.words import AskLanguage, words_of

ENGLISH = [
    # By name and by short name
    ("Ratify the ICCPR and the ICESCR.", "iccpr icescr"),
    ("Accede to the Convention on the Rights of Persons with Disabilities (CRPD).", "crpd"),
    ("Withdraw the reservation to article 16 of CEDAW.", "cedaw"),
    ("Reply to complaints under articles 21 and 22 of CAT.", "cat"),
    ("Make the declaration under article 14 of ICERD.", "icerd"),
    ("Join the convention on migrant workers.", "icrmw"),
    ("Sign the UN Convention on the Rights of All Migrant Workers and their Families", "icrmw"),
    ("Ratify the ICRWM.", "icrmw"),
    ("Sign the convention for the protection of persons from forced disappearances.", "ced"),
    (
        "Ratify the 1954 Convention and the 1961 Convention.",
        "stateless-persons statelessness-reduction",
    ),
    ("Accede to both Statelessness Conventions.", "stateless-persons statelessness-reduction"),
    (
        "Ratify the Statute of the ICC and its agreement on privileges and immunities.",
        "rome-statute icc-privileges",
    ),
    (
        "Implement the Istanbul Convention and the Istanbul Protocol.",
        "istanbul-convention istanbul-protocol",
    ),
    ("Respect UNDRIP, the Bangkok Rules and the 2030 Agenda.", "undrip bangkok-rules sdgs"),
    ("Give the parliamentary ombudsman, as NPM, more staff.", "sivilombudet npm"),
    # Noise
    (
        (
            "Ratify the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment "
            "of Punishment"
        ),
        "cat",
    ),
    ("Follow the Convention of elimination of all kinds of discrimination against women", "cedaw"),
    ("Ratify the International Covenant Civil and Political Rights", "iccpr"),
    # Protocols alone: the treaty in the name is not found
    ("Ratify the Optional Protocol to the Convention against Torture.", "opcat"),
    ("Ratify OP-CAT.", "opcat"),
    ("Ratify CAT-OP, OPCEDAW and the CRPD-OP.", "opcat op-cedaw op-crpd"),
    ("Sign the Optional Protocol to the Covenant on Economic and Social Rights.", "op-icescr"),
    ("Sign the facultative protocol of the women's convention.", "op-cedaw"),
    ("Ratify Protocol No. 12 to the ECHR.", "echr-p12"),
    ("Ratify Protocol No. 12, the ECHR and CEDAW.", "echr-p12 echr cedaw"),
    ("Accept the additional protocol on collective complaints.", "esc-complaints"),
    (
        (
            "Apply the Protocol to prevent, suppress and punish trafficking in persons, especially "
            "women and children, supplementing the UN Convention against Transnational Organized "
            "Crime."
        ),
        "palermo-trafficking",
    ),
    ("Ratify the Palermo Protocol.", "palermo-trafficking"),
    ("Ratify the two Palermo Protocols.", "palermo-trafficking palermo-smuggling"),
    ("Ratify Protocol No. 16 ECHR.", "echr-p16"),
    # Protocols by number
    ("Ratify the Optional Protocol to the ICCPR.", "iccpr-op1"),
    ("Accede to the Second Optional Protocol to the ICCPR.", "iccpr-op2"),
    (
        (
            "Ratify the first and second Optional Protocols to the International Covenant on Civil "
            "and Political Rights."
        ),
        "iccpr-op1 iccpr-op2",
    ),
    (
        "Ratify the Optional Protocol to the ICCPR aiming at abolition of the death penalty.",
        "iccpr-op2",
    ),
    (
        "End executions, abolish the death penalty and sign the Optional Protocol to the ICCPR.",
        "iccpr-op2",
    ),
    ("Ratify OP-ICCPR-2.", "iccpr-op2"),
    ("Become party to the second optional protocol.", "iccpr-op2"),
    ("Ratify Additional Protocols I and II to the Geneva Conventions.", "geneva-ap1 geneva-ap2"),
    # Protocols of the child's convention
    ("Ratify the Optional Protocols to the CRC.", "op-crc-ac op-crc-sc"),
    (
        "Ratify all three Optional Protocols to the Convention on the Rights of the Child.",
        "op-crc-ac op-crc-sc op-crc-ic",
    ),
    ("Ratify the third Optional Protocol to the CRC.", "op-crc-ic"),
    ("Ratify the Optional Protocol to the CRC on a communications procedure.", "op-crc-ic"),
    (
        "Implement the Optional Protocol on the involvement of children in armed conflict.",
        "op-crc-ac",
    ),
    (
        "Ratify the Optional Protocols to the CRC on armed conflict and on the sale of children.",
        "op-crc-ac op-crc-sc",
    ),
    ("Ratify the Optional Protocol to the CRC.", "op-crc"),
    # Ellipses after the treaty
    ("Ratify CAT and its Optional Protocol.", "cat opcat"),
    ("Ratify the CRPD as well as the Optional Protocol thereto, and CED.", "crpd op-crpd ced"),
    (
        "Ratify the Convention on the Rights of the Child and both its optional protocols.",
        "crc op-crc-ac op-crc-sc",
    ),
    ("Accede to CAT and CEDAW and to their Optional Protocols.", "cat cedaw opcat op-cedaw"),
    (
        "Accede to the 1951 Refugee Convention and its 1967 Protocol.",
        "refugee-convention refugee-protocol",
    ),
    ("Apply the CRPD in schools. Ratify without delay the Optional Protocol.", "crpd op-crpd"),
    ("Ratify the CEDAW Optional Protocol.", "op-cedaw"),
    ("Ratify the CRPD, its Optional Protocol and the CED.", "crpd op-crpd ced"),
    ("Ratify CAT, OP-CEDAW and the CED.", "cat op-cedaw ced"),
    ("Ratify the Optional Protocol.", "optional-protocol"),
    ("Ratify the Optional Protocols to the two Covenants.", "iccpr-op1 iccpr-op2 op-icescr"),
    # Lists on one head
    ("Ratify the Optional Protocols to CAT and CEDAW.", "opcat op-cedaw"),
    ("Ratify the Optional Protocol to CAT and CEDAW.", "opcat cedaw"),
    (
        "Ratify the two Optional Protocols to the ICCPR, the CAT and CED.",
        "iccpr-op1 iccpr-op2 cat ced",
    ),
    (
        (
            "Ratify the Conventions on the rights of persons with disabilities and on enforced "
            "disappearance."
        ),
        "crpd ced",
    ),
    (
        (
            "Accede to the International Covenant on Civil and Political Rights and on Economic, "
            "Social and Cultural Rights."
        ),
        "iccpr icescr",
    ),
    ("Implement the Convention on the Rights of the Child and protect women from violence.", "crc"),
    ("Ratify both Covenants.", "iccpr icescr"),
    ("Bring the law into line with the two international covenants.", "iccpr icescr"),
    ("Spread knowledge of the CRPD, and make the Convention part of national law.", "crpd crpd"),
    ("Make the Convention part of national law.", "the-convention"),
    (
        "Ratify the Optional Protocols to ICCPR, ICESCR and CRPD.",
        "iccpr-op1 iccpr-op2 op-icescr op-crpd",
    ),
    (
        "Ratify the Optional Protocols to ICCPR, the CAT and the Rome Statute.",
        "iccpr-op1 iccpr-op2 cat rome-statute",
    ),
    ("Ratify ICESCR and its OP, CEDAW and its OP.", "icescr op-icescr cedaw op-cedaw"),
    ("Ratify the Optional Protocol to the Convention against Torture (OP-CAT).", "opcat"),
    ("Ratify the Second Optional Protocol to the ICCPR; OP-CAT; CED.", "iccpr-op2 opcat ced"),
    ("Ratify Additional Protocol 13 to the ECHR.", "echr-p13"),
    (
        "Sign Additional Protocols I and II of 1977 to the Geneva Conventions.",
        "geneva-ap1 geneva-ap2",
    ),
    # What was named is meant again, or none is
    ("Withdraw its reservations to CEDAW and incorporate this instrument.", "cedaw"),
    ("Ratify OPCAT, as this treaty protects prisoners.", "opcat"),
    ("Ratify OPCAT and report on treaty obligations.", "opcat"),
    ("Sign CED and CAT, which are key instruments.", "ced cat"),
    ("Sign CED and take part in this international instrument.", "ced"),
    ("Accede to the treaties that are outstanding.", "human-rights-treaties"),
    ("Ratify the conventions and protocols that it has signed.", "human-rights-treaties"),
    ("Adopt instruments for budgeting and respect a treaty.", ""),
    # Labour conventions
    ("Ratify Convention No. 87 (on freedom of association) and No. 98.", "ilo-87 ilo-98"),
    (
        "Ratify the Social Security Convention and the Labour Inspection Convention.",
        "ilo-102 ilo-81",
    ),
    ("Ratify ILO Conventions Nos. 87, 98 and 169.", "ilo-87 ilo-98 ilo-169"),
    ("Ratify Convention No. 189 of the International Labour Organization.", "ilo-189"),
    ("Ratify ILO 169 and the convention on domestic workers.", "ilo-169 ilo-189"),
    ("Ratify the ILO convention on the worst forms of child labour.", "ilo-182"),
    ("Ask the ILO for help with 12 labour courts.", "ilo"),
    # Committees
    ("Follow the recommendations of CEDAW and the CRC.", "cedaw-committee crc-committee"),
    ("Report in time to the CERD Committee.", "cerd-committee"),
    ("Submit the overdue report to CEDAW.", "cedaw-committee"),
    (
        "Heed the views of the Human Rights Committee and ratify CERD.",
        "human-rights-committee icerd",
    ),
    ("Respect CRC and ICCPR concerning the death penalty.", "crc iccpr"),
]

NORWEGIAN = [
    ("Ratifisere traktatene som gjenstår.", "human-rights-treaties"),
    ("Ratifisere torturkonvensjonen og følge traktaten.", "cat"),
    ("Ratifisere torturkonvensjonen og kvinnekonvensjonen.", "cat cedaw"),
    ("Ratifisere tilleggsprotokollen til torturkonvensjonen.", "opcat"),
    (
        "Slutte seg til barnekonvensjonens tredje tilleggsprotokoll om individklageordning.",
        "op-crc-ic",
    ),
    ("Ratifisere de valgfrie protokollene til Barnekonvensjonen.", "op-crc-ac op-crc-sc"),
    ("Ratifisere begge dei valfrie protokollane til barnekonvensjonen.", "op-crc-ac op-crc-sc"),
    ("Ratifisere CRPD og den valgfrie protokollen.", "crpd op-crpd"),
    ("Innarbeide FN-konvensjonen om rettighetene til mennesker med nedsatt funksjonsevne.", "crpd"),
    (
        "Innarbeide konvensjonen om rettane til menneske med nedsett funksjonsevne i norsk lov.",
        "crpd",
    ),
    (
        "Ratifisere ILO-konvensjon nr. 189 og ILOs konvensjoner nr. 87 og 98.",
        "ilo-189 ilo-87 ilo-98",
    ),
    ("Oppfylle konvensjonene om barnets rettigheter og om rasediskriminering.", "crc icerd"),
    ("Følge anbefalingene fra CERD og GREVIO.", "cerd-committee grevio"),
    ("Følgje opp tilrådingane frå torturkomiteen.", "cat-committee"),
    (
        "Styrke Sivilombudet, Diskrimineringsnemnda og Barneombudet.",
        "sivilombudet discrimination-tribunal children-ombudsman",
    ),
    ("Ratifisere valgfri protokoll til ØSK.", "op-icescr"),
    ("Ratifisere andre valgfrie protokoll til SP om avskaffelse av dødsstraff.", "iccpr-op2"),
    ("Ratifisere protokoll nr. 12 til EMK.", "echr-p12"),
    ("Ratifisere konvensjonane om rettane til barnet og mot tortur.", "crc cat"),
    ("Ratifisere OP-CRC-IC, OP-ICESCR og CRPDs valgfrie protokoll.", "op-crc-ic op-icescr op-crpd"),
]

CASES = [
    *((text, "en", expected) for text, expected in ENGLISH),
    *((text, "nb", expected) for text, expected in NORWEGIAN),
]


def named(text: str, language: AskLanguage = "en") -> list[str]:
    found = instruments_in(words_of(text, language), language)
    return [one.id for one in found]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_a_text_names_these(text: str, language: AskLanguage, expected: str) -> None:
    assert set(named(text, language)) == set(expected.split())


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_name_in_the_list_is_found_as_what_it_names(language: AskLanguage) -> None:
    entries = table("instruments")
    wrong = [
        (one, name)
        for one, entry in entries.items()
        for name in entry.get(language, ())
        if one not in LEANING
        and set(named(name, language)) - {one, *entry.get("names", ()), *entry.get("plural", ())}
    ]

    assert wrong == []


LEANING = {"the-convention", "the-protocol", "optional-protocol"}


def test_entries_name_a_kind_and_other_entries() -> None:
    entries = table("instruments")
    others = {
        other
        for entry in entries.values()
        for key in ("names", "plural", "protocol", "protocols")
        for other in entry.get(key, ())
    } | {entry[key] for entry in entries.values() for key in ("of", "watches") if key in entry}

    assert {entry["kind"] for entry in entries.values()} == {"treaty", "declaration", "body"}
    assert others <= set(entries)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_list_has_no_name_for_two_things(language: AskLanguage) -> None:
    phrases("instruments", language)


def test_a_name_covers_the_whole_of_a_long_title() -> None:
    text = (
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
    )
    words = words_of(text, "en")

    (found,) = instruments_in(words, "en")

    assert (found.start, found.end) == (0, len(words.plain))


def test_what_stands_before_a_name_belongs_to_it() -> None:
    words = words_of("Ratify the UN Convention on the Rights of Persons with Disabilities", "en")

    (found,) = instruments_in(words, "en")

    assert (found.start, found.end) == (1, len(words.plain))


def test_what_several_are_named_by_is_the_place_of_each() -> None:
    found = instruments_in(words_of("Ratify the Optional Protocols to CAT and CEDAW.", "en"), "en")

    assert [(one.start, one.end) for one in found] == [(1, 7), (1, 7)]


def test_what_one_head_names_comes_in_the_order_of_the_text() -> None:
    assert named("Ratify the Optional Protocols to ICESCR and CAT.") == ["op-icescr", "opcat"]
    assert named("Ratify ICESCR and CAT and their Optional Protocols.")[-2:] == [
        "op-icescr",
        "opcat",
    ]


def test_what_a_labour_convention_is_on_is_part_of_its_name() -> None:
    words = words_of("Convention No. 169 concerning indigenous and tribal peoples", "en")

    (found,) = instruments_in(words, "en")

    assert (found.id, found.end) == ("ilo-169", len(words.plain))


def test_an_abbreviation_after_a_name_is_found_again() -> None:
    assert named("the Convention on the Rights of the Child (CRC)") == ["crc", "crc"]


def test_words_of_the_same_stem_name_nothing() -> None:
    text = "Ban conventional weapons in families that live in unconventional homes. Statutory rape."

    assert named(text) == []


def test_a_protocol_of_the_police_is_none() -> None:
    assert named("Adopt police protocols on domestic violence.") == []


def test_nynorsk_is_read_with_the_list_for_bokmal() -> None:
    assert named("Følgje opp barnekonvensjonen.", "nn") == ["crc"]


def test_an_empty_text_names_nothing() -> None:
    assert named("") == []


def test_a_text_without_end_takes_no_time_without_end() -> None:
    words = words_of("Ratify the women convention and Optional Protocols. " * 2000, "en")

    assert len(instruments_in(words, "en")) < len(words.plain) / 4
