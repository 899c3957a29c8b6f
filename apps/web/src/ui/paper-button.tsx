import { useState } from "react";
import { nodeClient } from "../api/node-client.ts";
import { useText } from "../i18n/use-text.ts";
import { download } from "./download.ts";
import { Icon } from "./icon.tsx";

/** The node's code for a platform that cannot make papers. */
const notHere = "PAPER_NOT_HERE";
const waitMsMax = 30_000;

interface PaperNamed {
  /** What it is a paper of, by the identity that its page has. */
  readonly kind: "matter" | "list" | "track" | "erasure";
  readonly id: string;
  /** Name of the file without ending. */
  readonly file: string;
}

/** Fetches the paper of what is on the page, as PDF. Where the server cannot make one, that is said, and printing remains. */
export function PaperButton({ kind, id, file }: PaperNamed) {
  const { t, language } = useText();
  const [state, setState] = useState<"ready" | "running" | "failed" | "notHere">("ready");
  const fetchPaper = async () => {
    setState("running");
    try {
      const address = `/api/papers/${kind}/${id}?language=${language}`;
      const answer = await nodeClient.send(address, { signal: AbortSignal.timeout(waitMsMax) });
      if (!answer.ok) {
        const problem: { code?: unknown } = await answer.json();
        return setState(problem.code === notHere ? "notHere" : "failed");
      }
      download({ name: `${file}.pdf`, type: "application/pdf", content: [await answer.blob()] });
      setState("ready");
    } catch (cause) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(cause);
      setState("failed");
    }
  };
  return (
    <span className="row wrap paper-button">
      <button type="button" className="btn s t nw" disabled={state === "running"} onClick={() => void fetchPaper()}>
        <Icon name="file" size={14} />
        {t(state === "running" ? "ui.paper.running" : "ui.paper")}
      </button>
      {(state === "failed" || state === "notHere") && (
        <span className="sm bad" role="alert">
          {t(state === "failed" ? "ui.paper.failed" : "ui.paper.notHere")}
        </span>
      )}
    </span>
  );
}
