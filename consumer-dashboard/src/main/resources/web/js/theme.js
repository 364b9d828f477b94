/**
 * The theme of the page: what the address says, else what the reader chose, else the system's. Not
 * a module, because those run after the first paint, which would be in the wrong colours.
 */
(() => {
  const KEY = 'theme';
  const known = (value) => (value === 'light' || value === 'dark' ? value : null);
  const asked = () => known(new URLSearchParams(location.search).get(KEY));

  function chosen() {
    try {
      return known(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  }

  function apply() {
    const theme = asked() ?? chosen();
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }

  globalThis.theme = {
    apply,
    /** `light`, `dark` or `auto`. */
    current: () => asked() ?? chosen() ?? 'auto',
    /** Keeps a choice for the next visit, where the browser keeps anything. */
    choose(value) {
      try {
        if (known(value)) localStorage.setItem(KEY, value);
        else localStorage.removeItem(KEY);
      } catch {
        // Kept for this visit only.
        if (known(value)) document.documentElement.dataset.theme = value;
        else delete document.documentElement.dataset.theme;
        return;
      }
      apply();
    },
  };
  apply();
})();
