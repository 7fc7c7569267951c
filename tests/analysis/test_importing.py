from dataclasses import replace
from pathlib import Path

from analysis.incoming import bring_in, plan, records, row
from anbefal.model.incoming import Place, Skipped, SourceLabels, Unread
from support import added, write


def test_a_row_that_nobody_has_becomes_a_record_under_body_year_and_paragraph(
    tmp_path: Path,
) -> None:
    bring_in(write(tmp_path, {}), [row(source__paragraph="40(b)")])
    assert records(tmp_path).recommendations["cat-2018-40b"].source.paragraph == "40(b)"


def test_a_new_record_says_where_it_comes_from(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row()])
    provenance = records(tmp_path).recommendations["cat-2018-40"].provenance
    assert (provenance.source, provenance.verified) == ("UHRI (a file)", False)


def test_the_same_rows_again_change_nothing(tmp_path: Path) -> None:
    rows = [row(), row(3, source__paragraph=None, text__en="Another thing should be done.")]
    bring_in(write(tmp_path, {}), rows)
    again = plan(tmp_path, rows)
    assert (again.edits, again.number("unchanged")) == ((), 2)


def test_what_an_import_wrote_is_brought_up_to_date(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(text__en="An older wording.")])
    made = bring_in(tmp_path, [row(text__en="The newer wording.")])
    assert [(one.field, one.before, one.after) for one in made.imported[0].changes] == [
        ("text.en", "An older wording.", "The newer wording.")
    ]
    assert records(tmp_path).recommendations["cat-2018-40"].text.en == "The newer wording."


def test_what_a_person_changed_stays_and_is_told_of(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(text__en="Wording with a slpi.")])
    _edit(tmp_path, "cat-2018-40", "slpi", "slip")
    made = bring_in(tmp_path, [row(text__en="A quite new wording.")])
    assert [(one.field, one.before) for one in made.imported[0].kept] == [
        ("text.en", "Wording with a slip.")
    ]
    assert records(tmp_path).recommendations["cat-2018-40"].text.en == "Wording with a slip."


def test_what_a_person_changed_is_not_told_of_while_the_file_says_what_it_said(
    tmp_path: Path,
) -> None:
    rows = [row(text__en="Wording with a slpi.")]
    bring_in(write(tmp_path, {}), rows)
    _edit(tmp_path, "cat-2018-40", "slpi", "slip")
    again = plan(tmp_path, rows)
    assert (again.edits, again.imported[0].kept) == ((), ())


def test_what_a_person_took_away_stays_away(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(sdgs=["16.3"])])
    _edit(tmp_path, "cat-2018-40", 'sdgs: ["16.3"]\n', "")
    bring_in(tmp_path, [row(sdgs=["16.3"])])
    assert records(tmp_path).recommendations["cat-2018-40"].sdgs == ()


def test_a_record_that_a_person_wrote_gets_what_it_lacks_and_keeps_the_rest(
    tmp_path: Path,
) -> None:
    write(tmp_path, {})
    before = records(tmp_path).recommendations["cat-2018-16"]
    bring_in(tmp_path, [row(source__paragraph="16", source__annotation_id="ab-1", themes=["x"])])
    after = records(tmp_path).recommendations["cat-2018-16"]
    assert after.source.annotation_id == "ab-1"
    assert (after.themes, after.summary) == (before.themes, before.summary)


def test_a_record_is_known_by_its_annotation_id_wherever_a_person_moved_it(tmp_path: Path) -> None:
    rows = [row(source__annotation_id="ab-1")]
    bring_in(write(tmp_path, {}), rows)
    _edit(tmp_path, "cat-2018-40", 'paragraph: "40"', 'paragraph: "41"')
    assert [(one.record, one.outcome) for one in plan(tmp_path, rows).imported] == [
        ("cat-2018-40", "unchanged")
    ]


def test_without_an_annotation_id_a_record_is_known_by_the_place_that_the_import_gave_it(
    tmp_path: Path,
) -> None:
    bring_in(write(tmp_path, {}), [row()], "observations")
    _edit(tmp_path, "cat-2018-40", 'paragraph: "40"', 'paragraph: "41"')
    assert plan(tmp_path, [row()], "observations").number("new") == 0


def test_a_record_without_a_place_is_known_by_the_words_that_the_import_gave_it(
    tmp_path: Path,
) -> None:
    rows = [row(source__document=None, source__paragraph=None, text__en="Wording with a slpi.")]
    bring_in(write(tmp_path, {}), rows, "upr-info")
    name = next(
        one
        for one in records(tmp_path).recommendations
        if one.startswith("cat-2018-") and one != "cat-2018-16"
    )
    _edit(tmp_path, name, "slpi", "slip")
    assert plan(tmp_path, rows, "upr-info").number("new") == 0


def test_two_texts_that_uhri_tells_apart_may_stand_in_one_paragraph(tmp_path: Path) -> None:
    rows = [row(source__annotation_id="ab-1"), row(3, source__annotation_id="ab-2", text__en="B.")]
    bring_in(write(tmp_path, {}), rows)
    assert {"cat-2018-40", "cat-2018-40-2"} <= set(records(tmp_path).recommendations)


def test_two_rows_that_claim_the_record_of_a_person_are_told_of(tmp_path: Path) -> None:
    rows = [
        row(2, source__paragraph="16", source__annotation_id="ab-1"),
        row(3, source__paragraph="16", source__annotation_id="ab-2"),
    ]
    made = plan(write(tmp_path, {}), rows)
    assert [one.place.row for one in made.unread] == [2, 3]
    assert made.edits == ()


def test_a_concern_is_not_merged_into_a_recommendation_of_the_same_paragraph(
    tmp_path: Path,
) -> None:
    made = plan(write(tmp_path, {}), [row(source__paragraph="16", kind="concern")])
    assert "cat-2018-16" in made.unread[0].message


def test_a_kind_that_a_person_corrected_is_no_reason_to_complain(tmp_path: Path) -> None:
    rows = [row(kind="concern")]
    bring_in(write(tmp_path, {}), rows, "observations")
    _edit(tmp_path, "cat-2018-40", "kind: concern", "kind: recommendation")
    assert plan(tmp_path, rows, "observations").unread == ()


def test_a_row_that_says_the_same_again_is_skipped(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(), row(3)])
    assert (made.number("new"), made.skipped) == (1, {"repeats an earlier row": 1})


def test_of_rows_that_contradict_each_other_none_is_taken(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(), row(3, text__en="Something else.")])
    assert [one.place.row for one in made.unread] == [2, 3]
    assert made.unread[0].raw == {"Text": "raw"}


def test_labels_become_the_words_of_the_repository_and_others_are_counted_and_kept(
    tmp_path: Path,
) -> None:
    labels = SourceLabels("- CAT", themes=("Isolation & solitary", " Water\xa0"))
    theme = "- {id: ensom, name: {nb: Ensom}, uhri: [Isolation and solitary]}\n"
    made = bring_in(write(tmp_path, added("data/themes.yaml", theme)), [row(labels=labels)])
    record = records(tmp_path).recommendations["cat-2018-40"]
    assert (record.themes, record.labels.themes) == (("ensom",), ("Water",))
    assert made.unmapped["themes"] == {"Water": 1}


def test_a_label_that_was_mapped_since_moves_to_its_theme(tmp_path: Path) -> None:
    rows = [row(labels=SourceLabels("CAT", themes=("Water",)))]
    bring_in(write(tmp_path, {}), rows)
    themes = tmp_path / "data/themes.yaml"
    themes.write_text(
        themes.read_text(encoding="utf-8") + "- {id: vann, name: {nb: Vann}, uhri: [Water]}\n",
        encoding="utf-8",
    )
    bring_in(tmp_path, rows)
    record = records(tmp_path).recommendations["cat-2018-40"]
    assert (record.themes, record.labels.themes) == (("vann",), ())


def test_a_body_that_the_repository_has_not_is_added_under_its_own_name(tmp_path: Path) -> None:
    labels = SourceLabels("- SR  on housing")
    bring_in(write(tmp_path, {}), [row(labels=labels, source__document="A/HRC/40/61/Add.2")])
    assert records(tmp_path).actors["sr-on-housing"].name.en == "SR on housing"


def test_a_body_is_not_added_for_a_row_that_cannot_be_read(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(labels=SourceLabels("SR on housing"), sdgs=[""])])
    assert (len(made.unread), made.edits) == (1, ())


def test_without_a_label_the_symbol_tells_who_recommends(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(labels=SourceLabels())])
    assert "cat-2018-40" in records(tmp_path).recommendations


def test_who_recommends_is_not_guessed(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(labels=SourceLabels(), source__document=None)])
    assert "who recommends" in made.unread[0].message


def test_a_symbol_that_the_body_does_not_write_is_told_of(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(source__document="CRC/C/NOR/CO/5-6")])
    assert "'CRC/C/NOR/CO/5-6' is a document of crc" in made.unread[0].message


def test_a_record_without_a_document_that_a_new_one_looks_like_is_named(tmp_path: Path) -> None:
    write(tmp_path, {})
    _edit(tmp_path, "upr-2019-140-10", "document: A/HRC/42/3", "document: null")
    new = row(
        labels=SourceLabels("UPR"),
        source__document="A/HRC/42/3",
        source__paragraph="140.10",
        source__date="2019-07-02",
    )
    assert plan(tmp_path, [new]).imported[0].lookalike == "upr-2019-140-10"


def test_what_was_concluded_is_marked(tmp_path: Path) -> None:
    one = row()
    bring_in(
        write(tmp_path, {}), [type(one)(one.place, one.fields, one.labels, frozenset({"date"}))]
    )
    assert records(tmp_path).recommendations["cat-2018-40"].provenance.inferred == ("date",)


def test_rows_add_up(tmp_path: Path) -> None:
    rows = [
        row(),
        row(3),
        row(4, source__paragraph="16"),
        row(5, source__document="nowhere", labels=SourceLabels("CAT")),
        Skipped(Place(6), "another country", "SE"),
        Unread(Place(7), "It has no text."),
    ]
    made = plan(write(tmp_path, {}), rows)
    assert made.read == len(rows)


def _edit(root: Path, name: str, old: str, new: str) -> None:
    file = next((root / "data/recommendations").rglob(f"{name}.yaml"))
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_log_without_evidence_is_the_same_log(tmp_path: Path) -> None:
    log = [{"date": "2019-02-04", "track": "reported", "by": "jd", "value": "in-progress"}]
    rows = [row(id="cat-2018-40", status=log)]
    bring_in(write(tmp_path, {}), rows, "table")
    assert plan(tmp_path, rows, "table").imported[0].outcome == "unchanged"


def test_a_record_that_was_picked_stays_so_although_nothing_more_is_known(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(id="cat-2018-40", follow_up={})], "table")
    assert records(tmp_path).recommendations["cat-2018-40"].follow_up is not None


def test_that_a_record_was_picked_takes_nothing_from_one_of_which_more_is_known(
    tmp_path: Path,
) -> None:
    write(tmp_path, {})
    made = plan(tmp_path, [row(source__paragraph="16", follow_up={})])
    assert "follow_up" not in [one.field for one in made.imported[0].changes]


def test_a_verified_record_keeps_the_words_that_were_compared(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(text__en="An older wording.")])
    _edit(tmp_path, "cat-2018-40", "provenance:\n", "provenance:\n  verified: true\n")
    made = bring_in(tmp_path, [row(text__en="The newer wording.", sdgs=["16.3"])])
    assert [one.field for one in made.imported[0].kept] == ["text.en"]
    assert [one.field for one in made.imported[0].changes] == ["sdgs"]


def test_what_was_concluded_takes_the_place_of_nothing_that_was_given(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__date="2018-06-05")])
    concluded = replace(row(source__date="2019-01-01"), inferred=frozenset({"date"}))
    made = bring_in(tmp_path, [concluded])
    assert [one.field for one in made.imported[0].kept] == ["source.date"]


def test_a_year_says_nothing_against_a_day_in_it(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__date="2018-06-05")])
    assert plan(tmp_path, [row(source__date="2018")]).imported[0].outcome == "unchanged"


def test_a_row_with_the_id_of_a_record_elsewhere_is_not_that_record(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(id="cat-2018-16")], "table")
    assert (made.edits, made.unread[0].place.row) == ((), 2)


def test_a_row_with_the_former_id_of_a_record_is_told_which_one_it_is(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(id="old-name", source__paragraph="16")], "table")
    assert "cat-2018-16" in made.unread[0].hint


def test_an_annotation_id_that_stands_elsewhere_is_told_of(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__annotation_id="ab-1")])
    moved = row(
        source__annotation_id="ab-1",
        source__document="CAT/C/NOR/CO/9",
        source__paragraph="7",
        text__en="Something else.",
    )
    assert plan(tmp_path, [moved]).unread[0].message.startswith("The annotation id ab-1")


def test_paragraphs_that_were_numbered_anew_are_told_of(tmp_path: Path) -> None:
    first = [row(2, text__en="Open it."), row(3, source__paragraph="41", text__en="Close it.")]
    bring_in(write(tmp_path, {}), first, "observations")
    newer = [row(2, source__paragraph="41", text__en="Open it.")]
    assert "cat-2018-40 (40)" in plan(tmp_path, newer, "observations").unread[0].message


def test_a_record_does_not_move_to_a_place_that_another_holds(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__annotation_id="ab-1")])
    made = plan(tmp_path, [row(source__annotation_id="ab-1", source__paragraph="16")])
    assert (made.edits, "cat-2018-16" in made.unread[0].message) == ((), True)


def test_two_lists_do_not_take_each_others_values_for_their_own(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    bring_in(root, [row(groups=["barn"])], "table", part="nim")
    bring_in(root, [row(groups=["unge"])], "table", part="jd")
    assert records(root).recommendations["cat-2018-40"].groups == ("barn",)


def test_an_annotation_id_of_another_body_is_told_of(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__annotation_id="ab-1")])
    other = row(
        source__annotation_id="ab-1",
        source__document=None,
        source__paragraph=None,
        labels=SourceLabels("SR on housing"),
    )
    assert plan(tmp_path, [other]).edits == ()


def test_no_body_is_made_of_a_name_that_no_id_can_be_made_of(tmp_path: Path) -> None:
    labels = SourceLabels("\u041a\u043e\u043c\u0438\u0442\u0435\u0442 CAT")
    made = plan(write(tmp_path, {}), [row(labels=labels, source__document=None)])
    assert "No id can be made" in made.unread[0].message


def test_the_name_of_a_ministry_is_no_name_of_a_body(tmp_path: Path) -> None:
    made = plan(
        write(tmp_path, {}),
        [row(labels=SourceLabels("Justisdepartementet"), source__document=None)],
    )
    assert "'Justisdepartementet' is jd" in made.unread[0].message


def test_our_own_notes_leave_no_mark(tmp_path: Path) -> None:
    rows = [row(source__paragraph="16", internal="Vet ikke.")]
    bring_in(write(tmp_path, {}), rows, "table")
    record = records(tmp_path).recommendations["cat-2018-16"]
    assert (record.internal, "internal" in record.provenance.imported) == ("Vet ikke.", False)


def test_the_same_words_without_a_place_are_named_as_a_lookalike(tmp_path: Path) -> None:
    nowhere = {"source__document": None, "source__paragraph": None, "source__date": None}
    bring_in(write(tmp_path, {}), [row(**nowhere)], "table", part="first")
    made = plan(tmp_path, [row(source__paragraph="41")], "table", part="second")
    assert made.imported[0].lookalike is not None


def test_a_persons_list_adds_no_body(tmp_path: Path) -> None:
    rows = [row(labels=SourceLabels("Barnekomiteen"), source__document=None)]
    assert "no body here" in plan(write(tmp_path, {}), rows, "table").unread[0].message


def test_the_same_ask_without_a_number_is_named_as_a_lookalike(tmp_path: Path) -> None:
    bring_in(
        write(tmp_path, {}),
        [
            row(
                labels=SourceLabels("UPR"),
                source__document="A/HRC/26/3",
                source__paragraph="131.7",
                text__en="Sign it, please.",
            )
        ],
    )
    alike = row(
        labels=SourceLabels("UPR"),
        source__document=None,
        source__paragraph=None,
        text__en="Sign it please",
    )
    assert plan(tmp_path, [alike], "upr-info").imported[0].lookalike == "upr-2018-131-7"


def test_a_whole_paragraph_whose_parts_stand_there_is_named_as_a_lookalike(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(source__paragraph="40(b)")], "observations")
    assert plan(tmp_path, [row()], "uhri").imported[0].lookalike == "cat-2018-40b"


def test_an_unknown_name_does_not_hide_the_body_that_the_symbol_tells(tmp_path: Path) -> None:
    bring_in(write(tmp_path, {}), [row(labels=SourceLabels("Torturutvalget"))])
    assert "cat-2018-40" in records(tmp_path).recommendations


def test_one_row_of_two_bodies_is_told_of(tmp_path: Path) -> None:
    made = plan(write(tmp_path, {}), [row(labels=SourceLabels("- CAT\n- CRC"))])
    assert made.unread[0].message == "Several bodies are named: CAT, CRC."
