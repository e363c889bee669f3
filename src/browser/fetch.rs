//! Asks another origin, without cookies, with a limit on the size of the answer.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestCredentials, RequestInit, Response};

use super::stream::{self, StreamError};

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// The seconds after which it may be asked again, as the answer says.
    pub retry_after: Option<u32>,
    /// The body, in bytes.
    pub body: Vec<u8>,
}

/// The reason why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// A request that failed on its way, or was given up.
    Failed,
    /// An answer with more bytes than were wanted.
    TooLarge,
}

impl From<StreamError> for FetchError {
    fn from(error: StreamError) -> Self {
        match error {
            StreamError::Broken => Self::Failed,
            StreamError::TooLarge => Self::TooLarge,
        }
    }
}

/// What gives up a request that is on its way. Copies give up the same one.
#[derive(Clone, Debug)]
pub struct GiveUp(AbortController);

impl GiveUp {
    /// Makes one for the next request; `None` where the browser has none.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// Gives the request up, if it is still on its way.
    pub fn now(&self) {
        self.0.abort();
    }
}

/// Asks this address, with a form (`application/x-www-form-urlencoded`) if there is one, in the name of `agent`.
///
/// # Errors
/// [`FetchError`]. Browsers do not tell a refusal by the other origin from having no network.
pub async fn fetch(
    url: &str,
    form: Option<&str>,
    agent: &str,
    most_bytes: usize,
    give_up: &GiveUp,
) -> Result<Reply, FetchError> {
    let response = response(url, form, agent, give_up).await.map_err(|_| FetchError::Failed)?;
    let headers = response.headers();
    let retry_after = headers.get("Retry-After").ok().flatten().and_then(|after| after.trim().parse().ok());
    let body = match response.body() {
        Some(stream) => stream::read(&stream, most_bytes).await?,
        None => Vec::new(),
    };
    Ok(Reply { status: response.status(), retry_after, body })
}

async fn response(url: &str, form: Option<&str>, agent: &str, give_up: &GiveUp) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("Api-User-Agent", agent)?;
    let how = RequestInit::new();
    if let Some(form) = form {
        how.set_method("POST");
        headers.set("Content-Type", "application/x-www-form-urlencoded")?;
        how.set_body(&JsValue::from_str(form));
    }
    how.set_headers(&headers);
    how.set_cache(RequestCache::NoStore);
    how.set_credentials(RequestCredentials::Omit);
    how.set_signal(Some(&give_up.0.signal()));
    JsFuture::from(window().fetch_with_str_and_init(url, &how)).await?.dyn_into()
}
