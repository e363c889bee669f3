//! The page in the browser: Leptos over the crate [`report`], which knows what a report is.
//!
//! ```text
//! main ─▶ boot ─▶ app ─▶ views ─▶ components
//!           │              │          │
//!           │              ├──▶ meta ─┤
//!           └──────────────┴──▶ session ─▶ browser        and all of them: the crate `report`
//! ```
//!
//! [`boot`] wires everything, and no module depends on it; views may depend on everything else, and nothing depends on
//! them.

mod app;
mod boot;
mod browser;
mod components;
mod meta;
mod route;
mod session;
mod views;

fn main() {
    boot::start();
}
