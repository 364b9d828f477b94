/** Finds a seat by its name and goes to its page. */
class SeatFinder extends HTMLElement {
  render() {}
}

customElements.define('seat-finder', SeatFinder);
