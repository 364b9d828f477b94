import { h, name, reconcile, setText } from '../dom.js';
import { number, zoneName } from '../format.js';
import { standingLines } from '../standing.js';
import { standing } from '../store.js';
import { partyName } from '../words.js';
import { timeOf } from '../clock.js';

const MOST_ROWS = 60;

/** The newest declarations, and what was said of a seat instead of one; it does not move under a reader who has scrolled or points at it. */
class DeclarationList extends HTMLElement {
  connectedCallback() {
    this.rows = h('ol', { tabindex: '0', 'aria-label': 'Newest declarations' });
    this.button = h('button', { type: 'button', class: 'new', hidden: true, 'data-testid': 'new-declarations' });
    this.zone = h('p', { class: 'quiet' });
    this.append(this.zone, this.button, this.rows);
    this.held = [];
    this.button.addEventListener('click', () => {
      this.scroller().scrollTop = 0;
      this.show();
    });
    const release = () => !this.button.hidden && !this.isRead() && this.show();
    this.rows.addEventListener('pointerenter', ({ pointerType }) => {
      // A finger is gone when it is lifted; only a mouse or a pen stays over the list.
      this.pointed = pointerType !== 'touch';
    });
    this.rows.addEventListener('pointerleave', () => {
      this.pointed = false;
      release();
    });
    this.rows.addEventListener('focusout', release);
    // Remembered, because asking while drawing would lay the page out once more.
    const scrolled = () => {
      this.scrolled = this.scroller().scrollTop > 0;
      release();
    };
    this.rows.addEventListener('scroll', scrolled, { passive: true });
    addEventListener('scroll', scrolled, { passive: true });
  }

  isRead() {
    return this.scrolled || this.pointed || this.rows.matches(':focus-visible');
  }

  /** The list where it scrolls by itself, else the page. */
  scroller() {
    return getComputedStyle(this.rows).overflowY === 'auto' ? this.rows : document.scrollingElement;
  }

  render(night) {
    const other = this.night !== undefined && this.night !== night;
    this.night = night;
    const latest = night.scoreboard.latest;
    setText(this.zone, latest ? `Times in ${zoneName(latest, night.election.zone)}` : 'No seat declared yet.');
    if (other || this.held.length === 0 || !this.isRead()) this.show();
    else this.hold();
  }

  /** Keeps the rows where they are, renews what they say, and counts what is not seen. */
  hold() {
    this.draw(this.held.filter((seat) => this.night.reports.has(seat)));
    const since = this.night.revision - this.heldRevision;
    this.button.hidden = since <= 0;
    setText(this.button, `${number(since)} new`);
  }

  show() {
    this.held = this.night.newest.slice(0, MOST_ROWS);
    this.heldRevision = this.night.revision;
    this.button.hidden = true;
    this.draw(this.held);
  }

  draw(seats) {
    reconcile(this.rows, seats.map((seat) => this.night.reports.get(seat)), { key: ({ seat }) => seat, create: (report) => this.row(report) });
  }

  row(report) {
    const { result, announced, checking, held, correction } = report;
    const at = result?.declaredAt ?? held?.at ?? checking?.declaredAt ?? announced?.at ?? correction?.at;
    return h(
      'li',
      { 'data-testid': 'declaration', 'data-seat': report.seat, 'data-party': result?.party, 'data-status': standing(report) },
      h('p', { class: 'declaration-head' }, h('span', { class: 'seat-name' }, name(report.name)), at ? timeOf(this.night, at) : null),
      result ? h('p', { class: 'declaration-words' }, ...this.words(result)) : null,
      ...standingLines(report),
    );
  }

  words(row) {
    const gain = row.outcome?.kind === 'GAIN';
    const majority =
      row.status === 'RUSH' ? 'votes to come' : row.majority === undefined ? 'unopposed' : row.majority === 0 ? 'a tie, decided by lot' : `majority ${number(row.majority)}`;
    return [
      h('span', { class: gain ? 'chip gain' : 'chip' }, row.party),
      gain ? h('b', {}, ` gain from ${partyName(this.night, row.outcome.from)}`) : row.outcome ? ' hold' : ' win',
      `, ${majority}`,
      row.winner ? h('span', { class: 'winner' }, ' · ', name(row.winner, 60)) : null,
    ];
  }
}

customElements.define('declaration-list', DeclarationList);
