/** Scoreboards that come as what changed in them. Pure. */

/** The order of the rows, as the server documents it: most seats, then most votes, then by code. */
const MOST_SEATS_FIRST = (a, b) => b.seats - a.seats || b.votes - a.votes || (a.party < b.party ? -1 : 1);

/**
 * A scoreboard with the changes of the next revision.
 *
 * @param {object} before stays as it is
 * @param {object} changes the members that differ, null for one that is gone; `parties` has the
 *     rows that differ, and `partiesGone` names those without a row any more
 */
export function mergeScoreboard(before, { parties = [], partiesGone = [], ...changes }) {
  const merged = { ...before, ...changes };
  for (const [member, value] of Object.entries(changes)) if (value === null) delete merged[member];
  if (parties.length === 0 && partiesGone.length === 0) return merged;
  const rows = new Map([...before.parties, ...parties].map((row) => [row.party, row]));
  for (const party of partiesGone) rows.delete(party);
  merged.parties = [...rows.values()].sort(MOST_SEATS_FIRST);
  return merged;
}
