import { chromium } from "@playwright/test";
import { spawn, execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
const url = "http://127.0.0.1:4102", bin = "../target/debug/palabre";
function photo(width, height, sky, ground) {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const base = y < height * (0.45 + 0.08 * Math.sin(x / 140)) ? sky : ground;
    const s = 0.75 + 0.25 * Math.sin(x / 37) * Math.cos(y / 23) + (((x * 7919 + y * 104729) % 97) / 97 - 0.5) * 0.12;
    rows.set(base.map((c) => Math.max(0, Math.min(255, c * s))), y * (1 + width * 3) + 1 + x * 3);
  }
  const chunk = (n, d) => { const b = Buffer.concat([Buffer.from(n), d]); const l = Buffer.alloc(4), c = Buffer.alloc(4); l.writeUInt32BE(d.length); c.writeUInt32BE(crc32(b)); return Buffer.concat([l, b, c]); };
  const head = Buffer.alloc(13); head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
const db = "sqlite:/tmp/pic.db";
for (const e of ["", "-wal", "-shm"]) rmSync("/tmp/pic.db" + e, { force: true });
execFileSync(bin, ["--database", db, "demo"], { stdio: "ignore" });
const server = spawn(bin, ["--database", db, "serve", "--listen", "127.0.0.1:4102", "--url", url, "--assets", "../target/site"], { stdio: "inherit" });
for (let i = 0; i < 100; i++) { try { if ((await fetch(url + "/readyz")).ok) break; } catch {} await new Promise((r) => setTimeout(r, 100)); }
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const as = async (key, o = {}) => {
  const page = await (await browser.newContext({ locale: "fr-FR", ...o })).newPage();
  await page.goto(url + "/sign-in");
  await page.getByLabel("Adresse e-mail").fill(`${key}@demo.example`);
  await page.getByLabel("Mot de passe").fill("palabre-demo-2026");
  await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((u) => !u.pathname.includes("sign-in"));
  return page;
};
try {
  const g = await as("gwenael");
  await g.goto(url + "/admin");
  await g.getByText("Ajouter une liste de territoires").click();
  const syll = ["Saint", "Mont", "Val", "Bel", "Cas", "Lor", "Mar", "Gren", "Pes", "Tal"], end = ["ac", "an", "ières", "ville", "court", "sac", "mont", "bourg", "ens", "oux"], mid = ["-sur-", "-les-", "i", "o", "-la-", "en", "-de-", "a", "ou", "au"];
  const towns = []; for (const a of syll) for (const b of mid) for (const c of end) towns.push(a + b + (b.endsWith("-") ? c[0].toUpperCase() + c.slice(1) : c));
  const list = (n, dep) => [`nom;type;code;dans`, `Dep${dep};département;${dep};`, ...towns.slice(0, n).map((t, i) => `${t};commune;${dep}${String(i + 1).padStart(3, "0")};${dep}`)].join("\n");
  for (const [n, dep] of [[500, 33], [900, 62]]) {
    await g.goto(url + "/admin"); await g.getByText("Ajouter une liste de territoires").click();
    await g.getByLabel("Liste à coller").fill(list(n, dep)); await g.getByRole("button", { name: "Ajouter la liste" }).click();
    console.log(await g.locator(".notice").first().textContent());
  }
  await g.screenshot({ path: "/tmp/shot-admin.png" });
  const m = await as("maud");
  await m.goto(url + "/"); await m.locator("a[href^='/p/']").first().click();
  await m.getByRole("link", { name: "Ajouter un tour" }).click();
  await m.getByRole("radio", { name: /Enquête/ }).check();
  await m.getByLabel("Titre", { exact: true }).fill("La cour en images");
  await m.getByLabel("Présentation", { exact: true }).fill("Dites-nous.");
  await m.getByRole("radio", { name: "Réponses avec le nom" }).check();
  await m.getByRole("button", { name: "Créer le brouillon" }).click();
  const round = new URL(m.url()).pathname.replace(/\/edit$/, "");
  await m.getByLabel("Titre de la partie", { exact: true }).fill("Voir");
  await m.locator(".builder").getByRole("button", { name: "Enregistrer" }).click();
  const add = async (kind, label, fields = {}, select) => {
    await m.getByRole("link", { name: "Ajouter une question" }).click();
    await m.getByRole("link", { name: kind, exact: true }).click();
    await m.getByLabel(kind === "Texte sans question" ? "Texte" : "Question", { exact: true }).fill(label);
    for (const [n, v] of Object.entries(fields)) await m.getByLabel(n).first().fill(v);
    if (select) await m.getByLabel("D’où viennent les communes ?").selectOption({ label: select });
    await m.locator(".builder").getByRole("button", { name: "Enregistrer", exact: true }).click();
    await m.getByRole("link", { name: label, exact: true }).waitFor();
  };
  const set = async (kind, label, places) => {
    for (const [place, file, alt] of places) {
      await m.getByRole("link", { name: label, exact: true }).click();
      const row = m.locator(".picture-row").filter({ hasText: place });
      await row.getByRole("link").first().click();
      const open = m.locator(".picture-row").filter({ hasText: place });
      await open.getByLabel("Photo ou image").setInputFiles({ name: "p.png", mimeType: "image/png", buffer: file });
      if (alt) await open.getByLabel("Description de l’image", { exact: true }).fill(alt);
      await open.getByRole("button", { name: "Enregistrer l’image" }).click();
      await m.locator(".picture-rows").waitFor();
    }
  };
  await add("Texte sans question", "Voici la cour que nous voulons refaire.");
  await set("", "Voici la cour que nous voulons refaire.", [["Image de ce texte", photo(1600, 900, [150, 170, 190], [120, 115, 110]), "La cour aujourd’hui, toute de béton"]]);
  await add("Choix unique", "Quelle cour préférez-vous ?", { "Réponses possibles": "Des arbres\nDu sable\nUn potager partagé avec les voisins et l’école\nUne fontaine" });
  await set("", "Quelle cour préférez-vous ?", [["Des arbres", photo(1200, 900, [150, 190, 230], [50, 110, 60]), "Des arbres"], ["Du sable", photo(900, 1200, [190, 210, 230], [220, 190, 130]), "Un bac à sable"], ["Un potager", photo(1200, 800, [180, 200, 220], [130, 90, 50]), "Un potager"], ["Une fontaine", photo(1300, 900, [200, 210, 220], [70, 130, 170]), "Une fontaine"]]);
  await add("Commune", "Votre commune", {}, "Dep33");
  await m.goto(`${url}${round}/edit?picture=quelle_cour_preferez.du_sable#pictures-quelle_cour_preferez`);
  for (const [w, name] of [[320, "320"], [1200, "1200"]]) for (const scheme of ["light", "dark"]) {
    await m.setViewportSize({ width: w, height: 900 }); await m.emulateMedia({ colorScheme: scheme });
    await m.locator(".pictures").screenshot({ path: `/tmp/shot-build-${name}-${scheme}.png` });
  }
  await m.setViewportSize({ width: 1200, height: 900 });
  await m.goto(`${url}${round}/edit?edit=votre_commune`); await m.locator(".is-editing").screenshot({ path: "/tmp/shot-build-town.png" });
  await m.goto(`${url}${round}/edit`);
  const clock = (min) => new Date(Date.now() + min * 60000).toLocaleString("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" }).replace(" ", "T");
  await m.getByLabel("Ouverture", { exact: true }).fill(clock(-1)); await m.getByLabel("Clôture", { exact: true }).fill(clock(1440));
  await m.getByRole("checkbox", { name: /Annoncer ce tour/ }).check(); await m.getByRole("button", { name: "Enregistrer le calendrier" }).click();
  for (const w of [320, 1200]) for (const scheme of ["light", "dark"]) {
    const l = await as("lucie", { viewport: { width: w, height: 900 }, colorScheme: scheme, deviceScaleFactor: w === 320 ? 2 : 1 });
    await l.goto(url + round);
    await l.locator(".choice.is-photo").nth(1).click();
    await l.keyboard.press("Tab"); await l.keyboard.press("Shift+Tab");
    for (const i of await l.locator("img.photo").all()) await i.scrollIntoViewIfNeeded();
    await l.waitForTimeout(300);
    await l.screenshot({ path: `/tmp/shot-take-${w}-${scheme}.png`, fullPage: true });
  }
  // What the answering page weighs, compressed, with 500 and with 900 municipalities.
  const l = await as("lucie", { viewport: { width: 360, height: 740 } });
  const cookie = (await l.context().cookies()).map((c) => `${c.name}=${c.value}`).join("; ");
  for (const enc of ["br", "gzip"]) {
    const out = execFileSync("curl", ["-s", "-o", "/tmp/page.bin", "-w", "%{size_download}", "-H", `Accept-Encoding: ${enc}`, "-H", `Cookie: ${cookie}`, url + round]);
    console.log("page with 500", enc, String(out));
  }
  const cdp = await l.context().newCDPSession(l); await cdp.send("Network.enable"); let bytes = 0, what = {};
  const urls = {}; cdp.on("Network.requestWillBeSent", (e) => (urls[e.requestId] = e.request.url)); cdp.on("Network.loadingFinished", (e) => { bytes += e.encodedDataLength; what[urls[e.requestId].replace(url, "").slice(0, 40)] = e.encodedDataLength; });
  await l.goto(url + round); await l.waitForTimeout(800); console.log("first page, phone:", bytes, what);
} finally { await browser.close(); server.kill(); }
