/** How a seat came to stand as it does, and what the night made of it. */

import { timeOf } from '../clock.js';
import { h, name } from '../dom.js';
import { number } from '../format.js';
import { address } from '../route.js';
import { nodesOf } from '../say.js';
import { stoodWords } from '../seat-words.js';
import { kindWords, standingWords, stateWords } from '../words.js';

const LONGEST_REASON = 400;

const label = ({ stands, checking, held }) => standingWords(held ? 'HELD' : checking ? 'CHECKING' : stands?.status) || (stands ? 'Declared' : 'Nothing stands');
const link = (leads, changes, ...words) => h('a', { 'data-go': leads, href: address(changes) }, ...words);
const line = (...words) => h('p', { class: 'quiet' }, ...words);

function step(night, row) {
  const { revision, stands, checking, held } = row;
  const when = held?.at ?? checking?.declaredAt ?? stands?.at;
  return h(
    'li',
    { 'data-testid': 'seat-revision' },
    h('p', { class: 'step-head' }, h('strong', { class: 'state' }, label(row)), link('moment', { revision }, `Revision ${number(revision)}`), when ? timeOf(night, when, { zone: true }) : null),
    h('p', { 'data-party': stands?.party }, ...nodesOf(stoodWords(row))),
    stands?.source ? line('Reported by ', name(stands.source)) : null,
    stands?.reason ? line(name(stands.reason, LONGEST_REASON)) : null,
    checking ? line(`Revision ${number(checking.revision)} of `, name(checking.source), ' being checked', ...checking.queries.flatMap(({ words }, i) => [i > 0 ? '; ' : ': ', name(words, LONGEST_REASON)])) : null,
    held ? line('On hold by ', name(held.by), ': ', name(held.reason, LONGEST_REASON)) : null,
  );
}

/** The revisions of the night that spoke of the seat, newest first, each a link to the night then. */
export function history(night, { history: rows, forgotten }) {
  if (rows.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', {}, 'Revisions'),
    h('ol', { class: 'seat-history' }, ...[...rows].reverse().map((row) => step(night, row))),
    forgotten > 0 ? line(`${number(forgotten)} older ${forgotten === 1 ? 'one is' : 'ones are'} no longer kept.`) : null,
  );
}

/** The alerts about a seat, each a link to it among the others. */
export function alertsAbout(night, alerts) {
  if (alerts.length === 0) return null;
  const row = ({ id, kind, state, headline, at }) =>
    h('li', { 'data-state': state }, h('p', { class: 'step-head' }, h('span', {}, kindWords(kind)), stateWords(state) ? h('strong', { class: 'state' }, stateWords(state)) : null, timeOf(night, at)), link(true, { alert: id, seat: null }, h(state === 'WITHDRAWN' ? 's' : 'span', {}, name(headline, LONGEST_REASON))));
  return h('section', {}, h('h3', {}, 'Alerts'), h('ol', { class: 'seat-alerts' }, ...alerts.map(row)));
}
