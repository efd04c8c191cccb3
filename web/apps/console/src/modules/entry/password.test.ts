import { describe, expect, it } from 'vitest';
import { passwordFault, tidyCode } from './password';

describe('a password', () => {
  it('is long, but not longer than bcrypt reads', () => {
    expect(passwordFault('123456789')).toContain('现为 9 个');
    expect(passwordFault('碳排放管理师的密码很长')).toBeUndefined();
    expect(passwordFault('碳'.repeat(25))).toContain('过长');
  });
});

describe('a code', () => {
  it('is taken as people paste it', () => {
    expect(tidyCode(' ab2c－3d4e-5f6g\n')).toBe('AB2C-3D4E-5F6G');
  });
});
