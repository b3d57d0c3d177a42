// chep.js: copies addresses. Without it an address is plain text that can be selected.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-chep]'))) {
  const said = button.nextElementSibling;
  if (!navigator.clipboard || !said) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.chep ?? '');
      said.textContent = button.dataset.daChep ?? '';
    } catch {
      said.textContent = '';
    }
  });
}
