/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en';
import zh from './zh-CN';

type Words = { [key: string]: string | Words };

function leaves(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}
const HAN = /\p{Script=Han}/u;
/** An example of a name as certificates have it, and the way back to Chinese. */
const CHINESE_IN_ENGLISH = ['verify.nameExample', 'foot.language'];

const chinese = new Map(leaves(zh as Words));
const english = new Map(leaves(en as Words));

describe('the words of the public pages', () => {
  it('are there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('hold no Chinese in English but in brackets beside it', () => {
    const left = [...english]
      .filter(([key]) => !CHINESE_IN_ENGLISH.includes(key))
      .filter(([, text]) => HAN.test(text.replace(/\([^)]*\)/g, '')));
    expect(left).toEqual([]);
  });

  it('name the same values in both', () => {
    const values = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of chinese) expect(values(english.get(key)), key).toEqual(values(text));
  });

  it('all come from here: no public page has Chinese of its own', () => {
    const source = join(import.meta.dirname, '..');
    const pages = ['modules/home', 'modules/account', 'pages']
      .flatMap((folder) => readdirSync(join(source, folder)).map((name) => join(folder, name)))
      .filter((name) => name.endsWith('.vue'))
      .concat('PublicFrame.vue', 'App.vue');
    expect(pages.length).toBeGreaterThan(12);
    const own = pages.filter((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      const said = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '');
      return HAN.test(said);
    });
    expect(own).toEqual([]);
  });
});
