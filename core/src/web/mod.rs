//! What web addresses say: host and path, where a redirecting one leads, and what in one only tells who follows it.

mod address;
pub(crate) mod percent;
mod redirect;
mod tracking;

pub(crate) use address::Address;
pub(crate) use redirect::{Redirect, direct, redirect};
pub(crate) use tracking::without_tracking;
