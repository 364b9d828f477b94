/** Puts looks on the page, and defines the patterns that they use. */

import { setAttribute, svg } from '../dom.js';
import { SIZE } from './geometry.js';

/** Dresses an outline, and the mark within it, in a look. */
export function dress(outline, mark, { d, fill, mark: inner, tone, party, standing }) {
  setAttribute(outline, 'd', d);
  setAttribute(outline, 'class', `hex${fill ? ` ${fill}` : ''}`);
  setAttribute(outline, 'data-party', party);
  setAttribute(outline, 'data-standing', standing || null);
  setAttribute(mark, 'visibility', inner ? null : 'hidden');
  setAttribute(mark, 'd', inner);
  setAttribute(mark, 'class', 'mark');
  setAttribute(mark, 'data-party', party);
  setAttribute(mark, 'data-tone', tone);
  setAttribute(mark, 'data-standing', standing || null);
}

/** What the hatch of a seat being checked and the dots of a rush leave of its colour. */
export function masks() {
  const square = { x: -SIZE - 1, y: -SIZE - 1, width: 2 * SIZE + 2, height: 2 * SIZE + 2 };
  const mask = (id, width, ...marks) =>
    svg(
      'mask',
      { id, maskUnits: 'userSpaceOnUse', ...square },
      svg('rect', { ...square, fill: `url(#${id}-marks)` }),
      svg('pattern', { id: `${id}-marks`, width, height: width, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { width, height: width, fill: '#555' }), ...marks),
    );
  return svg('defs', {}, mask('hatch', 4, svg('rect', { width: 1.8, height: 4, fill: '#fff' })), mask('dots', 4, svg('circle', { cx: 2, cy: 2, r: 1.4, fill: '#fff' })));
}
