import createClient from 'openapi-fetch';
import { session } from '../auth/session';
import { ApiError } from './ApiError';
import type { paths } from './schema';

/** The API, as docs/openapi.json describes it. A refusal is thrown as an ApiError; `data` is there whenever a call returns. */
export const api = createClient<paths>({ baseUrl: '/api', fetch: send });

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await ApiError.of(response);
  },
});

/** A request whose session has ended waits until the person has signed in again, and is then sent once more. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await session.token();
  const response = await sendWith(token, request);
  if (response.status !== 401) return response;
  session.expire(token);
  return sendWith(await session.token(), again);
}

async function sendWith(token: string, request: Request): Promise<Response> {
  request.headers.set('Authorization', `Bearer ${token}`);
  try {
    // eslint-disable-next-line no-restricted-globals -- the one place that adds the session
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw ApiError.unreachable();
  }
}
