import { h, name, setAttribute, setText } from '../dom.js';
import { clock, duration, number, zoneName } from '../format.js';
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

/** A connection that is back sooner was hardly lost; it need not be spoken of. */
const PATIENCE = 1500;

/** Warnings over the page: a test, alerts that are stopped, or figures that may be stale. */
class NightBanners extends HTMLElement {
  connectedCallback() {
    this.test = h('p', { class: 'banner test', hidden: true, 'data-testid': 'test-banner' }, h('strong', {}, 'TEST'), ' A rehearsal. Every figure on this page is invented: do not publish.');
    this.stale = h('p', { class: 'banner stale', hidden: true, role: 'status', 'data-testid': 'stale-banner' });
    this.stopped = h('p', { class: 'banner stopped', hidden: true, role: 'status', 'data-testid': 'alerts-stopped-banner' });
    this.append(this.test, this.stopped, this.stale);
  }

  render({ election, scoreboard: { alertsStopped } }) {
    this.test.hidden = election.mode !== 'TEST';
    this.stopped.hidden = alertsStopped === undefined;
    if (this.stopped.hidden) return;
    const { by, at, reason } = alertsStopped;
    const since = `${clock(at, election.zone, election.date)} ${zoneName(at, election.zone)}`;
    say(this.stopped, ['Alerts are stopped by ', { name: by }, ` since ${since}: `, told(reason), '. Results go on; the alerts follow when they are let flow again.']);
  }

  /** @param {number | null} lost milliseconds since the connection was lost; null while it is there */
  connection(lost, night) {
    this.stale.hidden = lost === null || lost < PATIENCE;
    if (this.stale.hidden) return;
    const figures = night?.revision == null ? '' : ` These are the last figures received, revision ${number(night.revision)}.`;
    setText(this.stale, `No connection to the server.${figures} Trying again by itself.`);
  }
}

/** What the figures rest on: revision, age, mode, source. */
class NightFooter extends HTMLElement {
  connectedCallback() {
    this.revision = h('b', { 'data-testid': 'footer-revision' });
    this.age = h('span', { 'data-testid': 'footer-age' });
    this.mode = h('span', { class: 'footer-mode' });
    this.source = h('span', { class: 'footer-source' });
    this.append(h('span', {}, 'Revision ', this.revision), this.age, this.mode, this.source);
  }

  render({ election, revision }) {
    setText(this.revision, number(revision));
    const [label, title] = MODES[election.mode] ?? [election.mode, ''];
    setText(this.mode, `${label}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`);
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
customElements.define('night-banners', NightBanners);
customElements.define('night-footer', NightFooter);
