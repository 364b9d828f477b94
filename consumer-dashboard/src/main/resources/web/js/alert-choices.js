/** What the reader wants of alerts, kept in the browser where it keeps anything. */

import { ALERT_GROUPS } from './alert-groups.js';

const KEY = 'alerts';

/** Choices as they may have been written by anyone: what is none of ours is left out. */
export function choicesOf(text) {
  let kept = null;
  try {
    kept = JSON.parse(text);
  } catch {
    // Not ours; as if nothing was chosen.
  }
  const groups = Array.isArray(kept?.groups) ? ALERT_GROUPS.map(({ group }) => group).filter((group) => kept.groups.includes(group)) : ['records'];
  return { sound: kept?.sound === true, notifications: kept?.notifications === true, groups };
}

export function readChoices() {
  try {
    return choicesOf(localStorage.getItem(KEY));
  } catch {
    return choicesOf(null);
  }
}

export function keepChoices(choices) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // They hold for this visit.
  }
}
