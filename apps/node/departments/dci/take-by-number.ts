import type { Fact } from "@mingbai/registry/content/facts/fact";
import { identityKey } from "@mingbai/registry/content/facts/identity-key";
import { judgeFact } from "../files/judge-fact.ts";
import type { FactRun, LineFault } from "../runs/fact-run.ts";
import { OpenRun } from "../runs/open-run.ts";
import { eraseRun, listRuns } from "../runs/run-files.ts";
import type { HttpSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import { askSearch, type SearchPage } from "./ask-search.ts";
import { retry } from "./retry.ts";
import { FactRecord, type SearchResponse } from "./search-message.ts";

/** What a department says to numbers has one list: all it knows. */
const wholeList = "";
const pageSize = 200;
/** Nobody is in one list more often: what says more is no list of facts. */
const pagesMax = 50;
/** A run that ended before its end is gone on with for so long; what it has is too old afterwards. */
const resumeMsMax = 24 * 60 * 60 * 1_000;

/**
 * Asks a department about everybody whom the files name, some people in each message. Each message's answers are durable before
 * the next is asked; a run that a crash or a fault ended is gone on with, about the same people. Undefined where it was cancelled.
 * Throws a TakingFault; what came before it is kept.
 */
export async function takeByNumber(taking: Taking<HttpSource>): Promise<FactRun | undefined> {
  const { source, signal, now, onProgress } = taking;
  const { run, numbers } = await openRun(taking);
  const { batch = source.batch } = run.about;
  let sourceMs: number | undefined;
  try {
    for (let at = run.records * batch; at < numbers.length; at += batch) {
      if (signal.aborted) break;
      const taken = await takeBatch(taking, numbers.slice(at, at + batch), run.about.facts + run.about.bad);
      await run.append(taken.facts, taken.faults);
      sourceMs = Math.min(sourceMs ?? taken.sourceMs, taken.sourceMs);
      const { facts, bad } = run.about;
      onProgress({ facts, bad, asked: Math.min(at + batch, numbers.length), of: numbers.length });
    }
  } catch (error) {
    await run.leave();
    if (signal.aborted && error instanceof TakingFault) return undefined;
    throw error;
  }
  if (!signal.aborted) return run.finish({ endedMs: now(), sourceMs });
  await run.leave();
  return undefined;
}

/** The run that waits to be gone on with, or a new one about everybody. */
async function openRun({ runs, source, numbers, now }: Taking<HttpSource>) {
  const waiting = (await listRuns(runs)).filter((run) => run.source === source.name && run.state === "taking");
  for (const about of waiting) {
    const isRecent = now() - about.startedMs < resumeMsMax;
    const run = isRecent ? await OpenRun.resume(runs, about) : undefined;
    const asked = await run?.findAsked();
    if (run !== undefined && asked !== undefined) return { run, numbers: asked };
    await run?.leave();
    await eraseRun(runs, about.run);
  }
  const { name, sources, batch } = source;
  const asked = await numbers();
  const run = await OpenRun.begin(runs, { source: name, sources, list: wholeList, startedMs: now(), batch });
  await run.keepAsked(asked);
  return { run, numbers: asked };
}

interface Taken {
  readonly facts: Fact[];
  readonly faults: LineFault[];
  sourceMs: number;
}

async function takeBatch(taking: Taking<HttpSource>, numbers: readonly string[], before: number): Promise<Taken> {
  const taken: Taken = { facts: [], faults: [], sourceMs: taking.now() };
  let pages: SearchPage[] = numbers.map((number) => ({ number, page: 1, pageSize }));
  while (pages.length > 0) {
    const { responses, sourceMs } = await retry(() => askSearch(taking, pages), taking);
    taken.sourceMs = Math.min(taken.sourceMs, sourceMs);
    pages = pages.flatMap((page, at) => takePage(taking, { page, response: responses[at], taken, before }));
  }
  return taken;
}

/** Takes what a page says; gives the person's next page where there is one. */
function takePage(
  { source }: Taking<HttpSource>,
  {
    page,
    response,
    taken,
    before,
  }: { page: SearchPage; response: SearchResponse | undefined; taken: Taken; before: number },
): SearchPage[] {
  if (response === undefined || response.status !== "succ")
    throw new TakingFault("REFUSED", { told: response?.status_reason_code });
  const records = response.data?.reg_records ?? [];
  for (const record of records) {
    const line = before + taken.facts.length + taken.faults.length + 1;
    const judged = judgeRecord(record, { line, sources: source.sources, number: page.number });
    if ("fact" in judged) taken.facts.push(judged.fact);
    else taken.faults.push(judged.fault);
  }
  const total = response.pagination?.total_count ?? records.length;
  const isLast = page.page * page.pageSize >= total || records.length === 0;
  if (isLast) return [];
  if (page.page >= pagesMax) throw new TakingFault("ANSWER_TOO_LARGE");
  return [{ ...page, page: page.page + 1 }];
}

/** A record about somebody who was not asked about is nothing that we may have. */
function judgeRecord(record: unknown, asked: { line: number; sources: readonly string[]; number: string }) {
  const { line, number } = asked;
  const read = FactRecord.safeParse(record);
  if (!read.success) return { fault: { line, fault: "FIELD" } satisfies LineFault };
  const { "@type": _, ...fact } = read.data;
  if (identityKey(fact.about) !== identityKey(number))
    return { fault: { line, fault: "OTHER_PERSON", field: "about" } satisfies LineFault };
  return judgeFact(fact, asked);
}
