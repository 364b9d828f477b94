/** For readers who cannot see: the sentence now and then, and every alert that has a card. */

import { say } from './say.js';
import { isCard, sentence, stateWords } from './words.js';

const LEAST_BETWEEN = 20_000;
const MOST_ALERTS = 2;

/** Says on an element what is new; nothing of a past night, which its reader went to. */
export function announcer(element) {
  const told = new Set();
  let last = -Infinity;
  return (night) => {
    if (night.past) return;
    const news = night.alerts.filter((alert) => isCard(alert) && !told.has(`${alert.id} ${alert.revision}`));
    news.forEach(({ id, revision }) => told.add(`${id} ${revision}`));
    const due = performance.now() - last > LEAST_BETWEEN;
    const urgent = last > -Infinity && news.length > 0;
    if (!due && !urgent) return;
    last = performance.now();
    const alerts = urgent ? news.slice(0, MOST_ALERTS).map(({ headline, state }) => ({ name: state === 'ISSUED' ? headline : `${stateWords(state)}: ${headline}` })) : [];
    say(element, [...alerts.flatMap((part) => [part, '. ']), ...sentence(night)]);
  };
}
