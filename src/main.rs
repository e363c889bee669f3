//! Mounts the app.

use affiliate_report_builder::ui;

fn main() {
    ui::start();
}
