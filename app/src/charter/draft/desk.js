((base) => {
  // The editor has a module of its own, fetched here and nowhere else.
  import(base + "editor.js").then(async (editor) => {
    await editor.default({ module_or_path: base + "editor_bg.wasm" });
    editor.start();
  });
})
