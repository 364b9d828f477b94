import * as api from '../api.js';
import { copyLink } from '../copy-link.js';
import { h, name, setText } from '../dom.js';
import { number } from '../format.js';
import { MOST_PINS, pinsOf } from '../pins.js';
import { address, go, onRoute, permalink, route } from '../route.js';
import { asOfWords } from '../seat/as-of.js';
import { candidateTable } from '../seat/candidates.js';
import { facts } from '../seat/facts.js';
import { alertsAbout, history } from '../seat/history.js';
import { SeatSource } from '../seat/source.js';
import { notices, verdict } from '../seat/state.js';
import { renewAges } from '../clock.js';

/** All that is public of one seat: opened by the address, over what is shown. */
class SeatPage extends HTMLElement {
  connectedCallback() {
    this.heading = h('h2', { id: 'seat-page-heading', tabindex: '-1', autofocus: true });
    this.pin = h('button', { type: 'button', class: 'pin-button' });
    this.shut = h('button', { type: 'button', 'aria-label': 'Close', class: 'shut' }, '×');
    this.body = h('div', { class: 'seat-body' });
    this.dialog = h(
      'dialog',
      { 'aria-labelledby': this.heading.id, 'data-testid': 'seat-page' },
      h('header', {}, this.heading, h('div', { class: 'seat-tools' }, this.pin, copyLink(() => permalink({ alert: null })), this.shut)),
      this.body,
    );
    this.append(this.dialog);
    this.source = new SeatSource(api.seat, () => this.night && this.render(this.night));
    this.shut.addEventListener('click', () => this.leave());
    this.pin.addEventListener('click', () => pinsOf(this.night.election.election).toggle(this.seat));
    this.dialog.addEventListener('click', ({ target }) => target === this.dialog && this.leave());
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.leave();
    });
    // A browser may close it whatever was prevented.
    this.dialog.addEventListener('close', () => {
      document.body.append(this.announcer);
      this.leave();
    });
    onRoute(() => this.night && this.render(this.night));
  }

  leave() {
    if (route().seat !== undefined) go({ seat: null });
  }

  render(night) {
    this.night = night;
    const { seat } = route();
    if (!seat) {
      this.source.forget();
      if (this.dialog.open) this.dialog.close();
      return;
    }
    const pins = pinsOf(night.election.election);
    if (this.pins !== pins) pins.onChange(() => this.pins === pins && this.showPin());
    this.pins = pins;
    if (this.seat !== seat) this.dialog.scrollTop = 0;
    this.seat = seat;
    this.source.want(night, seat);
    this.showPin();
    this.draw();
    if (!this.dialog.open) this.show();
  }

  /** What is announced is silent outside of a modal dialog. */
  show() {
    this.dialog.showModal();
    this.announcer ??= document.getElementById('announcer');
    this.dialog.append(this.announcer);
  }

  showPin() {
    const pinned = this.pins.has(this.seat);
    this.pin.setAttribute('aria-pressed', pinned);
    this.pin.disabled = (!pinned && this.pins.isFull) || !this.night.seats.has(this.seat);
    setText(this.pin, pinned ? 'Pinned' : 'Pin');
    this.pin.title = this.pin.disabled ? `No more than ${number(MOST_PINS)} seats can be pinned` : '';
  }

  /** Draws only what differs, so that a reader keeps the place. */
  draw() {
    const { night, seat: code } = this;
    const { document: known } = this.source;
    const seat = night.seats.get(code);
    const alerts = night.alerts.filter((alert) => alert.seat === code);
    const shown = [night, code, seat, known, asOfWords(this.source, night.past), location.search, ...alerts];
    if (this.shown?.length === shown.length && shown.every((part, i) => part === this.shown[i])) return;
    this.shown = shown;
    this.heading.replaceChildren(name(seat?.name ?? known?.report.name ?? code, 400));
    this.keepFocus(() => this.body.replaceChildren(...this.parts(seat, known, alerts).filter(Boolean)));
    renewAges(night);
  }

  /** A link that is focused stays so where it is still there. */
  keepFocus(change) {
    const focused = this.body.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    change();
    if (focused === null) return;
    const same = [...this.body.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
    (same ?? this.heading).focus({ preventScroll: true });
  }

  parts(seat, known, alerts) {
    const { night } = this;
    const report = known?.report;
    const result = report?.result;
    return [
      seat ? h('p', { class: 'quiet' }, ...placeOf(seat)) : null,
      this.asOf(),
      ...(known ? [verdict(night, report), ...notices(night, report)] : []),
      result?.candidates.length > 0 ? h('div', { class: 'seat-candidates' }, candidateTable(night, result.candidates, { headings: true })) : null,
      known || seat ? facts(night, seat, result) : null,
      alertsAbout(night, alerts),
      known ? history(night, known) : null,
    ];
  }

  /** Of which moment it is, where that is not now, and the way back to it. */
  asOf() {
    const { past } = this.night;
    const words = asOfWords(this.source, past);
    if (words === null) return null;
    const { isCurrent, trouble } = this.source;
    return h('p', { class: 'as-of', role: trouble ? 'status' : null }, `${words} `, isCurrent ? h('a', { 'data-go': 'moment', href: address({ revision: null }) }, 'As it stands now') : null);
  }
}

const placeOf = ({ region, nation, electorate }) => [
  ...[...new Set([region, nation])].filter(Boolean).flatMap((text, i) => [i > 0 ? ' · ' : '', name(text, 80)]),
  electorate > 0 ? `${region || nation ? ' · ' : ''}electorate ${number(electorate)}` : '',
];

customElements.define('seat-page', SeatPage);
