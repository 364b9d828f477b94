/**
 * What the map shows. Each mode gives every seat a look, told by shape or pattern as well as by
 * colour, and has a legend of such looks. Pure.
 *
 * A look has `d`, the outline; `fill` (`party`, `pale`, or empty for an outline alone); `mark`, a
 * path drawn in it, in the party's colour or with `tone` in a grey; `party`; and `standing`, whose
 * dots and hatch are the same in every mode.
 */

import { standing } from '../store.js';
import { BARS, CROSS, HEXAGON, NOTCHED, RING, gauge, hexagon } from './geometry.js';
import { MAJORITY_STEPS, TURNOUT_STEPS, partOf, stepOf, stepWords } from './steps.js';

const NOT_THERE = new Set(['CHECKING', 'HELD', 'RECOUNT', 'WITHDRAWN']);
const MARKS = { HELD: BARS, RECOUNT: RING, WITHDRAWN: CROSS };

const look = (changes) => ({ d: HEXAGON, fill: '', mark: null, tone: null, party: null, standing: '', ...changes });

const isGain = (row) => row?.outcome?.kind === 'GAIN';

function winner({ row, state }) {
  if (!row) return look({ standing: state });
  return look({ d: isGain(row) ? NOTCHED : HEXAGON, fill: 'party', party: row.party, standing: state });
}

function gains({ row, state }) {
  if (!row || isGain(row)) return winner({ row, state });
  return look({ fill: 'pale', standing: state });
}

const sized = (step) => hexagon(partOf(MAJORITY_STEPS, step));
const filled = (step) => gauge(partOf(TURNOUT_STEPS, step));

function majority({ row, state }) {
  if (!row || row.status === 'RUSH') return winner({ row, state });
  // Nobody stood against an unopposed winner.
  const step = row.majorityShare === undefined ? MAJORITY_STEPS.length : stepOf(MAJORITY_STEPS, row.majorityShare);
  return look({ fill: 'pale', mark: sized(step), party: row.party, standing: state });
}

function turnout({ row, state }) {
  if (!row) return look({ standing: state });
  if (row.status === 'RUSH') return look({ fill: 'party', standing: state });
  if (row.turnout === undefined) return look({ fill: 'pale', mark: RING, tone: 0, standing: state });
  const step = stepOf(TURNOUT_STEPS, row.turnout);
  return look({ fill: 'pale', mark: filled(step), tone: step, standing: state });
}

function checking({ row, state }) {
  if (NOT_THERE.has(state)) return look({ mark: MARKS[state] ?? null, standing: state });
  return look({ fill: row ? 'pale' : '', standing: state === 'RUSH' ? 'RUSH' : '' });
}

const LOOKS = { winner, gains, majority, turnout, checking };

const sample = (words, changes) => ({ words, look: look(changes) });
const HELD_BEFORE = sample('held', { fill: 'party' });
const GAINED = sample('gained', { d: NOTCHED, fill: 'party' });
const RUSH = sample('rush', { fill: 'party', standing: 'RUSH' });
const OPEN = sample('checked or on hold', { standing: 'CHECKING' });
const AGAIN = sample('recount or withdrawn', { standing: 'RECOUNT' });
const TO_COME = sample('to come', {});
const DOUBTS = [RUSH, OPEN, AGAIN, TO_COME];

const stepped = (steps, draw) => Array.from({ length: steps.length + 1 }, (_, step) => sample(stepWords(steps, step), draw(step)));

/** The modes in order: `id` as in the address, `label`, what it `shows` in words, and its `legend`. */
export const MODES = [
  { id: 'winner', label: 'Winner', shows: 'Winning party', legend: [HELD_BEFORE, GAINED, ...DOUBTS] },
  { id: 'gains', label: 'Gains', shows: 'Changed hands, by winner', legend: [GAINED, sample('not changed', { fill: 'pale' }), ...DOUBTS] },
  {
    id: 'majority',
    label: 'Majority',
    shows: 'Majority in percent of all valid votes, by the winning party',
    legend: [...stepped(MAJORITY_STEPS, (step) => ({ fill: 'pale', mark: sized(step) })), ...DOUBTS],
  },
  {
    id: 'turnout',
    label: 'Turnout',
    shows: 'Valid votes in percent of the electorate',
    legend: [...stepped(TURNOUT_STEPS, (step) => ({ fill: 'pale', mark: filled(step), tone: step })), sample('not known', { fill: 'pale', mark: RING, tone: 0 }), ...DOUBTS],
  },
  {
    id: 'checking',
    label: 'Checks',
    shows: 'Seats whose figures are not all there, or not all believed',
    legend: [
      sample('being checked', { standing: 'CHECKING' }),
      sample('on hold', { standing: 'HELD', mark: BARS }),
      sample('counted again', { standing: 'RECOUNT', mark: RING }),
      sample('withdrawn', { standing: 'WITHDRAWN', mark: CROSS }),
      sample('declared', { fill: 'pale' }),
      RUSH,
      TO_COME,
    ],
  },
];

/** The mode that the address asks for; the winners where it asks for none, or for none there is. */
export const modeOf = (asked) => MODES.find(({ id }) => id === asked) ?? MODES[0];

/** How a seat looks in a mode. */
export const lookOf = (mode, report) => LOOKS[mode.id]({ row: report?.result, state: standing(report) });

/** Equal where two looks are drawn alike. */
export const keyOf = ({ d, fill, mark, tone, party, standing: state }) => `${d} ${fill} ${mark} ${tone} ${party} ${state}`;

/** Equal while nothing was declared of a seat that was not before. */
export const declaredKey = (report) => (report?.result ? `${report.result.revision} ${report.result.status} ${report.result.party}` : '');
