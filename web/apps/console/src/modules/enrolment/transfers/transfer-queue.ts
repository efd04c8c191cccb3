import { shallowReactive } from 'vue';
import { api, csrfHeaders, networkProblem, readProblem } from '@tanshi/api-client';
import { FileTransfer } from './file-transfer';
import { factsOf, differenceOf, type FileFacts, type UnfinishedTransfer } from './recognise';

/** The files of one batch, sent one after the other; goes on while the person looks at other pages of the console. */
export class TransferQueue {
  readonly transfers: FileTransfer[] = shallowReactive([]);
  private readonly taken = new WeakSet<File>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly batch: string) {}

  /** Hears when a file has arrived or failed; gives the way to stop hearing. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All are announced before the first is sent, so that the server checks them together. */
  async add(files: File[]): Promise<void> {
    const added: FileTransfer[] = [];
    for (const file of files) {
      const facts = await factsOf(file);
      added.push(this.transfer(file, () => announce(this.batch, facts)));
    }
    this.transfers.push(...added);
    try {
      for (const transfer of added) {
        await transfer.announce();
        this.taken.add(transfer.file);
      }
    } catch (error) {
      for (const transfer of added.filter((each) => each.address === null)) this.remove(transfer);
      throw error;
    } finally {
      this.next();
    }
  }

  /** Goes on with a transfer that an earlier visit has begun; says why when the file is another one. */
  async goOn(known: UnfinishedTransfer, file: File): Promise<string | null> {
    const difference = differenceOf(await factsOf(file), known);
    if (difference) return difference;
    const address = `/api/institution/batches/${this.batch}/transfers/${known.id}`;
    this.transfers.push(
      this.transfer(file, () => Promise.resolve(address), { address, received: known.received }),
    );
    this.next();
    return null;
  }

  resume(transfer: FileTransfer) {
    if (this.isBusy) transfer.progress.state = 'waiting';
    else transfer.start();
  }

  pause(transfer: FileTransfer) {
    transfer.pause();
    this.next();
  }

  /** Gives the file up; what the server has of it is removed. */
  async cancel(transfer: FileTransfer): Promise<void> {
    transfer.stop();
    this.remove(transfer);
    const id = transfer.address?.split('/').at(-1);
    if (id) await giveUp(this.batch, id);
    this.next();
    this.tell();
  }

  /** Whether the transfer is one of this page's own. */
  has(id: string): boolean {
    return this.transfers.some((transfer) => transfer.address?.endsWith(id));
  }

  /** Whether the file is on its way or has arrived. */
  knows(file: File): boolean {
    return this.taken.has(file);
  }

  get isBusy(): boolean {
    return this.transfers.some((each) => ['sending', 'offline'].includes(each.progress.state));
  }

  private transfer(
    file: File,
    address: () => Promise<string>,
    known?: { address: string; received: number },
  ): FileTransfer {
    const transfer = new FileTransfer(
      file,
      {
        announce: address,
        // Only who uploads loads the protocol.
        upload: async (content, options) => {
          const { Upload } = await import('tus-js-client');
          return new Upload(content, options);
        },
        now: () => performance.now(),
      },
      known,
    );
    transfer.onEnd = () => {
      if (transfer.progress.state === 'done') this.remove(transfer);
      this.next();
      this.tell();
    };
    return transfer;
  }

  private next() {
    if (!this.isBusy) this.transfers.find((each) => each.progress.state === 'waiting')?.start();
  }

  private remove(transfer: FileTransfer) {
    const at = this.transfers.indexOf(transfer);
    if (at >= 0) this.transfers.splice(at, 1);
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}

const queues = new Map<string, TransferQueue>();

export function queueOf(batch: string): TransferQueue {
  const queue = queues.get(batch) ?? new TransferQueue(batch);
  queues.set(batch, queue);
  return queue;
}

export async function giveUp(batch: string, transfer: string): Promise<void> {
  await api.DELETE('/api/institution/batches/{id}/transfers/{transfer}', {
    params: { path: { id: batch, transfer } },
  });
}

async function announce(batch: string, facts: FileFacts): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`/api/institution/batches/${batch}/transfers`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...csrfHeaders(),
        Accept: 'application/json, application/problem+json',
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(facts.size),
        'Upload-Metadata': metadata({
          filename: facts.name,
          modified: String(facts.modified),
          digest: facts.digest,
        }),
      },
    });
  } catch {
    throw networkProblem();
  }
  const address = response.headers.get('Location');
  if (!response.ok || !address) throw await readProblem(response);
  return address;
}

/** `key base64,key base64`, the texts as UTF-8. */
export function metadata(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => {
      const bytes = new TextEncoder().encode(value);
      return `${key} ${btoa(String.fromCharCode(...bytes))}`;
    })
    .join(',');
}
