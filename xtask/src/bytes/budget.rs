//! How much a first visit may transfer.

use super::visit::Budget;

/// Bytes of brotli: until the app takes over from the page's own fields, and of everything that a first visit in English
/// transfers, the service worker's own requests included.
///
/// They are set by hand, once, with room above what is needed: the app should take over within 3.2 s at 1.6 Mbps, which
/// 280 KB leave time for, and everything a visit loads should be there within three seconds at that speed. They catch a
/// library that slips in, and not the next feature; code is not written otherwise for the sake of bytes.
pub const BUDGET: Budget = Budget { first: 280_000, whole: 540_000 };
