/** Hands a text to the browser as a file to keep. Nothing is fetched: the page's policy allows it. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; at once would be too soon for some.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
