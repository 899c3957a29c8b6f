import { HttpProblem } from "@mingbai/http/problem";

const retryAfterMs = 1_000;

/** SQLSTATE (PostgreSQL manual, appendix A): no such table or schema yet; too many connections; the server ends or starts. */
const unmade: ReadonlySet<string> = new Set(["42P01", "3F000"]);
const away: ReadonlySet<string> = new Set(["53300", "57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT"]);

/** What the asker is told where the tables cannot be asked just now; undefined for an error that is a fault of ours. */
export function findTablesProblem(error: unknown): HttpProblem | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (unmade.has(code)) {
    return new HttpProblem({
      code: "TABLES_NOT_READY",
      status: 503,
      en: "The tables are being made from the ledger. Ask again in a moment.",
      zh: "正在从账本生成数据表，过一会儿再查",
      retryAfterMs,
    });
  }
  if (away.has(code)) {
    return new HttpProblem({
      code: "TABLES_AWAY",
      status: 503,
      en: "The database is away. The ledger goes on; lists and totals come back with the database.",
      zh: "数据库暂时连不上。账本照常记账，清单和合计等数据库恢复后再看",
      retryAfterMs,
    });
  }
  return undefined;
}
