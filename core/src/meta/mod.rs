//! What the wiki is asked and what it answers, as data: requests to its Action API, its answers read strictly, and why there is none.
//! Who sends them, and when, is the app's matter.
//!
//! Answers are untrusted: each reader bounds what it takes, and none of them makes markup.

mod answer;
mod failure;
mod request;

pub use answer::{MAX_BYTES, read_answer};
pub use failure::Failure;
pub use request::Request;
