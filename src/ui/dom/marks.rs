//! The marks in a plan, each followed by a word. `view!` writes them, [`plan`](super::plan) reads them; both have this file.

/// What the word after it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The tag of an element that opens.
    Open = 0x01,
    /// Nothing: the innermost open element closes.
    Close = 0x02,
    /// The name of a fixed attribute. Its value follows.
    Attribute = 0x03,
    /// The value of that attribute.
    Value = 0x04,
    /// A fixed text.
    Text = 0x05,
    /// Nothing: a hole for what stands inside the element.
    Child = 0x06,
    /// The name of an attribute whose value is a hole.
    SetAttribute = 0x07,
    /// The name of a property whose value is a hole.
    SetProperty = 0x08,
    /// The name of a class; whether the element has it is a hole.
    SetClass = 0x0e,
    /// The name of a style property whose value is a hole.
    SetStyle = 0x0f,
    /// The name of an event; what hears it is a hole.
    Listener = 0x10,
    /// Nothing: a hole for what holds the element.
    Holder = 0x11,
}

impl Mark {
    /// How it is written: a control character.
    pub fn character(self) -> char {
        char::from(self as u8)
    }
}

/// Whether a character ends the word before it. Marks do, and no word has such a character.
pub fn ends_word(character: char) -> bool {
    character < ' '
}
