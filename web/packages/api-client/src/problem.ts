/** RFC 9457 problem details as the server sends them. */
export interface FieldProblem {
  field: string;
  message: string;
}

export interface ProblemDetails {
  type: string;
  title: string;
  detail?: string;
  status: number;
  errors?: FieldProblem[];
  requestId?: string;
}

export class ProblemError extends Error {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly errors: FieldProblem[];
  readonly requestId: string | undefined;

  constructor(problem: ProblemDetails) {
    super(problem.title);
    this.name = 'ProblemError';
    this.type = problem.type;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
  }

  /** First message for one field, for the line below the input. */
  fieldMessage(field: string): string | undefined {
    return this.errors.find((entry) => entry.field === field)?.message;
  }

  static from(cause: unknown): ProblemError {
    if (cause instanceof ProblemError) return cause;
    return networkProblem();
  }
}

const TITLES: Record<number, string> = {
  400: '提交的内容不符合要求',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '内容已被别人改动',
  413: '文件太大',
  429: '操作太频繁',
  500: '服务器出错',
  502: '服务暂时连不上',
  503: '服务暂时不可用',
};

export function networkProblem(): ProblemError {
  return new ProblemError({
    type: 'about:blank#network',
    title: '连不上服务器',
    detail: '请检查网络后重试。已填的内容还在本页，没有丢失。',
    status: 0,
  });
}

function isFieldProblem(value: unknown): value is FieldProblem {
  const entry = value as FieldProblem | null;
  return typeof entry?.field === 'string' && typeof entry.message === 'string';
}

/** Reads a failed response; anything that is not a problem document still becomes one. */
export async function readProblem(response: Response): Promise<ProblemError> {
  let body: Partial<ProblemDetails> = {};
  try {
    const parsed: unknown = await response.clone().json();
    if (parsed !== null && typeof parsed === 'object') body = parsed;
  } catch {
    // Not JSON: a proxy's page, for example. The status still says enough.
  }
  return new ProblemError({
    type: body.type ?? 'about:blank',
    title: body.title ?? TITLES[response.status] ?? `请求失败（${response.status}）`,
    detail: body.detail,
    status: response.status,
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : [],
    requestId: body.requestId ?? response.headers.get('X-Request-Id') ?? undefined,
  });
}
