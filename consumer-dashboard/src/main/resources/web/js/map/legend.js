/** The choice of what the map shows, and the legend of the one chosen. */

import { h, svg } from '../dom.js';
import { go } from '../route.js';
import { MODES } from './modes.js';
import { dress } from './paint.js';

/** One radio for each mode; choosing one goes to its address. */
export function modeChoice() {
  const radios = MODES.map(({ id, label }) => {
    const radio = h('input', { type: 'radio', name: 'map-mode', value: id });
    return { radio, label: h('label', {}, radio, h('span', {}, label)) };
  });
  const element = h('fieldset', { class: 'map-modes', 'data-testid': 'map-modes' }, h('legend', { class: 'visually-hidden' }, 'What the map shows'), ...radios.map(({ label }) => label));
  element.addEventListener('change', ({ target }) => go({ map: target.value === MODES[0].id ? null : target.value }, { replace: true }));
  return {
    element,
    show(mode) {
      for (const { radio } of radios) radio.checked = radio.value === mode.id;
    },
  };
}

function sampleOf({ look, words }) {
  const outline = svg('path', {});
  const mark = svg('path', {});
  dress(outline, mark, look);
  return h('li', {}, svg('svg', { viewBox: '-10 -10 20 20', class: 'sample', 'aria-hidden': 'true' }, outline, mark), words);
}

/** What the looks of a mode mean. */
export const legend = (mode) => h('ul', { class: 'legend' }, h('li', { class: 'legend-title' }, mode.shows), ...mode.legend.map(sampleOf));
