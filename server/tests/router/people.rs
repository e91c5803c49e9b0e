//! Coming in: signing up, links by e-mail, cards, invitations, lists.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    access::{Act, Seat},
    account::Purpose,
};
use store::{Error, mail};

use crate::support::{Answer, NOW, ORIGIN, TestApp};

const LATER: i64 = NOW + 10 * 60_000;

impl TestApp {
    /// The mails that wait, the oldest first; they are taken.
    async fn mails(&self) -> Vec<mail::Mail> {
        self.services
            .db
            .write(|c| {
                Box::pin(async move {
                    let mails = mail::claim(c, 100, LATER).await?;
                    for mail in &mails {
                        mail::remove(c, mail.id).await?;
                    }
                    Ok::<_, Error>(mails)
                })
            })
            .await
            .unwrap()
    }

    async fn mail(&self) -> mail::Mail {
        let mut mails = self.mails().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        mails.remove(0)
    }

    async fn has_joined(&self, email: &str) -> Option<bool> {
        let mut c = self.services.db.read().await.unwrap();
        let account = store::account::by_email(&mut c, email).await.unwrap()?;
        store::members::joined(&mut c, self.world.process, account.id).await.unwrap()
    }

    async fn cards(&self, count: u32) -> Vec<String> {
        let (process, family) = (self.world.process, self.world.family);
        let cards = self
            .services
            .db
            .write(move |c| Box::pin(async move { store::code::make(c, process, family, "Série", count).await }))
            .await
            .unwrap();
        cards.iter().map(|card| card.code.to_string()).collect()
    }

    async fn enter(&self, code: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(Seat::Visitor, Act::EnterCard, "/card", &[&[("code", code)], fields].concat()).await
    }

    /// Who a cookie just given belongs to.
    async fn account_of(&self, answer: &Answer) -> domain::id::AccountId {
        let cookie = answer.headers.get(header::SET_COOKIE).expect("a cookie").to_str().unwrap();
        let token = cookie.split(['=', ';']).nth(1).unwrap();
        store::session::find(&mut self.services.db.read().await.unwrap(), token, NOW).await.unwrap().expect("a session").account
    }
}

/// The token of the link in a mail.
fn token(mail: &mail::Mail, page: &str) -> String {
    let start = mail.body.find(&format!("{ORIGIN}/{page}/")).unwrap_or_else(|| panic!("no link in {}", mail.body));
    let link = mail.body[start..].split_whitespace().next().unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

fn cookie_value(answer: &Answer) -> String {
    answer.headers.get(header::SET_COOKIE).expect("a cookie").to_str().unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_up_never_tells_whether_an_address_is_known() {
    let app = TestApp::new().await;
    let sign_up = async |email: &str| {
        let fields = [("name", "Zoé"), ("email", email), ("password", "tilleul et noisette")];
        app.post(Seat::Visitor, Act::SignUp, "/sign-up", &fields).await
    };
    let (new, known) = (sign_up("zoe@example.org").await, sign_up("family@example.org").await);
    assert_eq!((new.status, new.location()), (known.status, known.location()));
    assert!(new.headers.get(header::SET_COOKIE).is_none() && known.headers.get(header::SET_COOKIE).is_none());
    let mails = app.mails().await;
    assert!(mails[0].recipient == "zoe@example.org" && mails[0].body.contains("/verify/"));
    assert!(mails[1].recipient == "family@example.org" && mails[1].body.contains("/forgot") && !mails[1].body.contains("/verify/"));
    // What anyone may type about anyone is not repeated.
    assert!(mails.iter().all(|mail| !mail.body.contains("Zoé")));
    let forgot = async |email: &str| app.post(Seat::Visitor, Act::Forgot, "/forgot", &[("email", email)]).await;
    let (known, unknown) = (forgot("family@example.org").await, forgot("nobody@example.org").await);
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_link_does_not_use_it_up_and_the_button_does_once() {
    let app = TestApp::new().await;
    let fields = [("name", "Zoé"), ("email", "zoe@example.org"), ("password", "tilleul et noisette")];
    app.post(Seat::Visitor, Act::SignUp, "/sign-up", &fields).await;
    let token = token(&app.mail().await, "verify");
    let path = format!("/verify/{token}");
    assert_eq!(app.get(Seat::Visitor, &path).await.status, StatusCode::OK);
    assert_eq!(app.get(Seat::Visitor, &path).await.status, StatusCode::OK);
    let press = async || app.post(Seat::Visitor, Act::Verify, &path, &[("token", &token)]).await.status;
    assert_eq!(press().await, StatusCode::SEE_OTHER);
    assert_eq!(press().await, StatusCode::CONFLICT);
    let account = store::account::by_email(&mut app.services.db.read().await.unwrap(), "zoe@example.org").await.unwrap().unwrap();
    assert_eq!(account.verified_at, Some(NOW));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_signs_everyone_out_and_only_the_new_password_opens() {
    let app = TestApp::new().await;
    let old = app.cookie(Seat::Family).await.unwrap();
    app.post(Seat::Visitor, Act::Forgot, "/forgot", &[("email", "family@example.org")]).await;
    let token = token(&app.mail().await, "reset");
    let path = format!("/reset/{token}");
    let short = app.post(Seat::Visitor, Act::Reset, &path, &[("token", &token), ("password", "court")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY, "the link is not lost by a password that is refused");
    let reset = app.post(Seat::Visitor, Act::Reset, &path, &[("token", &token), ("password", "aubépine et sureau")]).await;
    assert_eq!(reset.status, StatusCode::SEE_OTHER);
    let request = Request::get("/account").header(header::COOKIE, old).body(Body::empty()).unwrap();
    assert_eq!(app.send(request).await.status, StatusCode::UNAUTHORIZED);
    let sign_in = async |password: &str| {
        app.post(Seat::Visitor, Act::SignIn, "/sign-in", &[("email", "Family@example.org"), ("password", password)]).await.status
    };
    assert_eq!(sign_in("aubépine et sureau").await, StatusCode::SEE_OTHER);
    assert_eq!(sign_in("tilleul et noisette").await, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_sign_in_gives_a_new_token_and_ends_the_old_one() {
    let app = TestApp::new().await;
    let code = app.cards(1).await.remove(0);
    let first = app.enter(&code, &[("step", "name"), ("name", "Lila")]).await;
    let old = cookie_value(&first);
    let request = Request::post(Act::EnterCard.path())
        .header(header::ACCEPT, "text/html")
        .header(header::ORIGIN, ORIGIN)
        .header(header::REFERER, format!("{ORIGIN}/card"))
        .header(header::COOKIE, &old)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let again = app.send(request.body(Body::from(format!("code={code}"))).unwrap()).await;
    assert_ne!(cookie_value(&again), old);
    let request = Request::get("/account").header(header::COOKIE, old).body(Body::empty()).unwrap();
    assert_eq!(app.send(request).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_asks_a_name_once_and_brings_the_same_person_back() {
    let app = TestApp::new().await;
    let code = app.cards(1).await.remove(0);
    let asks = app.enter(&code, &[]).await;
    assert_eq!(asks.status, StatusCode::OK);
    assert!(asks.body.contains(r#"name="step" value="name""#) && asks.headers.get(header::SET_COOKIE).is_none());
    let nameless = app.enter(&code, &[("step", "name"), ("name", " ")]).await;
    assert!(nameless.status == StatusCode::UNPROCESSABLE_ENTITY && nameless.body.contains("name-error"));
    let first = app.enter(&code.to_lowercase().replace('-', " "), &[("step", "name"), ("name", "Lila")]).await;
    assert_eq!(first.location(), format!("/p/{}", app.world.process));
    let back = app.enter(&code, &[("next", "/my-word")]).await;
    assert_eq!(back.location(), "/my-word");
    assert_eq!(app.account_of(&first).await, app.account_of(&back).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_and_withdrawn_cards_are_told_alike() {
    let app = TestApp::new().await;
    let code = app.cards(1).await.remove(0);
    let (process, from) = (app.world.process.to_string(), format!("/p/{}/codes", app.world.process));
    let withdrawn = app.post(Seat::Facilitator, Act::WithdrawCode, &from, &[("process", &process), ("card", "1")]).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
    let unknown = domain::code::Code::from_random([3; 16]).to_string();
    let (a, b) = (app.enter(&code, &[]).await, app.enter(&unknown, &[]).await);
    // Around `<main>` stand the page's nonces, which serve once.
    let main = |body: &str, code: &str| body.split("<main").nth(1).unwrap().split("</main>").next().unwrap().replace(code, "");
    assert_eq!((a.status, main(&a.body, &code)), (b.status, main(&b.body, &unknown)));
    let mut c = app.services.db.read().await.unwrap();
    assert_eq!(store::journal::page(&mut c, None, 1).await.unwrap()[0].act, "code.withdraw");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_throttled_and_mistyping_is_not() {
    let app = TestApp::new().await;
    let code = app.cards(1).await.remove(0);
    let last = if code.ends_with('A') { "B" } else { "A" };
    let mistyped = format!("{}{last}", &code[..code.len() - 1]);
    for _ in 0..50 {
        assert_eq!(app.enter(&mistyped, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let guess = |i: u8| domain::code::Code::from_random([i; 16]).to_string();
    let mut statuses = Vec::new();
    for i in 1..=40 {
        statuses.push(app.enter(&guess(i), &[]).await.status);
    }
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(app.enter(&code, &[]).await.status, StatusCode::TOO_MANY_REQUESTS, "not even a right one, for a while");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_shown_once_and_kept_as_hashes() {
    let app = TestApp::new().await;
    let (process, from) = (app.world.process.to_string(), format!("/p/{}/codes", app.world.process));
    let fields = [("process", process.as_str()), ("college", &app.world.family.to_string()), ("count", "3"), ("batch", "Samedi")];
    let shown = app.post(Seat::Facilitator, Act::MakeCodes, &from, &fields).await;
    assert_eq!(shown.status, StatusCode::OK);
    let codes: Vec<_> = shown.body.split(r#"class="access-code""#).skip(1).map(|rest| &rest[rest.find('>').unwrap() + 1..][..14]).collect();
    assert_eq!(codes.len(), 3);
    assert!(shown.body.contains("<svg viewBox=\"-4 -4"), "a square to scan");
    let after = app.get(Seat::Facilitator, &from).await;
    assert!(after.body.contains("Samedi") && codes.iter().all(|code| !after.body.contains(code)));
    assert_eq!(app.enter(codes[0], &[]).await.status, StatusCode::OK);
    let wrong = app.post(Seat::Facilitator, Act::MakeCodes, &from, &[&fields[..2], &[("count", "201"), ("batch", "")]].concat()).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("count-error") && wrong.body.contains("batch-error"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_makes_whoever_owns_the_address_a_member() {
    let app = TestApp::new().await;
    // Somebody else signed up with the address before, with a password of theirs.
    let squat = [("name", "Eve"), ("email", "zoe@example.org"), ("password", "le mot de passe d’Eve")];
    app.post(Seat::Visitor, Act::SignUp, "/sign-up", &squat).await;
    app.mails().await;
    let (process, family) = (app.world.process.to_string(), app.world.family.to_string());
    let from = format!("/p/{process}/members");
    let fields = [("process", process.as_str()), ("name", "Zoé"), ("email", "zoe@example.org"), ("place", &family)];
    assert_eq!(app.post(Seat::Facilitator, Act::Invite, &from, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.has_joined("zoe@example.org").await, Some(false));
    let token = token(&app.mail().await, "invitation");
    let path = format!("/invitation/{token}");
    let accept =
        async |password: &str| app.post(Seat::Visitor, Act::AcceptInvitation, &path, &[("token", &token), ("password", password)]).await;
    assert_eq!(accept("").await.status, StatusCode::UNPROCESSABLE_ENTITY, "a password of her own is needed");
    let accepted = accept("prunelle et châtaigne").await;
    assert_eq!(accepted.location(), format!("/p/{process}"));
    assert_eq!(app.has_joined("zoe@example.org").await, Some(true));
    let eve = [("email", "zoe@example.org"), ("password", "le mot de passe d’Eve")];
    assert_eq!(app.post(Seat::Visitor, Act::SignIn, "/sign-in", &eve).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(accept("encore un autre").await.status, StatusCode::CONFLICT);
    // Inviting a member again is refused by the field.
    let again = app.post(Seat::Facilitator, Act::Invite, &from, &fields).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("email-error"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_passed_on_opens_nobody_elses_account() {
    let app = TestApp::new().await;
    let family = app.account(Seat::Family).unwrap();
    let process = app.world.process;
    let token = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                store::account::set_password(c, family, "x").await?;
                store::link::issue(c, family, Purpose::Invitation, Some(process), NOW).await
            })
        })
        .await
        .unwrap()
        .unwrap();
    let answer = app.post(Seat::Visitor, Act::AcceptInvitation, &format!("/invitation/{token}"), &[("token", &token)]).await;
    assert!(answer.location().starts_with("/sign-in?"));
    assert!(answer.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_invites_the_first_facilitator_and_nobody_else() {
    let app = TestApp::new().await;
    let (process, family) = (app.world.process.to_string(), app.world.family.to_string());
    let invite = async |place: &str, email: &str| {
        let fields = [("process", process.as_str()), ("name", "Ana"), ("email", email), ("place", place)];
        app.post(Seat::Administrator, Act::Invite, &format!("/p/{process}/members"), &fields).await.status
    };
    assert_eq!(invite("facilitator", "ana@example.org").await, StatusCode::SEE_OTHER);
    assert_eq!(invite(&family, "bo@example.org").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.has_joined("bo@example.org").await, None);
}

/// A form with a file, as a browser sends it.
async fn send_list(app: &TestApp, step: &str, list: &[u8]) -> Answer {
    let process = app.world.process.to_string();
    let mut body = Vec::new();
    for (name, value) in [("process", process.as_str()), ("step", step), ("text", "")] {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\n");
    body.extend(list);
    body.extend(b"\r\n--x--\r\n");
    let request = Request::post(Act::ImportMembers.path())
        .header(header::ACCEPT, "text/html")
        .header(header::ORIGIN, ORIGIN)
        .header(header::REFERER, format!("{ORIGIN}/p/{process}/members"))
        .header(header::COOKIE, app.cookie(Seat::Facilitator).await.unwrap())
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    app.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_imported_whole_or_not_at_all() {
    let app = TestApp::new().await;
    let bad = "nom;email;collège\r\nAna;ana@example.org;familles\r\nBo;bo@;familles\r\nCé;ce@example.org;voisins\r\n";
    for step in ["preview", "import"] {
        let answer = send_list(&app, step, bad.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for place in ["Ligne 3, colonne email", "Ligne 4, colonne collège"] {
            assert!(answer.body.contains(place), "{place} is not named");
        }
        assert_eq!(app.has_joined("ana@example.org").await, None);
    }
    let good = "nom;email;collège\r\nAna;ana@example.org;familles\r\nMoi;family@example.org;familles\r\n";
    let preview = send_list(&app, "preview", good.as_bytes()).await;
    assert!(preview.status == StatusCode::OK && preview.body.contains("ana@example.org"));
    assert!(app.has_joined("ana@example.org").await.is_none() && app.mails().await.is_empty(), "nothing before it is confirmed");
    assert_eq!(send_list(&app, "import", good.as_bytes()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.has_joined("ana@example.org").await, Some(false));
    assert_eq!(app.mail().await.recipient, "ana@example.org", "who is a member already gets none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_saved_by_windows_keeps_its_accents() {
    let app = TestApp::new().await;
    let list = b"nom;email;coll\xe8ge\r\n\xc9lodie;elodie@example.org;\xe9lus\r\n";
    assert_eq!(send_list(&app, "import", list).await.status, StatusCode::SEE_OTHER);
    let mut c = app.services.db.read().await.unwrap();
    assert_eq!(store::account::by_email(&mut c, "elodie@example.org").await.unwrap().unwrap().name, "Élodie");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_two_thousand_is_taken_in_one_go() {
    let app = TestApp::new().await;
    let lines: String = (0..2_000).map(|i| format!("P{i};p{i}@example.org;professionnels\r\n")).collect();
    assert_eq!(send_list(&app, "import", format!("nom;email;collège\r\n{lines}").as_bytes()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(mail::waiting(&mut app.services.db.read().await.unwrap()).await.unwrap(), 2_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_names_nobody() {
    let app = TestApp::new().await;
    let process = app.world.process.to_string();
    let fields = [("process", process.as_str()), ("name", "Zoé"), ("email", "zoe@example.org"), ("place", "researcher")];
    app.post(Seat::Facilitator, Act::Invite, &format!("/p/{process}/members"), &fields).await;
    send_list(&app, "import", "nom;email;collège\nAna;ana@example.org;familles".as_bytes()).await;
    let mut c = app.services.db.read().await.unwrap();
    let rows = store::journal::page(&mut c, None, 10).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.act.as_str()).collect::<Vec<_>>(), ["member.import", "member.invite"]);
    assert!(rows.iter().all(|row| !row.detail.contains("Zoé") && !row.detail.contains("example.org")));
}
