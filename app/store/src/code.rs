//! Access codes: printed cards that stand for a person without e-mail. The database knows their hashes.

use domain::{
    access::Function,
    code::Code,
    college::CollegeKind,
    id::{AccountId, CodeId, CollegeId, ProcessId},
    lang::LangText,
};

use crate::{
    Conn, Error,
    conn::*,
    process::{NewMember, add_member},
    secret_hash,
};

/// A card as it is printed: the only time the code is seen.
#[derive(Clone, Debug)]
pub struct Card {
    pub number: i64,
    pub code: Code,
}

/// A card somebody entered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Entered {
    pub id: CodeId,
    pub process_id: ProcessId,
    pub college_id: CollegeId,
    /// None until its first use.
    pub account_id: Option<AccountId>,
}

/// Cards made together, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Batch {
    pub batch: String,
    pub kind: CollegeKind,
    #[sqlx(json)]
    pub name: LangText,
    pub first: i64,
    pub last: i64,
    pub unused: i64,
    pub used: i64,
    pub withdrawn: i64,
}

/// A code at random.
pub fn draw() -> Result<Code, Error> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|e| Error::Random(e.to_string()))?;
    Ok(Code::from_random(random))
}

/// New cards of a college, numbered on from the process's last one.
pub async fn make(c: &mut Conn, process: ProcessId, college: CollegeId, batch: &str, count: u32) -> Result<Vec<Card>, Error> {
    c.lock(process.0).await?;
    let (last,): (i64,) = one!(c, (i64,), "SELECT COALESCE(MAX(number), 0) FROM access_codes WHERE process_id = $1", process)?;
    let mut cards = Vec::new();
    for number in (last + 1..).take(count as usize) {
        let code = draw()?;
        add(c, process, college, batch, number, &code).await?;
        cards.push(Card { number, code });
    }
    Ok(cards)
}

/// A card whose code is known already.
pub async fn add(c: &mut Conn, process: ProcessId, college: CollegeId, batch: &str, number: i64, code: &Code) -> Result<(), Error> {
    let id: CodeId = crate::new_id();
    run!(
        c,
        "INSERT INTO access_codes (id, process_id, college_id, batch, code_hash, number) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        process,
        college,
        batch,
        secret_hash(code.as_str()),
        number
    )?;
    Ok(())
}

/// The card of a code; `None` when there is none or it was withdrawn, which is the same to whoever asks.
pub async fn find(c: &mut Conn, code: &Code) -> Result<Option<Entered>, Error> {
    maybe!(
        c,
        Entered,
        "SELECT id, process_id, college_id, account_id FROM access_codes WHERE code_hash = $1 AND withdrawn_at IS NULL",
        secret_hash(code.as_str())
    )
}

/// The account behind a card. At its first use it gets one, with the name its holder chose, and that account is a member from now
/// on; if two do this at once, the second finds the account of the first.
pub async fn enter(c: &mut Conn, card: &Entered, name: &str, now: i64) -> Result<AccountId, Error> {
    c.lock(card.id.0).await?;
    let known = maybe!(c, (Option<AccountId>,), "SELECT account_id FROM access_codes WHERE id = $1", card.id)?;
    if let Some((Some(account),)) = known {
        return Ok(account);
    }
    let account = crate::account::create(c, name, None, None, now).await?;
    run!(c, "UPDATE access_codes SET account_id = $2 WHERE id = $1", card.id, account)?;
    let member = NewMember {
        process: card.process_id,
        account,
        function: Function::Participant,
        college: Some(card.college_id),
        organisation: "",
        title: "",
        joined_at: Some(now),
    };
    add_member(c, member).await?;
    Ok(account)
}

/// How a facilitator names a card to be withdrawn.
#[derive(Clone, Debug)]
pub enum Which {
    Number(i64),
    Code(Code),
}

/// Withdraws a card of this process and signs out whoever is signed in with it; its number, or `None` when there is no such card
/// or it is withdrawn already.
pub async fn withdraw(c: &mut Conn, process: ProcessId, which: &Which, now: i64) -> Result<Option<(CodeId, i64)>, Error> {
    let (number, hash) = match which {
        Which::Number(number) => (Some(*number), None),
        Which::Code(code) => (None, Some(secret_hash(code.as_str()))),
    };
    let card = maybe!(
        c,
        (CodeId, i64, Option<AccountId>),
        "UPDATE access_codes SET withdrawn_at = $2
         WHERE process_id = $1 AND withdrawn_at IS NULL AND (number = $3 OR code_hash = $4)
         RETURNING id, number, account_id",
        process,
        now,
        number,
        hash
    )?;
    if let Some((_, _, Some(account))) = card {
        crate::session::end_all(c, account).await?;
    }
    Ok(card.map(|(id, number, _)| (id, number)))
}

/// The batches of a process in the order they were made.
pub async fn batches(c: &mut Conn, process: ProcessId) -> Result<Vec<Batch>, Error> {
    all!(
        c,
        Batch,
        "SELECT b.batch, k.kind, k.name, b.first, b.last, b.unused, b.used, b.withdrawn FROM (
             SELECT batch, college_id, MIN(number) AS first, MAX(number) AS last,
                 COUNT(CASE WHEN withdrawn_at IS NULL AND account_id IS NULL THEN 1 END) AS unused,
                 COUNT(CASE WHEN withdrawn_at IS NULL AND account_id IS NOT NULL THEN 1 END) AS used,
                 COUNT(withdrawn_at) AS withdrawn
             FROM access_codes WHERE process_id = $1 GROUP BY batch, college_id
         ) b JOIN colleges k ON k.id = b.college_id ORDER BY b.first",
        process
    )
}
