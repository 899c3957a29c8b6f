import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { role } from "@mingbai/ledger/authority/role";
import { bankStatementView, SignedStatement, statementCharsMax } from "@mingbai/treasury/views/bank-statement";
import { z } from "zod";

const bankMsMax = 10_000;
const Signed = z.object(SignedStatement.shape);

/** The statement of a day from the bank that runs beside this node; `findBank` says where its pages are, once it runs. */
export function bankStatementQuery(findBank: () => string | undefined): QueryRoute {
  return {
    ...bankStatementView,
    title: { en: "The bank's signed statement of a day", zh: "银行签过的当日对账单" },
    allow: [
      role("projectManager"),
      role("financeSupervisor"),
      role("approver"),
      role("escrowBank"),
      role("regulator"),
      role("auditor"),
    ],
    async answer(params) {
      const { account, day } = bankStatementView.params.parse(params);
      const bank = findBank();
      if (bank === undefined) throw noBank();
      const statement = await fetchStatement(`${bank}/statements/${day}`);
      if (statement.signed.bankAccount !== account) throw noBank();
      return statement;
    },
  };
}

/** A line that came between the two files shows: the digest is of another file then, and the page asks again. */
async function fetchStatement(url: string) {
  const signal = AbortSignal.timeout(bankMsMax);
  try {
    const [signed, xml] = [await get(`${url}.json`, signal), await get(`${url}.xml`, signal)];
    const text = await xml.text();
    if (text.length > statementCharsMax) throw silent();
    return { xml: text, signed: Signed.parse(await signed.json()) };
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    // Down, too slow, or an answer that is no statement: all the same to who waits for one.
    throw silent();
  }
}

async function get(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw silent();
  return response;
}

function noBank(): HttpProblem {
  const words = {
    en: "This node has no bank of that account beside it. Get the statement as a file.",
    zh: "这个节点没有连着这个账户的银行，请用对账单文件",
  };
  return new HttpProblem({ code: "NO_BANK", status: 404, ...words });
}

function silent(): HttpProblem {
  const words = {
    en: "The bank gives no statement at the moment. Try again, or get it as a file.",
    zh: "银行暂时给不出对账单。请稍后再试，或用对账单文件",
  };
  return new HttpProblem({ code: "BANK_SILENT", status: 424, ...words });
}
