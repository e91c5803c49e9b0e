//! The field in which an article is written, and what the editor puts around it in the browser: who is there, what is saved, the tools.
//! Without scripts it is a field of a form like any other.

use domain::id::{AccountId, ArticleId};
use leptos::{nonce::use_nonce, prelude::*};
use serde_json::json;

use crate::{
    i18n::{Lang, t},
    ui::sign,
    visit::Visit,
};

/// Under which name a device keeps what one person wrote without a network.
fn on_device(article: ArticleId, account: Option<AccountId>) -> String {
    let account = account.map(|account| account.to_string()).unwrap_or_default();
    let hash = store::secret_hash(&format!("writes {article} {account}"));
    hash.iter().take(8).fold("writing-".to_owned(), |name, byte| format!("{name}{byte:02x}"))
}

/// Lets several people write in a field at once. `field` is its id on the page.
pub fn desk(visit: &Visit, article: ArticleId, field: &str, control: AnyView) -> AnyView {
    let lang = visit.lang;
    let assets = &visit.services.site.assets;
    let script = format!("{}({:?})", include_str!("desk.js").trim_end(), format!("{assets}/"));
    let tools = [("strong", "strong"), ("emphasis", "emphasis"), ("list", "list"), ("term", "term"), ("undo", "undo"), ("redo", "redo")]
        .into_iter()
        .map(|(tool, mark)| {
            let label = words_of(lang, tool);
            view! { <button class="icon-button" type="button" data-tool=tool aria-label=label.clone() title=label>{sign(mark)}</button> }
        })
        .collect_view();
    view! {
        <div class="desk" id="desk" data-field=field.to_owned() data-socket=format!("/live/article/{article}")
            data-place=on_device(article, visit.account()) data-words=words(lang)>
            <div class="desk-people" hidden><p id="desk-people">{t!(lang, "desk-people")}</p><ul aria-labelledby="desk-people" aria-live="polite"></ul></div>
            <div class="desk-tools" role="toolbar" aria-label=t!(lang, "desk-tools") aria-controls=field.to_owned() hidden>{tools}</div>
            {control}
            <p class="saved" hidden></p>
            <p class="visually-hidden" role="status"></p>
        </div>
        <script nonce=use_nonce() inner_html=script></script>
    }
    .into_any()
}

fn words_of(lang: Lang, tool: &str) -> String {
    match tool {
        "strong" => t!(lang, "desk-strong"),
        "emphasis" => t!(lang, "desk-emphasis"),
        "list" => t!(lang, "desk-list"),
        "term" => t!(lang, "desk-term"),
        "undo" => t!(lang, "desk-undo"),
        _ => t!(lang, "desk-redo"),
    }
}

/// What the editor says.
fn words(lang: Lang) -> String {
    json!({
        "saved": t!(lang, "desk-saved"),
        "saving": t!(lang, "desk-saving"),
        "offline": t!(lang, "desk-offline"),
        "forbidden": t!(lang, "desk-forbidden"),
        "malformed": t!(lang, "desk-malformed"),
        "long": t!(lang, "desk-long"),
        "full": t!(lang, "desk-full"),
        "connecting": t!(lang, "desk-connecting"),
        "back": t!(lang, "desk-back"),
        "version": t!(lang, "desk-version", n = "{n}"),
        "you": t!(lang, "desk-you", name = "{name}"),
        "family": t!(lang, "desk-family", name = "{name}"),
        "professional": t!(lang, "desk-professional", name = "{name}"),
        "elected": t!(lang, "desk-elected", name = "{name}"),
        "other": t!(lang, "desk-other", name = "{name}"),
        "facilitator": t!(lang, "desk-facilitator", name = "{name}"),
    })
    .to_string()
}
