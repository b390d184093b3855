// Builds parts of the page. What people wrote becomes text nodes only, never markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child != null).map(child => child instanceof Node ? child : String(child)));
  return made;
}

export const button = (text, action, name) => element('button', { type: 'button', onclick: action, 'aria-label': name }, text);

export const badge = text => element('span', { class: 'badge' }, text);

// columns: [heading, row => node or text]; a column without a heading holds buttons.
export function table(caption, columns, rows, empty) {
  if (rows.length === 0) return element('p', { class: 'empty' }, empty);
  return element('table', { 'aria-label': caption },
    element('thead', {}, element('tr', {}, ...columns.map(([heading]) =>
      heading ? element('th', { scope: 'col' }, heading) : element('td', {})))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(([heading, cell]) =>
      element('td', heading ? {} : { class: 'actions' }, ...[cell(row)].flat()))))));
}

export const size = bytes => bytes == null ? ''
  : bytes < 1e3 ? `${bytes} B`
  : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB`
  : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB`
  : `${(bytes / 1e9).toFixed(2)} GB`;

export function say(text) {
  const message = document.getElementById('message');
  message.className = '';
  message.replaceChildren(...text ? [text] : []);
}

export function complain(error) {
  const message = document.getElementById('message');
  message.className = 'bad';
  const code = error.code ? element('code', {}, error.code) : null;
  message.replaceChildren(...[error.status ? `Refused with ${error.status} ` : 'Failed: ', code, code ? ': ' : '', error.message].filter(Boolean));
  message.scrollIntoView({ block: 'nearest' });
}
