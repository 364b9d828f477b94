/** The time of the night, and how long ago things were by it. */

import { clock, duration, zoneName } from './format.js';
import { h, setText } from './dom.js';

/**
 * What "now" is for a night: the wall clock when it is live; the latest declaration when it is
 * played again or rehearsed, whose times are not today's, or shown as it once stood.
 */
function nowOf({ election, scoreboard, past }) {
  if (election.mode === 'LIVE' && !past) return Date.now();
  return scoreboard?.latest ? Date.parse(scoreboard.latest) : null;
}

/** A time of the night where the election is, with the zone and, beside it, how long ago it was. */
export function timeOf({ election }, instant, { zone = false } = {}) {
  const text = clock(instant, election.zone, election.date);
  return h(
    'span',
    { class: 'when' },
    h('time', { datetime: instant, title: `${text} ${zoneName(instant, election.zone)}` }, zone ? `${text} ${zoneName(instant, election.zone)}` : text),
    ' ',
    h('span', { class: 'ago', 'data-ago': instant }),
  );
}

/** Renews every "x ago" of the page. */
export function renewAges(night) {
  const now = nowOf(night);
  for (const element of document.querySelectorAll('[data-ago]')) {
    const age = now === null ? null : now - Date.parse(element.dataset.ago);
    setText(element, age === null ? '' : age < 1000 ? 'just now' : `${duration(age)} ago`);
  }
}
