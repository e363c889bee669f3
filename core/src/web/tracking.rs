//! Parameters of addresses that change nothing about the page, and only tell a site where its readers come from.

/// The parameters' names (those that browsers and their extensions take out).
const NAMES: [&str; 33] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "__hssc",
    "__hstc",
    "__hsfp",
    "hsctatracking",
    "vero_id",
    "vero_conv",
    "oly_enc_id",
    "oly_anon_id",
    "_openstat",
    "wickedid",
    "rb_clickid",
    "ref_src",
    "__cft__[0]",
    "__tn__",
];

/// Returns the address without the parameters that only track readers; `None` where it has none.
pub(crate) fn without_tracking(url: &str) -> Option<String> {
    let (before, behind) = url.split_once('?')?;
    let (query, place) = match behind.split_once('#') {
        Some((query, place)) => (query, Some(place)),
        None => (behind, None),
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !tracks(pair)).collect();
    if kept.len() == query.split('&').count() {
        return None;
    }
    let mut clean = before.to_owned();
    if !kept.is_empty() {
        clean.push('?');
        clean.push_str(&kept.join("&"));
    }
    if let Some(place) = place {
        clean.push('#');
        clean.push_str(place);
    }
    Some(clean)
}

fn tracks(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    let name = name.strip_prefix("amp;").unwrap_or(name).to_ascii_lowercase();
    let name = name.replace("%5b", "[").replace("%5d", "]");
    name.starts_with("utm_") || name.starts_with("__cft__") || NAMES.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::without_tracking;

    #[test]
    fn only_what_tracks_goes() {
        for (url, expected) in [
            ("https://example.org/a?utm_source=x&id=1&fbclid=y#z", Some("https://example.org/a?id=1#z")),
            ("https://example.org/a?UTM_Campaign=x", Some("https://example.org/a")),
            ("https://example.org/?id=1&amp;mc_eid=x", Some("https://example.org/?id=1")),
            ("https://www.facebook.com/x?__cft__%5B0%5D=A&__tn__=B", Some("https://www.facebook.com/x")),
            ("https://example.org/a?id=utm_source", None),
            ("https://example.org/utm_source", None),
        ] {
            assert_eq!(without_tracking(url).as_deref(), expected, "{url}");
        }
    }
}
