/** The message the administrator sends to the owner of a new or reset account. */
export interface OneTimeCode {
  code: string;
  username: string;
  displayName: string;
  reset: boolean;
}

export function activationAddress(origin: string): string {
  return `${origin}/console/activate`;
}

export function messageFor(issued: OneTimeCode, origin: string): string {
  const act = issued.reset ? '重新设置密码' : '激活你的账号';
  return [
    `${issued.displayName}，请${act}：`,
    `1. 打开 ${activationAddress(origin)}`,
    `2. 输入激活码 ${issued.code}`,
    '3. 设置密码（至少 10 个字符）',
    `以后用用户名 ${issued.username} 登录。激活码只能用一次，60 天内有效，请勿转发。`,
  ].join('\n');
}
