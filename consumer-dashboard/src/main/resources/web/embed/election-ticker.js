/**
 * `<election-ticker>`: a night's seat bar, its sentence and its newest declaration or alert, live, on
 * any site. Attributes: `src`, the address of an Election Night server (the one that this file came
 * from if left out); `night`, its id (the newest if left out); `theme`, `light` or `dark` (the
 * reader's choice if left out). What stands between its tags is shown where scripts do not run.
 */

import { partySheet } from '../js/colours.js';
import { h, name, reconcile, setAttribute, setText } from '../js/dom.js';
import { number } from '../js/format.js';
import { perFrame } from '../js/frame.js';
import { nodesOf, say } from '../js/say.js';
import { sentence, undecided } from '../js/words.js';
import { follow } from './follow.js';
import { sheet } from './ticker-style.js';
import { barWords, newest, waitingWords } from './ticker-words.js';

/** A connection that is back sooner was hardly lost. */
const PATIENCE = 3000;
const HOME = new URL('..', import.meta.url).href;

const darkScreen = matchMedia('(prefers-color-scheme: dark)');

/** A server's address without a slash at its end; null where it is not one. */
function serverOf(src) {
  try {
    const url = new URL(src ?? HOME, document.baseURI);
    return /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : null;
  } catch {
    return null;
  }
}

class ElectionTicker extends HTMLElement {
  static observedAttributes = ['src', 'night', 'theme'];

  constructor() {
    super();
    this.heading = h('strong');
    this.mark = h('span', { class: 'mark', hidden: true });
    this.segments = h('div', { class: 'bar', role: 'img', hidden: true });
    this.line = h('i', { hidden: true });
    this.sentence = h('p', { class: 'sentence' });
    this.news = h('p', { class: 'news', hidden: true, 'aria-live': 'polite' });
    this.state = h('span', { role: 'status' });
    this.link = h('a', { target: '_blank', rel: 'noopener' }, 'All results');
    this.attachShadow({ mode: 'open' }).append(
      h('div', { class: 'head' }, this.heading, this.mark),
      this.segments,
      this.sentence,
      this.news,
      h('div', { class: 'foot' }, this.state, this.link),
    );
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.shade = () => setAttribute(this, 'data-shade', (this.getAttribute('theme') ?? (darkScreen.matches ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light');
    this.draw = perFrame(() => this.night && this.render(this.night));
  }

  connectedCallback() {
    setAttribute(this, 'role', this.getAttribute('role') ?? 'region');
    setAttribute(this, 'aria-label', this.getAttribute('aria-label') ?? 'Election results');
    darkScreen.addEventListener('change', this.shade);
    this.shade();
    this.open();
  }

  disconnectedCallback() {
    darkScreen.removeEventListener('change', this.shade);
    this.close();
  }

  attributeChangedCallback(attribute, before, now) {
    if (!this.isConnected || before === now) return;
    if (attribute === 'theme') this.shade();
    else {
      this.close();
      this.open();
    }
  }

  open() {
    const server = serverOf(this.getAttribute('src'));
    const wanted = this.getAttribute('night');
    this.link.hidden = server === null;
    if (server === null) return this.wait('ADDRESS');
    this.link.href = `${server}/${wanted === null ? '' : `?night=${encodeURIComponent(wanted)}`}`;
    this.end = follow(server, wanted, {
      changed: (night) => {
        this.night = night;
        this.draw();
      },
      connected: (yes) => this.connection(yes),
      waiting: (why) => this.wait(why),
    });
  }

  close() {
    this.end?.();
    this.end = undefined;
    this.night = undefined;
    clearTimeout(this.patience);
    this.patience = undefined;
    this.segments.hidden = true;
    this.news.hidden = true;
    this.mark.hidden = true;
    setText(this.state, '');
  }

  wait(why) {
    say(this.sentence, [waitingWords(why)]);
  }

  connection(there) {
    if (there) {
      clearTimeout(this.patience);
      this.patience = undefined;
      setText(this.state, '');
    } else {
      this.patience ??= setTimeout(() => setText(this.state, 'Not connected: these are the last figures received.'), PATIENCE);
    }
  }

  render(night) {
    const { election } = night;
    if (this.parties !== election.parties) {
      this.parties = election.parties;
      this.shadowRoot.adoptedStyleSheets = [sheet, partySheet(election.parties)];
    }
    this.heading.replaceChildren(name(election.name, 80));
    setText(this.mark, election.mode);
    setAttribute(this.mark, 'data-mode', election.mode);
    this.mark.hidden = false;
    this.bar(night);
    say(this.sentence, sentence(night));
    this.happened(newest(night));
    setAttribute(this, 'data-revision', night.revision);
  }

  bar(night) {
    const { parties, seats, majorityLine } = night.scoreboard;
    const toCome = undecided(night.scoreboard);
    const shown = [...parties.filter((row) => row.seats > 0), ...(toCome > 0 ? [{ party: '', seats: toCome }] : [])];
    this.line.remove();
    reconcile(this.segments, shown, {
      key: ({ party }) => party,
      create: ({ party }) => (party === '' ? h('span', { class: 'to-come' }) : h('span', { 'data-party': party }, h('b', {}, h('small', {}, `${party} `), ''))),
      update: (element, row) => {
        element.style.flexGrow = row.seats;
        if (row.party !== '') element.firstChild.lastChild.data = number(row.seats);
      },
    });
    this.line.hidden = !majorityLine;
    if (majorityLine) this.line.style.left = `${(100 * majorityLine.seats) / seats}%`;
    this.segments.append(this.line);
    setAttribute(this.segments, 'aria-label', barWords(night));
    this.segments.hidden = false;
  }

  happened(news) {
    this.news.hidden = news === null;
    const said = JSON.stringify(news);
    if (this.news.said === said || news === null) return;
    this.news.said = said;
    setAttribute(this.news, 'data-party', news.party);
    this.news.replaceChildren(h('span', { class: 'what' }, `${news.label}: `), ...nodesOf(news.parts));
  }
}

customElements.define('election-ticker', ElectionTicker);
