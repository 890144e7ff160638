/**
 * Ctrl+Enter sends a form. While an input method composes, Enter belongs to it: such a key neither sends here nor
 * reaches the form.
 */
export function submitOnCtrlEnter(form: HTMLFormElement): () => void {
  function press(event: KeyboardEvent): void {
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter') return;
    if (isComposing) {
      event.stopPropagation();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    // A single line of a long form is no place to send it from.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'submit') event.preventDefault();
  }
  form.addEventListener('keydown', press);
  return () => form.removeEventListener('keydown', press);
}
