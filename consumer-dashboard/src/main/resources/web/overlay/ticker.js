/** The declarations along the foot of the screen, one after another. */

import { h, name } from '../js/dom.js';
import { clock } from '../js/format.js';
import { nodesOf } from '../js/say.js';
import { declarationNews, holdsTrue, newestDeclarations } from './declaration-news.js';
import { fit } from './fit.js';
import { asked, mark, onAir } from './on-air.js';
import { messageQueue } from './queue.js';
import { stage } from './stage.js';

const queue = messageQueue(asked.hold);
const news = declarationNews();
let night = null;
let away = false;
let round = [];

/** News; while there is none, the newest declarations again, the newest of them first. */
function next() {
  if (night === null || away) return undefined;
  const fresh = queue.next(performance.now(), (message) => holdsTrue(night, message));
  if (fresh) return fresh;
  if (round.length === 0) round = newestDeclarations(night);
  return round.shift();
}

function draw({ party, who, act, name: seat, words, at }) {
  const { zone, date } = night.election;
  return h(
    'section',
    { class: 'strip panel', 'data-testid': 'message', 'data-party': party },
    mark(night.election),
    h('div', { class: 'call' }, who === null ? null : h('p', { class: 'who' }, name(who, 60)), h('p', { class: 'act' }, act)),
    h('div', { class: 'told' }, h('p', { class: 'seat' }, name(seat)), h('p', { class: 'words' }, ...nodesOf(words))),
    h('time', { class: 'time', datetime: at }, clock(at, zone, date)),
  );
}

const turn = stage(document.getElementById('stage'), {
  hold: asked.hold,
  next,
  draw,
  aired(message, element) {
    element.querySelectorAll('.who bdi, .seat bdi, .words').forEach(fit);
    news.aired(message);
  },
  isTrue: (message) => !away && holdsTrue(night, message),
});

onAir({
  changed(latest) {
    night = latest;
    const { put, drop } = news.look(night);
    drop.forEach(queue.drop);
    put.forEach((message) => queue.put(message, performance.now()));
    if (put.length > 0) round = [];
    turn();
  },
  lost(yes) {
    away = yes;
    queue.clear();
    round = [];
    turn();
  },
});
