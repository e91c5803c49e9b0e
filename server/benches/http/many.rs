//! Published surveys of very many responses, and a long form's logic.

use std::{error::Error, hint::black_box, time::Instant};

use domain::{
    college::CollegeKind,
    id::RoundId,
    survey::{Answerer, Answers, Form, check, shown},
};
use sqlx::{Connection, PgConnection, SqliteConnection};

/// Makes each response of a round, and what is counted of it, `times` responses, in the database itself: a million would take this
/// program minutes to send.
pub async fn multiply(url: &str, round: RoundId, times: i64) -> Result<(), Box<dyn Error>> {
    let copies = |id: &str| {
        format!(
            "WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < $2 - 1)
             INSERT INTO responses (id, round_id, college_id, day, answers) SELECT {id}, round_id, college_id, day, answers
             FROM responses, copy WHERE round_id = $1"
        )
    };
    let tallies = ["answer_tallies", "slice_tallies", "participation_tallies"]
        .map(|table| format!("UPDATE {table} SET n = n * $2 WHERE round_id = $1"));
    if url.starts_with("sqlite:") {
        let mut c = SqliteConnection::connect(url).await?;
        for sql in [copies("randomblob(16)")].into_iter().chain(tallies) {
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(round.0).bind(times).execute(&mut c).await?;
        }
    } else {
        let mut c = PgConnection::connect(url).await?;
        for sql in [copies("gen_random_uuid()")].into_iter().chain(tallies) {
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(round.0).bind(times).execute(&mut c).await?;
        }
    }
    Ok(())
}

/// Forty questions of most kinds; every fourth is asked only of those who chose "b" before.
pub fn forty() -> Form {
    long(40)
}

fn long(questions: usize) -> Form {
    let options = serde_json::json!([
        {"code": "a", "label": {"fr": "A"}}, {"code": "b", "label": {"fr": "B"}}, {"code": "c", "label": {"fr": "C"}}
    ]);
    let items = serde_json::json!([{"code": "x", "label": {"fr": "X"}}, {"code": "y", "label": {"fr": "Y"}}]);
    let question = |number: usize| {
        let (code, label) = (format!("q{number}"), serde_json::json!({"fr": format!("Question {number}")}));
        let mut question = match number % 8 {
            0 => serde_json::json!({"kind": "single", "options": options, "required": "yes"}),
            1 => serde_json::json!({"kind": "multiple", "options": options, "most": 2}),
            2 => serde_json::json!({"kind": "faces"}),
            3 => serde_json::json!({"kind": "matrix", "items": items, "options": options}),
            4 => serde_json::json!({"kind": "number", "min": 0, "max": 100}),
            5 => serde_json::json!({"kind": "ranking", "options": options}),
            6 => serde_json::json!({"kind": "yes_no", "unsure": true}),
            _ => serde_json::json!({"kind": "short_text", "max": 120}),
        };
        question["code"] = code.into();
        question["label"] = label;
        if number % 4 == 2 {
            let chosen = serde_json::json!({"if": "chosen", "key": format!("q{}", number / 8 * 8), "value": "b"});
            question["show"] = chosen;
        }
        question
    };
    let sections: Vec<_> = (0..questions.div_ceil(10))
        .map(|section| {
            let questions: Vec<_> = (section * 10..questions.min(section * 10 + 10)).map(question).collect();
            serde_json::json!({"code": format!("s{section}"), "title": {"fr": "S"}, "questions": questions})
        })
        .collect();
    serde_json::from_value(serde_json::json!({ "sections": sections })).unwrap_or_default()
}

/// Everybody answers everything.
pub fn full(form: &Form) -> Answers {
    form.questions()
        .flat_map(|question| {
            let values: &[&str] = match question.kind.name().as_str() {
                "single" | "matrix" => &["b"],
                "multiple" => &["a", "c"],
                "ranking" => &["c", "a", "b"],
                "yes_no" => &["yes"],
                "short_text" => &["Quelques mots de chacun"],
                _ => &["4"],
            };
            question.parts().into_iter().map(|key| (key, values.iter().map(|value| (*value).to_owned()).collect())).collect::<Vec<_>>()
        })
        .collect()
}

/// Milliseconds to work out what a form of 200 questions asks, and to check all its answers: the median of a thousand times.
pub fn logic() -> (f64, f64) {
    let form = long(200);
    let (answers, who) = (full(&form), Answerer { college: Some(CollegeKind::Family), language: "fr".to_owned() });
    let median = |run: &dyn Fn()| {
        let mut times: Vec<f64> = (0..1000)
            .map(|_| {
                let start = Instant::now();
                run();
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[500]
    };
    (
        median(&|| drop(black_box(shown(black_box(&form), black_box(&answers), &who)))),
        median(&|| drop(black_box(check(black_box(&form), black_box(&answers), &who)))),
    )
}
