//! Nothing of the machine that builds may be published: it is nobody's business, and another machine's bytes would differ.

use anyhow::bail;

use crate::files::Files;

/// Checks that none of the forbidden texts is in any file.
pub fn absent(files: &Files, forbidden: &[String]) -> anyhow::Result<()> {
    for (file, bytes) in files.iter() {
        let found = forbidden.iter().find(|text| contains(bytes, text.as_bytes()));
        if let Some(text) = found {
            bail!("{file} holds `{text}`, which is a path of this machine");
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    !text.is_empty() && bytes.windows(text.len()).any(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_path_among_any_bytes() {
        let mut files = Files::default();
        files.add("a.wasm", b"\0asm\xff/home/me/src/lib.rs\0".to_vec());
        let forbid = |text: &str| absent(&files, &[String::new(), text.to_owned()]);
        assert!(forbid("/home/you").is_ok());
        assert!(forbid("/home/me").unwrap_err().to_string().starts_with("a.wasm holds `/home/me`"));
    }
}
