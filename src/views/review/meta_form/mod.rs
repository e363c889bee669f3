//! *The form on Meta-Wiki*: the form in use, compared with its template; the differences are taken over one by one,
//! which can be undone.

mod left_over;
mod paste;

use leptos::prelude::*;

use self::left_over::LeftOver;
use self::paste::Paste;
use crate::browser::{clock, focus};
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::session::locale;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, Session, forms, session};
use crate::views::asking::Asking;
use report::date::Date;
use report::draft::{Draft, DraftId};
use report::form::parameters::LearnError;
use report::form::{Form, FormChange, FormInUse, SeenForm};
use report::i18n::Message;
use report::meta::{Failure, PageError, page_request, read_page, template_data_request, template_page};

/// The id of the line with the form's state.
const STATUS: &str = "review-form-status";

/// The form in use, with the message about the last action on it. Copies are the same.
#[derive(Clone, Copy)]
struct InUse {
    session: Session,
    open: OpenDraft,
    form: RwSignal<FormInUse>,
    told: RwSignal<Option<Message>>,
}

impl InUse {
    /// Reads the form in use of the open draft.
    fn of(open: OpenDraft) -> Self {
        let session = session();
        let kept = forms::kept(&session.repository());
        let own = open.with_draft(Draft::form_record);
        let of_draft = kept.filter(|kept| {
            kept.form_id() == Some(&open.form().id)
                && own.as_ref().is_none_or(|own| own.noted() <= kept.noted())
        });
        let read = of_draft.or(own).and_then(|record| FormInUse::read(&record).ok());
        let form = read.unwrap_or_else(|| FormInUse::of(open.form().clone(), clock::now().to_string()));
        Self { session, open, form: RwSignal::new(form), told: RwSignal::new(None) }
    }

    /// Changes the form in use, and puts it into use.
    fn change(self, change: impl FnOnce(&mut FormInUse, String)) {
        let mut form = self.form.get_untracked();
        change(&mut form, clock::now().to_string());
        self.put(&form);
    }

    /// Puts a form into use for this browser and the open draft, which switches to it. The view stays as it is where
    /// only the day of the last comparison changes.
    fn put(self, form: &FormInUse) {
        if !form.fits() {
            return self.told.set(Some(Message::new("ui-meta-form-too-long")));
        }
        let record = form.record();
        // If the storage refuses, the draft carries the form along all the same.
        forms::keep(&self.session.repository(), Some(&record));
        let is_same = form.form().id == self.open.form().id;
        let mut draft = self.open.snapshot();
        if is_same {
            self.open.set_milestones(|draft| draft.note_form(record));
            let own = self.open.form();
            if (Form { checked: own.checked.clone(), ..form.form().clone() }) == *own {
                self.form.set(form.clone());
                return focus::soon_unless_typing("#review-form-status");
            }
            draft = self.open.snapshot();
        } else {
            draft = draft.with_id(DraftId::from_random(crate::browser::random::bits()));
            draft = draft.moved(Some(self.open.form()), form.form(), clock::now());
            draft.note_form(record);
            return crate::session::next_report::open(self.session, draft);
        }
        reopen(self.session, draft);
    }

    /// Compares the form with what the template says.
    fn compare(self, seen: Result<SeenForm, LearnError>, revision: Option<u64>) {
        match seen {
            Ok(seen) => self.change(|form, noted| form.compare(seen, clock::today(), revision, noted)),
            Err(error) => self.told.set(Some(error.message())),
        }
    }
}

/// Opens the draft again: the same view is drawn anew, with the form as it is now, and the focus moves to its state.
fn reopen(session: Session, draft: Draft) {
    session.begin_rebuild(None);
    session.forms.reopened.set(Some(draft));
    request_animation_frame(move || {
        request_animation_frame(move || {
            session.end_rebuild();
            focus::element(STATUS);
        });
    });
}

/// The template as the wiki has it, or why it cannot be used.
type Asked = Result<(SeenForm, u64), Message>;

/// The part of the view with the form in use.
#[component]
pub(super) fn MetaForm() -> impl IntoView {
    let open = OpenDraft::here();
    let in_use = InUse::of(open);
    let (scope, flow) = (Scope::here(), Flow::new());
    let form = open.form();
    let press = move || {
        in_use.told.set(None);
        flow.run(
            scope,
            move |asker| ask(asker, form),
            move |asked: Asked| match asked {
                Ok((seen, revision)) => in_use.compare(Ok(seen), Some(revision)),
                Err(why) => in_use.told.set(Some(why)),
            },
        );
    };
    let sends = say(&Message::new("ui-meta-form-sends").with(&form.template));
    view! {
        <section class="review__part" aria-labelledby="review-form">
            <h2 id="review-form">{t("ui-meta-form-heading")}</h2>
            <p>{t("ui-meta-form-lead")}</p>
            <div id=STATUS tabindex="-1" role="status" class="copy__status">{move || standing(in_use)}</div>
            <Asking flow label=t("ui-meta-form-compare") sends on_press=press/>
            <div role="status">
                {move || in_use.told.get().map(|told| view! {
                    <MessageBox kind=MessageKind::Warning>{say(&told)}</MessageBox>
                })}
            </div>
            {move || displaced(in_use)}
            {move || differences(in_use)}
            {move || taken(in_use)}
            <LeftOver/>
            <Paste in_use/>
        </section>
    }
}

/// Requests the template from the wiki, and the names of its parameters if its source does not list them all.
async fn ask(asker: Asker, form: &'static Form) -> Result<Asked, Failure> {
    let Some(page) = template_page(form) else { return Ok(Err(LearnError::Empty.message())) };
    let what = || Message::new("ui-meta-form-asks-template").with(&form.template);
    let answer = asker.ask(what(), &page_request(&page)).await?;
    let page = match read_page(&page, &answer) {
        Ok(page) => page,
        Err(PageError::Failure(failure)) => return Err(failure),
        Err(error) => return Ok(Err(error.message())),
    };
    let mut seen = match SeenForm::read(form, &page.text) {
        Ok(seen) => seen,
        Err(error) => return Ok(Err(error.message())),
    };
    let is_named = |question: &report::form::Question| seen.names.contains_key(&question.id);
    if !form.questions().all(is_named) {
        let what = Message::new("ui-meta-form-asks-names").with(&form.template);
        let answer = asker.ask(what, &template_data_request(form)).await?;
        // What the answer leaves out stays unknown; the source counts.
        let _ = seen.read_more(form, &answer.to_string());
    }
    Ok(Ok((seen, page.revision)))
}

/// Draws when the form was last compared, and whether it agrees with the template.
fn standing(in_use: InUse) -> AnyView {
    let form = in_use.form.get();
    let Some(compared) = form.compared() else {
        let checked =
            Date::parse(&form.form().checked).map(day).unwrap_or_else(|| form.form().checked.clone());
        return view! { <p>{say(&Message::new("ui-meta-form-checked").with(checked))}</p> }.into_any();
    };
    let origin = origin(compared.day, compared.revision);
    let (kind, words) = match form.differences().len() {
        0 => (MessageKind::Success, Message::new("ui-meta-form-agrees").with(origin)),
        left => (MessageKind::Notice, Message::new("ui-meta-form-differs").with(origin).with(left)),
    };
    view! { <MessageBox kind>{say(&words)}</MessageBox> }.into_any()
}

/// Draws the message that a form file was opened, with the button that undoes it.
fn displaced(in_use: InUse) -> Option<AnyView> {
    let (own, checked) = in_use.form.with(|form| Some((form.displaced()?, form.form().checked.clone())))?;
    let words = Message::new("ui-meta-form-opened").with(Date::parse(&checked).map(day).unwrap_or(checked));
    let undo = move |_| in_use.put(&FormInUse::of(own.clone(), clock::now().to_string()));
    Some(
        view! {
            <p>
                {say(&words)}
                " "
                <button type="button" class="cdx-button cdx-button--weight-quiet" on:click=undo>{t("ui-meta-form-opened-undo")}</button>
            </p>
        }
        .into_any(),
    )
}

/// Lists the differences of the template, each with the button that takes it over.
fn differences(in_use: InUse) -> Option<AnyView> {
    let form = in_use.form.get();
    let differences = form.differences();
    if differences.is_empty() {
        return None;
    }
    let rows = differences.into_iter().map(|change: FormChange| {
        let words = say(&change.message(form.form()));
        let label = say(&Message::new("ui-meta-form-take-named").with(&words));
        let take = move |_| {
            in_use.change(|form, noted| {
                // A listed change can always be taken over.
                let _ = form.take(change.clone(), noted);
            });
        };
        view! {
            <li>
                <span>{words}</span>
                " "
                <button type="button" class="cdx-button" aria-label=label on:click=take>{t("ui-meta-form-take")}</button>
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! { <h3>{t("ui-meta-form-differences")}</h3> <ul class="steps">{rows}</ul> }.into_any())
}

/// Lists the changes taken over, with their origin, each with the button that undoes it.
fn taken(in_use: InUse) -> Option<AnyView> {
    let form = in_use.form.get();
    if form.changes().is_empty() {
        return None;
    }
    let rows = form.changes().iter().enumerate().map(|(at, adopted)| {
        let words = say(&adopted.change.message(form.form()));
        let label = say(&Message::new("ui-meta-form-undo-named").with(&words));
        let from = say(&Message::new("ui-meta-form-from").with(origin(adopted.day, adopted.revision)));
        let undo = move |_| in_use.change(|form, noted| form.undo(at, noted));
        view! {
            <li>
                <span>{words}</span>
                " "
                <span class="quiet">{from}</span>
                " "
                <button type="button" class="cdx-button cdx-button--weight-quiet" aria-label=label on:click=undo>{t("ui-undo")}</button>
            </li>
        }
    });
    let rows = rows.collect_view();
    let heading = say(&Message::new("ui-meta-form-taken").with(form.changes().len()));
    Some(
        view! {
            <details class="cdx-accordion">
                <summary>
                    <h3 class="cdx-accordion__header">
                        <span class="cdx-accordion__header__title">{heading}</span>
                    </h3>
                </summary>
                <div class="cdx-accordion__content"><ul class="steps">{rows}</ul></div>
            </details>
        }
        .into_any(),
    )
}

/// Returns the day of a comparison in words, with the template's revision if that is known.
fn origin(date: Date, revision: Option<u64>) -> String {
    match revision {
        Some(revision) => {
            say(&Message::new("ui-meta-form-revision").with(day(date)).with(revision.to_string()))
        }
        None => say(&Message::new("ui-meta-form-pasted").with(day(date))),
    }
}

fn day(date: Date) -> String {
    locale::date(date)
}
