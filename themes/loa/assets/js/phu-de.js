// phu-de.js: shows the sentence that is being said below the player. Browsers draw captions over pictures alone, never beside a sound.
// Without it the words stand in the article.
{
  const line = /** @type {HTMLElement | null} */ (document.querySelector('[data-phu-de]'));
  const audio = line?.parentElement?.querySelector('audio');
  const track = audio?.textTracks[0];
  if (line && audio && track) {
    audio.addEventListener('play', () => {
      track.mode = 'hidden'; // fetched and followed; drawn here
      line.hidden = false;
    });
    track.addEventListener('cuechange', () => {
      const cues = /** @type {VTTCue[]} */ (Array.from(track.activeCues ?? []));
      if (cues.length) line.textContent = cues.map((cue) => cue.getCueAsHTML().textContent).join(' '); // in a pause the last one stays
    });
    audio.addEventListener('ended', () => {
      line.hidden = true;
      line.textContent = '';
    });
  }
}
