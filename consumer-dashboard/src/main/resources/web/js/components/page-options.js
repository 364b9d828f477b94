import { ALERT_GROUPS, isCorrection } from '../alert-groups.js';
import { keepChoices, readChoices } from '../alert-choices.js';
import { h, setText } from '../dom.js';
import { askPermission, notify, permission } from '../notifications.js';
import { ringer } from '../ringing.js';
import { address, go, onRoute, route } from '../route.js';

/** Fetched for those who want it, and before the click that allows it. */
let tones = null;
const fetchTones = () => import('../sound.js').then((module) => (tones = module), () => {});

const THEMES = [
  ['auto', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];
const ANSWERS = {
  denied: 'The browser does not allow them for this page; its settings for the site can change that.',
  unsupported: 'This browser has none.',
};

/** What the reader may switch: theme, sound, notifications; and the ways to the wall and to paper. */
class PageOptions extends HTMLElement {
  connectedCallback() {
    this.choices = readChoices();
    this.hear = ringer();
    this.button = h('button', { type: 'button', class: 'options-button', 'aria-expanded': 'false', 'aria-controls': 'options-panel', 'data-testid': 'options' }, 'Options');
    this.answer = h('p', { class: 'option-hint', role: 'status' });
    this.wall = h('a', {});
    this.panel = h('div', { id: 'options-panel', class: 'options-panel', hidden: true, role: 'group', 'aria-label': 'Options' }, this.themes(), this.alerts(), this.ways());
    this.append(this.button, this.panel);
    this.button.addEventListener('click', () => this.open(this.panel.hidden));
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      event.stopPropagation();
      this.open(false);
      this.button.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => !this.contains(target) && this.open(false));
    this.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !this.contains(relatedTarget) && this.open(false));
    onRoute(() => this.follow());
    this.follow();
    if (this.choices.sound) {
      // Kept from an earlier visit; this one needs a gesture of its own.
      fetchTones();
      for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, () => tones?.allowSound(), { once: true });
    }
  }

  /** What has just come in rings, if the reader asked for it. */
  render(night) {
    const news = this.hear(night, this.choices.groups, Date.now());
    if (news.length === 0) return;
    if (this.choices.sound) tones?.sound(news.some(isCorrection) ? 'correction' : 'news');
    if (this.choices.notifications) news.forEach(notify);
  }

  open(open) {
    if (open && tones === null) fetchTones();
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', open);
  }

  /** The address may name a theme, and what the wall shows is what is shown here. */
  follow() {
    theme.apply();
    for (const radio of this.panel.querySelectorAll('[name=theme]')) radio.checked = radio.value === theme.current();
    const wall = route().wall !== undefined;
    setText(this.wall, wall ? 'Leave the wall view' : 'Wall view');
    this.wall.setAttribute('href', address({ wall: wall ? null : '' }));
  }

  keep(changes) {
    Object.assign(this.choices, changes);
    keepChoices(this.choices);
  }

  themes() {
    const radios = THEMES.map(([value, label]) => {
      const radio = h('input', { type: 'radio', name: 'theme', value });
      radio.addEventListener('change', () => {
        theme.choose(value);
        if (route().theme) go({ theme: null }, { replace: true });
        theme.apply();
      });
      return h('label', {}, radio, label);
    });
    return h('fieldset', { class: 'themes' }, h('legend', {}, 'Theme'), ...radios);
  }

  alerts() {
    const sounds = this.checkbox('Sound', 'A short quiet tone, another for corrections', this.choices.sound, (on) => {
      if (on) tones?.allowSound();
      this.keep({ sound: on });
    });
    this.notifying = this.checkbox('Notifications', 'While this page is not in front', this.choices.notifications && permission() === 'granted', (on) => this.switchNotifications(on));
    const groups = ALERT_GROUPS.map(({ group, about }) =>
      this.checkbox(about, null, this.choices.groups.includes(group), (on) => this.keep({ groups: ALERT_GROUPS.map((row) => row.group).filter((other) => (other === group ? on : this.choices.groups.includes(other))) })),
    );
    return h('fieldset', {}, h('legend', {}, 'Tell me of alerts'), sounds, this.notifying, this.answer, h('fieldset', { class: 'inner' }, h('legend', {}, 'Which alerts'), ...groups));
  }

  async switchNotifications(on) {
    const answer = on ? await askPermission() : permission();
    const granted = on && answer === 'granted';
    this.keep({ notifications: granted });
    this.notifying.querySelector('input').checked = granted;
    setText(this.answer, on ? (ANSWERS[answer] ?? '') : '');
  }

  checkbox(label, hint, checked, changed) {
    const box = h('input', { type: 'checkbox', checked });
    box.addEventListener('change', () => changed(box.checked));
    return h('label', {}, box, h('span', {}, label, hint ? h('span', { class: 'option-hint' }, hint) : null));
  }

  ways() {
    const print = h('button', { type: 'button' }, 'Print');
    print.addEventListener('click', () => {
      this.open(false);
      window.print();
    });
    return h('p', { class: 'ways' }, this.wall, print);
  }
}

customElements.define('page-options', PageOptions);
