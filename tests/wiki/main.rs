//! Tests against a real MediaWiki: what it shows, splits, accepts and refuses is the truth the core is held to.
//!
//! The wiki's address is read from `MEDIAWIKI_URL` (`http://127.0.0.1:8080`, without `/api.php`). `cargo xtask test
//! wiki` installs and starts one and sets it; `cargo xtask wiki` keeps one running while tests are written. Without
//! an address each test says loudly that it was skipped, and under `CI=true` it fails.

mod answer;
mod client;
mod collection;
mod comparable;
mod gate;
mod harness;
mod html;
mod parallel;
mod preview;
mod random;
mod rendered;
mod shapes;
mod split;
mod titles;
mod user_names;
mod values;
