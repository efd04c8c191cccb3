/** A scientific calculator's arithmetic. Multiplication may be written ×, division ÷; Ans is the last result. */
type Token = number | string;

const PRECEDENCE: Record<string, number> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  neg: 3,
  '^': 4,
  '√': 3,
};
const UNARY = new Set(['neg', '√']);
const ASCII: Record<string, string> = { '×': '*', '÷': '/', '−': '-' };

function tokens(text: string, answer: number): Token[] | undefined {
  const found: Token[] = [];
  const pattern = /\s*(?:(\d+\.?\d*|\.\d+)|(Ans)|([-+*/^()%√×÷−]))/y;
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    if (match[1] !== undefined) found.push(Number(match[1]));
    else if (match[2]) found.push(answer);
    else found.push(ASCII[match[3] ?? ''] ?? match[3] ?? '');
  }
  return found;
}

function apply(values: number[], operator: string): boolean {
  const right = values.pop();
  if (right === undefined) return false;
  if (operator === 'neg') return values.push(-right) > 0;
  if (operator === '√') return values.push(Math.sqrt(right)) > 0;
  const left = values.pop();
  if (left === undefined) return false;
  if (operator === '+') values.push(left + right);
  else if (operator === '-') values.push(left - right);
  else if (operator === '*') values.push(left * right);
  else if (operator === '/') values.push(left / right);
  else values.push(left ** right);
  return true;
}

/** Two stacks: values, and operators that wait for their right side. */
class Reckoning {
  private readonly values: number[] = [];
  private readonly waiting: string[] = [];
  private wantsValue = true;

  take(token: Token): boolean {
    if (typeof token === 'number') return this.value(token);
    if (token === '(') return this.open();
    if (token === ')') return this.close();
    if (token === '%') return !this.wantsValue && this.percent();
    return this.operator(token);
  }

  result(): number | undefined {
    while (this.waiting.length > 0) {
      const operator = this.waiting.pop();
      if (operator === '(' || !operator || !apply(this.values, operator)) return undefined;
    }
    const [only, more] = this.values;
    return more === undefined && only !== undefined && Number.isFinite(only) ? only : undefined;
  }

  private value(value: number): boolean {
    if (!this.wantsValue) return false;
    this.values.push(value);
    this.wantsValue = false;
    return true;
  }

  private open(): boolean {
    if (!this.wantsValue) return false;
    this.waiting.push('(');
    return true;
  }

  private close(): boolean {
    if (this.wantsValue) return false;
    for (let top = this.waiting.pop(); top !== '('; top = this.waiting.pop()) {
      if (!top || !apply(this.values, top)) return false;
    }
    return true;
  }

  private percent(): boolean {
    this.values.push((this.values.pop() ?? NaN) / 100);
    return true;
  }

  private operator(token: string): boolean {
    if (this.wantsValue) {
      if (token !== '-' && token !== '√') return false;
      this.waiting.push(token === '-' ? 'neg' : token);
      return true;
    }
    if (token === '√') return false;
    const mine = PRECEDENCE[token] ?? 0;
    for (let top = this.waiting.at(-1); top && top !== '('; top = this.waiting.at(-1)) {
      const theirs = PRECEDENCE[top] ?? 0;
      // A power binds to its right: 2^3^2 is 2^9.
      if (theirs < mine || (theirs === mine && token === '^') || (UNARY.has(top) && mine > theirs))
        break;
      this.waiting.pop();
      if (!apply(this.values, top)) return false;
    }
    this.waiting.push(token);
    this.wantsValue = true;
    return true;
  }
}

/** The value of the expression; undefined when it is none, or has no finite value. */
export function evaluate(expression: string, answer = 0): number | undefined {
  const list = tokens(expression, answer);
  if (!list || list.length === 0) return undefined;
  const reckoning = new Reckoning();
  return list.every((token) => reckoning.take(token)) ? reckoning.result() : undefined;
}

/** Ten significant digits, without the noise of binary fractions. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(10)));
}
