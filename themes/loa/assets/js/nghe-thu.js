// nghe-thu.js: plays the sound of a reading on the page. Without it the link opens the sound by itself.
{
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const place = link?.parentElement;
    if (!link || !place || !('nghe' in link.dataset) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const other of document.querySelectorAll('audio')) other.pause();
    const former = place.querySelector('audio');
    if (former) { // pressed again: put away
      former.remove();
      return;
    }
    const audio = document.createElement('audio');
    audio.controls = true;
    audio.preload = 'none';
    audio.src = link.href;
    audio.setAttribute('aria-label', link.textContent ?? '');
    place.append(audio);
    audio.play().catch(() => {}); // the browser wants another press, or cannot fetch it: its controls say so
  });
}
