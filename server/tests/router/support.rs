//! A server in memory, and a small world in it: two processes, a round of each kind, a person in each seat.

use std::sync::Arc;

use app::{
    account::password::Passwords,
    services::{Live, Services, Site, Throttle, TimeZone},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use domain::{
    access::{Act, Function, Seat, Visibility},
    college::CollegeKind,
    id::{
        AccountId, AmendmentId, ArticleId, ChapterId, CollegeId, CommentId, DefinitionId, NeedId, ObjectionId, PictureId, ProcessId,
        ProposalId, RoundId, SignatoryId, TerritoryId, ThemeId, VersionId,
    },
    lang::LangText,
    process::TerritoryKind,
    round::{Calendar, Mode, RoundKind, first_content},
};
use sqlx::{Connection, Executor, PgConnection};
use store::{Clock, Conn, Db, Error, Uuid, process::NewMember};
use tower::ServiceExt;

pub const ORIGIN: &str = "http://127.0.0.1:3000";
pub const NOW: i64 = 1_790_000_000_000;

pub const SEATS: [Seat; 9] = [
    Seat::Visitor,
    Seat::Family,
    Seat::Professional,
    Seat::Elected,
    Seat::OtherCollege,
    Seat::Facilitator,
    Seat::Researcher,
    Seat::Administrator,
    Seat::Stranger,
];

pub struct TestApp {
    /// The address of its database.
    pub database: String,
    pub services: Services,
    pub router: Router,
    pub world: World,
}

#[derive(Clone)]
pub struct World {
    pub process: ProcessId,
    pub survey: RoundId,
    pub proposals: RoundId,
    pub charter: RoundId,
    pub evaluation: RoundId,
    /// A round that is still a draft.
    pub draft: RoundId,
    pub territory: TerritoryId,
    pub proposal: ProposalId,
    pub comment: CommentId,
    pub article: ArticleId,
    pub version: VersionId,
    /// By the person of the families' college.
    pub amendment: AmendmentId,
    pub chapter: ChapterId,
    pub definition: DefinitionId,
    /// Of the member of an association, to the article.
    pub objection: ObjectionId,
    /// The elected member.
    pub signatory: SignatoryId,
    pub theme: ThemeId,
    pub need: NeedId,
    pub family: CollegeId,
    pub picture: PictureId,
    people: Vec<(Seat, AccountId)>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}

impl TestApp {
    pub async fn new() -> Self {
        TestApp::with(Visibility::Public).await
    }

    pub async fn with(visibility: Visibility) -> Self {
        let file = std::env::temp_dir().join(format!("palabre-router-{}.db", Uuid::new_v4().simple()));
        TestApp::at(&format!("sqlite:{}", file.display()), visibility).await
    }

    /// The same on PostgreSQL, for what only several writers at once can do wrong (see `app/store/tests/with-postgres.sh`).
    pub async fn on_postgres() -> Self {
        let server = std::env::var("PALABRE_TEST_POSTGRES").expect("PALABRE_TEST_POSTGRES names no server: run `make test`");
        let name = format!("palabre_{}", Uuid::new_v4().simple());
        let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
        admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        TestApp::at(&format!("{server}/{name}"), Visibility::Public).await
    }

    pub async fn at(url: &str, visibility: Visibility) -> Self {
        let db = Db::open(url).await.unwrap();
        let world = db.write(move |c| Box::pin(async move { build(c, visibility).await })).await.unwrap();
        TestApp::serving(url, db, world).await
    }

    /// Another server on the same database.
    pub async fn beside(&self) -> Self {
        TestApp::serving(&self.database, Db::open(&self.database).await.unwrap(), self.world.clone()).await
    }

    async fn serving(url: &str, db: Db, world: World) -> Self {
        let services = Services {
            db,
            clock: Clock::set_at(NOW),
            site: Arc::new(Site {
                url: ORIGIN.into(),
                assets: "/pkg/test".into(),
                zone: TimeZone::get("Europe/Paris").unwrap(),
                controller: None,
            }),
            passwords: Passwords::new().await.unwrap(),
            throttle: Arc::new(Throttle::new()),
            live: Live::new(),
            rooms: app::charter::draft::Rooms::default(),
            weights: app::proposals::next::Weights::default(),
        };
        let http = server::http::Http { services: services.clone(), assets: "target/site".into(), trusted_proxies: Arc::new([]) };
        TestApp { database: url.to_owned(), services, router: server::http::router(http), world }
    }

    /// Puts the person of a seat into a committee.
    pub async fn appoint(&self, seat: Seat, committee: &str) {
        let (process, account) = (self.world.process, self.account(seat).unwrap());
        let committee = committee.parse().unwrap();
        self.services
            .db
            .write(move |c| {
                Box::pin(async move {
                    let who = store::process::who(c, process, Some(account)).await?.unwrap();
                    store::committee::appoint(c, process, committee, who.membership.unwrap().member).await
                })
            })
            .await
            .unwrap();
    }

    pub fn account(&self, seat: Seat) -> Option<AccountId> {
        self.world.people.iter().find(|(other, _)| *other == seat).map(|(_, account)| *account)
    }

    /// A fresh sign-in cookie.
    pub async fn cookie(&self, seat: Seat) -> Option<String> {
        let account = self.account(seat)?;
        let token = self.services.db.write(move |c| Box::pin(async move { store::session::open(c, account, NOW).await })).await.unwrap();
        Some(format!("{}={token}", app::account::cookie::NAME))
    }

    pub async fn get(&self, seat: Seat, path: &str) -> Answer {
        let mut request = Request::get(path);
        if let Some(cookie) = self.cookie(seat).await {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a form as a browser without JavaScript does, from the page at `from`.
    pub async fn post(&self, seat: Seat, act: Act, from: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(act.path())
            .header(header::ACCEPT, "text/html")
            .header(header::ORIGIN, ORIGIN)
            .header(header::REFERER, format!("{ORIGIN}{from}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = self.cookie(seat).await {
            request = request.header(header::COOKIE, cookie);
        }
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Posts a form with a file as a browser without JavaScript does, from the page at `from`.
    pub async fn post_file(&self, seat: Seat, act: Act, from: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields.iter().chain(&[("form_page", from)]) {
            body.extend(format!("--sep\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(b"--sep\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.extend(file);
        body.extend(b"\r\n--sep--\r\n");
        let mut request = Request::post(act.path())
            .header(header::ACCEPT, "text/html")
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=sep");
        if let Some(cookie) = self.cookie(seat).await {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        // A live channel never ends: its head is enough.
        let streams = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if streams { Vec::new() } else { to_bytes(body, 8 * 1024 * 1024).await.unwrap().to_vec() };
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

async fn build(c: &mut Conn, visibility: Visibility) -> Result<World, Error> {
    let title = |text: &str| LangText::of("fr", text);
    let territory = store::process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
    let process =
        store::process::create(c, territory, &title("Garde d’enfants"), &title("Une démarche"), "fr", visibility, NOW - 9).await?;
    store::process::add_college(c, process, CollegeKind::Other, &title("Associations"), None).await?;
    let elsewhere = store::process::create(c, territory, &title("Ailleurs"), &title("Une autre"), "fr", visibility, NOW - 9).await?;
    let colleges = store::process::colleges(c, process).await?;
    let college = |kind| colleges.iter().find(|college| college.kind == kind).map(|college| college.id);
    let mut people = Vec::new();
    for (seat, function, kind) in [
        (Seat::Family, Function::Participant, Some(CollegeKind::Family)),
        (Seat::Professional, Function::Participant, Some(CollegeKind::Professional)),
        (Seat::Elected, Function::Participant, Some(CollegeKind::Elected)),
        (Seat::OtherCollege, Function::Participant, Some(CollegeKind::Other)),
        (Seat::Facilitator, Function::Facilitator, None),
        (Seat::Researcher, Function::Researcher, None),
    ] {
        let account =
            store::account::create(c, &format!("{seat:?}"), Some(&format!("{seat:?}@example.org").to_lowercase()), None, NOW - 8).await?;
        store::account::set_verified(c, account, NOW - 8).await?;
        let college = kind.and_then(college);
        store::process::add_member(
            c,
            NewMember { process, account, function, college, organisation: "", title: "", joined_at: Some(NOW - 7) },
        )
        .await?;
        people.push((seat, account));
    }
    let administrator = store::account::create(c, "Administrator", Some("administrator@example.org"), None, NOW - 8).await?;
    store::account::make_administrator(c, administrator).await?;
    people.push((Seat::Administrator, administrator));
    let stranger = store::account::create(c, "Stranger", Some("stranger@example.org"), None, NOW - 8).await?;
    let elsewhere_college = store::process::colleges(c, elsewhere).await?.first().map(|college| college.id);
    store::process::add_member(
        c,
        NewMember {
            process: elsewhere,
            account: stranger,
            function: Function::Participant,
            college: elsewhere_college,
            organisation: "",
            title: "",
            joined_at: Some(NOW - 7),
        },
    )
    .await?;
    people.push((Seat::Stranger, stranger));
    let mut rounds = Vec::new();
    for (kind, announced) in [
        (RoundKind::Survey, true),
        (RoundKind::Proposals, true),
        (RoundKind::Charter, true),
        (RoundKind::Evaluation, true),
        (RoundKind::Survey, false),
    ] {
        let round =
            store::round::create(c, process, kind, Mode::Anonymous, &title("Un tour"), &title("Des mots"), &first_content(kind)?).await?;
        let calendar =
            Calendar { announced, opens_at: Some(NOW - 1000), closes_at: Some(NOW + 86_400_000), closed_at: None, published_at: None };
        store::round::set_calendar(c, round, calendar).await?;
        rounds.push(round);
    }
    let account = |seat| people.iter().find(|(other, _)| *other == seat).map(|(_, account)| *account).unwrap();
    let families = college(CollegeKind::Family).unwrap();
    let words = domain::proposals::Proposal { title: "Une garde le samedi".into(), body: "Pour les parents qui travaillent".into() };
    let proposal = store::proposals::create(c, rounds[1], account(Seat::Family), families, &words, NOW - 500).await?;
    let comment = store::comments::New {
        round: rounds[1],
        subject: domain::comments::Subject::Proposal(proposal),
        parent: None,
        author: account(Seat::Family),
        college: Some(families),
        body: "Un commentaire",
    };
    let comment = store::comments::create(c, comment, NOW - 400).await?;
    let words =
        domain::charter::article::Words { title: "Article".into(), body: "Le texte".into(), easy: String::new(), note: String::new() };
    let article = store::charter::add_article(c, rounds[2], &words, account(Seat::Facilitator), NOW - 500).await?;
    // Whoever takes part may write in drafts: what the access table admits is not refused for another reason.
    store::charter::hand_pen(c, rounds[2], domain::charter::pen::Pen::Everyone).await?;
    let version = store::charter::article(c, article).await?.unwrap().version.version_id;
    let proposed =
        domain::charter::amendment::Proposed { title: "Article".into(), body: "Le texte, mieux dit".into(), reason: "Plus clair".into() };
    let amendment = store::charter::NewAmendment {
        round: rounds[2],
        kind: domain::charter::amendment::Kind::Change,
        article: Some(article),
        after: None,
        base: 1,
        proposed: &proposed,
        author: account(Seat::Family),
        college: families,
    };
    let amendment = store::charter::add_amendment(c, amendment, NOW - 450).await?;
    // The article stands before the chapter.
    let chapter = store::charter::add_chapter(c, rounds[2], "Un chapitre", NOW - 440).await?;
    let meaning = domain::charter::definition::Meaning { term: "famille".into(), meaning: "Qui élève un enfant.".into() };
    let definition = store::charter::add_definition(c, rounds[2], &meaning, NOW - 440).await?;
    let (round, associations) = (rounds[2], college(CollegeKind::Other).unwrap());
    let (against, stance) = (account(Seat::OtherCollege), domain::charter::stance::Stance::Objection);
    let objecting = store::charter::NewStance { round, version, account: against, college: associations, stance, reason: "Trop vague" };
    store::charter::take_stance(c, objecting).await?;
    let objection = store::charter::objections(c, article).await?[0].id;
    let seal = domain::charter::adoption::Seal { organisation: "Ville".into(), function: "Maire".into() };
    store::charter::name_signatory(c, round, account(Seat::Elected), &seal).await?;
    let signatory = store::charter::signatories(c, round).await?[0].id;
    let words = domain::needs::coding::ThemeWords { title: title("Le samedi"), definition: String::new() };
    let theme = store::needs::coding::add_theme(c, rounds[0], "samedi", &words).await?;
    let words = domain::needs::Words { title: title("Une garde le samedi"), ..domain::needs::Words::default() };
    let need = store::needs::New { process, round: rounds[0], theme, words: &words };
    let need = store::needs::create(c, need, &std::collections::BTreeMap::new(), NOW - 300).await?;
    let picture = store::pictures::New { width: 1, height: 1, large: vec![1], small: vec![1] };
    let picture = store::pictures::add(c, process, picture).await?;
    // It shows in the draft.
    let note = serde_json::json!({ "code": "image", "label": { "fr": "Une image" }, "kind": "note", "picture": { "id": picture, "width": 1, "height": 1 } });
    let form = serde_json::json!({ "sections": [{ "code": "avec_image", "title": { "fr": "Avec une image" }, "questions": [note] }] });
    store::round::set_content(c, rounds[4], &form).await?;
    Ok(World {
        picture,
        theme,
        need,
        territory,
        proposal,
        comment,
        article,
        version,
        amendment,
        chapter,
        definition,
        objection,
        signatory,
        process,
        survey: rounds[0],
        proposals: rounds[1],
        charter: rounds[2],
        evaluation: rounds[3],
        draft: rounds[4],
        family: college(CollegeKind::Family).unwrap(),
        people,
    })
}
