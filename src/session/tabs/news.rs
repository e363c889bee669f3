//! The messages between tabs, as texts: a first line of words, followed by what the last of the words is about.

use report::draft::DraftId;

/// A message from one tab to all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News<'a> {
    /// A draft was saved; `key` and `record` are those of the sender's slot.
    Written { key: &'a str, record: &'a str },
    /// The sender has this draft open.
    Here { draft: &'a str, writer: &'a str },
    /// The sender asks who else has this draft open.
    Who { draft: &'a str },
    /// The sender does not have a draft open any more.
    Gone { writer: &'a str },
}

impl<'a> News<'a> {
    /// Writes the message as it is sent.
    pub fn write(self) -> String {
        match self {
            Self::Written { key, record } => format!("written {key}\n{record}"),
            Self::Here { draft, writer } => format!("here {draft} {writer}"),
            Self::Who { draft } => format!("who {draft}"),
            Self::Gone { writer } => format!("gone {writer}"),
        }
    }

    /// Reads a message; `None` for one that this version does not know.
    pub fn read(text: &'a str) -> Option<Self> {
        let (line, record) = text.split_once('\n').unwrap_or((text, ""));
        let words: Vec<&str> = line.split(' ').collect();
        match *words.as_slice() {
            ["written", key] => Some(Self::Written { key, record }),
            ["here", draft, writer] => Some(Self::Here { draft, writer }),
            ["who", draft] => Some(Self::Who { draft }),
            ["gone", writer] => Some(Self::Gone { writer }),
            _ => None,
        }
    }

    /// Returns whether the draft named in a message is this one.
    pub fn is(named: &str, draft: &DraftId) -> bool {
        named == draft.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_arrive_as_they_were_sent() {
        let all = [
            News::Written { key: "a/slot/b/c", record: "{\"two\n\":\" words\"}" },
            News::Here { draft: "d", writer: "w" },
            News::Who { draft: "d" },
            News::Gone { writer: "w" },
        ];
        for news in all {
            assert_eq!(News::read(&news.write()), Some(news));
        }
        for foreign in ["", "written", "here d", "what d", "who d e"] {
            assert_eq!(News::read(foreign), None, "{foreign}");
        }
    }
}
