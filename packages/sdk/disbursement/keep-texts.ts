import { requestBytesMax } from "@mingbai/http/contents-views";
import type { Client } from "../client.ts";
import { keepContents, otherCommitment } from "../contents.ts";
import type { SaltedContent } from "./salted-content.ts";

/** Takes the contents of a list as they are made. */
export interface TextSink {
  /** Resolves when there is room for more. Throws what became of an earlier one. */
  add(contents: readonly SaltedContent[]): Promise<void>;
  /** Resolves when all are kept. */
  done(): Promise<void>;
}

/** Requests on their way: the node seals one while the next is made. */
const requestsMax = 3;
/** Salt and length before each content. */
const frameBytes = 36;

/**
 * Has the node keep the texts of a list while it is being made, so that names and references stand behind the manifest's
 * `listDigest` when it is proposed. The session of who proposes is needed. Kept again, nothing changes. `onKept` hears how many
 * calls of `add` have come to their end.
 */
export function keepTexts(client: Client, onKept: (kept: number) => void = () => undefined): TextSink {
  const underWay = new Set<Promise<void>>();
  let failed: { fault: unknown } | undefined;
  let kept = 0;
  const send = async (contents: readonly SaltedContent[], onEnd: () => void): Promise<void> => {
    try {
      const commitments = await keepContents(client, contents);
      if (contents.some(({ commitment }, index) => commitments[index] !== commitment)) throw otherCommitment();
      onEnd();
    } catch (fault) {
      failed ??= { fault };
    }
  };
  const atMost = async (requests: number): Promise<void> => {
    while (underWay.size > requests && failed === undefined) await Promise.race(underWay);
    if (failed !== undefined) throw failed.fault;
  };
  return {
    async add(contents) {
      const requests = requestsOf(contents);
      let left = requests.length;
      const onEnd = (): void => {
        if (--left === 0) onKept(++kept);
      };
      for (const some of requests) {
        const sending = send(some, onEnd).finally(() => underWay.delete(sending));
        underWay.add(sending);
        await atMost(requestsMax - 1);
      }
    },
    done: () => atMost(0),
  };
}

/** Contents in their order, as many in a request as it takes. */
function requestsOf(contents: readonly SaltedContent[]): SaltedContent[][] {
  const requests: SaltedContent[][] = [];
  let room = 0;
  for (const content of contents) {
    const bytes = frameBytes + content.bytes.length;
    if (bytes > room) {
      requests.push([]);
      room = requestBytesMax;
    }
    requests.at(-1)?.push(content);
    room -= bytes;
  }
  return requests;
}
