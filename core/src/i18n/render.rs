//! A message's text with its parameters put in and its forms chosen, by MediaWiki's rules.

use super::bidi;
use super::digits::Digits;
use super::number;
use super::pieces::{Piece, pieces};

/// How a language counts: its plural categories, in CLDR's order, which of them a number takes, and its digits.
#[derive(Clone, Copy)]
pub(super) struct Plurals<'a> {
    /// The names of the language's plural categories in CLDR's order, as `Intl.PluralRules.resolvedOptions().pluralCategories`
    /// lists them; forms without a name follow it.
    pub(super) order: &'a [String],
    /// The function that names the plural category of a number.
    pub(super) category: &'a dyn Fn(f64) -> &'static str,
    /// The digits in which whole numbers among the parameters are written, where they are not `0` to `9`.
    pub(super) digits: Option<Digits>,
    /// Whether the language is written from right to left, where a name in Latin letters has to be kept apart from the sentence.
    pub(super) is_right_to_left: bool,
}

/// Renders `text`. A parameter that is not there stays `$1`; unknown `{{…}}` stay as typed, their inside rendered.
pub(super) fn render(text: &str, parameters: &[String], plurals: Plurals<'_>) -> String {
    if !text.contains(['$', '{']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 32);
    Renderer { parameters, plurals }.all(&pieces(text), &mut out);
    out
}

/// The plural categories that CLDR knows, in its order; a form may be given by such a name.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Returns the plural category of a whole or broken number in English: `one` for exactly 1, else `other`.
pub(super) fn english_category(number: f64) -> &'static str {
    if number == 1.0 { "one" } else { "other" }
}

struct Renderer<'a> {
    parameters: &'a [String],
    plurals: Plurals<'a>,
}

impl Renderer<'_> {
    fn all(&self, pieces: &[Piece<'_>], out: &mut String) {
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(text) => {
                    // A date or a name that ends with a full stop ends the sentence, too: “1 ноября 2026 г.”
                    let follows = at.checked_sub(1).and_then(|before| pieces.get(before));
                    let is_ended = matches!(follows, Some(Piece::Parameter(..))) && out.ends_with('.');
                    out.push_str(text.strip_prefix('.').filter(|_| is_ended).unwrap_or(text));
                }
                Piece::Parameter(number, written) => {
                    match (self.parameters.get(number.saturating_sub(1)), self.plurals.digits) {
                        (Some(value), Some(digits)) if is_whole(value) => out.push_str(&digits.write(value)),
                        (Some(value), _) if self.plurals.is_right_to_left && has_latin(value) => {
                            out.push_str(&bidi::isolated(value));
                        }
                        (Some(value), _) => out.push_str(value),
                        (None, _) => out.push_str(written),
                    }
                }
                Piece::Braces(fields) => self.braces(fields, out),
            }
        }
    }

    fn text(&self, field: &[Piece<'_>]) -> String {
        let mut out = String::new();
        self.all(field, &mut out);
        out
    }

    fn braces(&self, fields: &[Vec<Piece<'_>>], out: &mut String) {
        let Some((head, forms)) = fields.split_first() else { return };
        let Some((word, argument)) = self.magic_word(head) else { return self.as_typed(fields, out) };
        match word.to_ascii_uppercase().as_str() {
            "PLURAL" if !forms.is_empty() => out.push_str(&self.plural(argument.trim(), forms)),
            "GENDER" if !forms.is_empty() => {
                // The third form is for a gender not known; with fewer, MediaWiki takes the first.
                let chosen = match argument.trim() {
                    "male" => forms.first(),
                    "female" => forms.get(1),
                    _ => forms.get(2),
                };
                if let Some(form) = chosen.or_else(|| forms.first()) {
                    self.all(form, out);
                }
            }
            // Which case a word is in is left to the sentence.
            "GRAMMAR" if forms.len() == 1 => out.push_str(&self.text(&forms[0])),
            "BIDI" if forms.is_empty() => out.push_str(&bidi::embedded(&argument)),
            _ => self.as_typed(fields, out),
        }
    }

    /// Returns the word before the first colon and what stands behind it: `PLURAL` and the number of `{{PLURAL:$1`.
    fn magic_word<'a>(&self, head: &[Piece<'a>]) -> Option<(&'a str, String)> {
        let Some((Piece::Text(start), rest)) = head.split_first() else { return None };
        let (word, argument) = start.split_once(':')?;
        // It is read and not shown.
        let plain = Renderer {
            plurals: Plurals { is_right_to_left: false, ..self.plurals },
            parameters: self.parameters,
        };
        Some((word.trim(), format!("{argument}{}", plain.text(rest))))
    }

    fn as_typed(&self, fields: &[Vec<Piece<'_>>], out: &mut String) {
        out.push_str("{{");
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                out.push('|');
            }
            self.all(field, out);
        }
        out.push_str("}}");
    }

    /// Chooses the form for a number. One for the exact number (`0=none`) goes before one for its category (`few=…`), that before
    /// the place in the row.
    fn plural(&self, number: &str, forms: &[Vec<Piece<'_>>]) -> String {
        let count = number::read(number);
        // Words in place of a number take the form that stands for everything.
        let category = count.map_or("other", |count| (self.plurals.category)(count));
        let mut row = Vec::new();
        let mut named = None;
        for form in forms {
            let (name, form) = split_name(self.text(form));
            match name {
                Some(Name::Number(exact)) if Some(exact) == count => return form,
                Some(Name::Number(_)) => {}
                Some(Name::Category(name)) if name == category => named = Some(form),
                Some(Name::Category("other")) => row.push(form),
                Some(Name::Category(_)) => {}
                None => row.push(form),
            }
        }
        named.unwrap_or_else(|| {
            let order = self.plurals.order;
            let place = order.iter().position(|known| known == category).unwrap_or(order.len());
            let last = row.len().saturating_sub(1);
            row.into_iter().nth(place.min(last)).unwrap_or_default()
        })
    }
}

enum Name {
    Number(f64),
    Category(&'static str),
}

/// Splits the name before the sign from a form such as `0=none` or `few=…`. Any other form has no name.
fn split_name(form: String) -> (Option<Name>, String) {
    let Some((before, after)) = form.split_once('=') else { return (None, form) };
    let before = before.trim();
    let is_number = before.starts_with(|first: char| first.is_ascii_digit());
    let name = match number::read(before) {
        Some(number) if is_number => Some(Name::Number(number)),
        _ => CATEGORIES.into_iter().find(|known| *known == before).map(Name::Category),
    };
    match name {
        Some(name) => (Some(name), after.to_owned()),
        None => (None, form),
    }
}

/// Returns whether a parameter has letters from left to right, as far as names, addresses and files have them here.
fn has_latin(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns whether a parameter is a whole number in European digits.
fn is_whole(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}
