/** Which night the page shows: its name, its date, its colours, its feed, and the other nights. */

import { nightPath } from './api.js';
import { partySheet } from './colours.js';
import { h, setText } from './dom.js';
import { date, shorten } from './format.js';
import { nodesOf } from './say.js';

const LONGEST_OPTION = 60;

const at = (id) => document.getElementById(id);

/** The list of nights to go to, where there is more than one. */
export function chooser(nights, shown) {
  const select = at('nights');
  const options = nights.map(({ election, name, mode }) => h('option', { value: election }, mode === 'LIVE' ? shorten(name, LONGEST_OPTION) : `${shorten(name, LONGEST_OPTION)} (${mode.toLowerCase()})`));
  select.replaceChildren(...options);
  select.value = shown;
  at('nights-label').hidden = nights.length < 2;
  select.addEventListener('change', () => location.assign(`?night=${encodeURIComponent(select.value)}`));
}

/** Whether any of the night's seats has a place on a map. */
export const isMapped = ({ seats }) => [...seats.values()].some((seat) => seat.hex);

function feed(address) {
  at('feed')?.remove();
  document.head.append(h('link', { id: 'feed', rel: 'alternate', type: 'application/atom+xml', title: 'Alerts of the night', href: address }));
}

export function heading(night) {
  const { election } = night;
  document.adoptedStyleSheets = [partySheet(election.parties)];
  at('name').replaceChildren(...nodesOf([{ name: election.name }]));
  setText(at('date'), date(election.date));
  const mapped = isMapped(night);
  document.documentElement.dataset.map = mapped;
  setText(at('map-heading'), mapped ? 'Map' : 'Seats');
  // The choice of what it shows stands in its place.
  at('map-heading').classList.toggle('visually-hidden', mapped);
  setText(at('tab-map'), mapped ? 'Map' : 'Seats');
  feed(nightPath(election.election, 'alerts.atom'));
}
