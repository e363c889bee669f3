//! Requests to the wiki, which are sent only when the writer presses a button that says so.

mod flow;

pub use flow::{Asker, Flow, FlowState};
