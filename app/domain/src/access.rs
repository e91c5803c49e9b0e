//! Who may do what: one table (DESIGN rule 2).
//!
//! Every server function and every route has one row; each checks it before anything else. A test asserts the table
//! function by function and seat by seat through the router, and fails when a function has no row. It is read as one table: the file is
//! as long as there are acts.

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    college::CollegeKind,
    id::{AccountId, CollegeId, MemberId},
    text_enum::text_enum,
};

text_enum! {
    /// What a member does in a process.
    Function {
        /// Takes part, in one college.
        Participant = "participant",
        Facilitator = "facilitator",
        Researcher = "researcher",
    }
}

text_enum! {
    Visibility {
        /// Anyone may read; members take part.
        Public = "public",
        /// Only members read.
        Members = "members",
    }
}

/// Where a person sits with regard to one process. The administrator may have a second seat as a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    Visitor,
    Family,
    Professional,
    Elected,
    OtherCollege,
    Facilitator,
    Researcher,
    Administrator,
    /// Signed in, not a member of this process.
    Stranger,
    /// Sits in the ethics committee: a second seat of a member.
    Ethics,
}

/// A person's place in one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub member: MemberId,
    pub function: Function,
    /// Set for participants.
    pub college: Option<(CollegeId, CollegeKind)>,
}

/// The person who acts, with regard to the process the act is about (if any).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who {
    pub account: Option<AccountId>,
    pub administrator: bool,
    pub membership: Option<Membership>,
    /// The process is for members only: visitors and strangers see nothing of it.
    pub members_only: bool,
    /// Sits in the process's ethics committee.
    pub ethics: bool,
}

impl Who {
    fn seats(&self) -> impl Iterator<Item = Seat> {
        let place = match (self.account, self.membership) {
            (None, _) => Seat::Visitor,
            (Some(_), None) => Seat::Stranger,
            (Some(_), Some(membership)) => match (membership.function, membership.college) {
                (Function::Facilitator, _) => Seat::Facilitator,
                (Function::Researcher, _) => Seat::Researcher,
                (Function::Participant, Some((_, CollegeKind::Family))) => Seat::Family,
                (Function::Participant, Some((_, CollegeKind::Professional))) => Seat::Professional,
                (Function::Participant, Some((_, CollegeKind::Elected))) => Seat::Elected,
                (Function::Participant, Some((_, CollegeKind::Other))) => Seat::OtherCollege,
                (Function::Participant, None) => Seat::Stranger,
            },
        };
        let ethics = (self.ethics && self.membership.is_some()).then_some(Seat::Ethics);
        [Some(place), self.administrator.then_some(Seat::Administrator), ethics].into_iter().flatten()
    }

    /// The account, for acts that admit only people who are signed in.
    pub fn account(&self) -> Result<AccountId, Refusal> {
        self.account.ok_or_else(Refusal::sign_in)
    }

    /// The college this person takes part in.
    pub fn college(&self) -> Result<CollegeId, Refusal> {
        self.membership.and_then(|m| m.college).map(|(id, _)| id).ok_or_else(Refusal::forbidden)
    }

    pub fn is_facilitator(&self) -> bool {
        self.membership.is_some_and(|m| m.function == Function::Facilitator)
    }

    /// Facilitators and the ethics committee: moderation hides nothing from them.
    pub fn reads_hidden(&self) -> bool {
        self.is_facilitator() || (self.ethics && self.membership.is_some())
    }

    pub fn is_researcher(&self) -> bool {
        self.membership.is_some_and(|m| m.function == Function::Researcher)
    }

    pub fn may(&self, act: Act) -> bool {
        check(act, self).is_ok()
    }
}

/// Refuses unless the table admits this person. Visitors are asked to sign in, others are told it is not for them.
pub fn check(act: Act, who: &Who) -> Result<(), Refusal> {
    let hidden = |seat: Seat| who.members_only && act.in_process() && matches!(seat, Seat::Visitor | Seat::Stranger);
    if who.seats().any(|seat| act.admits().contains(&seat) && !hidden(seat)) {
        Ok(())
    } else if who.account.is_none() {
        Err(Refusal::sign_in())
    } else {
        Err(Refusal::forbidden())
    }
}

use Seat::{Administrator, Elected, Ethics, Facilitator, Family, OtherCollege, Professional, Researcher, Stranger, Visitor};

/// Everyone, signed in or not.
const ALL: &[Seat] = &[Visitor, Family, Professional, Elected, OtherCollege, Facilitator, Researcher, Administrator, Stranger];
/// Whoever is signed in.
const SIGNED_IN: &[Seat] = &[Family, Professional, Elected, OtherCollege, Facilitator, Researcher, Administrator, Stranger];
/// Those who take part: the colleges, and nobody else.
const COLLEGES: &[Seat] = &[Family, Professional, Elected, OtherCollege];
const COLLEGES_AND_FACILITATOR: &[Seat] = &[Family, Professional, Elected, OtherCollege, Facilitator];
/// Whoever belongs to the process.
const MEMBERS: &[Seat] = &[Family, Professional, Elected, OtherCollege, Facilitator, Researcher];
const FACILITATOR: &[Seat] = &[Facilitator];
const FACILITATOR_OR_ETHICS: &[Seat] = &[Facilitator, Ethics];
const ETHICS: &[Seat] = &[Ethics];
/// Of elected members, those who were named for it: the function looks.
const FACILITATOR_AND_ELECTED: &[Seat] = &[Facilitator, Elected];
const FACILITATOR_OR_ADMINISTRATOR: &[Seat] = &[Facilitator, Administrator];
const FACILITATOR_OR_RESEARCHER: &[Seat] = &[Facilitator, Researcher];
const RESEARCHER: &[Seat] = &[Researcher];
const ADMINISTRATOR: &[Seat] = &[Administrator];

macro_rules! acts {
    ($($scope:ident { $($act:ident $path:literal $admits:ident),* $(,)? })*) => {
        /// Everything that can be asked of the server.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Act { $($($act),*),* }

        impl Act {
            pub const EVERY: &'static [Act] = &[$($(Act::$act),*),*];

            /// The server function's endpoint or the route's pattern.
            pub const fn path(self) -> &'static str {
                match self { $($(Act::$act => $path),*),* }
            }

            pub const fn admits(self) -> &'static [Seat] {
                match self { $($(Act::$act => $admits),*),* }
            }

            /// Whether the act is about one process, so that its visibility counts.
            pub const fn in_process(self) -> bool {
                match self { $($(Act::$act => scope!($scope)),*),* }
            }
        }
    };
}

macro_rules! scope {
    (site) => {
        false
    };
    (process) => {
        true
    };
}

acts! {
    site {
        // pages
        HomePage "/" ALL,
        AboutPage "/about" ALL,
        PrivacyPage "/privacy" ALL,
        AccessibilityPage "/accessibility" ALL,
        SignInPage "/sign-in" ALL,
        SignUpPage "/sign-up" ALL,
        CardPage "/card" ALL,
        ForgotPage "/forgot" ALL,
        VerifyPage "/verify/:token" ALL,
        ResetPage "/reset/:token" ALL,
        InvitationPage "/invitation/:token" ALL,
        MailsPage "/mails/:token" ALL,
        AccountPage "/account" SIGNED_IN,
        MyWordPage "/my-word" SIGNED_IN,
        TerritoryPage "/t/:territory" ALL,
        RegisterPage "/charters" ALL,
        AdminPage "/admin" ADMINISTRATOR,
        JournalPage "/admin/journal" ADMINISTRATOR,
        NewProcessPage "/new-process" ADMINISTRATOR,
        // account
        SignUp "/api/account/sign-up" ALL,
        SignIn "/api/account/sign-in" ALL,
        SignOut "/api/account/sign-out" ALL,
        SignOutEverywhere "/api/account/sign-out-everywhere" SIGNED_IN,
        Verify "/api/account/verify" ALL,
        SendVerification "/api/account/send-verification" SIGNED_IN,
        Forgot "/api/account/forgot" ALL,
        Reset "/api/account/reset" ALL,
        EnterCard "/api/account/enter-card" ALL,
        AcceptInvitation "/api/account/accept-invitation" ALL,
        Rename "/api/account/rename" SIGNED_IN,
        ChangePassword "/api/account/change-password" SIGNED_IN,
        ChooseLanguage "/api/account/choose-language" ALL,
        // Whoever holds the link of a mail: no account is asked for.
        MailsOff "/api/account/mails-off" ALL,
        ChooseMails "/api/account/choose-mails" SIGNED_IN,
        // administration
        CreateTerritory "/api/admin/create-territory" ADMINISTRATOR,
        ImportTerritories "/api/admin/import-territories" ADMINISTRATOR,
        CreateProcess "/api/process/create" ADMINISTRATOR,
    }
    process {
        // pages
        ProcessPage "/p/:process" ALL,
        ProcessEditPage "/p/:process/edit" FACILITATOR_OR_ADMINISTRATOR,
        MembersPage "/p/:process/members" FACILITATOR_OR_ADMINISTRATOR,
        CodesPage "/p/:process/codes" FACILITATOR,
        CommitteesPage "/p/:process/committees" MEMBERS,
        ModerationPage "/p/:process/moderation" FACILITATOR_OR_ETHICS,
        NewRoundPage "/p/:process/new-round" FACILITATOR,
        PicturesPage "/p/:process/pictures" FACILITATOR,
        RoundPage "/r/:round" ALL,
        ReceiptPage "/r/:round/receipt" ALL,
        RoundEditPage "/r/:round/edit" FACILITATOR,
        TryPage "/r/:round/try" FACILITATOR,
        ReadyPage "/r/:round/ready" FACILITATOR,
        FormFile "/r/:round/form.json" FACILITATOR,
        FormWorkbook "/r/:round/form.xlsx" FACILITATOR,
        PaperPage "/r/:round/paper" FACILITATOR,
        PaperFile "/r/:round/paper.pdf" FACILITATOR,
        ProxyPage "/r/:round/proxy" FACILITATOR,
        CharterMarkdown "/r/:round/charter.md" ALL,
        CharterHtml "/r/:round/charter.html" ALL,
        CharterDocx "/r/:round/charter.docx" ALL,
        CharterOdt "/r/:round/charter.odt" ALL,
        CharterPdf "/r/:round/charter.pdf" ALL,
        CharterText "/r/:round/charter.txt" ALL,
        SignaturesPage "/r/:round/signatures" ALL,
        SourcePage "/r/:round/source" ALL,
        SourceMergePage "/r/:round/source/merge" FACILITATOR,
        // Of the source: whoever runs a process elsewhere takes it there.
        TakeOverPage "/r/:round/take-over" SIGNED_IN,
        ResultsPage "/r/:round/results" ALL,
        BallotsPage "/r/:round/ballots" ALL,
        AgreementPage "/r/:round/agreement" ALL,
        ProposalPage "/proposal/:proposal" ALL,
        ProposalEditPage "/proposal/:proposal/edit" COLLEGES,
        OneByOnePage "/r/:round/one" COLLEGES,
        ArticlePage "/article/:article" ALL,
        ComparePage "/article/:article/compare" ALL,
        TracePage "/article/:article/trace" ALL,
        AccountOfRoundPage "/r/:round/account" ALL,
        AccountOfRoundFile "/r/:round/account.pdf" ALL,
        ArticleEditPage "/article/:article/edit" COLLEGES_AND_FACILITATOR,
        PassagePage "/article/:article/passage" COLLEGES_AND_FACILITATOR,
        AmendPage "/article/:article/amend" COLLEGES,
        NewArticlePage "/r/:round/new-article" COLLEGES,
        AmendmentPage "/amendment/:amendment" ALL,
        NeedsPage "/p/:process/needs" ALL,
        NeedEditPage "/need/:need/edit" FACILITATOR,
        CodingPage "/r/:round/coding" FACILITATOR_OR_RESEARCHER,
        ResearchPage "/p/:process/research" RESEARCHER,
        ExportFile "/r/:round/export.csv" RESEARCHER,
        CodebookFile "/r/:round/codebook.csv" RESEARCHER,
        LiveRound "/live/r/:round" ALL,
        // Those whom the pen reaches: the functions look.
        LiveArticle "/live/article/:article" COLLEGES_AND_FACILITATOR,
        PictureFile "/picture/:picture/:size" ALL,
        // process
        EditProcess "/api/process/edit" FACILITATOR_OR_ADMINISTRATOR,
        AddCollege "/api/process/add-college" FACILITATOR,
        Invite "/api/process/invite" FACILITATOR_OR_ADMINISTRATOR,
        ImportMembers "/api/process/import-members" FACILITATOR,
        MakeCodes "/api/process/make-codes" FACILITATOR,
        WithdrawCode "/api/process/withdraw-code" FACILITATOR,
        CreateRound "/api/round/create" FACILITATOR,
        EditRound "/api/round/edit" FACILITATOR,
        ScheduleRound "/api/round/schedule" FACILITATOR,
        CloseRound "/api/round/close" FACILITATOR,
        PublishRound "/api/round/publish" FACILITATOR,
        // survey and evaluation
        EditForm "/api/survey/edit-form" FACILITATOR,
        ImportForm "/api/survey/import-form" FACILITATOR,
        SetPicture "/api/survey/set-picture" FACILITATOR,
        DeletePicture "/api/pictures/delete" FACILITATOR,
        TryForm "/api/survey/try-form" FACILITATOR,
        EditQuota "/api/survey/edit-quota" FACILITATOR,
        TakeQuestions "/api/survey/take-questions" FACILITATOR,
        SaveDraft "/api/survey/save-draft" COLLEGES,
        SendResponse "/api/survey/send" COLLEGES,
        // Whoever holds the receipt: no account is asked for.
        OpenReceipt "/api/survey/open-receipt" ALL,
        ReplaceResponse "/api/survey/replace-response" ALL,
        WithdrawResponse "/api/survey/withdraw-response" ALL,
        // On paper, and for somebody who is helped.
        KeySheet "/api/survey/key-sheet" FACILITATOR,
        SettleSheet "/api/survey/settle-sheet" FACILITATOR,
        ForgetSheet "/api/survey/forget-sheet" FACILITATOR,
        SendProxy "/api/survey/send-proxy" FACILITATOR,
        EditFrame "/api/evaluation/edit-frame" FACILITATOR,
        // proposals
        EditRules "/api/proposals/edit-rules" FACILITATOR,
        Propose "/api/proposals/propose" COLLEGES,
        Vote "/api/proposals/vote" COLLEGES,
        CastBallot "/api/proposals/cast-ballot" COLLEGES,
        WithdrawBallot "/api/proposals/withdraw-ballot" COLLEGES,
        FindBallot "/api/proposals/find-ballot" ALL,
        Comment "/api/proposals/comment" COLLEGES_AND_FACILITATOR,
        EditComment "/api/proposals/edit-comment" COLLEGES_AND_FACILITATOR,
        WithdrawComment "/api/proposals/withdraw-comment" COLLEGES_AND_FACILITATOR,
        MarkComment "/api/proposals/mark-comment" COLLEGES,
        AnswerComment "/api/proposals/answer-comment" FACILITATOR,
        DecideProposal "/api/proposals/decide" FACILITATOR_AND_ELECTED,
        EditProposal "/api/proposals/edit" COLLEGES,
        WithdrawProposal "/api/proposals/withdraw" COLLEGES,
        SimilarProposals "/api/proposals/similar" COLLEGES,
        NextStatement "/api/proposals/next" COLLEGES,
        MergeProposal "/api/proposals/merge" FACILITATOR,
        UnmergeProposal "/api/proposals/unmerge" FACILITATOR,
        MarkMeta "/api/proposals/mark-meta" FACILITATOR,
        NameAnswerer "/api/process/name-answerer" FACILITATOR,
        // moderation
        Report "/api/moderation/report" MEMBERS,
        LeaveText "/api/moderation/leave" FACILITATOR,
        HideText "/api/moderation/hide" FACILITATOR,
        ShowText "/api/moderation/show" FACILITATOR,
        HideReason "/api/moderation/hide-reason" FACILITATOR,
        Appeal "/api/moderation/appeal" COLLEGES_AND_FACILITATOR,
        DecideAppeal "/api/moderation/decide" ETHICS,
        Appoint "/api/moderation/appoint" FACILITATOR,
        Unseat "/api/moderation/unseat" FACILITATOR,
        // charter
        EditCharter "/api/charter/edit" FACILITATOR,
        ImportCharter "/api/charter/import" FACILITATOR,
        AddArticle "/api/charter/add-article" FACILITATOR,
        EditArticle "/api/charter/edit-article" FACILITATOR,
        // Those whom the pen reaches: the function looks.
        WriteDraft "/api/charter/write-draft" COLLEGES_AND_FACILITATOR,
        HandPen "/api/charter/hand-pen" FACILITATOR,
        MoveArticle "/api/charter/move-article" FACILITATOR,
        NameVersion "/api/charter/name-version" FACILITATOR,
        AddChapter "/api/charter/add-chapter" FACILITATOR,
        RenameChapter "/api/charter/rename-chapter" FACILITATOR,
        RemoveChapter "/api/charter/remove-chapter" FACILITATOR,
        MoveChapter "/api/charter/move-chapter" FACILITATOR,
        PlaceArticle "/api/charter/place-article" FACILITATOR,
        AddDefinition "/api/charter/add-definition" FACILITATOR,
        EditDefinition "/api/charter/edit-definition" FACILITATOR,
        RemoveDefinition "/api/charter/remove-definition" FACILITATOR,
        MoveDefinition "/api/charter/move-definition" FACILITATOR,
        PreviewText "/api/charter/preview" COLLEGES_AND_FACILITATOR,
        TakeStance "/api/charter/take-stance" COLLEGES,
        // its decision
        EditCharterRules "/api/charter/edit-rules" FACILITATOR,
        OpenRatification "/api/charter/open-ratification" FACILITATOR,
        BackToConsultation "/api/charter/back-to-consultation" FACILITATOR,
        TakeWholeStance "/api/charter/take-whole-stance" COLLEGES,
        AnswerObjection "/api/charter/answer-objection" FACILITATOR,
        AdoptCharter "/api/charter/adopt" FACILITATOR,
        NameSignatory "/api/charter/name-signatory" FACILITATOR,
        UnnameSignatory "/api/charter/unname-signatory" FACILITATOR,
        // Those who were named for it: the function looks.
        SignCharter "/api/charter/sign" MEMBERS,
        // its articles
        Amend "/api/charter/amend" COLLEGES,
        ProposeArticle "/api/charter/propose-article" COLLEGES,
        // Their authors alone: the functions look.
        CorrectAmendment "/api/charter/correct-amendment" COLLEGES,
        WithdrawAmendment "/api/charter/withdraw-amendment" COLLEGES,
        SupportAmendment "/api/charter/support-amendment" COLLEGES,
        DecideAmendment "/api/charter/decide-amendment" FACILITATOR,
        // The texts beside an article.
        Ask "/api/charter/ask" COLLEGES,
        AnswerQuestion "/api/charter/answer-question" FACILITATOR_AND_ELECTED,
        ConfirmEasy "/api/charter/confirm-easy" FACILITATOR,
        // taken over from another
        TakeOver "/api/charter/take-over" FACILITATOR,
        StartFromCharter "/api/charter/start-from" FACILITATOR,
        JoinSource "/api/charter/join-source" FACILITATOR,
        MergeSource "/api/charter/merge-source" FACILITATOR,
        // coding and needs
        AddTheme "/api/needs/add-theme" FACILITATOR_OR_RESEARCHER,
        EditTheme "/api/needs/edit-theme" FACILITATOR_OR_RESEARCHER,
        MergeTheme "/api/needs/merge-theme" FACILITATOR_OR_RESEARCHER,
        SplitTheme "/api/needs/split-theme" FACILITATOR_OR_RESEARCHER,
        SaveCoding "/api/needs/save-coding" FACILITATOR_OR_RESEARCHER,
        SettleText "/api/needs/settle" FACILITATOR_OR_RESEARCHER,
        MakeNeed "/api/needs/make" FACILITATOR,
        EditNeed "/api/needs/edit" FACILITATOR,
        LinkNeed "/api/needs/link" FACILITATOR,
        UnlinkNeed "/api/needs/unlink" FACILITATOR,
        WithdrawNeed "/api/needs/withdraw" FACILITATOR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(function: Function, college: Option<CollegeKind>) -> Who {
        Who {
            account: Some(AccountId(uuid::Uuid::nil())),
            membership: Some(Membership {
                member: MemberId(uuid::Uuid::nil()),
                function,
                college: college.map(|kind| (CollegeId(uuid::Uuid::nil()), kind)),
            }),
            ..Who::default()
        }
    }

    #[test]
    fn only_colleges_vote() {
        assert!(member(Function::Participant, Some(CollegeKind::Family)).may(Act::Vote));
        assert!(!member(Function::Facilitator, None).may(Act::Vote));
        assert!(!member(Function::Researcher, None).may(Act::Vote));
        assert!(!Who { account: Some(AccountId(uuid::Uuid::nil())), administrator: true, ..Who::default() }.may(Act::Vote));
    }

    #[test]
    fn a_members_only_process_is_closed_to_visitors_and_strangers() {
        let visitor = Who { members_only: true, ..Who::default() };
        assert_eq!(check(Act::ProcessPage, &visitor), Err(Refusal::sign_in()));
        assert!(visitor.may(Act::HomePage));
        let family = Who { members_only: true, ..member(Function::Participant, Some(CollegeKind::Family)) };
        assert!(family.may(Act::ProcessPage));
    }

    #[test]
    fn no_two_rows_for_one_path() {
        let mut paths: Vec<_> = Act::EVERY.iter().map(|act| act.path()).collect();
        paths.sort_unstable();
        paths.windows(2).for_each(|pair| assert_ne!(pair[0], pair[1]));
    }
}
