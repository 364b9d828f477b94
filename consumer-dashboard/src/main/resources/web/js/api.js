/** The REST side of the dashboard. */

const LONGEST_WAIT = 8000;

/** An answer that is not the document asked for. */
export class Refused extends Error {
  constructor(path, status) {
    super(`${path} answered ${status}`);
    this.status = status;
  }
}

async function get(path, asked = {}) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined && value !== null));
  const address = query.size > 0 ? `${path}?${query}` : path;
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    cache: 'no-cache',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  if (!response.ok) throw new Refused(address, response.status);
  return response.json();
}

/** Where a night's data are; `part` such as `results.csv`. */
export const nightPath = (election, part) => `/api/nights/${encodeURIComponent(election)}${part ? `/${part}` : ''}`;

/** All nights, newest first. */
export const nights = async () => (await get('/api/nights')).nights;

/** What a night has in common, and its seats. */
export const night = (election) => get(nightPath(election));

/** All that changes in a night, now or as it stood at a `revision` or `at` a time. */
export const snapshot = (election, moment) => get(nightPath(election, 'snapshot'), moment);

/** All that is public of one seat, and how it came to that; as it was at a revision of the night, where one is given. */
export const seat = (election, code, revision) => get(nightPath(election, `seats/${encodeURIComponent(code)}`), { revision });

/** The whole updates that follow a revision, as many as an answer holds. */
export const updates = async (election, after) => (await get(nightPath(election, 'updates'), { after })).updates;

/** When each revision was, and what it was about; those after a revision where one is given. */
export const timeline = (election, after) => get(nightPath(election, 'timeline'), { after });

/** One seat's full result, now or as it stood at a `revision`. */
export const result = (election, seat, moment) => get(nightPath(election, `results/${encodeURIComponent(seat)}`), moment);

/** Where a night's updates are pushed; after a revision of a log where they are given. */
export function streamPath(election, { revision, log }) {
  const asked = new URLSearchParams({ scoreboard: 'changes' });
  if (revision !== null) asked.set('last_event_id', log ? `${revision}-${log}` : revision);
  return `${nightPath(election, 'stream')}?${asked}`;
}
