/** What every overlay does: follows its night, wears its colours and its mark, and draws the guides. */

import { partySheet } from '../js/colours.js';
import { h } from '../js/dom.js';
import { follow } from '../embed/follow.js';
import { parameters } from './parameters.js';

/** A connection that is back sooner has cost nobody anything. */
const LONG = 20_000;

const MARKS = { TEST: 'TEST', REPLAY: 'REPLAY' };

export const asked = parameters(location.search);

/** What a night that is no news says on every graphic of it; null for a live one. */
export function mark({ mode }) {
  const text = MARKS[mode];
  return text ? h('p', { class: 'mark', 'data-mode': mode }, text) : null;
}

function guides() {
  document.body.append(h('div', { class: 'guide', 'aria-hidden': 'true' }, h('span', {}, 'Safe area, 5 %')));
}

/**
 * @param {object} overlay
 *   `changed(night)`, after every change;
 *   `lost(boolean)`, when the connection has been lost for long, and when it is back
 */
export function onAir({ changed, lost }) {
  document.documentElement.dataset.theme = asked.theme;
  if (asked.test) guides();
  let parties;
  let patience;
  let away = false;

  function tell(now) {
    if (now !== away) lost((away = now));
  }

  follow('', asked.night, {
    changed(night) {
      if (parties !== night.election.parties) {
        parties = night.election.parties;
        document.adoptedStyleSheets = [partySheet(parties)];
      }
      changed(night);
      document.documentElement.dataset.revision = night.revision;
    },
    connected(yes) {
      if (yes) {
        clearTimeout(patience);
        patience = undefined;
        tell(false);
      } else patience ??= setTimeout(() => tell(true), LONG);
    },
    waiting() {},
  });
}
