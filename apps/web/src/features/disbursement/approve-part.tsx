import { personView } from "@mingbai/identity/views";
import type { ManifestRow } from "@mingbai/treasury/views/acts";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Hash, hashText } from "../../ui/hash.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { PersonLink } from "../people/person-link.tsx";
import { useWhyNotApprove } from "./why-not-approve.ts";

/** Who proposed and who approved; the code to compare with who proposed; approving. */
export function ApprovePart({ row }: { row: ManifestRow }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  const whyNot = useWhyNotApprove()(row);
  const [isSigning, setSigning] = useState(false);
  const waits = row.state === "proposed";
  useKeys({ a: () => waits && whyNot === undefined && setSigning(true) });
  const proposal = row.proposed.transaction;
  return (
    <section aria-labelledby="list-signers">
      <h2 id="list-signers">{t("list.signers")}</h2>
      <ul className="signer-lines">
        {row.people && <Signer account={row.people.proposer} as={t("list.signer.proposed")} />}
        {row.people?.approvers.map((account) => (
          <Signer key={account} account={account} as={t("list.signer.approved")} />
        ))}
        {row.people === null && <li className="i2">{t("list.signers.hidden", { count: row.approvals })}</li>}
        {waits && (
          <li className="row i2">
            <Icon name="ring" size={14} dashed />
            {t("list.signer.waits")}
          </li>
        )}
      </ul>
      <p className="sm i2">{t("list.code.words")}</p>
      <p>
        <Hash hex={proposal} copy />
      </p>
      {waits && (
        <>
          <button
            type="button"
            className={whyNot === undefined ? "btn p" : "btn"}
            aria-disabled={whyNot !== undefined}
            aria-describedby="why-not-approve"
            onClick={() => whyNot === undefined && setSigning(true)}
          >
            <Icon name="tick" size={14} />
            {t("list.approve", { count: row.count })} <kbd>A</kbd>
          </button>
          <p className="sm i2" id="why-not-approve">
            {whyNot ?? t("list.approve.means")}
          </p>
        </>
      )}
      {isSigning && (
        <Signing
          title={t("list.approve.title")}
          verb={t("list.approve.verb")}
          sentence={t("list.approve.sentence", {
            payer: row.payer.name,
            count: row.count,
            sum: moneyWithUnit(row.totalMinor),
          })}
          totals={[
            { label: t("list.unit.people"), value: countText(row.count) },
            { label: t("list.sum"), value: moneyWithUnit(row.totalMinor) },
            { label: t("list.fund"), value: row.fund.name },
            { label: t("list.batches.count"), value: row.batches },
            { label: t("list.code"), value: hashText(proposal) },
          ]}
          sign={async () => {
            await settle("treasury.approveManifest", { manifest: row.manifest, proposal });
            setSigning(false);
          }}
          close={() => setSigning(false)}
        />
      )}
    </section>
  );
}

function Signer({ account, as }: { account: string; as: string }) {
  const { data } = useView(personView, { account });
  return (
    <li className="row">
      <span className="ok">
        <Icon name="tick" size={14} />
      </span>
      <PersonLink person={{ account, name: data?.name ?? "" }} />
      <span className="sp" />
      <span className="sm i2">{as}</span>
    </li>
  );
}
