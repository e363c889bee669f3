//! The step that builds the app. Journeys through it are `browser`'s.

use super::Context;
use super::report::Outcome;
use crate::app;

/// The app as it is published.
pub fn builds(context: &Context) -> Outcome {
    app::build(context.project).map(drop).into()
}
