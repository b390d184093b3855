import { saveBlob } from '../csv/saveFile';
import { formatSize } from '../format/sizes';

/** Where the bytes of a file go. */
export interface Sink {
  write: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  close: () => Promise<void> | void;
}

/** From here on a file is written to the disk while it arrives, where the browser can. */
const large = 256 * 1024 ** 2;

/** The most that is kept in the browser until the file is whole. */
const largestInBrowser = 2 * 1024 ** 3;

type SavePicker = (options: { suggestedName: string }) => Promise<{
  createWritable: () => Promise<{
    write: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;
    close: () => Promise<void>;
  }>;
}>;

/** @throws Error in words for the reader, when this browser cannot take a file of this size. */
export async function openSink(name: string, size: number): Promise<Sink> {
  const pick = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (size >= large && pick) return (await pick({ suggestedName: name })).createWritable();
  if (size > largestInBrowser)
    throw new Error(
      `${formatSize(size)} is more than this browser can take. Copy the command for the AWS CLI instead.`,
    );
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: chunk => void chunks.push(chunk),
    close: () => {
      saveBlob(name, new Blob(chunks));
    },
  };
}
