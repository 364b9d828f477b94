/** The REST side of the dashboard. */

const LONGEST_WAIT = 8000;

async function get(path) {
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    cache: 'no-cache',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  if (!response.ok) throw Object.assign(new Error(`${path} answered ${response.status}`), { status: response.status });
  return response.json();
}

const nightPath = (election) => `/api/nights/${encodeURIComponent(election)}`;

/** All nights, newest first. */
export const nights = async () => (await get('/api/nights')).nights;

/** What a night has in common, and its seats. */
export const night = (election) => get(nightPath(election));

/** One seat's full result. */
export const result = (election, seat) => get(`${nightPath(election)}/results/${encodeURIComponent(seat)}`);

/** All that is public of one seat, and how it came to that; as it was at a revision of the night, where one is given. */
export const seat = (election, code, revision) =>
  get(`${nightPath(election)}/seats/${encodeURIComponent(code)}${revision === undefined ? '' : `?revision=${revision}`}`);

/** Where a night's updates are pushed. */
export const streamPath = (election) => `${nightPath(election)}/stream`;
