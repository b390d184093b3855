import { messageOf } from '../api/advice';
import { ApiError } from '../api/ApiError';
import { fetchFile } from './fetchFile';
import { openSink } from './sink';

export interface DownloadFile {
  path: string;
  size: number;
}

export interface DownloadItem extends DownloadFile {
  id: number;
  /** What it is a file of. */
  datasetName: string;
  loaded: number;
  state: 'waiting' | 'loading' | 'done' | 'failed' | 'stopped';
  message?: string;
}

/** Gives a URL that reads the file, at the moment when it is needed: URLs live for minutes. */
export type Sign = (path: string) => Promise<string>;

const atOnce = 3;

/** Downloads files, a few at a time, in the order in which they were asked for. */
export class DownloadQueue {
  #items: readonly DownloadItem[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #stops = new Map<number, AbortController>();
  readonly #signs = new Map<number, Sign>();
  #lastId = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  items = (): readonly DownloadItem[] => this.#items;

  add(datasetName: string, files: readonly DownloadFile[], sign: Sign): void {
    const added = files.map(({ path, size }): DownloadItem => {
      const id = ++this.#lastId;
      this.#signs.set(id, sign);
      return { id, path, size, datasetName, loaded: 0, state: 'waiting' };
    });
    this.#set([...this.#items, ...added]);
    this.#next();
  }

  /** Those that failed or were stopped, once more. */
  retry(): void {
    this.#set(
      this.#items.map(item =>
        item.state === 'failed' || item.state === 'stopped'
          ? { ...item, state: 'waiting', loaded: 0, message: undefined }
          : item,
      ),
    );
    this.#next();
  }

  stop(): void {
    this.#set(this.#items.map(item => (item.state === 'waiting' ? { ...item, state: 'stopped' } : item)));
    this.#stops.forEach(controller => {
      controller.abort();
    });
  }

  clear(): void {
    this.stop();
    this.#signs.clear();
    this.#set([]);
  }

  #next(): void {
    while (this.#stops.size < atOnce) {
      const item = this.#items.find(({ state }) => state === 'waiting');
      if (!item) return;
      void this.#run(item);
    }
  }

  async #run({ id, path, size }: DownloadItem): Promise<void> {
    const controller = new AbortController();
    this.#stops.set(id, controller);
    this.#change(id, { state: 'loading' });
    try {
      const sink = await openSink(path.slice(path.lastIndexOf('/') + 1), size);
      const url = await this.#signs.get(id)?.(path);
      let loaded = 0;
      const onBytes = (count: number) => {
        loaded += count;
        this.#change(id, { loaded });
      };
      await fetchFile(url ?? '', sink, onBytes, controller.signal);
      this.#change(id, { state: 'done', loaded: size });
    } catch (error) {
      if (controller.signal.aborted) this.#change(id, { state: 'stopped' });
      else this.#change(id, { state: 'failed', message: words(error) });
    } finally {
      this.#stops.delete(id);
      this.#next();
    }
  }

  #change(id: number, to: Partial<DownloadItem>): void {
    this.#set(this.#items.map(item => (item.id === id ? { ...item, ...to } : item)));
  }

  #set(items: readonly DownloadItem[]): void {
    this.#items = items;
    this.#listeners.forEach(listener => {
      listener();
    });
  }
}

const words = (error: unknown): string =>
  error instanceof ApiError ? messageOf(error) : error instanceof Error ? error.message : 'It failed.';
