/** Of which moment the figures of a seat's page are. Pure. */

import { number } from '../format.js';

const TROUBLES = {
  OFFLINE: 'No connection: trying again.',
  400: 'There is no such seat in this night.',
  404: 'Nothing is known of this seat in this night.',
  410: 'This revision of the night is no longer kept.',
};

/**
 * What is missing, and why, and of which revision the figures are; null where they are the newest.
 *
 * @param {import('./source.js').SeatSource} source
 * @param {boolean} past whether the night is shown as it once stood
 */
export function asOfWords({ document, trouble, isCurrent }, past) {
  const revision = document && number(document.revision);
  if (isCurrent) return past ? `As it stood at revision ${revision}.` : null;
  const missing = TROUBLES[trouble] ?? 'Asking for its figures.';
  return document ? `${missing} The figures shown are of revision ${revision}.` : missing;
}
