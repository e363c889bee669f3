//! A record's outer form: version, checksum, head, fields. It is the same in every version, so that a newer record can be
//! told from a damaged one.

use super::SlotError;
use crate::checksum::sum_of;

const OPEN: &str = "{\"slot\":";
const SUM: &str = ",\"sum\":\"";
const HEAD: &str = "\",\"head\":";
const FIELDS: &str = ",\"fields\":";
const CLOSE: &str = "}";

/// The parts of a record, each as JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sealed<'a> {
    pub(super) head: &'a str,
    pub(super) fields: &'a str,
}

/// Writes the record of a head and fields, each given as JSON.
pub(super) fn seal(version: u64, head: &str, fields: &str) -> String {
    let version = version.to_string();
    let sum = format!("{:016x}", sum_of(&parts(&version, "", head, fields)));
    parts(&version, &sum, head, fields).concat()
}

/// Lists the parts of a record in order. The checksum is over the record with an empty `sum`.
fn parts<'a>(version: &'a str, sum: &'a str, head: &'a str, fields: &'a str) -> [&'a str; 9] {
    [OPEN, version, SUM, sum, HEAD, head, FIELDS, fields, CLOSE]
}

/// Takes a record apart whose checksum is right and which is of one of the expected versions, given from the oldest on.
pub(super) fn unseal<'r>(record: &'r str, expected: &[u64]) -> Result<Sealed<'r>, SlotError> {
    let (version, sum, head, fields) = split(record).ok_or(SlotError::Damaged)?;
    if format!("{:016x}", sum_of(&parts(version, "", head, fields))) != sum {
        return Err(SlotError::Damaged);
    }
    match version.parse() {
        Ok(version) if expected.contains(&version) => Ok(Sealed { head, fields }),
        Ok(version) if expected.first().is_some_and(|oldest| version > *oldest) => {
            Err(SlotError::Newer { version })
        }
        _ => Err(SlotError::Damaged),
    }
}

/// Splits a record into version, sum, head and fields. No text in a head can look like [`FIELDS`]: its quotes are escaped.
fn split(record: &str) -> Option<(&str, &str, &str, &str)> {
    let (version, rest) = record.strip_prefix(OPEN)?.split_once(SUM)?;
    let (sum, rest) = rest.split_once(HEAD)?;
    let (head, fields) = rest.strip_suffix(CLOSE)?.split_once(FIELDS)?;
    Some((version, sum, head, fields))
}

#[cfg(test)]
mod tests {
    use super::super::VERSION;
    use super::*;

    #[test]
    fn what_is_sealed_is_unsealed() {
        let head = r#"{"a":",\"fields\":","b":","}"#;
        let record = seal(VERSION, head, "{}");
        assert_eq!(unseal(&record, &[VERSION]), Ok(Sealed { head, fields: "{}" }));
        assert!(serde_json::from_str::<serde_json::Value>(&record).is_ok());
    }

    #[test]
    fn only_a_right_sum_makes_a_newer_version() {
        let newer = seal(VERSION + 1, "{}", "{}");
        assert_eq!(unseal(&newer, &[VERSION]), Err(SlotError::Newer { version: VERSION + 1 }));
        let forged = seal(VERSION, "{}", "{}").replace("\"slot\":3", "\"slot\":4");
        assert_eq!(unseal(&forged, &[VERSION]), Err(SlotError::Damaged));
        for wrong in ["0", "-1", "x", "99999999999999999999"] {
            let sum = format!("{:016x}", sum_of(&parts(wrong, "", "{}", "{}")));
            let record = parts(wrong, &sum, "{}", "{}").concat();
            assert_eq!(unseal(&record, &[VERSION]), Err(SlotError::Damaged), "{wrong}");
        }
    }
}
