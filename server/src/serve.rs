//! `palabre serve`: opens everything, serves, stops gracefully.

use std::{net::SocketAddr, sync::Arc};

use app::{
    account::password::Passwords,
    services::{Live, Services, Site, Throttle},
};
use axum::serve::ListenerExt;
use store::{Clock, Db};
use tracing_subscriber::EnvFilter;

use crate::{
    cli::Error,
    groups,
    http::{self, Http},
    mail,
    settings::Settings,
};

pub async fn run(database: &str, settings: Settings) -> Result<(), Error> {
    start_log(settings.log_json);
    let (url, zone, transport) = (settings.checked_url()?, settings.checked_zone()?, settings.checked_mail()?);
    settings.checked_assets()?;
    let db = Db::open(database).await?;
    let services = Services {
        db,
        clock: Clock::system(),
        site: Arc::new(Site {
            url: url.clone(),
            assets: format!("/pkg/{}", fingerprint(&settings.assets)?),
            zone,
            controller: settings.controller.clone(),
        }),
        passwords: Passwords::new().await?,
        throttle: Arc::new(Throttle::new()),
        live: Live::new(),
        rooms: app::charter::draft::Rooms::default(),
        weights: app::proposals::next::Weights::default(),
    };
    let (stop_work, stopped) = tokio::sync::watch::channel(false);
    let news = tokio::spawn(mail::tell(services.clone(), stopped.clone()));
    let groups = tokio::spawn(groups::find(services.db.clone(), services.clock.clone(), stopped.clone()));
    let mail = tokio::spawn(mail::deliver(services.db.clone(), transport, services.clock.clone(), stopped));
    let quiet = tokio::spawn(forget_quiet(services.throttle.clone()));
    let router = http::router(Http { services: services.clone(), assets: settings.assets, trusted_proxies: settings.trusted_proxy.into() });
    let listener = tokio::net::TcpListener::bind(settings.listen).await.map_err(|e| Error::Setting {
        name: "PALABRE_LISTEN",
        cause: format!("{}: {e}", settings.listen),
        remedy: "Is another server running there? Choose another port.",
    })?;
    tokio::spawn(services.live.clone().carry(services.db.clone()));
    tracing::info!(database = services.db.name(), listen = %settings.listen, url, "palabre serves");
    let live = services.live.clone();
    // A small message does not wait for the one before it to be acknowledged: a keystroke on its way to another screen, the end of a page.
    let listener = listener.tap_io(|peer| {
        if let Err(error) = peer.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
    });
    let stop = async move {
        stop_signal().await;
        // Pages that listen would keep the server from ever ending.
        live.stop();
    };
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(stop).await?;
    quiet.abort();
    // A worker may be gone already; then there is nothing to wait for.
    let _told = stop_work.send(true);
    let _finished = tokio::join!(mail, news, groups);
    tracing::info!("stopped: what was in flight is finished");
    Ok(())
}

/// Keeps the throttle's memory small.
async fn forget_quiet(throttle: Arc<Throttle>) {
    loop {
        tokio::time::sleep(std::time::Duration::from_secs(600)).await;
        throttle.forget_quiet();
    }
}

fn start_log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json {
        log.json().init();
    } else {
        log.init();
    }
}

/// Changes whenever an asset changes, so that browsers may keep them for good.
fn fingerprint(assets: &std::path::Path) -> Result<String, Error> {
    let mut all = String::new();
    for name in ["palabre.css", "palabre.js", "palabre_bg.wasm", "editor.js", "editor_bg.wasm"] {
        let bytes = std::fs::read(assets.join(name)).unwrap_or_default();
        all.extend(store::content_hash(&bytes).iter().map(|b| format!("{b:02x}")));
    }
    Ok(store::content_hash(all.as_bytes()).iter().take(6).map(|b| format!("{b:02x}")).collect())
}

/// Resolves when the service manager or a person at the keyboard asks the server to stop.
async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
