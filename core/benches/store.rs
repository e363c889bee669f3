//! What saving one edit costs in a report that is empty and in one that is full: it should be the same.
//!
//! Both stores are in memory, so this is the program's own part. An edit is one answer with another text; the others have 3 KB
//! each or nothing. `cargo xtask bench core`.

#![allow(clippy::unwrap_used)] // A bench that cannot prepare its data has nothing to measure.

use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use divan::Bencher;
use report::draft::replica::{Field, Writer};
use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, QuestionId};
use report::store::{Memory, MemoryDurableStore, Repository};

fn main() {
    divan::main();
}

/// Bytes of each of the 30 answers.
const BYTES: [usize; 3] = [0, 300, 3 << 10];

/// One edit stored by localStorage and by the durable store.
#[divan::bench(args = BYTES)]
fn save_an_edit(bencher: Bencher, bytes: usize) {
    let page = Repository::new(
        Box::new(Memory::default()),
        Box::new(MemoryDurableStore::default()),
        Writer::from_random(1),
    );
    let (now, number) = (Timestamp::from_millis(1), Cell::new(0));
    let mut draft = report_of(bytes);
    page.save(&draft, now);
    settle(&page);
    let question = Form::latest().questions().nth(7).unwrap().id.clone();
    let touched = [Field::Answer(question.clone())];
    let text = "A sentence of the answer. ".repeat(40);
    bencher.bench_local(|| {
        number.set(number.get() + 1);
        draft.set_text(&question, &format!("{text}{}", number.get()), &str::to_owned, now).unwrap();
        page.save_fields(&draft, &touched, now);
        settle(&page);
    });
}

/// A report whose answers have so many bytes each.
fn report_of(bytes: usize) -> Draft {
    let form = Form::latest();
    let now = Timestamp::from_millis(0);
    let mut draft = Draft::new(DraftId::new("bench").unwrap(), &form.id, now);
    let text = "We met '''twelve''' times, see [[Wikimedia Orin/Minutes|the minutes]].\n\n".repeat(50);
    for question in form.questions() {
        draft.set_text(&QuestionId::new(question.id.as_str()), &text[..bytes], &str::to_owned, now).unwrap();
    }
    draft
}

/// Waits for the durable store, which answers at once.
fn settle(page: &Repository) {
    let mut settling = pin!(page.settle(&|| ()));
    assert_eq!(settling.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
}
