//! A file as somebody sent it becomes two JPEGs of our own: turned as the camera was held, small, and with nothing that the camera
//! wrote beside the pixels (place, time, device).

use std::io::Cursor;

use domain::Refusal;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, imageops::FilterType};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use store::pictures::New;
use tokio::sync::Semaphore;

use super::MOST;
use crate::{AppError, error::fault};

/// Pixels that are unpacked at all: a small file can claim to be larger than the memory.
const PIXELS: u64 = 40_000_000;
/// Bytes that a decoder may take for itself: four for each pixel.
const MEMORY: u64 = 4 * PIXELS + 16 * 1024 * 1024;
/// As wide, and as high, as the two sizes may be.
const LARGE: (u32, u32) = (1280, 1920);
const SMALL: (u32, u32) = (480, 720);
/// Hardly to be told from the original, a quarter of its weight. The small one is shown at a third of its size: coarser does.
const QUALITY: u8 = 75;
const SMALL_QUALITY: u8 = 60;

/// One at a time: each may take some hundreds of megabytes for a second or two.
static BENCH: Semaphore = Semaphore::const_new(1);

/// Both sizes of a picture, made on a thread of its own.
pub async fn make(bytes: Vec<u8>) -> Result<New, AppError> {
    let place = BENCH.acquire().await.map_err(|error| fault(&error))?;
    let work = tokio::task::spawn_blocking(move || {
        // Held until the work ends, also where nobody waits for it any more.
        let _place = place;
        both(&bytes)
    });
    Ok(work.await.map_err(|error| fault(&error))??)
}

fn unreadable() -> Refusal {
    Refusal::field("file", "picture-unreadable")
}

fn both(bytes: &[u8]) -> Result<New, Refusal> {
    if bytes.len() > MOST {
        return Err(Refusal::field("file", "picture-too-heavy"));
    }
    let picture = read(bytes)?;
    let large = within(picture, LARGE);
    let (width, height) = large.dimensions();
    let small = jpeg(&within(large.clone(), SMALL), SMALL_QUALITY)?;
    Ok(New { width, height, large: jpeg(&large, QUALITY)?, small })
}

fn read(bytes: &[u8]) -> Result<RgbImage, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| unreadable())?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(unreadable());
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| unreadable())?;
    // What the file says of itself, before any pixel is unpacked.
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > PIXELS || decoder.total_bytes() > MEMORY {
        return Err(Refusal::field("file", "picture-too-many-pixels"));
    }
    let orientation = decoder.orientation().map_err(|_| unreadable())?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| unreadable())?;
    picture.apply_orientation(orientation);
    Ok(if picture.color().has_alpha() { on_white(&picture) } else { picture.into_rgb8() })
}

/// JPEG knows no transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    // Never larger than what is kept: the copy with transparency is the largest thing here.
    let picture = if picture.width() > 2 * LARGE.0 { picture.thumbnail(2 * LARGE.0, 2 * LARGE.1) } else { picture.clone() };
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, alpha] = picture.get_pixel(x, y).0;
        let blend = |c: u8| u8::try_from((u32::from(c) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255).unwrap_or(255);
        image::Rgb([blend(r), blend(g), blend(b)])
    })
}

/// The picture within a width and a height; a smaller one stays as it is.
fn within(picture: RgbImage, (width, height): (u32, u32)) -> RgbImage {
    let (w, h) = picture.dimensions();
    if w <= width && h <= height {
        return picture;
    }
    let mut picture = DynamicImage::ImageRgb8(picture);
    // Quickly to twice the size, then with care.
    if w > 2 * width || h > 2 * height {
        picture = picture.thumbnail(2 * width, 2 * height);
    }
    picture.resize(width, height, FilterType::CatmullRom).into_rgb8()
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    // Colours at half the detail, as cameras do; drawn from rough to fine while it comes.
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let side = |n: u32| u16::try_from(n).map_err(|_| unreadable());
    encoder.encode(picture.as_raw(), side(picture.width())?, side(picture.height())?, ColorType::Rgb).map_err(|_| unreadable())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// Red above, blue beneath.
    fn flag(width: u32, height: u32) -> DynamicImage {
        RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) }).into()
    }

    fn decoded(bytes: &[u8]) -> RgbImage {
        image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap().into_rgb8()
    }

    /// A JPEG with an EXIF block: the camera held upside down, and a place.
    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        // The pointer to the GPS block, and in the place of one, words that must not be found again.
        exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
        exif.extend([0, 0, 0, 0]);
        exif.extend(b"GPS 44.8378 N 0.5792 W secret-place");
        let mut bytes = jpeg[..2].to_vec();
        bytes.extend([0xFF, 0xE1]);
        bytes.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        bytes.extend(exif);
        bytes.extend(&jpeg[2..]);
        bytes
    }

    #[rstest]
    #[case(ImageFormat::Jpeg)]
    #[case(ImageFormat::Png)]
    #[case(ImageFormat::WebP)]
    fn what_a_phone_sends_becomes_two_small_jpegs(#[case] format: ImageFormat) {
        let made = both(&encoded(&flag(2600, 1300), format)).unwrap();
        assert_eq!((made.width, made.height), (1280, 640));
        assert_eq!(decoded(&made.large).dimensions(), (1280, 640));
        assert_eq!(decoded(&made.small).dimensions(), (480, 240));
        let [r, _, b] = decoded(&made.small).get_pixel(10, 10).0;
        assert!(r > 180 && b < 80, "{r} {b}");
    }

    #[test]
    fn it_is_turned_as_the_camera_was_held_and_the_place_is_gone() {
        let sent = with_exif(&encoded(&flag(200, 100), ImageFormat::Jpeg), 3);
        assert!(sent.windows(12).any(|bytes| bytes == b"secret-place"));
        let made = both(&sent).unwrap();
        for bytes in [&made.large, &made.small] {
            assert!(!bytes.windows(4).any(|bytes| bytes == b"Exif" || bytes == b"GPS "), "metadata left");
            // Application blocks that could hold anything but the format's own header.
            assert!(!bytes.windows(2).any(|pair| pair[0] == 0xFF && (0xE1..=0xEF).contains(&pair[1])), "another block left");
            let [r, _, b] = decoded(bytes).get_pixel(10, 10).0;
            assert!(b > 180 && r < 80, "upside down: {r} {b}");
        }
        let turned = both(&with_exif(&encoded(&flag(200, 100), ImageFormat::Jpeg), 6)).unwrap();
        assert_eq!((turned.width, turned.height), (100, 200));
    }

    #[test]
    fn transparency_becomes_white() {
        let clear: DynamicImage = RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0])).into();
        let [r, g, b] = decoded(&both(&encoded(&clear, ImageFormat::Png)).unwrap().large).get_pixel(5, 5).0;
        assert!(r > 250 && g > 250 && b > 250);
    }

    /// The first block of a PNG says that it has `width` × `height` pixels; nothing else is there.
    fn claims(width: u32, height: u32) -> Vec<u8> {
        let mut png = encoded(&flag(4, 4), ImageFormat::Png);
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = png[12..29].iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
        });
        png[29..33].copy_from_slice(&(!sum).to_be_bytes());
        png
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused_with_its_reason() {
        let key = |bytes: &[u8]| both(bytes).unwrap_err().problems[0].key.clone();
        assert_eq!(key(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "picture-unreadable");
        assert_eq!(key(b"GIF89a\x01\0\x01\0\0\0\0;"), "picture-unreadable");
        assert_eq!(key(&encoded(&flag(50, 50), ImageFormat::Jpeg)[..60]), "picture-unreadable");
        assert_eq!(key(&claims(60_000, 60_000)), "picture-too-many-pixels");
        assert_eq!(key(&claims(8_000, 5_001)), "picture-too-many-pixels");
        assert_eq!(key(&vec![0xFF; MOST + 1]), "picture-too-heavy");
    }

    proptest! {
        // Each case draws, packs and unpacks a picture.
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn any_size_stays_within_and_keeps_its_shape(w in 1u32..1400, h in 1u32..900) {
            let made = both(&encoded(&flag(w, h), ImageFormat::Png)).unwrap();
            prop_assert!(made.width <= w.min(1280) && made.height <= h.min(1920));
            let small = decoded(&made.small);
            prop_assert!(small.width() <= 480 && small.height() <= 720);
        }

        #[test]
        fn any_bytes_are_refused_or_read(start in prop::sample::select(vec![&b"\xFF\xD8\xFF"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP"]), rest in prop::collection::vec(any::<u8>(), 0..200)) {
            let bytes: Vec<u8> = start.iter().chain(&rest).copied().collect();
            let _ = both(&bytes);
        }
    }
}
