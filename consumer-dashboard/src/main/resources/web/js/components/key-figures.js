import { h, name } from '../dom.js';
import { number, share } from '../format.js';
import { partyName } from '../words.js';

const FLIPS = 8;
const NARROWEST = 8;

/** Which way seats changed hands, the narrowest majorities, and the turnout. */
class KeyFigures extends HTMLElement {
  render(night) {
    const { flips, narrowestMajorities, turnout, declared, changed } = night.scoreboard;
    const shown = JSON.stringify([flips.slice(0, FLIPS), narrowestMajorities.slice(0, NARROWEST), turnout, declared, changed]);
    if (this.shown === shown) return;
    this.shown = shown;
    this.hidden = declared === 0;
    const turnoutWords = turnout === undefined ? '' : `Turnout ${share(turnout)}% of the electorate, valid votes, in ${number(declared)} declared.`;
    this.replaceChildren(
      flips.length === 0 ? '' : h('section', {}, h('h3', {}, `${number(changed)} changed hands`), h('ol', { class: 'facts' }, ...flips.slice(0, FLIPS).map((flip) => this.flip(night, flip)))),
      narrowestMajorities.length === 0 ? '' : h('section', {}, h('h3', {}, 'Narrowest majorities'), h('ol', { class: 'facts' }, ...narrowestMajorities.slice(0, NARROWEST).map((row) => this.narrow(row)))),
      h('p', { class: 'quiet' }, turnoutWords),
    );
  }

  flip(night, { from, to, seats }) {
    return h('li', { 'data-party': to }, h('span', { class: 'swatch' }), h('span', { class: 'fact-name' }, `${partyName(night, to)} from ${partyName(night, from)}`), h('b', {}, number(seats)));
  }

  narrow({ name: seat, winner, second, majority }) {
    return h('li', { 'data-party': winner }, h('span', { class: 'swatch' }), h('span', { class: 'fact-name' }, name(seat)), h('span', { class: 'fact-note' }, `${winner} over ${second}`), h('b', {}, majority === 0 ? 'tie' : number(majority)));
  }
}

customElements.define('key-figures', KeyFigures);
