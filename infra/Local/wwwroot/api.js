// Calls of the REST API. A refusal becomes an ApiError with the code and the words of the API's problem document.

export class ApiError extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export class Api {
  #token;

  constructor(token) {
    this.#token = token;
  }

  projects() { return this.#all('/projects'); }
  project(p) { return this.#send('GET', path`/projects/${p}`); }
  discoverableProjects() { return this.#all('/projects/discover'); }
  shares(p) { return this.#all(path`/projects/${p}/shares`); }
  availableShares(p) { return this.#all(path`/projects/${p}/shares/discover`); }
  publish(p, share) { return this.#send('POST', path`/projects/${p}/shares`, share); }
  subscribe(p, s) { return this.#send('PUT', path`/projects/${p}/shares/${s}:subscribe`); }
  unsubscribe(p, s) { return this.#send('PUT', path`/projects/${p}/shares/${s}:unsubscribe`); }
  datasets(p, token) { return this.#send('GET', path`/projects/${p}/datasets?limit=100` + (token ? path`&nextToken=${token}` : '')); }
  files(p, d) { return this.#send('GET', path`/projects/${p}/datasets/${d}/files`); }
  presign(p, d, file) { return this.#send('POST', path`/projects/${p}/datasets/${d}/files:presign`, { paths: [file] }); }

  // Lists that are arrays say in a header where they go on.
  async #all(route) {
    const items = [];
    let token = '';
    do {
      const response = await this.#response('GET', route + (token ? path`?limit=100&nextToken=${token}` : '?limit=100'));
      items.push(...await response.json());
      token = response.headers.get('Next-Token');
    } while (token);
    return items;
  }

  async #send(method, route, body) {
    const response = await this.#response(method, route, body);
    const text = await response.text();
    return text ? JSON.parse(text) : null;
  }

  async #response(method, route, body) {
    const headers = { Authorization: `Bearer ${this.#token}`, Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    const response = await fetch('/api' + route, { method, headers, body: body && JSON.stringify(body) });
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    const fields = (problem.errors ?? []).map(error => error.message).filter(Boolean).join('; ');
    throw new ApiError(response.status, problem.errorCode ?? '', fields || problem.detail || problem.message || response.statusText);
  }
}

// Every value of the template is encoded, so that none can change the route.
function path(fixed, ...values) {
  return fixed.reduce((text, part, at) => text + encodeURIComponent(values[at - 1]) + part);
}
