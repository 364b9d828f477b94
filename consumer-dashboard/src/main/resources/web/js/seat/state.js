/** The parts of a seat's page that say where it stands: who won, what is doubted, what was corrected. */

import { timeOf } from '../clock.js';
import { h, name } from '../dom.js';
import { number } from '../format.js';
import { seatLink } from '../seat-link.js';
import { outcomeWords } from '../seat-words.js';
import { standing } from '../store.js';
import { standingWords } from '../words.js';

const LONGEST_REASON = 1000;

const at = (night, instant) => timeOf(night, instant, { zone: true });
const state = (words) => h('strong', { class: 'state' }, words);
const reason = (text) => (text ? h('p', {}, name(text, LONGEST_REASON)) : null);

/** Who won and when, or that nobody has yet. */
export function verdict(night, report) {
  const result = report?.result;
  if (!result) {
    const words = report?.held ? 'On hold: no result is given' : report?.checking ? 'A result is being checked' : report?.announced ? 'No result' : 'Not declared yet';
    return h('p', { class: 'seat-verdict' }, h('b', {}, words));
  }
  const label = standingWords(standing(report));
  return h(
    'div',
    { class: 'seat-verdict', 'data-party': result.party },
    h('p', {}, h('span', { class: result.outcome?.kind === 'GAIN' ? 'chip gain' : 'chip' }, result.party), ' ', h('b', {}, outcomeWords(night, result)), label ? ' ' : null, label ? state(label) : null),
    h('p', {}, result.winner ? name(result.winner) : 'The winner is not named', ' · ', at(night, result.declaredAt)),
  );
}

function hold(night, { by, reason: why, at: since }, waits) {
  return h(
    'section',
    { class: 'notice hatched', 'data-testid': 'seat-held' },
    h('p', {}, state('On hold'), ' by ', name(by), ' ', at(night, since)),
    reason(why),
    h('p', { class: 'quiet' }, 'Nothing said of this seat counts until it is released.', ...(waits ? [` Revision ${number(waits.revision)} of `, name(waits.source), ' waits.'] : [])),
  );
}

function check(night, { revision, declaredAt, source, queries }) {
  const others = (query) => query.seats.flatMap((seat) => [' ', seatLink(seat, night.seats.get(seat)?.name)]);
  return h(
    'section',
    { class: 'notice hatched', 'data-testid': 'seat-checking' },
    h('p', {}, state('Being checked'), ` revision ${number(revision)} of `, name(source), ' ', at(night, declaredAt)),
    queries.length === 0 ? null : h('ul', { 'aria-label': 'Why it is checked' }, ...queries.map((query) => h('li', {}, name(query.words, LONGEST_REASON), ...others(query)))),
    h('p', { class: 'quiet' }, 'Its figures are not counted, and not shown, until somebody has confirmed or corrected them.'),
  );
}

function announcement(night, { status, source, at: when, reason: why }) {
  const words = status === 'RECOUNT' ? 'The votes are counted again.' : 'The result is withdrawn.';
  return h('section', { class: 'notice dashed', 'data-testid': 'seat-announced' }, h('p', {}, state(standingWords(status)), ` ${words} `, at(night, when)), reason(why), h('p', { class: 'quiet' }, 'Reported by ', name(source)));
}

/** Old and new value of every figure side by side. */
function correctionOf(night, { at: when, reason: why, changes }) {
  const cell = (value, none) => (value === undefined ? none : name(value, LONGEST_REASON));
  return h(
    'section',
    { class: 'notice double', 'data-testid': 'seat-correction' },
    h('p', {}, state('Corrected'), ' ', at(night, when)),
    h(
      'table',
      { class: 'corrected' },
      h('thead', {}, h('tr', {}, ...['Figure', 'Was', 'Is'].map((label) => h('th', { scope: 'col' }, label)))),
      h('tbody', {}, ...changes.map(({ figure, was, now }) => h('tr', {}, h('th', { scope: 'row' }, name(figure)), h('td', {}, h('s', {}, cell(was, 'none'))), h('td', {}, h('b', {}, cell(now, 'taken back')))))),
    ),
    reason(why),
  );
}

/** Why a result is as it is, where nothing of it had been published before. */
const explanation = ({ status, reason: why }) => h('section', { class: 'notice double' }, h('p', {}, state(standingWords(status) || 'Reason')), reason(why));

/** Every doubt and correction, the most pressing first; nothing for a plain declaration. */
export function notices(night, report) {
  if (!report) return [];
  const { result, held, checking, announced, correction } = report;
  // A result that waits only because the seat is held has no query.
  const queried = checking && (!held || checking.queries.length > 0);
  return [
    held && hold(night, held, queried ? null : checking),
    queried && check(night, checking),
    announced && announcement(night, announced),
    correction ? correctionOf(night, correction) : result?.reason && explanation(result),
  ].filter(Boolean);
}
