//! Mails leave by a real mail server on the loopback.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

use mailin::{Action, Handler, Response, SessionBuilder, response};
use server::mail::{Transport, deliver};
use store::{Clock, Db, Error, Uuid, mail};
use tokio::{sync::watch, task::JoinHandle};

const NOW: i64 = 1_790_000_000_000;
/// As long as they come.
const OFF: &str = "https://une-adresse-assez-longue.example.org/mails/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// What the mail server got, and whom it refuses.
#[derive(Clone, Default)]
struct Inbox {
    recipient: String,
    text: Vec<u8>,
    taken: Arc<Mutex<Vec<(String, String)>>>,
    /// Code with which recipients that begin so are refused.
    refuses: Arc<Mutex<HashMap<&'static str, u16>>>,
}

impl Handler for Inbox {
    fn rcpt(&mut self, to: &str) -> Response {
        let name = to.split('@').next().unwrap_or_default();
        if let Some(code) = self.refuses.lock().unwrap().get(name) {
            return Response::custom(*code, format!("no mail for <{to}> now"));
        }
        self.recipient = to.to_owned();
        response::OK
    }
    fn data_start(&mut self, _domain: &str, _from: &str, _is8bit: bool, _to: &[String]) -> Response {
        self.text.clear();
        response::OK
    }
    fn data(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.text.extend(bytes);
        Ok(())
    }
    fn data_end(&mut self) -> Response {
        self.taken.lock().unwrap().push((self.recipient.clone(), String::from_utf8(self.text.clone()).unwrap()));
        response::OK
    }
}

/// A mail server on a free port; the URL to reach it.
fn listen(inbox: &Inbox) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let inbox = inbox.clone();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            let inbox = inbox.clone();
            std::thread::spawn(move || converse(connection.unwrap(), inbox));
        }
    });
    url
}

/// One SMTP session; the client may hang up.
fn converse(mut stream: TcpStream, inbox: Inbox) {
    let mut session = SessionBuilder::new("mail.example.org").build(stream.peer_addr().unwrap().ip(), inbox);
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let mut answer = session.greeting();
    let mut line = Vec::new();
    loop {
        if !matches!(answer.action, Action::NoReply) && stream.write_all(&answer.buffer().unwrap()).is_err() {
            return;
        }
        line.clear();
        if matches!(answer.action, Action::Close) || !lines.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            return;
        }
        answer = session.process(&line);
    }
}

async fn outbox(recipients: &[&str]) -> Db {
    let db = Db::open(&format!("sqlite:{}/palabre-mail-{}.db", std::env::temp_dir().display(), Uuid::new_v4())).await.unwrap();
    let recipients: Vec<_> = recipients.iter().map(|name| format!("{name}@example.org")).collect();
    db.write(move |c| {
        Box::pin(async move {
            for recipient in recipients {
                mail::queue(c, &recipient, "Réponse retenue : été", "Bonjour Zoé,\n\nà bientôt.\n", Some(OFF), NOW).await?;
            }
            Ok::<_, Error>(())
        })
    })
    .await
    .unwrap();
    db
}

struct Worker {
    clock: Clock,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

fn start(db: &Db, url: &str) -> Worker {
    let clock = Clock::set_at(NOW);
    let (stop, stopped) = watch::channel(false);
    let transport = Transport::parse(url, "Palabre <palabre@example.org>").unwrap();
    let task = tokio::spawn(deliver(db.clone(), transport, clock.clone(), stopped));
    Worker { clock, stop, task }
}

/// Waits until something holds; ten seconds are plenty.
async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    for _ in 0..200 {
        if holds().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what}: it never came");
}

async fn waiting(db: &Db) -> i64 {
    mail::waiting(&mut db.read().await.unwrap()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_leaves_within_a_second_or_so_and_is_forgotten() {
    let inbox = Inbox::default();
    let url = listen(&inbox);
    let db = outbox(&["zoe"]).await;
    let worker = start(&db, &url);
    until("the mail", async || waiting(&db).await == 0).await;
    let taken = inbox.taken.lock().unwrap().clone();
    assert_eq!(taken.len(), 1);
    let (recipient, text) = &taken[0];
    assert_eq!(recipient, "zoe@example.org");
    for line in ["From: Palabre <palabre@example.org>", "To: zoe@example.org", "Subject: =?utf-8?", "Message-ID: <", "Date: "] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    // Whole, however long: programs that read mails follow it.
    assert!(text.contains(&format!("<{OFF}>")) && text.contains("List-Unsubscribe:"), "{text}");
    worker.stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(5), worker.task).await.expect("it stops when told").unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_for_now_waits_and_what_is_refused_for_good_is_given_up() {
    let inbox = Inbox::default();
    inbox.refuses.lock().unwrap().extend([("later", 451), ("never", 550)]);
    let url = listen(&inbox);
    let db = outbox(&["later", "never", "zoe"]).await;
    let worker = start(&db, &url);
    until("the good one", async || inbox.taken.lock().unwrap().len() == 1 && waiting(&db).await == 1).await;
    inbox.refuses.lock().unwrap().clear();
    // One minute, not sooner.
    worker.clock.set(NOW + 59_999);
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    assert_eq!(waiting(&db).await, 1);
    worker.clock.set(NOW + 60_000);
    until("the other one", async || waiting(&db).await == 0).await;
    let recipients: Vec<_> = inbox.taken.lock().unwrap().iter().map(|(to, _)| to.clone()).collect();
    assert_eq!(recipients, ["zoe@example.org", "later@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_send_each_mail_once() {
    let inbox = Inbox::default();
    let url = listen(&inbox);
    let names: Vec<_> = (0..40).map(|i| format!("p{i}")).collect();
    let db = outbox(&names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let _workers = (start(&db, &url), start(&db, &url));
    until("all mails", async || waiting(&db).await == 0).await;
    let mut recipients: Vec<_> = inbox.taken.lock().unwrap().iter().map(|(to, _)| to.clone()).collect();
    assert_eq!(recipients.len(), 40);
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 40);
}

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_names_no_recipient() {
    let log = Log::default();
    let writer = log.clone();
    let _guard = tracing::subscriber::set_default(tracing_subscriber::fmt().with_writer(move || writer.clone()).finish());
    let inbox = Inbox::default();
    inbox.refuses.lock().unwrap().extend([("later", 451), ("never", 550)]);
    let url = listen(&inbox);
    let db = outbox(&["later", "never", "not an address"]).await;
    let _worker = start(&db, &url);
    until("the refusals", async || waiting(&db).await == 1).await;
    // Nor when no server answers at all.
    let nobody = outbox(&["zoe"]).await;
    let _other = start(&nobody, "smtp://127.0.0.1:1");
    until("a failure", async || String::from_utf8_lossy(&log.0.lock().unwrap()).matches("did not leave").count() == 2).await;
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("given up") && text.contains("451") && text.contains("550"), "{text}");
    assert!(!text.contains("example.org") && !text.contains("zoe") && !text.contains("later@"), "{text}");
    assert_eq!(waiting(&nobody).await, 1);
}
