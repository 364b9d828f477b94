/** Keeps the address and the moment shown the same, in both directions. */

import { arrive, here, onRoute, pass, route } from './route.js';

const REVISION = /^\d{1,15}$/;
/** Browsers refuse an address that changes many times a second. */
const LEAST_BETWEEN_ADDRESSES = 400;

/**
 * @param {function(): import('./travel.js').Travel} travel
 * @param {function({ at: string }): Promise<{ revision: number }>} revisionAt
 * @param {function(string, number): void} refused told of a moment that cannot be shown, and why as
 *     the status of an answer
 */
export function keepMoment(travel, revisionAt, refused) {
  let from = null;
  let passedAt = -Infinity;

  function goBackToLive(moment, status) {
    pass({ revision: null, at: null });
    travel().showLive();
    refused(moment, status);
  }

  async function follow({ revision, at }) {
    from = null;
    if (revision === undefined && at !== undefined) {
      await revisionAt(at).then(
        (then) => pass({ revision: then.revision, at: null }),
        ({ status }) => goBackToLive(at, status),
      );
      revision = route().revision;
    }
    if (revision === undefined) travel().showLive();
    else if (!REVISION.test(revision)) goBackToLive(revision, 400);
    else if (Number(revision) !== travel().revision) travel().show(Number(revision));
  }

  onRoute(follow);

  return {
    /** Shows the moment that the address names. */
    begin: () => follow(route()),
    /** Another moment is shown; while it is not settled, going back does not lead to it. */
    moved(settled) {
      const changes = { revision: travel().revision, at: null };
      if (settled) {
        const began = from ?? here();
        from = null;
        arrive(changes, began);
      } else {
        from ??= here();
        if (performance.now() - passedAt < LEAST_BETWEEN_ADDRESSES) return;
        passedAt = performance.now();
        pass(changes);
      }
    },
  };
}
