import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const url = "http://127.0.0.1:3413";
async function person(key) { const c = await b.newContext({ locale: "fr-FR", javaScriptEnabled: false }); const p = await c.newPage(); await p.goto(url + "/sign-in"); await p.getByLabel("Adresse e-mail").fill(key + "@demo.example"); await p.getByLabel("Mot de passe").fill("palabre-demo-2026"); await p.locator("main").getByRole("button", { name: "Se connecter" }).click(); return p; }
const shot = async (p, name) => { for (const w of [320, 1200]) { await p.setViewportSize({ width: w, height: 900 }); await p.screenshot({ path: `/tmp/shots_${name}_${w}.png`, fullPage: true }); } };
const lucie = await person("lucie");
await lucie.goto(url + "/"); await lucie.goto(url + await lucie.getByRole("link", { name: /crèche éphémère/ }).first().getAttribute("href"));
const process = lucie.url();
const prop = await lucie.locator(".round").filter({ hasText: "Propositions et votes" }).locator(".round-title a").first().getAttribute("href");
await lucie.goto(url + prop);
const hrefs = await lucie.locator(".item-title a").evaluateAll((as) => as.map((a) => a.getAttribute("href")));
let best = hrefs[0];
for (const h of hrefs) { await lucie.goto(url + h); if ((await lucie.locator(".comment").count()) > 3) { best = h; break; } }
await lucie.goto(url + best);
await lucie.locator(".mark.is-for").first().click();
await lucie.getByLabel("Votre commentaire").fill("هل يمكننا أن نأتي يوم السبت صباحا مع الأطفال؟\nشكرا.");
await lucie.getByText("Prévenir quelqu’un").click();
await lucie.locator("input[name='mentions[]']").first().check(); await lucie.locator("input[name='mentions[]']").last().check();
await lucie.setViewportSize({ width: 320, height: 900 });
await lucie.locator("#comments").screenshot({ path: "/tmp/shots_form_320.png" });
await lucie.getByRole("button", { name: "Envoyer", exact: true }).click();
const target = lucie.locator(".comment").filter({ has: lucie.getByRole("link", { name: "Signaler" }) }).first();
await target.getByRole("link", { name: "Signaler" }).first().click();
for (const w of [320, 1200]) { await lucie.setViewportSize({ width: w, height: 900 }); await lucie.locator("#comments").screenshot({ path: `/tmp/shots_report_${w}.png` }); }
await lucie.getByRole("radio", { name: "Insulte" }).check(); await lucie.getByRole("button", { name: "Envoyer le signalement" }).click();
const maud = await person("maud");
await maud.goto(process + "/moderation"); await shot(maud, "queue");
await maud.goto(process + "/committees"); await maud.getByText("Nommer une personne").click(); 
const opt = await maud.locator("select[name=member] option").filter({ hasText: /^Claire/ }).first().getAttribute("value");
await maud.getByLabel("Personne", { exact: true }).selectOption(opt); await maud.getByRole("button", { name: "Nommer" }).click(); await shot(maud, "committees");
await maud.goto(url + best); await maud.getByRole("link", { name: "Donner une suite ou masquer" }).last().click();
await maud.getByRole("radio", { name: "Sans lien" }).check(); await maud.getByRole("button", { name: "Masquer le commentaire" }).click();
await maud.goto(process + "/moderation?show=hidden"); await shot(maud, "hidden");
await maud.goto(process); await shot(maud, "process");
await lucie.goto(url + best);
for (const w of [320, 1200]) { await lucie.setViewportSize({ width: w, height: 900 }); await lucie.locator("#comments").screenshot({ path: `/tmp/shots_talk_${w}.png` }); }
await lucie.goto(url + "/my-word"); await shot(lucie, "word");
await b.close();
