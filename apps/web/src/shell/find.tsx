import { explorerSearchView } from "@mingbai/http/explorer-views";
import { searchView } from "@mingbai/treasury/views";
import { useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useView } from "../api/use-view.ts";
import { useText } from "../i18n/use-text.ts";
import { countText } from "../ui/format-money.ts";
import { hashText } from "../ui/hash.tsx";
import { Icon } from "../ui/icon.tsx";
import { usePartyName } from "../ui/party-name.tsx";
import { useFormat } from "../ui/use-format.ts";

interface Hit {
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly to: string;
}

const typingPauseMs = 150;

/** `text` once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useHits(text: string): { hits: readonly Hit[]; searching: boolean; failed: boolean } {
  const { t } = useText();
  const { money, day } = useFormat();
  const partyName = usePartyName();
  const off = text === "";
  const found = useView(searchView, { text }, { off, keep: true });
  const ledger = useView(explorerSearchView, { text }, { off, keep: true });
  const fromMoney = (found.data?.hits ?? []).map((hit): Hit => {
    if (hit.at === "payment") {
      const { payment } = hit;
      const note = `${partyName(payment.payee)}  ${money(payment.amountMinor)}  ${day(payment.paidOn)}`;
      return { kind: t("shell.find.payment"), title: payment.reference, note, to: `/payments/${payment.id}` };
    }
    const count = `${t("shell.find.payments", { count: hit.payments })}  ${money(hit.paidMinor)}`;
    return hit.at === "payee"
      ? {
          kind: t("shell.find.payee"),
          title: partyName(hit.payee),
          note: count,
          to: `/payments?payee=${hit.payee.account}`,
        }
      : {
          kind: t("shell.find.fund"),
          title: hit.fund.name,
          note: count,
          to: `/payments?fund=${encodeURIComponent(hit.fund.id)}`,
        };
  });
  const fromLedger = (ledger.data?.hits ?? []).map(
    (hit): Hit =>
      hit.at === "block"
        ? { kind: t("shell.find.block"), title: countText(hit.height), note: "", to: `/ledger/blocks/${hit.height}` }
        : {
            kind: t("shell.find.transaction"),
            title: hashText(hit.id),
            note: hit.command,
            to: `/ledger/transactions/${hit.id}`,
          },
  );
  return {
    hits: off ? [] : [...fromMoney, ...fromLedger],
    searching: found.isFetching || ledger.isFetching,
    failed: found.isError && ledger.isError,
  };
}

/** Find anything: one field, one list, arrows and Enter. A native dialog: Esc closes it and focus goes back. */
export function Find({ open, close }: { open: boolean; close(): void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const settled = useSettled(text.trim());
  const { hits, searching, failed } = useHits(open ? settled : "");
  const chosen = Math.min(at, Math.max(0, hits.length - 1));

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    setText("");
    navigate(hit.to);
  };
  return (
    <dialog ref={dialog} className="find" aria-label={t("shell.find.open")} onClose={close}>
      <div className="find-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={t("shell.find")}
          {...(hits.length > 0 ? { "aria-activedescendant": `${listId}-${chosen}` } : {})}
          placeholder={t("shell.find.hint")}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, chosen + 1));
            else if (event.key === "ArrowUp") setAt(Math.max(0, chosen - 1));
            else if (event.key === "Enter") go(hits[chosen]);
            else return;
            event.preventDefault();
          }}
        />
        <button type="button" className="plain iconbtn" onClick={close}>
          <kbd>Esc</kbd>
          <span className="sr">{t("ui.close")}</span>
        </button>
      </div>
      <p className="sr" role="status">
        {settled !== "" && !searching ? t("shell.find.results", { count: hits.length }) : ""}
      </p>
      <div role="listbox" id={listId} aria-label={t("shell.find.open")} className="find-list">
        {hits.map((hit, index) => (
          <div
            key={hit.to}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => go(hit)}
            onKeyDown={() => undefined}
            onMouseEnter={() => setAt(index)}
          >
            <span className="i3 sm kind">{hit.kind}</span>
            <b>{hit.title}</b>
            <span className="i2 sm num">{hit.note}</span>
          </div>
        ))}
      </div>
      {failed && settled !== "" && <p className="find-none bad">{t("shell.find.failed")}</p>}
      {!failed && hits.length === 0 && settled !== "" && !searching && (
        <p className="find-none i2">{t("shell.find.none", { text: settled })}</p>
      )}
    </dialog>
  );
}
