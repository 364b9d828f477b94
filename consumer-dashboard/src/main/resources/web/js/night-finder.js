/** Finds the night that the page shows, with all that is known of it, in as few answers as it can. */

import * as api from './api.js';

const ASK_AGAIN = 2000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function find(wanted) {
  const nights = await api.nights();
  const chosen = wanted === null ? nights[0] : nights.find(({ election }) => election === wanted);
  if (!chosen) return null;
  const [detail, snapshot] = await Promise.all([api.night(chosen.election), api.snapshot(chosen.election)]);
  return { nights, detail, snapshot };
}

/**
 * Asks until there is a night to show.
 *
 * @param {string | null} wanted null for the newest
 * @param {{ waiting: function(): void, lost: function(): void }} to what is told meanwhile
 */
export async function findNight(wanted, to) {
  for (;;) {
    try {
      const found = await find(wanted);
      if (found) return found;
      to.waiting();
    } catch {
      to.lost();
    }
    await pause(ASK_AGAIN);
  }
}
