//! Texts folded so that those which people take for the same are equal: lower-case letters without accents, words
//! separated by single blanks.

/// Folds a text: small letters, Latin and Greek ones and the Cyrillic `ё` without their accents, each run of other signs a blank,
/// none at the edges. Signs that combine with a letter are left out.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_parted = false;
    for letter in text.chars().flat_map(char::to_lowercase).filter(|letter| !is_combining(*letter)) {
        if !letter.is_alphanumeric() {
            is_parted = true;
            continue;
        }
        if is_parted && !folded.is_empty() {
            folded.push(' ');
        }
        is_parted = false;
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter => folded.push(unaccented(letter)),
        }
    }
    folded
}

/// Returns whether a sign is one of the accents that stand behind their letter (Unicode's block *Combining Diacritical Marks*).
fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// Takes the accents off a small letter.
fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǟ' | 'ǡ' | 'ǻ' | 'ȁ' | 'ȃ' | 'ȧ'
        | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' | 'ḁ' | 'ẚ' => {
            'a'
        }
        'ḃ' | 'ḅ' | 'ḇ' | 'ɓ' => 'b',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ḉ' => 'c',
        'ď' | 'đ' | 'ḋ' | 'ḍ' | 'ḏ' | 'ḑ' | 'ḓ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ȅ' | 'ȇ' | 'ȩ' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế'
        | 'ề' | 'ể' | 'ễ' | 'ệ' | 'ḕ' | 'ḗ' | 'ḙ' | 'ḛ' | 'ḝ' => 'e',
        'ḟ' | 'ƒ' => 'f',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǵ' | 'ḡ' => 'g',
        'ĥ' | 'ħ' | 'ȟ' | 'ḣ' | 'ḥ' | 'ḧ' | 'ḩ' | 'ḫ' | 'ẖ' => 'h',
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ȉ' | 'ȋ' | 'ỉ' | 'ị' | 'ḭ' | 'ḯ' => {
            'i'
        }
        'ĵ' | 'ǰ' => 'j',
        'ķ' | 'ǩ' | 'ḱ' | 'ḳ' | 'ḵ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' | 'ḷ' | 'ḹ' | 'ḻ' | 'ḽ' => 'l',
        'ḿ' | 'ṁ' | 'ṃ' => 'm',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' | 'ṅ' | 'ṇ' | 'ṉ' | 'ṋ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ǫ' | 'ǭ' | 'ǿ' | 'ȍ' | 'ȏ'
        | 'ȫ' | 'ȭ' | 'ȯ' | 'ȱ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ'
        | 'ṍ' | 'ṏ' | 'ṑ' | 'ṓ' => 'o',
        'ṕ' | 'ṗ' => 'p',
        'ŕ' | 'ŗ' | 'ř' | 'ȑ' | 'ȓ' | 'ṙ' | 'ṛ' | 'ṝ' | 'ṟ' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṡ' | 'ṣ' | 'ṥ' | 'ṧ' | 'ṩ' | 'ſ' | 'ẛ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṫ' | 'ṭ' | 'ṯ' | 'ṱ' | 'ẗ' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ'
        | 'ȕ' | 'ȗ' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' | 'ṳ' | 'ṵ' | 'ṷ' | 'ṹ' | 'ṻ' => {
            'u'
        }
        'ṽ' | 'ṿ' => 'v',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' | 'ẇ' | 'ẉ' | 'ẘ' => 'w',
        'ẋ' | 'ẍ' => 'x',
        'ý' | 'ÿ' | 'ŷ' | 'ȳ' | 'ẏ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' | 'ẙ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẑ' | 'ẓ' | 'ẕ' => 'z',
        'ά' | 'ἀ' | 'ἁ' | 'ὰ' | 'ᾶ' => 'α',
        'έ' | 'ὲ' => 'ε',
        'ή' | 'ὴ' | 'ῆ' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'ὶ' | 'ῖ' => 'ι',
        'ό' | 'ὸ' => 'ο',
        'ё' => 'е',
        letter => letter,
    }
}

/// The words of affiliates' names that tell nothing about whose name it is, folded.
const GENERIC: [&str; 13] = [
    "wikimedia",
    "wikimedians",
    "wikipedians",
    "user",
    "group",
    "usergroup",
    "community",
    "the",
    "of",
    "in",
    "and",
    "de",
    "la",
];

/// Folds an affiliate's name, so that its spellings are one: also without *User Group*, which is often left out, and without a
/// leading *the*. Empty where nothing else is left.
pub fn folded_name(name: &str) -> String {
    let name = folded(name);
    let words: Vec<&str> = name.split(' ').collect();
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        match word {
            "the" if kept.is_empty() => {}
            "usergroup" | "ug" => {}
            "user" if words.peek() == Some(&"group") => drop(words.next()),
            word => kept.push(word),
        }
    }
    if kept.is_empty() { name } else { kept.join(" ") }
}

/// Returns the words of an affiliate's name that tell whose it is, folded: *Lake*, *Orin* of *Wikimedians of Lake Orin*.
pub fn telling_words(name: &str) -> Vec<String> {
    folded(name)
        .split(' ')
        .filter(|word| !word.is_empty() && !GENERIC.contains(word))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn what_people_take_for_the_same_is_the_same() {
        for (text, fold) in [
            ("", ""),
            (" -- ", ""),
            ("Lake  Orín", "lake orin"),
            ("\u{201c}Lake\u{201d}\tORÍN!", "lake orin"),
            ("O\u{308}l", "ol"),
            ("Straße, ÆRØ, Œuvre, İzmir", "strasse aero oeuvre izmir"),
            ("Đà Nẵng", "da nang"),
            ("Викимедиа-ОЗЁРА", "викимедиа озера"),
            ("Άλφα", "αλφα"),
            ("日本語 2026", "日本語 2026"),
        ] {
            assert_eq!(folded(text), fold, "{text}");
        }
    }

    #[test]
    fn names_have_one_spelling() {
        for (name, fold) in [
            ("Wikimedians of Lake Orín User Group", "wikimedians of lake orin"),
            ("The Lake Orin usergroup", "lake orin"),
            ("User Group Lake Orin", "lake orin"),
            ("Users of the Lake", "users of the lake"),
            ("User Group", "user group"),
            ("", ""),
        ] {
            assert_eq!(folded_name(name), fold, "{name}");
        }
        assert_eq!(telling_words("Wikimedia Community of the Lake Orín User Group"), ["lake", "orin"]);
        assert_eq!(telling_words("Wikimédia User Group"), Vec::<String>::new());
    }

    #[test]
    fn no_latin_letter_keeps_its_accent() {
        for letter in ('\u{C0}'..'\u{250}').chain('\u{1E00}'..'\u{1F00}').flat_map(char::to_lowercase) {
            let base = letter.nfd().next().unwrap();
            if base != letter && base.is_ascii_lowercase() {
                assert_eq!(folded(&letter.to_string()), base.to_string(), "{letter}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_fold_stays_as_it_is(text in any::<String>()) {
            let fold = folded(&text);
            prop_assert_eq!(&folded(&fold), &fold);
            prop_assert!(!fold.starts_with(' ') && !fold.ends_with(' ') && !fold.contains("  "));
            let name = folded_name(&text);
            prop_assert_eq!(&folded_name(&name), &name);
        }
    }
}
