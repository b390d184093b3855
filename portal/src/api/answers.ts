/** The answer's body. The API always has one where its description says so. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** A thing and its version, to be sent back as If-Match with a change. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

export async function versionOf<T>(call: Promise<{ data?: T; response: Response }>): Promise<Versioned<T>> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') ?? '' };
}

/** Page size of lists that are read to their end. */
export const largestPage = 1000;

/** All entries of a list that is an array and says in a header where it goes on. */
export async function allEntries<T>(
  page: (nextToken: string | undefined) => Promise<{ data?: T[]; response: Response }>,
): Promise<T[]> {
  const entries: T[] = [];
  let token: string | undefined;
  do {
    const { data, response } = await page(token);
    entries.push(...(data ?? []));
    token = response.headers.get('Next-Token') ?? undefined;
  } while (token);
  return entries;
}

/** All entries of a list that is an object with `data` and `nextToken`. */
export async function allData<T>(
  page: (nextToken: string | undefined) => Promise<{ data?: { data: T[]; nextToken: string } }>,
): Promise<T[]> {
  const entries: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await page(token);
    entries.push(...(data?.data ?? []));
    token = data?.nextToken;
  } while (token);
  return entries;
}
