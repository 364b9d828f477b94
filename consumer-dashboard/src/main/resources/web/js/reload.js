/**
 * Loads a page again of which a part could not be fetched, as when the reader's network changes just then: it would
 * stay dead all night. Not a module, because modules are what may be missing.
 */
(() => {
  const SOON_MS = 3000;

  const isPart = (element) =>
    element instanceof HTMLScriptElement || (element instanceof HTMLLinkElement && element.rel === 'stylesheet');

  /** Not all readers at once, and not before the server answers: a browser's error page would not come back. */
  const later = () => setTimeout(() => {
    fetch(location.href, { cache: 'no-store' }).then(({ ok }) => (ok ? location.reload() : later()), later);
  }, SOON_MS * (1 + Math.random()));

  let missing = false;
  addEventListener('error', ({ target }) => {
    if (missing || !isPart(target)) return;
    missing = true;
    later();
  }, true);
})();
