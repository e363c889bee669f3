//! Reads as much of a WebAssembly module as is needed to tell what its bytes are
//! (<https://webassembly.github.io/spec/core/binary/>): the functions with their names and sizes, and the rest by section.

use std::collections::HashMap;

/// The name of the part that is no code: texts, tables, the forms.
pub const DATA: &str = "data";

/// A stretch of the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// A function's name, or what else it is.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
}

const HEAD: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA_SECTION: u8 = 11;
/// In the custom section `name`: the names of functions.
const FUNCTION_NAMES: u8 = 1;
/// The kinds of an import.
const FUNCTION: u8 = 0;

/// The parts of a module. The names themselves and other custom sections are left out: they are not published.
///
/// # Errors
/// When it is no module, is cut, or has an import that is not understood.
pub fn parts(module: &[u8]) -> Result<Vec<Part>, String> {
    let mut reader = Reader(module.strip_prefix(HEAD).ok_or("not a WebAssembly module")?);
    let (mut sizes, mut rest) = (Vec::new(), Vec::new());
    let (mut imported, mut names) = (0, HashMap::new());
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        let content = reader.vector()?;
        let bytes = content.len() as u64;
        let mut section = Reader(content);
        match id {
            CUSTOM if section.vector()? == b"name" => names = section.function_names()?,
            CUSTOM => {}
            CODE => sizes = section.function_sizes()?,
            DATA_SECTION => rest.push(Part { name: DATA.to_owned(), bytes }),
            _ => {
                if id == IMPORT {
                    imported = section.imported_functions()?;
                }
                rest.push(Part { name: "types, tables, imports, exports".to_owned(), bytes });
            }
        }
    }
    let named = |(index, bytes): (u32, u64)| Part {
        name: names.get(&(imported + index)).cloned().unwrap_or_else(|| "without a name".to_owned()),
        bytes,
    };
    Ok((0..).zip(sizes).map(named).chain(rest).collect())
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, String> {
        let (first, rest) = self.0.split_first().ok_or("the module is cut")?;
        self.0 = rest;
        Ok(*first)
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Result<u32, String> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("a number in the module is too long".to_owned())
    }

    /// Bytes behind their count.
    fn vector(&mut self) -> Result<&'a [u8], String> {
        let length = self.number()? as usize;
        let (content, rest) = self.0.split_at_checked(length).ok_or("the module is cut")?;
        self.0 = rest;
        Ok(content)
    }

    fn function_sizes(&mut self) -> Result<Vec<u64>, String> {
        let count = self.number()?;
        (0..count).map(|_| self.vector().map(|code| code.len() as u64)).collect()
    }

    fn function_names(&mut self) -> Result<HashMap<u32, String>, String> {
        let mut names = HashMap::new();
        while !self.0.is_empty() {
            let kind = self.byte()?;
            let mut content = Reader(self.vector()?);
            if kind != FUNCTION_NAMES {
                continue;
            }
            for _ in 0..content.number()? {
                let index = content.number()?;
                names.insert(index, String::from_utf8_lossy(content.vector()?).into_owned());
            }
        }
        Ok(names)
    }

    /// How many functions are imported: they are counted before the module's own.
    fn imported_functions(&mut self) -> Result<u32, String> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            let (_module, _name) = (self.vector()?, self.vector()?);
            match self.byte()? {
                FUNCTION => {
                    functions += 1;
                    self.number()?;
                }
                kind => return Err(format!("an import of kind {kind} is not understood")),
            }
        }
        Ok(functions)
    }
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
            HEAD.to_vec(),
            section(IMPORT, b"\x01\x01a\x01b\x00\x00"),
            section(CODE, b"\x02\x03\x00\x01\x0b\x02\x00\x0b"),
            section(DATA_SECTION, b"\x01\x01\x02hi"),
            section(CUSTOM, b"\x04name\x01\x08\x02\x00\x01i\x01\x02me"),
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
            part(DATA, 5),
        ];
        assert_eq!(parts(&module()).unwrap(), expected);
    }

    #[test]
    fn refuses_what_is_cut_or_something_else() {
        let module = module();
        let whole = [8, 17, 27, 34];
        for end in (0..module.len()).filter(|end| !whole.contains(end)) {
            assert!(parts(&module[..end]).is_err(), "{end}");
        }
        assert!(parts(b"\0asm\x02\0\0\0").is_err());
        assert!(Reader(&[0x80; 9]).number().is_err());
        assert_eq!(Reader(&[0xe5, 0x8e, 0x26]).number(), Ok(624_485));
    }
}
