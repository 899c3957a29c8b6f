import { explorerSearchView } from "@mingbai/http/explorer-views";
import { useState } from "react";
import { useNavigate } from "react-router";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** Goes to a block by height or to a transaction by the start of its id; says so when there is none. */
export function LedgerFind() {
  const { t } = useText();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const find = async () => {
    const wanted = text.trim().replaceAll(/[\s,，]/g, "");
    if (wanted === "") return;
    try {
      const { hits } = await runQuery(explorerSearchView, { text: wanted });
      const [hit] = hits;
      if (!hit) setSaid(t("explorer.find.none"));
      else navigate(hit.at === "block" ? `/ledger/blocks/${hit.height}` : `/ledger/transactions/${hit.id}`);
    } catch (problem) {
      console.info(problem);
      setSaid(t("shell.find.failed"));
    }
  };
  return (
    <search aria-label={t("explorer.find.do")}>
      <form
        className="ledger-find"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <Icon name="search" />
        <input
          id="ledger-find"
          className="field num"
          aria-label={t("explorer.find")}
          placeholder={t("explorer.find")}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setSaid("");
          }}
        />
        <kbd>/</kbd>
        <span className="bad sm" role="alert">
          {said}
        </span>
      </form>
    </search>
  );
}
