#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;

use super::*;

fn of(client: u64, text: &str) -> Draft {
    let draft = Draft::new(client);
    draft.edit(0..0, text);
    draft
}

fn copy(client: u64, of: &Draft) -> Draft {
    Draft::load(client, [of.whole()]).unwrap()
}

/// The place of some words, in UTF-16 code units.
fn find(text: &str, words: &str) -> Range<u32> {
    let start = text[..text.find(words).unwrap()].encode_utf16().count() as u32;
    start..start + words.encode_utf16().count() as u32
}

/// What two marks hold between them now.
fn held(draft: &Draft, marks: &(Vec<u8>, Vec<u8>)) -> String {
    let (from, to) = (draft.place(&marks.0).unwrap() as usize, draft.place(&marks.1).unwrap() as usize);
    let units: Vec<u16> = draft.text().encode_utf16().collect();
    String::from_utf16(units.get(from..to).unwrap_or_default()).unwrap()
}

fn marked(draft: &Draft, words: &str) -> (Vec<u8>, Vec<u8>) {
    let place = find(&draft.text(), words);
    (draft.mark(place.start, Side::Next).unwrap(), draft.mark(place.end, Side::Before).unwrap())
}

#[test]
fn two_who_write_at_once_have_the_same_text() {
    let first = of(1, "La mairie répond. 👪");
    let second = copy(2, &first);
    let one = first.edit(find(&first.text(), "La mairie"), "La commune");
    let other = second.edit(find(&second.text(), "👪"), "Dans le mois.");
    first.apply(&other).unwrap();
    second.apply(&one).unwrap();
    assert_eq!(first.text(), "La commune répond. Dans le mois.");
    assert_eq!(second.text(), first.text());
}

#[test]
fn marked_words_stay_marked_before_inside_and_after_edits() {
    let draft = of(1, "Chaque famille est écoutée. Elle décide.");
    let marks = marked(&draft, "est écoutée");
    draft.edit(0..0, "Toujours : ");
    assert_eq!(held(&draft, &marks), "est écoutée");
    let inside = find(&draft.text(), " écoutée").start;
    draft.edit(inside..inside, " vraiment");
    assert_eq!(held(&draft, &marks), "est vraiment écoutée");
    draft.edit(find(&draft.text(), ". Elle"), " ici. Elle");
    assert_eq!(held(&draft, &marks), "est vraiment écoutée");
    // A word at its edge that gives way to another leaves the passage: what it holds is no longer what it was, and shows.
    draft.edit(find(&draft.text(), "écoutée"), "entendue");
    assert_eq!(held(&draft, &marks), "est vraiment ");
    draft.edit(find(&draft.text(), "famille est vraiment entendue"), "famille compte");
    assert_eq!(held(&draft, &marks), "");
    // Compacted and loaded elsewhere, the marks are where they were.
    assert_eq!(held(&copy(2, &draft), &marks), "");
}

#[test]
fn what_is_known_already_changes_nothing() {
    let (server, writer) = (of(1, "Un"), Draft::new(2));
    writer.apply(&server.whole()).unwrap();
    let update = writer.edit(2..2, " deux");
    assert!(server.receive(&update).unwrap().is_some());
    assert_eq!(server.receive(&update).unwrap(), None);
    assert_eq!(server.text(), "Un deux");
}

#[test]
fn what_is_no_text_of_this_article_is_refused() {
    let server = of(1, "Un");
    assert_eq!(server.receive(b"\xff\xff\xff"), Err(Unfit::Malformed));
    // Refers to what nobody has.
    let other = of(7, "Ailleurs");
    other.edit(0..0, "x");
    let vector = {
        let known = Draft::new(9);
        known.apply(&of(7, "Ailleurs").whole()).unwrap();
        known.vector()
    };
    assert_eq!(copy(3, &server).receive(&other.since(&vector).unwrap()), Err(Unfit::Malformed));
    // Another text beside ours, and something in ours that is no text.
    let foreign = Doc::new();
    foreign.get_or_insert_text("elsewhere").insert(&mut foreign.transact_mut(), 0, "x");
    assert_eq!(copy(4, &server).receive(&foreign.transact().encode_state_as_update_v1(&StateVector::default())), Err(Unfit::Malformed));
    let embedded = Doc::new();
    embedded.get_or_insert_text(TEXT).insert_embed(&mut embedded.transact_mut(), 0, yrs::Any::from(true));
    assert_eq!(copy(5, &server).receive(&embedded.transact().encode_state_as_update_v1(&StateVector::default())), Err(Unfit::Malformed));
    assert_eq!(copy(6, &server).receive(&of(8, &"x".repeat(MOST + 1)).whole()), Err(Unfit::TooLong));
}

#[test]
fn a_version_made_elsewhere_joins_what_was_being_written() {
    let draft = of(1, "La mairie répond. Le délai est long.");
    draft.edit(find(&draft.text(), "long"), "d'un mois");
    draft.follow("La mairie répond. Le délai est long.", "La commune répond. Le délai est long.");
    assert_eq!(draft.text(), "La commune répond. Le délai est d'un mois.");
}

#[test]
fn a_form_joins_what_others_wrote_meanwhile_or_asks() {
    let draft = of(1, "Un. Deux. Trois.");
    assert_eq!(draft.taken("Un. Deux. Trois.", "Autre chose.").unwrap(), "Autre chose.");
    draft.rewrite("Un. Deux. Trois encore.");
    assert_eq!(draft.taken("Un. Deux. Trois.", "Un déjà. Deux. Trois.").unwrap(), "Un déjà. Deux. Trois encore.");
    assert!(draft.taken("Un. Deux. Trois.", "Un. Deux. Trois jamais.").is_err());
}

/// Something that one of the writers does.
#[derive(Clone, Debug)]
enum Deed {
    Write {
        who: usize,
        at: u32,
        gone: u32,
        words: String,
    },
    /// What the server has comes to one writer, and what they have to the server.
    Meet {
        who: usize,
    },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0..3usize, 0..40u32, 0..6u32, "[a-cé👪 ]{0,4}").prop_map(|(who, at, gone, words)| Deed::Write { who, at, gone, words }),
        1 => (0..3usize).prop_map(|who| Deed::Meet { who }),
    ]
}

/// A place that does not part a letter of two units.
fn whole_letters(text: &str, at: u32, gone: u32) -> Range<u32> {
    let letters: Vec<u32> = text
        .chars()
        .scan(0, |sum, c| {
            let start = *sum;
            *sum += c.len_utf16() as u32;
            Some(start)
        })
        .collect();
    let len = text.encode_utf16().count() as u32;
    let unit = |n: u32| letters.get(n as usize).copied().unwrap_or(len);
    unit(at)..unit(at + gone)
}

fn meet(server: &Draft, writer: &Draft) {
    server.receive(&writer.since(&server.vector()).unwrap()).unwrap();
    writer.apply(&server.since(&writer.vector()).unwrap()).unwrap();
}

#[test]
fn what_skips_what_its_writer_wrote_before_is_refused() {
    let (server, writer) = (of(1, "Un"), Draft::new(2));
    writer.apply(&server.whole()).unwrap();
    let _lost = writer.edit(2..2, " deux");
    // It stands beside a word that is there, so that nothing but its number tells.
    assert_eq!(server.receive(&writer.edit(0..0, "x")), Err(Unfit::Malformed));
}

proptest! {
    #[test]
    fn any_order_of_updates_ends_in_one_text(deeds in prop::collection::vec(deed(), 0..40), compact in any::<prop::sample::Index>()) {
        let mut server = of(100, "Une phrase. Une autre.");
        let writers: Vec<Draft> = (1..=3).map(|client| copy(client, &server)).collect();
        let cut = compact.index(deeds.len() + 1);
        for (i, deed) in deeds.iter().enumerate() {
            // The server forgets everything but what is kept.
            if i == cut { server = copy(200, &server); }
            match deed {
                Deed::Write { who, at, gone, words } => { writers[*who].edit(whole_letters(&writers[*who].text(), *at, *gone), words); }
                Deed::Meet { who } => meet(&server, &writers[*who]),
            }
        }
        for _ in 0..2 { writers.iter().for_each(|writer| meet(&server, writer)); }
        for writer in &writers { prop_assert_eq!(writer.text(), server.text()); }
    }

    #[test]
    fn updates_one_by_one_or_joined_are_the_same(words in prop::collection::vec("[a-c ]{1,5}", 1..12)) {
        let (writer, one, other) = (Draft::new(1), Draft::new(2), Draft::new(3));
        let updates: Vec<Vec<u8>> = words.iter().map(|words| writer.edit(0..1, words)).collect();
        // Whatever the order they come in, too.
        updates.iter().rev().for_each(|update| one.apply(update).unwrap());
        other.apply(&joined(&updates).unwrap()).unwrap();
        prop_assert_eq!(one.text(), writer.text());
        prop_assert_eq!(other.text(), writer.text());
    }

    #[test]
    fn whatever_bytes_come_the_server_stands(bytes in prop::collection::vec(any::<u8>(), 0..120), at in any::<prop::sample::Index>(), byte: u8) {
        let server = of(1, "Une phrase. Une autre.");
        let _refused_or_not = server.receive(&bytes);
        // A real one with one byte changed.
        let writer = copy(2, &of(1, "Une phrase. Une autre."));
        let mut update = writer.edit(4..10, "chose");
        let at = at.index(update.len());
        update[at] = byte;
        let server = of(1, "Une phrase. Une autre.");
        // A crafted one may put words elsewhere; what was taken over can be kept, and loaded again.
        if server.receive(&update).is_ok() {
            prop_assert!(Draft::load(9, [server.whole()]).is_ok());
        }
    }

    #[test]
    fn a_rewritten_text_is_the_new_one_and_marks_point_to_no_other_words(old in "([a-c]{1,3}[ .]){0,12}", new in "([a-c]{1,3}[ .]){0,12}", at in any::<prop::sample::Index>()) {
        let draft = of(1, &old);
        let place = whole_letters(&old, at.index(old.len() + 1) as u32, 3);
        let marks = draft.mark(place.start, Side::Next).zip(draft.mark(place.end, Side::Before)).filter(|_| !place.is_empty());
        draft.rewrite(&new);
        prop_assert_eq!(draft.text(), new);
        if let Some(marks) = marks {
            let words = held(&draft, &marks);
            let was: String = old.chars().skip(place.start as usize).take(place.len()).collect();
            // They hold what they held, or what became of it between the same neighbours; never a run of letters from outside.
            prop_assert!(words.len() <= draft.text().len() && (words == was || words.is_empty() || draft.text().contains(&words)));
        }
    }
}
