//! How fast the core is, and that its time is in proportion to the text: `cargo xtask bench core`.
//!
//! Each operation runs on reports from 3 KB to 2 MiB (the most a page can have), of ordinary answers and of what is
//! worst for the parser; the throughput column has to stay level within 1.5 times. As in the app, answers are taken
//! one after the other. The seed's row is what a keystroke costs at most: the whole report parsed, written, checked.

#![allow(clippy::unwrap_used)] // A bench that cannot prepare its data has nothing to measure.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use report::answer::Markup;
use report::answer::{Answer, parse, print};
use report::checks::{Date, Surroundings, suggestions};
use report::draft::{Draft, DraftId, Entry, Origin, Timestamp};
use report::form::{Form, ParameterNames, QuestionId};
use report::import::{Import, SourceKind, read};
use report::report::{Report, write_edition, write_html};
use report::wikitext::{read_value, table, value};

fn main() {
    divan::main();
}

/// How many answers a report has.
const ANSWERS: usize = 30;

/// Bytes of each report.
const SIZES: [usize; 4] = [3 << 10, 32 << 10, 256 << 10, 2 << 20];

/// What the texts are made of.
#[derive(Clone, Copy, Debug)]
enum Make {
    /// Sentences, links and lists as people write them.
    Ordinary,
    /// Openers that never close.
    Openers,
    /// Everything escaped.
    Escapes,
}

const TEXTS: [(Make, usize); 12] = {
    let makes = [Make::Ordinary, Make::Openers, Make::Escapes];
    let mut texts = [(Make::Ordinary, 0); 12];
    let mut at = 0;
    while at < 12 {
        texts[at] = (makes[at / 4], SIZES[at % 4]);
        at += 1;
    }
    texts
};

impl Make {
    fn line(self) -> &'static str {
        match self {
            Self::Ordinary => {
                "We met '''twelve''' times, see [[Wikimedia Orin/Minutes|the minutes]] and https://example.org/plan.\n\
                 * A workshop for [https://example.org/w new editors], 25 people\n* ''Photo walk'' in Orin\n\n"
            }
            Self::Openers => "[[a {{b <nowiki> '' [https://a.org {| -{ <ref> <!-- ''' [[File:x|",
            Self::Escapes => {
                "| {{x}} <b>&amp;</b> ~~~~ __TOC__ mailto:a RFC 1 <nowiki>[[a]]</nowiki> https://a.org/__|\n"
            }
        }
    }

    fn text(self, bytes: usize) -> String {
        let line = self.line();
        line.repeat(bytes / line.len() + 1)
    }

    /// A report's answers, of so many bytes together.
    fn answers(self, bytes: usize) -> Vec<String> {
        vec![self.text(bytes / ANSWERS); ANSWERS]
    }
}

#[divan::bench(args = TEXTS)]
fn parse_source(bencher: Bencher, (make, bytes): (Make, usize)) {
    let texts = make.answers(bytes);
    each(bencher, &texts, &texts, |text| drop(black_box(parse(text, Markup::Wiki))));
}

#[divan::bench(args = TEXTS)]
fn print_source(bencher: Bencher, (make, bytes): (Make, usize)) {
    let texts = make.answers(bytes);
    each(bencher, &texts, &trees(&texts), |tree| drop(black_box(print(tree, Markup::Wiki))));
}

#[divan::bench(args = TEXTS)]
fn write_value(bencher: Bencher, (make, bytes): (Make, usize)) {
    let texts = make.answers(bytes);
    each(bencher, &texts, &trees(&texts), |tree| drop(black_box(value(tree))));
}

#[divan::bench(args = TEXTS)]
fn read_wikitext(bencher: Bencher, (make, bytes): (Make, usize)) {
    let texts = make.answers(bytes);
    each(bencher, &texts, &texts, |text| drop(black_box(read_value(text))));
}

#[divan::bench(args = TEXTS)]
fn check_report(bencher: Bencher, (make, bytes): (Make, usize)) {
    let texts = make.answers(bytes);
    let draft = draft_of(&texts);
    let around = surroundings();
    bencher
        .counter(BytesCount::new(size(&texts)))
        .bench(|| drop(black_box(suggestions(Form::latest(), black_box(&draft), &around))));
}

#[divan::bench(args = SIZES)]
fn read_table(bencher: Bencher, bytes: usize) {
    bench_reading(bencher, SourceKind::Table, &table(&ordinary(bytes)));
}

#[divan::bench(args = SIZES)]
fn read_edition(bencher: Bencher, bytes: usize) {
    bench_reading(bencher, SourceKind::Edition, &write_edition(&ordinary(bytes)));
}

#[divan::bench(args = SIZES)]
fn read_html(bencher: Bencher, bytes: usize) {
    bench_reading(bencher, SourceKind::Html, &write_html(&ordinary(bytes), "Report"));
}

#[divan::bench(args = SIZES)]
fn read_page_text(bencher: Bencher, bytes: usize) {
    let report = ordinary(bytes);
    let line = |(question, answer): (_, &Answer)| question_line(question, answer);
    bench_reading(bencher, SourceKind::PageText, &report.rows().map(line).collect::<String>());
}

/// The lines of one letter each, which cost most per byte.
#[divan::bench(args = SIZES)]
fn read_short_lines(bencher: Bencher, bytes: usize) {
    bench_reading(bencher, SourceKind::PageText, &"x\n".repeat(bytes / 2));
}

/// The whole report of the seed, from its sources to the page and the suggestions.
#[divan::bench]
fn seed_written_and_checked(bencher: Bencher) {
    let draft = seed();
    let form = Form::latest();
    let around = surroundings();
    bencher.bench(|| {
        let page = table(&Report::of_draft(form, black_box(&draft)));
        (page, suggestions(form, &draft, &around))
    });
}

/// One answer after the other; `texts` tells how many bytes they are.
fn each<T: Sync>(bencher: Bencher, texts: &[String], inputs: &[T], work: impl Fn(&T) + Sync) {
    bencher
        .counter(BytesCount::new(size(texts)))
        .bench(|| inputs.iter().for_each(|input| work(black_box(input))));
}

fn size(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

fn trees(texts: &[String]) -> Vec<Answer> {
    texts.iter().map(|text| parse(text, Markup::Wiki)).collect()
}

fn bench_reading(bencher: Bencher, kind: SourceKind, text: &str) {
    let form = Form::latest();
    let names = ParameterNames::of(form);
    bencher.counter(BytesCount::of_str(text)).bench(|| {
        read(form, &names, black_box(text), Some(kind), &str::to_owned).map_err(|error| error.to_string())
    });
}

fn ordinary(bytes: usize) -> Report<'static> {
    let text = Make::Ordinary.text(bytes / ANSWERS);
    Report::of_texts(Form::latest(), |_| &text)
}

fn question_line(question: &report::form::Question, answer: &Answer) -> String {
    format!("{} {}\n", question.text, report::answer::plain_text(answer))
}

fn surroundings() -> Surroundings {
    Surroundings { today: Date::new(2026, 11, 22).unwrap() }
}

fn draft_of(texts: &[String]) -> Draft {
    let form = Form::latest();
    let now = Timestamp::from_millis(0);
    let mut draft = Draft::new(DraftId::new("bench").unwrap(), &form.id, now);
    for (question, text) in form.questions().zip(texts) {
        let entry = Entry::new(text, Origin::Imported, &str::to_owned).unwrap();
        draft.insert(&QuestionId::new(question.id.as_str()), entry, now).unwrap();
    }
    draft
}

fn seed() -> Draft {
    let form = Form::latest();
    let text = include_str!("../../tests/data/import/seed.txt");
    let import = read(form, &ParameterNames::of(form), text, None, &str::to_owned).unwrap();
    let Import::Reading(reading) = import else { unreachable!("a page's text is no file of drafts") };
    reading.to_draft(form, DraftId::new("seed").unwrap(), &str::to_owned, Timestamp::from_millis(0)).unwrap()
}
