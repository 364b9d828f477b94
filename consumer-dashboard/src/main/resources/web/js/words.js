/**
 * The night in words. A sentence is a list of parts: plain text, and `{ name }` for names that
 * others chose, so that a page can isolate them. `plain` makes one text of it.
 */

import { number } from './format.js';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const SEATS_BY_NAME = 3;
const BASES = {
  LAST_GENERAL: 'at the last general election',
  NOTIONAL: 'notional, on the new boundaries',
  SITTING: 'by the party of the sitting member',
};

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Parts as one text, names isolated by the marks of Unicode. */
export const plain = (parts) =>
  parts.map((part) => (part.name === undefined ? part : `${FIRST_STRONG_ISOLATE}${part.name}${POP_ISOLATE}`)).join('');

/** A party's name as published, or its code where the night does not know it. */
export const partyName = (night, code) => night.parties.get(code)?.name ?? code;

/** How a sentence speaks of a party's people: "the Conservatives". */
export const collective = (night, code) => night.parties.get(code)?.collective ?? code;

/** What a gain is measured against. */
export const basisWords = (basis) => BASES[basis] ?? '';

const isPerson = (night, code) => night.parties.get(code)?.person === true;

const verb = (night, code, plural) => (isPerson(night, code) ? `${plural}s` : plural);

/** "Labour gain from the Conservatives". */
export const gainWords = (night, to, from) =>
  `${upperFirst(collective(night, to))} ${verb(night, to, 'gain')} from ${collective(night, from)}`;

/** The names of seats: "Tamworth", "Tamworth and Mid Bedfordshire". */
const listed = (seats) =>
  seats.flatMap(({ name }, i) => [...(i === 0 ? [] : [i === seats.length - 1 ? ' and ' : ', ']), { name }]);

/** What a party did in seats that it won in the same way. */
function winOf(night, rows) {
  const [{ party, outcome }] = rows;
  const act = { GAIN: 'gain', HOLD: 'hold' }[outcome?.kind] ?? 'win';
  const from = act === 'gain' ? [` from ${collective(night, outcome.from)}`] : [];
  return [`${upperFirst(collective(night, party))} ${verb(night, party, act)} `, ...listed(rows), ...from];
}

/** Who is winning and how far it is to the line. */
export function sentence(night) {
  const { scoreboard: board } = night;
  return board.majorityLine ? raceToTheLine(night, board) : byElections(night, board);
}

function raceToTheLine(night, board) {
  const line = board.majorityLine.seats;
  const toCome = board.seats - board.declared;
  const progress = toCome === 0 ? 'all declared' : `${number(board.declared)} of ${number(board.seats)} declared`;
  if (board.declared === 0) {
    return [`No seat declared yet; ${number(line)} of ${number(board.seats)} make a majority.`];
  }
  const [first, second] = board.parties;
  const level = second && second.seats === first.seats;
  const who = upperFirst(collective(night, first.party));
  if (first.seats >= line) {
    const lead = number(2 * first.seats - board.seats);
    const rest = `${number(first.seats)} of ${number(board.seats)} seats`;
    return toCome === 0
      ? [`${who} ${verb(night, first.party, 'win')} with a majority of ${lead}: ${rest}; all declared.`]
      : [`${who} ${isPerson(night, first.party) ? 'has' : 'have'} a majority with ${rest}; ${number(board.declared)} declared.`];
  }
  if (first.seats + toCome < line) {
    const ahead = level
      ? `${who} and ${collective(night, second.party)} are level on ${number(first.seats)}`
      : `${who} ${isPerson(night, first.party) ? 'is' : 'are'} ahead with ${number(first.seats)}`;
    const verdict = toCome === 0 ? 'No party has a majority' : `No party can reach ${number(line)} any more`;
    return [`${verdict}: a hung parliament. ${ahead}; ${progress}.`];
  }
  if (isPerson(night, first.party)) return [`${upperFirst(progress)}; ${number(line)} make a majority.`];
  if (level) {
    return [
      `${who} and ${collective(night, second.party)} are level on ${number(first.seats)}; ${number(line)} make a majority; ${progress}.`,
    ];
  }
  const needed = line - first.seats;
  const seats = `${number(needed)} more ${needed === 1 ? 'seat' : 'seats'}`;
  return [`${who} need ${seats} for a majority; ${progress}.`];
}

function byElections(night, board) {
  if (board.declared === 0) {
    return [board.seats === 1 ? 'One by-election; not declared yet.' : `${number(board.seats)} by-elections; none declared yet.`];
  }
  if (board.seats > SEATS_BY_NAME) {
    const tally = board.parties.filter((row) => row.seats > 0).map((row) => `${partyName(night, row.party)} ${number(row.seats)}`);
    return [`${number(board.declared)} of ${number(board.seats)} declared: ${tally.join(', ')}.`];
  }
  const won = new Map();
  for (const seat of [...night.newest].reverse()) {
    const row = night.results.get(seat);
    const same = `${row.party} ${row.outcome?.kind} ${row.outcome?.from}`;
    won.set(same, [...(won.get(same) ?? []), row]);
  }
  const clauses = [...won.values()].map((rows) => winOf(night, rows));
  const waiting = [...night.seats.values()].filter(({ seat }) => !night.results.has(seat));
  if (waiting.length > 0) clauses.push([...listed(waiting), ' to come']);
  return [...clauses.flatMap((clause, i) => (i > 0 ? ['; ', ...clause] : clause)), '.'];
}

/** All that is to be said of one seat in a line. */
export function seatWords(night, code) {
  const row = night.results.get(code);
  const seat = night.seats.get(code);
  if (!row) return [{ name: seat?.name ?? code }, ': not declared yet', ...heldWords(night, seat), '.'];
  const parts = winOf(night, [row]);
  if (row.majority === 0) parts.push(', a tie decided by lot');
  else if (row.majority !== undefined) parts.push(`, majority ${number(row.majority)}`);
  if (row.overturned !== undefined) parts.push(`, overturning ${number(row.overturned)}`);
  if (row.status === 'CORRECTED') parts.push(' (corrected)');
  parts.push('.');
  return parts;
}

/** Who held a seat, as the end of a sentence; empty where it is not known. */
export function heldWords(night, seat) {
  if (!seat?.held) return [];
  const { party, majority, basis } = seat.held;
  return [`; held by ${collective(night, party)}, majority ${number(majority)} (${basisWords(basis)})`];
}

/** The night in the width of a browser's tab: "Lab 289 · Con 70 · 361 to come". */
export function title({ election, scoreboard: board }) {
  const toCome = board.seats - board.declared;
  const leaders = board.parties.filter((row) => row.seats > 0).slice(0, 2);
  return [
    ...(election.mode === 'TEST' ? ['TEST'] : []),
    ...(leaders.length > 0 ? leaders.map((row) => `${row.party} ${number(row.seats)}`) : [election.name]),
    toCome === 0 ? 'all declared' : `${number(toCome)} to come`,
  ].join(' · ');
}
