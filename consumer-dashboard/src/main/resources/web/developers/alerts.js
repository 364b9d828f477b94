// Prints the alerts of a night as they come, in a browser. It reconnects and resumes by itself.
const server = 'http://localhost:8080';
const night = 'general-election-2024';

const source = new EventSource(`${server}/api/nights/${night}/stream?only=alerts`);
for (const event of ['snapshot', 'update']) {
  source.addEventListener(event, ({ data }) => {
    for (const { id, state, revision, headline, reason } of JSON.parse(data).alerts) {
      // The same id with a higher revision replaces what was said before.
      console.log(id, revision, state, headline, reason ?? '');
    }
  });
}
