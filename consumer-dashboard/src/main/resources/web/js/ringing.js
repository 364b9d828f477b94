/** Which alerts are news in this moment, to those who hold the night already. Pure: no page, no clock. */

import { isOf } from './alert-groups.js';

/** So many revisions at once are not what happens now but what was missed. */
const LEAP = 5;
/** What was missed may come in over more than one drawing. */
const SETTLING = 2000;
/** What was declared longer ago than this is no news on a live night. */
const OLD = 10 * 60_000;

/**
 * Hears a night grow. What it answers rings: alerts that an update has just brought, each revision
 * of each at most once; never those of a snapshot, of a view of the past, or of updates that were
 * missed and come in together.
 *
 * @returns {(night: object, groups: string[], now: number) => object[]} the alerts that ring, newest
 *   change first; `now` is the time in milliseconds since 1970
 */
export function ringer() {
  let heard = new Map();
  let election = null;
  let revision = null;
  let quietUntil = -Infinity;

  return (night, groups, now) => {
    if (night.past || night.revision === null) {
      revision = null;
      return [];
    }
    if (election !== night.election.election) {
      heard = new Map();
      election = night.election.election;
      revision = null;
    }
    if (revision === null || night.revision - revision > LEAP) quietUntil = now + (revision === null ? 0 : SETTLING);
    const quiet = revision === null || now < quietUntil;
    revision = night.revision;
    const news = night.alerts.filter((alert) => alert.revision > (heard.get(alert.id) ?? 0));
    for (const { id, revision: last } of news) heard.set(id, last);
    if (quiet) return [];
    return news.filter((alert) => !night.handedOver.has(alert) && !isOld(alert, now) && groups.some((group) => isOf(alert, group)));
  };
}

/** An alert that is amended keeps the time of the declaration, which may be hours ago. */
const isOld = ({ mode, state, at }, now) => mode === 'LIVE' && state === 'ISSUED' && now - Date.parse(at) > OLD;
