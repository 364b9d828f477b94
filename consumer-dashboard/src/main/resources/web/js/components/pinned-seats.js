/** The seats that the reader keeps in view. */
class PinnedSeats extends HTMLElement {
  render() {}
}

customElements.define('pinned-seats', PinnedSeats);
