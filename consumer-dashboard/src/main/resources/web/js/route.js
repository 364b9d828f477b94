/**
 * What the address says is shown. Every view of the page has one, so that it can be linked to, and
 * kept: `night`, `revision` (the night as it stood then), `seat` and `alert` (opened), `map` (how
 * the map is coloured); `theme` and `wall` are of this screen and stay while one goes about.
 */

const LINKED = ['night', 'revision', 'seat', 'alert', 'map'];
const listeners = new Set();

const asked = () => new URLSearchParams(location.search);

/** The parts of the address by name; absent ones are absent. */
export const route = () => Object.fromEntries(asked());

/**
 * The address with some parts changed; null or undefined takes one out.
 *
 * @param {Object<string, string | number | null | undefined>} changes
 */
export function address(changes) {
  const next = asked();
  for (const [part, value] of Object.entries(changes)) {
    if (value === null || value === undefined) next.delete(part);
    else next.set(part, value);
  }
  return `?${next}`;
}

/** An address to hand to others: what is shown, without what is only this screen's. */
export function permalink(changes = {}) {
  const shown = new URLSearchParams(address(changes));
  const link = new URL(location.pathname, location.href);
  for (const part of LINKED) {
    if (shown.has(part)) link.searchParams.set(part, shown.get(part));
  }
  return link.href;
}

/** Goes to a view of this page; `replace` where going back should not lead here. */
export function go(changes, { replace = false } = {}) {
  const next = address(changes);
  if (next === location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', next);
  tell();
}

/** Tells a listener of every change of the address from now on. */
export function onRoute(listener) {
  listeners.add(listener);
}

function tell() {
  const now = route();
  for (const listener of listeners) listener(now);
}

/** Makes links marked `data-go` lead within the page; with a modifier key they open as links do. */
export function followLinks() {
  addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-go]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const target = new URL(link.href);
    if (target.search === location.search) return;
    history.pushState(null, '', target.search);
    tell();
  });
}
