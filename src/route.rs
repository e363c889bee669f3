//! The addresses of the app's views, after the `#`: `#/draft/<id>/<question>`.
//!
//! They work on every static host, under every path, and from a file.

use std::fmt;

use report::draft::DraftId;
use report::form::QuestionId;

/// A place in the app, by its address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The start page with all drafts.
    #[default]
    Home,
    /// The view in which a report comes in: from a paste, a file, a drop.
    Import(Purpose),
    /// The view in which a report is written.
    Write {
        /// The draft that is written.
        draft: DraftId,
        /// The question to go to.
        question: Option<QuestionId>,
    },
    /// The view in which a report is edited as one text.
    Text {
        /// The draft that is edited.
        draft: DraftId,
    },
    /// The view in which the page is reviewed and copied.
    Review {
        /// The draft whose page is reviewed.
        draft: DraftId,
    },
    /// The view of the changes since earlier reports.
    Changes {
        /// The draft that is compared with them.
        draft: DraftId,
    },
    /// The view that shows one question after the other, in a meeting.
    Meeting {
        /// The draft whose questions are shown.
        draft: DraftId,
        /// The question to go to.
        question: Option<QuestionId>,
    },
    /// The view of a report's revisions.
    History {
        /// The draft whose history is shown.
        draft: DraftId,
    },
    /// The view in which many reports are compared.
    Reports,
    /// An address that leads nowhere.
    Unknown,
}

/// The purpose for which a report comes in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A report that the writer goes on with.
    GoOn,
    /// Last year's report, to start this year's from its answers.
    LastYear,
    /// A report whose answers go into an existing draft.
    Into {
        /// The draft that the answers go into.
        draft: DraftId,
    },
}

impl Route {
    /// Reads an address's fragment, with or without its `#`. Questions' ids are not checked against a form.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment).trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] => Self::Home,
            ["open"] => Self::Import(Purpose::GoOn),
            ["open", "last-year"] => Self::Import(Purpose::LastYear),
            ["reports"] => Self::Reports,
            ["draft", id, rest @ ..] => DraftId::new(id).map_or(Self::Unknown, |id| Self::in_draft(id, rest)),
            _ => Self::Unknown,
        }
    }

    fn in_draft(draft: DraftId, rest: &[&str]) -> Self {
        match *rest {
            [] => Self::Write { draft, question: None },
            ["review" | "check"] => Self::Review { draft },
            ["text"] => Self::Text { draft },
            ["history"] => Self::History { draft },
            ["changes"] => Self::Changes { draft },
            ["meeting"] => Self::Meeting { draft, question: None },
            ["meeting", question] => Self::Meeting { draft, question: Some(QuestionId::new(question)) },
            ["open"] => Self::Import(Purpose::Into { draft }),
            [question] => Self::Write { draft, question: Some(QuestionId::new(question)) },
            _ => Self::Unknown,
        }
    }

    /// Returns the draft that is open at this route.
    pub fn draft(&self) -> Option<&DraftId> {
        match self {
            Self::Write { draft, .. }
            | Self::Text { draft }
            | Self::Review { draft }
            | Self::Changes { draft }
            | Self::Meeting { draft, .. }
            | Self::History { draft } => Some(draft),
            Self::Import(Purpose::Into { draft }) => Some(draft),
            Self::Home | Self::Import(_) | Self::Reports | Self::Unknown => None,
        }
    }

    /// Returns whether both routes lead to the same view, as those of two questions of one report do.
    pub fn same_view(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Write { draft: one, .. }, Self::Write { draft: other, .. })
            | (Self::Meeting { draft: one, .. }, Self::Meeting { draft: other, .. }) => one == other,
            _ => self == other,
        }
    }
}

/// Writes the fragment with its `#`, for a link.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => f.write_str("#/"),
            Self::Import(Purpose::GoOn) => f.write_str("#/open"),
            Self::Import(Purpose::LastYear) => f.write_str("#/open/last-year"),
            Self::Import(Purpose::Into { draft }) => write!(f, "#/draft/{draft}/open"),
            Self::Reports => f.write_str("#/reports"),
            Self::Write { draft, question: None } => write!(f, "#/draft/{draft}"),
            Self::Write { draft, question: Some(question) } => write!(f, "#/draft/{draft}/{question}"),
            Self::Text { draft } => write!(f, "#/draft/{draft}/text"),
            Self::Review { draft } => write!(f, "#/draft/{draft}/review"),
            Self::History { draft } => write!(f, "#/draft/{draft}/history"),
            Self::Changes { draft } => write!(f, "#/draft/{draft}/changes"),
            Self::Meeting { draft, question: None } => write!(f, "#/draft/{draft}/meeting"),
            Self::Meeting { draft, question: Some(question) } => {
                write!(f, "#/draft/{draft}/meeting/{question}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> DraftId {
        DraftId::from_random(1)
    }

    #[test]
    fn every_route_is_its_address() {
        let mut routes = vec![
            Route::Home,
            Route::Import(Purpose::GoOn),
            Route::Import(Purpose::LastYear),
            Route::Import(Purpose::Into { draft: id() }),
            Route::Reports,
            Route::Write { draft: id(), question: None },
            Route::Text { draft: id() },
            Route::Review { draft: id() },
            Route::History { draft: id() },
            Route::Changes { draft: id() },
            Route::Meeting { draft: id(), question: None },
        ];
        for question in report::form::Form::latest().questions() {
            routes.push(Route::Write { draft: id(), question: Some(question.id.clone()) });
            routes.push(Route::Meeting { draft: id(), question: Some(question.id.clone()) });
        }
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for fragment in
            ["#/drafts", "#/draft", "#/draft/a b", "#/draft/a/b/c", "#/open/x", "#x", "#/draft//check"]
        {
            assert_eq!(Route::parse(fragment), Route::Unknown, "{fragment}");
        }
        for fragment in ["", "#", "#/"] {
            assert_eq!(Route::parse(fragment), Route::Home, "{fragment}");
        }
    }

    #[test]
    fn questions_of_one_report_are_on_one_page() {
        let write =
            |question: Option<&str>| Route::Write { draft: id(), question: question.map(QuestionId::new) };
        assert!(write(None).same_view(&write(Some("mission"))));
        assert!(!write(None).same_view(&Route::Review { draft: id() }));
        assert!(!write(None).same_view(&Route::Write { draft: DraftId::from_random(2), question: None }));
    }
}
