// Shift three times leaves a page that could endanger whoever reads it; its link does so without this. Public pages have no other script.
const PRESSES = 3;
const WITHIN_MS = 5000;

const link = document.querySelector('[data-quick-exit]');
const told = document.querySelector('[data-quick-exit-told]');
let count = 0;
let last = 0;

/** Nothing of the page is shown while the other one comes, and the way back does not lead to it. */
function leave() {
  document.body.hidden = true;
  document.title = '…';
  location.replace(link.href);
}

document.addEventListener('keydown', ({ key, repeat, isComposing }) => {
  if (key === 'Shift' && repeat) return;
  const now = performance.now();
  // Any other key, an input method at work, or a pause begins anew: capitals that are typed do not leave.
  count = key !== 'Shift' || isComposing ? 0 : now - last > WITHIN_MS ? 1 : count + 1;
  last = now;
  if (count >= PRESSES) leave();
  else told.textContent = count > 0 ? told.dataset.quickExitTold.replace('#', String(PRESSES - count)) : '';
});
link.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});
