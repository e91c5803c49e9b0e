//! The real binary, driven from the bench's own process over the loopback interface.

use std::{
    error::Error,
    process::{Child, Command, Stdio},
    time::Duration,
};

pub const PORT: u16 = 38917;
pub const ORIGIN: &str = "http://127.0.0.1:38917";

pub async fn wait_until_ready() -> Result<(), Box<dyn Error>> {
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(("127.0.0.1", PORT)).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(300)).await;
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("the server did not start".into())
}

/// The real binary, stopped when dropped.
pub struct Server(Child);

impl Server {
    pub fn start(database: &str) -> Result<Self, Box<dyn Error>> {
        let child = Command::new(env!("CARGO_BIN_EXE_palabre"))
            .args(["--database", database, "serve", "--listen", &format!("127.0.0.1:{PORT}"), "--url", ORIGIN])
            .args([
                "--smtp",
                "folder:/tmp/palabre-bench-mail",
                "--assets",
                &std::env::var("SITE").unwrap_or_else(|_| "../target/site".into()),
            ])
            .env("RUST_LOG", "warn")
            .stderr(Stdio::inherit())
            .spawn()?;
        Ok(Server(child))
    }

    pub fn memory(&mut self) -> Result<f64, Box<dyn Error>> {
        self.status("VmRSS:")
    }

    pub fn peak_memory(&mut self) -> Result<f64, Box<dyn Error>> {
        self.status("VmHWM:")
    }

    /// Processor time used so far, in seconds.
    pub fn processor(&self) -> Result<f64, Box<dyn Error>> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id()))?;
        // After the name in brackets, which may hold blanks: utime and stime are the 12th and 13th, in hundredths.
        let (_, rest) = stat.rsplit_once(')').ok_or("no stat")?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).ok_or("no number");
        Ok((ticks(11)? + ticks(12)?) / 100.0)
    }

    fn status(&mut self, field: &str) -> Result<f64, Box<dyn Error>> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find(|line| line.starts_with(field)).ok_or("no such field")?;
        let kib: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
        Ok(kib / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}
