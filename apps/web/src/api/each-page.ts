/** A page of a list; `next` is the cursor of the one behind it, null at the end. */
export interface AnswerPage<Row = unknown> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Where a page begins, as a view's parameters say it; empty for the first one. */
export interface PageStart {
  readonly cursor?: string;
}

/** All pages of a list, one after the other, as far as they are wanted. */
export async function* eachPage<Page extends AnswerPage>(
  ask: (start: PageStart) => Promise<Page>,
): AsyncGenerator<Page> {
  for (let start: PageStart | undefined = {}; start !== undefined; ) {
    const page: Page = await ask(start);
    yield page;
    start = page.next === null ? undefined : { cursor: page.next };
  }
}
