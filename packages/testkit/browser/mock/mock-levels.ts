import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { sceneNodeOf, sceneRosterOf } from "../../ledger-scene/scene-nodes.ts";

const hex = (name: string) => toHex(sha256(utf8(`mock level ${name}`)));
const origin = "mingbai.example/0011223344556677";
const places = ["finance", "audit", "civil-affairs", "bank"] as const;

/** The organisations that keep the county of Dongxi, and the log that they sign. */
export const mockCounty = {
  ledger: hex("east"),
  origin,
  nodes: places.map((place) => sceneNodeOf(`dongxi-${place}`)),
} as const;
/** A county that nobody has tied to the city yet, by the names of its own organisations. */
export const mockNewCounty = {
  ledger: hex("south"),
  origin: "mingbai.example/8899aabbccddeeff",
  nodes: places.map((place) => sceneNodeOf(`nanpu-${place}`)),
} as const;

/** A city between its province and three counties: one in order, one of a single organisation, one that showed two histories. */
export function mockLevels(readAt: { height: number; timeMs: number }) {
  const tie = {
    origin,
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
    "levels.standing": ({ ledger = "" }: Readonly<Record<string, string>>) => ({
      ...{ state: "open", as: "child", size: tie.size, noteMs: tie.noteMs, receiveNext: 32, underWay: 0 },
      ...{ settleFrom: null, totalsIndex: null, height: readAt.height },
      approved: {
        ...{ origin, fromSize: 0, fromHeight: 0 },
        roster: sceneRosterOf(ledger === mockCounty.ledger ? mockCounty.nodes : [sceneNodeOf("keeper")]),
      },
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
