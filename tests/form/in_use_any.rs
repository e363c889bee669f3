//! Any changes of a form, any record of one and any source of a template: what is kept is read as it was, and every change can be undone.

use proptest::prelude::*;
use report::form::{Form, FormChange, FormInUse, FormRecord, SeenForm, TitleLevel};

use crate::in_use::{LATER, NOTED, day, id, named, shapes, source};
use crate::trials::{Trial, tests};

pub fn all() -> Vec<Trial> {
    tests![any_changes_are_kept_and_undone, any_record_is_read_or_refused, any_source_is_compared]
}

fn any_change() -> impl Strategy<Value = FormChange> {
    let question = || {
        proptest::sample::select(
            Form::latest().questions().map(|question| question.id.clone()).collect::<Vec<_>>(),
        )
    };
    let titles: Vec<_> = Form::latest().sections.iter().map(|section| section.title.clone()).collect();
    let title = proptest::sample::select(titles);
    let words = "[A-Za-z]{3,9} [a-z]{2,9}\\?";
    prop_oneof![
        (question(), "[a-z]{2,8}").prop_map(|(question, name)| FormChange::Parameter { question, name }),
        (question(), words).prop_map(|(question, text)| FormChange::Wording { question, text }),
        ("[a-z]{2,8}", words, "[a-z]{2,8}", proptest::option::of(question())).prop_map(
            |(name, text, parameter, after)| FormChange::NewQuestion {
                id: id(&name),
                text,
                parameter,
                after
            }
        ),
        question().prop_map(|question| FormChange::DroppedQuestion { question }),
        ("[A-Z][a-z]{2,8}", question()).prop_map(|(title, before)| FormChange::NewTitle {
            level: TitleLevel::Group,
            title,
            before
        }),
        (title.clone(), "[A-Z][a-z]{2,8}").prop_map(|(from, to)| FormChange::Retitled {
            level: TitleLevel::Section,
            from,
            to
        }),
        title.prop_map(|title| FormChange::DroppedTitle { level: TitleLevel::Section, title }),
    ]
}

proptest! {
    // Each case compares, writes and reads whole forms.
    #![proptest_config(ProptestConfig::with_cases(24))]

    fn any_changes_are_kept_and_undone(changes in proptest::collection::vec(any_change(), 1..8), at in any::<prop::sample::Index>()) {
        let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
        let seen = SeenForm::read(Form::latest(), &source(&named(Form::latest(), 8), &shapes()[0])).unwrap();
        in_use.compare(seen, day(), Some(7), NOTED.into());
        for change in changes {
            let before = in_use.clone();
            if in_use.take(change, NOTED.into()) {
                let mut undone = in_use.clone();
                undone.undo(in_use.changes().len() - 1, NOTED.into());
                prop_assert_eq!(undone, before);
            } else {
                prop_assert_eq!(&in_use, &before);
            }
        }
        let record = FormRecord::read(&in_use.record().write()).unwrap();
        prop_assert_eq!(FormInUse::read(&record), Ok(in_use.clone()));
        prop_assert_eq!(record.form(), Some(in_use.form().clone()));
        // One in the middle goes, and what builds on it; the others stay.
        let at = at.index(in_use.changes().len());
        let mut undone = in_use.clone();
        undone.undo(at, NOTED.into());
        prop_assert!(undone.changes().len() < in_use.changes().len());
        prop_assert!(undone.changes().iter().all(|change| in_use.changes().contains(change)));
    }

    fn any_record_is_read_or_refused(at in any::<prop::sample::Index>(), put in "[\\PC\n]{0,3}", cut in 0_usize..20) {
        let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
        let seen = SeenForm::read(Form::latest(), &source(&named(Form::latest(), 8), &shapes()[0])).unwrap();
        in_use.compare(seen, day(), Some(7), NOTED.into());
        let json = in_use.record().write();
        let at = at.index(json.len());
        if let (Some(before), Some(after)) = (json.get(..at), json.get(at + cut..))
            && let Some(record) = FormRecord::read(&format!("{before}{put}{after}"))
            && let Ok(read) = FormInUse::read(&record)
        {
            prop_assert_eq!(FormInUse::read(&read.record()), Ok(read));
        }
    }

    fn any_source_is_compared(text in "[\\PC\n{}|=<>!-]{0,300}", at in 0_usize..2000, cut in 0_usize..300) {
        let whole = source(&named(Form::latest(), 4), &shapes()[0]);
        let broken = match (whole.get(..at), whole.get(at + cut..)) {
            (Some(before), Some(after)) => format!("{before}{text}{after}"),
            _ => text,
        };
        if let Ok(seen) = SeenForm::read(Form::latest(), &broken) {
            let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
            in_use.compare(seen, day(), None, LATER.into());
            for _ in 0..5 {
                let Some(change) = in_use.differences().into_iter().next() else { break };
                prop_assert!(in_use.take(change, LATER.into()));
            }
            let record = FormRecord::read(&in_use.record().write()).unwrap();
            prop_assert_eq!(FormInUse::read(&record), Ok(in_use));
        }
    }
}
