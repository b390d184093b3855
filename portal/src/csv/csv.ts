export type CsvValue = string | number | null | undefined;

/** What a spreadsheet would take for a formula (OWASP, CSV injection). Text only: a negative number is a number. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** RFC 4180: quoted where needed, lines end with CR LF. Text that would run as a formula gets an apostrophe in front. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map(row => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: CsvValue): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
