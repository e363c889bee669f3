//! Answers that a press of a button gives: the years that today's date makes likely, and the usual period.

use super::likely_year;
use crate::checks::Date;

/// The period of most reports.
const WHOLE_YEAR: &str = "January–December";

/// The longest earlier period that fits on a button, in characters.
const LONGEST: usize = 40;

/// Returns the answers offered for the reporting year: the likely one, the one before, and both together.
pub fn year_presets(today: Date) -> [String; 3] {
    let likely = likely_year(today);
    let before = likely.saturating_sub(1);
    [likely.to_string(), before.to_string(), format!("{before}–{likely}")]
}

/// Returns the answers offered for the reporting period: a whole year and the `earlier` report's period, where one is known. An
/// earlier period that names a year, is too long for a button or is the whole year again is left out.
pub fn period_presets(earlier: Option<&str>) -> Vec<String> {
    let earlier = earlier.map(str::trim).filter(|earlier| is_period_again(earlier));
    [WHOLE_YEAR].into_iter().chain(earlier).map(str::to_owned).collect()
}

fn is_period_again(earlier: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().replace(|char: char| !char.is_alphanumeric(), "");
    let names_year = earlier.split(|char: char| !char.is_numeric()).any(|number| number.chars().count() == 4);
    !(earlier.is_empty()
        || names_year
        || earlier.contains('\n')
        || earlier.chars().count() > LONGEST
        || letters(earlier) == letters(WHOLE_YEAR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_made_from_today() {
        for (today, expected) in [
            ((2026, 1, 20), ["2025", "2024", "2024–2025"]),
            ((2026, 11, 28), ["2026", "2025", "2025–2026"]),
            ((2027, 2, 3), ["2026", "2025", "2025–2026"]),
        ] {
            let (year, month, day) = today;
            assert_eq!(year_presets(Date::new(year, month, day).unwrap()), expected, "{today:?}");
        }
    }

    #[test]
    fn the_earlier_period_is_offered_where_it_can_be_true_again() {
        for (earlier, offered) in [
            (None, None),
            (Some(" July–June "), Some("July–June")),
            (Some("July to June"), Some("July to June")),
            (Some("ліпень–чэрвень"), Some("ліпень–чэрвень")),
            (Some(""), None),
            (Some("January-December"), None),
            (Some("january – december"), None),
            (Some("July 2024 – June 2025"), None),
            (Some("ก.ค. ๒๕๖๗"), None),
            (Some("July\nto June"), None),
            (Some("From our recognition by the committee up to the end of the year"), None),
        ] {
            let presets = period_presets(earlier);
            assert_eq!(presets.first().map(String::as_str), Some("January–December"));
            assert_eq!(presets.get(1).map(String::as_str), offered, "{earlier:?}");
        }
    }
}
