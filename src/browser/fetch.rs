//! Requests to another origin, without cookies and with a limit on the size of the answer.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestCredentials, RequestInit, Response};

use super::stream::{self, StreamError};

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The seconds after which the request may be repeated, as the answer says (`Retry-After`).
    pub retry_after: Option<u32>,
    /// The body, in bytes.
    pub body: Vec<u8>,
}

/// The reason why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The request failed on its way, or was given up.
    Failed,
    /// The answer has more bytes than allowed.
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

/// A handle that gives up a request under way. Copies give up the same request.
#[derive(Clone, Debug)]
pub struct GiveUp(AbortController);

impl GiveUp {
    /// Makes a handle for the next request; `None` if the browser cannot give up requests.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// Gives up the request, if it is still under way.
    pub fn now(&self) {
        self.0.abort();
    }
}

/// Requests this address, posting a form (`application/x-www-form-urlencoded`) if there is one, and naming `agent` as
/// the client.
///
/// # Errors
/// [`FetchError`]. Browsers do not distinguish a refusal by the other origin from a missing network.
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
