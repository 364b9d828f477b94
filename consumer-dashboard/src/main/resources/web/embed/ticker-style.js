/** How the ticker looks. A constructed style sheet, because a host's policy may allow no inline style. */

const CSS = `
:host {
  --page: var(--election-ticker-background, #ffffff); --text: var(--election-ticker-colour, #15171a);
  --quiet: var(--election-ticker-quiet, #575d66); --rule: var(--election-ticker-rule, #d5d8da);
  display: block; container-type: inline-size; color-scheme: light;
  background: var(--page); color: var(--text); border: 1px solid var(--rule); border-radius: 6px; padding: 0.75rem 0.875rem;
  font: var(--election-ticker-font, 400 1rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif);
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere; text-align: start;
}
:host([hidden]) { display: none; }
:host([data-shade="dark"]) {
  --page: var(--election-ticker-background, #14171b); --text: var(--election-ticker-colour, #eceef0);
  --quiet: var(--election-ticker-quiet, #a3abb5); --rule: var(--election-ticker-rule, #3a424b); color-scheme: dark;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
p { margin: 0; }
[data-party], .bar { --party: #6b727b; --ink: #ffffff; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 0.6rem; margin-block-end: 0.5rem; }
.head strong { font-size: 1em; }
.mark { padding: 0 0.4em; border: 1px solid currentcolor; border-radius: 3px; font-size: 0.75em; font-weight: 700; }
.mark[data-mode="TEST"] { background: #ffd400; color: #000000; border-color: #000000; }
.bar { position: relative; display: flex; block-size: 2rem; border-radius: 3px; overflow: hidden; box-shadow: inset 0 0 0 1px var(--rule); }
.bar span { flex: 0 1 0; min-inline-size: 0; container-type: inline-size; display: grid; place-items: center; background: var(--party); color: var(--ink); box-shadow: inset -1px 0 var(--page); overflow: hidden; }
.bar b { display: none; font-size: 0.875em; white-space: nowrap; }
@container (min-width: 2.1rem) { .bar b { display: block; } }
.bar small { display: none; font-size: 1em; font-weight: 400; }
@container (min-width: 4.5rem) { .bar small { display: inline; } }
.bar .to-come { background: none; }
.bar i { position: absolute; inset-block: 0; inline-size: 4px; margin-inline-start: -2px; background: var(--text); border-inline: 1px solid var(--page); }
.sentence { margin-block-start: 0.5rem; font-weight: 700; }
.news { margin-block-start: 0.5rem; padding-block-start: 0.5rem; padding-inline-start: 0.7rem; border-block-start: 1px solid var(--rule); box-shadow: inset 4px 0 var(--party); }
.news .what { font-weight: 700; }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 1rem; margin-block-start: 0.5rem; color: var(--quiet); font-size: 0.8125em; }
a { color: inherit; }
a:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
@media (forced-colors: active) { .bar span { forced-color-adjust: none; } }
`;

/** One sheet for all tickers of a page. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
