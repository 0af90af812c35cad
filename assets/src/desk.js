// Single keys for the desk. Every key presses a link or a button that is on the page, so nothing here can do what a mouse cannot.
const STORE = "komshi-keys";
const typing = (element) => element.closest("input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]");
const keysAreOn = () => { try { return localStorage.getItem(STORE) !== "off"; } catch { return true; } };

document.querySelectorAll("[data-open]").forEach((button) => {
  const dialog = document.getElementById(button.dataset.open);
  button.hidden = !dialog;
  button.addEventListener("click", () => dialog.showModal());
});

const toggle = document.getElementById("keys-on");
if (toggle) {
  toggle.checked = keysAreOn();
  toggle.addEventListener("change", () => { try { localStorage.setItem(STORE, toggle.checked ? "on" : "off"); } catch { /* private window: on until the page is left */ } });
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const submit = document.querySelector("[data-submit]");
    if (submit) { event.preventDefault(); submit.click(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector("dialog[open]")) return;
  if (event.key !== "Escape" && (typing(event.target) || !keysAreOn())) return;
  if (event.key === "Enter" && event.target !== document.body && !event.target.matches("main")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`);
  if (target) { event.preventDefault(); target.click(); }
});
