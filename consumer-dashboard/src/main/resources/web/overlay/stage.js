/** Where messages stand, one at a time: each comes in, is held, and goes out. */

const MOVE = 300;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param {HTMLElement} place where they stand
 * @param {object} what
 *   `hold`, milliseconds that a message is held at least;
 *   `next()`, the message to come; undefined for none;
 *   `draw(message)`, its element;
 *   `aired(message, element)`, told of each that comes in, once it is on the page;
 *   `isTrue(message)`, whether it may be shown as things stand: one that may not any more goes at once
 * @returns {() => void} looks whether there is something to change; it also does so by itself
 */
export function stage(place, { hold, next, draw, aired, isTrue }) {
  let current = null;
  let heldUntil = 0;
  let moving = false;

  /** Timed by a clock and not by frames, which a source that is hidden does not get. */
  async function move(element, from, to) {
    element.animate([from, to], { duration: calm.matches ? 0 : MOVE, easing: 'ease-out', fill: 'forwards' });
    await pause(calm.matches ? 0 : MOVE);
  }

  // From above, because below the lowest is the margin.
  const out = { opacity: 0, transform: 'translateY(-1rem)' };
  const seen = { opacity: 1, transform: 'none' };

  async function leave() {
    await move(current.element, seen, out);
    current.element.remove();
    current = null;
  }

  async function enter(message) {
    current = { message, element: draw(message) };
    place.append(current.element);
    aired(message, current.element);
    await move(current.element, out, seen);
    heldUntil = performance.now() + hold;
  }

  /** The same words again stay where they are. */
  function stay(message) {
    if (draw(message).textContent !== current.element.textContent) return false;
    current.message = message;
    heldUntil = performance.now() + hold;
    return true;
  }

  async function change() {
    if (current && !isTrue(current.message)) await leave();
    if (current && performance.now() < heldUntil) return;
    const coming = next();
    if (coming && current && stay(coming)) return;
    if (current) await leave();
    // What was fit before the last one went out need not be any more.
    if (coming && isTrue(coming)) await enter(coming);
  }

  async function turn() {
    if (moving) return;
    moving = true;
    try {
      await change();
    } finally {
      moving = false;
    }
  }

  setInterval(turn, 100);
  return turn;
}
