import { hash } from "node:crypto";
import type { BlockRow, CheckpointRow, LedgerStatus, TransactionRow } from "@mingbai/http/explorer-views";
import { sampleVerifierKeys } from "../sample-log.ts";
import type { MockLedger } from "./mock-ledger.ts";

const hex = (text: string) => hash("sha256", text);
const blockMs = 3_000;
const proposers = ["区财政局", "明州农商银行", "区审计局", "市大数据中心"];
const names = [...proposers, "区纪委监委", "明州大学公共账本实验室"];
const englishNames = [
  "District Finance Office",
  "Mingzhou Rural Commercial Bank",
  "District Audit Office",
  "City Data Centre",
  "District Discipline Commission",
  "Mingzhou University, Public Ledger Lab",
];

/** The explorer's side of the mock ledger; `ahead` blocks have come since it was made. */
export function mockExplorer(ledger: MockLedger, { currency = "CNY" }: { currency?: string } = {}) {
  let ahead = 0;
  const top = () => ledger.height + ahead;
  const timeOf = (height: number) => ledger.timeMs + (height - ledger.height) * blockMs;
  const logSizeAt = (height: number) => height * 7 + 1;

  const block = (height: number): BlockRow => {
    const transactions = height % 17 === 0 ? 214 : (height * 7) % 60;
    return {
      height,
      timeMs: timeOf(height),
      transactions,
      refused: height % 5 === 0 ? 1 : 0,
      lines: height % 17 === 0 ? 8_417 : transactions,
      bytes: transactions * 5_300,
      proposer: proposers[height % 4] ?? "",
      appHash: hex(`app ${height}`),
      cosigned: { have: height === top() ? 3 : 4, of: 4 },
    };
  };

  const transactionRow = (id: string, height: number, index: number): TransactionRow => ({
    id,
    height,
    index,
    logIndex: logSizeAt(height) - 3 + index,
    timeMs: timeOf(height),
    command: index % 9 === 4 ? "treasury.redeem" : "treasury.pay",
    signer: index % 2 ? "林知夏，青石街道" : "温如言，青石街道",
    lines: 1,
    result: index % 9 === 4 ? "VOUCHER_TOO_SMALL" : "ok",
  });

  const checkpoint = (height: number): CheckpointRow => {
    const size = logSizeAt(height);
    const signers = ["linxi.example/ledger", "linxi.example/audit", "linxi.example/bank", "linxi.example/data-centre"];
    const lines = signers.map((name) => `— ${name} ${Buffer.from(hex(name + size).slice(0, 48)).toString("base64")}`);
    const rootHash = hex(`root ${size}`);
    return {
      size,
      height,
      timeMs: timeOf(height),
      rootHash,
      text: `linxi.example/ledger\n${size}\n${Buffer.from(rootHash, "hex").toString("base64")}\n\n${lines.join("\n")}\n`,
      signers: signers.map((name, index) => ({
        name,
        role: index === 0 ? "log" : index === 3 ? "witness" : "cosigner",
      })),
      consistentWithSize: logSizeAt(height - 1),
    };
  };

  const status = (): LedgerStatus => ({
    chain: hex("chain"),
    ledgerName: "linxi.example/ledger",
    organisation: currency === "GBP" ? "Oxford City Council" : "临溪区",
    kind: currency === "GBP" ? "reconstruction" : "demo",
    currency: { code: currency, decimals: 2 },
    zoneOffsetMinutes: currency === "GBP" ? 0 : 480,
    head: {
      height: top(),
      timeMs: timeOf(top()),
      appHash: hex(`app ${top()}`),
      logSize: logSizeAt(top()),
      logRoot: hex("root"),
    },
    nowMs: timeOf(top()) + 2_000,
    readModel: { height: top(), timeMs: timeOf(top()), behindBlocks: 0 },
    today: { transactions: 38_214, lines: 402_577 },
    agreement: { agree: true, height: top(), answered: 6, nodes: 6 },
    quorum: { need: 3, of: 4, isThere: true },
    node: "district-finance",
    nodes: names.map((name, index) => ({
      name: index === 0 ? "district-finance" : `node-${index}`,
      title: { zh: name, en: englishNames[index] ?? name },
      ...(index === 0 ? {} : { roundTripMs: 0.4 + index }),
      peers: names.length - 1,
      role: index < 4 ? "validator" : "observer",
      state: index === 3 ? "catchingUp" : "ok",
      height: top() - (index === 3 ? 3 : 0),
      behindBlocks: index === 3 ? 3 : 0,
      ...(index < 4 ? { answerMs: { p50: 1.8 + index, p99: 4.2 + index * 9 } } : {}),
      version: index === 3 ? "2.4.0" : "2.4.1",
      diskFreeBytes: (9 + index) * 21 * 1024 ** 3,
      diskUsedBytes: 12 * 1024 ** 3,
      seenMs: timeOf(top()),
    })),
    verifierKeys: [...sampleVerifierKeys],
    organisationKeys: [],
  });

  return { top, status, block, transactionRow, checkpoint, hex, timeOf, logSizeAt, step: () => (ahead += 1) };
}
