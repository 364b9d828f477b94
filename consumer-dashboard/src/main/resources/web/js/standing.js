/** Where a seat stands, as lines under its name: its state, every doubt, and what was corrected. */

import { h, name } from './dom.js';
import { nodesOf } from './say.js';
import { standing } from './store.js';
import { correctionWords, doubts, standingWords } from './words.js';

const because = (reason) => (reason ? h('span', {}, ' · ', name(reason, 240)) : null);

/** Why figures are not there or not counted, a line for each reason. */
export const doubtLines = (report) => doubts(report).map((clause) => h('p', { class: 'doubt' }, ...nodesOf(clause)));

/** All of it; nothing for a plain declaration. */
export function standingLines(report) {
  const { result, held, correction } = report;
  const state = standing(report);
  const told = correction && state === 'CORRECTED';
  return [
    ...(standingWords(state) && !told ? [h('p', { class: 'correction' }, h('strong', { class: 'state' }, standingWords(state)), because(correction ? null : result?.reason))] : []),
    ...doubtLines(report),
    // Who holds a seat says why; what that takes back has no other reason.
    ...(correction
      ? [h('p', { class: 'correction', 'data-testid': 'correction' }, h('strong', { class: 'state' }, standingWords('CORRECTED')), ' ', ...nodesOf(correctionWords(correction)), because(held ? null : correction.reason))]
      : []),
  ];
}
