/**
 * Fetches what is wanted last and nothing that is wanted no more: one request at a time, then the
 * last wish. So nothing older is ever told of after something newer.
 *
 * @template T, R
 * @param {function(T): Promise<R>} fetch
 * @param {{ arrived: function(R, T): void, failed: function(Error, T): void }} to what is told
 */
export function latestOnly(fetch, { arrived, failed }) {
  let wishes = [];
  let busy = false;
  let drops = 0;

  async function run() {
    busy = true;
    while (wishes.length > 0) {
      const wish = wishes.pop();
      wishes = [];
      const dropsBefore = drops;
      const told = (tell) => (answer) => {
        if (drops === dropsBefore) tell(answer, wish);
      };
      await fetch(wish).then(told(arrived), told(failed));
    }
    busy = false;
  }

  return {
    /** Takes the place of every wish that was not begun. */
    want(wish) {
      wishes = [wish];
      if (!busy) run();
    },
    /** Nothing is wanted any more, and what is on its way is not told of. */
    drop() {
      wishes = [];
      drops += 1;
    },
  };
}
