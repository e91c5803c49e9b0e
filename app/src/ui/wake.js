((base) => {
  let awake, typed;
  const wake = () => (awake ??= import(base + "palabre.js").then(async (islands) => {
    await islands.default({ module_or_path: base + "palabre_bg.wasm" });
    islands.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) islands[island.dataset.component]?.(island);
    document.documentElement.dataset.awake = "";
    // What was typed while they loaded is theirs to hear too.
    typed?.dispatchEvent(new Event("input", { bubbles: true }));
  }));
  const near = (event) => event.target.closest?.("leptos-island") && wake();
  for (const kind of ["pointerover", "touchstart", "focusin"]) addEventListener(kind, near, { capture: true, passive: true });
  addEventListener("input", (event) => near(event) && (typed = event.target), { capture: true });
  // Answers that wait on the device for a network do not wait for a touch.
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith("draft-"))) wake();
  } catch {}
})
