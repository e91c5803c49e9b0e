((words) => {
  // Folded parts, the outline and the phone stay as they were left.
  for (const fold of document.querySelectorAll("details[data-keep]")) {
    const key = location.pathname + fold.dataset.keep;
    try {
      const held = sessionStorage.getItem(key);
      if (held) fold.open = held === "1";
      fold.addEventListener("toggle", () => sessionStorage.setItem(key, fold.open ? "1" : "0"));
    } catch {}
  }
  // Moving something, or any other button, would lose what stands typed in another form: the browser asks first.
  let typed, sending;
  addEventListener("input", (event) => event.target.form?.method === "post" && (typed = event.target.form));
  addEventListener("submit", (event) => (sending = event.target));
  addEventListener("beforeunload", (event) => typed && typed !== sending && event.preventDefault());
  const form = document.getElementById("form-drag");
  const said = document.getElementById("drag-said");
  if (!form) return;
  let drag, dragged;
  const title = (item) => item.querySelector("h3 > span, .builder-label")?.textContent.trim() ?? "";
  const fill = (text, names) => text.replace(/\{(\w+)\}/g, (_, name) => names[name]);
  // Each place where it could go: where it is on the page, and what the form calls it.
  const places = () => {
    const found = [];
    const add = (list, items, end, name) => {
      const rest = items.filter((item) => item !== drag.item);
      rest.forEach((item, at) => found.push({ y: item.getBoundingClientRect().top, list, before: item, ...name(rest[at - 1]) }));
      const last = rest.at(-1);
      const bottom = last?.getBoundingClientRect();
      found.push({ y: bottom?.height ? bottom.bottom : end.getBoundingClientRect().bottom, list, before: null, ...name(last) });
    };
    const sections = [...document.querySelectorAll(".builder > [data-part]")];
    if (drag.part) {
      const tail = sections.at(-1);
      add(tail.parentElement, sections, tail, (last) => ({ value: last?.dataset.part ?? "", words: last ? title(last) : words.top }));
      found.at(-1).before = tail.nextElementSibling;
    } else {
      for (const section of sections) {
        const list = section.querySelector(".builder-rows");
        add(list, [...list.children].filter((item) => item !== line), section.querySelector(".builder-head"), (last) => ({
          value: section.dataset.part + (last ? "/" + last.id : ""),
          words: fill(last ? words.behind : words.first, { before: last && title(last), section: title(section) }),
        }));
      }
    }
    return found;
  };
  const line = document.createElement("li");
  line.className = "drop-line";
  line.ariaHidden = "true";
  line.role = "presentation";
  const show = () => {
    const place = places().reduce((best, one) => (Math.abs(one.y - drag.y) < Math.abs(best.y - drag.y) ? one : best));
    if (place.value === drag.place?.value) return;
    drag.place = place;
    place.list.insertBefore(line, place.before);
    said.textContent = place.words;
  };
  const start = () => {
    drag.on = dragged = true;
    drag.item.classList.add("is-dragged");
    document.documentElement.classList.add("is-dragging");
    drag.from = places().find((place) => drag.item.compareDocumentPosition(place.before ?? document.body) & 4 && place.before === next(drag.item))?.value;
    const roll = () => {
      if (!drag?.on) return;
      const edge = drag.y < 90 ? drag.y - 90 : Math.max(0, drag.y - innerHeight + 130);
      if (edge) scrollBy({ top: edge / 5, behavior: "instant" });
      show();
      requestAnimationFrame(roll);
    };
    roll();
  };
  const next = (item) => {
    const after = item.nextElementSibling;
    return after === line ? after.nextElementSibling : after;
  };
  const end = (send) => {
    const { on, place, item, part, handle, from } = drag;
    drag = undefined;
    if (!on) return;
    item.classList.remove("is-dragged");
    document.documentElement.classList.remove("is-dragging");
    line.remove();
    if (!send || !place || place.value === from) {
      said.textContent = words.kept;
      return;
    }
    const step = part ? "move_section" : "move_question";
    const fields = form.elements;
    fields.step.value = step;
    fields.code.value = handle.dataset.code;
    fields["typed[place]"].value = place.value;
    // What is refused is said beside what was moved.
    fields.form_key.value = step + "-" + handle.dataset.code;
    form.submit();
  };
  addEventListener("pointerdown", (event) => {
    const handle = event.target.closest?.("[data-move]");
    dragged = false;
    if (!handle || event.button || !event.isPrimary) return;
    const part = handle.dataset.move === "move_section";
    drag = { handle, part, item: handle.closest(part ? "[data-part]" : ".builder-row"), x: event.clientX, y: event.clientY };
    handle.setPointerCapture(event.pointerId);
  });
  // The click that ends a drag is no wish to open the menu.
  addEventListener("click", (event) => dragged && event.detail && event.target.closest("[data-move]") && event.preventDefault(), { capture: true });
  addEventListener("pointermove", (event) => {
    if (!drag || (!drag.on && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 6)) return;
    drag.y = event.clientY;
    if (!drag.on) start();
  });
  addEventListener("pointerup", () => drag && end(true));
  addEventListener("pointercancel", () => drag && end(false));
  addEventListener("keydown", (event) => event.key === "Escape" && drag && end(false));
})
