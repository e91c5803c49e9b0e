//! What the address of a list asks for, and addresses that ask for it.

use domain::{
    proposals::{Sort, filter, filter::Filter},
    search,
};

use crate::visit::Visit;

/// What is asked of the list. What is no filter of ours is as good as nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub sort: Sort,
    pub filter: Filter,
    /// The words as they were typed.
    pub typed: String,
}

/// Most characters of a search that are repeated.
const LONGEST: usize = 100;

pub fn asked(visit: &Visit, votes_show: bool) -> Asked {
    read(&visit.path, votes_show)
}

fn read(path: &str, votes_show: bool) -> Asked {
    let query = path.split('#').next().and_then(|path| path.split_once('?')).map_or("", |(_, query)| query);
    let mut asked = Asked { sort: Sort::Recent, filter: Filter::default(), typed: String::new() };
    let mut sort = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "sort" => sort = value.parse().ok(),
            "theme" => asked.filter.theme = value.parse().ok(),
            "college" => asked.filter.college = value.parse().ok(),
            "place" => asked.filter.territory = value.parse().ok(),
            "answer" => asked.filter.answer = value.parse().ok(),
            "mine" => asked.filter.mine = value == "true",
            "q" => asked.typed = value.chars().filter(|c| !c.is_control()).take(LONGEST).collect(),
            _ => {}
        }
    }
    asked.filter.words = search::telling(&asked.typed);
    asked.sort = filter::sort(sort, votes_show);
    asked
}

impl Asked {
    /// The query that asks for the same in another order; ends with `&`.
    pub fn query(&self, sort: Sort) -> String {
        let filter = &self.filter;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("sort", sort.as_str());
        let words = Some(&self.typed).filter(|typed| !typed.is_empty()).cloned();
        for (name, value) in [
            ("q", words),
            ("theme", filter.theme.map(|id| id.to_string())),
            ("college", filter.college.map(|id| id.to_string())),
            ("place", filter.territory.map(|id| id.to_string())),
            ("answer", filter.answer.map(|answer| answer.to_string())),
            ("mine", filter.mine.then(|| "true".to_owned())),
        ] {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        format!("{}&", query.finish())
    }
}

#[cfg(test)]
mod tests {
    use domain::proposals::filter::Answer;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_a_form_sent() {
        let asked = read("/r/1?q=cr%C3%A8che+%26+%C3%A9cole&answer=waiting&mine=true&sort=support&theme=x#proposals", false);
        assert_eq!(asked.filter.words, ["creche", "ecole"]);
        assert_eq!(
            (asked.typed.as_str(), asked.sort, asked.filter.answer, asked.filter.mine),
            ("crèche & école", Sort::Recent, Some(Answer::Waiting), true)
        );
        assert_eq!(asked.filter.theme, None);
    }

    proptest! {
        #[test]
        fn pages_of_a_search_ask_for_the_same(typed in ".{0,40}") {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &typed).finish();
            let first = read(&format!("/r/1?{query}"), true);
            prop_assert_eq!(read(&format!("/r/1?{}page=2", first.query(first.sort)), true), first);
        }
    }
}
