// gui.js: hands the page to what the telephone itself sends with. Without it the link can be copied.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-gui]'))) {
  if (!('share' in navigator)) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.share({ title: button.dataset.ten, url: button.dataset.gui }).catch(() => {}); // the reader changed his mind
  });
}
