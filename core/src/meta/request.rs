//! Requests to the Action API.

use form_urlencoded::Serializer;

use crate::names::Wiki;

/// What every request says: how the answer is to be written, and that it is asked without a login from wherever the page stands.
/// `origin` has to stand in the address, where the browser's check of the other origin sees it (`ApiMain::handleCORS`).
const ALWAYS: [(&str, &str); 5] = [
    ("format", "json"),
    ("formatversion", "2"),
    ("errorformat", "plaintext"),
    ("errorsuselocal", "0"),
    ("origin", "*"),
];

/// A request to a wiki's Action API. It reads; nothing here can edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    parameters: Vec<(&'static str, String)>,
    is_post: bool,
}

impl Request {
    /// Makes a request whose parameters stand in its address.
    pub fn get(parameters: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { parameters: parameters.into_iter().collect(), is_post: false }
    }

    /// Makes a request whose parameters are sent as a form, for texts that are too long for an address.
    pub fn post(parameters: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { parameters: parameters.into_iter().collect(), is_post: true }
    }

    /// Adds a parameter, such as one with which an answer says how it goes on.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.parameters.retain(|(known, _)| *known != name);
        self.parameters.push((name, value));
        self
    }

    /// Returns the parameter of this name.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the address that is asked.
    pub fn url(&self, wiki: &Wiki) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(ALWAYS);
        if !self.is_post {
            query.extend_pairs(&self.parameters);
        }
        format!("{}?{}", wiki.api(), query.finish())
    }

    /// Returns the form that is sent, as `application/x-www-form-urlencoded`; `None` where nothing is.
    pub fn body(&self) -> Option<String> {
        self.is_post.then(|| Serializer::new(String::new()).extend_pairs(&self.parameters).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIXED: &str = "format=json&formatversion=2&errorformat=plaintext&errorsuselocal=0&origin=*";

    #[test]
    fn what_is_sent_stands_where_it_belongs() {
        let wiki = Wiki::parse("https://meta.wikimedia.org /w /wiki/").unwrap();
        let parameters = || [("action", "query".to_owned()), ("titles", "Ä & B|C d".to_owned())];
        let sent = "action=query&titles=%C3%84+%26+B%7CC+d";
        let get = Request::get(parameters());
        let post = Request::post(parameters());
        let api = "https://meta.wikimedia.org/w/api.php";
        assert_eq!((get.url(&wiki), get.body()), (format!("{api}?{FIXED}&{sent}"), None));
        assert_eq!((post.url(&wiki), post.body()), (format!("{api}?{FIXED}"), Some(sent.to_owned())));
        let other = get.with("titles", "E".to_owned());
        assert_eq!(other.parameter("titles"), Some("E"));
    }
}
