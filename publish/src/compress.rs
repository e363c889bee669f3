//! Compressed copies beside the files, for hosts that hand them out as they are.

use std::io::{self, Write};

use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};
use flate2::{Compression, GzBuilder};

use crate::files::{Files, extension};

/// The kinds of files that get smaller. Pictures are compressed already; `_headers` is never handed out.
const COMPRESSIBLE: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];
/// The least size of a file to compress, in bytes: what could be gained on less is lost in the answer's head.
const LEAST: usize = 256;
/// The level of brotli's compression: its best.
const QUALITY: i32 = 11;
/// The binary logarithm of brotli's window in bytes: the largest that every browser takes.
const WINDOW: i32 = 24;

/// Adds `.br` and `.gz` beside each file that gets smaller by it.
pub fn beside(files: &mut Files) -> anyhow::Result<()> {
    let mut copies = Vec::new();
    for (name, bytes) in files.iter() {
        if bytes.len() < LEAST || !COMPRESSIBLE.contains(&extension(name)) {
            continue;
        }
        for (end, copy) in [("br", brotli(bytes)?), ("gz", gzip(bytes)?)] {
            if copy.len() < bytes.len() {
                copies.push((format!("{name}.{end}"), copy));
            }
        }
    }
    copies.into_iter().for_each(|(name, copy)| files.add(&name, copy));
    Ok(())
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut writer = CompressorWriter::with_params(Vec::new(), 1 << 16, &parameters);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

/// Compresses bytes with gzip, without a name or a time: the result is the same on every day.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_are_smaller_and_hold_the_same() {
        let text = "Free knowledge, by the lake. ".repeat(100);
        let mut files = Files::default();
        files.add("a.js", text.as_str());
        files.add("small.js", "'use strict'");
        files.add("picture.png", text.as_str());
        beside(&mut files).unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.js", "a.js.br", "a.js.gz", "picture.png", "small.js"]);

        let (mut from_brotli, mut from_gzip) = (String::new(), String::new());
        let brotli = files.bytes("a.js.br").unwrap();
        brotli::Decompressor::new(brotli, 4096).read_to_string(&mut from_brotli).unwrap();
        let gzip = files.bytes("a.js.gz").unwrap();
        flate2::read::GzDecoder::new(gzip).read_to_string(&mut from_gzip).unwrap();
        assert_eq!((from_brotli.as_str(), from_gzip.as_str()), (text.as_str(), text.as_str()));
        assert!(brotli.len() < 100 && gzip.len() < 200, "{} {}", brotli.len(), gzip.len());
    }
}
