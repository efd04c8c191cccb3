const MARK = 'tanshi-machine';
const SECRET = 'tanshi-machine-secret';
/** For a browser that keeps nothing: then the machine is another one after every reload. */
let unkept: string | undefined;

/** Tells one machine from another, without saying whose it is. */
export function machineLabel(): string {
  const agent = navigator.userAgent;
  const system = /Windows|Mac OS X|Android|Linux|iPhone|iPad/.exec(agent)?.[0] ?? '其他系统';
  const browser = /(?:Edg|Firefox|Chrome|Version)\/\d+/.exec(agent)?.[0] ?? '其他浏览器';
  let mark = localStorage.getItem(MARK);
  if (!mark) {
    mark = crypto.randomUUID().slice(0, 4).toUpperCase();
    localStorage.setItem(MARK, mark);
  }
  return `${system.replace('Mac OS X', 'macOS')} · ${browser.replace('/', ' ').replace('Edg ', 'Edge ').replace('Version ', 'Safari ')} · ${mark}`;
}

/** What lets this machine back into an exam that is sat at it, without anybody's release. */
export function machineSecret(): string {
  try {
    const kept = localStorage.getItem(SECRET) ?? crypto.randomUUID();
    localStorage.setItem(SECRET, kept);
    return kept;
  } catch {
    return (unkept ??= crypto.randomUUID());
  }
}
