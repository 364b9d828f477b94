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

/**
 * The largest majority overturned that the book has for this kind of contest, and the scope in
 * which it is the largest; null where the book supports none.
 */
export function recordToBeat({ contest, recordBook }) {
  const same = (row) => row.contest === contest && row.measure === 'MAJORITY_OVERTURNED';
  // The widest first: all time, then the longest era.
  const [scope] = recordBook.scopes.filter(same).sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  if (!scope) return null;
  const [entry] = recordBook.entries
    .filter((row) => same(row) && row.date >= (scope.since ?? '') && row.value >= scope.completeFrom)
    .sort((a, b) => b.value - a.value);
  return entry ? { entry, scope } : null;
}
