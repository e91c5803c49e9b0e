//! Several people write one article at once, over real sockets.

use std::net::SocketAddr;

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    charter::{
        draft::{Draft, Side},
        wire::{End, Place, Say, Tell, pack, unpack},
    },
    id::ArticleId,
};
use futures::{SinkExt, StreamExt};
use rstest::rstest;
use tokio_tungstenite::tungstenite::{self, Message};

use crate::{
    support::{NOW, ORIGIN, TestApp},
    writer::{Socket, Writer, dial},
};

/// A server that listens, for sockets need one.
struct Server {
    app: TestApp,
    address: SocketAddr,
}

impl Server {
    async fn of(app: TestApp) -> Server {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let service = app.router.clone().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        tokio::spawn(app.services.live.clone().carry(app.services.db.clone()));
        Server { app, address }
    }

    async fn on(postgres: bool) -> Server {
        Server::of(if postgres { TestApp::on_postgres().await } else { TestApp::new().await }).await
    }

    async fn dial(&self, cookie: Option<&str>, origin: &str) -> Result<Socket, tungstenite::Error> {
        dial(self.address, self.app.world.article, cookie, origin).await
    }

    /// Somebody whose socket opens only to say why it closes.
    async fn shut_out(&self, seat: Seat) -> bool {
        let cookie = self.app.cookie(seat).await;
        let mut socket = self.dial(cookie.as_deref(), ORIGIN).await.unwrap();
        let Some(Ok(Message::Binary(bytes))) = socket.next().await else { return false };
        unpack::<Tell>(&bytes) == Some(Tell::End(End::Forbidden)) && !matches!(socket.next().await, Some(Ok(Message::Binary(_))))
    }

    async fn writer(&self, seat: Seat) -> Writer {
        let cookie = self.app.cookie(seat).await.unwrap();
        self.writer_with(&cookie).await
    }

    async fn writer_with(&self, cookie: &str) -> Writer {
        Writer::greet(self.dial(Some(cookie), ORIGIN).await.unwrap(), Draft::new(store::random_writer())).await
    }

    /// What the database holds, for whoever comes later.
    async fn kept(&self) -> String {
        let mut c = self.app.services.db.read().await.unwrap();
        store::charter::draft(&mut c, self.app.world.article, None).await.unwrap().unwrap().load().unwrap().text()
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_acknowledged_is_kept_and_everybody_has_it(#[values(false, true)] postgres: bool) {
    let server = Server::on(postgres).await;
    let (mut one, mut other) = (server.writer(Seat::Family).await, server.writer(Seat::Elected).await);
    assert_eq!((one.draft.text(), other.draft.text()), ("Le texte".into(), "Le texte".into()));
    one.write(1, 8, " commun").await;
    other.write(1, 0, "Voici : ").await;
    one.until(|writer| writer.kept == 1).await;
    assert!(server.kept().await.contains(" commun"));
    other.until(|writer| writer.kept == 1).await;
    one.until(|writer| writer.draft.text() == "Voici : Le texte commun").await;
    other.until(|writer| writer.draft.text() == "Voici : Le texte commun").await;
    assert_eq!(server.kept().await, "Voici : Le texte commun");
    // Who is there, under the name of their account, and where.
    let place = Place { from: one.draft.mark(8, Side::Before).unwrap(), to: one.draft.mark(10, Side::Before).unwrap() };
    one.say(&Say::Here { place: Some(place.clone()) }).await;
    let id = one.you;
    other.until(|writer| writer.people.iter().any(|person| person.id == id && person.place.as_ref() == Some(&place))).await;
    let person = other.people.iter().find(|person| person.id == id).unwrap();
    assert_eq!((person.name.as_str(), person.college.is_some(), other.people.len()), ("Family", true, 2));
    drop(one);
    other.until(|writer| writer.people.len() == 1).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_without_a_network_comes_with_its_writer(#[values(false, true)] postgres: bool) {
    let server = Server::on(postgres).await;
    let (one, mut other) = (server.writer(Seat::Family).await, server.writer(Seat::Elected).await);
    let draft = one.draft;
    drop(one.socket);
    draft.edit(8..8, " écrit dans le train");
    other.write(1, 0, "Voici : ").await;
    other.until(|writer| writer.kept == 1).await;
    let cookie = server.app.cookie(Seat::Family).await.unwrap();
    let socket = server.dial(Some(&cookie), ORIGIN).await.unwrap();
    let mut back = Writer::greet(socket, draft).await;
    back.until(|writer| writer.kept == u32::MAX).await;
    assert_eq!(server.kept().await, "Voici : Le texte écrit dans le train");
    other.until(|writer| writer.draft.text() == "Voici : Le texte écrit dans le train").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_update_ends_that_connection_alone() {
    let server = Server::on(false).await;
    let mut good = server.writer(Seat::Family).await;
    for bad in [vec![9, 9, 9], vec![], pack(&Say::Write { number: 1, update: vec![255; 40] }), pack(&Say::Hello { vector: vec![] })] {
        let mut writer = server.writer(Seat::Elected).await;
        writer.socket.send(Message::Binary(bad.clone().into())).await.unwrap();
        assert_eq!(writer.end().await, End::Malformed, "{bad:?}");
    }
    let mut long = server.writer(Seat::Elected).await;
    let update = long.draft.edit(0..0, &"x".repeat(domain::charter::draft::MOST));
    long.say(&Say::Write { number: 1, update }).await;
    assert_eq!(long.end().await, End::TooLong);
    let mut huge = server.writer(Seat::Elected).await;
    let _closed = huge.socket.send(Message::Binary(vec![0; domain::charter::wire::MOST + 1].into())).await;
    assert_eq!(huge.end().await, End::Again);
    good.write(1, 8, " tient").await;
    good.until(|writer| writer.kept == 1).await;
    assert!(server.kept().await.ends_with("Le texte tient"));
    assert!(!server.kept().await.contains("xxx"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_write_is_asked_at_the_door_and_at_every_message() {
    let server = Server::on(false).await;
    for seat in [Seat::Stranger, Seat::Researcher, Seat::Administrator] {
        assert!(server.shut_out(seat).await, "{seat:?}");
    }
    // A page of another site opens no socket in anybody's name.
    let cookie = server.app.cookie(Seat::Family).await;
    let Err(tungstenite::Error::Http(answer)) = server.dial(cookie.as_deref(), "https://example.org").await else {
        panic!("another site's page got in")
    };
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    let (mut family, mut facilitator) = (server.writer(Seat::Family).await, server.writer(Seat::Facilitator).await);
    // Signed out on another page: the next word is not taken.
    let cookie = server.app.cookie(Seat::Elected).await.unwrap();
    let mut gone = server.writer_with(&cookie).await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    server.app.services.db.write(move |c| Box::pin(async move { store::session::end(c, &token).await })).await.unwrap();
    gone.write(1, 0, "x").await;
    assert_eq!(gone.end().await, End::Forbidden);
    // The pen passes on: those it leaves are shown out at once, without a word of theirs.
    let round = server.app.world.charter.to_string();
    let passed = server.app.post(Seat::Facilitator, Act::HandPen, "/about", &[("round", &round), ("pen", "citizens")]).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER);
    assert_eq!(family.end().await, End::Forbidden);
    assert!(server.shut_out(Seat::Family).await);
    server.app.appoint(Seat::Family, "citizens").await;
    let mut family = server.writer(Seat::Family).await;
    family.write(1, 0, "Nous ").await;
    family.until(|writer| writer.kept == 1).await;
    facilitator.until(|writer| writer.draft.text().starts_with("Nous ")).await;
    // Nobody writes when the round is over.
    let charter = server.app.world.charter;
    let over = domain::round::Calendar { announced: true, opens_at: Some(1), closes_at: Some(NOW), ..Default::default() };
    server.app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, charter, over).await })).await.unwrap();
    family.write(2, 0, "x").await;
    assert_eq!(family.end().await, End::Forbidden);
    assert_eq!(server.kept().await, "Nous Le texte");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_serve_one_article() {
    let first = Server::on(true).await;
    let second = Server::of(first.app.beside().await).await;
    let (mut one, mut other) = (first.writer(Seat::Family).await, second.writer(Seat::Elected).await);
    // Both write at once, each on their own server, and more than is compacted at once.
    for number in 1..=150 {
        one.write(number, 0, "a").await;
        other.write(number, 0, "b").await;
    }
    one.until(|writer| writer.kept == 150 && writer.draft.text().len() == 308).await;
    other.until(|writer| writer.kept == 150 && writer.draft.text().len() == 308).await;
    assert_eq!(one.draft.text(), other.draft.text());
    assert_eq!(first.kept().await, one.draft.text());
    // Each sees the other, and where they are; and that they left.
    let place = Place { from: one.draft.mark(3, Side::Before).unwrap(), to: one.draft.mark(5, Side::Before).unwrap() };
    one.say(&Say::Here { place: Some(place.clone()) }).await;
    other.until(|writer| writer.people.len() == 2 && writer.people.iter().any(|person| person.place.as_ref() == Some(&place))).await;
    one.until(|writer| writer.people.iter().any(|person| person.name == "Elected")).await;
    drop(other);
    one.until(|writer| writer.people.len() == 1).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_everybody_left_opens_again_as_it_was(#[values(false, true)] postgres: bool) {
    let server = Server::on(postgres).await;
    for round in 0..3 {
        let mut writer = server.writer(Seat::Family).await;
        for number in 1..=120 {
            writer.write(number, 0, "m").await;
        }
        writer.until(|writer| writer.kept == 120).await;
        assert_eq!(writer.draft.text().len(), 8 + 120 * (round + 1));
    }
    let mut writer = server.writer(Seat::Family).await;
    writer.until(|writer| writer.draft.text().len() == 368).await;
    assert_eq!(server.kept().await, writer.draft.text());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_what_the_draft_holds_and_a_form_joins_it(#[values(false, true)] postgres: bool) {
    let server = Server::on(postgres).await;
    let article = server.app.world.article;
    let mut writer = server.writer(Seat::Family).await;
    writer.write(1, 8, ". Encore une phrase.").await;
    writer.until(|writer| writer.kept == 1).await;
    let id = article.to_string();
    // Somebody without scripts had the page open before: what was written since is joined with theirs.
    let fields = [
        ("article", id.as_str()),
        ("version", "1"),
        ("base", "Le texte"),
        ("title", "Article"),
        ("body", "Tout le texte"),
        ("note", "Dit"),
    ];
    let refused = server.app.post(Seat::Facilitator, Act::EditArticle, &format!("/article/{id}/edit"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "one sentence that both changed is asked about");
    let fields = [
        ("article", id.as_str()),
        ("version", "1"),
        ("base", "Le texte. Encore une phrase."),
        ("title", "Article"),
        ("body", "Tout le texte. Encore une phrase."),
        ("note", "Dit"),
    ];
    writer.write(2, 28, " Et une.").await;
    writer.until(|writer| writer.kept == 2).await;
    let saved = server.app.post(Seat::Facilitator, Act::EditArticle, &format!("/article/{id}/edit"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    writer.until(|writer| writer.version == Some(2)).await;
    let text = "Tout le texte. Encore une phrase. Et une.";
    writer.until(|writer| writer.draft.text() == text).await;
    assert_eq!(current(&server, article).await.body, text);
    // With scripts the version is what the draft holds at that moment, whatever the page had.
    writer.write(3, 0, "Ici : ").await;
    writer.until(|writer| writer.kept == 3).await;
    let fields = [("article", id.as_str()), ("version", "2"), ("live", "true"), ("title", "Article"), ("body", "vieux"), ("note", "Dit")];
    assert_eq!(server.app.post(Seat::Facilitator, Act::EditArticle, "/about", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(current(&server, article).await.body, format!("Ici : {text}"));
    let page = server.app.get(Seat::Visitor, &format!("/article/{id}")).await.body;
    assert!(page.contains("Family"), "who wrote is named with the version");
    // A member of a college writes in the draft without scripts; a version is not theirs to make.
    let fields = [
        ("article", id.as_str()),
        ("base", "Ici : Tout le texte. Encore une phrase. Et une."),
        ("body", "Là : Tout le texte. Encore une phrase. Et une."),
    ];
    assert_eq!(server.app.post(Seat::Elected, Act::WriteDraft, "/about", &fields).await.status, StatusCode::SEE_OTHER);
    writer.until(|writer| writer.draft.text().starts_with("Là : ")).await;
    assert_eq!(current(&server, article).await.number, 3);
}

/// A hidden field of a page's form.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}"));
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_refused_forgets_nothing_that_others_wrote() {
    let server = Server::on(false).await;
    let id = server.app.world.article.to_string();
    let page = format!("/article/{id}/edit");
    let mut writer = server.writer(Seat::Family).await;
    writer.write(1, 8, ". Deux.").await;
    writer.until(|writer| writer.kept == 1).await;
    let base = hidden(&server.app.get(Seat::Facilitator, &page).await.body, "base");
    writer.write(2, 15, " Trois.").await;
    writer.until(|writer| writer.kept == 2).await;
    // Why this version: forgotten. What is sent back stands with what it was written from.
    let typed = "Zéro. Le texte. Deux.";
    let fields = [("article", id.as_str()), ("version", "1"), ("base", &base), ("title", "Article"), ("body", typed), ("note", "")];
    let refused = server.app.post(Seat::Facilitator, Act::EditArticle, &page, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let base = hidden(&refused.body, "base");
    let fields = [("article", id.as_str()), ("version", "1"), ("base", &base), ("title", "Article"), ("body", typed), ("note", "Dit")];
    assert_eq!(server.app.post(Seat::Facilitator, Act::EditArticle, &page, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(current(&server, server.app.world.article).await.body, "Zéro. Le texte. Deux. Trois.");
    // The editor's own form, refused: the text on the page is the draft.
    let fields = [("article", id.as_str()), ("version", "2"), ("live", "true"), ("title", "Article"), ("body", "vieux"), ("note", "")];
    let refused = server.app.post(Seat::Facilitator, Act::EditArticle, &page, &fields).await;
    assert!(refused.body.contains("Zéro. Le texte. Deux. Trois.</textarea>") && refused.body.contains("data-socket"), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_opened_the_page_is_not_named() {
    let server = Server::on(false).await;
    let id = server.app.world.article.to_string();
    let (mut writer, mut reader) = (server.writer(Seat::Family).await, server.writer(Seat::Elected).await);
    writer.write(1, 8, " commun").await;
    writer.until(|writer| writer.kept == 1).await;
    // It sends back what everybody has.
    let update = writer.draft.whole();
    reader.say(&Say::Write { number: 7, update }).await;
    reader.until(|reader| reader.kept == 7).await;
    let fields = [("article", id.as_str()), ("version", "1"), ("live", "true"), ("title", "Article"), ("body", "x"), ("note", "Dit")];
    assert_eq!(server.app.post(Seat::Facilitator, Act::EditArticle, "/about", &fields).await.status, StatusCode::SEE_OTHER);
    let mut c = server.app.services.db.read().await.unwrap();
    let named: Vec<String> =
        store::charter::writers(&mut c, server.app.world.article).await.unwrap().into_iter().map(|(_, name)| name).collect();
    assert_eq!(named, ["Family"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_session_does_not_fill_the_room() {
    let server = Server::on(false).await;
    let cookie = server.app.cookie(Seat::Family).await.unwrap();
    let mut windows = Vec::new();
    for _ in 0..8 {
        windows.push(server.writer_with(&cookie).await);
    }
    let mut socket = server.dial(Some(&cookie), ORIGIN).await.unwrap();
    socket.send(Message::Binary(pack(&Say::Hello { vector: Draft::new(9).vector() }).into())).await.unwrap();
    let Some(Ok(Message::Binary(bytes))) = socket.next().await else { panic!("nothing was said") };
    assert_eq!(unpack::<Tell>(&bytes), Some(Tell::End(End::Full)));
    // Those who are in write on, and so does somebody else.
    windows[0].write(1, 8, " x").await;
    windows[0].until(|writer| writer.kept == 1).await;
    server.writer(Seat::Elected).await;
}

async fn current(server: &Server, article: ArticleId) -> store::charter::Version {
    let mut c = server.app.services.db.read().await.unwrap();
    store::charter::article(&mut c, article).await.unwrap().unwrap().version
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_process_for_members_nobody_else_writes() {
    let server = Server::of(TestApp::with(Visibility::Members).await).await;
    assert!(server.shut_out(Seat::Visitor).await);
    assert!(server.shut_out(Seat::Stranger).await);
    server.writer(Seat::Professional).await;
}
