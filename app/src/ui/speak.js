((words) => {
  const voice = window.speechSynthesis;
  if (!voice) return;
  for (const question of document.querySelectorAll(".question, .read-aloud")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "speak";
    button.textContent = words;
    button.addEventListener("click", () => {
      const speaking = button.dataset.on;
      voice.cancel();
      if (speaking) return;
      // Of an article the title, then the easy-to-read text, then its own.
      const all = (which) => [...question.querySelectorAll(which)];
      const parts = question.matches(".read-aloud")
        ? [...all("h1"), ...all(".easy :is(p:not(.easy-label), li)"), ...all(".prose :is(h2, h3, p, li)")]
        : all("legend, label, .hint, .prose p, .in-text img, option:not([value=''])");
      const said = new SpeechSynthesisUtterance(parts.flatMap((part) => [...[...part.querySelectorAll("img")].map((img) => img.alt), part.alt ?? part.textContent.trim()]).filter(Boolean).join(". "));
      said.lang = question.querySelector("[lang]")?.lang || document.documentElement.lang;
      button.dataset.on = "1";
      said.onend = said.onerror = () => delete button.dataset.on;
      voice.speak(said);
    });
    (question.querySelector(".read-here") ?? question).append(button);
  }
})
