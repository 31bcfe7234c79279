/** Saves a file. Nothing is fetched, so the page's policy allows it. */
export function saveFile(name: string, content: string | Blob, type = 'application/json'): void {
  const address = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], { type }) : content,
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers need the address for a moment.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
