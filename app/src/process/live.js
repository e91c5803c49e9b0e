((url) => {
  const source = new EventSource(url);
  source.addEventListener("changed", () => {
    const bar = document.getElementById("live");
    bar.hidden = false;
    // Said aloud only if it is written while it is there.
    const words = bar.querySelector("p");
    setTimeout(() => (words.textContent = words.textContent), 100);
    source.close();
  });
  addEventListener("pagehide", () => source.close());
})
