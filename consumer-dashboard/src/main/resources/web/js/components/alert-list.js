import { alertCard, alertLine } from '../alert-card.js';
import { ALERT_GROUPS, isOf } from '../alert-groups.js';
import { h, name, reconcile, setAttribute, setText } from '../dom.js';
import { number } from '../format.js';
import { onRoute, route } from '../route.js';
import { SteadyList } from '../steady-list.js';
import { isCard } from '../words.js';

/** What is seen of each list before the reader asks for all of it. */
const CARDS = 3;
const LINES = 60;
const ALL = 'all';

const isPinned = (alert) => alert.kind === 'MAJORITY_REACHED' && alert.state !== 'WITHDRAWN';

/** Records, the majority, and all that was amended or withdrawn as cards, on top; gains as a compact list under them. */
class AlertList extends HTMLElement {
  connectedCallback() {
    this.list = new SteadyList(this, (keys, held) => this.draw(keys, held));
    this.list.button.dataset.testid = 'new-alerts';
    this.filter = ALL;
    this.filters = [{ group: ALL, label: 'All', about: 'Every alert' }, ...ALERT_GROUPS].map(({ group, label, about }) => this.toggle(group, label, about));
    this.tools = h('div', { class: 'alert-tools', hidden: true }, h('div', { class: 'filters', role: 'group', 'aria-label': 'Which alerts are listed' }, ...this.filters), this.list.button);
    this.note = h('p', { class: 'alert-note', role: 'status', 'data-testid': 'alert-note' });
    this.empty = h('p', { class: 'quiet' });
    this.cards = h('ol', { class: 'cards', 'aria-label': 'Alerts, the newest first' });
    this.moreCards = this.fold();
    this.count = h('h3', { class: 'gains-heading' });
    this.lines = h('ol', { class: 'gains', 'aria-label': 'Seats that changed hands' });
    this.moreLines = this.fold();
    this.append(this.tools, this.note, this.empty, this.cards, this.moreCards, this.count, this.lines, this.moreLines);
    // After all others: a seat's page that closes gives the focus back to where it was.
    onRoute(() => queueMicrotask(() => this.night && this.render(this.night)));
  }

  toggle(group, label, about) {
    const button = h('button', { type: 'button', title: about, 'data-group': group, 'aria-pressed': String(group === ALL) }, label);
    button.addEventListener('click', () => this.choose(group));
    return button;
  }

  choose(group) {
    this.filter = group;
    for (const button of this.filters) setAttribute(button, 'aria-pressed', button.dataset.group === group);
    this.render(this.night, true);
  }

  /** The button that unfolds what is older in a list. */
  fold() {
    const button = h('button', { type: 'button', class: 'more', hidden: true, 'aria-expanded': 'false' });
    button.addEventListener('click', () => {
      setAttribute(button, 'aria-expanded', button.getAttribute('aria-expanded') === 'false');
      this.redraw();
    });
    return button;
  }

  render(night, anew = false) {
    const other = this.night !== night;
    this.night = night;
    this.byId = new Map(night.alerts.map((alert) => [alert.id, alert]));
    const asked = route().alert ?? null;
    const opens = asked !== null && (asked !== this.opened?.id || !this.opened.known) && this.byId.has(asked);
    if (opens && this.filter !== ALL && !isOf(this.byId.get(asked), this.filter)) return this.open(asked).choose(ALL);
    if (asked !== this.opened?.id || opens) this.open(asked);
    const listed = night.alerts.filter((alert) => this.filter === ALL || isOf(alert, this.filter));
    const ids = [...listed.filter(isPinned), ...listed.filter((alert) => !isPinned(alert))].map(({ id }) => id);
    this.tools.hidden = night.alerts.length === 0;
    this.empty.hidden = ids.length > 0;
    setText(this.empty, night.alerts.length === 0 ? 'Nothing yet. Seats that change hands, records and the majority appear here.' : 'None of these yet.');
    this.tell(asked);
    const read = this.contains(document.activeElement) && document.activeElement.matches('[data-opened]');
    this.list.offer(ids, anew || other || this.opening);
    // Another night has another card for the same alert.
    if (read) this.querySelector('[data-opened]')?.focus({ preventScroll: true });
    if (this.opening) this.bringIntoView();
  }

  open(id) {
    const known = this.byId.has(id);
    this.opening = known;
    this.opened = { id, known };
    return this;
  }

  /** Says so where the address names an alert that this night does not have, or not yet. */
  tell(asked) {
    const missing = asked !== null && !this.byId.has(asked);
    if (this.missing === (missing ? `${asked} ${this.night.past}` : null)) return;
    this.missing = missing ? `${asked} ${this.night.past}` : null;
    const why = this.night.past ? ' was not there at this point of the night.' : ' is not among those of this night.';
    this.note.replaceChildren(...(missing ? ['The alert ', name(asked, 120), why] : []));
  }

  redraw() {
    this.render(this.night, true);
  }

  /** @param {string[]} ids the majority first, then the newest change; where they are `held`, each stays a card or a line */
  draw(ids, held) {
    const alerts = ids.map((id) => this.byId.get(id)).filter(Boolean);
    if (!held) this.asCards = new Set(alerts.filter(isCard).map(({ id }) => id));
    const cards = alerts.filter(({ id }) => this.asCards.has(id));
    const lines = alerts.filter(({ id }) => !this.asCards.has(id));
    this.unfold(this.cards, this.moreCards, cards, this.filter === ALL ? CARDS : Infinity);
    this.unfold(this.lines, this.moreLines, lines, LINES);
    const { changed } = this.night.scoreboard;
    this.count.hidden = lines.length === 0;
    setText(this.count, `${number(changed)} ${changed === 1 ? 'seat has' : 'seats have'} changed hands`);
  }

  /** Draws a list as far as it is unfolded, and always as far as the alert that the address names. */
  unfold(list, more, alerts, few) {
    const expanded = more.getAttribute('aria-expanded') === 'true';
    const least = 1 + alerts.findIndex(({ id }) => id === this.opened?.id);
    const seen = expanded ? alerts.length : Math.max(Math.min(few, alerts.length), least);
    // An amended alert is another object under the same id, so it is drawn again.
    reconcile(list, alerts.slice(0, seen), { key: (alert) => `${this.isOpened(alert)} ${alert.id}`, create: (alert) => this.element(alert) });
    more.hidden = alerts.length <= few || (!expanded && seen === alerts.length);
    setText(more, expanded ? 'Show fewer' : `Show ${number(alerts.length - seen)} earlier`);
  }

  isOpened({ id }) {
    return this.opened?.id === id;
  }

  element(alert) {
    const opened = this.isOpened(alert);
    return opened || isCard(alert) ? alertCard(this.night, alert, opened) : alertLine(this.night, alert);
  }

  bringIntoView() {
    this.opening = false;
    const tab = document.getElementById('tab-alerts');
    if (tab && tab.getAttribute('aria-selected') !== 'true') tab.click();
    const element = this.querySelector('[data-opened]');
    if (!element) return;
    const { x, y, width, height } = element.getBoundingClientRect();
    if (!element.contains(document.elementFromPoint(x + width / 2, y + height / 2))) element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }
}

customElements.define('alert-list', AlertList);
