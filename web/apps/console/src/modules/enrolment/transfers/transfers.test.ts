import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UploadOptions } from 'tus-js-client';
import { FileTransfer } from './file-transfer';
import { Pace, remainingWords } from './pace';
import { checksum, differenceOf, factsOf, type UnfinishedTransfer } from './recognise';
import { metadata } from './transfer-queue';

const MB = 1024 * 1024;

function file(text: string, name = '报名.zip', modified = 1): File {
  return new File([text], name, { lastModified: modified });
}

async function unfinishedOf(of: File): Promise<UnfinishedTransfer> {
  const facts = await factsOf(of);
  return {
    id: 't1',
    fileName: facts.name,
    size: facts.size,
    modified: facts.modified,
    digest: facts.digest,
    received: 3,
    createdAt: '2026-12-10T10:00:00+08:00',
    expiresAt: '2026-12-17T10:00:00+08:00',
  };
}

describe('a file that is chosen again', () => {
  it('is recognised', async () => {
    const known = await unfinishedOf(file('abcdef'));
    expect(differenceOf(await factsOf(file('abcdef')), known)).toBeNull();
  });

  it.each([
    [file('abcdef', '别的.zip'), '文件名不同'],
    [file('abcdefg'), '大小不同'],
    [file('abcdeX'), '内容不同'],
    [file('abcdef', '报名.zip', 2), '修改时间不同'],
  ])('is refused in words when it is another one', async (other, word) => {
    const known = await unfinishedOf(file('abcdef'));
    const words = differenceOf(await factsOf(other), known);
    expect(words).toContain(word);
    expect(words).toContain('请选择“报名.zip”原来的文件');
  });

  it('is told by its first and its last mebibyte', async () => {
    const middle = 'm'.repeat(2 * MB);
    const one = await factsOf(file(`a${middle}z`));
    expect((await factsOf(file(`a${middle}z`))).digest).toBe(one.digest);
    expect((await factsOf(file(`b${middle}z`))).digest).not.toBe(one.digest);
    expect((await factsOf(file(`a${middle}y`))).digest).not.toBe(one.digest);
  });

  it('is told without the digests of the browser too', () => {
    expect(checksum(new TextEncoder().encode('foobar'))).toBe('bf9cf968');
  });
});

describe('the pace', () => {
  it('is that of the last seconds', () => {
    const pace = new Pace();
    expect(pace.speed).toBeNull();
    for (let second = 0; second <= 20; second += 1) pace.add(second * MB, second * 1000);
    expect(pace.speed).toBe(MB);
    for (let second = 21; second <= 40; second += 1) pace.add(20 * MB + second, second * 1000);
    expect(pace.speed).toBe(1);
  });

  it('is told in words', () => {
    expect(remainingWords(26 * MB, MB)).toBe('约剩 26 秒');
    expect(remainingWords(180 * MB, MB)).toBe('约剩 3 分钟');
    expect(remainingWords(5, null)).toBe('');
  });
});

describe('a transfer', () => {
  const starts: number[] = [];
  let options: UploadOptions;

  function transferOf(of: File, announce = () => Promise.resolve('/transfers/1')) {
    return new FileTransfer(of, {
      announce,
      upload: (_, given) => {
        options = given;
        return Promise.resolve({
          start: () => starts.push(Date.now()),
          abort: () => Promise.resolve(),
        });
      },
      now: () => Date.now(),
    });
  }

  function answer(status: number, body = '{}') {
    const error = new Error('tus') as Error & { originalResponse: unknown };
    error.originalResponse = status === 0 ? null : { getStatus: () => status, getBody: () => body };
    options.onError?.(error);
    return vi.advanceTimersByTimeAsync(0);
  }

  beforeEach(() => {
    starts.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('waits for the line, longer each time, and goes on by itself', async () => {
    const transfer = transferOf(file('abcdef'));
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    options.onProgress?.(4, 6);
    await answer(0);
    expect(transfer.progress.state).toBe('offline');
    expect(transfer.progress.sent).toBe(4);
    await vi.advanceTimersByTimeAsync(999);
    expect(starts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(starts).toHaveLength(2);
    await answer(0);
    await vi.advanceTimersByTimeAsync(1999);
    expect(starts).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(starts).toHaveLength(3);
  });

  it('goes on at once when the browser is online again', async () => {
    const transfer = transferOf(file('abcdef'));
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    await answer(0);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(starts).toHaveLength(2);
    expect(transfer.progress.state).toBe('sending');
  });

  it('ends in the words of the server when trying again changes nothing', async () => {
    const transfer = transferOf(file('abcdef'));
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    await answer(409, JSON.stringify({ type: 'x/registration-closed', detail: '报名已截止' }));
    expect(transfer.progress.state).toBe('failed');
    expect(transfer.progress.problem?.detail).toBe('报名已截止');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(starts).toHaveLength(1);
  });

  it('asks the server where it stands when a piece does not fit', async () => {
    const transfer = transferOf(file('abcdef'));
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    await answer(409, JSON.stringify({ type: 'x/transfer-offset' }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(starts).toHaveLength(2);
  });

  it('is done when the answer to its last piece was lost', async () => {
    const transfer = transferOf(file('abcdef'));
    const ended = vi.fn();
    transfer.onEnd = ended;
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    options.onProgress?.(6, 6);
    await answer(0);
    await vi.advanceTimersByTimeAsync(1000);
    await answer(404);
    expect(transfer.progress.state).toBe('done');
    expect(ended).toHaveBeenCalledOnce();
  });

  it('stays where it is while it is paused', async () => {
    const transfer = transferOf(file('abcdef'));
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    options.onProgress?.(2, 6);
    transfer.pause();
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(starts).toHaveLength(1);
    expect(transfer.progress).toMatchObject({ state: 'paused', sent: 2 });
    transfer.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(starts).toHaveLength(2);
  });
});

describe('the metadata', () => {
  it('carries Chinese names as base 64 of UTF-8', () => {
    expect(metadata({ filename: '报名.zip', modified: '1' })).toBe(
      'filename 5oql5ZCNLnppcA==,modified MQ==',
    );
  });
});
