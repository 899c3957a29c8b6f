/** Of the work under one name so many pieces are done at once at most; the others wait, the first before the next. */
export class FewAtOnce {
  readonly #max: number;
  readonly #names = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  constructor(max: number) {
    this.#max = max;
  }

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const of = this.#names.get(name) ?? { running: 0, waiting: [] };
    this.#names.set(name, of);
    if (of.running < this.#max) of.running++;
    else await new Promise<void>((begin) => of.waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = of.waiting.shift();
      if (next !== undefined) next();
      else if (--of.running === 0) this.#names.delete(name);
    }
  }
}
