//! The server is killed in the middle of things, and started again: what was acknowledged is there.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "router/support.rs"]
#[expect(dead_code, reason = "the world of the router's tests, of which these need a part")]
mod support;
#[path = "router/writer.rs"]
#[expect(dead_code, reason = "an editor of which these tests need a part")]
mod writer;

use std::{
    net::SocketAddr,
    process::{Child, Command, Stdio},
    time::Duration,
};

use domain::{
    access::{Act, Seat},
    charter::{
        amendment::{Kind, Proposed},
        draft::Draft,
    },
    id::AmendmentId,
};
use rstest::rstest;
use store::{Db, charter};
use support::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use writer::{Writer, dial};

/// The real binary on the database of a test's world.
struct Process {
    child: Child,
    address: SocketAddr,
    origin: String,
}

impl Process {
    async fn start(database: &str) -> Process {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let origin = format!("http://127.0.0.1:{port}");
        // Nobody looks at a page here: an empty style sheet does.
        let folder = std::env::temp_dir().join("palabre-faults");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("palabre.css"), "").unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_palabre"))
            .args(["--database", database, "serve", "--listen", &format!("127.0.0.1:{port}"), "--url", &origin])
            .args(["--smtp", &format!("folder:{}", folder.join("mail").display()), "--assets", &folder.display().to_string()])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let process = Process { child, address: SocketAddr::from(([127, 0, 0, 1], port)), origin };
        for _ in 0..600 {
            if TcpStream::connect(process.address).await.is_ok() {
                return process;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server did not start");
    }

    /// `kill -9`.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Posts a form; whether it was acknowledged.
async fn post(server: SocketAddr, act: Act, cookie: &str, body: &str) -> bool {
    let request = format!(
        "POST {} HTTP/1.1\r\nHost: palabre\r\nOrigin: http://{server}\r\nReferer: http://{server}/about\r\nAccept: text/html\r\nCookie: {cookie}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        act.path(),
        body.len(),
    );
    let Ok(mut socket) = TcpStream::connect(server).await else { return false };
    let mut answer = String::new();
    let sent = async {
        socket.write_all(request.as_bytes()).await?;
        socket.read_to_string(&mut answer).await
    };
    let ended = sent.await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 303"), "{answer}");
    ended.is_ok() && answer.starts_with("HTTP/1.1 303")
}

impl Drop for Process {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

async fn world(postgres: bool) -> TestApp {
    let app = if postgres { TestApp::on_postgres().await } else { TestApp::new().await };
    // The binary lives by the real clock.
    let (charter, now) = (app.world.charter, store::Clock::system().now());
    let calendar = domain::round::Calendar { announced: true, opens_at: Some(1), closes_at: Some(now + 86_400_000), ..Default::default() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, charter, calendar).await })).await.unwrap();
    app
}

async fn cookie(app: &TestApp, seat: Seat) -> String {
    let account = app.account(seat).unwrap();
    let now = store::Clock::system().now();
    let token = app.services.db.write(move |c| Box::pin(async move { store::session::open(c, account, now).await })).await.unwrap();
    format!("{}={token}", app::account::cookie::NAME)
}

/// Types letters until the server is gone; how many were acknowledged.
async fn type_on(mut writer: Writer, letter: &'static str) -> (u32, Draft) {
    let mut number = 0;
    loop {
        number += 1;
        let update = writer.draft.edit(0..0, letter);
        if writer.try_say(&domain::charter::wire::Say::Write { number, update }).await.is_err() {
            return (writer.kept, writer.draft);
        }
        // Some at a time, as who types fast.
        if number % 3 == 0 {
            while writer.kept + 3 < number {
                if writer.hear().await.is_some() {
                    return (writer.kept, writer.draft);
                }
            }
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_keystroke_survives_a_kill(#[values(false, true)] postgres: bool) {
    let app = world(postgres).await;
    let article = app.world.article;
    let (one, other) = (cookie(&app, Seat::Family).await, cookie(&app, Seat::Elected).await);
    let (mut first, mut second) = (Draft::new(1), Draft::new(2));
    let (mut kept_first, mut kept_second) = (0, 0);
    for pause in [120, 310, 55] {
        let mut server = Process::start(&app.database).await;
        // They come back with all they had, acknowledged or not.
        let greet = async |cookie: &str, draft| {
            Writer::greet(dial(server.address, article, Some(cookie), &server.origin).await.unwrap(), draft).await
        };
        let (mut a, mut b) = (greet(&one, first).await, greet(&other, second).await);
        a.until_brought().await;
        b.until_brought().await;
        let text = a.draft.text();
        let letters = |text: &str, letter: char| text.chars().filter(|c| *c == letter).count();
        assert!(letters(&text, 'a') >= kept_first && letters(&text, 'b') >= kept_second, "{kept_first} and {kept_second} of {text}");
        let (begun_first, begun_second) = (letters(&text, 'a'), letters(&text, 'b'));
        let typing = (tokio::spawn(type_on(a, "a")), tokio::spawn(type_on(b, "b")));
        tokio::time::sleep(Duration::from_millis(pause)).await;
        server.kill();
        let (n, draft) = typing.0.await.unwrap();
        (first, kept_first) = (draft, begun_first + n as usize);
        let (n, draft) = typing.1.await.unwrap();
        (second, kept_second) = (draft, begun_second + n as usize);
        // What the database holds, read by nobody's server.
        let db = Db::open_as_is(&app.database).await.unwrap();
        let mut c = db.read().await.unwrap();
        let text = charter::draft(&mut c, article, None).await.unwrap().unwrap().load().unwrap().text();
        assert!(letters(&text, 'a') >= kept_first, "{kept_first} acknowledged, {} there", letters(&text, 'a'));
        assert!(letters(&text, 'b') >= kept_second, "{kept_second} acknowledged, {} there", letters(&text, 'b'));
        assert!(kept_first > 0 && kept_second > 0, "nobody typed");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_decision_survives_a_kill(#[values(false, true)] postgres: bool) {
    let app = world(postgres).await;
    let cookie = cookie(&app, Seat::Facilitator).await;
    let (round, article, author, college) = (app.world.charter, app.world.article, app.account(Seat::Family).unwrap(), app.world.family);
    // New articles: each acceptance writes an article, its version and the decision.
    let amendments: Vec<AmendmentId> = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for _ in 0..400 {
                    let proposed = Proposed { title: "Article".into(), body: "Un texte".into(), reason: "Il manque".into() };
                    let new = charter::NewAmendment {
                        round,
                        kind: Kind::Addition,
                        article: None,
                        after: Some(article),
                        base: 0,
                        proposed: &proposed,
                        author,
                        college,
                    };
                    ids.push(charter::add_amendment(c, new, 5).await?);
                }
                Ok::<_, store::Error>(ids)
            })
        })
        .await
        .unwrap();
    let mut waiting = amendments.into_iter();
    for decided in [9, 3, 14] {
        let mut server = Process::start(&app.database).await;
        let address = server.address;
        // Decided one after the other, while the server is killed in the midst of one of them.
        let (told, mut acknowledged_so_far) = tokio::sync::watch::channel(0);
        let killer = async {
            let _enough = acknowledged_so_far.wait_for(|n| *n >= decided).await;
            server.kill();
        };
        let mut acknowledged = Vec::new();
        let work = async {
            for amendment in waiting.by_ref() {
                let body = format!("amendment={amendment}&version=0&step=accept&decision=Oui&title=Article&body=Un+texte");
                if !post(address, Act::DecideAmendment, &cookie, &body).await {
                    break;
                }
                acknowledged.push(amendment);
                told.send_replace(acknowledged.len());
            }
        };
        tokio::join!(killer, work);
        assert!(acknowledged.len() >= decided);
        let server = Process::start(&app.database).await;
        let db = Db::open_as_is(&app.database).await.unwrap();
        let mut c = db.read().await.unwrap();
        let articles = charter::articles(&mut c, round).await.unwrap();
        for amendment in acknowledged {
            let found = charter::amendment(&mut c, amendment).await.unwrap().unwrap();
            assert_eq!(found.state, domain::charter::amendment::State::Accepted);
            assert!(articles.iter().any(|article| Some(article.id) == found.article_id), "accepted, and no article of it");
        }
        // Nothing half done: the places are whole.
        assert!(articles.iter().enumerate().all(|(i, article)| article.position == i as i64 + 1));
        drop(server);
    }
}
