import { fromHex } from "@mingbai/codec/hex";
import { type CheckpointRow, consistencyView } from "@mingbai/http/explorer-views";
import { verifyConsistency } from "@mingbai/ledger/proofs/verify-consistency";
import { useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { download } from "../../ui/download.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

interface Said {
  readonly tone: Tone;
  readonly words: string;
}

/** A checkpoint as published, with the check that it only grew since the one before, made on this device. */
export function CheckpointCard({ checkpoint }: { checkpoint: CheckpointRow }) {
  const { t } = useText();
  const [said, setSaid] = useState<Said>();
  const { size, consistentWithSize: from, rootHash, signers } = checkpoint;
  const witnesses = signers.filter(({ role }) => role === "witness").length;
  const check = async () => {
    if (from === null) return;
    const sizes = { from: countText(from), to: countText(size) };
    try {
      const proof = await runQuery(consistencyView, { from, to: size });
      const fits =
        proof.toRoot === rootHash &&
        verifyConsistency({
          from: { size: from, root: fromHex(proof.fromRoot) },
          to: { size, root: fromHex(proof.toRoot) },
          proof: proof.hashes.map(fromHex),
        });
      setSaid({
        tone: fits ? "ok" : "bad",
        words: t(fits ? "explorer.consistency.ok" : "explorer.consistency.bad", sizes),
      });
    } catch (problem) {
      console.info(problem);
      setSaid({ tone: "warn", words: t("explorer.consistency.failed") });
    }
  };
  return (
    <div className="checkpoint">
      <pre className="mono">{checkpoint.text}</pre>
      {from !== null && (
        <p className="row top sm">
          <span className="ok">
            <Icon name="tick" size={15} />
          </span>
          {t("explorer.consistent", { from: countText(from), to: countText(size) })}
        </p>
      )}
      {witnesses > 0 && (
        <p className="row top sm">
          <span className="ok">
            <Icon name="tick" size={15} />
          </span>
          {t("explorer.witness", { count: witnesses })}
        </p>
      )}
      <div className="row wrap">
        <button
          type="button"
          className="btn s"
          onClick={() => download({ name: `checkpoint-${size}.txt`, type: "text/plain", content: [checkpoint.text] })}
        >
          <Icon name="down" size={14} />
          {t("explorer.checkpoint.file")}
        </button>
        {from !== null && (
          <button type="button" className="btn s" onClick={() => void check()}>
            <Icon name="link" size={14} />
            {t("explorer.consistency")}
          </button>
        )}
      </div>
      <div role="status" className="sm said">
        {said && (
          <State icon={said.tone === "ok" ? "tick" : said.tone === "bad" ? "cross" : "warn"} tone={said.tone}>
            {said.words}
          </State>
        )}
      </div>
    </div>
  );
}
