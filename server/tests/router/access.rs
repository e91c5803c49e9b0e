//! DESIGN rule 2: the access table, function by function and seat by seat, through the router.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::access::{Act, Seat, Visibility};

use crate::support::{SEATS, TestApp, World};

/// What an act is tried with: enough for the function to reach its check. One arm per server function: a new one does not compile until
/// it has a row here. Routes need none.
fn trial(act: Act, world: &World) -> Vec<(&'static str, String)> {
    let process = || ("process", world.process.to_string());
    let round = |round: domain::id::RoundId| ("round", round.to_string());
    let proposal = || ("proposal", world.proposal.to_string());
    let article = || ("article", world.article.to_string());
    let amendment = || ("amendment", world.amendment.to_string());
    let comment = || ("comment", world.comment.to_string());
    let need = || ("need", world.need.to_string());
    let text = |name| (name, "des mots".to_owned());
    let word = |name, word: &str| (name, word.to_owned());
    match act {
        Act::SignUp => vec![text("name"), text("email"), text("password")],
        Act::SignIn => vec![text("email"), text("password")],
        Act::SignOut | Act::SignOutEverywhere | Act::SendVerification => vec![],
        Act::Verify => vec![text("token")],
        Act::Forgot => vec![text("email")],
        Act::Reset => vec![text("token"), text("password")],
        Act::EnterCard => vec![text("code")],
        Act::AcceptInvitation => vec![text("token")],
        Act::Rename => vec![text("name")],
        Act::ChangePassword => vec![text("old_password"), text("new_password")],
        Act::ChooseLanguage => vec![word("language", "en")],
        Act::ImportTerritories => vec![text("text")],
        Act::CreateTerritory => vec![text("name"), word("kind", "municipality")],
        Act::CreateProcess => vec![word("territory", &world.territory.to_string()), word("visibility", "public")],
        Act::EditProcess => vec![process(), word("visibility", "public")],
        Act::AddCollege | Act::ImportMembers => vec![process()],
        Act::Invite => vec![process(), text("name"), text("email"), text("place")],
        Act::MakeCodes => vec![process(), word("college", &world.family.to_string()), word("count", "1"), text("batch")],
        Act::WithdrawCode => vec![process(), text("card"), word("number", "1")],
        Act::CreateRound => vec![process(), word("kind", "survey"), word("mode", "named")],
        Act::EditRound => vec![round(world.survey), word("mode", "named")],
        Act::ScheduleRound | Act::CloseRound | Act::PublishRound => vec![round(world.survey)],
        Act::EditForm => vec![round(world.survey), word("step", "add_section")],
        Act::SaveDraft => vec![round(world.survey), text("section"), text("go")],
        Act::SendResponse => vec![round(world.survey)],
        Act::OpenReceipt | Act::ReplaceResponse | Act::WithdrawResponse => vec![round(world.survey), text("receipt")],
        Act::ImportForm => vec![round(world.survey), word("model", "needs")],
        Act::EditQuota => vec![round(world.survey)],
        Act::TakeQuestions => vec![round(world.survey), word("from", "needs")],
        Act::DeletePicture => vec![word("picture", &world.picture.to_string())],
        Act::SetPicture => vec![round(world.survey), text("place")],
        Act::TryForm => vec![round(world.survey), word("section", "0")],
        Act::KeySheet | Act::SettleSheet | Act::ForgetSheet => vec![round(world.survey), word("sheet", "1")],
        Act::SendProxy => vec![round(world.survey)],
        Act::EditFrame => vec![round(world.evaluation), word("step", "add_action")],
        Act::EditRules => {
            let words = [("method", "for"), ("reasons", "none"), ("results", "live"), ("entry", "list"), ("counting", "borda")];
            words
                .into_iter()
                .chain([("round", "")])
                .map(|(name, value)| if name == "round" { round(world.proposals) } else { word(name, value) })
                .collect()
        }
        Act::Propose => vec![round(world.proposals), text("title"), text("body")],
        Act::CastBallot | Act::WithdrawBallot => vec![round(world.proposals)],
        Act::FindBallot => vec![round(world.proposals), text("receipt")],
        Act::Vote => vec![proposal(), word("choice", "for")],
        Act::Comment => vec![word("subject", &format!("proposal/{}", world.proposal)), text("body")],
        Act::AnswerComment => vec![comment(), text("reason"), word("outcome", "retained")],
        Act::EditComment => vec![comment(), text("body")],
        Act::WithdrawComment => vec![comment()],
        Act::MarkComment => vec![comment(), word("mark", "agree")],
        Act::Report | Act::LeaveText | Act::HideText | Act::ShowText | Act::Appeal | Act::DecideAppeal => {
            vec![word("target", &format!("comment/{}", world.comment)), word("cause", "insult"), text("words")]
        }
        Act::HideReason => vec![proposal(), text("said"), word("cause", "insult")],
        Act::Appoint | Act::Unseat => vec![process(), word("committee", "steering"), text("member")],
        Act::DecideProposal => vec![proposal(), text("reason"), word("outcome", "retained")],
        Act::EditProposal => vec![proposal(), text("title"), text("body")],
        Act::WithdrawProposal | Act::UnmergeProposal => vec![proposal()],
        Act::MarkMeta => vec![proposal(), word("meta", "true")],
        Act::MergeProposal => vec![proposal(), text("into")],
        Act::SimilarProposals => vec![round(world.proposals), text("title")],
        Act::NextStatement => vec![round(world.proposals)],
        Act::NameAnswerer => vec![process(), text("account")],
        Act::MailsOff => vec![text("token")],
        Act::ChooseMails => vec![],
        Act::EditCharter | Act::ImportCharter => vec![round(world.charter)],
        Act::AddArticle => vec![round(world.charter), text("title"), text("body")],
        Act::EditArticle => vec![article(), word("version", "1"), text("title"), text("body"), text("note")],
        Act::WriteDraft => vec![article(), text("body")],
        Act::HandPen => vec![round(world.charter), word("pen", "everyone")],
        Act::MoveArticle => vec![article(), word("direction", "up")],
        Act::AddChapter => vec![round(world.charter), text("title")],
        Act::RenameChapter => vec![word("chapter", &world.chapter.to_string()), text("title")],
        Act::RemoveChapter => vec![word("chapter", &world.chapter.to_string())],
        Act::MoveChapter => vec![word("chapter", &world.chapter.to_string()), word("direction", "up")],
        Act::PlaceArticle => vec![article(), word("chapter", "")],
        Act::AddDefinition => vec![round(world.charter), text("term"), text("meaning")],
        Act::EditDefinition => vec![word("definition", &world.definition.to_string()), text("term"), text("meaning")],
        Act::RemoveDefinition => vec![word("definition", &world.definition.to_string())],
        Act::MoveDefinition => vec![word("definition", &world.definition.to_string()), word("direction", "up")],
        Act::PreviewText => vec![round(world.charter)],
        Act::NameVersion => vec![word("version", &world.version.to_string()), text("name")],
        Act::TakeStance => vec![word("version", &world.version.to_string()), word("stance", "consent")],
        Act::EditCharterRules | Act::OpenRatification | Act::TakeWholeStance | Act::AdoptCharter => vec![round(world.charter)],
        Act::BackToConsultation => vec![round(world.charter), text("reason")],
        Act::AnswerObjection => vec![word("objection", &world.objection.to_string()), word("answer", "answered"), text("words")],
        Act::NameSignatory | Act::SignCharter => vec![round(world.charter), text("organisation"), text("function")],
        Act::UnnameSignatory => vec![round(world.charter), word("signatory", &world.signatory.to_string())],
        Act::Amend => vec![article(), word("version", "1"), word("kind", "deletion"), text("reason")],
        Act::ProposeArticle => vec![round(world.charter), text("title"), text("body"), text("reason")],
        Act::CorrectAmendment => vec![amendment(), text("title"), text("body"), text("reason")],
        Act::WithdrawAmendment => vec![amendment()],
        Act::SupportAmendment => vec![amendment(), word("support", "for")],
        Act::Ask => vec![article(), text("body")],
        Act::AnswerQuestion => vec![comment(), text("reason")],
        Act::TakeOver => vec![round(world.charter), word("source", &world.charter.to_string())],
        Act::StartFromCharter => vec![process(), word("source", &world.charter.to_string())],
        Act::JoinSource => vec![round(world.charter), word("source", &world.charter.to_string())],
        Act::MergeSource => vec![round(world.charter), word("source", &world.charter.to_string()), text("part"), word("choice", "keep")],
        Act::ConfirmEasy => vec![word("version", &world.version.to_string())],
        Act::DecideAmendment => vec![amendment(), word("version", "1"), word("step", "recommend"), text("decision")],
        Act::AddTheme => vec![round(world.survey)],
        Act::EditTheme => vec![word("theme", &world.theme.to_string())],
        Act::MergeTheme => vec![word("theme", &world.theme.to_string()), text("into")],
        Act::SplitTheme => vec![word("theme", &world.theme.to_string())],
        Act::SaveCoding => vec![round(world.survey), text("question")],
        Act::SettleText => vec![round(world.survey), text("text")],
        Act::MakeNeed => vec![word("theme", &world.theme.to_string())],
        Act::EditNeed => vec![need()],
        Act::LinkNeed | Act::UnlinkNeed => vec![need(), word("target", &format!("proposal/{}", world.proposal))],
        Act::WithdrawNeed => vec![need(), text("reason")],
        Act::HomePage
        | Act::AboutPage
        | Act::PrivacyPage
        | Act::AccessibilityPage
        | Act::SignInPage
        | Act::SignUpPage
        | Act::CardPage
        | Act::ForgotPage
        | Act::VerifyPage
        | Act::ResetPage
        | Act::InvitationPage
        | Act::AccountPage
        | Act::MyWordPage
        | Act::AdminPage
        | Act::JournalPage
        | Act::NewProcessPage
        | Act::ProcessPage
        | Act::ProcessEditPage
        | Act::MembersPage
        | Act::CodesPage
        | Act::CommitteesPage
        | Act::ModerationPage
        | Act::NewRoundPage
        | Act::PicturesPage
        | Act::RoundPage
        | Act::RoundEditPage
        | Act::ReceiptPage
        | Act::TryPage
        | Act::ReadyPage
        | Act::FormFile
        | Act::FormWorkbook
        | Act::PaperPage
        | Act::PaperFile
        | Act::ProxyPage
        | Act::CharterMarkdown
        | Act::CharterHtml
        | Act::CharterDocx
        | Act::CharterOdt
        | Act::CharterPdf
        | Act::CharterText
        | Act::SignaturesPage
        | Act::RegisterPage
        | Act::SourcePage
        | Act::SourceMergePage
        | Act::TakeOverPage
        | Act::ResultsPage
        | Act::BallotsPage
        | Act::AgreementPage
        | Act::ProposalPage
        | Act::ProposalEditPage
        | Act::OneByOnePage
        | Act::MailsPage
        | Act::ArticlePage
        | Act::ComparePage
        | Act::TracePage
        | Act::AccountOfRoundPage
        | Act::AccountOfRoundFile
        | Act::ArticleEditPage
        | Act::PassagePage
        | Act::AmendPage
        | Act::NewArticlePage
        | Act::AmendmentPage
        | Act::TerritoryPage
        | Act::NeedsPage
        | Act::NeedEditPage
        | Act::CodingPage
        | Act::ResearchPage
        | Act::ExportFile
        | Act::CodebookFile
        | Act::LiveRound
        | Act::LiveArticle
        | Act::PictureFile => vec![],
    }
}

fn is_function(act: Act) -> bool {
    act.path().starts_with("/api/")
}

/// The address of a route in the test's world.
fn address(act: Act, world: &World) -> String {
    act.path()
        .replace(":process", &world.process.to_string())
        .replace(":round", &world.survey.to_string())
        .replace(":proposal", &world.proposal.to_string())
        .replace(":article", &world.article.to_string())
        .replace(":amendment", &world.amendment.to_string())
        .replace(":need", &world.need.to_string())
        .replace(":territory", &world.territory.to_string())
        .replace(":token", "0123456789")
        .replace(":picture", &world.picture.to_string())
        .replace(":size", "small.jpg")
}

async fn status(app: &TestApp, seat: Seat, act: Act) -> StatusCode {
    if is_function(act) {
        let fields = trial(act, &app.world);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.post(seat, act, "/about", &fields).await.status
    } else {
        app.get(seat, &address(act, &app.world)).await.status
    }
}

async fn assert_table(app: &TestApp, hidden_from: &[Seat]) {
    let mut wrong = Vec::new();
    for &act in Act::EVERY {
        for seat in SEATS {
            let admitted = act.admits().contains(&seat) && !(act.in_process() && hidden_from.contains(&seat));
            let status = status(app, seat, act).await;
            let expected = match (admitted, seat) {
                (true, _) => status != StatusCode::UNAUTHORIZED && status != StatusCode::FORBIDDEN && !status.is_server_error(),
                (false, Seat::Visitor) => status == StatusCode::UNAUTHORIZED,
                (false, _) => status == StatusCode::FORBIDDEN,
            };
            if !expected {
                wrong.push(format!("{act:?} as {seat:?}: {status}, admitted: {admitted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_holds_in_a_public_process() {
    assert_table(&TestApp::new().await, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_holds_in_a_process_for_members_only() {
    assert_table(&TestApp::with(Visibility::Members).await, &[Seat::Visitor, Seat::Stranger]).await;
}

/// A seat in the ethics committee is a second one: its member does what their own seat admits, and the committee's.
#[tokio::test(flavor = "multi_thread")]
async fn the_ethics_committee_has_its_own_rows() {
    let app = TestApp::new().await;
    app.appoint(Seat::Family, "ethics").await;
    let mut wrong = Vec::new();
    for &act in Act::EVERY {
        let admitted = act.admits().iter().any(|seat| matches!(seat, Seat::Family | Seat::Ethics));
        let status = status(&app, Seat::Family, act).await;
        let refused = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
        if admitted == refused || status.is_server_error() {
            wrong.push(format!("{act:?}: {status}, admitted: {admitted}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Another committee gives nothing.
    app.appoint(Seat::Elected, "steering").await;
    assert_eq!(status(&app, Seat::Elected, Act::ModerationPage).await, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_server_function_and_every_route_has_its_row() {
    let _app = TestApp::new().await;
    let functions: BTreeSet<String> = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let routes: BTreeSet<String> =
        leptos_axum::generate_route_list(app::shell::App).iter().map(|route| route.path().replace('{', ":").replace('}', "")).collect();
    let (rows_of_functions, rows_of_routes): (BTreeSet<_>, BTreeSet<_>) =
        Act::EVERY.iter().map(|act| act.path().to_owned()).partition(|path| path.starts_with("/api/"));
    assert_eq!(functions, rows_of_functions);
    let charters = [Act::CharterMarkdown, Act::CharterHtml, Act::CharterDocx, Act::CharterOdt, Act::CharterPdf, Act::CharterText];
    let files: BTreeSet<String> = [
        Act::ExportFile,
        Act::CodebookFile,
        Act::FormFile,
        Act::FormWorkbook,
        Act::PaperFile,
        Act::AccountOfRoundFile,
        Act::PictureFile,
        Act::LiveRound,
        Act::LiveArticle,
    ]
    .iter()
    .chain(&charters)
    .map(|act| act.path().to_owned())
    .collect();
    assert_eq!(routes, rows_of_routes.difference(&files).cloned().collect());
}
