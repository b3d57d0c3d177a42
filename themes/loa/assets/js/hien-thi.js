// hien-thi.js: remembers the size of text and the colours that the reader chose. Without it they last for one page.
{
  const key = 'loa.hien-thi';
  const box = document.querySelector('[data-hien-thi]');
  /** @type {HTMLInputElement[]} */
  const choices = box ? Array.from(box.querySelectorAll('input')) : [];
  try {
    const chosen = (localStorage.getItem(key) ?? '').split(' ');
    for (const input of choices) if (chosen.includes(input.id)) input.checked = true;
    for (const input of choices) {
      input.addEventListener('change', () => {
        localStorage.setItem(key, choices.filter((c) => c.checked).map((c) => c.id).join(' '));
      });
    }
  } catch {
    // The browser keeps nothing for this site: the choice lasts for the page.
  }
}
