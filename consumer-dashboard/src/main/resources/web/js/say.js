/** Words on the page: the parts of `words.js` as text, every name isolated. */

import { name } from './dom.js';
import { plain } from './words.js';

export const nodesOf = (parts) =>
  parts.map((part) => (part.name === undefined ? document.createTextNode(part) : name(part.name, part.longest)));

/** Sets an element's words, only where they differ. */
export function say(element, parts) {
  const text = plain(parts);
  if (element.said === text) return;
  element.said = text;
  element.replaceChildren(...nodesOf(parts));
}
