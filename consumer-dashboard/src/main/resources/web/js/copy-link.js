/** A button that copies a permanent link; where a browser forbids that, the link is shown to be copied by hand. */

import { h, setText } from './dom.js';

const SAID_FOR = 2500;

/**
 * @param {() => string} link what to copy, asked for when it is pressed
 * @param {string} label
 */
export function copyLink(link, label = 'Copy link') {
  const button = h('button', { type: 'button' }, label);
  const field = h('input', { type: 'text', readonly: true, hidden: true, 'aria-label': 'Link' });
  const said = h('span', { class: 'visually-hidden', role: 'status' });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link());
      setText(button, 'Copied');
      setText(said, 'Link copied');
      setTimeout(() => {
        setText(button, label);
        setText(said, '');
      }, SAID_FOR);
    } catch {
      field.hidden = false;
      field.value = link();
      field.select();
    }
  });
  return h('span', { class: 'copy-link' }, button, field, said);
}
