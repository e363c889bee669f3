//! The report as readers on Meta will see it, made of nodes of the page: never of a text of HTML.
//!
//! [`AnswerView`] shows one answer and follows it alone; [`PageView`] is the whole table. What is shown is in English
//! and from left to right whatever the app's language is, as Meta's page will be, and no browser translates it.

mod answer;
mod page;
mod pieces;

pub use answer::AnswerView;
pub use page::PageView;
