import { h, name, reconcile, setAttribute, setText, svg } from '../dom.js';
import { number } from '../format.js';
import { keeper } from '../keep.js';
import { pinsOf } from '../pins.js';
import { go } from '../route.js';
import { indexOf, search } from '../seat-search.js';
import { seatState } from '../seat-words.js';

const MOST_OPTIONS = 8;
const LONGEST_NAME = 80;

const typing = (target) => target.closest?.('input, textarea, select, [contenteditable]') !== null;

/** Finds a seat by its name and goes to its page: a combobox with a list, after the ARIA pattern. */
class SeatFinder extends HTMLElement {
  connectedCallback() {
    this.input = h('input', {
      type: 'text',
      role: 'combobox',
      id: 'seat-finder-input',
      'aria-label': 'Find a seat',
      'aria-expanded': 'false',
      'aria-controls': 'seat-finder-list',
      'aria-autocomplete': 'list',
      'aria-keyshortcuts': '/',
      placeholder: 'Find a seat  /',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
      maxlength: '80',
    });
    this.list = h('ul', { role: 'listbox', id: 'seat-finder-list', 'aria-label': 'Seats' });
    this.count = h('p', { class: 'quiet', 'aria-live': 'polite' });
    this.popup = h('div', { class: 'finder-popup', hidden: true }, this.list, this.count);
    this.append(glass(), this.input, this.popup);
    this.found = [];
    this.active = 0;
    this.keep = keeper();
    this.input.addEventListener('input', () => this.ask());
    this.input.addEventListener('focus', () => this.input.value && this.ask());
    this.input.addEventListener('blur', () => this.close());
    this.input.addEventListener('keydown', (event) => this.press(event));
    // The focus stays in the field while the list is pointed at.
    this.popup.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => this.choose(target));
    addEventListener('keydown', (event) => this.shortcut(event));
  }

  render(night) {
    if (this.seats !== night.seats) this.index = indexOf(night.seats.values());
    this.seats = night.seats;
    this.night = night;
    if (!this.popup.hidden) this.show();
  }

  shortcut(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  ask() {
    if (!this.night) return;
    this.found = [];
    if (this.input.value.trim() === '') this.close();
    else this.show();
  }

  show() {
    const found = search(this.index, this.input.value);
    const chosen = this.found[this.active]?.seat;
    this.found = found.slice(0, MOST_OPTIONS);
    this.active = Math.max(0, this.found.findIndex(({ seat }) => seat === chosen));
    const items = this.found.map((seat) => this.keep(seat.seat, { seat, report: this.night.reports.get(seat.seat), pinned: this.pins.has(seat.seat) }));
    reconcile(this.list, items, { key: ({ seat }) => seat.seat, create: (item) => this.option(item) });
    this.list.hidden = this.found.length === 0;
    this.popup.hidden = false;
    this.input.setAttribute('aria-expanded', this.found.length > 0);
    setText(this.count, countWords(found.length));
    this.mark();
  }

  option({ seat, report, pinned }) {
    return h(
      'li',
      { role: 'option', id: `seat-option-${seat.seat}`, 'data-seat': seat.seat, 'data-party': report?.result?.party, 'aria-selected': 'false' },
      h('span', { class: 'swatch', 'data-empty': !report?.result }),
      h('span', { class: 'option-name' }, name(seat.name, LONGEST_NAME)),
      h('span', { class: 'option-state quiet' }, `${seatState(this.night, report)}${pinned ? ', pinned' : ''}`),
      // Keys pin with Ctrl and Enter: an option may hold no button.
      h('span', { class: 'option-pin', 'data-pin': true, 'aria-hidden': 'true', title: pinned ? 'Unpin' : 'Pin' }, pinned ? '★' : '☆'),
    );
  }

  get pins() {
    return pinsOf(this.night.election.election);
  }

  mark() {
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', i === this.active));
    setAttribute(this.input, 'aria-activedescendant', this.list.children[this.active]?.id);
  }

  press(event) {
    const open = !this.popup.hidden;
    const last = this.found.length - 1;
    if (event.key === 'Escape') {
      if (!open && this.input.value === '') this.input.blur();
      if (!open) this.input.value = '';
      this.close();
    } else if (event.key === 'Enter' && open && last >= 0) {
      const seat = this.found[this.active];
      if (event.ctrlKey || event.metaKey) this.pin(seat.seat);
      else this.open(seat.seat);
    } else if (event.key === 'ArrowDown' && last >= 0) {
      this.active = open && this.active < last ? this.active + 1 : 0;
      this.reveal(open);
    } else if (event.key === 'ArrowUp' && last >= 0) {
      this.active = this.active > 0 ? this.active - 1 : last;
      this.reveal(open);
    } else {
      return;
    }
    event.preventDefault();
  }

  reveal(open) {
    if (open) this.mark();
    else this.show();
  }

  choose(target) {
    const seat = target.closest('[role=option]')?.dataset.seat;
    if (seat === undefined) return;
    if (target.closest('[data-pin]')) this.pin(seat);
    else this.open(seat);
  }

  pin(seat) {
    this.pins.toggle(seat);
    this.show();
    if (this.pins.isFull) setText(this.count, `${number(this.pins.seats.length)} seats are pinned; there is room for no more.`);
  }

  open(seat) {
    this.input.value = '';
    this.close();
    go({ seat });
  }

  close() {
    this.popup.hidden = true;
    this.active = 0;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

function countWords(found) {
  if (found === 0) return 'No seat has such a name.';
  const more = found - MOST_OPTIONS;
  return `${more > 0 ? `${number(more)} more. ` : found === 1 ? 'One seat. ' : `${number(found)} seats. `}Enter opens, Ctrl+Enter pins.`;
}

const glass = () => svg('svg', { class: 'glass', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: 'M10.5 10.5 14.5 14.5M11.5 6.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0Z' }));

customElements.define('seat-finder', SeatFinder);
