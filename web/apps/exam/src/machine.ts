const MARK = 'tanshi-machine';
const SECRET = 'tanshi-machine-secret';
/** For a browser that keeps nothing: then the machine is another one after every reload. */
const unkept: Partial<Record<string, string>> = {};

function kept(key: string, make: () => string): string {
  try {
    const value = localStorage.getItem(key) ?? make();
    localStorage.setItem(key, value);
    return value;
  } catch {
    return (unkept[key] ??= make());
  }
}

/** Android calls itself Linux, too, and an iPhone is like Mac OS X. */
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'];
/** Names by which browsers say what they are; each but the last says of itself what those behind it say, too. */
const BROWSERS = [
  { name: 'Edge', version: /Edg\/(\d+)/ },
  { name: 'Firefox', version: /Firefox\/(\d+)/ },
  { name: 'Chrome', version: /Chrome\/(\d+)/ },
  { name: 'Safari', version: /Version\/(\d+)/ },
];

/** Tells one machine from another, without saying whose it is. */
export function machineLabel(): string {
  const agent = navigator.userAgent;
  const system = SYSTEMS.find((name) => agent.includes(name)) ?? '其他系统';
  const browser = BROWSERS.map(({ name, version }) => [name, version.exec(agent)?.[1]]).find(
    ([, version]) => version,
  );
  const mark = kept(MARK, () => crypto.randomUUID().slice(0, 4).toUpperCase());
  return `${system.replace('Mac OS X', 'macOS')} · ${browser?.join(' ') ?? '其他浏览器'} · ${mark}`;
}

/** What lets this machine back into an exam that is sat at it, without anybody's release. */
export const machineSecret = () => kept(SECRET, () => crypto.randomUUID());
