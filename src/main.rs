//! The page in the browser: Leptos over the crate [`report`], which knows what a report is.

mod browser;
mod route;
mod ui;

fn main() {
    ui::start();
}
