// in.js: prints the page. Without it the browser's own command does.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-viec="in"]'))) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
