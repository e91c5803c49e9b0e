((base) => {
  let awake;
  const wake = () => (awake ??= import(base + "palabre.js").then(async (islands) => {
    await islands.default({ module_or_path: base + "palabre_bg.wasm" });
    islands.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) islands[island.dataset.component]?.(island);
    document.documentElement.dataset.awake = "";
  }));
  const near = (event) => event.target.closest?.("leptos-island") && wake();
  for (const kind of ["pointerover", "touchstart", "focusin"]) addEventListener(kind, near, { capture: true, passive: true });
})
