/** Puts this server's address into the examples, and copies them. */

const copied = document.getElementById('copied');

const PLACEHOLDER = /\bSERVER\b/g;

for (const code of document.querySelectorAll('code')) code.textContent = code.textContent.replace(PLACEHOLDER, location.origin);

for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', async () => {
    const code = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(code.textContent);
      copied.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(code);
      copied.textContent = 'The code is selected; copy it with the keyboard.';
    }
  });
}
