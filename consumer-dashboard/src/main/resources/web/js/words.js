/**
 * The night in words. A sentence is a list of parts: plain text, and `{ name }` for names that
 * others chose, so that a page can isolate them; `longest` where it may be longer than a name.
 * `plain` makes one text of it.
 */

import { number, points, share } from './format.js';
import { placeWords } from './record-book.js';
import { standing } from './store.js';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const SEATS_BY_NAME = 3;
const BASES = {
  LAST_GENERAL: 'at the last general election',
  NOTIONAL: 'notional, on the new boundaries',
  SITTING: 'by the party of the sitting member',
};
const KINDS = {
  SEAT_GAIN: 'Gain',
  BIGGEST_MAJORITY_OVERTURNED: 'Biggest overturned so far',
  MAJORITY_REACHED: 'Majority reached',
  LARGEST_SWING: 'Largest swing so far',
  NARROWEST_MAJORITY: 'Narrowest so far',
  FIRST_SINCE: 'First in decades',
  REGAIN: 'Regained',
  TIE_BY_LOT: 'Decided by lot',
  RECOUNT: 'Recount',
  CORRECTION: 'Correction',
};
const STATES = { ISSUED: '', AMENDED: 'Amended', WITHDRAWN: 'Withdrawn' };
const STANDINGS = {
  RUSH: 'Rush',
  RECOUNT: 'Recount',
  CORRECTED: 'Corrected',
  WITHDRAWN: 'Withdrawn',
  CHECKING: 'Being checked',
  HELD: 'On hold',
};
const FACTS = {
  party: 'Won by',
  from: 'From',
  majority: 'New majority',
  overturned: 'Overturned',
  swing: 'Swing',
  basis: 'Basis',
  record: 'Record book',
  seats: 'Seats',
  majorityLine: 'Line',
  heldSince: 'Held since',
  tiedAt: 'Votes each',
};
/** The figure of each kind that is about one, and what it counts. */
const FIGURES = {
  SEAT_GAIN: ({ majority }) => [majority, 'majority'],
  BIGGEST_MAJORITY_OVERTURNED: ({ overturned }) => [overturned, 'overturned'],
  MAJORITY_REACHED: ({ seats }) => [seats, 'seats'],
  LARGEST_SWING: ({ swing }) => [swing?.points, 'points'],
  NARROWEST_MAJORITY: ({ majority }) => [majority, 'majority'],
  TIE_BY_LOT: ({ tiedAt }) => [tiedAt, 'votes each'],
};

/** What somebody wrote, in sentences. */
export const told = (text) => ({ name: text, longest: 400 });

/** A sentence's beginning. */
export const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Parts as one text, names isolated by the marks of Unicode. */
export const plain = (parts) =>
  parts.map((part) => (part.name === undefined ? part : `${FIRST_STRONG_ISOLATE}${part.name}${POP_ISOLATE}`)).join('');

/** A party's name as published, or its code where the night does not know it. */
export const partyName = (night, code) => night.parties.get(code)?.name ?? code;

/** How a sentence speaks of a party's people: "the Conservatives". */
export const collective = (night, code) => night.parties.get(code)?.collective ?? code;

/** What a gain is measured against. */
export const basisWords = (basis) => BASES[basis] ?? '';

/** What kind of alert it is. */
export const kindWords = (kind) => KINDS[kind] ?? kind;

/** What became of an alert since it was issued; nothing while it stands as it was. */
export const stateWords = (state) => STATES[state] ?? state;

/** The figure an alert is about and what it counts; null where it is not about one. */
export function alertFigure({ kind, facts }) {
  const [value, unit] = FIGURES[kind]?.(facts) ?? [];
  if (value === undefined) return null;
  return { figure: kind === 'LARGEST_SWING' ? share(value) : number(value), unit };
}

/** An alert where there is no page around it: what it is, and what it says with its reason. */
export function notificationWords({ kind, state, mode, headline, reason }) {
  const what = [...(mode === 'LIVE' ? [] : [mode]), ...(state === 'ISSUED' ? [] : [stateWords(state).toUpperCase()]), kindWords(kind)];
  return { title: what.join(' · '), body: reason ? `${headline}. Reason: ${reason}` : headline };
}

/** Where a seat stands, in the width of a label; nothing for a plain declaration. */
export const standingWords = (standing) => STANDINGS[standing] ?? '';

/**
 * Whether an alert gets a card. What each of many seats may have is a line in a list, as long as
 * nothing about it was amended or withdrawn.
 */
export const isCard = ({ kind, state }) => !['SEAT_GAIN', 'FIRST_SINCE', 'REGAIN'].includes(kind) || state !== 'ISSUED';

/**
 * Every figure that an alert had wrong: its `label`, what it `was` and what it is `now`, each as
 * parts of a sentence and null where there was or is none.
 */
export function alertChanges(night, { kind, facts, was }) {
  const text = (value) => (value === undefined ? null : [told(value)]);
  if (kind === 'CORRECTION') {
    return facts.changes.map((change) => ({ label: [{ name: change.figure }], was: text(change.was), now: text(change.now) }));
  }
  if (!was) return [];
  return Object.keys(FACTS)
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(facts[field]))
    .map((field) => ({ label: [FACTS[field]], was: fact(night, field, was[field]), now: fact(night, field, facts[field]) }));
}

function fact(night, field, value) {
  if (value === undefined) return null;
  if (field === 'party' || field === 'from') return [partyName(night, value)];
  if (field === 'basis') return [basisWords(value)];
  if (field === 'record') return [placeWords(value)];
  if (field === 'swing') return [`${points(value.points)} points from ${collective(night, value.from)} to ${collective(night, value.to)}`];
  return [field === 'heldSince' ? String(value) : number(value)];
}

const MOST_CHANGES = 3;

/** What of a seat is no longer as it was published: "majority 1,192, not 1,316". */
export function correctionWords({ changes }) {
  const words = changes.slice(0, MOST_CHANGES).flatMap(({ figure, was, now }, i) => {
    const subject = [i > 0 ? '; ' : '', { name: figure }];
    if (now === undefined) return [...subject, ' is taken back; it was ', told(was)];
    return [...subject, ' ', told(now), ...(was === undefined ? [' stands again'] : [', not ', told(was)])];
  });
  const more = changes.length - MOST_CHANGES;
  return more > 0 ? [...words, `; and ${number(more)} more`] : words;
}

/** Why figures of a seat are not there, or not counted: a clause for each reason. */
export function doubts({ announced, checking, held }) {
  const because = (reason) => (reason ? [': ', told(reason)] : []);
  return [
    ...(announced?.status === 'RECOUNT' ? [['the votes are counted again', ...because(announced.reason)]] : []),
    ...(announced?.status === 'WITHDRAWN' ? [['the result is withdrawn', ...because(announced.reason)]] : []),
    ...(held ? [['on hold by ', { name: held.by }, ...because(held.reason)]] : []),
    ...(checking
      ? [[`revision ${number(checking.revision)} is being checked`, ...checking.queries.flatMap(({ words }, i) => [i > 0 ? '; ' : ': ', told(words)])]]
      : []),
  ];
}

const isPerson = (night, code) => night.parties.get(code)?.person === true;

const verb = (night, code, plural) => (isPerson(night, code) ? `${plural}s` : plural);

/** "Labour gain from the Conservatives". */
export const gainWords = (night, to, from) =>
  `${upperFirst(collective(night, to))} ${verb(night, to, 'gain')} from ${collective(night, from)}`;

/** What stands before one of several: "Tamworth", "Tamworth and Mid Bedfordshire", "A, B and C". */
const before = (i, { length }) => (i === 0 ? '' : i === length - 1 ? ' and ' : ', ');

const listed = (seats) => seats.flatMap(({ name }, i) => [before(i, seats), { name }]);

/** What a party did in seats that it won in the same way. */
export function winOf(night, rows) {
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

/** Seats of which who won is not known. */
export const undecided = ({ seats, declared, rushed }) => seats - declared - rushed;

/** How many are in: "289 of 650 declared and 2 rushed". */
function progressWords({ seats, declared, rushed }) {
  if (declared === seats) return 'all declared';
  return `${number(declared)} of ${number(seats)} declared${rushed > 0 ? ` and ${number(rushed)} rushed` : ''}`;
}

/** Who has the most seats, every party of them: "Labour are ahead with 12". */
function leaders(night, level) {
  const [{ party, seats }] = level;
  const who = upperFirst(level.map((row, i) => before(i, level) + collective(night, row.party)).join(''));
  if (level.length > 1) return `${who} are level on ${number(seats)}`;
  return `${who} ${isPerson(night, party) ? 'is' : 'are'} ahead with ${number(seats)}`;
}

function raceToTheLine(night, board) {
  const line = board.majorityLine.seats;
  const toCome = undecided(board);
  const progress = progressWords(board);
  if (toCome === board.seats) {
    return [`No seat declared yet; ${number(line)} of ${number(board.seats)} make a majority.`];
  }
  const [first] = board.parties;
  const level = board.parties.filter(({ seats }) => seats === first.seats);
  const who = upperFirst(collective(night, first.party));
  if (first.seats >= line) {
    const lead = number(2 * first.seats - board.seats);
    const rest = `${number(first.seats)} of ${number(board.seats)} seats`;
    return board.declared === board.seats
      ? [`${who} ${verb(night, first.party, 'win')} with a majority of ${lead}: ${rest}; all declared.`]
      : [`${who} ${isPerson(night, first.party) ? 'has' : 'have'} a majority with ${rest}; ${number(board.declared)} declared${board.rushed > 0 ? ` and ${number(board.rushed)} rushed` : ''}.`];
  }
  if (first.seats + toCome < line) {
    const verdict = toCome === 0 ? 'No party has a majority' : `No party can reach ${number(line)} any more`;
    return [`${verdict}: a hung parliament. ${leaders(night, level)}; ${progress}.`];
  }
  if (isPerson(night, first.party)) return [`${upperFirst(progress)}; ${number(line)} make a majority.`];
  if (level.length > 1) return [`${leaders(night, level)}; ${number(line)} make a majority; ${progress}.`];
  const needed = line - first.seats;
  const seats = `${number(needed)} more ${needed === 1 ? 'seat' : 'seats'}`;
  return [`${who} need ${seats} for a majority; ${progress}.`];
}

const WAITING = { HELD: 'on hold', CHECKING: 'being checked', RECOUNT: 'counted again', WITHDRAWN: 'withdrawn' };

function byElections(night, board) {
  if (board.seats > SEATS_BY_NAME) {
    if (undecided(board) === board.seats) return [`${number(board.seats)} by-elections; none declared yet.`];
    const tally = board.parties.filter((row) => row.seats > 0).map((row) => `${partyName(night, row.party)} ${number(row.seats)}`);
    return [`${upperFirst(progressWords(board))}: ${tally.join(', ')}.`];
  }
  if (night.reports.size === 0) {
    return [board.seats === 1 ? 'One by-election; not declared yet.' : `${number(board.seats)} by-elections; none declared yet.`];
  }
  const alike = (rows, same) => {
    const groups = new Map();
    for (const row of rows) groups.set(same(row), [...(groups.get(same(row)) ?? []), row]);
    return [...groups];
  };
  const won = night.newest.filter((seat) => night.results.has(seat)).map((seat) => night.results.get(seat));
  const clauses = alike(won.reverse(), (row) => `${row.party} ${row.outcome?.kind} ${row.outcome?.from} ${row.status === 'RUSH'}`).map(([, rows]) => [
    ...winOf(night, rows),
    ...(rows[0].status === 'RUSH' ? [', votes to come'] : []),
  ]);
  const open = [...night.seats.values()].filter(({ seat }) => !night.results.has(seat));
  const waiting = alike(open, ({ seat }) => WAITING[standing(night.reports.get(seat))] ?? 'to come').map(([how, seats]) => [...listed(seats), ` ${how}`]);
  return [...[...clauses, ...waiting].flatMap((clause, i) => (i > 0 ? ['; ', ...clause] : clause)), '.'];
}

/** The night in the width of a browser's tab: "Lab 289 · Con 70 · 361 to come". */
export function title({ election, scoreboard: board }) {
  const toCome = undecided(board);
  const leaders = board.parties.filter((row) => row.seats > 0).slice(0, 2);
  return [
    ...(election.mode === 'TEST' ? ['TEST'] : []),
    ...(leaders.length > 0 ? leaders.map((row) => `${row.party} ${number(row.seats)}`) : [election.name]),
    board.declared === board.seats ? 'all declared' : toCome === 0 ? `${number(board.rushed)} rushed` : `${number(toCome)} to come`,
  ].join(' · ');
}
