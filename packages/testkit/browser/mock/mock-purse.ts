import { accountOf, mockNowMs } from "./mock-matters.ts";
import type { MockReader } from "./mock-workflow.ts";

const fund = { id: "renewal", name: "老旧小区改造资金" };
const relief = { id: "relief", name: "困难群众救助资金" };
const readAt = { height: 3_000, timeMs: mockNowMs };
export const streetAccount = accountOf("青石街道办事处");
const kinds: Readonly<Record<string, "office" | "supplier">> = { hetang: "supplier" };
const names: Readonly<Record<string, string>> = { qingshi: "青石街道办事处", hetang: "明州禾塘建设工程有限公司" };

/** What the reader's organisation holds, where its money lies, and whom it may ask. */
export function mockPurse(reader: () => MockReader) {
  const place = (tranche: number, freeMinor: number, standing: "open" | "frozen" | "expired", of = fund) => ({
    fund: of,
    tranche,
    freeMinor,
    lockedMinor: 0,
    namedMinor: 0,
    standing,
  });
  const organisation = (id: string, zh: string, en: string) => ({
    id,
    name: { zh, en },
    area: null,
    people: 4,
    administrators: [],
  });
  return {
    answers: {
      "treasury.ownPlaces": () => {
        const name = names[reader().organisation];
        const own = { account: reader().account, kind: "person" as const, name: "" };
        return {
          accounts:
            name === undefined
              ? [own]
              : [{ account: accountOf(name), kind: kinds[reader().organisation] ?? "office", name }],
          funds: [
            { ...fund, number: 1 },
            { ...relief, number: 4 },
          ],
          readAt,
        };
      },
      "treasury.balances": ({ account }: Readonly<Record<string, string>>) => ({
        rows:
          account === streetAccount
            ? [
                place(7, 149_520_000, "open"),
                place(6, 12_000_000, "open"),
                place(5, 40_000_000, "frozen"),
                place(4, 3_000_000, "expired"),
                place(2, 26_000_000, "open", relief),
              ]
            : account === accountOf(names.hetang ?? "")
              ? [place(7, 36_000_000, "open"), place(5, 100_000, "frozen")]
              : [],
        next: null,
        readAt,
      }),
      "identity.organisations": () => ({
        rows: [
          organisation("qingshi", "青石街道办事处", "Qingshi Street Office"),
          organisation("construction", "区建设局", "District Construction Bureau"),
          organisation("hetang", "明州禾塘建设工程有限公司", "Mingzhou Hetang Construction Co."),
          organisation("finance", "区财政局", "District Finance Office"),
        ],
        readAt,
      }),
    },
  };
}
