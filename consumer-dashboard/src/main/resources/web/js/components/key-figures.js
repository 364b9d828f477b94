import { h } from '../dom.js';
import { number, share } from '../format.js';
import { seatLink } from '../seat-link.js';
import { partyName } from '../words.js';

const seats = (count) => `${number(count)} ${count === 1 ? 'seat' : 'seats'}`;

const FLIPS = 8;
const NARROWEST = 8;

/** Which way seats changed hands, the narrowest majorities, and the turnout. */
class KeyFigures extends HTMLElement {
  render(night) {
    const { flips, narrowestMajorities, turnout, declared, rushed, checking, changed } = night.scoreboard;
    const shown = JSON.stringify([flips.slice(0, FLIPS), narrowestMajorities.slice(0, NARROWEST), turnout, declared, rushed, checking, changed]);
    if (this.shown === shown) return;
    this.shown = shown;
    this.hidden = declared + rushed + checking.length === 0;
    const turnoutWords = turnout === undefined ? '' : `Turnout ${share(turnout)}% of the electorate, valid votes, in ${number(declared)} declared.`;
    this.replaceChildren(
      checking.length === 0 ? '' : h('p', { 'data-testid': 'checking-count' }, h('b', {}, `${seats(checking.length)} being checked or on hold`), ', not counted.'),
      rushed === 0 ? '' : h('p', { 'data-testid': 'rushed-count' }, h('b', {}, `${seats(rushed)} rushed`), ': winner known, votes to come.'),
      flips.length === 0 ? '' : h('section', {}, h('h3', {}, `${number(changed)} changed hands`), h('ol', { class: 'facts' }, ...flips.slice(0, FLIPS).map((flip) => this.flip(night, flip)))),
      narrowestMajorities.length === 0 ? '' : h('section', {}, h('h3', {}, 'Narrowest majorities'), h('ol', { class: 'facts' }, ...narrowestMajorities.slice(0, NARROWEST).map((row) => this.narrow(row)))),
      h('p', { class: 'quiet' }, turnoutWords),
    );
  }

  flip(night, { from, to, seats }) {
    return h('li', { 'data-party': to }, h('span', { class: 'swatch' }), h('span', { class: 'fact-name' }, `${partyName(night, to)} from ${partyName(night, from)}`), h('b', {}, number(seats)));
  }

  narrow({ seat, name, winner, second, majority }) {
    return h('li', { 'data-party': winner }, h('span', { class: 'swatch' }), h('span', { class: 'fact-name' }, seatLink(seat, name)), h('span', { class: 'fact-note' }, `${winner} over ${second}`), h('b', {}, majority === 0 ? 'tie' : number(majority)));
  }
}

customElements.define('key-figures', KeyFigures);
