// A server, a database and a mail server for each test; gone when it ends.
import { test as base, expect, type Page } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const target = process.env.CARGO_TARGET_DIR ?? "../target";
export const palabre = process.env.PALABRE ?? `${target}/debug/palabre`;

export type Mail = { to: string; subject: string; text: string };

export class Site {
  mails: Mail[] = [];
  constructor(
    readonly url: string,
    readonly database: string,
  ) {}

  /** Runs a command of the binary on this site's database. */
  command(...words: string[]): string {
    return execFileSync(palabre, ["--database", this.database, ...words], { encoding: "utf8" });
  }

  /** The next mail to this address whose subject matches. */
  async mail(to: string, subject: RegExp): Promise<Mail> {
    await expect.poll(() => this.mails.some((mail) => mail.to === to && subject.test(mail.subject)), { timeout: 15_000 }).toBe(true);
    const at = this.mails.findIndex((mail) => mail.to === to && subject.test(mail.subject));
    return this.mails.splice(at, 1)[0];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function freshDatabase(kind: string, folder: string): string {
  if (kind === "sqlite") return `sqlite:${join(folder, "palabre.db")}`;
  const server = process.env.PALABRE_TEST_POSTGRES;
  if (!server) throw new Error("PALABRE_TEST_POSTGRES names no server: run `make journeys`");
  const name = `journey_${randomUUID().replaceAll("-", "")}`;
  execFileSync("psql", ["-q", `${server}/postgres`, "-c", `CREATE DATABASE ${name}`]);
  return `${server}/${name}`;
}

type Options = { demo: boolean };

/** `test.use({ demo: true })` fills the database with the demo process first. */
export const test = base.extend<Options & { site: Site }>({
  demo: [false, { option: true }],
  site: async ({ demo }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), "palabre-journey-"));
    const [port, mailPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const site = new Site(url, freshDatabase(info.project.metadata.database, folder));
    const mails = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData(stream, session, done) {
        simpleParser(stream).then((mail) => {
          site.mails.push({ to: session.envelope.rcptTo[0].address, subject: mail.subject ?? "", text: mail.text ?? "" });
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => mails.listen(mailPort, "127.0.0.1", () => resolve()));
    if (demo) site.command("demo");
    const server = spawn(
      palabre,
      ["--database", site.database, "serve", "--listen", `127.0.0.1:${port}`, "--url", url, "--smtp", `smtp://127.0.0.1:${mailPort}`, "--assets", `${target}/site`],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    let log = "";
    server.stderr.on("data", (bytes) => (log += bytes));
    await expect.poll(() => fetch(`${url}/readyz`).then((answer) => answer.status, () => 0), { timeout: 20_000, message: log }).toBe(200);
    await use(site);
    const stopped = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await stopped;
    mails.close();
    rmSync(folder, { recursive: true, force: true });
    if (info.status !== info.expectedStatus) await info.attach("server.log", { body: log });
    // A fault of ours is a defect even where the page looked right.
    expect(log.split("\n").filter((line) => / ERROR /.test(line)), "errors in the server's log").toEqual([]);
  },
  baseURL: async ({ site }, use) => use(site.url),
});

/** axe finds nothing on this page, and nothing is wider than the screen. */
export async function isAccessible(page: Page) {
  // axe itself needs scripts.
  if (base.info().project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

export { expect };
