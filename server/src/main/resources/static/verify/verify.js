/* The pages work without this file; it only offers to print. */
for (const part of document.querySelectorAll('[data-print]')) {
  part.hidden = false;
  if (part instanceof HTMLButtonElement) part.addEventListener('click', () => window.print());
}
