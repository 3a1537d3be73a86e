// What the page does better with a script: answers while one types, and copies quotations.
"use strict";

(() => {
  const form = document.getElementById("ask");
  const result = document.getElementById("result");
  const status = document.getElementById("status");

  const showCopyButtons = (root) => {
    for (const button of root.querySelectorAll("button.copy")) button.hidden = false;
  };

  const copyText = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const runs = [...button.closest("article").querySelectorAll(".quote")];
    const quotation = runs.map((run) => run.textContent).join("").replace(/\s+/g, " ").trim();
    await copyText("«" + quotation + "» (" + button.dataset.citation + ")");
    button.focus();
    if (status) status.textContent = button.dataset.done;
    button.textContent = button.dataset.done;
  });

  // What is said of a passage is sent from where one is; the server's page tells of a failure.
  document.addEventListener("submit", async (event) => {
    const feedback = event.target;
    if (!feedback.matches("form.feedback") || feedback.dataset.failed) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(feedback, event.submitter));
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(feedback.action, { method: "POST", headers, body });
      if (!response.ok) throw new Error(response.statusText);
      feedback.tabIndex = -1;
      feedback.textContent = feedback.dataset.done;
      feedback.focus();
    } catch {
      feedback.dataset.failed = "true";
      feedback.requestSubmit(event.submitter);
    }
  });

  // Up and down go from passage to passage while a citation has the focus.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...document.querySelectorAll(".passage h2 a")].filter((a) => a.checkVisibility());
    const index = links.indexOf(document.activeElement);
    const next = links[index + (event.key === "ArrowDown" ? 1 : -1)];
    if (index < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  showCopyButtons(document);
  if (!form || !result) return;

  const box = document.getElementById("question");
  const original = [...result.childNodes];
  const shortest = 8;
  const pause = 500;
  let timer;
  let pending;
  let restUntil = 0;

  const preview = async () => {
    const question = box.value.trim();
    if (pending) pending.abort();
    if (question.length < shortest || !question.includes(" ")) {
      if (!question) result.replaceChildren(...original);
      return;
    }
    if (Date.now() < restUntil) return;
    pending = new AbortController();
    result.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "text/html" },
        body: new URLSearchParams(new FormData(form)),
        signal: pending.signal,
      });
      const wait = Number(response.headers.get("Retry-After"));
      if (!response.ok) restUntil = Date.now() + 1000 * (wait || 5);
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const answer = page.getElementById("answer");
      if (!answer) return;
      result.replaceChildren(document.adoptNode(answer));
      showCopyButtons(result);
      status.textContent = result.querySelector(".summary").textContent;
    } catch (error) {
      if (error.name !== "AbortError") restUntil = Date.now() + 5000;
    } finally {
      result.removeAttribute("aria-busy");
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(preview, pause);
  });

  // Enter asks, Shift and Enter begin a new line.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    clearTimeout(timer);
    form.requestSubmit();
  });
})();
