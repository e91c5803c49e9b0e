//! `palabre opinions` on an export of Polis: what it writes, and what it says of a bad file.

#![expect(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use std::{
    fs::{create_dir_all, read_to_string, write},
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The last answers of an open-data export, as app/domain keeps them for its own tests.
const UBERX: &str = include_str!("../../app/domain/tests/data/polis-uberx.txt");

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    create_dir_all(&folder).unwrap();
    folder
}

/// The files as Polis exports them; `reversed` puts the lines in the opposite order.
fn export(folder: &Path, reversed: bool) {
    let (head, rest) = UBERX.split_once('\n').unwrap();
    let hidden: Vec<&str> = head.split(' ').skip(1).collect();
    let statements = rest.lines().map(|line| line.split(' ').nth(2).unwrap().len()).max().unwrap();
    let comments = (0..statements)
        .map(|id| format!("1,x,{id},0,0,0,{},Statement {id}", if hidden.contains(&id.to_string().as_str()) { -1 } else { 1 }));
    let mut votes = Vec::new();
    for line in rest.lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        for (id, answer) in parts[2].chars().enumerate() {
            let vote = match answer {
                '+' => 1,
                '-' => -1,
                '0' => 0,
                _ => continue,
            };
            // First the contrary, earlier: revotes count.
            votes.push(format!("1000,x,{id},{},{}", parts[0], -vote));
            votes.push(format!("2000,x,{id},{},{vote}", parts[0]));
        }
    }
    let mut comments: Vec<String> = comments.collect();
    if reversed {
        votes.reverse();
        comments.reverse();
    }
    let head = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";
    write(folder.join("comments.csv"), format!("{head}{}\n", comments.join("\n"))).unwrap();
    write(folder.join("votes.csv"), format!("timestamp,datetime,comment-id,voter-id,vote\n{}\n", votes.join("\n"))).unwrap();
}

fn run(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_palabre"))
        .arg("opinions")
        .args(["--votes".into(), folder.join("votes.csv"), "--comments".into(), folder.join("comments.csv")])
        .args(["--out".into(), folder.join("out")])
        .output()
        .unwrap()
}

const FILES: [&str; 6] = ["groups.csv", "representative.csv", "consensus.csv", "group-informed.csv", "priorities.csv", "opinions.json"];

#[test]
fn the_same_files_whatever_the_order_of_lines() {
    let (one, two) = (folder("in-order"), folder("reversed"));
    export(&one, false);
    export(&two, true);
    for folder in [&one, &two] {
        let ran = run(folder);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    for file in FILES {
        let read = |folder: &Path| read_to_string(folder.join("out").join(file)).unwrap();
        assert!(read(&one) == read(&two), "{file}");
    }
    let json: serde_json::Value = serde_json::from_str(&read_to_string(one.join("out/opinions.json")).unwrap()).unwrap();
    assert_eq!((json["people"].as_u64(), json["counted"].as_u64(), json["shown"].as_str()), (Some(1921), Some(1218), Some("yes")));
    assert_eq!(json["statements"].as_array().unwrap().len(), 197);
    let groups = read_to_string(one.join("out/groups.csv")).unwrap();
    assert_eq!(groups.lines().count(), 1922);
    assert!(groups.contains(",A,") && groups.contains(",B,"));
    assert!(read_to_string(one.join("out/representative.csv")).unwrap().lines().count() > 5);
    assert!(read_to_string(one.join("out/consensus.csv")).unwrap().contains("agree,1,"));
}

#[test]
fn a_bad_file_is_said_with_line_and_column() {
    let folder = folder("bad");
    let head = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";
    write(folder.join("comments.csv"), format!("{head}1,x,0,0,0,0,1,\"Two\nlines\"\n1,x,1,0,0,0,1,=1+1\n")).unwrap();
    let votes = "timestamp,datetime,comment-id,voter-id,vote\n";
    for (lines, said) in [
        ("1,x,0,1,1\n1,x,0,2,2\n", "votes.csv, line 3, column vote: “2” is not 1, 0 or -1"),
        ("1,x,0,one,1\n", "votes.csv, line 2, column voter-id: “one” is not a whole number"),
        ("1,x,9,1,1\n", "votes.csv, line 2, column comment-id: “9” is not among the comments"),
        ("1,x,0\n", "votes.csv: CSV error: record 1 (line: 2"),
    ] {
        write(folder.join("votes.csv"), format!("{votes}{lines}")).unwrap();
        let ran = run(&folder);
        let stderr = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(!ran.status.success() && stderr.contains(said), "{stderr}");
    }
    write(folder.join("votes.csv"), "timestamp,comment-id,vote\n").unwrap();
    assert!(String::from_utf8_lossy(&run(&folder).stderr).contains("there is no column “voter-id”"));
    // Nobody has voted: nothing found, and no fault. Words that look like a formula are words.
    write(folder.join("votes.csv"), votes).unwrap();
    let ran = run(&folder);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(read_to_string(folder.join("out/priorities.csv")).unwrap().contains("'=1+1"));
}
