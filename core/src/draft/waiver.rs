//! Answers that say why there is none: *Not applicable*, *Not counted this year*, *Sent to AffCom privately*.
//!
//! They are texts, not flags: fixed English words, then the reason if one is given. So the page, the preview, every
//! file and every reader handle them without special rules, and pages of earlier years have them, too.

use crate::form::QuestionKind;

/// A statement, in place of an answer, of why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waiver {
    /// The question does not fit this affiliate.
    NotApplicable,
    /// Nobody counted.
    NotCounted,
    /// The Affiliations Committee has the answer, which is not for the public.
    SentPrivately,
}

impl Waiver {
    /// All waivers, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::NotApplicable, Self::NotCounted, Self::SentPrivately];

    /// Returns the waivers that have a button at questions of this kind: those that can be true there. Every affiliate
    /// has a name, languages, countries, a period, a year and contacts, so these have no waiver.
    pub fn offered(kind: QuestionKind) -> &'static [Self] {
        match kind {
            QuestionKind::Short
            | QuestionKind::Line
            | QuestionKind::UserName
            | QuestionKind::Months
            | QuestionKind::Year => &[],
            QuestionKind::Number => &[Self::NotCounted, Self::NotApplicable],
            QuestionKind::Long | QuestionKind::YesNo | QuestionKind::Links | QuestionKind::Three => {
                &[Self::NotApplicable]
            }
        }
    }

    /// Returns the waiver's words on the page, always in English like the report.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotApplicable => "Not applicable",
            Self::NotCounted => "Not counted this year",
            Self::SentPrivately => "Sent to AffCom privately",
        }
    }

    /// Writes the waiver as an answer: its words, and the reason after a colon unless that is blank.
    pub fn text(self, reason: &str) -> String {
        let reason = reason.trim();
        if reason.is_empty() { self.words().to_owned() } else { format!("{}: {reason}", self.words()) }
    }
}

/// The abbreviations that people type for *Not applicable*. The longer of two with the same beginning comes first: the
/// dot at the end of "n.a." belongs to it, so that "N.A. Smith" is a name.
const SHORT_FORMS: [&str; 4] = ["n/a", "n.a.", "n.a", "na"];

/// Recognizes an answer that says why there is none, and its reason.
///
/// The words (in any case; *Not applicable* also as "N/A", "n.a." or "NA") have to be the whole answer, or be
/// followed by a colon, full stop, comma, semicolon, dash, line end or brackets and the reason.
/// "Not applicable to us because…" is an answer like any other.
pub fn waiver(text: &str) -> Option<(Waiver, Option<&str>)> {
    let text = text.trim();
    let (waiver, rest) = beginning(text)?;
    Some((waiver, reason(rest)?))
}

fn beginning(text: &str) -> Option<(Waiver, &str)> {
    let fixed = Waiver::ALL.into_iter().find_map(|waiver| Some((waiver, after_words(text, waiver.words())?)));
    fixed.or_else(|| {
        let rest = SHORT_FORMS.into_iter().find_map(|short| after_word(text, short))?;
        Some((Waiver::NotApplicable, rest))
    })
}

/// Returns what follows a waiver's words at the start of a text, with any blanks between the words.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for (index, word) in words.split(' ').enumerate() {
        let trimmed = trim_blanks(rest);
        if index > 0 && trimmed.len() == rest.len() {
            return None;
        }
        rest = after_word(trimmed, word)?;
    }
    Some(rest)
}

fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// Trims white space other than line ends from the start of a text.
fn trim_blanks(text: &str) -> &str {
    text.trim_start_matches(|character: char| character != '\n' && character.is_whitespace())
}

/// Finds the reason in what follows a waiver's words; `None` if that goes on as an ordinary sentence.
fn reason(rest: &str) -> Option<Option<&str>> {
    if says_nothing(rest) {
        return Some(None);
    }
    let after_blanks = trim_blanks(rest);
    let blank_before = after_blanks.len() < rest.len();
    let mut characters = after_blanks.chars();
    let mark = characters.next()?;
    let after = characters.as_str();
    let blank_after = after.starts_with(char::is_whitespace);
    let reason = match mark {
        '\n' | ':' | ',' | ';' | '–' | '—' => after,
        // "na.wikimedia.org" and "NA-based" are words of their own.
        '.' if blank_after => after,
        '-' if blank_before || blank_after || after.starts_with('-') => after.trim_start_matches('-'),
        '(' => in_brackets(after_blanks, ')'),
        '[' => in_brackets(after_blanks, ']'),
        _ => return None,
    };
    let reason = reason.trim();
    Some((!says_nothing(reason)).then_some(reason))
}

/// Returns the content of the brackets, if they contain all the rest; otherwise the rest unchanged.
fn in_brackets(text: &str, close: char) -> &str {
    let inner = text.get(1..).unwrap_or_default();
    let unstopped = inner.trim_end().trim_end_matches('.');
    match unstopped.strip_suffix(close) {
        Some(inside) if !inside.contains(close) => inside,
        _ => text,
    }
}

/// Returns whether a text is nothing but punctuation and white space.
fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use proptest::prelude::*;

    fn name(waiver: Waiver) -> &'static str {
        match waiver {
            Waiver::NotApplicable => "not applicable",
            Waiver::NotCounted => "not counted",
            Waiver::SentPrivately => "sent privately",
        }
    }

    #[test]
    fn each_question_offers_what_can_be_true_there() {
        let table = [
            ("", "name languages countries timeline reportingyear primarycontact secondarycontact"),
            (
                "not applicable",
                "mission goals decisionmaking financialreport membershiptrends membersactivities leadershipskills \
                 successionplanning leadershiptrainings leadershipcoi diversity gender-diversity code-of-conduct records \
                 activities capacities capacities-to-strengthen capacity-partners",
            ),
            (
                "not counted, not applicable",
                "decisionmakingparticipants active-contributors inactive-contributors organizers participants",
            ),
        ];
        let expected = |id: &str| {
            let row = table.iter().find(|(_, ids)| ids.split_whitespace().any(|other| other == id));
            row.map(|(waivers, _)| *waivers)
        };
        let form = Form::by_id("2024").unwrap();
        assert_eq!(form.questions().count(), 30);
        for question in form.questions() {
            let offered: Vec<&str> = Waiver::offered(question.kind).iter().copied().map(name).collect();
            assert_eq!(Some(offered.join(", ").as_str()), expected(question.id.as_str()), "{}", question.id);
        }
    }

    #[test]
    fn a_waiver_without_a_reason_is_its_words() {
        for each in Waiver::ALL {
            assert_eq!(each.text(" \n"), each.words());
            assert_eq!(waiver(each.words()), Some((each, None)));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_recognized(
            index in 0_usize..3,
            reason in "[ \\-:;.,(){}\\[\\]\n]{0,3}[a-zé9١]([a-z \n:().\\-–]|[^\\x00-\\x20]){0,30}",
        ) {
            let kind = Waiver::ALL[index];
            let text = kind.text(&reason);
            prop_assert_eq!(waiver(&text), Some((kind, Some(reason.trim()))));
        }

        #[test]
        fn any_text_is_judged(text in "(n/?a|n\\.a\\.?|not applicable|not  counted this year)?[ \n:.,;()\\[\\]–—a-z\\-é]{0,12}") {
            let _ = waiver(&text);
        }
    }
}
