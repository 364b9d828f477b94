/** The candidates of a result as tables. */

import { h, name } from '../dom.js';
import { number, points, share } from '../format.js';
import { partyName } from '../words.js';

const HEADINGS = ['Candidate', 'Votes', 'Share', 'Change'];

function row(night, { candidate, party, votes, share: percent, shareChange }) {
  const bar = h('span', { class: 'share-bar' });
  bar.style.inlineSize = `${Math.max(0, Math.min(100, percent))}%`;
  const label = h('span', { class: 'candidate' }, h('span', { class: 'swatch' }), h('span', { class: 'candidate-name' }, name(candidate)), h('span', { class: 'candidate-party', title: partyName(night, party) }, party));
  return h(
    'tr',
    { 'data-party': party },
    h('th', { scope: 'row' }, label, bar),
    h('td', {}, number(votes)),
    h('td', {}, `${share(percent)}%`),
    h('td', {}, shareChange === undefined ? '' : points(shareChange)),
  );
}

/** Their votes, share and its change, in order of finishing; headings to be seen or only read out. */
export const candidateTable = (night, candidates, { headings = false } = {}) =>
  h(
    'table',
    { class: 'candidates' },
    h('thead', { class: headings ? null : 'visually-hidden' }, h('tr', {}, ...HEADINGS.map((label) => h('th', { scope: 'col' }, label)))),
    h('tbody', {}, ...candidates.map((candidate) => row(night, candidate))),
  );
