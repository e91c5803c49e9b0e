//! Signs: each stands beside a word, never instead of one.

use leptos::prelude::*;

/// The drawing of a sign, on a 16 × 16 field.
const fn shape(name: &str) -> &'static str {
    match name.as_bytes() {
        b"family" => r#"<circle cx="8" cy="8" r="6.5"/>"#,
        b"professional" => r#"<rect x="2" y="2" width="12" height="12" rx="1"/>"#,
        b"elected" => r#"<path d="M8 1.5 15.2 14.5H.8Z"/>"#,
        b"other" => r#"<path d="M8 .8 15.2 8 8 15.2.8 8Z"/>"#,
        b"draft" => r#"<circle cx="8" cy="8" r="6" stroke-dasharray="2.6 2.1"/>"#,
        b"announced" => r#"<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>"#,
        b"open" => r#"<path d="M2 3h12v8H7.5L4 14v-3H2Z"/>"#,
        b"closed" | b"lock" => r#"<path d="M3 7.5h10V14H3Zm2 0V5a3 3 0 0 1 6 0v2.5"/>"#,
        b"published" => r#"<path d="M3.5 1.5h6l3 3v10h-9ZM6 8h4M6 11h4"/>"#,
        b"for" | b"success" | b"met" | b"consent" | b"saved" | b"retained" => r#"<path d="m2.5 8.5 4 4 7-8.5"/>"#,
        b"against" | b"not-met" | b"remove" | b"not_retained" => r#"<path d="m3.5 3.5 9 9m0-9-9 9"/>"#,
        b"abstain" => r#"<path d="M2.5 8h11"/>"#,
        b"reservation" | b"partly" => r#"<path d="M2 9.5C4 5 6 5.5 8 8s4 3 6-1.5"/>"#,
        b"objection" | b"error" => r#"<path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3ZM8 4.8v4M8 11.3v.1"/>"#,
        b"info" => r#"<circle cx="8" cy="8" r="6.5"/><path d="M8 7.5v4M8 4.7v.1"/>"#,
        b"warning" => r#"<path d="M8 2v7.5M8 13.5v.1"/>"#,
        b"up" => r#"<path d="M8 13.5v-11M3.5 7 8 2.5 12.5 7"/>"#,
        b"down" => r#"<path d="M8 2.5v11M3.5 9 8 13.5 12.5 9"/>"#,
        b"next" => r#"<path d="M2.5 8h11M9 3.5 13.5 8 9 12.5"/>"#,
        b"add" => r#"<path d="M8 2.5v11M2.5 8h11"/>"#,
        b"copy" => r#"<path d="M5.5 5.5h8v8h-8ZM10.5 2.5h-8v8"/>"#,
        b"reply" => r#"<path d="M6 3.5 2.5 7 6 10.5M3 7h6c3 0 4.5 2 4.5 5.5"/>"#,
        b"easy" => r#"<path d="M8 4.5C6 3 4 2.7 1.5 3v9.5c2.5-.3 4.5 0 6.5 1.5 2-1.5 4-1.8 6.5-1.5V3C12 2.7 10 3 8 4.5ZM8 4.5V14"/>"#,
        b"strong" => r#"<path d="M5 2.5h4a2.6 2.6 0 0 1 0 5.2H5zM5 7.7h4.8a2.9 2.9 0 0 1 0 5.8H5z"/>"#,
        b"emphasis" => r#"<path d="M6.5 2.5h5M4.5 13.5h5M9.2 2.5l-2.4 11"/>"#,
        b"list" => r#"<path d="M6 3.5h8M6 8h8M6 12.5h8M2.5 3.5h.5M2.5 8h.5M2.5 12.5h.5"/>"#,
        b"term" => {
            r#"<path d="M2.5 2.5h4.2c.7 0 1.3.6 1.3 1.3v9.7c0-.7-.6-1.2-1.3-1.2H2.5zM13.5 2.5H9.3c-.7 0-1.3.6-1.3 1.3v9.7c0-.7.6-1.2 1.3-1.2h4.2z"/>"#
        }
        b"undo" => r#"<path d="M5.5 2.5 2.5 5.5l3 3M2.5 5.5h6.8a4 4 0 0 1 0 8H6"/>"#,
        b"redo" => r#"<path d="m10.5 2.5 3 3-3 3M13.5 5.5H6.7a4 4 0 0 0 0 8H10"/>"#,
        b"reload" => r#"<path d="M13.5 8A5.5 5.5 0 1 1 11.7 4M12.5 1.5V5H9"/>"#,
        b"star" => r#"<path d="m8 1.5 2 4.6 5 .4-3.8 3.3 1.2 4.9L8 12.1l-4.4 2.6 1.2-4.9L1 6.5l5-.4Z"/>"#,
        b"move" => r#"<path d="M8 1.5v13M5.5 4 8 1.5 10.5 4M5.5 12 8 14.5l2.5-2.5M3 8h10"/>"#,
        b"search" => r#"<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>"#,
        _ => "",
    }
}

pub fn sign(name: &'static str) -> impl IntoView {
    view! { <svg class=format!("sign sign-{name}") viewBox="0 0 16 16" aria-hidden="true" inner_html=shape(name)></svg> }
}

/// The five faces, from very dissatisfied (1) to very satisfied (5).
pub fn face(step: u8) -> impl IntoView {
    view! { <svg viewBox="0 0 48 48" aria-hidden="true" inner_html=face_drawing(step)></svg> }
}

/// What is drawn in a square of 48.
pub fn face_drawing(step: u8) -> String {
    let mouth = match step {
        1 => "M15 35c3-8 15-8 18 0",
        2 => "M16 33c4-4 12-4 16 0",
        3 => "M16 31h16",
        4 => "M16 29c4 4.5 12 4.5 16 0",
        _ => "M14 27h20c-1 11-19 11-20 0Z",
    };
    format!(r#"<circle cx="24" cy="24" r="20"/><path class="eyes" d="M17 18v3M31 18v3"/><path d="{mouth}"/>"#)
}
