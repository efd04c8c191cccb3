import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ChoicePanel from './ChoicePanel.vue';

const mountPanel = (props: { current: boolean | undefined; disabled?: boolean }) =>
  mount(ChoicePanel<boolean>, {
    props: {
      title: '考试中换机',
      choices: [
        { value: false, title: '放行', words: '每次都由监考员放行' },
        { value: true, title: '直接进入', words: '失联以后' },
      ],
      saveLabel: '保存',
      ...props,
    },
  });

describe('a panel of choices', () => {
  it('offers nothing before it is known what is in force', () => {
    expect(mountPanel({ current: undefined }).find('form').exists()).toBe(false);
  });

  it('takes “no” for something known, and saves only what differs from it', async () => {
    const panel = mountPanel({ current: false });
    const [no, yes] = panel.findAll('input');
    const button = panel.get('button');
    expect(no?.element.checked).toBe(true);
    expect(button.element.disabled).toBe(true);
    await yes?.setValue();
    expect(button.element.disabled).toBe(false);
    await panel.get('form').trigger('submit');
    expect(panel.emitted('save')).toEqual([[true]]);
  });

  it('shows a rule that stands, without a button', () => {
    const panel = mountPanel({ current: true, disabled: true });
    expect(panel.findAll('input').every((input) => input.element.disabled)).toBe(true);
    expect(panel.find('button').exists()).toBe(false);
  });
});
