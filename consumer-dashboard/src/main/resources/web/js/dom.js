/** Small tools for building elements. Text is only ever set as text. */

import { contained, shorten } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An HTML element; children are nodes or plain text. */
export const h = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** A name that others chose: cut to a line's length and isolated, whatever its script. */
export function name(text, longest) {
  const line = contained(text);
  const short = shorten(line, longest);
  return h('bdi', { title: short === line ? null : shorten(line, 400) }, short);
}

/** Sets text only where it differs, so that nothing is announced or laid out for no reason. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute, or removes it for null, only where it differs. */
export function setAttribute(element, key, value) {
  if (value === null || value === undefined) element.removeAttribute(key);
  else if (element.getAttribute(key) !== String(value)) element.setAttribute(key, value);
}

/**
 * Makes the children of an element those of a list, reusing the element of a key. Where its item is
 * another object than before, the element is updated in place, or without `update` made anew.
 */
export function reconcile(parent, items, { key, create, update }) {
  const known = (parent.keyedRows ??= new Map());
  const next = new Map();
  items.forEach((item, index) => {
    const id = key(item);
    let row = known.get(id);
    if (row?.item !== item) {
      const element = row && update ? row.element : create(item);
      if (row && !update) row.element.replaceWith(element);
      update?.(element, item);
      row = { item, element };
    }
    next.set(id, row);
    const there = parent.children[index];
    if (there !== row.element) parent.insertBefore(row.element, there ?? null);
  });
  while (parent.children.length > items.length) parent.lastElementChild.remove();
  parent.keyedRows = next;
}
