/** Alerts as notifications of the browser: asked for by a click, shown while the page is not in front. */

import { shorten } from './format.js';
import { go } from './route.js';
import { notificationWords } from './words.js';

/** `default` while not asked, `granted`, `denied`, or `unsupported`. */
export const permission = () => globalThis.Notification?.permission ?? 'unsupported';

/** To be called in a reader's click; a promise of what they decided. */
export const askPermission = () => (permission() === 'default' ? Notification.requestPermission() : Promise.resolve(permission()));

const LONGEST = { title: 120, body: 300 };

/** Shows an alert; one that is amended takes the place of what was said before. */
export function notify(alert) {
  if (permission() !== 'granted' || document.hasFocus()) return;
  const { title, body } = notificationWords(alert);
  try {
    const shown = new Notification(shorten(title, LONGEST.title), { body: shorten(body, LONGEST.body), tag: alert.id, renotify: true, silent: true, lang: 'en-GB' });
    shown.onclick = () => {
      window.focus();
      go({ alert: alert.id });
      shown.close();
    };
  } catch {
    // Some browsers offer them to installed pages only.
  }
}
