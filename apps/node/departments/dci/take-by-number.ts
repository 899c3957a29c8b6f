import { identityKey } from "@mingbai/registry/content/facts/identity-key";
import { retry } from "../asking/retry.ts";
import { type TakenBatch, takeInBatches } from "../asking/take-in-batches.ts";
import { judgeFact } from "../files/judge-fact.ts";
import type { FactRun, LineFault } from "../runs/fact-run.ts";
import type { HttpSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import { askSearch, type SearchPage } from "./ask-search.ts";
import { FactRecord, type SearchResponse } from "./search-message.ts";

const pageSize = 200;
/** Nobody is in one list more often: what says more is no list of facts. */
const pagesMax = 50;

/** Asks a department about everybody whom the files name, some people in each message. As `takeInBatches`. */
export function takeByNumber(taking: Taking<HttpSource>): Promise<FactRun | undefined> {
  const { batch } = taking.source;
  return takeInBatches(taking, batch, (numbers, before) => takeBatch(taking, numbers, before));
}

async function takeBatch(taking: Taking<HttpSource>, numbers: readonly string[], before: number): Promise<TakenBatch> {
  const taken: TakenBatch = { facts: [], faults: [], sourceMs: taking.now() };
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
  }: { page: SearchPage; response: SearchResponse | undefined; taken: TakenBatch; before: number },
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
