//! What the wiki's pages and answers are read from: any page of the portal, any JSON, any address.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::form::Form;
use report::meta::portal::{affiliates, affiliates_named, facts, last_report, portal_reports};
use report::meta::{
    PageAsked, given, read_answer, read_lua, read_page, read_reports, read_since, reports_of,
};

fuzz_target!(|bytes: &[u8]| {
    let form = Form::latest();
    if let Ok(answer) = read_answer(200, bytes) {
        let _ = read_page(&PageAsked::Revision(1), &answer);
        let _ = read_since(&answer);
        if let Ok(listed) = read_reports(&answer) {
            let _ = reports_of(form, "Lake Orin", &listed.titles);
        }
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = given(&form.wiki, text);
    if let Err(error) = read_lua(text) {
        assert!(error.line <= text.matches('\n').count() + 1);
    }
    let reports = portal_reports(text).unwrap_or_default();
    for affiliate in affiliates(text).unwrap_or_default() {
        let _ = facts(form, &affiliate, last_report(&affiliate, &reports));
        let _ = affiliates_named(&affiliate.name, std::slice::from_ref(&affiliate));
    }
});
