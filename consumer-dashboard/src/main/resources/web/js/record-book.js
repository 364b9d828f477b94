/** Where a figure stands among the records of its kind of contest. */

const MEASURE = 'MAJORITY_OVERTURNED';

/**
 * The place of a majority overturned in the night's record book, and the entries beside it.
 *
 * @returns {{place: number, entries: number, above?: object, below?: object} | null} null where the
 *   book has nothing to compare with
 */
export function placeInBook(election, overturned) {
  const book = election.recordBook
    .filter((entry) => entry.contest === election.contest && entry.measure === MEASURE)
    .sort((a, b) => b.value - a.value);
  if (book.length === 0) return null;
  const better = book.filter((entry) => entry.value > overturned).length;
  return { place: better + 1, entries: book.length, above: book[better - 1], below: book[better] };
}
