//! The first letter of a title, as Meta-Wiki capitalizes it.
//!
//! MediaWiki takes the first character's title case (`Language::ucfirst`; 1.39 still takes upper case, with
//! `mb_strtoupper`), and Wikimedia exempts the Eszett (`wmf-config/UcfirstOverrides.php`). The standard library knows
//! upper case only. What differs was measured with PHP 8.2's `mb_convert_case` over all of Unicode and is this file.

/// Returns `text` with its first letter capital.
pub(in crate::names) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let mut capital = String::with_capacity(text.len());
    if let Some(first) = characters.next() {
        push_capital(first, &mut capital);
    }
    capital.push_str(characters.as_str());
    capital
}

fn push_capital(letter: char, into: &mut String) {
    if stays(letter) {
        into.push(letter);
    } else if let Some(capital) = single(letter) {
        into.push(capital);
    } else {
        let mut upper = letter.to_uppercase();
        into.extend(upper.next());
        into.extend(upper.flat_map(|rest| second(rest, letter)));
    }
}

/// Returns whether a letter has an upper case to the standard library and none in a title.
fn stays(letter: char) -> bool {
    match letter {
        // Eszett, exempt. Georgian, whose capitals are for whole words only.
        'ß' | '\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}' => true,
        // Capital Greek with a small iota beside it: capital already.
        '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}' | '\u{1fa8}'..='\u{1faf}' => true,
        '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}' => true,
        // Newer in Unicode than PHP 8.2's tables.
        '\u{19b}' | '\u{264}' | '\u{1c8a}' | '\u{a7cd}' | '\u{a7cf}' | '\u{a7d3}' | '\u{a7d5}'
        | '\u{a7db}' => true,
        '\u{10d70}'..='\u{10d85}' | '\u{16ebb}'..='\u{16ed3}' => true,
        _ => false,
    }
}

/// Returns the title case of a letter that has one of its own, of one character.
fn single(letter: char) -> Option<char> {
    let capital = match letter {
        // DŽ, LJ, NJ, DZ as one character.
        '\u{1c4}'..='\u{1c6}' => 0x1c5,
        '\u{1c7}'..='\u{1c9}' => 0x1c8,
        '\u{1ca}'..='\u{1cc}' => 0x1cb,
        '\u{1f1}'..='\u{1f3}' => 0x1f2,
        // Greek with a small iota below.
        '\u{1f80}'..='\u{1f87}' | '\u{1f90}'..='\u{1f97}' | '\u{1fa0}'..='\u{1fa7}' => u32::from(letter) + 8,
        '\u{1fb3}' | '\u{1fc3}' | '\u{1ff3}' => u32::from(letter) + 9,
        _ => return None,
    };
    char::from_u32(capital)
}

/// Returns what follows the capital where one letter becomes several: small letters, the iota below, marks as they are.
fn second(rest: char, of: char) -> impl Iterator<Item = char> {
    let small = match (rest, of) {
        ('\u{399}', '\u{1fb2}'..='\u{1ff7}') => '\u{345}',
        // `ŉ` is an apostrophe and an N.
        (_, 'ŉ') => return rest.to_uppercase().collect::<Vec<_>>().into_iter(),
        _ => rest,
    };
    small.to_lowercase().collect::<Vec<_>>().into_iter()
}
