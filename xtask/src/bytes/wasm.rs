//! What a WebAssembly module's bytes are: the functions with their names and sizes, and the rest by section.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{KnownCustom, Name, NameSectionReader, Naming, Parser, Payload, TypeRef};

/// The name of the part that is no code: texts, tables, the forms.
pub const DATA: &str = "data";
/// The id of the section of code, whose functions are counted one by one.
const CODE: u8 = 10;

/// A stretch of the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// A function's name, or what else it is.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
}

/// The parts of a module. The names themselves and other custom sections are left out: they are not published.
pub fn parts(module: &[u8]) -> anyhow::Result<Vec<Part>> {
    let (mut sizes, mut rest) = (Vec::new(), Vec::new());
    let (mut imported, mut names) = (0, HashMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::CodeSectionEntry(body) => sizes.push(bytes(&body.range())),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    names.extend(function_names(section)?);
                }
            }
            Payload::DataSection(section) => rest.push(part(DATA, section.range())),
            payload => {
                if let Payload::ImportSection(section) = &payload {
                    for import in section.clone().into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                let range = payload.as_section().filter(|(id, _)| *id != CODE).map(|(_, range)| range);
                rest.extend(range.map(|range| part("types, tables, imports, exports", range)));
            }
        }
    }
    let named = |(index, bytes): (u32, u64)| Part {
        name: names.get(&(imported + index)).cloned().unwrap_or_else(|| "without a name".to_owned()),
        bytes,
    };
    Ok((0..).zip(sizes).map(named).chain(rest).collect())
}

fn part(name: &str, range: Range<u64>) -> Part {
    Part { name: name.to_owned(), bytes: bytes(&range) }
}

fn bytes(range: &Range<u64>) -> u64 {
    range.end - range.start
}

fn function_names(section: NameSectionReader) -> anyhow::Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for kind in section {
        let Name::Function(functions) = kind? else { continue };
        for function in functions {
            let Naming { index, name } = function?;
            names.insert(index, name.to_owned());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of this id.
    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, u8::try_from(content.len()).unwrap()], content].concat()
    }

    fn module() -> Vec<u8> {
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(2, b"\x01\x01a\x01b\x00\x00"),
            section(3, b"\x02\x00\x00"),
            section(CODE, b"\x02\x03\x00\x01\x0b\x02\x00\x0b"),
            section(11, b"\x01\x01\x02hi"),
            section(0, b"\x04name\x01\x08\x02\x00\x01i\x01\x02me"),
        ]
        .concat()
    }

    #[test]
    fn tells_functions_by_name_and_data() {
        let part = |name: &str, bytes| Part { name: name.to_owned(), bytes };
        let expected = [
            part("me", 3),
            part("without a name", 2),
            part("types, tables, imports, exports", 7),
            part("types, tables, imports, exports", 3),
            part(DATA, 5),
        ];
        assert_eq!(parts(&module()).unwrap(), expected);
    }

    #[test]
    fn refuses_what_is_cut_or_something_else() {
        let module = module();
        let whole = [8, 17, 22, 32, 39];
        for end in (0..module.len()).filter(|end| !whole.contains(end)) {
            assert!(parts(&module[..end]).is_err(), "{end}");
        }
        assert!(parts(b"\0asm\x02\0\0\0").is_err());
    }
}
