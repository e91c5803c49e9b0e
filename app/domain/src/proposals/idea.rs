//! What a proposal says beside its title and text, and what its author may still do with it.

use crate::{
    Problem, Refusal,
    id::{AccountId, NeedId, PictureId, TerritoryId, ThemeId},
    lang::LangText,
    refusal::Problems,
    round::Calendar,
    survey::{Picture, code::plain_words},
    text,
};

/// Pictures that participants of one process may bring in all.
pub const PICTURES: i64 = 1_000;

/// What may be chosen in this process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// Needs that stand, each with its theme.
    pub needs: Vec<(NeedId, ThemeId)>,
    /// The territories below that of the process, and what they are called.
    pub places: Vec<(TerritoryId, String)>,
}

/// As it was typed: identifiers, or nothing. A place may be typed by its name.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub theme: String,
    pub need: String,
    pub territory: String,
    pub alt: String,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    pub theme: Option<ThemeId>,
    pub need: Option<NeedId>,
    pub territory: Option<TerritoryId>,
    pub picture: Option<Picture>,
}

/// The choices, if each is one of the menu; a need brings its theme. `picture` is the one that was sent, with its size.
pub fn extras(menu: &Menu, typed: &Typed, picture: Option<(PictureId, (u32, u32))>) -> Result<Extras, Refusal> {
    let mut problems = Problems::new();
    let need = problems.take(chosen("need", &typed.need, |id: &NeedId| menu.needs.iter().any(|(need, _)| need == id))).flatten();
    let theme = problems.take(chosen("theme", &typed.theme, |id: &ThemeId| menu.needs.iter().any(|(_, theme)| theme == id))).flatten();
    let territory = problems.take(place(&menu.places, typed.territory.trim())).flatten();
    let alt = match picture {
        Some(_) => problems.take(text::required("alt", &typed.alt, text::LINE)),
        None => None,
    };
    problems.check()?;
    let of_need = need.and_then(|need| menu.needs.iter().find(|(other, _)| *other == need).map(|(_, theme)| *theme));
    let picture = picture.zip(alt).map(|((id, (width, height)), alt)| Picture { id, width, height, alt: LangText::of("fr", &alt) });
    Ok(Extras { theme: of_need.or(theme), need, territory, picture })
}

/// One of the places, by its identifier or by its name, whatever its accents and capitals; not by a name that two of them may bear.
fn place(places: &[(TerritoryId, String)], typed: &str) -> Result<Option<TerritoryId>, Problem> {
    if typed.is_empty() {
        return Ok(None);
    }
    let id = typed.parse::<TerritoryId>().ok();
    let exact = places.iter().find(|(other, name)| Some(*other) == id || name == typed);
    let by_words = || {
        let words = Some(typed).filter(|typed| typed.len() <= text::LINE * 4).map(plain_words).filter(|words| !words.is_empty())?;
        let mut alike = places.iter().filter(|(_, name)| plain_words(name) == words);
        alike.next().filter(|_| alike.next().is_none())
    };
    exact.or_else(by_words).map(|(id, _)| Some(*id)).ok_or_else(|| Problem::new("territory", "not-on-the-list"))
}

fn chosen<T: std::str::FromStr>(field: &str, typed: &str, is_there: impl Fn(&T) -> bool) -> Result<Option<T>, Problem> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().ok().filter(|id| is_there(id)).map(Some).ok_or_else(|| Problem::new(field, "not-on-the-list"))
}

/// Where a proposal stands: what its author and facilitators may do depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub author: AccountId,
    pub hidden: bool,
    pub withdrawn: bool,
    /// It was merged into another.
    pub merged: bool,
    /// How many others were merged into it.
    pub holds: i64,
    pub answered: bool,
    /// Votes of anybody, on it or on a ballot that names it, and comments of others than its author.
    pub votes: i64,
    pub comments: i64,
}

impl Standing {
    /// Whether people find it in the list and vote on it.
    pub const fn is_listed(&self) -> bool {
        !self.hidden && !self.withdrawn && !self.merged
    }
}

/// The author corrects the proposal while nobody has said anything of it: what people voted on does not change under their votes.
pub fn may_edit(standing: &Standing, who: AccountId, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    may_touch(standing, who, calendar, now)?;
    if standing.votes > 0 || standing.comments > 0 || standing.holds > 0 {
        return Err(Refusal::conflict("proposal-has-echo"));
    }
    Ok(())
}

/// The author takes the proposal back while the round is open. Votes on it are kept and shown to nobody.
pub fn may_withdraw(standing: &Standing, who: AccountId, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    may_touch(standing, who, calendar, now)?;
    // Others' proposals live on in it.
    if standing.holds > 0 { Err(Refusal::conflict("proposal-holds-others")) } else { Ok(()) }
}

fn may_touch(standing: &Standing, who: AccountId, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    if standing.author != who {
        return Err(Refusal::not_found());
    }
    calendar.must_be_open(now)?;
    if standing.is_listed() && !standing.answered { Ok(()) } else { Err(Refusal::conflict("proposal-is-settled")) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    const OPEN: Calendar = Calendar { announced: true, opens_at: Some(0), closes_at: Some(10), closed_at: None, published_at: None };
    const AUTHOR: AccountId = AccountId(Uuid::from_u128(1));
    const FRESH: Standing =
        Standing { author: AUTHOR, hidden: false, withdrawn: false, merged: false, holds: 0, answered: false, votes: 0, comments: 0 };

    #[rstest]
    #[case(FRESH, 5, true, true)]
    #[case(Standing { votes: 1, ..FRESH }, 5, false, true)]
    #[case(Standing { comments: 1, ..FRESH }, 5, false, true)]
    #[case(Standing { holds: 1, ..FRESH }, 5, false, false)]
    #[case(Standing { answered: true, ..FRESH }, 5, false, false)]
    #[case(Standing { hidden: true, ..FRESH }, 5, false, false)]
    #[case(Standing { merged: true, ..FRESH }, 5, false, false)]
    #[case(Standing { withdrawn: true, ..FRESH }, 5, false, false)]
    #[case(FRESH, 9, true, true)]
    #[case(FRESH, 10, false, false)]
    fn what_its_author_may_still_do(#[case] standing: Standing, #[case] now: i64, #[case] edits: bool, #[case] withdraws: bool) {
        assert_eq!(may_edit(&standing, AUTHOR, &OPEN, now).is_ok(), edits);
        assert_eq!(may_withdraw(&standing, AUTHOR, &OPEN, now).is_ok(), withdraws);
        let other = AccountId(Uuid::from_u128(2));
        assert!(may_edit(&standing, other, &OPEN, now).is_err() && may_withdraw(&standing, other, &OPEN, now).is_err());
    }

    #[test]
    fn only_what_is_on_the_list_is_chosen_and_a_need_brings_its_theme() {
        let (need, theme, other) = (NeedId(Uuid::from_u128(3)), ThemeId(Uuid::from_u128(4)), ThemeId(Uuid::from_u128(5)));
        let district = TerritoryId(Uuid::from_u128(6));
        let menu = Menu { needs: vec![(need, theme), (NeedId(Uuid::from_u128(7)), other)], places: vec![(district, "Le Bourg".into())] };
        let typed = Typed { theme: other.to_string(), need: need.to_string(), territory: district.to_string(), alt: "Une cour".into() };
        let picture = PictureId(Uuid::from_u128(8));
        let extras = super::extras(&menu, &typed, Some((picture, (4, 3)))).unwrap();
        assert_eq!((extras.need, extras.theme, extras.territory), (Some(need), Some(theme), Some(district)));
        assert_eq!(extras.picture.unwrap().alt.text("fr"), "Une cour");
        assert_eq!(super::extras(&menu, &Typed::default(), None), Ok(Extras::default()));
        let place =
            |typed: &str| super::extras(&menu, &Typed { territory: typed.into(), ..Typed::default() }, None).map(|extras| extras.territory);
        assert_eq!((place("Le Bourg"), place(" le bourg"), place("")), (Ok(Some(district)), Ok(Some(district)), Ok(None)));
        assert!(place("Ailleurs").is_err() && place("…").is_err());
        let forged = Typed { theme: need.to_string(), need: "<script>".into(), territory: theme.to_string(), alt: String::new() };
        let fields: Vec<_> =
            super::extras(&menu, &forged, Some((picture, (4, 3)))).unwrap_err().problems.into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["need", "theme", "territory", "alt"]);
    }

    #[test]
    fn a_name_that_two_places_bear_is_none() {
        let (one, two) = (TerritoryId(Uuid::from_u128(1)), TerritoryId(Uuid::from_u128(2)));
        let places = [(one, "Saint-Martin".to_owned()), (two, "saint martin".to_owned())];
        assert_eq!(place(&places, "Saint-Martin"), Ok(Some(one)));
        assert_eq!(place(&places, &two.to_string()), Ok(Some(two)));
        assert!(place(&places, "SAINT MARTIN").is_err());
    }
}
