/** Keeps a night up to date with the server, its timeline with it. */

import * as api from './api.js';
import { SEATS_IN_FULL, amendsReference, applyFullResult, applySnapshot, applyUpdate, describe } from './store.js';
import { openStream } from './stream.js';

const LEAST_BETWEEN_DESCRIPTIONS = 5000;
const LEAST_BETWEEN_TIMELINES = 5000;

/**
 * @param {object} night as far as it is known
 * @param {import('./timeline.js').Timeline} timeline
 * @param {object} to what is told: `changed()`, there is something to draw; `described()`, its
 *     reference data is new; `began()`, its revisions are those of another log
 */
export function followNight(night, timeline, to) {
  const { election } = night.election;
  let arrivedAt = performance.now();
  let heardAt = Date.now();
  let lostAt = null;
  let describedAt = performance.now();
  let amended = false;
  let asked = -Infinity;

  /** Reference data may come in or change after the first reader: asks for it again. */
  async function describeAgain() {
    if (performance.now() - describedAt < LEAST_BETWEEN_DESCRIPTIONS) return;
    describedAt = performance.now();
    amended = false;
    const newer = await api.night(election).catch(() => null);
    if (newer === null) {
      amended = true;
      return;
    }
    describe(night, newer);
    to.described();
  }

  const incomplete = () => night.seats.size < night.election.seats || night.newest.some((seat) => !night.seats.has(seat));

  /** A snapshot's rows are slim; a small night is shown with every candidate. */
  async function fetchFullResults() {
    if (night.election.seats > SEATS_IN_FULL) return;
    const missing = [...night.results.keys()].filter((seat) => !night.full.has(seat));
    const all = await Promise.all(missing.map((seat) => api.result(election, seat).catch(() => null)));
    for (const full of all) if (full) applyFullResult(night, full);
    to.changed();
  }

  const timelineIsBehind = () => timeline.log !== night.log || timeline.newest !== night.revision;

  async function fetchTimeline() {
    if (performance.now() - asked < LEAST_BETWEEN_TIMELINES) return;
    asked = performance.now();
    const after = timeline.log === night.log && !timeline.isEmpty ? timeline.newest : undefined;
    const told = await api.timeline(election, after).catch(() => null);
    if (told === null || told.log !== night.log) return;
    timeline.learn(told);
    to.changed();
  }

  openStream(() => api.streamPath(election, night), {
    snapshot(message) {
      const began = night.log !== message.log;
      amended = true;
      applySnapshot(night, message);
      arrivedAt = performance.now();
      if (began) to.began();
      fetchFullResults();
      fetchTimeline();
      to.changed();
    },
    update(message) {
      const outcome = applyUpdate(night, message, { partial: true });
      if (outcome === 'gap') return false;
      if (outcome === 'applied') {
        arrivedAt = performance.now();
        amended ||= amendsReference(message);
        timeline.add(message, night.scoreboard.latest);
      }
      to.changed();
      return true;
    },
    heartbeat: ({ revision }) => revision <= night.revision,
    connected(yes) {
      if (yes) heardAt = Date.now();
      lostAt = yes ? null : (lostAt ?? performance.now());
    },
    async upToDate() {
      const known = (await api.nights()).find((other) => other.election === election);
      return known !== undefined && known.revision === night.revision;
    },
  });
  fetchFullResults();
  fetchTimeline();

  return {
    /** Looks after what comes neither with a snapshot nor with an update. */
    tend() {
      if (amended || incomplete()) describeAgain();
      if (timelineIsBehind()) fetchTimeline();
    },
    /** Milliseconds since the newest update arrived. */
    newestAge: () => performance.now() - arrivedAt,
    /** How long the server is silent, in milliseconds, and since when; null while it is not. */
    silence: () => (lostAt === null ? null : { lasted: performance.now() - lostAt, since: new Date(heardAt).toISOString() }),
  };
}
