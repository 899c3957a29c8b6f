import { keepContent } from "@mingbai/sdk/contents";
import { type FormEvent, type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { parseAmount } from "../payments/parse-amount.ts";
import { applicationForm } from "./application-draft.ts";
import { checkApplication, invoicesSum, type ReadyApplication } from "./check-application.ts";
import { ContractPart } from "./contract-part.tsx";
import { DraftConflictNote } from "./draft-conflict-note.tsx";
import { DraftLine } from "./draft-line.tsx";
import { useFaultLabels } from "./fault-labels.ts";
import { FaultSummary } from "./fault-summary.tsx";
import { FilesPart } from "./files-part.tsx";
import { InvoicesPart } from "./invoices-part.tsx";
import { ReturnedNote } from "./returned-note.tsx";
import { useDraft } from "./use-draft.ts";
import type { Known } from "./use-known.ts";
import { useSendKey } from "./use-send-key.ts";
import type { Start } from "./use-start.ts";
import { WhatPart } from "./what-part.tsx";
import { WhoPart } from "./who-part.tsx";

function Section({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="form-section" aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        <span className="i3 num">{number}</span> {title}
      </h2>
      {children}
    </section>
  );
}

/** The form itself: kept at every change, checked when it is sent, signed once. */
export function ApplicationForm({ start, known }: { start: Start; known: Known }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { moneyWithUnit } = useFormat();
  const navigate = useNavigate();
  const settle = useSettledAct();
  const { draft, change, state, conflict, settle: settleConflict, finish, latest } = useDraft(start, applicationForm);
  const labels = useFaultLabels(draft);
  const [isSending, setSending] = useState(false);
  const [tries, setTries] = useState(0);
  const [ready, setReady] = useState<ReadyApplication>();
  const isCorrection = draft.version > 0;
  const faults = tries > 0 ? checkApplication(draft, currency.decimals, isSending).faults : [];
  const sum = invoicesSum(draft, currency.decimals);
  const amount = parseAmount(draft.amount, currency.decimals);
  const to = known.addressees.find(({ id }) => id === draft.to)?.name ?? draft.to;

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) return;
    setTries(tries + 1);
    setReady(checkApplication(draft, currency.decimals, isSending).ready);
  };
  useSendKey(send);
  const sign = async () => {
    if (!ready) return;
    const { commitment } = await keepContent(nodeClient, ready.content);
    const { matter, version } = draft;
    const given = { terms: { ...ready.terms }, content: commitment };
    if (isCorrection) await settle("workflow.resubmitMatter", { matter, version, ...given });
    else await settle("workflow.submitMatter", { matter, kind: "disbursement", to: draft.to, ...given });
    // It stands on the ledger; a draft that could not be deleted now only stays in the list.
    await finish().catch((problem: unknown) => console.info(problem));
    navigate(`/work/${matter}`);
  };
  return (
    <form className="apply-form" noValidate onSubmit={send}>
      <FaultSummary faults={faults} labels={labels} tries={tries} />
      {start.returned && <ReturnedNote words={start.returned} />}
      {conflict && <DraftConflictNote onTake={settleConflict} />}
      <Section number={1} title={t("apply.part.who")}>
        <WhoPart draft={draft} known={known} faults={faults} onChange={change} />
      </Section>
      <Section number={2} title={t("apply.part.what")}>
        <WhatPart draft={draft} faults={faults} onChange={change} />
      </Section>
      <Section number={3} title={t("apply.part.papers")}>
        <ContractPart contract={draft.contract} faults={faults} onChange={(contract) => change({ contract })} />
        <InvoicesPart
          invoices={draft.invoices}
          seller={known.applicant}
          faults={faults}
          onChange={(invoices) => change({ invoices })}
        />
        {sum !== undefined && typeof amount === "number" && (
          <p className={sum === amount ? "row sm ok" : "row sm warn"} role="status">
            <Icon name={sum === amount ? "tick" : "warn"} size={14} />
            {t(sum === amount ? "apply.sum.same" : "apply.sum.other", {
              sum: moneyWithUnit(sum),
              amount: moneyWithUnit(amount),
            })}
          </p>
        )}
      </Section>
      <Section number={4} title={t("matter.field.files")}>
        <FilesPart latest={latest} files={draft.files} onChange={(files) => change({ files })} onSending={setSending} />
      </Section>
      <div className="apply-foot">
        <DraftLine state={state} />
        <span className="sp" />
        <button type="submit" className="btn p">
          {t(isCorrection ? "apply.resend" : "apply.send")} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
      {ready && (
        <Signing
          title={t(isCorrection ? "apply.resend" : "apply.send")}
          verb={t("apply.sign")}
          sentence={t("apply.sign.sentence", {
            to,
            title: ready.content.title,
            amount: moneyWithUnit(ready.terms.amount),
          })}
          totals={[
            { label: t("matter.field.terms.amount"), value: moneyWithUnit(ready.terms.amount) },
            { label: t("matter.field.invoices"), value: ready.content.invoices.length },
            { label: t("matter.field.files"), value: ready.content.files.length },
          ]}
          sign={sign}
          close={() => setReady(undefined)}
        />
      )}
    </form>
  );
}
