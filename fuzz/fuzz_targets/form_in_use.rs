//! What the form in use is read from: any text is a record or none, and any source of a template can be compared, taken over and kept.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::date::Date;
use report::form::{Form, FormInUse, FormRecord, SeenForm};

fuzz_target!(|text: &str| {
    if let Some(record) = FormRecord::read(text) {
        let _ = record.form();
        if let Ok(form) = FormInUse::read(&record) {
            assert_eq!(FormInUse::read(&form.record()), Ok(form));
        }
    }
    if let Ok(seen) = SeenForm::read(Form::latest(), text) {
        let mut form = FormInUse::of(Form::latest().clone(), "2026-11-28T10:00:00.000Z".to_owned());
        form.compare(seen, Date::EARLIEST, Some(1), "2026-11-28T10:00:00.000Z".to_owned());
        if let Some(change) = form.differences().into_iter().next() {
            assert!(form.take(change, "2026-11-28T10:00:00.000Z".to_owned()));
        }
        // What is too long is not kept.
        if form.fits() {
            let record = FormRecord::read(&form.record().write()).expect("what was written is read");
            assert_eq!(FormInUse::read(&record), Ok(form));
        }
    }
});
