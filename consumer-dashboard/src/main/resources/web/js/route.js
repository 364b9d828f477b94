/**
 * What the address says is shown. Every view of the page has one, so that it can be linked to, and
 * kept: `night`, `revision` (the night as it stood then), `seat` and `alert` (opened), `map` (how
 * the map is coloured); `theme` and `wall` are of this screen and stay while one goes about.
 * `at`, a time, may stand for a revision where one comes in.
 */

const LINKED = ['night', 'revision', 'seat', 'alert', 'map'];
const listeners = new Set();
let night = null;

const asked = () => new URLSearchParams(location.search);

/** The address of what is shown, within this page. */
export const here = () => `?${asked()}`;

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

/** Which night is shown where the address names none, because it is the newest. */
export function nightIs(election) {
  night = election;
}

/**
 * An address to hand to others: what is shown, without what is only this screen's. It names the
 * night, which is not the newest for ever.
 */
export function permalink(changes = {}) {
  const shown = new URLSearchParams(address({ night: asked().get('night') ?? night, ...changes }));
  const link = new URL(location.pathname, location.href);
  for (const part of LINKED) {
    if (shown.has(part)) link.searchParams.set(part, shown.get(part));
  }
  return link.href;
}

/** Goes to a view of this page; `replace` where going back should not lead here. */
export function go(changes, { replace = false } = {}) {
  const next = address(changes);
  if (next === here()) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', next);
  tell();
}

/** Has the address say what is shown for the moment only: nobody is told, going back skips it. */
export const pass = (changes) => history.replaceState(null, '', address(changes));

/** Goes to a view after others were passed, so that going back leads to where these began. */
export function arrive(changes, from) {
  const next = address(changes);
  if (here() !== from) history.replaceState(null, '', from);
  if (next === from) return;
  history.pushState(null, '', next);
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

/** A link leads to its view at the moment that is shown when it is followed, not when it was drawn. */
function viewOf(link) {
  const [target, shown] = [new URL(link.href).searchParams, asked()];
  const elsewhere = (target.get('night') ?? night) !== (shown.get('night') ?? night);
  if (link.dataset.go === 'moment' || elsewhere) return target;
  if (shown.has('revision')) target.set('revision', shown.get('revision'));
  else target.delete('revision');
  return target;
}

/**
 * Makes links marked `data-go` lead within the page; with a modifier key they open as links do. One
 * marked `data-go="moment"` leads to the revision that it names, or to live.
 */
export function followLinks() {
  addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-go]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const next = `?${viewOf(link)}`;
    if (next === here()) return;
    history.pushState(null, '', next);
    tell();
  });
}
