// The page works without this file; with it the calendar below the filters follows every choice, and addresses can be copied.
"use strict";
const form = document.getElementById("filters");
let waiting;

function query() {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) values.append(name, value);
  return "?" + values;
}

async function show() {
  waiting?.abort();
  waiting = new AbortController();
  const address = form.action + query();
  try {
    const answer = await fetch(address, { signal: waiting.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("result").replaceWith(page.getElementById("result"));
    history.replaceState(null, "", address);
    ready();
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

function ready() {
  const copy = document.getElementById("copy");
  const address = document.getElementById("address");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    address.select();
    try { await navigator.clipboard.writeText(address.value); } catch { document.execCommand("copy"); }
    copy.textContent = copy.dataset.done;
  });
}

let pause;
// A page that is a file has no filters.
form?.addEventListener("change", show);
form?.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 300); });
form?.addEventListener("submit", (event) => { event.preventDefault(); show(); document.getElementById("result").focus(); });
ready();
