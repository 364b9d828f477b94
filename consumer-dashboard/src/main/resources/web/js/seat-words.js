/** One seat in words, as lists of parts like those of `words.js`. */

import { number, points, share } from './format.js';
import { standing } from './store.js';
import { basisWords, collective, correctionWords, doubts, gainWords, partyName, standingWords, upperFirst, winOf } from './words.js';

/** All that is to be said of one seat in a line. */
export function seatWords(night, code) {
  const report = night.reports.get(code);
  const seat = night.seats.get(code);
  const clauses = report ? doubts(report) : [];
  const row = report?.result;
  if (!row) {
    const state = clauses.length === 0 ? ['not declared yet'] : clauses.flatMap((clause, i) => [i > 0 ? '; ' : '', ...clause]);
    return [{ name: seat?.name ?? report?.name ?? code }, ': ', ...state, ...heldWords(night, seat), '.'];
  }
  const parts = winOf(night, [row]);
  if (row.status === 'RUSH') parts.push(', votes to come');
  else if (row.majority === 0) parts.push(', a tie decided by lot');
  else if (row.majority !== undefined) parts.push(`, majority ${number(row.majority)}`);
  if (row.overturned !== undefined) parts.push(`, overturning ${number(row.overturned)}`);
  if (row.turnout !== undefined) parts.push(`, turnout ${share(row.turnout)}%`);
  if (report.correction) parts.push(' (corrected: ', ...correctionWords(report.correction), ')');
  else if (row.status === 'CORRECTED') parts.push(' (corrected)');
  parts.push(...clauses.flatMap((clause) => ['; ', ...clause]), '.');
  return parts;
}

/** Who held a seat, as the end of a sentence; empty where it is not known. */
function heldWords(night, seat) {
  if (!seat?.held) return [];
  const { party, majority, basis } = seat.held;
  return [`; held by ${collective(night, party)}, majority ${number(majority)} (${basisWords(basis)})`];
}

/** Where a seat stands, in the width of a label: "Lab gain", "Lab hold, rush", "not declared". */
export function seatState(night, report) {
  const row = report?.result;
  const label = standingWords(standing(report)).toLowerCase();
  if (!row) return label || 'not declared';
  const win = `${row.party} ${{ GAIN: 'gain', HOLD: 'hold' }[row.outcome?.kind] ?? 'win'}`;
  return label ? `${win}, ${label}` : win;
}

/** What became of a seat: "Labour gain from the Conservatives", with what is known of the margin. */
export function outcomeWords(night, row) {
  const { party, outcome } = row;
  if (outcome?.kind === 'GAIN') return gainWords(night, party, outcome.from);
  const person = night.parties.get(party)?.person === true;
  return `${upperFirst(collective(night, party))} ${outcome ? 'hold' : 'win'}${person ? 's' : ''}`;
}

/** The margin of a full result: in votes and percent, or why there is none. */
export function majorityWords({ status, majority }) {
  if (status === 'RUSH') return 'Votes to come';
  if (!majority) return 'Unopposed';
  if (majority.votes === 0) return '0: a tie, decided by lot';
  return `${number(majority.votes)} (${share(majority.share)}%)`;
}

const changeOf = (candidates, party) => {
  const rows = candidates.filter((row) => row.party === party);
  return rows.length === 1 ? rows[0].shareChange : undefined;
};

/**
 * A swing with its method: the two parties, how the figure is made of their changes, and why it is
 * these two. The `figure` is null where there is none, and `method` then says why.
 */
export function swingWords(night, { swing, outcome, candidates, status }) {
  if (!swing) return { figure: null, method: noSwing(status, outcome) };
  const { from, to } = swing;
  const figure = `${points(Math.abs(swing.points)).replace('+', '')} points from ${collective(night, swing.points < 0 ? to : from)} to ${collective(night, swing.points < 0 ? from : to)}`;
  const changes = [to, from].map((party) => [party, changeOf(candidates, party)]).filter(([, change]) => change !== undefined);
  const made = changes.length < 2 ? '' : ` (${changes.map(([party, change]) => `${partyName(night, party)} ${points(change)}`).join(', ')})`;
  const pair = outcome?.kind === 'GAIN' ? 'The pair is the winner and the party that held the seat.' : 'The pair is the first and the second.';
  return { figure, method: `${METHODS[swing.method] ?? ''}${made}. ${pair}`.trim() };
}

const METHODS = { BUTLER: "Butler swing: the average of the one's gain and the other's loss, in percentage points of all valid votes" };

function noSwing(status, outcome) {
  if (status === 'RUSH') return 'Votes to come.';
  if (!outcome) return 'There is no earlier result to compare with.';
  return 'None: the two parties to compare did not both stand before and now.';
}

/** Who held a seat at the election that it is compared with; null where that is not known. */
export const beforeWords = (night, held) =>
  held ? `${partyName(night, held.party)}, majority ${number(held.majority)} (${basisWords(held.basis)})` : null;

/** The party of the member before, where that was not the one that held the seat; null where it was. */
export function memberBefore(night, { outcome, sitting }) {
  if (!sitting || sitting.from === outcome?.from) return null;
  return `${partyName(night, sitting.from)}; against that, ${sitting.kind === 'GAIN' ? `a gain by ${collective(night, sitting.party)}` : `a hold by ${collective(night, sitting.party)}`}`;
}

/** What stood of a seat at one revision of its history: "Lab, Sarah Edwards, majority 1,316". */
export function stoodWords({ stands, checking, held }) {
  if (!stands) return held ? ['No result stands while the seat is held'] : checking ? ['Not counted'] : ['Nothing stands'];
  if (!stands.party) return [standingWords(stands.status) || 'No result'];
  const parts = [stands.party];
  if (stands.winner) parts.push(', ', { name: stands.winner, longest: 60 });
  if (stands.majority !== undefined) parts.push(stands.majority === 0 ? ', a tie decided by lot' : `, majority ${number(stands.majority)}`);
  return parts;
}
