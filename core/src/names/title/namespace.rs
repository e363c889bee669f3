//! Meta-Wiki's namespaces.

/// A namespace of Meta-Wiki.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Namespace(i16);

/// The number, name and other names of each namespace. Sources: `NamespaceInfo::CANONICAL_NAMES` and the English aliases of
/// MediaWiki 1.39, Wikimedia's configuration for Meta, and the extensions Meta has (Scribunto, Translate, CentralNotice,
/// CampaignEvents).
const NAMESPACES: [(i16, &str, &[&str]); 32] = [
    (-2, "Media", &[]),
    (-1, "Special", &[]),
    (0, "", &[]),
    (1, "Talk", &[]),
    (2, "User", &[]),
    (3, "User talk", &[]),
    (4, "Meta", &["Project"]),
    (5, "Meta talk", &["Project talk"]),
    (6, "File", &["Image"]),
    (7, "File talk", &["Image talk"]),
    (8, "MediaWiki", &[]),
    (9, "MediaWiki talk", &[]),
    (10, "Template", &[]),
    (11, "Template talk", &[]),
    (12, "Help", &[]),
    (13, "Help talk", &[]),
    (14, "Category", &[]),
    (15, "Category talk", &[]),
    (200, "Grants", &[]),
    (201, "Grants talk", &[]),
    (202, "Research", &["R"]),
    (203, "Research talk", &[]),
    (206, "Iberocoop", &[]),
    (207, "Iberocoop talk", &[]),
    (828, "Module", &[]),
    (829, "Module talk", &[]),
    (866, "CNBanner", &[]),
    (867, "CNBanner talk", &[]),
    (1198, "Translations", &[]),
    (1199, "Translations talk", &[]),
    (1728, "Event", &[]),
    (1729, "Event talk", &[]),
];

impl Namespace {
    /// The namespace of pages without a prefix, reports among them.
    pub const MAIN: Self = Self(0);
    /// The namespace `Special:`, of pages that are made on the fly.
    pub const SPECIAL: Self = Self(-1);
    /// The namespace `Talk:`.
    pub const TALK: Self = Self(1);
    /// The namespace `User:`.
    pub const USER: Self = Self(2);
    /// The namespace `User talk:`.
    pub const USER_TALK: Self = Self(3);
    /// The namespace `Template:`.
    pub const TEMPLATE: Self = Self(10);

    /// Finds the namespace of this name, in any case, with blanks and not underscores.
    pub(super) fn named(name: &str) -> Option<Self> {
        if name.is_empty() {
            return None;
        }
        let is = |other: &&str| same_letters(name, other);
        let (number, ..) = NAMESPACES.iter().find(|(_, own, others)| is(own) || others.iter().any(is))?;
        Some(Self(*number))
    }

    /// Returns the namespace's name, with blanks. Empty for pages without a prefix.
    pub fn name(self) -> &'static str {
        NAMESPACES.iter().find(|(number, ..)| *number == self.0).map_or("", |(_, name, _)| name)
    }
}

/// Returns whether two texts are equal but for case. `ascii` is ASCII; a Kelvin sign in the other counts as `k`, as it does for
/// MediaWiki.
fn same_letters(text: &str, ascii: &str) -> bool {
    let small = text.chars().flat_map(char::to_lowercase);
    small.eq(ascii.chars().map(|character| character.to_ascii_lowercase()))
}
