//! `make bench`: how long a keystroke takes to another screen when many write at once, what that costs the server, and how long an
//! article with a long history takes to open. Nothing is asserted; the figures are written down in `docs/performance.md`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on ends")]

#[path = "http/server.rs"]
mod server;
#[path = "../tests/router/writer.rs"]
#[expect(dead_code, reason = "an editor of which the bench needs a part")]
mod writer;

use std::{
    cell::RefCell,
    collections::HashMap,
    error::Error,
    rc::Rc,
    time::{Duration, Instant},
};

use domain::{
    access::{Function, Visibility},
    charter::{
        Frame,
        article::Words,
        draft::Draft,
        pen::Pen,
        wire::{Say, Tell, pack, unpack},
    },
    id::ArticleId,
    lang::LangText,
    process::TerritoryKind,
    round::{Calendar, Mode, RoundKind},
};
use futures::{SinkExt, StreamExt};
use server::{ORIGIN, PORT, Server, wait_until_ready};
use store::{Clock, Conn, Db, process::NewMember};
use tokio_tungstenite::tungstenite::Message;
use writer::{Writer, dial};
use yrs::{ClientID, StateVector, updates::decoder::Decode};

const EDITORS: usize = 500;
const ARTICLES: usize = 50;
/// Between two keystrokes of one person: quick typing.
const PAUSE: Duration = Duration::from_millis(200);
const HISTORY: u32 = 100_000;

struct World {
    tokens: Vec<String>,
    articles: Vec<ArticleId>,
    /// Their drafts have been typed in a hundred thousand times: as people type, and each time somewhere else.
    old: [ArticleId; 2],
}

fn main() -> Result<(), Box<dyn Error>> {
    // One thread for all editors: the other processor is the server's.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(tokio::task::LocalSet::new().run_until(run()))
}

async fn run() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("palabre-drafts-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let database = std::env::var("BENCH_DATABASE").unwrap_or_else(|_| format!("sqlite:{}", folder.join("bench.db").display()));
    let world = prepare(&database).await?;
    let mut server = Server::start(&database)?;
    wait_until_ready().await?;
    let opened = [("60 sentences", world.articles[1]), ("100,000 as typed", world.old[0]), ("100,000 scattered", world.old[1])];
    let mut there = Vec::new();
    for (history, article) in opened {
        for turn in ["a room that opens", "a room that is open"] {
            let begun = Instant::now();
            let (said, writer) = join(&world, 0, article).await;
            let ms = |time: Duration| time.as_secs_f64() * 1000.0;
            let (said, read) = (ms(said - begun), ms(begun.elapsed()));
            // Whoever stays keeps the room open for the next.
            there.push(writer);
            println!("an article of {history:<18} {turn:<20} there after {said:>6.1} ms, read by the editor after {read:>6.1} ms");
        }
    }
    drop(there);
    let seconds =
        std::env::var("SECONDS_EACH").ok().and_then(|text| text.parse().ok()).map_or(Duration::from_secs(10), Duration::from_secs);
    println!("memory at rest                          {:>8.1} MiB", server.memory()?);
    measure("50 editors in one article", &world, &mut server, seconds, 50, |_| 0).await?;
    measure("500 editors in 50 articles", &world, &mut server, seconds, EDITORS, |editor| editor % ARTICLES).await?;
    println!("memory under load (peak)                {:>8.1} MiB", server.peak_memory()?);
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// An editor, and when the server had told it all.
async fn join(world: &World, editor: usize, article: ArticleId) -> (Instant, Writer) {
    let cookie = format!("{}={}", app::account::cookie::NAME, world.tokens[editor]);
    let socket = dial(([127, 0, 0, 1], PORT).into(), article, Some(&cookie), ORIGIN).await.expect("a socket");
    let writer = Writer::greet(socket, Draft::new(editor as u64 + 1)).await;
    (writer.welcomed_at.expect("a welcome"), writer)
}

/// When each keystroke of each editor was made.
type Made = Rc<RefCell<HashMap<u64, Vec<Instant>>>>;

async fn measure(
    name: &str,
    world: &World,
    server: &mut Server,
    time: Duration,
    editors: usize,
    article: impl Fn(usize) -> usize,
) -> Result<(), Box<dyn Error>> {
    let made = Made::default();
    let took: Rc<RefCell<Vec<Duration>>> = Rc::default();
    let mut writers = Vec::new();
    for editor in 0..editors {
        writers.push(join(world, editor, world.articles[article(editor)]).await.1);
    }
    let (used, begun) = (server.processor()?, Instant::now());
    let mut tasks = Vec::new();
    let mut watched = std::collections::HashSet::new();
    for (editor, writer) in writers.into_iter().enumerate() {
        // The first of each article is the other screen: it takes over what comes. The others read and leave it.
        let watches = watched.insert(article(editor));
        tasks.push(tokio::task::spawn_local(edit(writer, editor, watches, begun + time, made.clone(), took.clone())));
    }
    for task in tasks {
        task.await?;
    }
    let mut took = took.take();
    took.sort_unstable();
    let at =
        |percent: usize| took.get((took.len() * percent / 100).min(took.len().saturating_sub(1))).map_or(0.0, |t| t.as_secs_f64() * 1000.0);
    let typed: usize = made.borrow().values().map(Vec::len).sum();
    println!(
        "{name:<28} {:>6.0} keystrokes/s   to the other screen: median {:>6.1} ms   p95 {:>6.1} ms   p99 {:>6.1} ms   ({} seen)   processor {:.0} %",
        typed as f64 / time.as_secs_f64(),
        at(50),
        at(95),
        at(99),
        took.len(),
        100.0 * (server.processor()? - used) / begun.elapsed().as_secs_f64(),
    );
    Ok(())
}

async fn edit(mut writer: Writer, editor: usize, watches: bool, until: Instant, made: Made, took: Rc<RefCell<Vec<Duration>>>) {
    let client = editor as u64 + 1;
    let known = clocks(&writer.draft);
    // A keystroke's number counts from what this person had written before.
    let first = known.get(&ClientID::new(client));
    let mut seen: HashMap<ClientID, u32> = HashMap::new();
    let mut number = 0;
    let mut next = tokio::time::Instant::now() + PAUSE.mul_f64((editor % 97) as f64 / 97.0);
    let end = tokio::time::Instant::from_std(until);
    let quiet = end + Duration::from_secs(1);
    loop {
        tokio::select! {
            () = tokio::time::sleep_until(next), if next < end => {
                number += 1;
                let update = writer.draft.edit(0..0, "m");
                {
                    let mut made = made.borrow_mut();
                    let strokes = made.entry(client).or_default();
                    // The clock of what was written before this run.
                    if strokes.is_empty() && first > 0 { strokes.reserve(64); }
                    strokes.push(Instant::now());
                }
                writer.socket.send(Message::Binary(pack(&Say::Write { number, update }).into())).await.unwrap();
                next += PAUSE;
            }
            message = writer.socket.next() => {
                let Some(Ok(Message::Binary(bytes))) = message else { continue };
                if !watches { continue }
                let Some(Tell::Written { update }) = unpack::<Tell>(&bytes) else { continue };
                writer.draft.apply(&update).unwrap();
                let now = Instant::now();
                let made = made.borrow();
                for (other, clock) in clocks(&writer.draft).iter() {
                    let before = seen.insert(*other, *clock).unwrap_or_else(|| known.get(other));
                    let base = known.get(other);
                    if other.get() == client { continue }
                    if let Some(strokes) = made.get(&other.get()) {
                        took.borrow_mut().extend((before..*clock).filter_map(|n| strokes.get((n - base) as usize)).map(|made| now - *made));
                    }
                }
            }
            () = tokio::time::sleep_until(quiet) => break,
        }
    }
}

fn clocks(draft: &Draft) -> StateVector {
    StateVector::decode_v1(&draft.vector()).unwrap()
}

async fn prepare(url: &str) -> Result<World, Box<dyn Error>> {
    let db = Db::open(url).await?;
    let now = Clock::system().now();
    let world = db.write(move |c| Box::pin(async move { fill(c, now).await })).await?;
    for (article, scattered) in world.old.into_iter().zip([false, true]) {
        let (draft, letters) = history(scattered);
        let state = draft.whole();
        println!("state of {HISTORY} updates                 {:>8.0} kB, {letters} letters", state.len() as f64 / 1000.0);
        db.write(move |c| {
            Box::pin(async move {
                store::charter::begun(c, article, "").await?;
                for _ in 0..10 {
                    store::charter::append(c, article, &Draft::new(8).edit(0..0, "x"), &[]).await?;
                }
                store::charter::compact(c, article, 0, 10, &state).await
            })
        })
        .await?;
    }
    Ok(world)
}

/// A hundred thousand keystrokes put together as the server does it, and how many letters are left: in runs at one place, some of them taken
/// back, as people type; or `scattered`, each at another place.
fn history(scattered: bool) -> (Draft, u32) {
    let draft = Draft::new(7);
    let (mut len, mut at, mut left) = (0, 0, 0);
    for n in 0..HISTORY {
        if scattered || left == 0 {
            (at, left) = ((n * 7919) % (len + 1), 5 + n % 56);
        }
        left -= 1;
        // The text grows to that of a long article, and stays so.
        let back = (if scattered { n % 3 == 2 } else { n % 10 == 9 } && len > 1_500) || len >= 18_000;
        if back && at > 0 {
            draft.edit(at - 1..at, "");
            (at, len) = (at - 1, len - 1);
        } else {
            draft.edit(at..at, "é");
            (at, len) = (at + 1, len + 1);
        }
    }
    (draft, len)
}

async fn fill(c: &mut Conn, now: i64) -> Result<World, store::Error> {
    let text = |words: &str| LangText::of("fr", words);
    let territory = store::process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
    let process = store::process::create(c, territory, &text("Banc d’essai"), &text("Une démarche"), "fr", Visibility::Public, now).await?;
    let colleges = store::process::colleges(c, process).await?;
    let (mut tokens, mut author) = (Vec::new(), None);
    for editor in 0..EDITORS {
        let account = store::account::create(c, "Nour", None, None, now).await?;
        let college = colleges.get(editor % colleges.len()).map(|college| college.id);
        let member =
            NewMember { process, account, function: Function::Participant, college, organisation: "", title: "", joined_at: Some(now) };
        store::process::add_member(c, member).await?;
        tokens.push(store::session::open(c, account, now).await?);
        author = Some(account);
    }
    let round =
        store::round::create(c, process, RoundKind::Charter, Mode::Named, &text("Charte"), &text("Mots"), &Frame::default()).await?;
    let calendar = Calendar { announced: true, opens_at: Some(now - 1), closes_at: Some(now + 86_400_000), ..Calendar::default() };
    store::round::set_calendar(c, round, calendar).await?;
    store::charter::hand_pen(c, round, Pen::Everyone).await?;
    let words = Words { title: "Article".into(), body: "Une phrase de la charte. ".repeat(60), easy: String::new(), note: String::new() };
    let mut articles = Vec::new();
    for _ in 0..ARTICLES + 2 {
        articles.push(store::charter::add_article(c, round, &words, author.expect("an author"), now).await?);
    }
    let old = [articles.pop().expect("an article"), articles.pop().expect("an article")];
    Ok(World { tokens, articles, old })
}
