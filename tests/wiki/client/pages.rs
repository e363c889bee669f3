//! Pages: writing them, reading them back, and what the wiki knows about a template's parameters.

use super::Wiki;

impl Wiki {
    /// Stores a page, whatever stood there before.
    pub fn store(&self, title: &str, text: &str) {
        let answer = self.ask(&[
            ("action", "edit"),
            ("title", title),
            ("text", text),
            ("summary", "test"),
            // What anyone who is not logged in has for a token.
            ("token", "+\\"),
        ]);
        assert_eq!(answer["edit"]["result"], "Success", "storing {title}: {answer}");
    }

    /// The wikitext of a stored page, or `None` where there is none.
    pub fn stored(&self, title: &str) -> Option<String> {
        let answer = self.ask(&[
            ("action", "query"),
            ("titles", title),
            ("prop", "revisions"),
            ("rvprop", "content"),
            ("rvslots", "main"),
        ]);
        let revision = &answer["query"]["pages"][0]["revisions"][0];
        revision["slots"]["main"]["content"].as_str().map(str::to_owned)
    }

    /// The `templatedata` answer about a template, as it came: the text that the app learns names from.
    pub fn template_data(&self, title: &str) -> String {
        self.ask_raw(&[("action", "templatedata"), ("titles", title), ("includeMissingTitles", "1")])
    }
}
