((page) => {
  // Selected words bring a button that comments on them: by mouse, by touch and by keyboard alike.
  const text = document.querySelector(".article-text"), button = document.getElementById("passage-button");
  const follow = () => {
    const selection = getSelection(), range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const words = range && text.contains(range.commonAncestorContainer) ? selection.toString().trim() : "";
    button.hidden = !words || words.length > 600;
    if (button.hidden) return;
    button.href = page + "?quote=" + encodeURIComponent(words);
    const box = range.getBoundingClientRect();
    button.style.insetBlockStart = Math.max(8, Math.min(box.bottom + 12, innerHeight - 64)) + "px";
  };
  document.addEventListener("selectionchange", follow);
  addEventListener("scroll", follow, { passive: true });
})
