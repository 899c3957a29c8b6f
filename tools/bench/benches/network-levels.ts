import { defineBench } from "../define-bench.ts";
import { checkpointMs, type LevelPair, openLevelPair, runTransfers } from "../load/level-trees.ts";

interface Size {
  readonly transfers: number;
  readonly checkpoints: number;
}
interface Prepared {
  readonly size: Size;
  readonly few: LevelPair;
  readonly many: LevelPair;
}

const few = 4;
const many = 32;

/**
 * Transfers a second from a city to its county and settled, one checkpoint each way for the whole run: what three commands cost in
 * execution on one core, with every proof and signature of the other ledger checked. The commands' own signatures are checked
 * before, as everybody's, and are not in it. Beside it what a checkpoint costs, of 4 and of 32 members.
 */
export const bench = defineBench<Size, Prepared>({
  name: "network.levels",
  unit: "transfers/s",
  rounds: 3,
  full: { transfers: 5_000, checkpoints: 60 },
  small: { transfers: 100, checkpoints: 5 },
  async prepare(size) {
    return { size, few: await openLevelPair(few), many: await openLevelPair(many) };
  },
  async run({ size, few: pair, many: larger }) {
    const { sendMs, receiveMs, settleMs, postMs, noteBytes, proofBytes } = await runTransfers(pair, size.transfers);
    const seconds = (sendMs + receiveMs + settleMs + postMs) / 1_000;
    const perTransfer = (ms: number) => (ms * 1_000) / size.transfers;
    return {
      figure: size.transfers / seconds,
      details: {
        sendUs: perTransfer(sendMs),
        receiveUs: perTransfer(receiveMs),
        settleUs: perTransfer(settleMs),
        checkpointOf4Ms: await checkpointMs(pair, size.checkpoints),
        checkpointOf32Ms: await checkpointMs(larger, size.checkpoints),
        noteOf4Bytes: noteBytes,
        proofBytes,
      },
    };
  },
  peers: [],
});
