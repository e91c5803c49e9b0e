//! The HTTP server: which layer a request passes, and where it ends.

mod fault;
pub mod forms;
mod log;
mod pages;
pub mod security;
mod visit;

use std::{path::PathBuf, sync::Arc, time::Duration};

use app::{
    charter::{adopted, files},
    research::download,
    services::Services,
    survey::{exchange, paper::print},
};
use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::IntoResponse,
    routing::{any, get},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel},
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

/// What the layers need beside the app's own services.
#[derive(Clone)]
pub struct Http {
    pub services: Services,
    /// Folder of the built scripts, styles and fonts.
    pub assets: PathBuf,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<[std::net::IpAddr]>,
}

/// A request takes longer than this only when something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);

/// The whole server as one service.
pub fn router(http: Http) -> Router {
    // Leptos spawns on tokio; said twice, the second is refused and the first holds.
    let _set_once = any_spawner::Executor::init_tokio();
    let assets = ServeDir::new(&http.assets).precompressed_br().precompressed_gzip();
    let assets = Router::new()
        .fallback_service(assets)
        // The address holds a hash of the content: it never changes.
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")));

    let pages = Router::new()
        .route("/api/{*function}", any(forms::call))
        .route("/r/{round}/export.csv", get(download::export))
        .route("/r/{round}/codebook.csv", get(download::codebook))
        .route("/r/{round}/form.json", get(exchange::json))
        .route("/r/{round}/form.xlsx", get(exchange::xlsx))
        .route("/r/{round}/charter.md", get(files::markdown))
        .route("/r/{round}/charter.html", get(files::html))
        .route("/r/{round}/charter.docx", get(files::docx))
        .route("/r/{round}/charter.odt", get(files::odt))
        .route("/r/{round}/charter.pdf", get(files::pdf))
        .route("/r/{round}/account.pdf", get(app::charter::consultation::pdf))
        .route("/r/{round}/charter.txt", get(adopted::text))
        .route("/picture/{picture}/{size}", get(app::picture::serve::serve))
        .route("/r/{round}/paper.pdf", get(print::pdf))
        .fallback(pages::show)
        .layer(middleware::from_fn_with_state(http.clone(), visit::make))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(fault::of_panic))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn_with_state(http.clone(), security::own_origin));

    // Kept open for as long as the page: neither compressed nor timed.
    let live = Router::new()
        .route("/live/r/{round}", get(app::process::live::live))
        .route("/live/article/{article}", get(app::charter::draft::socket::live))
        .layer(middleware::from_fn_with_state(http.clone(), visit::make));

    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/favicon.ico", get(favicon))
        .nest(&http.services.site.assets, assets)
        .merge(live)
        .merge(pages)
        .layer(middleware::from_fn_with_state(http.clone(), security::headers))
        .layer(middleware::from_fn(log::requests))
        .with_state(http)
}

/// Ready when the database answers.
async fn ready(axum::extract::State(http): axum::extract::State<Http>) -> impl IntoResponse {
    match http.services.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

/// Browsers ask for it whatever the page says.
async fn favicon() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "image/svg+xml")], include_str!("../../../style/favicon.svg"))
}
