//! Recognizes misspelled parameter names: `membership_trends`, `Mission`, `succesionplanning`.

/// The greatest number of letters that may differ in a long name.
const MAX_DISTANCE: usize = 2;

/// The greatest length of a parameter's name, in bytes.
pub(super) const LONGEST: usize = 100;

/// Finds the name in `known` that is most similar to `written`: its index, and the number of letters in which the two
/// differ. Up to two letters may be added, missing or different: one for each four letters of the name, but at least
/// one. Case, blanks, underscores and hyphens are ignored. `None` if two are equally similar.
pub(super) fn most_like<'n>(written: &str, known: impl Iterator<Item = &'n str>) -> Option<(usize, usize)> {
    let written = letters(written)?;
    let likes = known.enumerate().filter_map(|(at, name)| {
        let name = letters(name)?;
        let allowed = (name.len() / 4).clamp(1, MAX_DISTANCE);
        distance(&written, &name, allowed).map(|distance| (distance, at))
    });
    let mut likes: Vec<(usize, usize)> = likes.collect();
    likes.sort();
    match likes.as_slice() {
        [(distance, at)] => Some((*at, *distance)),
        [(near, at), (next, _), ..] if near < next => Some((*at, *near)),
        _ => None,
    }
}

/// Returns a name's characters in lower case; `None` for a name of more than [`LONGEST`] bytes, which cannot be a
/// parameter's.
fn letters(name: &str) -> Option<Vec<char>> {
    let letters =
        || name.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect();
    (name.len() <= LONGEST).then(letters)
}

/// Counts the letters added, missing or different between two words; `None` if they are more than `allowed`.
fn distance(a: &[char], b: &[char], allowed: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut least = left;
        for (cell, other) in row.iter_mut().skip(1).zip(b) {
            let above = *cell;
            left = (diagonal + usize::from(letter != other)).min(above + 1).min(left + 1);
            diagonal = above;
            least = least.min(left);
            *cell = left;
        }
        if least > allowed {
            return None;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 6] =
        ["name", "languages", "mission", "leadershipskills", "primarycontact", "secondarycontact"];

    #[test]
    fn only_a_name_much_like_one_other_counts() {
        let cases = [
            ("Mission", Some("mission")),
            ("misson", Some("mission")),
            ("missions", Some("mission")),
            ("leadership_skills", Some("leadershipskills")),
            ("leadershipskilz", Some("leadershipskills")),
            ("primary contact", Some("primarycontact")),
            ("nme", Some("name")),
            ("same", Some("name")),
            ("game2", None),
            ("vision", None),
            ("countires", None),
            ("langs", None),
            ("", None),
            ("1", None),
        ];
        for (written, meant) in cases {
            let found = most_like(written, KNOWN.into_iter()).map(|(at, _)| KNOWN[at]);
            assert_eq!(found, meant, "{written}");
        }
        assert_eq!(most_like("goalx", ["goala", "goalb"].into_iter()), None);
        assert_eq!(most_like(&"x".repeat(1000), KNOWN.into_iter()), None);
    }

    #[test]
    fn distances_are_right_up_to_the_allowed() {
        let cases = [
            ("abc", "abc", Some(0)),
            ("abc", "abd", Some(1)),
            ("abc", "ab", Some(1)),
            ("abc", "xabcd", Some(2)),
            ("abc", "xyz", None),
        ];
        for (a, b, expected) in cases {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            assert_eq!(distance(&a, &b, 2), expected);
        }
    }
}
