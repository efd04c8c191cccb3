import { trialApi } from './api';

/** What is looked at on a machine; names as on the server. */
export const CHECKS = [
  'SECURE',
  'CRYPTO',
  'STORE',
  'QUOTA',
  'CLOCK',
  'ROUND_TRIP',
  'SCREEN',
  'DISPLAYS',
  'SEB',
  'INPUT',
  'FULL_SCREEN',
] as const;

export type Check = (typeof CHECKS)[number];
export type CheckState = 'GOOD' | 'WARNING' | 'BAD';

export interface Outcome {
  check: Check;
  state: CheckState;
  /** What was found, in words or figures. */
  found: string;
}

export const LABELS: Record<Check, string> = {
  SECURE: '安全连接',
  CRYPTO: '本机加密',
  STORE: '本机存储',
  QUOTA: '存储空间',
  CLOCK: '本机时钟',
  ROUND_TRIP: '网络往返',
  SCREEN: '屏幕大小',
  DISPLAYS: '显示器数量',
  SEB: 'Safe Exam Browser',
  INPUT: '中文输入',
  FULL_SCREEN: '全屏',
};

/** What to do when a check is not good. */
export const REMEDIES: Record<Check, string> = {
  SECURE:
    '请用 https 开头的网址打开，或请考点管理员配置证书。没有安全连接，答案不能加密保存在本机。',
  CRYPTO: '请换用新版 Chrome、Edge 或 Firefox；本机的浏览器没有可用的加密功能。',
  STORE: '请退出无痕（隐私）窗口，允许本站保存数据；断网时答案要靠它留在本机。',
  QUOTA: '请清理磁盘，至少留出 50 MB；或换一个浏览器用户。',
  CLOCK: '考试时间以服务器为准，不受影响；请校准本机时钟，以免看错时间。',
  ROUND_TRIP: '网络较慢。请改用有线网络，关掉下载和视频；断网时作答会留在本机。',
  SCREEN: '请把分辨率调到 1280×720 以上，或把系统缩放调小。',
  DISPLAYS: '请在考试时断开第二个显示器；接着它会被记录，由监考判断。',
  SEB: '请从报名网站“下载与试机”里的按钮启动 Safe Exam Browser，再在里面输入试机码。',
  INPUT:
    '请安装或切换到中文输入法（Windows：设置 → 时间和语言 → 语言；快捷键 Win+空格）。简答题要输入中文。',
  FULL_SCREEN: '请允许本站进入全屏，或换用 Chrome、Edge；不能全屏不影响作答，但会被记录。',
};

const MB = 1024 * 1024;
const ENOUGH_BYTES = 50 * MB;
const ROUNDS = 5;
const SLOW_MS = 800;
const TOO_SLOW_MS = 3_000;
const CLOCK_OFF_S = 60;

const good = (check: Check, found: string): Outcome => ({ check, state: 'GOOD', found });
const bad = (check: Check, found: string): Outcome => ({ check, state: 'BAD', found });
const warning = (check: Check, found: string): Outcome => ({ check, state: 'WARNING', found });

function secure(): Outcome {
  return window.isSecureContext
    ? good('SECURE', location.protocol === 'https:' ? 'https' : '本机地址')
    : bad('SECURE', location.protocol.replace(':', ''));
}

async function crypto_(): Promise<Outcome> {
  try {
    const algorithm = { name: 'AES-GCM', length: 256 };
    const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode('碳');
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return new TextDecoder().decode(opened) === '碳'
      ? good('CRYPTO', 'AES-GCM 可用')
      : bad('CRYPTO', '解密结果不符');
  } catch {
    return bad('CRYPTO', '不可用');
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('IndexedDB'));
  });
}

async function store(): Promise<Outcome> {
  const name = 'tanshi-trial';
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('probe');
    const db = await done(opening);
    const probe = () => db.transaction('probe', 'readwrite').objectStore('probe');
    await done(probe().put('试机', 1));
    const read: unknown = await done(probe().get(1));
    db.close();
    await done(indexedDB.deleteDatabase(name));
    return read === '试机' ? good('STORE', '写入并读回') : bad('STORE', '读回不符');
  } catch {
    return bad('STORE', '不能写入');
  }
}

async function quota(): Promise<Outcome> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined) return warning('QUOTA', '浏览器没有告知');
  const free = estimate.quota - (estimate.usage ?? 0);
  const found = `可用 ${Math.floor(free / MB)} MB`;
  return free >= ENOUGH_BYTES ? good('QUOTA', found) : bad('QUOTA', found);
}

/** The clock against the server's, and the way there and back, from the same few requests. */
async function network(): Promise<Outcome[]> {
  const trips: { ms: number; offset: number }[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const sentAt = performance.now();
    const { now } = await trialApi.now();
    const ms = performance.now() - sentAt;
    trips.push({ ms, offset: Date.now() - ms / 2 - Date.parse(now) });
  }
  trips.sort((a, b) => a.ms - b.ms);
  const { offset } = trips[0]!;
  return [clockOf(Math.round(offset / 1000)), tripOf(Math.round(trips[ROUNDS >> 1]!.ms))];
}

export function clockOf(seconds: number): Outcome {
  const found =
    seconds === 0 ? '与服务器一致' : `${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒`;
  return Math.abs(seconds) > CLOCK_OFF_S ? warning('CLOCK', found) : good('CLOCK', found);
}

export function tripOf(ms: number): Outcome {
  const found = `中位数 ${ms} 毫秒`;
  if (ms > TOO_SLOW_MS) return bad('ROUND_TRIP', found);
  return ms > SLOW_MS ? warning('ROUND_TRIP', found) : good('ROUND_TRIP', found);
}

export function screenOf(width: number, height: number): Outcome {
  const found = `${width}×${height}`;
  return width >= 1280 && height >= 720 ? good('SCREEN', found) : bad('SCREEN', found);
}

function displays(): Outcome {
  const { isExtended } = window.screen as Screen & { isExtended?: boolean };
  if (isExtended === undefined) return warning('DISPLAYS', '浏览器没有告知');
  return isExtended ? warning('DISPLAYS', '接有第二个') : good('DISPLAYS', '1 个');
}

/** Everything that needs nobody's hands. */
export async function lookAround(): Promise<Outcome[]> {
  const [sealed, stored, space, trips] = await Promise.all([
    crypto_(),
    store(),
    quota(),
    network().catch(() => [warning('CLOCK', '没有测到'), bad('ROUND_TRIP', '连不上服务器')]),
  ]);
  const { width, height } = window.screen;
  return [secure(), sealed, stored, space, ...trips, screenOf(width, height), displays()];
}

export const inputOf = (composed: boolean, text: string): Outcome | undefined =>
  composed && /\p{Script=Han}/u.test(text) ? good('INPUT', '输入法可用') : undefined;

export async function fullScreen(): Promise<Outcome> {
  try {
    await document.documentElement.requestFullscreen();
    await document.exitFullscreen();
    return good('FULL_SCREEN', '可以进入');
  } catch {
    return warning('FULL_SCREEN', '浏览器不允许');
  }
}
