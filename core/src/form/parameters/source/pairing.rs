//! Pairing each parameter with the question that stands before it.

use super::piece::{Break, Piece, Role};
use super::pieces::pieces;
use crate::entities::decode;
use crate::form::QuestionId;
use crate::form::parameters::findings::Findings;
use crate::form::wording::Wordings;

/// Finds every parameter of the source, and the question beside each as far as there is one.
pub(super) fn pair(wordings: &Wordings, source: &str) -> Findings {
    let mut pairing = Pairing {
        wordings,
        findings: Findings::default(),
        unit: Unit::default(),
        asked: None,
        row: 0,
        cell: 0,
        weak: Vec::new(),
    };
    for piece in pieces(source) {
        match piece {
            Piece::Text(text) => pairing.unit.add(text),
            Piece::Parameter { name, role } => pairing.parameter(name, role),
            Piece::Break(Break::Line) => pairing.unit.break_line(),
            Piece::Break(ended) => pairing.end(ended),
        }
    }
    pairing.finish()
}

struct Pairing<'w> {
    wordings: &'w Wordings,
    findings: Findings,
    unit: Unit,
    asked: Option<Asked>,
    row: usize,
    cell: usize,
    /// The parameters that only stand in or are tested beside a question: the question's own if there is nothing better.
    weak: Vec<(QuestionId, String)>,
}

/// The question that was read last.
struct Asked {
    question: QuestionId,
    row: usize,
    /// Whether nothing else stands in the question's row.
    alone: bool,
    /// The cell of the question's first parameter.
    answered: Option<usize>,
}

impl Pairing<'_> {
    fn end(&mut self, ended: Break) {
        self.end_unit(ended == Break::Pipe);
        if ended == Break::Pipe || ended == Break::Line {
            return;
        }
        self.cell += 1;
        if ended == Break::Row {
            self.row += 1;
            if self.asked.as_ref().is_some_and(|asked| asked.answered.is_some() || !asked.alone) {
                self.asked = None;
            }
        }
    }

    /// Takes the text since the last break for a question if it is one.
    fn end_unit(&mut self, at_pipe: bool) {
        let unit = std::mem::take(&mut self.unit);
        if unit.is_blank() || at_pipe && unit.is_attributes() {
            return;
        }
        if let Some(question) = unit.question(self.wordings) {
            self.asked = Some(Asked { question, row: self.row, alone: true, answered: None });
        } else if let Some(asked) = &mut self.asked {
            if asked.row == self.row {
                asked.alone = false;
            } else {
                self.asked = None;
            }
        }
    }

    fn parameter(&mut self, name: &str, role: Role) {
        self.end_unit(false);
        if name.is_empty() {
            return;
        }
        self.findings.see(name);
        let Some(asked) = &mut self.asked else { return };
        let cell = self.cell;
        match role {
            Role::Shown if *asked.answered.get_or_insert(cell) == cell => {
                self.findings.pair(&asked.question, name);
            }
            Role::Shown => {}
            Role::Tested | Role::StandsIn if asked.answered.is_none_or(|answered| answered == cell) => {
                self.weak.push((asked.question.clone(), name.to_owned()));
            }
            Role::Tested | Role::StandsIn => {}
        }
    }

    /// Settles the weak parameters: one is the question's if there is no other; else it may still be the name the form knows.
    fn finish(mut self) -> Findings {
        self.end_unit(false);
        let strong: Vec<_> =
            self.weak.iter().map(|(question, _)| !self.findings.beside(question).is_empty()).collect();
        for ((question, name), strong) in self.weak.iter().zip(strong) {
            if strong {
                self.findings.stand_in(question, name);
            } else {
                self.findings.pair(question, name);
            }
        }
        self.findings
    }
}

/// The text between two breaks, in lines. Only the last four lines can be a question, and only so much of each.
#[derive(Default)]
struct Unit {
    lines: Vec<String>,
}

impl Unit {
    const LINES: usize = 4;
    const LONGEST: usize = 3000;

    fn add(&mut self, text: &str) {
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        if let Some(line) = self.lines.last_mut()
            && line.len() <= Self::LONGEST
        {
            let room = text.char_indices().map(|(at, _)| at).nth(Self::LONGEST).unwrap_or(text.len());
            line.push_str(text.get(..room).unwrap_or_default());
        }
    }

    fn break_line(&mut self) {
        if self.lines.last().is_some_and(|line| line.trim().is_empty()) {
            return;
        }
        if self.lines.len() == Self::LINES {
            self.lines.remove(0);
        }
        self.lines.push(String::new());
    }

    fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| !line.contains(char::is_alphanumeric))
    }

    /// Returns whether the text is the attributes at the start of a cell: `style="…"`, `colspan=2`.
    fn is_attributes(&self) -> bool {
        let last = self.lines.last().map(String::as_str).unwrap_or_default();
        last.split_once('=').is_some_and(|(name, _)| {
            let name = name.trim();
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        }) && last.contains(['"', '\''])
            || last.trim_start().starts_with("colspan")
            || last.trim_start().starts_with("rowspan")
    }

    /// Finds the question that the text is: all lines together, else the last ones, else one of them.
    fn question(&self, wordings: &Wordings) -> Option<QuestionId> {
        let lines: Vec<_> = self.lines.iter().map(|line| decode(line)).collect();
        let ends = (0..lines.len()).filter_map(|from| lines.get(from..)).map(|lines| lines.join(" "));
        let single = lines.iter().rev().map(|line| line.clone().into_owned());
        ends.chain(single).find_map(|text| question(wordings, &text))
    }
}

/// The least likeness of a question that something else follows, such as an explanation or "Answer:".
const LIKE: f32 = 0.9;

fn question(wordings: &Wordings, text: &str) -> Option<QuestionId> {
    let named = text.split_once('=').filter(|(name, _)| name.trim().chars().all(char::is_alphanumeric));
    let texts = [Some(text), named.map(|(_, value)| value)];
    texts.into_iter().flatten().find_map(|text| {
        let whole = wordings.whole(text);
        let start = || wordings.at_start(text).map(|(found, _)| found).filter(|found| found.likeness >= LIKE);
        whole.or_else(start).map(|found| found.question)
    })
}
