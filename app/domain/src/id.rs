//! One type per kind of identifier, so that a round can't be passed where a process is meant.
//!
//! `store` draws them: UUIDv7 where order of arrival is no secret, UUIDv4 for everything anonymous.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                $name(id)
            }
        }
    )*};
}

ids! {
    /// A person's account, with or without e-mail.
    AccountId,
    TerritoryId,
    ProcessId,
    CollegeId,
    MemberId,
    /// A printed card with an access code.
    CodeId,
    RoundId,
    /// A response to a survey or an evaluation: drawn at random, says nothing of when or who.
    ResponseId,
    ProposalId,
    CommentId,
    /// One time that moderation hid a text.
    HidingId,
    ReportId,
    ArticleId,
    ChapterId,
    /// A word of a charter and what it means.
    DefinitionId,
    /// What a charter took over from another and remembers: one article, chapter, definition or preamble.
    TakenPartId,
    /// One version of an article.
    VersionId,
    /// A proposed change of a charter.
    AmendmentId,
    /// Somebody's objection to one version of an article, or to a whole charter.
    ObjectionId,
    /// One time that a charter's text was frozen to be ratified.
    RatificationId,
    /// Somebody who may sign a charter.
    SignatoryId,
    MailId,
    /// A theme of a code book.
    ThemeId,
    NeedId,
    /// A picture of a process: drawn at random, for whoever knows it sees the picture.
    PictureId,
}
