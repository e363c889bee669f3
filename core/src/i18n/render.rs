//! A message's text with its parameters put in and its forms chosen, by MediaWiki's rules.

use super::number;
use super::pieces::{Piece, pieces};

/// A language's plural categories: the ones it has, in CLDR's order, and which of them a number takes.
#[derive(Clone, Copy)]
pub(super) struct Plurals<'a> {
    /// The names of the language's plural categories in CLDR's order, as `Intl.PluralRules.resolvedOptions().pluralCategories`
    /// lists them; forms without a name follow it.
    pub(super) order: &'a [String],
    /// The function that names the plural category of a number.
    pub(super) category: &'a dyn Fn(f64) -> &'static str,
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
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Parameter(number, written) => {
                    let value = self.parameters.get(number.saturating_sub(1));
                    out.push_str(value.map_or(written, String::as_str));
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
        match magic_word(head) {
            Some("PLURAL") if !forms.is_empty() => {
                let head = self.text(head);
                let number = head.split_once(':').map_or("", |(_, number)| number);
                out.push_str(&self.plural(number.trim(), forms));
            }
            // The third form is for a gender not known; with fewer, MediaWiki takes the first.
            Some("GENDER") if !forms.is_empty() => {
                if let Some(form) = forms.get(2).or_else(|| forms.first()) {
                    self.all(form, out);
                }
            }
            _ => self.as_typed(fields, out),
        }
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

/// Returns the word before the colon, as typed: the `PLURAL` of `{{PLURAL:…`. MediaWiki's words are upper case.
fn magic_word<'a>(head: &[Piece<'a>]) -> Option<&'a str> {
    match head.first() {
        Some(Piece::Text(text)) => text.split_once(':').map(|(word, _)| word.trim()),
        _ => None,
    }
}
