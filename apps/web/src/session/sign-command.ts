import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import { chainView, keyView } from "@mingbai/http/ledger-views";
import type { FinalAnswer } from "@mingbai/sdk/answer";
import { type Client, ProblemError, type Signer, signCommand } from "@mingbai/sdk/index";
import { submitCommand } from "@mingbai/sdk/submit-command";
import { noConnection, noConnectionCode } from "./problem-texts.ts";

const expiryMs = 60 * 60_000;
const triesMax = 3;
const lane = 0;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Signs one command and waits until it is final. One after another within a page; another page with the same key may
 * take the number in between, which uses up that number and nothing else, so it is tried with the next.
 */
export function signAndSubmit(
  client: Client,
  key: { keyId: string; signer: Signer },
  act: { command: string; input: CanonicalObject },
): Promise<FinalAnswer> {
  const mine = turn.then(() => tryToSubmit(client, key, act));
  turn = mine.catch(() => undefined);
  return mine;
}

async function tryToSubmit(
  client: Client,
  { keyId, signer }: { keyId: string; signer: Signer },
  { command, input }: { command: string; input: CanonicalObject },
): Promise<FinalAnswer> {
  for (let tries = 1; ; tries++) {
    const { chain, timeMs } = await reached(client.ask(chainView, {}));
    const { nextSequence } = await reached(client.ask(keyView, { keyId, lane }));
    const signing = { chain: fromHex(chain), signer, keyId, lane, sequence: nextSequence, expiryMs: timeMs + expiryMs };
    const signed = await signCommand(signing, command, input);
    try {
      return await submitOnce(client, signed);
    } catch (problem) {
      const isTaken = problem instanceof ProblemError && problem.code === "SEQUENCE_USED";
      if (!isTaken || tries === triesMax) throw problem;
    }
  }
}

/** The same bytes are executed once: where the connection broke before the answer they are sent again. */
async function submitOnce(client: Client, signed: Parameters<typeof submitCommand>[1]): Promise<FinalAnswer> {
  for (let tries = 1; ; tries++) {
    try {
      return await reached(submitCommand(client, signed));
    } catch (problem) {
      const isCut = problem instanceof ProblemError && problem.code === noConnectionCode;
      if (!isCut || tries === triesMax) throw problem;
    }
  }
}

/** `fetch` throws TypeError where no answer came at all. */
async function reached<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw noConnection();
  }
}
