"""Words that the generated records are made of. All of them are made up for this purpose.

No sentence here is quoted from a committee, a ministry or an organisation. A theme is a phrase
that the sentences have room for, in bokmål, nynorsk and English.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """A theme, with what its sentences and records need.

    Attributes:
        id: Its id.
        nb: Its name in bokmål, which also stands inside sentences.
        nn: Its name in nynorsk.
        en: Its name in English, which also stands inside sentences.
        group: Whom it mostly concerns.
        ministries: Ministries that answer for it; the first leads.
        sdg: A target.
    """

    id: str
    nb: str
    nn: str
    en: str
    group: str
    ministries: tuple[str, ...]
    sdg: str


@dataclass(frozen=True)
class Body:
    """A body that recommends.

    Attributes:
        id: Its id.
        kind: treaty-body or mechanism.
        nb: Its name in bokmål.
        en: Its name in English.
        symbol: Its documents' symbol, with ``{number}`` and ``{year}``.
        years: First and last year of its reports.
        every: Years between two reports.
        grades: Words of its own follow-up procedure; empty where it has none.
    """

    id: str
    kind: str
    nb: str
    en: str
    symbol: str
    years: tuple[int, int]
    every: int
    grades: tuple[str, ...] = ()


THEMES = (
    Theme("enslig-plassering", "enslig plassering i fengsel", "einsleg plassering i fengsel",
          "prolonged separation in prisons", "innsatte", ("jd", "hod"), "16.3"),
    Theme("arrest", "opphold i arrest", "opphald i arrest",
          "stays in police custody", "innsatte", ("jd",), "16.3"),
    Theme("tvang-i-helsevern", "tvang i psykisk helsevern", "tvang i psykisk helsevern",
          "coercion in mental health care", "pasienter", ("hod",), "3.4"),
    Theme("partnervold", "vold i nære relasjoner", "vald i nære relasjonar",
          "violence in close relationships", "kvinner", ("jd", "bfd", "hod"), "5.2"),
    Theme("seksuelle-overgrep", "seksuelle overgrep", "seksuelle overgrep",
          "sexual abuse", "kvinner", ("jd", "hod"), "5.2"),
    Theme("overgrep-mot-barn", "overgrep mot barn", "overgrep mot barn",
          "abuse of children", "barn", ("bfd", "jd", "kd"), "16.2"),
    Theme("barn-i-institusjon", "barn som bor i institusjon", "barn som bur i institusjon",
          "children living in institutions", "barn", ("bfd",), "16.2"),
    Theme("barns-medvirkning", "barns rett til å bli hørt", "retten barn har til å bli høyrde",
          "the right of children to be heard", "barn", ("bfd", "kd"), "16.7"),
    Theme("mobbing", "mobbing i skolen", "mobbing i skulen",
          "bullying in schools", "barn", ("kd",), "4.a"),
    Theme("barn-pa-flukt", "barn som kommer alene til landet", "barn som kjem åleine til landet",
          "children who arrive alone", "asylsøkere", ("jd", "bfd"), "10.7"),
    Theme("statsloshet", "statsløshet", "statsløyse",
          "statelessness", "statsløse", ("jd",), "16.9"),
    Theme("internering", "internering av utlendinger", "internering av utlendingar",
          "immigration detention", "asylsøkere", ("jd",), "10.7"),
    Theme("utnytting", "menneskehandel og tvangsarbeid", "menneskehandel og tvangsarbeid",
          "trafficking and forced labour", "ofre for menneskehandel", ("jd", "aid"), "8.7"),
    Theme("hets", "hets og hatefulle ytringer", "hets og hatefulle ytringar",
          "harassment and hateful speech", "minoriteter", ("kud", "jd"), "16.b"),
    Theme("etnisk-profilering", "kontroll på grunnlag av utseende", "kontroll ut frå utsjånad",
          "stops based on appearance", "minoriteter", ("jd",), "10.3"),
    Theme("samisk-sprak", "samiske språk i skole og forvaltning",
          "samiske språk i skule og forvalting", "Sami languages in schools and public services",
          "samer", ("kdd", "kd"), "4.5"),
    Theme("reindrift", "reindrift og inngrep i beiteland", "reindrift og inngrep i beiteland",
          "reindeer husbandry and encroachment on pastures", "samer", ("lmd", "kdd"), "15.9"),
    Theme("nasjonale-minoriteter", "de nasjonale minoritetenes kultur",
          "kulturen til dei nasjonale minoritetane", "the culture of national minorities",
          "nasjonale minoriteter", ("kdd", "kud"), "10.2"),
    Theme("universell-utforming", "universell utforming", "universell utforming",
          "accessibility", "personer med funksjonsnedsettelse", ("kud", "sd"), "11.7"),
    Theme("rettslig-handleevne", "rettslig handleevne og vergemål",
          "rettsleg handleevne og verjemål", "legal capacity and guardianship",
          "personer med funksjonsnedsettelse", ("jd",), "16.3"),
    Theme("assistanse", "personlig assistanse", "personleg assistanse",
          "personal assistance", "personer med funksjonsnedsettelse", ("hod",), "10.2"),
    Theme("likelonn", "likelønn og deltidsarbeid", "likeløn og deltidsarbeid",
          "equal pay and part-time work", "kvinner", ("kud", "aid"), "8.5"),
    Theme("kvinner-i-ledelse", "kvinner i ledende stillinger", "kvinner i leiande stillingar",
          "women in leading positions", "kvinner", ("kud", "nfd"), "5.5"),
    Theme("kjonnsidentitet", "kjønnsidentitet og kjønnsuttrykk", "kjønnsidentitet og kjønnsuttrykk",
          "gender identity and expression", "skeive", ("kud", "hod"), "10.3"),
    Theme("eldres-rettigheter", "eldre i omsorgstjenestene", "eldre i omsorgstenestene",
          "older persons in care services", "eldre", ("hod",), "3.8"),
    Theme("boliglopshet", "bostedsløshet", "bustadløyse",
          "homelessness", "bostedsløse", ("kdd", "aid"), "11.1"),
    Theme("barnefattigdom", "fattigdom blant barnefamilier", "fattigdom blant barnefamiliar",
          "poverty among families with children", "barn", ("aid", "bfd"), "1.2"),
    Theme("rettshjelp", "tilgang til rettshjelp", "tilgang til rettshjelp",
          "access to legal aid", "alle", ("jd",), "16.3"),
    Theme("klima", "klimapolitikk og menneskerettigheter", "klimapolitikk og menneskerettar",
          "climate policy and human rights", "alle", ("kld", "ed"), "13.2"),
    Theme("naringsliv", "næringslivets ansvar i andre land",
          "ansvaret næringslivet har i andre land", "the conduct of companies abroad",
          "alle", ("nfd", "ud"), "12.6"),
)  # fmt: skip

BODIES = (
    Body("cat", "treaty-body", "FNs komité mot tortur", "Committee against Torture",
         "CAT/C/NOR/CO/{number}", (1993, 2025), 4, ("A", "B1", "B2", "C")),
    Body("ccpr", "treaty-body", "FNs komité for sivile rettigheter", "Human Rights Committee",
         "CCPR/C/NOR/CO/{number}", (1989, 2024), 5, ("A", "B", "C", "D", "E")),
    Body("cedaw", "treaty-body", "FNs kvinnekomité",
         "Committee on the Elimination of Discrimination against Women",
         "CEDAW/C/NOR/CO/{number}", (1991, 2023), 4,
         ("implemented", "substantially implemented", "partially implemented", "not implemented")),
    Body("cerd", "treaty-body", "FNs rasediskrimineringskomité",
         "Committee on the Elimination of Racial Discrimination",
         "CERD/C/NOR/CO/{number}", (1988, 2024), 3, ("satisfactory", "more information")),
    Body("crc", "treaty-body", "FNs barnekomité", "Committee on the Rights of the Child",
         "CRC/C/NOR/CO/{number}", (1994, 2025), 5),
    Body("cescr", "treaty-body", "FNs komité for sosiale rettigheter",
         "Committee on Economic, Social and Cultural Rights",
         "E/C.12/NOR/CO/{number}", (1990, 2025), 5, ("sufficient progress", "no progress")),
    Body("crpd", "treaty-body", "FNs komité for funksjonshemmede",
         "Committee on the Rights of Persons with Disabilities",
         "CRPD/C/NOR/CO/{number}", (2019, 2025), 6),
    Body("ced", "treaty-body", "FNs komité mot forsvinninger",
         "Committee on Enforced Disappearances", "CED/C/NOR/CO/{number}", (2021, 2025), 4,
         ("A", "B", "C")),
    Body("upr", "mechanism", "Den universelle gjennomgangen", "Universal Periodic Review",
         "A/HRC/{number}/3", (2009, 2024), 5),
    Body("grevio", "treaty-body", "Europarådets gruppe mot kvinnevold",
         "Group of Experts on Violence against Women", "GREVIO/Inf({year})30", (2018, 2025), 4),
    Body("greta", "treaty-body", "Europarådets gruppe mot menneskehandel",
         "Group of Experts on Trafficking", "GRETA({year})12", (2013, 2024), 4),
    Body("ecri", "mechanism", "Europarådets kommisjon mot rasisme",
         "Commission against Racism and Intolerance", "CRI({year})2", (1998, 2024), 5),
)  # fmt: skip

MINISTRIES = {
    "aid": ("Arbeids- og inkluderingsdepartementet", "Ministry of Labour"),
    "bfd": ("Barne- og familiedepartementet", "Ministry of Children and Families"),
    "ed": ("Energidepartementet", "Ministry of Energy"),
    "hod": ("Helse- og omsorgsdepartementet", "Ministry of Health"),
    "jd": ("Justis- og beredskapsdepartementet", "Ministry of Justice"),
    "kd": ("Kunnskapsdepartementet", "Ministry of Education"),
    "kdd": ("Kommunal- og distriktsdepartementet", "Ministry of Local Government"),
    "kld": ("Klima- og miljødepartementet", "Ministry of the Environment"),
    "kud": ("Kultur- og likestillingsdepartementet", "Ministry of Culture and Equality"),
    "lmd": ("Landbruks- og matdepartementet", "Ministry of Agriculture"),
    "nfd": ("Nærings- og fiskeridepartementet", "Ministry of Trade"),
    "sd": ("Samferdselsdepartementet", "Ministry of Transport"),
    "ud": ("Utenriksdepartementet", "Ministry of Foreign Affairs"),
}

COORDINATORS = {
    "cat": "jd", "ccpr": "jd", "cedaw": "kud", "cerd": "kud", "crc": "bfd", "cescr": "ud",
    "crpd": "kud", "ced": "jd", "grevio": "jd", "greta": "jd",
}  # fmt: skip

OTHER_ACTORS = (
    ("innsyn", "ombud", "Ombudet for innsyn", "Ombud for Access"),
    ("tilsyn", "agency", "Tilsynet for institusjoner", "Inspectorate of Institutions"),
    ("statistikk", "agency", "Etaten for velferdsdata", "Agency for Welfare Data"),
    ("mr-institutt", "ombud", "Instituttet for menneskerettigheter", "Human Rights Institute"),
)
"""Id, kind and names of actors besides bodies, ministries and organisations. Made up."""

ORGANISATIONS = (
    ("frivillige-jurister", "Frivillige jurister", "Volunteer Lawyers"),
    ("barnas-stemme", "Barnas stemme", "The Children's Voice"),
    ("kvinnenettet", "Kvinnenettet", "The Women's Net"),
    ("fritt-ord-i-nord", "Fritt ord i nord", "Free Speech North"),
    ("landslaget-for-tilgang", "Landslaget for tilgang", "National Union for Access"),
    ("samisk-rettssenter", "Samisk rettssenter", "Sami Legal Centre"),
    ("fengselsvakta", "Fengselsvakta", "Prison Watch"),
    ("hjelp-pa-flukt", "Hjelp på flukt", "Help in Flight"),
    ("skeiv-samling", "Skeiv samling", "Queer Assembly"),
    ("eldreraadet", "Eldrerådet", "Council of the Aged"),
)

STATES = (
    "AR", "AU", "AT", "BD", "BE", "BR", "CA", "CL", "CN", "CO", "CR", "CU", "CZ", "DK", "EG", "EE",
    "FI", "FR", "DE", "GH", "GR", "HU", "IS", "IN", "ID", "IR", "IE", "IT", "JP", "JO", "KE", "LV",
    "MY", "MX", "MA", "NP", "NL", "NZ", "NG", "PK", "PE", "PH", "PL", "PT", "SN", "ES", "LK", "SE",
    "CH", "TH", "TN", "UG", "UA", "GB", "US", "UY", "VN", "ZA", "Bolivia (Plurinational State of)",
)  # fmt: skip

CRITERIA = (
    ("alvor", 15, "Alvor", "Gravity", "Hvor hardt rammer det den enkelte?"),
    ("utbredelse", 12, "Utbredelse", "Extent", "Hvor mange gjelder det?"),
    ("utsatthet", 12, "Utsatthet", "Vulnerability", "Kan de som rammes, selv si fra?"),
    ("gjentakelse", 10, "Gjentakelse", "Repetition", "Hvor ofte er det påpekt før?"),
    ("enighet", 8, "Enighet mellom organer", "Agreement", "Hvor mange organer sier det samme?"),
    ("tidspress", 10, "Tidspress", "Urgency", "Hva koster det å vente ett år?"),
    ("mulighet", 10, "Mulighet", "Feasibility", "Kan noe gjøres uten ny lov?"),
    ("paavirkning", 9, "Påvirkning", "Leverage", "Kan et møte flytte saken?"),
    ("kunnskap", 7, "Kunnskap", "Knowledge", "Vet nettverket nok til å stille krav?"),
    ("retning", 7, "Retning", "Direction", "Går utviklingen feil vei?"),
)
"""Id, weight, names and question of the ten criteria."""

LEVELS = {
    0: ("Ingen eller nesten ingen grad", "Not at all, or hardly"),
    2: ("Noen grad", "To some extent"),
    4: ("Svært høy grad", "To a very high degree"),
}

ACTIONS = (
    ("lov", "endre loven slik at den gir et klart vern i saker om {}",
     "amend its legislation so that it gives clear protection in matters of {}"),
    ("opplaering", "gi dommere, politi og saksbehandlere jevnlig opplæring om {}",
     "give judges, police and case workers regular training on {}"),
    ("statistikk", "føre statistikk om {}, fordelt på kjønn, alder og bosted",
     "collect data on {}, broken down by sex, age and place of residence"),
    ("midler", "sette av nok penger og folk til arbeidet med {}",
     "set aside sufficient funds and staff for its work on {}"),
    ("klageordning", "opprette en lett tilgjengelig klageordning for {}",
     "establish an easily accessible complaints procedure for {}"),
    ("tilsyn", "styrke det uavhengige tilsynet med {}",
     "strengthen independent supervision of {}"),
    ("plan", "vedta en handlingsplan om {} med tydelige frister og ansvar",
     "adopt a plan of action on {} with clear time limits and responsibilities"),
    ("etterforskning", "sørge for rask og grundig etterforskning av meldinger om {}",
     "ensure prompt and thorough investigation of reports of {}"),
    ("informasjon", "gi informasjon om {} på språk som folk forstår",
     "provide information on {} in languages that people understand"),
    ("oppreisning", "gi dem som er rammet av forhold knyttet til {}, oppreisning og hjelp",
     "offer redress and assistance to those affected by shortcomings related to {}"),
    ("medvirkning", "la dem det gjelder, delta når tiltak om {} utformes",
     "involve those concerned when measures on {} are designed"),
    ("forskning", "undersøke årsakene til svikt i arbeidet med {}",
     "examine the causes of shortcomings in its work on {}"),
)  # fmt: skip
"""Measure type and sentence parts in bokmål and English, with room for a theme."""

CONCERNS = (
    ("Komiteen er urolig over at tiltakene mot svikt på feltet {} er for svake",
     "The Committee is concerned that measures against shortcomings in {} are too weak"),
    ("Praksis i kommunene er ulik når det gjelder {}",
     "Practice differs between municipalities with regard to {}"),
    ("Få saker om {} blir meldt, og enda færre fører til et vedtak",
     "Few cases of {} are reported, and fewer still lead to a decision"),
    ("Det mangler pålitelige tall om {}",
     "Reliable data on {} are lacking"),
    ("Tidligere anbefalinger om {} er bare delvis fulgt",
     "Earlier recommendations on {} have been followed only in part"),
    ("Organet merker seg framgang, men ser at {} fortsatt er et problem i flere fylker",
     "While noting progress, the body observes that {} remains a problem in several counties"),
)  # fmt: skip

QUALIFIERS = (
    ("særlig i små kommuner", "in particular in small municipalities"),
    ("i samråd med organisasjonene på feltet", "in consultation with organisations in the field"),
    ("innen to år", "within two years"),
    ("uten unødig opphold", "without undue delay"),
    ("og måle virkningen hvert år", "and measure the effect every year"),
    ("både i statlige og kommunale tjenester", "in both state and municipal services"),
    ("med særlig vekt på barn og unge", "with particular attention to children and young people"),
    ("i tråd med komiteens generelle kommentar", "in line with the Committee's general comment"),
    ("", ""),
)

NYNORSK = "Noreg bør følgje opp det organet seier om {}, og gjere greie for det i neste rapport."

STATUS_NOTES = (
    "Et forslag er sendt på høring med frist på tre måneder.",
    "Direktoratet har fått i oppdrag å lage en veileder.",
    "Det er bevilget penger i budsjettet, men stillingene er ikke lyst ut.",
    "Lovendringen er vedtatt; forskriften mangler.",
    "Svaret gjentar det som sto i forrige rapport.",
    "Tiltaket er innført i fire av fylkene.",
    "Organisasjonene melder at lite er endret i praksis.",
    "Et utvalg skal levere sin utredning neste høst.",
    "Statistikken blir nå ført hvert år, men uten alder.",
    "Departementet viser til gjeldende rett og ser ikke behov for endringer.",
)

INTERNAL_NOTES = (
    "Spør departementet om framdriften før neste møte.",
    "Oversettelsen bør leses av en til.",
    "Kan samles med de andre om samme tema i briefen.",
    "Ikke tatt opp i 2024; vurder på nytt.",
)

COMMENTS = (
    "Kontrollert mot dokumentet av to personer.",
    "Ordlyden er den engelske; det finnes ingen offisiell oversettelse.",
    "Se også det forrige dokumentet fra samme organ.",
    "Temaet er satt av arbeidsgruppen.",
    "Vurder om avsnittet bør deles i to.",
)

PROVENANCE_NOTES = (
    "Avsnittet er lest i organets egen base. Sikkerhet: høy.",
    "Symbolet er sett i kilden, avsnittsnummeret bare i en omtale. Sikkerhet: middels.",
    "Importert fra en tabell; ordlyden er ikke kontrollert.",
)

MEASURES = (
    ("veileder", "Lage en veileder om {}", "Write guidelines on {}"),
    ("tall", "Legge fram tall om {} for de siste fem årene", "Present five years of data on {}"),
    ("hoering", "Sende et forslag om {} på høring", "Consult on a proposal on {}"),
    ("moete", "Holde et eget møte med organisasjonene om {}", "Meet the organisations about {}"),
    ("kurs", "Tilby kurs om {} i alle politidistrikter", "Offer courses on {} in every district"),
    ("budsjett", "Vurdere øremerkede midler til {}", "Consider earmarked funds for {}"),
    ("evaluering", "Evaluere ordningen for {}", "Evaluate the arrangements for {}"),
    ("tilbakemelding", "Svare skriftlig på spørsmålene om {}", "Answer the questions on {}"),
)
"""Id and text of what is promised or planned."""

QUESTIONS = (
    "Hva er gjort med {} siden forrige rapport?",
    "Når kommer tallene om {}, og hvem fører dem?",
    "Hvilket departement har ansvaret for {} i kommunene?",
    "Hva hindrer at anbefalingene om {} blir gjennomført?",
)

REASONS = (
    "Flere organer har sagt det samme i ti år.",
    "Tallene er usikre, men retningen er klar.",
    "Gjelder få, men følgene er store.",
    "Nettverket har egne saker som viser det.",
    "Et lovforslag er varslet i år.",
)
