import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DownloadQueue } from './DownloadQueue';

const saved = vi.hoisted(() => new Map<string, Blob>());
vi.mock('../csv/saveFile', () => ({ saveBlob: (name: string, blob: Blob) => void saved.set(name, blob) }));

const sign = (path: string) => Promise.resolve(`https://storage/${path}?signature`);
const states = (queue: DownloadQueue) => queue.items().map(({ state }) => state);
const settled = (queue: DownloadQueue) =>
  vi.waitFor(() => {
    expect(states(queue).every(state => state !== 'waiting' && state !== 'loading')).toBe(true);
  });

beforeEach(() => {
  saved.clear();
  vi.stubGlobal('window', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('Every file is saved under its own name with its bytes', async () => {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(new URL(url).pathname)));
  const queue = new DownloadQueue();
  const paths = Array.from({ length: 8 }, (_, n) => `data/part ${n}.txt`);
  queue.add(
    'Run 7',
    paths.map(path => ({ path, size: 10 })),
    sign,
  );
  await settled(queue);
  expect(states(queue)).toEqual(paths.map(() => 'done'));
  await expect(saved.get('part 3.txt')?.text()).resolves.toBe('/data/part%203.txt');
});

test('A refusal of storage is said without the URL, and can be tried again', async () => {
  let status = 403;
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('x', { status })));
  const queue = new DownloadQueue();
  queue.add('Run 7', [{ path: 'a', size: 1 }], sign);
  await settled(queue);
  expect(queue.items()[0]).toMatchObject({ state: 'failed', message: expect.stringContaining('refuses') as string });
  expect(queue.items()[0]?.message).not.toContain('signature');
  status = 200;
  queue.retry();
  await vi.waitFor(() => {
    expect(states(queue)).toEqual(['done']);
  });
});

test('Stopping ends what runs and what waits, and one that fails holds up no other', async () => {
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) =>
    url.includes('bad')
      ? Promise.reject(new TypeError('no'))
      : new Promise((_, reject) =>
          signal?.addEventListener('abort', () => {
            reject(new Error('aborted'));
          }),
        ),
  );
  const queue = new DownloadQueue();
  queue.add(
    'Run 7',
    ['bad', 'a', 'b', 'c', 'd'].map(path => ({ path, size: 1 })),
    sign,
  );
  await vi.waitFor(() => {
    expect(states(queue)).toEqual(['failed', 'loading', 'loading', 'loading', 'waiting']);
  });
  queue.stop();
  await settled(queue);
  expect(states(queue)).toEqual(['failed', 'stopped', 'stopped', 'stopped', 'stopped']);
});
