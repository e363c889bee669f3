//! What is asked of the wiki, only ever because somebody pressed the button that says so.

mod flow;

pub use flow::{Asker, Flow, FlowState};
