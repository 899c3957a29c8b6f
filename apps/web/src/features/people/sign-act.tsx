import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { chainView } from "@mingbai/http/ledger-views";
import { ProblemError } from "@mingbai/sdk/index";
import type { ReactNode } from "react";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";

/** One act that is to be signed: what it is called, what is signed in a sentence, and the command. */
export interface PlannedAct {
  readonly command: string;
  readonly title: string;
  readonly sentence: ReactNode;
  /** `height`: the block from which a key is to count; other acts do not ask for it. */
  input(height: number): CanonicalObject;
  /** What must be kept before the ledger is told. Throws ProblemError. */
  before?(): Promise<void>;
}

/**
 * How far ahead of the last block a key begins or ends. Near, so that it counts at once on a quiet ledger; on a busy one
 * blocks pass before the act is executed, and it is tried further ahead.
 */
const heightsAhead = [2, 16, 128] as const;

/** The signing of an act; `done` is called when it is final, `close` when the person goes back. */
export function SignAct({ act, close, done }: { act: PlannedAct; close(): void; done(): void }) {
  const { t } = useText();
  const settle = useSettledAct();
  const sign = async () => {
    await act.before?.();
    const { height } = await runQuery(chainView, {});
    for (const ahead of heightsAhead) {
      try {
        await settle(act.command, act.input(height + ahead));
        done();
        return;
      } catch (problem) {
        const isLate = problem instanceof ProblemError && problem.code === "HEIGHT_PAST";
        if (!isLate || ahead === heightsAhead.at(-1)) throw problem;
      }
    }
  };
  return <Signing title={act.title} sentence={act.sentence} verb={t("people.sign")} sign={sign} close={close} />;
}
