//! first_format
