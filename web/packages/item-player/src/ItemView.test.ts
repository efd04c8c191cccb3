import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ItemView from './ItemView.vue';
import type { ItemType, PlayerItem } from './types';

const item = (type: ItemType): PlayerItem => ({
  id: `item-${type}`,
  type,
  stem: '下列 <b>哪一项</b> 属于范围一？',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `选项 ${id}` })),
  points: 1,
});
const lastOf = (wrapper: ReturnType<typeof mount>) =>
  wrapper.emitted('update:modelValue')?.at(-1)?.[0];

afterEach(() => vi.useRealTimers());

describe('single choice', () => {
  it('is a group of radios whose legend is the stem, as text', () => {
    const wrapper = mount(ItemView, { props: { item: item('SINGLE_CHOICE'), number: 12 } });
    expect(wrapper.get('legend').text()).toContain('<b>哪一项</b>');
    expect(wrapper.find('legend b').exists()).toBe(false);
    expect(wrapper.findAll('input[type=radio]')).toHaveLength(4);
    expect(wrapper.text()).toContain('第 12 题');
  });

  it('chooses one, and a click on the chosen one clears it', async () => {
    vi.useFakeTimers();
    const wrapper = mount(ItemView, { props: { item: item('SINGLE_CHOICE'), modelValue: [] } });
    await wrapper.findAll('input')[1]?.setValue(true);
    expect(lastOf(wrapper)).toEqual(['b']);
    await wrapper.setProps({ modelValue: ['b'] });
    await wrapper.findAll('input')[1]?.trigger('click');
    vi.runAllTimers();
    expect(lastOf(wrapper)).toEqual([]);
    await wrapper.setProps({ modelValue: [] });
    expect((wrapper.findAll('input')[1]?.element as HTMLInputElement).checked).toBe(false);
    await wrapper.findAll('input')[1]?.setValue(true);
    expect(lastOf(wrapper)).toEqual(['b']);
  });

  it('changes nothing when it is read only', async () => {
    const wrapper = mount(ItemView, {
      props: { item: item('SINGLE_CHOICE'), modelValue: ['a'], readonly: true },
    });
    await wrapper.findAll('input')[0]?.trigger('click');
    expect(wrapper.emitted('update:modelValue')).toBeUndefined();
    expect(wrapper.findAll('input').every((input) => 'disabled' in input.attributes())).toBe(true);
  });
});

describe('multiple choice', () => {
  it('keeps the order of the options whatever the order of the clicks', async () => {
    const wrapper = mount(ItemView, {
      props: { item: item('MULTIPLE_CHOICE'), modelValue: ['c'] },
    });
    await wrapper.findAll('input[type=checkbox]')[0]?.setValue(true);
    expect(lastOf(wrapper)).toEqual(['a', 'c']);
    await wrapper.setProps({ modelValue: ['a', 'c'] });
    await wrapper.findAll('input')[2]?.setValue(false);
    expect(lastOf(wrapper)).toEqual(['a']);
  });
});

describe('extended text', () => {
  const typed = async (wrapper: ReturnType<typeof mount>, text: string) => {
    const area = wrapper.get('textarea');
    (area.element as HTMLTextAreaElement).value = text;
    await area.trigger('input');
  };

  it('emits what is typed and counts characters, not code units', async () => {
    const wrapper = mount(ItemView, { props: { item: item('EXTENDED_TEXT'), modelValue: '' } });
    await typed(wrapper, '碳𠮷');
    expect(lastOf(wrapper)).toBe('碳𠮷');
    expect(wrapper.get('strong').text()).toBe('2');
  });

  it('emits nothing while an input method composes, then the whole text once', async () => {
    const wrapper = mount(ItemView, { props: { item: item('EXTENDED_TEXT'), modelValue: '' } });
    const area = wrapper.get('textarea');
    await area.trigger('compositionstart');
    await typed(wrapper, 'tan');
    await typed(wrapper, 'tan pai');
    expect(wrapper.emitted('update:modelValue')).toBeUndefined();
    (area.element as HTMLTextAreaElement).value = '碳排放';
    await area.trigger('compositionend');
    expect(wrapper.emitted('update:modelValue')).toEqual([['碳排放']]);
  });

  it('is not overwritten from outside while composing, but follows a change of item', async () => {
    const wrapper = mount(ItemView, { props: { item: item('EXTENDED_TEXT'), modelValue: '甲' } });
    const area = wrapper.get('textarea').element as HTMLTextAreaElement;
    await wrapper.get('textarea').trigger('compositionstart');
    await typed(wrapper, '甲yi');
    await wrapper.setProps({ modelValue: '服务器' });
    expect(area.value).toBe('甲yi');
    await wrapper.setProps({ item: { ...item('EXTENDED_TEXT'), id: 'other' }, modelValue: '乙' });
    expect((wrapper.get('textarea').element as HTMLTextAreaElement).value).toBe('乙');
  });
});
