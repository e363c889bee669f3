//! Many reports in one table: hand-made ones whose sums can be checked by eye, and made ones by the hundred of which it is known what
//! the table has to say. What is written out is read back by other programs.

#![allow(clippy::unwrap_used)] // a test may stop where its own data are wrong

#[path = "../support/made_reports.rs"]
mod made_reports;

mod affiliates;
mod exports;
mod made;
mod properties;
mod support;
mod tables;
