//! Finds addresses that redirect or track their readers, and addresses that end too early on the page.

use super::super::source::{LeadsTo, Link};
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::private_links::short_host;
use crate::answer::valid_bare_url;
use crate::i18n::Message;
use crate::web::{Address, Redirect, percent, redirect, without_tracking};

/// Adds at most one suggestion for each web address.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    for link in subject.source.links().filter(|link| link.leads_to != LeadsTo::Page) {
        let url = subject.source.at(&link.target);
        let suggestion = match redirect(url) {
            Some(redirect) => Some(redirecting(subject, link, url, redirect)),
            None => tracking(subject, link, url).or_else(|| cut(subject, link, url)),
        };
        found.extend(suggestion);
    }
}

fn redirecting(subject: &Subject<'_>, link: &Link, url: &str, redirect: Redirect) -> Suggestion {
    let host = short_host(Address::of(url).host);
    let suggest = |message: Message| {
        subject.suggest(SuggestionId::RedirectingLink, link.target.clone(), message.with(host))
    };
    match redirect {
        Redirect::To(inside) if link.labelled || valid_bare_url(&inside) => suggest(Message::new(
            "suggest-link-redirects",
        ))
        .mended(link.target.clone(), inside, Message::new("mend-direct-link")),
        Redirect::To(_) | Redirect::Unknown => suggest(Message::new("suggest-link-redirects-somewhere")),
    }
}

fn tracking(subject: &Subject<'_>, link: &Link, url: &str) -> Option<Suggestion> {
    let clean = without_tracking(url)?;
    let message = Message::new("suggest-link-tracks");
    let suggestion = subject.suggest(SuggestionId::TrackingLink, link.target.clone(), message);
    let is_link = link.labelled || link.leads_to == LeadsTo::BareHost || valid_bare_url(&clean);
    Some(match is_link {
        true => suggestion.mended(link.target.clone(), clean, Message::new("mend-short-link")),
        false => suggestion,
    })
}

/// Makes the suggestion for a bare address that continues after a bar, where it ends on a wiki.
fn cut(subject: &Subject<'_>, link: &Link, url: &str) -> Option<Suggestion> {
    let text = subject.source.text;
    let behind = text.get(link.whole.end..)?;
    let length = behind.find(|c: char| c.is_whitespace() || "[]<>{}\"".contains(c)).unwrap_or(behind.len());
    // In a template or a link in another notation, the bar is not part of the address.
    if behind.get(length..)?.starts_with([']', '}']) {
        return None;
    }
    let rest = behind.get(..length)?.trim_end_matches(['.', ',', ';', ':', '!', '?', '|', ')']);
    let in_brackets = text.get(..link.whole.start)?.ends_with('[');
    let goes_on = rest.strip_prefix('|')?.starts_with(char::is_alphanumeric);
    if link.labelled || in_brackets || !goes_on || Address::of(url).path.is_empty() {
        return None;
    }
    let place = link.target.start..link.whole.end + rest.len();
    let whole = percent::whole(subject.source.at(&place))?;
    let suggestion = subject.suggest(SuggestionId::CutLink, place.clone(), Message::new("suggest-link-cut"));
    Some(suggestion.mended(place, whole, Message::new("mend-whole-link")))
}
