/** The words for a figure's place among the records of its kind of contest. */

const NOUNS = { GENERAL_ELECTION: 'general election', BY_ELECTION: 'by-election' };
const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** What ranks as high as it can: "biggest majority overturned", "largest swing". */
export const SUPERLATIVES = { MAJORITY_OVERTURNED: 'biggest', SWING: 'largest' };

/**
 * A place as the night gives it, no more than the book supports: "the joint third-biggest at a
 * by-election since 1945".
 */
export function placeWords({ rank, joint, scope }) {
  const order = rank === 1 ? '' : `${ORDINALS[rank] ?? `${rank}th`}-`;
  const since = scope.since ? ` since ${scope.since.slice(0, 4)}` : '';
  return `the ${joint ? 'joint ' : ''}${order}${SUPERLATIVES[scope.measure] ?? 'largest'} at a ${NOUNS[scope.contest] ?? 'contest'}${since}`;
}

/** The entries of the book that a scope ranks, largest first. */
const ranked = ({ entries }, { contest, measure, since = '', completeFrom }) =>
  entries.filter((row) => row.contest === contest && row.measure === measure && row.date >= since && row.value >= completeFrom).sort((a, b) => b.value - a.value || a.date.localeCompare(b.date));

/**
 * The largest majority overturned that the book has for this kind of contest, and the scope in
 * which it is the largest; null where the book supports none.
 */
export function recordToBeat({ contest, recordBook }) {
  // The widest first: all time, then the longest era.
  const [scope] = recordBook.scopes.filter((row) => row.contest === contest && row.measure === 'MAJORITY_OVERTURNED').sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  const [entry] = scope ? ranked(recordBook, scope) : [];
  return entry ? { entry, scope } : null;
}

/**
 * A figure of the night among the records around it, largest first, each with its `rank`, `name`,
 * `date` and `value`; the figure itself has `tonight`. Entries below those in which the book is
 * complete have no rank and are left out.
 */
export function neighbours({ recordBook, date }, { name, overturned, record }) {
  const entries = ranked(recordBook, record.scope);
  const place = (row) => ({ name: row.name, date: row.date, value: row.value, rank: 1 + entries.filter(({ value }) => value > row.value).length + (row.value < overturned ? 1 : 0) });
  const above = entries.filter(({ value }) => value > overturned).slice(-1);
  const level = entries.filter(({ value }) => value === overturned);
  const below = entries.filter(({ value }) => value < overturned).slice(0, 2 - above.length);
  return [...above.map(place), { name, date, value: overturned, rank: record.rank, tonight: true }, ...[...level, ...below].map(place)];
}
