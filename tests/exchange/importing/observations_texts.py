"""Concluding observations that no committee wrote, and the same as Word and as plain text.

One line is one paragraph: ``# heading``, ``14. words``, ``(a) words`` for an item and, after two
spaces, ``(i) words`` for one in an item; what has none of these has no number.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from anbefal.exchange.word.blocks import Paragraph, WordDocument

HEAD = """\
United Nations
CAT/C/NOR/CO/12
Distr.: General
14 June 2027
Original: English
Committee against Torture
Concluding observations on the twelfth periodic report of Norway*"""

NOTE = "* Adopted by the Committee at its ninety-first session (19 April–14 May 2027)."  # noqa: RUF001

BODY = """\
# A. Introduction
1. The Committee considered the twelfth periodic report of Norway (CAT/C/NOR/12) at its 2301st and 2302nd meetings, held on 28 and 29 April 2027, and adopted the present concluding observations at its 2315th meeting, held on 11 May 2027.
2. The Committee thanks the delegation for its answers. It regrets that the report arrived late.
# B. Positive aspects
3. The Committee welcomes the ratification of two instruments in 2026:
(a) A protocol on patients’ rights;
(b) A protocol on visits to closed wards.
4. The Committee notes with appreciation that the State party has opened three new houses for remand prisoners.
# C. Principal subjects of concern and recommendations
# Isolation in remand
5. The Committee is concerned that the State party does not consider that it should count hours of isolation, and that the Ombudsman, who recommends that it do so, was not answered (art. 11).
6. The State party should:
(a) Count every hour of isolation in a national register, as was asked for in the previous concluding observations (see CAT/C/NOR/CO/11, para. 12 (a));
(b) Publish the figures each year, including:
  (i) The number of persons isolated;
  (ii) The length of each stay;
(c) See to it that everyone who is isolated meets other people for at least two hours a day.
# Police custody
7. While noting the reform of 2024, the Committee remains concerned about long stays in cells of the police, as described in paragraphs 5 and 6 (a) and (b) above. It recommends that the State party move everyone to a prison within 48 hours, in line with article 2 (1) (b) of the regulation.
8. Recalling its previous recommendation, the Committee urges the State party to: (a) Replace cells without daylight; (b) Provide a doctor within two hours; and (c) Record every refusal. The Committee also invites the State party to report the figures to the Storting.
9. The Committee notes the plan for staffing that was adopted in 2025.
10. The Committee regrets that nobody has evaluated the plan.
It is also concerned that posts stand empty.
# Psychiatric care
11. The Committee is concerned about:
(a) Restraint beds that are used without a decision;
(b) Electroconvulsive treatment without consent;
(c) Patients who should have been discharged, and who stay for want of housing.
12. In the light of articles 2 and 16 of the Convention, the State party should end treatment without consent. To that end, it should:
(a) Repeal the exception of necessity;
(b) Tell patients of their rights in a language that they understand;
(c) Let an independent body look into complaints.
The State party should also pay redress to those who were harmed.
# Asylum and non-refoulement
13. The Committee takes note of the explanations of the delegation, but is concerned at the number of children who are detained before they are returned.
14. The Committee calls upon the State party to:
(a) End the detention of children;
(b) Appoint guardians within a day;
(c) Train interviewers;
(d) Give legal aid from the first interview;
(e) Translate every decision;
(f) Stay returns while a complaint is pending;
(g) Publish figures;
(h) Review earlier refusals;
(i) Keep families together;
(j) Visit those who were returned.
# Training
15. The Committee encourages the State party to teach the Istanbul Protocol to every doctor who meets prisoners.
16. The Committee reiterates its recommendation that the State party make the crime of torture free from limitation.
17. The State party must not use spit hoods on children.
18. The Committee is of the view that the State party should compensate families. It should be noted that a bill was announced (2026).
# Follow-up procedure
19. The Committee requests the State party to provide, by 14 May 2028, information on its follow-up to the recommendations in paragraphs 6 (a) and (c), 8 (a)–(b), 14 (i), 16 and 40 above, in accordance with rule 72, paragraph 1, of its rules of procedure.
# Other issues
20. The State party is requested to disseminate widely the report and the present concluding observations in appropriate languages.
21. The Committee invites the State party to submit its next periodic report, which will be its thirteenth, by 14 May 2031."""  # noqa: E501, RUF001

LINE = re.compile(r"(?P<deep> *)(?:(?P<mark>#|[0-9]+\.|\([a-z]+\)) )?(?P<words>.*)")

Parts = tuple[str, str, int]
"""Mark, words and level of a paragraph: 0 for a number, 1 for a letter, 2 for a numeral."""


def parts(body: str = BODY) -> list[Parts]:
    """Return the paragraphs of a text."""
    found = []
    for line in body.splitlines():
        match = LINE.fullmatch(line)
        assert match
        mark = match["mark"] or ""
        level = 0 if not mark.startswith("(") else 2 if match["deep"] else 1
        found.append((mark, match["words"], level))
    return found


def document(body: str = BODY, head: str = HEAD, **others: Any) -> WordDocument:
    """Return a text as a document with typed numbers."""
    lines = [line.strip().removeprefix("# ") for line in f"{head}\n{body}".splitlines() if line]
    blocks = tuple(Paragraph(at, line) for at, line in enumerate(lines, 1))
    return WordDocument("observasjoner.docx", (), blocks, **others)


def automatic(body: str = BODY, head: str = HEAD) -> WordDocument:
    """Return a text as a document with automatic numbers, as a reader of Word gives it."""
    blocks = [Paragraph(at, line) for at, line in enumerate(head.splitlines(), 1)]
    for mark, words, level in parts(body):
        number = "" if mark in {"", "#"} else mark
        depth = level if number else None
        blocks.append(Paragraph(len(blocks) + 1, words, number, depth, mark == "#"))
    return WordDocument("observasjoner.docx", ("CAT/C/NOR/CO/12",), tuple(blocks))


def save_typed(path: Path) -> Path:
    """Write the text as a Word document with typed numbers."""
    made = _begun()
    for mark, words, level in parts():
        typed = f"{mark}\t{words}" if not level else f"{mark}{words}"
        _heading(made, words) if mark == "#" else made.add_paragraph(typed if mark else words)
    made.save(str(path))
    return path


def save_automatic(path: Path) -> Path:
    """Write the text as a Word document with automatic numbers."""
    made = _begun()
    number = _lists(made)
    begins = number
    for mark, words, level in parts():
        if mark == "#":
            _heading(made, words)
            continue
        paragraph = made.add_paragraph(words)
        if mark:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.get_or_add_numPr().get_or_add_ilvl().val = level
            properties.get_or_add_numPr().get_or_add_numId().val = begins
    made.save(str(path))
    return path


def save_plain(path: Path, *, width: int = 0) -> Path:
    """Write the text as it is when it is pasted, broken into lines and pages where asked for."""
    lines = [HEAD, NOTE, ""]
    for count, (mark, words, _) in enumerate(parts()):
        line = words if mark in {"", "#"} else f"{mark} {words}"
        lines += wrap(line, width, break_on_hyphens=False) if width else [line]
        if width and count % 12 == 11:
            lines[-2:-1] = [lines[-2], "", str(count), "CAT/C/NOR/CO/12", "GE.27-01234", ""]
        lines += [] if width else [""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _begun() -> Any:
    made = Document()
    made.sections[0].header.paragraphs[0].text = "CAT/C/NOR/CO/12"
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "United Nations"
    table.cell(0, 1).text = "Distr.: General\n14 June 2027\n\nOriginal: English"
    for line in HEAD.splitlines()[5:]:
        made.add_paragraph(line)
    return made


def _heading(made: Any, words: str) -> None:
    made.add_paragraph().add_run(words).bold = True


def _lists(made: Any) -> int:
    """Add the lists of the United Nations' documents and return their number."""
    numbering = made.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
        for level, (form, shown) in enumerate(
            (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
        )
    )
    xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(xml))
    num = numbering.add_num(77)
    return int(num.get(qn("w:numId")))
