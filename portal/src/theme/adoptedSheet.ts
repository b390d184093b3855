/** Adds an empty style sheet to the page, without a style element: the content security policy needs no exception for it. */
export function adoptSheet(place: 'first' | 'last'): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const others = document.adoptedStyleSheets;
  document.adoptedStyleSheets = place === 'first' ? [sheet, ...others] : [...others, sheet];
  return sheet;
}

export function dropSheet(sheet: CSSStyleSheet): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
}
