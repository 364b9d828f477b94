/** Begins to find the night while the rest of the page is still on its way. */

import { findNight } from './night-finder.js';

/** What is told while there is no night to show yet; the page sets it once it is there. */
export const to = { waiting() {}, lost() {} };

/** The night that the address names; null for the newest. */
export const wanted = new URLSearchParams(location.search).get('night');

export const found = findNight(wanted, to);
