import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { ProblemError } from '@tanshi/api-client';
import ConfirmDialog from './ConfirmDialog.vue';
import DataTable from './DataTable.vue';
import FileField from './FileField.vue';
import PeriodRuler from './PeriodRuler.vue';
import ProblemNotice from './ProblemNotice.vue';
import StatusTag from './StatusTag.vue';
import TickBar from './TickBar.vue';
import UndoBar from './UndoBar.vue';

afterEach(() => vi.useRealTimers());

describe('DataTable', () => {
  const columns = [
    { key: 'name', label: '姓名', sortable: true },
    { key: 'score', label: '分数', align: 'end' as const },
  ];
  const rows = [
    { id: '1', name: '陆知秋', score: 88 },
    { id: '2', name: '周文澜', score: null },
  ];

  it('shows rows, a dash for nothing, and the empty sentence', async () => {
    const wrapper = mount(DataTable, { props: { columns, rows, rowKey: 'id', caption: '成绩' } });
    expect(wrapper.findAll('tbody tr')).toHaveLength(2);
    expect(wrapper.findAll('td')[3]?.text()).toBe('—');
    await wrapper.setProps({ rows: [], emptyText: '还没有成绩。' });
    expect(wrapper.text()).toContain('还没有成绩。');
  });

  it('sorts and turns the direction', async () => {
    const wrapper = mount(DataTable, {
      props: {
        columns,
        rows,
        rowKey: 'id',
        caption: '成绩',
        sort: { key: 'name', direction: 'asc' },
      },
    });
    expect(wrapper.get('th').attributes('aria-sort')).toBe('ascending');
    await wrapper.get('th button').trigger('click');
    expect(wrapper.emitted('sort')?.[0]).toEqual([{ key: 'name', direction: 'desc' }]);
  });

  it('keeps the known rows below a failure to reload', () => {
    const problem = new ProblemError({ type: 'x', title: '服务器出错', status: 500 });
    const wrapper = mount(DataTable, {
      props: { columns, rows, rowKey: 'id', caption: '成绩', problem },
    });
    expect(wrapper.get('[role=alert]').text()).toContain('服务器出错');
    expect(wrapper.findAll('tbody tr')).toHaveLength(2);
  });

  it('selects all and one', async () => {
    const wrapper = mount(DataTable, {
      props: { columns, rows, rowKey: 'id', caption: '成绩', selectable: true, selected: ['2'] },
    });
    await wrapper.get('thead input').trigger('change');
    expect(wrapper.emitted('update:selected')?.[0]).toEqual([['1', '2']]);
    await wrapper.findAll('tbody input')[1]?.trigger('change');
    expect(wrapper.emitted('update:selected')?.[1]).toEqual([['1']]);
  });
});

describe('ConfirmDialog', () => {
  it('asks for the reason and the typed word before it confirms', async () => {
    const wrapper = mount(ConfirmDialog, {
      props: { title: '撤销证书', typed: '撤销', reasonRequired: true, open: true },
      attachTo: document.body,
    });
    await nextTick();
    await nextTick();
    await wrapper.get('form').trigger('submit');
    expect(wrapper.emitted('confirm')).toBeUndefined();
    expect(wrapper.text()).toContain('请写明原因');
    await wrapper.get('textarea').setValue(' 重复发证 ');
    await wrapper.get('input').setValue('撤销');
    await wrapper.get('form').trigger('submit');
    expect(wrapper.emitted('confirm')).toEqual([['重复发证']]);
    wrapper.unmount();
  });
});

describe('UndoBar', () => {
  it('counts down, stands still under the pointer, and expires', async () => {
    vi.useFakeTimers();
    const wrapper = mount(UndoBar, { props: { message: '已退回', seconds: 3 } });
    vi.advanceTimersByTime(2000);
    await nextTick();
    expect(wrapper.text()).toContain('1 秒');
    await wrapper.get('.undo').trigger('mouseenter');
    vi.advanceTimersByTime(5000);
    expect(wrapper.emitted('expire')).toBeUndefined();
    await wrapper.get('.undo').trigger('mouseleave');
    vi.advanceTimersByTime(1000);
    expect(wrapper.emitted('expire')).toHaveLength(1);
  });
});

describe('small parts', () => {
  it('StatusTag speaks one vocabulary for codes and words', () => {
    expect(mount(StatusTag, { props: { status: 'NEEDS_CORRECTION' } }).text()).toBe('需补正');
    expect(mount(StatusTag, { props: { status: '需补正' } }).classes()).toContain('tag--warn');
    expect(mount(StatusTag, { props: { status: '自定' } }).text()).toBe('自定');
  });

  it('StatusTag opens who, until when and what', () => {
    const wrapper = mount(StatusTag, {
      props: { status: 'PENDING_REVIEW', who: '审核组', due: '2026-11-23T17:30:00+08:00' },
    });
    expect(wrapper.get('button').attributes('popovertarget')).toBe(
      wrapper.get('[popover]').attributes('id'),
    );
    expect(wrapper.text()).toContain('2026-11-23 周一 17:30 前');
  });

  it('TickBar says its figures to those who do not see it, and never leaves the scale', () => {
    const wrapper = mount(TickBar, {
      props: { value: 30, max: 24, label: '课时', unit: '课时', digits: 1, threshold: 21.6 },
    });
    expect(wrapper.get('[role=meter]').attributes('aria-valuetext')).toBe('30.0 / 24.0 课时');
    expect(wrapper.get('.measure__done').attributes('width')).toBe('100%');
  });

  it('ProblemNotice names field, number and way out', () => {
    const problem = new ProblemError({
      type: 'x',
      title: '不符合要求',
      status: 400,
      errors: [{ field: 'code', message: '已用过' }],
      requestId: 'R-9',
    });
    const wrapper = mount(ProblemNotice, {
      props: { problem, doing: '激活', fieldLabels: { code: '激活码' } },
    });
    expect(wrapper.text()).toContain('激活没有成功：不符合要求');
    expect(wrapper.text()).toContain('激活码：已用过');
    expect(wrapper.text()).toContain('R-9');
  });

  it('FileField refuses a file above the limit by name', async () => {
    const wrapper = mount(FileField, { props: { label: '名册', maxMegabytes: 1 } });
    const large = new File([new Uint8Array(2 * 1024 * 1024)], '大.zip');
    const input = wrapper.get('input').element;
    Object.defineProperty(input, 'files', { value: [large], configurable: true });
    await wrapper.get('input').trigger('change');
    expect(wrapper.text()).toContain('大.zip 有 2.0 MB，上限 1 MB');
    expect(wrapper.emitted('update:modelValue')?.[0]).toEqual([[]]);
  });

  it('PeriodRuler reads its dates out in order', () => {
    const wrapper = mount(PeriodRuler, {
      props: {
        exam: '2026-12-26',
        today: '2026-12-10',
        milestones: [
          { key: 'EXAM', label: '考试', date: '2026-12-26', time: '09:00' },
          { key: 'CLOSES', label: '报名截止', date: '2026-12-19' },
        ],
      },
    });
    expect(wrapper.findAll('li').map((li) => li.text())).toEqual([
      '今天：12-10 周四',
      '报名截止：12-19 周六',
      '考试：12-26 周六 09:00',
    ]);
  });
});
