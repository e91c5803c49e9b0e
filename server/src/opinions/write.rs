//! Writes what was found: tables for a spreadsheet, and all of it as JSON.

use std::path::Path;

use domain::opinions::{Analysis, Consensus, Count, Representative, Side, Statement, Votes, consensus, in_each};
use serde_json::{Value, json};

use super::read::Comment;
use crate::cli::Error;

pub struct Report<'a> {
    pub statements: &'a [Comment],
    pub flags: &'a [Statement],
    pub people: &'a [u64],
    pub votes: &'a Votes,
    pub found: &'a Analysis,
}

impl Report<'_> {
    pub fn write(&self, out: &Path) -> Result<(), Error> {
        let representatives = self.found.representatives(self.flags);
        let priorities = self.found.priorities(self.flags);
        let sides = [Side::Agree, Side::Disagree].map(|side| (side, consensus(&self.found.everybody, side, |i| !self.flags[i].silent())));
        self.groups(&out.join("groups.csv"))?;
        self.representative(&out.join("representative.csv"), &representatives)?;
        self.consensus(&out.join("consensus.csv"), &sides)?;
        self.group_informed(&out.join("group-informed.csv"))?;
        self.priorities(&out.join("priorities.csv"), &priorities)?;
        let all = self.json(&representatives, &sides, &priorities);
        std::fs::write(out.join("opinions.json"), serde_json::to_vec_pretty(&all).map_err(std::io::Error::from)?)?;
        Ok(())
    }

    fn id(&self, statement: usize) -> u64 {
        self.statements[statement].id
    }

    /// People's words, so that no spreadsheet takes them for a formula.
    fn body(&self, statement: usize) -> String {
        let body = &self.statements[statement].body;
        if body.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{body}") } else { body.clone() }
    }

    fn groups(&self, path: &Path) -> Result<(), Error> {
        let mut out = table(path, &["voter-id", "votes", "group", "x", "y"])?;
        let of = self.found.division.as_ref().map_or(&[][..], |division| &division.of);
        for (row, person) in self.people.iter().enumerate() {
            let place = self.found.counted.binary_search(&row).ok();
            let point = place.map(|i| self.found.points[i].map(|x| x.to_string())).unwrap_or_default();
            let [x, y] = point;
            let group = place.and_then(|i| of.get(i)).map(|group| letter(*group)).unwrap_or_default();
            line(&mut out, &[person.to_string(), self.votes.answers(row).count().to_string(), group, x, y])?;
        }
        Ok(out.flush()?)
    }

    fn representative(&self, path: &Path, lists: &[Vec<Representative>]) -> Result<(), Error> {
        let head =
            ["group", "place", "comment-id", "side", "n", "seen", "share", "test", "ratio", "ratio-test", "best-agree", "comment-body"];
        let mut out = table(path, &head)?;
        for (group, list) in lists.iter().enumerate() {
            for (place, one) in list.iter().enumerate() {
                let fields = [
                    letter(group),
                    (place + 1).to_string(),
                    self.id(one.statement).to_string(),
                    one.side.as_str().to_owned(),
                    one.n.to_string(),
                    one.seen.to_string(),
                    one.share.to_string(),
                    one.test.to_string(),
                    one.ratio.to_string(),
                    one.ratio_test.to_string(),
                    one.best_agree.to_string(),
                    self.body(one.statement),
                ];
                line(&mut out, &fields)?;
            }
        }
        Ok(out.flush()?)
    }

    fn consensus(&self, path: &Path, sides: &[(Side, Vec<Consensus>)]) -> Result<(), Error> {
        let mut out = table(path, &["side", "place", "comment-id", "n", "seen", "share", "test", "comment-body"])?;
        for (side, list) in sides {
            for (place, one) in list.iter().enumerate() {
                let fields = [
                    side.as_str().to_owned(),
                    (place + 1).to_string(),
                    self.id(one.statement).to_string(),
                    one.n.to_string(),
                    one.seen.to_string(),
                    one.share.to_string(),
                    one.test.to_string(),
                    self.body(one.statement),
                ];
                line(&mut out, &fields)?;
            }
        }
        Ok(out.flush()?)
    }

    /// How likely somebody of each group agrees, or disagrees: the product over the groups, and the counts it is made of.
    fn group_informed(&self, path: &Path) -> Result<(), Error> {
        let mut head: Vec<String> = ["comment-id", "agree", "disagree"].map(str::to_owned).into();
        for group in 0..self.found.groups.len() {
            head.extend(["agree", "disagree", "seen"].map(|word| format!("{}-{word}", letter(group))));
        }
        head.push("comment-body".into());
        let mut out = table(path, &head)?;
        let mut rows: Vec<(usize, f64)> =
            (0..self.statements.len()).filter(|i| !self.flags[*i].silent()).map(|i| (i, self.informed(i, Side::Agree))).collect();
        rows.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (i, agree) in rows {
            let mut fields = vec![self.id(i).to_string(), agree.to_string(), self.informed(i, Side::Disagree).to_string()];
            for count in self.of_groups(i) {
                fields.extend([count.agree, count.disagree, count.seen].map(|n| n.to_string()));
            }
            fields.push(self.body(i));
            line(&mut out, &fields)?;
        }
        Ok(out.flush()?)
    }

    fn of_groups(&self, statement: usize) -> impl Iterator<Item = Count> + '_ {
        self.found.groups.iter().map(move |counts| counts[statement])
    }

    fn informed(&self, statement: usize, side: Side) -> f64 {
        in_each(self.of_groups(statement), side)
    }

    fn priorities(&self, path: &Path, priorities: &[f64]) -> Result<(), Error> {
        let mut out = table(path, &["comment-id", "priority", "extremity", "agree", "disagree", "pass", "comment-body"])?;
        let extremity = self.found.pca.extremity();
        for (i, priority) in priorities.iter().enumerate().filter(|(i, _)| !self.flags[*i].hidden) {
            let count = self.found.everybody[i];
            let fields = [
                self.id(i).to_string(),
                priority.to_string(),
                extremity[i].to_string(),
                count.agree.to_string(),
                count.disagree.to_string(),
                count.pass().to_string(),
                self.body(i),
            ];
            line(&mut out, &fields)?;
        }
        Ok(out.flush()?)
    }

    fn json(&self, representatives: &[Vec<Representative>], sides: &[(Side, Vec<Consensus>)], priorities: &[f64]) -> Value {
        let found = self.found;
        let with_id = |mut value: Value, statement: usize| {
            if let Some(map) = value.as_object_mut() {
                map.remove("statement");
                map.insert("comment-id".into(), self.id(statement).into());
            }
            value
        };
        let groups: Vec<Value> = found
            .sizes()
            .iter()
            .zip(representatives)
            .enumerate()
            .map(|(group, (size, list))| {
                let centre = found.division.as_ref().map(|division| division.centres[group]);
                let list: Vec<Value> = list.iter().map(|one| with_id(json!(one), one.statement)).collect();
                json!({ "group": letter(group), "size": size, "centre": centre, "representative": list })
            })
            .collect();
        let sides: serde_json::Map<String, Value> = sides
            .iter()
            .map(|(side, list)| {
                (side.as_str().to_owned(), list.iter().map(|one| with_id(json!(one), one.statement)).collect::<Vec<_>>().into())
            })
            .collect();
        let extremity = found.pca.extremity();
        let statements: Vec<Value> = (0..self.statements.len())
            .map(|i| {
                json!({
                    "comment-id": self.id(i), "hidden": self.flags[i].hidden, "meta": self.flags[i].meta,
                    "everybody": found.everybody[i], "groups": self.of_groups(i).collect::<Vec<_>>(),
                    "group-informed": { "agree": self.informed(i, Side::Agree), "disagree": self.informed(i, Side::Disagree) },
                    "mean": -found.pca.center[i], "axes": [found.pca.axes[0][i], found.pca.axes[1][i]], "extremity": extremity[i],
                    "priority": priorities[i],
                })
            })
            .collect();
        json!({
            "people": self.votes.rows(), "counted": found.counted.len(), "votes": self.votes.len(),
            "shown": found.shown.as_str(), "stability": found.stability,
            "clarity": found.division.as_ref().map(|division| division.clarity),
            "groups": groups, "consensus": sides, "statements": statements,
        })
    }
}

/// Groups are named A, B, C…, the largest first.
fn letter(group: usize) -> String {
    u8::try_from(group).map_or_else(|_| group.to_string(), |group| char::from(b'A' + group).to_string())
}

type Table = csv::Writer<std::fs::File>;

fn table<S: AsRef<str>>(path: &Path, head: &[S]) -> Result<Table, Error> {
    let mut out = csv::Writer::from_path(path).map_err(into_io)?;
    line(&mut out, head)?;
    Ok(out)
}

fn line<S: AsRef<str>>(out: &mut Table, fields: &[S]) -> Result<(), Error> {
    out.write_record(fields.iter().map(|field| field.as_ref().as_bytes())).map_err(into_io)
}

fn into_io(error: csv::Error) -> Error {
    Error::Io(error.into())
}
