import { copy } from '../copy.js';
import { h, setAttribute, setText } from '../dom.js';
import { clock, number, zoneName } from '../format.js';
import { revisionAt } from '../histogram.js';
import { SPEEDS } from '../pace.js';
import { address, permalink } from '../route.js';
import { HEIGHT, NightHistogram } from './night-histogram.js';

const PAGE = 25;
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -PAGE, PageUp: PAGE, Home: -Infinity, End: Infinity };
/** So long after the last key, the moment is one to come back to. */
const SETTLED = 700;
const TOLD = 2000;
const LEGEND = 'Declarations through the night. A tall line is a record, the tallest the majority; a lozenge an amended alert, a cross a withdrawn one.';

const FROM_THE_START = '▶ From the start';

const speedWords = (speed) => (speed === Infinity ? 'max' : `${speed}×`);

/** The revisions of the night, to go back to any of them and to live. */
class TimeTravel extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', 'Time travel');
    this.toggle = h('button', { type: 'button', class: 'travel-toggle', 'aria-expanded': 'false', 'aria-controls': 'travel' }, 'Time travel');
    this.toggle.addEventListener('click', () => {
      this.classList.toggle('open');
      this.toggle.setAttribute('aria-expanded', this.classList.contains('open'));
    });
    this.play = h('button', { type: 'button', class: 'travel-play', 'data-testid': 'travel-play' }, FROM_THE_START);
    this.play.addEventListener('click', () => (this.travel.speed === null ? this.travel.play(this.speed()) : this.travel.pause()));
    this.speeds = h('select', { 'aria-label': 'Speed', hidden: true, 'data-testid': 'travel-speed' }, ...SPEEDS.map((speed) => h('option', { value: speed, selected: speed === 300 }, speedWords(speed))));
    this.speeds.addEventListener('change', () => this.travel.speed !== null && this.travel.play(this.speed()));
    this.histogram = new NightHistogram();
    this.slider = h('div', { class: 'travel-slider', role: 'slider', tabindex: '0', 'aria-label': 'Revision of the night', title: LEGEND, 'aria-orientation': 'horizontal', 'data-testid': 'travel-slider' }, this.histogram.root);
    this.moment = h('span', { class: 'travel-moment', 'data-testid': 'travel-moment' });
    this.link = h('button', { type: 'button', class: 'travel-link', disabled: true, 'data-testid': 'travel-copy' }, 'Copy link');
    this.link.setAttribute('title', 'Copy a link to the night as it stands here');
    this.link.addEventListener('click', () => this.copyLink());
    this.live = h('a', { class: 'button travel-live', 'data-go': 'moment', 'data-testid': 'travel-live' }, 'Back to live');
    this.controls = h('div', { id: 'travel', class: 'travel', inert: true }, h('div', { class: 'travel-run' }, this.play, this.speeds), this.slider);
    this.append(this.toggle, this.controls, h('div', { class: 'travel-side' }, this.moment, this.live, this.link));
    this.follow();
    new ResizeObserver(([{ contentRect }]) => {
      this.width = Math.floor((contentRect.width / contentRect.height) * HEIGHT);
      this.draw();
    }).observe(this.slider);
  }

  /** @param {import('../travel.js').Travel} travel */
  connect(travel) {
    this.travel = travel;
  }

  speed() {
    return Number(this.speeds.value);
  }

  follow() {
    const { slider } = this;
    slider.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || this.travel.timeline.isEmpty) return;
      slider.setPointerCapture(event.pointerId);
      this.dragged = true;
      this.point(event);
    });
    slider.addEventListener('pointermove', (event) => this.dragged && this.point(event));
    const release = () => {
      if (!this.dragged) return;
      this.dragged = false;
      this.travel.settle();
    };
    slider.addEventListener('pointerup', release);
    slider.addEventListener('pointercancel', release);
    slider.addEventListener('keydown', (event) => this.step(event));
  }

  point({ clientX }) {
    const { left, width } = this.slider.getBoundingClientRect();
    this.go(revisionAt(this.travel.timeline, this.histogram.bins, (clientX - left) / width));
  }

  step(event) {
    const { timeline, revision } = this.travel;
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    if (by === undefined || timeline.isEmpty) return;
    event.preventDefault();
    this.go(Math.min(Math.max((revision ?? timeline.newest) + by, timeline.oldest), timeline.newest));
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.travel.settle(), SETTLED);
  }

  /** The newest revision is where live goes on. */
  go(revision) {
    if (revision === this.travel.timeline.newest) this.travel.showLive();
    else if (revision !== this.travel.revision) this.travel.show(revision, { settled: false });
  }

  async copyLink() {
    const done = await copy(permalink({ revision: this.night.revision }));
    this.link.textContent = done ? 'Copied' : 'Not copied';
    setTimeout(() => (this.link.textContent = 'Copy link'), TOLD);
  }

  render(night) {
    this.night = night;
    this.draw();
  }

  draw() {
    const { night, travel } = this;
    if (!night || !travel) return;
    const { timeline, revision, speed } = travel;
    const newest = night.live ?? night.revision;
    const shown = revision ?? newest;
    const instant = timeline.row(shown)?.at ?? (night.scoreboard.latest ? Date.parse(night.scoreboard.latest) : null);
    const time = instant === null ? 'no seat yet' : `${clock(instant, night.election.zone, night.election.date)} ${zoneName(instant, night.election.zone)}`;
    const past = revision !== null;
    if (!past && document.activeElement === this.live) this.slider.focus();
    this.classList.toggle('past', past);
    this.classList.toggle('loading', travel.isLoading);
    this.controls.inert = timeline.isEmpty;
    this.link.disabled = false;
    setText(this.play, speed !== null ? '❚❚ Pause' : past ? '▶ Play on' : FROM_THE_START);
    setAttribute(this.play, 'aria-label', speed !== null ? 'Pause' : past ? 'Play on from here' : 'From the start: play the night again');
    this.speeds.hidden = !past;
    setText(this.moment, `${past ? '' : 'Live · '}${time} · ${number(shown)} of ${number(newest)}`);
    setAttribute(this.live, 'href', address({ revision: null, at: null }));
    setAttribute(this.slider, 'aria-valuemin', timeline.oldest ?? 0);
    setAttribute(this.slider, 'aria-valuemax', newest);
    setAttribute(this.slider, 'aria-valuenow', shown);
    setAttribute(this.slider, 'aria-valuetext', `${past ? '' : 'Live, '}${time}, revision ${number(shown)} of ${number(newest)}`);
    if (this.width > 0) this.histogram.draw(timeline, night.election, this.width, instant);
  }
}

customElements.define('time-travel', TimeTravel);
