//! The form in use: a form, and what was taken over from its template on Meta-Wiki since it was made.
//!
//! ```text
//! template's source ─▶ SeenForm ─▶ compared with the form ─▶ FormChange, one by one ─▶ taken over ─▶ FormInUse ─▶ Form
//! ```
//!
//! What is kept is the form that the changes are made to, and the changes in their order, so that each can be undone
//! by itself. The form that comes of it is kept beside them, whole: code that only asks its questions reads no more
//! than that ([`FormRecord`]).

mod apply;
mod change;
mod compare;
mod form_in_use;
mod record;
mod seen;
mod write;

pub use change::{FormChange, TitleLevel};
pub use form_in_use::{Adopted, Compared, FormInUse};
pub use record::{FormRecord, MOST_BYTES};
pub use seen::SeenForm;
