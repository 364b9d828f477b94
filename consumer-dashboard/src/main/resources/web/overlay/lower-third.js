/** The alerts in the lower third of the screen, one at a time; nothing where there is none. */

import { h, name } from '../js/dom.js';
import { nodesOf } from '../js/say.js';
import { alertNews } from './alert-news.js';
import { airable } from '../js/doubt.js';
import { fit } from './fit.js';
import { asked, mark, onAir } from './on-air.js';
import { messageQueue } from './queue.js';
import { stage } from './stage.js';

const queue = messageQueue(asked.hold);
const news = alertNews();
let night = null;
let away = false;

const change = ({ label, was, now }) =>
  h(
    'p',
    { class: 'change' },
    h('span', { class: 'figure' }, ...nodesOf(label)),
    h('s', {}, ...nodesOf(was)),
    h('span', { class: 'arrow', role: 'img', 'aria-label': 'now' }, '→'),
    h('b', {}, ...(now === null ? ['taken back'] : nodesOf(now))),
  );

function draw({ party, label, correction, headline, changes }) {
  return h(
    'section',
    { class: 'third panel', 'data-testid': 'message', 'data-party': party },
    h('div', { class: 'head' }, h('p', { class: 'call', 'data-correction': correction }, label), mark(night.election)),
    h('p', { class: 'headline' }, name(headline, 400)),
    ...changes.map(change),
  );
}

const turn = stage(document.getElementById('stage'), {
  hold: asked.hold,
  next: () => (night === null || away ? undefined : queue.next(performance.now(), (message) => airable(night, message))),
  draw,
  aired(message, element) {
    fit(element.querySelector('.headline'));
  },
  isTrue: (message) => !away && airable(night, message),
});

onAir({
  changed(latest) {
    night = latest;
    const { put, drop } = news.look(night, queue.has);
    drop.forEach(queue.drop);
    put.forEach((message) => queue.put(message, performance.now()));
    turn();
  },
  lost(yes) {
    away = yes;
    queue.clear();
    turn();
  },
});
