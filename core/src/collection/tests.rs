//! Collections of hand-made reports.
