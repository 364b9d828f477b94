/**
 * A night on a server that need not be the page's own: found, folded and kept up to date, for as
 * long as it is wanted.
 */

import { amendsReference, applySnapshot, applyUpdate, describe, openNight } from '../js/store.js';
import { openStream } from '../js/stream.js';

const LONGEST_WAIT = 8000;
const ASK_AGAIN = 3000;
const LEAST_BETWEEN_DESCRIPTIONS = 5000;

const fetchWithin = (url, options) => fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(LONGEST_WAIT), ...options });

async function get(url) {
  const response = await fetchWithin(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/**
 * Whether a server that cannot be read is there all the same: then it is this page's host that it
 * does not allow. A browser tells a script nothing else of the difference, and only of a file that
 * every site may load.
 */
const refuses = (server) =>
  fetchWithin(`${server}/embed/frame.css`, { mode: 'no-cors' }).then(
    ({ type }) => type === 'opaque',
    () => false,
  );

/**
 * @param {string} server its address without a slash at the end; empty for the page's own
 * @param {string | null} wanted a night's id; null for the newest polling day
 * @param {object} to what is told:
 *   `changed(night)`, after the first snapshot and every change after it;
 *   `connected(boolean)`, whether the figures are known to be current;
 *   `waiting(why)`, while there is nothing to show: `NIGHT` there is none, `SERVER` it does not
 *   answer, `REFUSED` it does not allow this page's host
 * @returns {() => void} ends it
 */
export function follow(server, wanted, to) {
  let ended = false;
  let timer;
  let closeStream = () => {};
  const list = `${server}/api/nights`;

  const wait = (why) => ended || to.waiting(why);

  async function find() {
    try {
      const { nights } = await get(list);
      const found = wanted === null ? nights[0] : nights.find(({ election }) => election === wanted);
      if (found) return start(await get(`${list}/${encodeURIComponent(found.election)}`));
      wait('NIGHT');
    } catch {
      wait(server !== '' && (await refuses(server)) ? 'REFUSED' : 'SERVER');
    }
    if (!ended) timer = setTimeout(find, ASK_AGAIN);
  }

  function start(reference) {
    if (ended) return;
    const night = openNight(reference);
    const path = `${list}/${encodeURIComponent(night.election.election)}`;
    let described = -Infinity;

    /** Names and colours may be published or corrected after the night began. */
    async function describeAgain() {
      if (performance.now() - described < LEAST_BETWEEN_DESCRIPTIONS) return;
      described = performance.now();
      const newer = await get(path).catch(() => null);
      if (newer === null || ended) return;
      describe(night, newer);
      if (night.revision !== null) to.changed(night);
    }

    closeStream = openStream(() => `${path}/stream`, {
      snapshot(message) {
        const again = night.revision !== null;
        applySnapshot(night, message);
        to.changed(night);
        if (again) describeAgain();
      },
      update(message) {
        const outcome = applyUpdate(night, message);
        if (outcome === 'applied') to.changed(night);
        if (outcome === 'applied' && amendsReference(message)) describeAgain();
        return outcome !== 'gap';
      },
      heartbeat: ({ revision }) => revision === undefined || revision <= night.revision,
      connected: (yes) => to.connected(yes),
      async upToDate() {
        const { nights } = await get(list);
        return nights.some(({ election, revision }) => election === night.election.election && revision === night.revision);
      },
    });
  }

  find();
  return () => {
    ended = true;
    clearTimeout(timer);
    closeStream();
  };
}
