/** Parts of the page that not every reader sees: fetched when they are first wanted, so that the page weighs less. */

const PARTS = {
  'seat-page': () => import('./components/seat-page.js'),
  'seat-cards': () => import('./components/seat-cards.js'),
};

const coming = new Set();

/** Fetches a part unless it is there or on its way; where it cannot be had, the next wish tries again. */
export function fetchPart(part, then) {
  if (coming.has(part)) return;
  coming.add(part);
  PARTS[part]().then(then, () => coming.delete(part));
}
