import { ROLE_NAMES } from '@tanshi/ui';
import ACTS from './acts.json';

interface Words {
  zh: string;
  en: string;
}
interface Area extends Words {
  acts: Record<string, Words>;
}

/** In the order of the journey. A test of the server holds them against what it records. */
const AREAS = Object.entries<Area>(ACTS);

const BY_CODE = new Map<string, Words>(
  AREAS.flatMap(([module, area]) =>
    Object.entries(area.acts).map(([act, words]): [string, Words] => [`${module}.${act}`, words]),
  ),
);

/** The word for an act, or its code when there is none yet. */
export const actWord = (code: string): string => BY_CODE.get(code)?.zh ?? code;

/** The code of an act with its English words, for whoever reads the trail with the source beside it. */
export function actCode(code: string): string {
  const words = BY_CODE.get(code);
  return words ? `${code} · ${words.en}` : code;
}

/** For the filter: each area as a whole (`identity.`) and its acts. */
export const ACT_GROUPS = AREAS.map(([module, area]) => ({
  label: area.zh,
  prefix: `${module}.`,
  acts: Object.entries(area.acts).map(([act, words]) => ({
    code: `${module}.${act}`,
    word: words.zh,
  })),
}));

const SUBJECTS: Record<string, string> = {
  account: '账号',
  institution: '机构',
  person: '人员',
  batch: '批次',
  'batch-row': '名单行',
  upload: '上传',
  application: '报名',
  study: '学习',
  course: '课程',
  form: '试卷',
  room: '考场',
  site: '考点',
  admission: '考位',
  attempt: '答卷',
  answer: '答案',
  sitting: '考期',
  result: '成绩',
  certificate: '证书',
  bank: '题库',
  item: '试题',
  'calendar-year': '年历',
  'programme-parameter': '参数',
  'programme-document': '项目文件',
  'rule-set': '报考条件',
  'major-ruling': '专业裁定',
  bulk: '批量审核',
  'trial-run': '试机',
  template: '消息模板',
  delivery: '消息',
  'demo-clock': '业务时间',
  'data-keys': '数据密钥',
  'retention-rule': '保存规则',
};
export const subjectWord = (type: string): string => SUBJECTS[type] ?? type;

const PROCESSES: Record<string, string> = {
  'demo-data': '演示数据',
  'first-run': '首次启动',
  'key-rotation': '密钥更换',
  'rotate-keys': '密钥更换命令',
  retention: '到期清理',
  certificate: '制证',
  closing: '收卷',
  'exam-clock': '考试时钟',
  'exam-entry': '入场',
  'intake-check': '报名检查',
  'intake-transfer': '报名上传',
  lockdown: '考试锁定',
  'machine-marking': '机器判分',
  seating: '编排考位',
};
/** Accounts go by their name; a process of the system is said to be one. */
export function actorWord(kind: string, label: string): string {
  if (kind === 'system') return `系统（${PROCESSES[label] ?? label}）`;
  return label;
}

const FACTS: Record<string, string> = {
  reason: '原因',
  roles: '角色',
  code: '代码',
  count: '数量',
  from: '由',
  to: '改为',
  position: '第几评',
  level: '级别',
  variant: '卷别',
  sitting: '考期',
  examDate: '考试日期',
  version: '版本',
  number: '编号',
  minutes: '分钟',
  items: '题数',
  rows: '行数',
  submitted: '已提交',
  updated: '已更新',
  blocked: '未通过检查',
  size: '字节数',
  change: '改动',
  seats: '座位数',
  seatsBefore: '原座位数',
  room: '考场',
  site: '考点',
  act: '事项',
  kept: '另有规则保留',
  clause: '依据条款',
  ruling: '人工裁定',
  notes: '退回材料',
  documents: '材料数',
  columns: '改动的列',
  kind: '材料',
  asked: '已申请',
  digest: '摘要',
  sha256: '文件指纹',
  batch: '批次',
  result: '成绩',
  absent: '缺考人数',
  accepted: '可提交',
  byEye: '肉眼核对',
  candidates: '考生数',
  category: '原因类别',
  conflicts: '与其他机器不一致',
  days: '天数',
  decidedBefore: '改前已决定',
  firstGiven: '最早作答',
  firstSeq: '起始序号',
  instead: '替换的试卷',
  judgedBefore: '改前已审',
  lastGiven: '最晚作答',
  lastSeq: '末尾序号',
  major: '专业',
  passwordTaken: '原密码作废',
  quitPasswordChanged: '更换退出口令',
  related: '相关',
  scope: '范围',
  shifts: '调休上班',
  sms: '短信',
  source: '来源',
  taken: '已计入',
  as: '改归',
  basedOn: '依据版本',
  by: '由谁',
  browserExamKeys: '考试浏览器密钥数',
  clientTime: '考生机时间',
  codes: '激活码数',
  decision: '决定',
  email: '邮件',
  entries: '作答记录数',
  form: '试卷',
  forms: '份数',
  given: '已填写',
  machine: '机器',
  months: '月数',
  outcome: '结果',
  ruleSet: '报考条件',
  seconds: '秒',
  session: '登录次',
  silentMayMove: '失联后可自行换机',
  startsAt: '开考',
  subject: '事项',
  ticket: '准考证号',
  tickets: '准考证数',
  times: '时间',
  verdict: '核验结果',
};
export const factWord = (key: string): string => FACTS[key] ?? key;

/** What the server stores as a code, in people's words; everything else stands as it came. */
const VALUES: Record<string, string> = {
  ...ROLE_NAMES,
  JUNIOR: '初级',
  INTERMEDIATE: '中级',
  SENIOR: '高级',
  MAIN: '正卷',
  SPARE: '备用卷',
  ISSUE: '签发',
  REVOKE: '撤销',
  REPLACE: '换发',
  REVIEW_FORM: '审核表',
  ID_FRONT: '身份证正面',
  ID_BACK: '身份证反面',
  EDUCATION: '学历',
  PHOTO: '蓝底照',
  WORK: '工作证明',
  OTHER: '其他',
  APPROVE: '通过',
  RETURN: '退回',
  REJECT: '不通过',
  true: '是',
  false: '否',
};
const valueText = (value: unknown): string => VALUES[String(value)] ?? String(value);

/** Details as lines of text; objects and lists are written out, nothing is interpreted. */
export function factsOf(details: unknown): { key: string; text: string }[] {
  if (details === null || typeof details !== 'object') return [];
  const said = Object.entries(details).filter(([, value]) => value !== '' && value !== null);
  return said.map(([key, value]) => ({
    key,
    text:
      Array.isArray(value) && value.every((v) => typeof v !== 'object')
        ? value.map(valueText).join('、')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : valueText(value),
  }));
}

const LINE = 40;

/** The facts on one line, cut where it would get long. */
export function summary(details: unknown): string {
  const line = factsOf(details)
    .map((fact) => `${factWord(fact.key)} ${fact.text}`)
    .join('，');
  return line.length > LINE ? `${line.slice(0, LINE)}…` : line;
}
