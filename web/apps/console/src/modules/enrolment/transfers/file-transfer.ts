import { reactive } from 'vue';
import { ProblemError, csrfHeaders, readProblem } from '@tanshi/api-client';
import type { DetailedError, Upload, UploadOptions } from 'tus-js-client';
import { Pace } from './pace';

/** What the page shows of a file on its way. */
export interface Progress {
  state: 'waiting' | 'sending' | 'paused' | 'offline' | 'done' | 'failed';
  sent: number;
  speed: number | null;
  problem: ProblemError | null;
}

/** What the transfer needs of its surroundings; tests give it others. */
export interface Surroundings {
  /** Announces the file to the server; gives the address of the transfer. */
  announce(): Promise<string>;
  upload(file: File, options: UploadOptions): Promise<Pick<Upload, 'start' | 'abort'>>;
  now(): number;
}

/** Large enough to be quick, small enough that the next request carries a fresh token of the session. */
const PIECE = 8 * 1024 * 1024;
/** A connection that is dead without having said so is given up after this long without a byte. */
const SILENCE_MS = 45_000;
const PATIENCE_MS = [1000, 2000, 4000, 8000, 15000, 30000];

/** Sends one file, over breaks of the line, until the server has all of it. */
export class FileTransfer {
  readonly progress: Progress;
  address: string | null;
  onEnd: (() => void) | null = null;

  private upload: Pick<Upload, 'start' | 'abort'> | null = null;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private readonly pace = new Pace();

  constructor(
    readonly file: File,
    private readonly surroundings: Surroundings,
    known?: { address: string; received: number },
  ) {
    this.address = known?.address ?? null;
    this.progress = reactive({
      state: 'waiting',
      sent: known?.received ?? 0,
      speed: null,
      problem: null,
    });
  }

  /** Announces the file, so that the server waits for it before it checks the others. */
  async announce(): Promise<void> {
    if (this.address === null) this.address = await this.surroundings.announce();
  }

  start() {
    clearTimeout(this.timer);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    this.progress.state = 'sending';
    this.progress.problem = null;
    this.pace.clear();
    void this.send();
  }

  pause() {
    this.stop();
    this.progress.state = 'paused';
  }

  /** Stops without a word to the server. */
  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    this.progress.speed = null;
    void this.upload?.abort();
  }

  private async send() {
    try {
      await this.announce();
      this.upload ??= await this.surroundings.upload(this.file, this.options());
      if (this.progress.state === 'sending') this.upload.start();
    } catch (error) {
      this.failed(ProblemError.from(error));
    }
  }

  private options(): UploadOptions {
    return {
      uploadUrl: this.address,
      chunkSize: PIECE,
      // Our own patience knows when the browser is online again, and says so.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => {
        for (const [name, value] of Object.entries(csrfHeaders())) request.setHeader(name, value);
        request.setHeader('Accept', 'application/json, application/problem+json');
      },
      onProgress: (sent) => this.advanced(sent),
      onSuccess: () => this.ended('done'),
      onError: (error) => void this.broken(error as DetailedError),
    };
  }

  private advanced(sent: number) {
    if (this.progress.state !== 'sending') return;
    this.pace.add(sent, this.surroundings.now());
    if (sent > this.progress.sent) this.attempt = 0;
    this.progress.sent = sent;
    this.progress.speed = this.pace.speed;
    clearTimeout(this.watch);
    // When all is sent, the server makes the file of it, and is silent meanwhile.
    if (sent < this.file.size) this.watch = setTimeout(this.onOffline, SILENCE_MS);
  }

  private async broken(error: DetailedError) {
    const response = error.originalResponse;
    const status = response?.getStatus() ?? 0;
    if (!response || status === 0) {
      this.failed(ProblemError.from(null));
      return;
    }
    // The answer to the last piece was lost: the file is whole, and the transfer therefore gone.
    if (status === 404 && this.progress.sent >= this.file.size) {
      this.ended('done');
      return;
    }
    const body = response.getBody();
    const headers = { 'Content-Type': 'application/problem+json' };
    this.failed(await readProblem(new Response(body, { status, headers })));
  }

  private failed(problem: ProblemError) {
    if (this.progress.state !== 'sending') return;
    if (isLasting(problem)) {
      this.progress.problem = problem;
      this.ended('failed');
      return;
    }
    clearTimeout(this.watch);
    this.progress.state = 'offline';
    this.progress.speed = null;
    const wait = PATIENCE_MS[Math.min(this.attempt, PATIENCE_MS.length - 1)];
    this.attempt += 1;
    this.timer = setTimeout(() => this.start(), wait);
  }

  private ended(state: 'done' | 'failed') {
    this.stop();
    this.progress.state = state;
    if (state === 'done') this.progress.sent = this.file.size;
    this.onEnd?.();
  }

  private readonly onOffline = () => {
    if (this.progress.state !== 'sending') return;
    void this.upload?.abort();
    this.failed(ProblemError.from(null));
  };

  private readonly onOnline = () => {
    if (this.progress.state === 'offline') this.start();
  };
}

/** Whether trying again would change nothing. */
export function isLasting(problem: ProblemError): boolean {
  if (problem.type.endsWith('/transfer-offset')) return false;
  return problem.status >= 400 && problem.status < 500 && ![408, 423, 429].includes(problem.status);
}
