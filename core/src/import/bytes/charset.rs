//! The encoding that a text declares: an HTML page's `meta`, or an XML declaration.

/// The number of bytes searched for a declaration. Browsers search 1024; pages that programs save begin with longer
/// comments.
const SEARCHED: usize = 4096;

/// Finds the label of the encoding that a page declares.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..SEARCHED).unwrap_or(bytes);
    // Only ASCII matters here.
    let start: String = start.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let xml = start.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let in_xml = xml.and_then(|declaration| value(declaration, "encoding"));
    let declared = in_xml.or_else(|| {
        let tags = start.match_indices("<meta").filter_map(|(at, _)| start.get(at..)?.split('>').next());
        tags.filter_map(|tag| value(tag, "charset")).next()
    });
    // A declaration that could be read byte by byte is not in UTF-16.
    declared.filter(|label| !label.starts_with("utf-16"))
}

/// Returns the value after `name` and an equals sign.
fn value(text: &str, name: &str) -> Option<String> {
    let mut places = text.match_indices(name).map(|(at, _)| at + name.len());
    places.find_map(|at| {
        let value =
            text.get(at..)?.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
        let value = value.get(..end.unwrap_or(value.len()))?;
        (!value.is_empty()).then(|| value.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_declare() {
        let cases = [
            ("<!DOCTYPE html><META charset=windows-1251>", Some("windows-1251")),
            (
                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">",
                Some("iso-8859-1"),
            ),
            ("<meta name=a content=b><meta charset = 'koi8-r' >", Some("koi8-r")),
            ("<?xml version='1.0' encoding='Shift_JIS'?><html>", Some("shift_jis")),
            ("charset=utf-8 in a text", None),
            ("<meta charset=>", None),
            ("<meta charset=utf-16>", None),
            ("", None),
        ];
        for (page, label) in cases {
            assert_eq!(declared(page.as_bytes()).as_deref(), label, "{page}");
        }
    }
}
