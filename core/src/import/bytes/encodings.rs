//! The encodings that a reader can choose from, if a file does not declare its own.

use crate::i18n::Message;

/// An encoding that a text may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The encoding's label in the Encoding Standard.
    pub label: &'static str,
    script: Script,
}

impl Encoding {
    const fn new(label: &'static str, script: Script) -> Self {
        Self { label, script }
    }

    /// Names the encoding for the user, with its letters first.
    pub fn message(&self) -> Message {
        let script = match self.script {
            Script::Western => Message::new("encoding-western"),
            Script::CentralEuropean => Message::new("encoding-central-european"),
            Script::Baltic => Message::new("encoding-baltic"),
            Script::Turkish => Message::new("encoding-turkish"),
            Script::Cyrillic => Message::new("encoding-cyrillic"),
            Script::Greek => Message::new("encoding-greek"),
            Script::Hebrew => Message::new("encoding-hebrew"),
            Script::Arabic => Message::new("encoding-arabic"),
            Script::Vietnamese => Message::new("encoding-vietnamese"),
            Script::Thai => Message::new("encoding-thai"),
            Script::Japanese => Message::new("encoding-japanese"),
            Script::Chinese => Message::new("encoding-chinese"),
            Script::Korean => Message::new("encoding-korean"),
            Script::Unicode => Message::new("encoding-unicode"),
        };
        script.with(self.label)
    }
}

/// The letters that an encoding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Western,
    CentralEuropean,
    Baltic,
    Turkish,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Vietnamese,
    Thai,
    Japanese,
    Chinese,
    Korean,
    Unicode,
}

/// The encodings to choose from: those that programs save texts in, the more frequent ones of each script first.
pub const ENCODINGS: [Encoding; 26] = [
    Encoding::new("windows-1252", Script::Western),
    Encoding::new("macintosh", Script::Western),
    Encoding::new("windows-1250", Script::CentralEuropean),
    Encoding::new("iso-8859-2", Script::CentralEuropean),
    Encoding::new("windows-1257", Script::Baltic),
    Encoding::new("windows-1254", Script::Turkish),
    Encoding::new("windows-1251", Script::Cyrillic),
    Encoding::new("koi8-r", Script::Cyrillic),
    Encoding::new("koi8-u", Script::Cyrillic),
    Encoding::new("ibm866", Script::Cyrillic),
    Encoding::new("x-mac-cyrillic", Script::Cyrillic),
    Encoding::new("windows-1253", Script::Greek),
    Encoding::new("windows-1255", Script::Hebrew),
    Encoding::new("windows-1256", Script::Arabic),
    Encoding::new("windows-1258", Script::Vietnamese),
    Encoding::new("windows-874", Script::Thai),
    Encoding::new("shift_jis", Script::Japanese),
    Encoding::new("euc-jp", Script::Japanese),
    Encoding::new("iso-2022-jp", Script::Japanese),
    Encoding::new("gb18030", Script::Chinese),
    Encoding::new("big5", Script::Chinese),
    Encoding::new("euc-kr", Script::Korean),
    Encoding::new("utf-8", Script::Unicode),
    Encoding::new("utf-16le", Script::Unicode),
    Encoding::new("utf-16be", Script::Unicode),
    Encoding::new("iso-8859-15", Script::Western),
];

/// Returns whether a text is in ISO-2022-JP, as in mails: all bytes look like ASCII, and an escape sequence begins
/// Japanese.
pub(super) fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    bytes.is_ascii() && bytes.windows(3).any(|window| matches!(window, b"\x1B$B" | b"\x1B$@"))
}
