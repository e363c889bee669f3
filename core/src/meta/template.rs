//! The template of a form, asked of its wiki: its source, and the names of its parameters where the source does not tell them all.

use super::{PageAsked, Request};
use crate::form::Form;
use crate::names::title::PageTitle;

/// Returns the page of a form's template, to be asked for its source; `None` where its name is no title.
pub fn template_page(form: &Form) -> Option<PageAsked> {
    PageTitle::new(&template_title(form)).ok().map(PageAsked::Title)
}

/// Makes the request for the names of the parameters of a form's template, also where nobody has described them. The answer is read by
/// [`SeenForm::read_more`](crate::form::SeenForm::read_more).
pub fn template_data_request(form: &Form) -> Request {
    Request::get([
        ("action", "templatedata".to_owned()),
        ("titles", template_title(form)),
        ("includeMissingTitles", "1".to_owned()),
        ("redirects", "1".to_owned()),
    ])
}

/// Returns the title of a form's template.
pub fn template_title(form: &Form) -> String {
    format!("Template:{}", form.template)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meta::page_request;

    #[test]
    fn the_template_is_asked_for_by_its_name() {
        let form = Form::latest();
        let page = page_request(&template_page(form).unwrap());
        assert_eq!(page.parameter("titles"), Some("Template:Affiliate Health Criteria Form"));
        let data = template_data_request(form);
        assert_eq!(data.parameter("titles"), Some("Template:Affiliate Health Criteria Form"));
        assert_eq!(data.parameter("includeMissingTitles"), Some("1"));
    }
}
