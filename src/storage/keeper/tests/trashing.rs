//! trashing
