//! Help and examples that speak of years: the form leaves them open, and they are filled in for each report.

/// What stands in for years, each with how many years it is before the report's.
const STAND_INS: [(&str, u16); 2] = [("{year}", 0), ("{lastYear}", 1)];

/// A text of a form in which `{year}` stands in for the year that a report is about, `{lastYear}` for the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedText {
    source: String,
}

impl DatedText {
    /// Takes a text as the form has it.
    ///
    /// # Errors
    /// With the first brace that is no part of a stand-in, and what follows it up to the next brace or blank.
    pub(super) fn new(source: String) -> Result<Self, String> {
        let mut rest = source.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let brace = rest.get(at..).unwrap_or_default();
            rest = match STAND_INS.iter().find_map(|(stand_in, _)| brace.strip_prefix(stand_in)) {
                Some(behind) => behind,
                None => return Err(up_to_next(brace).to_owned()),
            };
        }
        Ok(Self { source })
    }

    /// Returns the text as the form has it, with its stand-ins.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// Returns whether the text speaks of a year.
    pub fn is_dated(&self) -> bool {
        self.source.contains('{')
    }

    /// Returns the text for a report about `year`.
    pub fn in_year(&self, year: u16) -> String {
        STAND_INS.iter().fold(self.source.clone(), |text, (stand_in, before)| {
            text.replace(stand_in, &year.saturating_sub(*before).to_string())
        })
    }
}

/// Returns a text that starts with a brace up to its next brace, that one included, or up to its first blank.
fn up_to_next(brace: &str) -> &str {
    let inside = brace.get(1..).unwrap_or_default();
    let end = match inside.find(|char: char| char == '{' || char == '}' || char.is_whitespace()) {
        Some(at) if inside.get(at..).is_some_and(|rest| rest.starts_with('}')) => at + 1,
        Some(at) => at,
        None => inside.len(),
    };
    brace.get(..1 + end).unwrap_or(brace)
}

/// Returns whether a word is `source`, a word of a [`DatedText`] with stand-ins, filled in with any years of four digits.
/// Letters match in either case where they are ASCII letters.
pub(crate) fn is_filled_in(word: &str, source: &str) -> bool {
    if !source.contains('{') {
        return false;
    }
    let mut rest = word;
    // Every other piece is the name of a stand-in.
    for (position, piece) in source.split(['{', '}']).enumerate() {
        let length = if position % 2 == 1 { 4 } else { piece.len() };
        let (Some(start), Some(behind)) = (rest.get(..length), rest.get(length..)) else { return false };
        let fits = if position % 2 == 1 {
            start.bytes().all(|byte| byte.is_ascii_digit())
        } else {
            start.eq_ignore_ascii_case(piece)
        };
        if !fits {
            return false;
        }
        rest = behind;
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_filled_in() {
        for (source, year, text) in [
            ("In {year} we met.", 2026, "In 2026 we met."),
            ("{lastYear}-{year}", 2026, "2025-2026"),
            ("[[Plan {year}|plan for {year}]]", 2027, "[[Plan 2027|plan for 2027]]"),
            ("No year", 2026, "No year"),
        ] {
            let dated = DatedText::new(source.to_owned()).unwrap();
            assert_eq!((dated.in_year(year).as_str(), dated.is_dated()), (text, text != source), "{source}");
        }
    }

    #[test]
    fn other_braces_are_refused() {
        for (source, found) in [
            ("In {yeer} we met.", "{yeer}"),
            ("{Year}", "{Year}"),
            ("{{year}}", "{"),
            ("{year}}", "}"),
            ("a { b", "{"),
            ("{{{year}}}", "{"),
            ("ends with {ä", "{ä"),
        ] {
            assert_eq!(DatedText::new(source.to_owned()), Err(found.to_owned()), "{source}");
        }
    }

    #[test]
    fn a_word_with_any_year_is_known_again() {
        for (word, source, expected) in [
            ("2024", "{year}", true),
            ("(2024-2025),", "({lastYear}-{year}),", true),
            ("plan_2031|PLAN", "Plan_{year}|plan", true),
            ("24", "{year}", false),
            ("20245", "{year}", false),
            ("{year}", "{year}", false),
            ("é2024", "e{year}", false),
            ("2024", "2024", false),
        ] {
            assert_eq!(is_filled_in(word, source), expected, "{word}");
        }
    }
}
