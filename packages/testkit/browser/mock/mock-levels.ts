import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";

const hex = (name: string) => toHex(sha256(utf8(`mock level ${name}`)));

/** A city between its province and three counties: one in order, one of a single organisation, one that showed two histories. */
export function mockLevels(readAt: { height: number; timeMs: number }) {
  const tie = {
    origin: "mingbai.example/0011223344556677",
    state: "open",
    assurance: "byzantine",
    members: 4,
    size: 18_204,
    noteMs: readAt.timeMs,
    funds: [{ own: 1, theirs: 1 }],
    underWay: 0,
    settled: 212,
    frozenBy: null,
    totals: null,
  };
  const flow = { fund: 1, sent: 862_400_00, received: 12_600_00, locked: 0 };
  const totals = {
    ledgers: 1,
    timeMs: readAt.timeMs,
    funds: [{ fund: 1, outstanding: 849_800_00, paidIn: 0, paidOut: 0 }],
  };
  const rows = [
    {
      ...tie,
      ledger: hex("province"),
      as: "parent",
      name: "江东省",
      flows: [{ ...flow, sent: 0, received: 9_000_000_00 }],
    },
    { ...tie, ledger: hex("east"), as: "child", name: "东溪县", flows: [flow], totals },
    {
      ...tie,
      ...{ ledger: hex("north"), as: "child", name: "北桥县", assurance: "operatorTrusted", members: 1, underWay: 3 },
      flows: [{ ...flow, locked: 4_200_00 }],
    },
    {
      ...tie,
      ...{ ledger: hex("west"), as: "child", name: "西岭县", state: "frozen", frozenBy: hex("evidence"), noteMs: null },
      flows: [],
    },
  ];
  const transfer = { ledger: hex("east"), amount: 64_680_00, reason: null, deadlineMs: null, endedMs: null };
  const place = { id: hex("transfer"), height: readAt.height, timeMs: readAt.timeMs };
  return {
    "levels.ties": () => ({
      own: {
        ...{ ledger: hex("city"), name: "澜湾市", assurance: "byzantine", members: 4 },
        totals: [{ fund: 1, outstanding: 6_400_000_00, paidIn: 0, paidOut: 1_750_200_00 }],
      },
      rows,
      readAt,
    }),
    "levels.transfers": () => ({
      rows: [
        { ...transfer, ...place, transfer: hex("a"), direction: "out", n: 214, state: "underWay" },
        { ...transfer, ...place, transfer: hex("b"), direction: "out", n: 213, state: "refused", reason: "payee" },
        { ...transfer, ...place, transfer: hex("c"), direction: "in", n: 31, state: "accepted" },
      ],
      next: null,
      readAt,
    }),
  };
}
