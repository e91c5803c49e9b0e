//! One table of one round, as CSV, page by page: memory does not grow with the round.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Refusal,
    charter::amendment,
    college::CollegeKind,
    id::{AccountId, CollegeId, ProposalId, RoundId},
    lang::LangText,
    proposals::{Choice, Method, Rules},
    research::{self, Columns, SUPPRESSED, Table, Variable},
    round::{Mode, Outcome, RoundKind},
    voting::Ballot,
};
use store::{Conn, Uuid, research as rows, responses, round::Round};

use crate::{AppError, error::fault, i18n::Lang, proposals::choice_word};

/// The people of one college, as the codebook and the cells call it.
struct College {
    code: String,
    kind: CollegeKind,
    label: LangText,
    nameable: bool,
}

pub struct Dataset {
    round: RoundId,
    mode: Mode,
    table: Table,
    columns: Columns,
    shuffles: bool,
    rules: Rules,
    colleges: BTreeMap<CollegeId, College>,
    /// Proposals that a ballot's lines may be about.
    listed: BTreeSet<ProposalId>,
    written: i64,
}

/// Where to read on; `None` at first.
pub type Mark = Option<(Uuid, Uuid)>;

impl Dataset {
    /// The tables that a round has.
    pub async fn tables(c: &mut Conn, round: &Round) -> Result<&'static [Table], AppError> {
        Ok(Table::of(round.kind, rules(c, round).await?.one_ballot()))
    }

    /// Refuses a table that the round does not have, a round that is not closed, and an anonymous round of too few people.
    pub async fn open(c: &mut Conn, round: &Round, table: Option<Table>, now: i64) -> Result<Self, AppError> {
        research::may_export(&round.calendar(), now)?;
        let rules = rules(c, round).await?;
        let tables = Table::of(round.kind, rules.one_ballot());
        let table = table.or(tables.first().copied()).filter(|table| tables.contains(table)).ok_or_else(Refusal::not_found)?;
        // Votes, stances, amendments and comments are named acts whatever the round's mode says of responses; secret ballots are not.
        let mode = match table {
            Table::Responses => round.mode,
            Table::Ballots if rules.secret => Mode::Anonymous,
            _ => Mode::Named,
        };
        let form = responses::form(c, round.id, round.kind).await?.unwrap_or_default();
        let respondents =
            if table == Table::Ballots { store::ballots::cast_by(c, round.id).await? } else { responses::respondents(c, round.id).await? };
        let respondents: BTreeMap<CollegeId, i64> = respondents.into_iter().collect();
        let all = store::process::colleges(c, round.process_id).await?;
        let numbers: Vec<i64> = all.iter().map(|college| respondents.get(&college.id).copied().unwrap_or(0)).collect();
        let nameable = research::nameable(mode, &numbers)?;
        let mut others = 0;
        let colleges = all
            .into_iter()
            .zip(nameable)
            .map(|(college, nameable)| {
                let code = if college.kind == CollegeKind::Other {
                    others += 1;
                    format!("other_{others}")
                } else {
                    college.kind.to_string()
                };
                let label = if college.name.is_empty() { usual_name(college.kind) } else { college.name };
                (college.id, College { code, kind: college.kind, label, nameable })
            })
            .collect();
        let tallies = responses::tallies(c, round.id).await?;
        let counts = tallies.iter().map(|tally| (tally.question.as_str(), tally.option.as_str(), tally.n));
        let shuffles = form.shuffles();
        let columns = Columns::of(form, mode).without_rare_places(counts);
        let listed = if table == Table::Ballots { rows::listed(c, round.id).await?.into_iter().collect() } else { BTreeSet::new() };
        Ok(Dataset { round: round.id, mode, table, columns, shuffles, rules, colleges, listed, written: 0 })
    }

    /// `votes.csv`.
    pub fn file_name(&self) -> String {
        format!("{}.csv", self.table)
    }

    pub fn variables(&self) -> Vec<Variable> {
        let person =
            || Variable::new("person", "identifier", "Pseudonyme, le même dans tout ce tour", "Pseudonym, the same throughout this round");
        let college = || {
            let mut codes: Vec<_> = self.colleges.values().map(|college| (college.code.clone(), college.label.clone())).collect();
            codes.push((
                SUPPRESSED.to_owned(),
                LangText::from_parts(&[("fr", "masqué : groupe trop petit"), ("en", "suppressed: group too small")]),
            ));
            Variable::new("college", "category", "Collège", "College").coded(codes)
        };
        let id = |name: &str, fr: &str, en: &str| Variable::new(name, "identifier", fr, en);
        let words = |name: &str, fr: &str, en: &str| Variable::new(name, "text", fr, en);
        let outcome =
            || Variable::new("outcome", "category", "Réponse donnée", "Answer given").coded(coded("outcome", Outcome::ALL, |o| o.as_str()));
        let order = || {
            Variable::new(
                "order_seed",
                "integer",
                "Ordre dans lequel questions et réponses mélangées ont été montrées (0 à 63 ; vide : ordre du formulaire)",
                "Order in which shuffled questions and options were shown (0 to 63; empty: as written)",
            )
        };
        match self.table {
            Table::Responses => {
                let first = match self.mode {
                    Mode::Named => person(),
                    Mode::Anonymous => {
                        id("response", "Numéro de la réponse, sans ordre d’arrivée", "Number of the response, in no order of arrival")
                    }
                };
                [first, college()].into_iter().chain(self.columns.variables()).chain(self.shuffles.then(order)).collect()
            }
            Table::Votes => vec![
                id("proposal", "Proposition", "Proposal"),
                person(),
                college(),
                Variable::new("choice", "category", "Vote", "Vote").coded(self.choices()),
                words("reason", "Raison", "Reason"),
            ],
            Table::Ballots => vec![
                match self.mode {
                    Mode::Named => person(),
                    Mode::Anonymous => {
                        id("ballot", "Numéro du bulletin, sans ordre d’arrivée", "Number of the ballot, in no order of arrival")
                    }
                },
                college(),
                id("proposal", "Proposition", "Proposal"),
                self.said(),
            ],
            Table::Proposals => vec![
                id("proposal", "Proposition", "Proposal"),
                person(),
                college(),
                words("title", "Titre", "Title"),
                words("body", "Texte", "Text"),
                outcome(),
            ],
            Table::Comments => vec![
                id("comment", "Commentaire", "Comment"),
                id("subject", "Ce qui est commenté", "What is commented on"),
                id("parent", "Commentaire auquel il répond", "Comment it replies to"),
                person(),
                college(),
                words("body", "Texte", "Text"),
                outcome(),
            ],
            Table::Articles => vec![
                id("article", "Article", "Article"),
                Variable::new("version", "integer", "Version", "Version"),
                words("title", "Titre", "Title"),
                words("body", "Texte", "Text"),
            ],
            Table::Stances => vec![
                id("article", "Article", "Article"),
                Variable::new("version", "integer", "Version", "Version"),
                person(),
                college(),
                Variable::new("stance", "category", "Position", "Stance").coded(coded(
                    "stance",
                    domain::charter::stance::Stance::ALL,
                    |s| s.as_str(),
                )),
                words("reason", "Raison", "Reason"),
            ],
            Table::Amendments => vec![
                id("amendment", "Amendement", "Amendment"),
                Variable::new("kind", "category", "Ce qu’il propose", "What it proposes").coded(coded(
                    "amendment-kind",
                    amendment::Kind::ALL,
                    |kind| kind.as_str(),
                )),
                id("article", "Article concerné, ou devenu", "Article it is about, or became"),
                Variable::new("version", "integer", "Version comparée (0 : nouvel article)", "Version compared to (0: new article)"),
                id("after", "Article qu’il doit suivre", "Article it is to follow"),
                person(),
                college(),
                words("title", "Titre proposé", "Proposed title"),
                words("body", "Texte proposé", "Proposed text"),
                words("reason", "Raison", "Reason"),
                Variable::new("state", "category", "État", "State")
                    .coded(coded("amendment-state", amendment::State::ALL, |state| state.as_str())),
                words("decision", "Réponse donnée", "Answer given"),
            ],
            Table::Supports => vec![
                id("amendment", "Amendement", "Amendment"),
                person(),
                college(),
                Variable::new("support", "category", "Avis", "Opinion").coded(coded(
                    "amendment-support",
                    amendment::Support::ALL,
                    |support| support.as_str(),
                )),
            ],
        }
    }

    /// What a line of a ballot says of its proposal.
    fn said(&self) -> Variable {
        match self.rules.method {
            Method::Points => Variable::new("points", "integer", "Points donnés", "Points given"),
            Method::Ranking => Variable::new("rank", "integer", "Rang (1 : en premier)", "Rank (1: first)"),
            Method::Approval => Variable::new("approved", "integer", "Coché (1)", "Ticked (1)"),
            _ => Variable::new("choice", "category", "Vote", "Vote").coded(self.choices()),
        }
    }

    /// What one could say under the round's rules; a score is its number.
    fn choices(&self) -> Vec<(String, LangText)> {
        let words = |choice: &Choice| {
            LangText::from_parts(
                &Lang::ALL.map(|lang| (lang.tag(), choice_word(lang, *choice))).each_ref().map(|(tag, words)| (*tag, words.as_str())),
            )
        };
        self.rules.choices().iter().map(|choice| (choice.to_string(), words(choice))).collect()
    }

    pub fn header(&self) -> Result<Vec<u8>, AppError> {
        csv_bytes([self.variables().into_iter().map(|variable| variable.name).collect()])
    }

    /// The next rows as CSV, and where to read on; nothing when all has been read.
    pub async fn next(&mut self, c: &mut Conn, mark: Mark) -> Result<Option<(Vec<u8>, Mark)>, AppError> {
        let (first, second) = mark.unwrap_or_default();
        let mut end = None;
        let mut cells: Vec<Vec<String>> = Vec::new();
        match self.table {
            Table::Responses => {
                for row in responses::page(c, self.round, Some(first.into()), rows::PAGE).await? {
                    self.written += 1;
                    let who = row.account_id.map_or_else(|| self.written.to_string(), |account| self.person(account));
                    cells.push(
                        [who, self.college(Some(row.college_id))]
                            .into_iter()
                            .chain(self.columns.cells(self.colleges.get(&row.college_id).map(|college| college.kind), &row.answers))
                            .chain(self.shuffles.then(|| word(row.seed)))
                            .collect(),
                    );
                    end = Some((row.id.0, Uuid::nil()));
                }
            }
            Table::Votes => {
                for row in rows::votes(c, self.round, (first, second)).await? {
                    cells.push(vec![
                        row.proposal_id.to_string(),
                        self.person(row.account_id),
                        self.college(Some(row.college_id)),
                        row.choice.to_string(),
                        row.reason,
                    ]);
                    end = Some((row.proposal_id.0, row.account_id.0));
                }
            }
            Table::Ballots => {
                for row in rows::ballots(c, self.round, self.rules.secret, first).await? {
                    end = Some((row.key, Uuid::nil()));
                    self.written += 1;
                    let who = if self.rules.secret { self.written.to_string() } else { self.person(AccountId(row.key)) };
                    let college = self.college(Some(row.college_id));
                    let lines = serde_json::from_str::<Ballot>(&row.content).map_err(|error| fault(&error))?.lines();
                    let lines = lines.into_iter().filter(|(id, _)| self.listed.contains(id));
                    cells.extend(lines.map(|(id, said)| vec![who.clone(), college.clone(), id.to_string(), said]));
                }
            }
            Table::Proposals => {
                for row in rows::proposals(c, self.round, first).await? {
                    end = Some((row.id.0, Uuid::nil()));
                    let (person, college) = (self.person(row.author_id), self.college(Some(row.college_id)));
                    cells.push(vec![row.id.to_string(), person, college, row.title, row.body, word(row.outcome)]);
                }
            }
            Table::Comments => {
                for row in rows::comments(c, self.round, first).await? {
                    end = Some((row.id.0, Uuid::nil()));
                    let subject = row.proposal_id.map(|id| id.0).or(row.article_id.map(|id| id.0)).or(row.amendment_id.map(|id| id.0));
                    let (person, college) = (self.person(row.author_id), self.college(row.college_id));
                    cells.push(vec![row.id.to_string(), word(subject), word(row.parent_id), person, college, row.body, word(row.outcome)]);
                }
            }
            Table::Articles => {
                for row in rows::versions(c, self.round, first).await? {
                    end = Some((row.id, Uuid::nil()));
                    cells.push(vec![row.article_id.to_string(), row.number.to_string(), row.title, row.body]);
                }
            }
            Table::Stances => {
                for row in rows::stances(c, self.round, (first, second)).await? {
                    end = Some((row.version_id, row.account_id.0));
                    let (person, college) = (self.person(row.account_id), self.college(Some(row.college_id)));
                    cells.push(vec![row.article_id.to_string(), row.number.to_string(), person, college, row.stance, row.reason]);
                }
            }
            Table::Amendments => {
                for row in rows::amendments(c, self.round, first).await? {
                    end = Some((row.id.0, Uuid::nil()));
                    let (person, college) = (self.person(row.author_id), self.college(Some(row.college_id)));
                    let about = [row.id.to_string(), row.kind.to_string(), word(row.article_id), row.base.to_string(), word(row.after_id)];
                    let said = [person, college, row.title, row.body, row.reason, row.state.to_string(), row.decision];
                    cells.push(about.into_iter().chain(said).collect());
                }
            }
            Table::Supports => {
                for row in rows::supports(c, self.round, (first, second)).await? {
                    end = Some((row.amendment_id.0, row.account_id.0));
                    let (person, college) = (self.person(row.account_id), self.college(Some(row.college_id)));
                    cells.push(vec![row.amendment_id.to_string(), person, college, row.support.to_string()]);
                }
            }
        }
        match end {
            None => Ok(None),
            Some(mark) => Ok(Some((csv_bytes(cells)?, Some(mark)))),
        }
    }

    /// What each column means, in French and English: a line per column, and one per code.
    pub fn codebook(&self) -> Result<Vec<u8>, AppError> {
        let head = ["variable", "kind", "label_fr", "label_en", "code", "code_label_fr", "code_label_en"].map(str::to_owned).to_vec();
        let label = |text: &LangText, tag: &str| text.exact(tag).or(text.exact("fr")).unwrap_or_default().to_owned();
        let lines = self.variables().into_iter().flat_map(|variable| {
            let line = |code: &str, words: &LangText| {
                let (fr, en) = (label(&variable.label, "fr"), label(&variable.label, "en"));
                vec![variable.name.clone(), variable.kind.to_owned(), fr, en, code.to_owned(), label(words, "fr"), label(words, "en")]
            };
            if variable.codes.is_empty() {
                vec![line("", &LangText::default())]
            } else {
                variable.codes.iter().map(|(code, words)| line(code, words)).collect()
            }
        });
        csv_bytes(std::iter::once(head).chain(lines))
    }

    /// A pseudonym that tells nothing: account identifiers are random and shown nowhere.
    fn person(&self, account: AccountId) -> String {
        let hash = store::secret_hash(&format!("export {} {account}", self.round));
        hash.iter().take(6).map(|b| format!("{b:02x}")).collect()
    }

    fn college(&self, id: Option<CollegeId>) -> String {
        id.and_then(|id| self.colleges.get(&id))
            .map_or(String::new(), |college| if college.nameable { college.code.clone() } else { SUPPRESSED.to_owned() })
    }
}

async fn rules(c: &mut Conn, round: &Round) -> Result<Rules, AppError> {
    Ok(if round.kind == RoundKind::Proposals { store::round::content(c, round.id).await? } else { Rules::default() })
}

fn word(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn usual_name(kind: CollegeKind) -> LangText {
    LangText::from_parts(
        &Lang::ALL.map(|lang| (lang.tag(), lang.of("college", kind.as_str()))).each_ref().map(|(tag, words)| (*tag, words.as_str())),
    )
}

fn coded<T: Copy>(family: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Vec<(String, LangText)> {
    all.iter()
        .map(|value| {
            let words = Lang::ALL.map(|lang| (lang.tag(), lang.of(family, word(*value))));
            (word(*value).to_owned(), LangText::from_parts(&words.each_ref().map(|(tag, words)| (*tag, words.as_str()))))
        })
        .collect()
}

/// RFC 4180: commas, CRLF, quotes where needed.
fn csv_bytes(lines: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, AppError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).map_err(|e| fault(&e))?;
    }
    writer.into_inner().map_err(|e| fault(&e))
}
