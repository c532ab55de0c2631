// What the page does beyond HTML and CSS: small windows for names, dates, notes and corrections; notes beside the text; the passage to cite.
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("ed.words").textContent);
  const main = document.getElementById("ed.text");

  // The view and the display are remembered; an address with ?view=diplomatic opens that view.
  const store = {
    get(name) { try { return localStorage.getItem("edition." + name); } catch { return null; } },
    set(name, value) { try { localStorage.setItem("edition." + name, value); } catch { /* a page opened from a file may have no storage */ } },
  };
  const choose = (name, value) => {
    const input = [...document.getElementsByName(name)].find((i) => i.value === value);
    if (input) input.checked = true;
  };
  // Parts of words that only one view has are drawn by the style sheet; in that view they become text, to be found and copied.
  const parts = document.querySelectorAll("[data-text]");
  const fillParts = () => {
    const view = document.querySelector('[name="view"]:checked')?.value;
    for (const part of parts) part.textContent = part.classList.contains(`in-${view}`) ? part.dataset.text : "";
  };
  choose("view", new URLSearchParams(location.search).get("view"));
  for (const name of ["theme", "size"]) choose(name, store.get(name));
  fillParts();
  document.querySelector(".bar").addEventListener("change", (event) => {
    const { name, value } = event.target;
    if (name === "theme" || name === "size") store.set(name, value);
    if (name === "view") {
      fillParts();
      const address = new URL(location);
      address.searchParams.set("view", value);
      try { history.replaceState(null, "", address); } catch { /* not for files, in some browsers */ }
    }
    putNotes();
  });

  // Can this browser divide words of the text's language? Only then are paragraphs justified.
  const divides = () => {
    const probe = Object.assign(document.createElement("p"), { textContent: "Verantwortungsbewusstseinsentwicklungsmöglichkeiten transubstantiationalistically anticonstitutionnellement incomprehensibilities" });
    const frame = document.createElement("div");
    frame.style.cssText = "position: absolute; visibility: hidden; width: 12em; overflow-wrap: normal";
    probe.style.hyphens = "manual";
    frame.append(probe);
    main.querySelector("article").append(frame);
    const undivided = probe.offsetHeight;
    probe.style.hyphens = "auto";
    const divided = probe.offsetHeight;
    frame.remove();
    return divided > undivided;
  };
  document.documentElement.classList.toggle("can-hyphenate", divides());

  // Small windows: what a link to the indexes, notes or corrections leads to, beside the link.
  const small = document.createElement("div");
  small.className = "popover";
  small.id = "ed.popover";
  small.popover = "manual";
  small.tabIndex = -1;
  small.setAttribute("role", "dialog");
  document.body.append(small);
  let owner = null;
  let timer = 0;
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const fill = (link) => {
    if (link.title) {
      small.replaceChildren(link.title);
      small.setAttribute("aria-label", link.title);
      return true;
    }
    const entry = target(link);
    if (!entry) return false;
    const inner = document.createElement("div");
    inner.className = "entity";
    if (entry.tagName === "TR") {
      const labels = [...entry.closest("table").tHead.rows[0].cells].map((cell) => cell.textContent);
      [...entry.cells].forEach((cell, i) => {
        if (!cell.textContent.trim()) return;
        const line = document.createElement("div");
        line.append(Object.assign(document.createElement("span"), { className: "key", textContent: labels[i] }), " ", cell.textContent);
        inner.append(line);
      });
    } else inner.append(...entry.cloneNode(true).childNodes);
    for (const e of inner.querySelectorAll("[id]")) e.removeAttribute("id");
    const go = Object.assign(document.createElement("a"), { className: "go", href: link.hash, textContent: words.more });
    small.replaceChildren(inner, go);
    small.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent.trim());
    return true;
  };
  const place = (link) => {
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const own = small.getBoundingClientRect();
    const left = Math.max(16, Math.min(box.left, document.documentElement.clientWidth - own.width - 16));
    const below = box.bottom + 8 + own.height < innerHeight;
    small.style.left = `${left + scrollX}px`;
    small.style.top = `${(below ? box.bottom + 6 : Math.max(56, box.top - own.height - 6)) + scrollY}px`;
  };
  const show = (link) => {
    if (owner === link && small.matches(":popover-open")) return true;
    if (!fill(link)) return false;
    owner = link;
    if (!small.matches(":popover-open")) small.showPopover();
    place(link);
    return true;
  };
  const hide = (giveBack) => {
    clearTimeout(timer);
    if (!small.matches(":popover-open")) return;
    const had = small.contains(document.activeElement);
    small.hidePopover();
    if (owner && (giveBack || had)) owner.focus({ preventScroll: true });
    owner = null;
  };
  const beside = (link) => link.classList.contains("note-mark") && document.body.classList.contains("beside");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.has-more");
    if (link && main.contains(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (beside(link)) return;
      if (show(link)) { event.preventDefault(); small.focus({ preventScroll: true }); }
    } else if (event.target.closest("article [title]:not(a)") && !event.target.closest("a")) show(event.target.closest("[title]"));
    else if (!small.contains(event.target)) hide(false);
    else if (event.target.closest(".go")) { owner = null; small.hidePopover(); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(true); });
  small.addEventListener("focusout", (event) => { if (event.relatedTarget && !small.contains(event.relatedTarget)) hide(false); });
  if (matchMedia("(hover: hover)").matches) {
    main.addEventListener("pointerover", (event) => {
      const link = event.target.closest("a.has-more");
      clearTimeout(timer);
      if (link && !beside(link)) timer = setTimeout(() => show(link), 350);
    });
    main.addEventListener("pointerout", (event) => {
      if (event.target.closest("a.has-more")) { clearTimeout(timer); timer = setTimeout(() => { if (!small.matches(":hover, :focus-within, :focus")) hide(false); }, 300); }
    });
    small.addEventListener("pointerleave", () => { timer = setTimeout(() => { if (!small.matches(":focus, :focus-within")) hide(false); }, 300); });
    small.addEventListener("pointerenter", () => clearTimeout(timer));
  }

  // Notes beside their lines, where there is room for all of them; else they stay at the end.
  const notes = [...document.querySelectorAll(".notes > ol > li")];
  const wide = matchMedia("(min-width: 68rem)");
  function putNotes() {
    document.body.classList.remove("beside");
    for (const note of notes) note.style.removeProperty("top");
    if (!notes.length || !wide.matches || notes.length > 600) return;
    document.body.classList.add("beside");
    const origin = main.getBoundingClientRect().top;
    const places = notes.map((note) => {
      const mark = document.getElementById(decodeURIComponent(note.querySelector(".return").hash.slice(1)));
      return { note, wanted: mark ? mark.getBoundingClientRect().top - origin - 4 : 0, height: note.offsetHeight };
    });
    const text = main.querySelector("article").offsetHeight;
    let free = 0;
    for (const p of places) { p.top = Math.max(p.wanted, free); free = p.top + p.height + 10; }
    if (places.some((p) => p.top - p.wanted > 900) || free > text + 1200) { document.body.classList.remove("beside"); return; }
    for (const p of places) p.note.style.top = `${p.top}px`;
    main.style.minHeight = `${free}px`;
    const after = main.querySelector(".supplements");
    after.style.removeProperty("margin-top");
  }
  let waiting = 0;
  const later = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(putNotes); };
  addEventListener("resize", later);
  addEventListener("load", later);
  if (document.fonts) document.fonts.ready.then(later);
  putNotes();

  // Cite: the address of the page, or of the passage last pointed at, and buttons that copy.
  const citation = document.getElementById("ed.citation");
  const told = () => {
    const here = document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0];
    return here + (location.hash && !location.hash.startsWith("#ed.") ? location.hash : "");
  };
  const whole = citation.textContent.replace(/https?:\S+\s*$/, "").trim();
  const renew = () => { citation.textContent = `${whole} ${told()}`; };
  addEventListener("hashchange", renew);
  renew();
  const button = (source) => {
    const b = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: words.copy });
    b.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent);
      b.textContent = words.copied;
      setTimeout(() => { b.textContent = words.copy; }, 1500);
    });
    source.after(b);
  };
  if (navigator.clipboard) for (const source of document.querySelectorAll("#ed\\.citation, .cite pre")) button(source);
})();
