import type { Schemas } from '@tanshi/api-client';

/** By what a file is known again when it is chosen a second time. */
export interface FileFacts {
  name: string;
  size: number;
  modified: number;
  digest: string;
}

export type UnfinishedTransfer = Schemas['TransferView'];

const EDGE = 1024 * 1024;

/** Name, size, time of change, and a digest of the first and the last mebibyte: a large file is not read twice for it. */
export async function factsOf(file: File): Promise<FileFacts> {
  const first = new Uint8Array(await file.slice(0, EDGE).arrayBuffer());
  const last = new Uint8Array(await file.slice(Math.max(0, file.size - EDGE)).arrayBuffer());
  const edges = new Uint8Array(first.length + last.length);
  edges.set(first);
  edges.set(last, first.length);
  return {
    name: file.name,
    size: file.size,
    modified: file.lastModified,
    digest: await digestOf(edges),
  };
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers give the digests to pages over HTTPS and on localhost only; elsewhere a plain checksum tells files apart.
  if (!globalThis.crypto?.subtle) return `fnv:${checksum(bytes)}`;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** FNV-1a with 32 bits. */
export function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Why a chosen file is not the one whose transfer is to go on; null when it is. */
export function differenceOf(file: FileFacts, known: UnfinishedTransfer): string | null {
  const found = differences(file, known);
  if (found.length === 0) return null;
  return `“${file.name}”不是上次没有传完的那个文件：${found.join('、')}。请选择“${known.fileName}”原来的文件；如果它已改动，请先放弃这次上传，再重新上传。`;
}

function differences(file: FileFacts, known: UnfinishedTransfer): string[] {
  const found: string[] = [];
  if (file.name.normalize('NFC') !== known.fileName.normalize('NFC')) found.push('文件名不同');
  if (file.size !== known.size) found.push('大小不同');
  else if (sameKind(file.digest, known.digest) && file.digest !== known.digest) {
    found.push('内容不同');
  }
  if (found.length === 0 && file.modified !== known.modified) found.push('修改时间不同');
  return found;
}

function sameKind(one: string, other: string): boolean {
  return one.split(':')[0] === other.split(':')[0];
}
