import type { Sink } from './sink';

/**
 * Reads what a signed URL names into a sink. The URL is asked for without cookies or referrer, and appears in no message.
 * @param onBytes Told of the bytes of each piece as it arrives.
 */
export async function fetchFile(url: string, sink: Sink, onBytes: (count: number) => void, signal: AbortSignal) {
  const response = await ask(url, signal);
  if (!response.ok || !response.body) throw new Error(refusal(response.status));
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    await sink.write(next.value);
    onBytes(next.value.length);
  }
  await sink.close();
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    // eslint-disable-next-line no-restricted-globals -- storage is signed for by the URL and must not get the session
    return await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(
      'Storage did not answer this page. Check the connection; if other files fail too, use the command for the AWS CLI: the bucket may not let pages read it.',
      { cause: error },
    );
  }
}

function refusal(status: number): string {
  if (status === 403 || status === 404)
    return 'Storage refuses this file now: the share may have changed, or the file is gone. Reload the page to see.';
  return `Storage answered ${status}. Try again.`;
}
