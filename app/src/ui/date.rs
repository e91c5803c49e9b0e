//! Dates, read and shown in the installation's time zone.

use jiff::{Timestamp, ZonedDateTime, civil, tz::TimeZone};
use leptos::prelude::*;

use crate::{i18n::Lang, visit::Visit};

fn zoned(at: i64, zone: &TimeZone) -> ZonedDateTime {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(zone.clone())
}

/// "14 mars 2026".
pub fn day(lang: Lang, at: i64, zone: &TimeZone) -> String {
    let date = zoned(at, zone);
    day_of(lang, date.date())
}

fn day_of(lang: Lang, date: civil::Date) -> String {
    let month = lang.of("month", &date.month().to_string());
    match (lang, date.day()) {
        (Lang::Fr, 1) => format!("1er {month} {}", date.year()),
        (_, day) => format!("{day} {month} {}", date.year()),
    }
}

/// A date written as `2026-03-14`, as people write it; anything else stays as it is.
pub fn civil(lang: Lang, iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), |date| day_of(lang, date))
}

/// "mars 2026" for `2026-03`.
pub fn month(lang: Lang, iso: &str) -> String {
    let parts = iso.split_once('-').and_then(|(year, month)| Some((year.parse::<i16>().ok()?, month.parse::<u8>().ok()?)));
    parts.map_or_else(|| iso.to_owned(), |(year, month)| format!("{} {year}", lang.of("month", &month.to_string())))
}

/// "14 mars 2026, 18 h 30".
pub fn moment(lang: Lang, at: i64, zone: &TimeZone) -> String {
    let date = zoned(at, zone);
    let separator = match lang {
        Lang::Fr => "\u{a0}h\u{a0}",
        Lang::En => ":",
    };
    format!("{}, {}{separator}{:02}", day_of(lang, date.date()), date.hour(), date.minute())
}

/// A `<time>` element with the day.
pub fn day_view(visit: &Visit, at: i64) -> impl IntoView + use<> {
    let zone = &visit.services.site.zone;
    view! { <time datetime=zoned(at, zone).strftime("%Y-%m-%d").to_string()>{day(visit.lang, at, zone)}</time> }
}

/// A `<time>` element with day and hour.
pub fn moment_view(visit: &Visit, at: i64) -> impl IntoView + use<> {
    let zone = &visit.services.site.zone;
    view! { <time datetime=zoned(at, zone).strftime("%Y-%m-%dT%H:%M%:z").to_string()>{moment(visit.lang, at, zone)}</time> }
}

/// The value of an `<input type="datetime-local">`.
pub fn local_input(at: i64, zone: &TimeZone) -> String {
    zoned(at, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Reads what an `<input type="datetime-local">` sends, as UTC milliseconds.
pub fn parse_local(field: &str, text: &str, zone: &TimeZone) -> Result<i64, domain::Problem> {
    let wrong = || domain::Problem::new(field, if text.trim().is_empty() { "required" } else { "not-a-date" });
    let local: civil::DateTime = text.trim().parse().map_err(|_| wrong())?;
    Ok(local.to_zoned_datetime(zone.clone()).map_err(|_| wrong())?.timestamp().as_millisecond())
}

/// Nights between two times: 0 on the same day.
pub fn nights(from: i64, to: i64, zone: &TimeZone) -> i32 {
    let (from, to) = (zoned(from, zone).date(), zoned(to, zone).date());
    from.until(to).map_or(0, |span| span.get_days())
}

/// `2026-03-14T17:30:00Z`, for the journal.
pub fn iso_utc(at: i64) -> String {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// Reads what [`iso_utc`] writes.
pub fn parse_utc(text: &str) -> Option<i64> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_millisecond)
}

/// `2026-03-14`: the day, the finest time that a response keeps.
pub fn iso_day(at: i64, zone: &TimeZone) -> String {
    zoned(at, zone).strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_goes_there_and_back_over_the_summer_change() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        for text in ["2026-07-14T18:30", "2026-01-14T18:30"] {
            assert_eq!(local_input(parse_local("at", text, &paris).unwrap(), &paris), text);
        }
        assert_eq!(moment(Lang::Fr, parse_local("at", "2026-03-01T08:05", &paris).unwrap(), &paris), "1er mars 2026, 8\u{a0}h\u{a0}05");
        let at = |text| parse_local("at", text, &paris).unwrap();
        assert_eq!(nights(at("2026-03-01T23:59"), at("2026-03-02T00:01"), &paris), 1);
        assert_eq!(nights(at("2026-03-28T08:00"), at("2026-04-28T07:00"), &paris), 31);
        assert_eq!(parse_local("at", "14/07/2026", &paris).unwrap_err().key, "not-a-date");
    }
}
