/** The night in the width of a bug: the parties with the most seats, and the way to the line. Pure. */

import { number } from '../js/format.js';
import { collective, undecided } from '../js/words.js';

const MOST_ROWS = 4;

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The rows of a bug: parties in the order asked for, or those with the most seats, and one for the
 * seats of all others where there are any.
 */
export function bugRows(night, wanted) {
  const { parties } = night.scoreboard;
  const won = (code) => parties.find(({ party }) => party === code) ?? { party: code, seats: 0 };
  const shown = wanted.length > 0 ? wanted.filter((code) => night.parties.has(code)).map(won) : parties.filter(({ seats }) => seats > 0).slice(0, MOST_ROWS);
  const codes = new Set(shown.map(({ party }) => party));
  const others = parties.filter(({ party }) => !codes.has(party)).reduce((sum, { seats }) => sum + seats, 0);
  return [
    ...shown.map(({ party, seats, net }) => ({ party, label: party, seats, net: net ?? 0 })),
    ...(others > 0 ? [{ party: '', label: 'Others', seats: others, net: null }] : []),
  ];
}

/** "289 of 650 declared". */
export function progress({ seats, declared, rushed }) {
  return `${number(declared)} of ${number(seats)} declared${rushed > 0 ? ` + ${number(rushed)} rushed` : ''}`;
}

/** How far it is to the line, in a few words; null for contests without one. */
export function wayToTheLine(night) {
  const { scoreboard: board } = night;
  if (!board.majorityLine) return null;
  const line = board.majorityLine.seats;
  const [first, second] = board.parties;
  const toCome = undecided(board);
  if (!first || first.seats === 0) return `${number(line)} for a majority`;
  const who = upperFirst(collective(night, first.party));
  const person = night.parties.get(first.party)?.person;
  if (first.seats >= line) {
    return board.declared === board.seats ? `${who}: majority of ${number(2 * first.seats - board.seats)}` : `${who} ${person ? 'has' : 'have'} a majority`;
  }
  if (first.seats + toCome < line) return 'Hung parliament';
  if (person || second?.seats === first.seats) return `${number(line)} for a majority`;
  return `${who} need ${number(line - first.seats)} more`;
}
