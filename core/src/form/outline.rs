//! A form's page from top to bottom: headings and questions as one row.

use super::{Form, Question};

/// One row of a report's page. `Q` is what stands for a question; [`crate::report::Report::outline`] adds the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineRow<'a, Q = &'a Question> {
    /// The title of a section, which begins here.
    Section(&'a str),
    /// The title of a group, which begins here. A group without a title has no such row.
    Group(&'a str),
    /// A question, of the section and group whose titles came last before it.
    Question(Q),
}

impl<'a, Q> OutlineRow<'a, Q> {
    /// Puts what `change` makes of the question in its place; titles stay.
    pub fn map<R>(self, change: impl FnOnce(Q) -> R) -> OutlineRow<'a, R> {
        match self {
            Self::Section(title) => OutlineRow::Section(title),
            Self::Group(title) => OutlineRow::Group(title),
            Self::Question(question) => OutlineRow::Question(change(question)),
        }
    }
}

impl Form {
    /// Walks the page's rows from top to bottom: each section's title, in it each group's, in it the questions.
    pub fn outline(&self) -> impl Iterator<Item = OutlineRow<'_>> {
        self.sections.iter().flat_map(|section| {
            let groups = section.groups.iter().flat_map(|group| {
                let title = group.title.as_deref().map(OutlineRow::Group);
                title.into_iter().chain(group.questions.iter().map(OutlineRow::Question))
            });
            std::iter::once(OutlineRow::Section(&section.title)).chain(groups)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OutlineRow;
    use crate::form::Form;

    #[test]
    fn headings_stand_before_their_questions_and_every_question_once() {
        let form = Form::latest();
        let rows: Vec<_> = form.outline().collect();
        assert!(matches!(rows.first(), Some(OutlineRow::Section(title)) if *title == form.sections[0].title));
        let questions = rows.iter().filter_map(|row| match row {
            OutlineRow::Question(question) => Some(*question),
            _ => None,
        });
        assert!(questions.eq(form.questions()));
        for section in &form.sections {
            let start = rows.iter().position(|row| *row == OutlineRow::Section(&section.title)).unwrap();
            let mut behind = rows.iter().skip(start + 1);
            for group in &section.groups {
                if let Some(title) = &group.title {
                    assert_eq!(behind.next(), Some(&OutlineRow::Group(title)));
                }
                for question in &group.questions {
                    assert_eq!(behind.next(), Some(&OutlineRow::Question(question)));
                }
            }
            assert!(matches!(behind.next(), None | Some(OutlineRow::Section(_))));
        }
    }
}
