/** Finds seats by the beginnings of the words of their names. Pure. */

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN = { ø: 'o', đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
/** Of a longer name nothing more is looked at. */
const LONGEST = 200;

/** The words of a text as they are typed: without accents, apostrophes and capitals. */
export const wordsOf = (text) =>
  text
    .slice(0, LONGEST)
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
    .replace(/[øđłßæœı]/g, (letter) => PLAIN[letter])
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Seats made ready to be searched, in the order of their names. */
export const indexOf = (seats) =>
  [...seats].map((seat) => ({ seat, code: seat.seat.toLowerCase(), words: wordsOf(seat.name) })).sort((a, b) => a.seat.name.localeCompare(b.seat.name, 'en'));

const contains = (words, asked) => asked.every((start) => words.some((word) => word.startsWith(start)));

/**
 * The seats in whose name a word begins with each word that is asked for, or whose code begins with
 * what is asked for; those that begin with the first word come first. All of them for nothing asked.
 */
export function search(index, text) {
  const asked = wordsOf(text);
  if (asked.length === 0) return index.map(({ seat }) => seat);
  const code = text.trim().toLowerCase();
  const found = index.filter((entry) => contains(entry.words, asked) || entry.code.startsWith(code));
  const begins = ({ words }) => words[0]?.startsWith(asked[0]) === true;
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].map(({ seat }) => seat);
}
