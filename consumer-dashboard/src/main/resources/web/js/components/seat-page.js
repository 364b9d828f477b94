/** All that is public of one seat: opened by the address. */
class SeatPage extends HTMLElement {
  render() {}
}

customElements.define('seat-page', SeatPage);
