//! Words for when a report is due and how long the rest of it takes.

use report::date::Date;
use report::i18n::Message;

/// Returns the words for how far off a report's due date is.
pub fn due(due: Date, today: Date) -> Message {
    let days = today.days_until(due);
    match days {
        0 => Message::new("ui-due-today"),
        1.. => Message::new("ui-due-in").with(days),
        ..0 => Message::new("ui-due-late").with(days.unsigned_abs()),
    }
}

/// Returns the words for how long the rest of a report takes; `None` if nothing is left.
pub fn left(minutes: u32) -> Option<Message> {
    (minutes > 0).then(|| Message::new("ui-minutes-left").with(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use report::i18n::english;

    #[test]
    fn days_and_minutes_in_words() {
        let date = |text| Date::parse(text).unwrap_or(Date::EARLIEST);
        for (day, words) in [
            ("2026-12-21", "Due in 23 days"),
            ("2026-11-29", "Due in one day"),
            ("2026-11-28", "Due today"),
            ("2026-11-27", "One day late"),
            ("2026-11-26", "2 days late"),
        ] {
            assert_eq!(english(&due(date(day), date("2026-11-28"))), words);
        }
        assert_eq!(left(15).map(|words| english(&words)).as_deref(), Some("About 15 minutes left"));
        assert_eq!(left(1).map(|words| english(&words)).as_deref(), Some("About one minute left"));
        assert_eq!(left(0), None);
    }
}
