/** A seat's name, wherever it stands: a link to the page of the seat, which opens over what is shown. */

import { h, name } from './dom.js';
import { address, onRoute } from './route.js';

/**
 * @param {string} seat the seat's code
 * @param {string} [label] its name as published, whatever it holds; its code where it has none
 * @param {number} [longest] so many characters of it at most
 */
export const seatLink = (seat, label = seat, longest = undefined) =>
  h('a', { class: 'seat-link', 'data-go': true, 'data-link-seat': seat, href: address({ seat }) }, name(label, longest));

/** A link that was made in another view leads from the one that is shown now. */
onRoute(() => {
  for (const link of document.querySelectorAll('a[data-link-seat]')) link.setAttribute('href', address({ seat: link.dataset.linkSeat }));
});
