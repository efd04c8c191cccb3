/** Names of acts as the trail stores them, in the order of the journey; an unknown one is shown as it came. */
const ACTS: Record<string, Record<string, string>> = {
  '账号与机构|identity': {
    'signed-in': '登录',
    'signed-out': '退出登录',
    'account-created': '建立账号',
    'account-activated': '激活账号',
    'account-suspended': '停用账号',
    'account-resumed': '恢复账号',
    'account-reset': '重置密码',
    'activation-code-reissued': '重新发放激活码',
    'institution-created': '建立机构',
    'id-number-revealed': '查看完整证件号',
    'phone-revealed': '查看完整电话',
    'person-renamed': '更改姓名',
    'photo-replaced': '更换照片',
    'persons-merged': '合并人员',
    'person-exported': '导出个人数据',
    'erasure-proposed': '提出删除个人资料',
    'erasure-withdrawn': '撤回删除提议',
    'person-erased': '删除个人资料',
    'retention-changed': '修改保存期限',
    'documents-purged': '到期清理',
    'key-rotation-begun': '更换数据密钥',
    'old-keys-dropped': '删除旧密钥',
    'master-key-replaced': '更换主密钥',
  },
  '项目与考期|programme': {
    'document-installed': '安装项目文件',
    'calendar-imported': '导入工作日历',
    'parameter-set': '修改参数',
    'sitting-created': '建立考期',
    'sitting-moved': '改动考期日期',
    'lookup-opened': '提前开放公众查询',
  },
  '题库|itembank': {
    'starter-imported': '导入初始题库',
    'version-written': '编写试题',
    'version-approved': '通过试题',
    'version-returned': '退回试题',
    'item-retired': '停用试题',
  },
  '报名|enrolment': {
    'batch-created': '建立报名批次',
    'upload-received': '收到上传文件',
    'upload-checked': '检查上传文件',
    'upload-refused': '拒收上传文件',
    'problem-rows-exported': '下载问题行',
    'batch-submitted': '提交报名批次',
    'row-edited': '改正一行',
    'row-file-replaced': '更换一行的材料',
    'file-assigned': '把待指认的文件归到一行',
    'file-moved': '把材料改归另一格',
    'file-taken-out': '把材料移出一行',
    'row-removed': '移除一行',
    'ruling-requested': '申请人工裁定',
    'application-submitted': '提交报名',
    'application-approved': '审核通过',
    'application-returned': '退回补正',
    'application-rejected': '审核不通过',
    'application-corrected': '改正报名',
    'application-resubmitted': '补正后重新提交',
    'application-withdrawn': '撤回报名',
    'id-number-shown': '查看完整证件号',
    'activation-codes-shown': '查看考生激活码',
    'activation-codes-exported': '导出考生激活码',
    'activation-codes-printed': '打印激活条',
    'activation-code-shown': '查看一名考生的激活链接',
    'data-confirmed': '考生确认信息无误',
    'data-reported': '考生报告有误',
    'data-report-taken-back': '考生撤回报告',
    'data-report-answered': '答复考生报告',
    'data-report-forwarded': '把考生报告转告审核员',
    'paper-sent-by-candidate': '考生补传材料',
    'review-form-printed': '打印一份报名审核表',
    'review-forms-printed': '打印报名审核表',
  },
  '学习|learning': {
    'course-imported': '导入课程',
    'study-opened': '开通学习',
    'requirement-met': '学满课时',
  },
  '试卷与考务|exam': {
    'form-assembled': '组卷',
    'form-exchanged': '换题',
    'form-previewed': '预览试卷',
    'form-sealed': '封存试卷',
    'form-proposed': '提请封存',
    'form-sent-back': '退回试卷',
    'candidate-admitted': '编排考位',
    'room-added': '增加考场',
    'room-changed': '改动考场',
    'room-removed': '删除考场',
    'room-code-renewed': '更换考场代码',
    'site-added': '增加考点',
    'site-changed': '改动考点',
    'site-removed': '删除考点',
    'tickets-printed': '打印准考证',
    'lockdown-set': '设定锁定级别',
    'sitting-opened': '开考',
    'sitting-closed': '结束考试',
  },
  '考试|delivery': {
    entered: '进入考试',
    'handed-in': '交卷',
    paused: '暂停作答',
    resumed: '恢复作答',
    extended: '补时',
    messaged: '发送通知',
    terminated: '终止考试',
    given_back: '核定补时',
    'lost-time-proposed': '提出补时',
    'lost-time-approved': '批准补时',
    'lost-time-refused': '不批准补时',
    'termination-proposed': '提出终止考试',
    'termination-confirmed': '确认终止考试',
    'termination-refused': '不终止考试',
    'identity-judged': '核对身份',
    'record-exported': '导出考场情况记录',
    'seb-settings-changed': '修改考试浏览器设置',
    'quit-password-shown': '查看退出口令',
    'emergency-file': '应急答卷上传',
    'emergency-admitted': '应急答卷裁定采纳',
    'emergency-declined': '应急答卷裁定不采纳',
    'machine-asked': '要求换机',
    'machine-released': '放行换机',
    'machine-refused': '不放行换机',
    'machine-changes-set': '设定换机规定',
    'lock-proven': '考试浏览器核验通过',
    'lock-refused': '考试浏览器核验没有通过',
    'lock-held': '考试中核验失败',
    'lock-released': '放行',
    'lock-exempted': '免锁定',
    'lock-headers-lost': '考试浏览器不再随请求给出校验值',
    'trial-overridden': '放行试机',
  },
  '阅卷|marking': {
    'script-received': '收到答卷',
    'answer-marked': '评阅答案',
    'answer-arbitrated': '仲裁',
  },
  '成绩|results': { approved: '审定成绩', released: '发布成绩' },
  '证书|certificate': {
    prepared: '制作证书',
    'proof-checked': '持证人核对无误',
    'proof-objected': '持证人提出有误',
    renewed: '重新制作',
    'act-proposed': '提出办理（待第二人）',
    'proposal-withdrawn': '撤回提议',
    issued: '签发证书',
    revoked: '撤销证书',
    replaced: '换发证书',
    'code-created': '生成查验码',
    'code-stopped': '停用查验码',
  },
  '系统|platform': { 'demo-clock-moved': '改动演示业务时间' },
};

const BY_CODE = new Map<string, string>(
  Object.entries(ACTS).flatMap(([area, acts]) => {
    const module = area.split('|')[1] ?? '';
    return Object.entries(acts).map(([act, word]): [string, string] => [`${module}.${act}`, word]);
  }),
);

/** The word for an act, or its code when there is none yet. */
export const actWord = (code: string): string => BY_CODE.get(code) ?? code;

/** For the filter: each area as a whole (`identity.`) and its acts. */
export const ACT_GROUPS = Object.entries(ACTS).map(([area, acts]) => {
  const [label = '', module = ''] = area.split('|');
  return {
    label,
    prefix: `${module}.`,
    acts: Object.entries(acts).map(([act, word]) => ({ code: `${module}.${act}`, word })),
  };
});

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
  calendar: '日历',
  parameter: '参数',
  programme: '项目',
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
};
/** Accounts go by their name; a process of the system is said to be one. */
export function actorWord(kind: string, label: string): string {
  if (kind === 'SYSTEM') return `系统（${PROCESSES[label] ?? label}）`;
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
};
export const factWord = (key: string): string => FACTS[key] ?? key;

/** Details as lines of text; objects and lists are written out, nothing is interpreted. */
export function factsOf(details: unknown): { key: string; text: string }[] {
  if (details === null || typeof details !== 'object') return [];
  return Object.entries(details).map(([key, value]) => ({
    key,
    text:
      typeof value === 'string'
        ? value
        : Array.isArray(value) && value.every((v) => typeof v !== 'object')
          ? value.join('、')
          : JSON.stringify(value),
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
