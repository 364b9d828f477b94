import { nightPath } from '../api.js';
import { h, name, setAttribute, setText } from '../dom.js';
import { clock, duration, number, zoneName } from '../format.js';
import { address } from '../route.js';
import { say } from '../say.js';
import { told } from '../words.js';

const MODES = {
  LIVE: ['LIVE', 'Declarations as they are made'],
  REPLAY: ['REPLAY', 'A past night played again from its published results'],
  TEST: ['TEST', 'A rehearsal: the figures are invented'],
};

/** Shows which night this is and whether it is live, a replay or a test. */
class NightMode extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'mode');
  }

  render({ election }) {
    const [label, title] = MODES[election.mode] ?? [election.mode, ''];
    setText(this, label);
    setAttribute(this, 'data-mode', election.mode);
    setAttribute(this, 'title', title);
  }
}

/** Which moment is shown while that is not the newest, in a place of its own so that nothing moves for it. */
class NightPast extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'past-banner');
    this.hidden = true;
    this.words = h('span');
    this.of = h('span', { class: 'past-of' });
    this.back = h('a', { class: 'button', 'data-go': 'moment', 'data-testid': 'back-to-live' }, 'Back to live');
    this.append(h('span', { class: 'past-words' }, this.words, this.of), ' ', this.back);
  }

  render({ election, scoreboard, past, at, revision, live }) {
    // The focus is not lost with the link that had it.
    if (!past && this.contains(document.activeElement)) document.getElementById('results').focus({ preventScroll: true });
    this.hidden = !past;
    if (!past) return;
    const moment = at ?? scoreboard.latest;
    setText(this.words, `As it stood ${moment ? `at ${timeIn(election, moment)}` : 'before the first declaration'}`);
    setText(this.of, `, revision ${number(revision)} of ${number(live)}`);
    setAttribute(this.back, 'href', address({ revision: null, at: null }));
  }
}

/** A connection that is back sooner was hardly lost; it need not be spoken of. */
const PATIENCE = 1500;
/** Longer than this without a word from the server, and the figures are called stale. */
const STALE = 5000;

const timeIn = ({ zone, date: pollingDay }, instant) => `${clock(instant, zone, pollingDay)} ${zoneName(instant, zone)}`;

const banner = (kind, attributes, ...children) => h('p', { class: `banner ${kind}`, hidden: true, 'data-testid': `${kind}-banner`, ...attributes }, ...children);

/** What is to be known of the figures before they are read. */
class NightBanners extends HTMLElement {
  connectedCallback() {
    this.test = banner('test', {}, h('strong', {}, 'TEST'), ' A rehearsal. Every figure on this page is invented: do not publish.');
    this.stopped = banner('stopped', { role: 'status', 'data-testid': 'alerts-stopped-banner' });
    this.reason = h('span');
    const close = h('button', { type: 'button' }, 'Close');
    close.addEventListener('click', () => (this.missed.hidden = true));
    this.missed = banner('missed', { role: 'status' }, this.reason, ' ', close);
    this.stale = banner('stale', { role: 'status' });
    this.append(this.test, this.stopped, this.missed, this.stale);
  }

  render(night) {
    const { election, scoreboard } = night;
    this.test.hidden = election.mode !== 'TEST';
    this.renderStopped(election, scoreboard);
    if (night.past) this.missed.hidden = true;
  }

  renderStopped(election, { alertsStopped }) {
    this.stopped.hidden = alertsStopped === undefined;
    if (this.stopped.hidden) return;
    const { by, at, reason } = alertsStopped;
    say(this.stopped, ['Alerts are stopped by ', { name: by }, ` since ${timeIn(election, at)}: `, told(reason), '. Results go on; the alerts follow when they are let flow again.']);
  }

  /** A moment that was asked for cannot be shown: says why until another one is shown. */
  refused(moment, status, newest) {
    const why = {
      404: ['The night has not come to that moment yet: ', { name: moment }, `. Its newest revision is ${number(newest)}, shown here.`],
      410: ['Revision ', { name: moment }, ' is no longer kept. The night is shown as it stands now.'],
    };
    say(this.reason, why[status] ?? ['There is no such moment of the night: ', { name: moment }, '. The night is shown as it stands now.']);
    this.missed.hidden = false;
  }

  /** @param {{ lasted: number, since: string } | null} silence milliseconds and the time it began; null while there is none */
  connection(silence, night) {
    this.stale.hidden = silence === null || silence.lasted < PATIENCE;
    if (this.stale.hidden) return;
    if (!night) setText(this.stale, 'No connection to the server. Trying again by itself.');
    else if (silence.lasted < STALE) setText(this.stale, 'Reconnecting …');
    else {
      const revision = number(night.live ?? night.revision);
      setText(this.stale, `Stale since ${timeIn({ zone: night.election.zone }, silence.since)}: nothing was heard from the server. The last figures are kept, revision ${revision}; the page goes on by itself.`);
    }
  }
}

const link = (text, attributes = {}) => h('a', attributes, text);

/** What the figures rest on: revision, age, mode, source; and where they are as data. */
class NightFooter extends HTMLElement {
  connectedCallback() {
    this.revision = h('b', { 'data-testid': 'footer-revision' });
    this.age = h('span', { 'data-testid': 'footer-age' });
    this.mode = h('span', { class: 'footer-mode', 'data-testid': 'footer-mode' });
    this.source = h('span', { class: 'footer-source' });
    this.table = link('CSV', { 'data-testid': 'footer-csv' });
    this.feed = link('Atom feed', { type: 'application/atom+xml' });
    const data = h('nav', { class: 'footer-data', 'aria-label': 'Data' }, this.table, this.feed, link('For developers', { href: '/developers' }));
    this.append(h('span', {}, 'Revision ', this.revision), this.age, this.mode, data, this.source);
  }

  render({ election, revision, past }) {
    setText(this.revision, number(revision));
    const [label, title] = MODES[election.mode] ?? [election.mode, ''];
    setText(this.mode, `${past ? 'Past, ' : ''}${label}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`);
    setAttribute(this.table, 'href', `${nightPath(election.election, 'results.csv')}${past ? `?revision=${revision}` : ''}`);
    setAttribute(this.feed, 'href', nightPath(election.election, 'alerts.atom'));
    const notional = election.basis === 'NOTIONAL' ? ', re-estimated on the new boundaries' : '';
    const source = `Gains and losses against ${election.previous}${notional}. ${election.attribution}`;
    if (this.text === source) return;
    this.text = source;
    this.source.replaceChildren(name(source, 600));
  }

  /** @param {number} milliseconds since the newest update arrived */
  newest(milliseconds) {
    setText(this.age, `newest update ${duration(milliseconds)} ago`);
  }
}

customElements.define('night-mode', NightMode);
customElements.define('night-past', NightPast);
customElements.define('night-banners', NightBanners);
customElements.define('night-footer', NightFooter);
