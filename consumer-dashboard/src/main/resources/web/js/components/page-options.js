/** What the reader may switch: theme, sound, notifications. */
class PageOptions extends HTMLElement {
  render() {}
}

customElements.define('page-options', PageOptions);
