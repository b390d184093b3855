/** Hands a text to the browser as a download. */
export function saveCsv(name: string, csv: string): void {
  // The mark tells spreadsheets that the text is UTF-8.
  saveBlob(name, new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
}

export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
