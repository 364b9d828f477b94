/** The figures of a seat's page: what follows from the votes, and what was known before. */

import { h, name } from '../dom.js';
import { number, share } from '../format.js';
import { beforeWords, majorityWords, memberBefore, swingWords } from '../seat-words.js';

const fact = (label, figure, note) => (figure === null ? [] : [h('div', {}, h('dt', {}, label), h('dd', {}, figure, note ? h('p', { class: 'quiet' }, note) : null))]);

function turnoutFact({ validVotes, electorate, turnout, invalidVotes }) {
  if (turnout === undefined) return [];
  const rejected = invalidVotes === undefined ? '' : `; ${number(invalidVotes)} papers rejected besides`;
  return fact('Turnout', `${share(turnout)}%`, `${number(validVotes)} valid votes of ${number(electorate)} electors${rejected}.`);
}

function resultFacts(night, result) {
  const swing = swingWords(night, result);
  return [
    ...fact('Majority', majorityWords(result), result.majority && result.majority.votes > 0 ? 'Of the first over the second; percent of all valid votes.' : null),
    ...(result.overturned === undefined ? [] : fact('Majority overturned', number(result.overturned))),
    ...fact('Swing', swing.figure ?? 'None', swing.method),
    ...turnoutFact(result),
  ];
}

/** All of them, those of a result first where there is one. */
export function facts(night, seat, result) {
  const before = beforeWords(night, seat?.held);
  const member = result ? memberBefore(night, result) : null;
  return h(
    'dl',
    { class: 'seat-facts' },
    ...(result ? resultFacts(night, result) : []),
    ...fact('Held before by', before),
    ...fact('Member before', member),
    ...(result || !seat?.electorate ? [] : fact('Electorate', number(seat.electorate))),
    ...(result ? fact('Reported by', name(result.source)) : []),
  );
}
