//! A small HTTP/1.1 client that costs little: prepared requests over kept connections.

use std::{
    cell::RefCell,
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::LocalSet,
};

/// What a run measured.
pub struct Figures {
    /// Microseconds of each request, sorted.
    times: Vec<u64>,
    pub failed: usize,
    elapsed: Duration,
}

impl Figures {
    pub fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64()
    }

    /// Milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.times.len() * percent / 100).min(self.times.len().saturating_sub(1));
        self.times.get(at).map_or(f64::NAN, |micros| *micros as f64 / 1000.0)
    }
}

pub fn get(origin: &str, path: &str, token: Option<&str>) -> Vec<u8> {
    let cookie = token.map(|token| format!("cookie: __Host-palabre={token}\r\n")).unwrap_or_default();
    format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{cookie}\r\n", origin.trim_start_matches("http://")).into_bytes()
}

pub fn post(origin: &str, path: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {}\r\norigin: {origin}\r\naccept: application/json\r\ncookie: __Host-palabre={token}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        origin.trim_start_matches("http://"),
        body.len()
    )
    .into_bytes()
}

/// Sends what `next(connection, turn)` gives over `connections` connections, each waiting for its answer, for `time` or until `next`
/// has nothing more.
pub async fn drive(
    port: u16,
    connections: usize,
    time: Duration,
    mut next: impl FnMut(usize, usize) -> Option<Vec<u8>>,
) -> Result<Figures, Box<dyn std::error::Error>> {
    let results = Rc::new(RefCell::new((Vec::new(), 0)));
    let start = Instant::now();
    let next: &mut dyn FnMut(usize, usize) -> Option<Vec<u8>> = &mut next;
    let next = RefCell::new(next);
    let runs = (0..connections).map(|connection| {
        let results = results.clone();
        let next = &next;
        async move {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
            stream.set_nodelay(true)?;
            let mut turn = 0;
            while start.elapsed() < time {
                let request = (next.borrow_mut())(connection, turn);
                let Some(request) = request else { break };
                turn += 1;
                let sent = Instant::now();
                stream.write_all(&request).await?;
                let status = read_answer(&mut stream).await?;
                let mut results = results.borrow_mut();
                if (200..400).contains(&status) {
                    results.0.push(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX));
                } else {
                    results.1 += 1;
                }
            }
            Ok::<(), std::io::Error>(())
        }
    });
    LocalSet::new().run_until(futures::future::try_join_all(runs)).await?;
    let elapsed = start.elapsed();
    let (mut times, failed) = results.take();
    times.sort_unstable();
    Ok(Figures { times, failed, elapsed })
}

/// Reads one answer to its end and gives its status.
async fn read_answer(stream: &mut TcpStream) -> std::io::Result<u16> {
    let mut buffer = Vec::with_capacity(16 * 1024);
    let body = loop {
        if stream.read_buf(&mut buffer).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(at) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&buffer[..body]).to_ascii_lowercase();
    let status = head.get(9..12).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let length: Option<usize> =
        head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()).and_then(|n| n.parse().ok());
    match length {
        Some(length) => {
            while buffer.len() < body + length {
                if stream.read_buf(&mut buffer).await? == 0 {
                    return Err(std::io::ErrorKind::UnexpectedEof.into());
                }
            }
        }
        None => {
            while !buffer.ends_with(b"0\r\n\r\n") {
                if stream.read_buf(&mut buffer).await? == 0 {
                    return Err(std::io::ErrorKind::UnexpectedEof.into());
                }
            }
        }
    }
    Ok(status)
}
