import "./explorer.css";
import { type BlockDetail, blockView } from "@mingbai/http/explorer-views";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { bytesText, countText } from "../../ui/format-money.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { BlockTransactions } from "./block-transactions.tsx";
import { HashRows } from "./hash-rows.tsx";
import { NotThere } from "./not-there.tsx";

function Facts({ block }: { block: BlockDetail }) {
  const { t } = useText();
  const { time } = useFormat();
  const nameOf = useOrganisationName();
  const hashes = [
    ["explorer.appHash", block.appHash],
    ["explorer.logRoot", block.logRoot],
    ["explorer.effects", block.effectsHash],
    ["explorer.roster", block.rosterHash],
  ] as const;
  return (
    <dl className="dl details num">
      <dt>{t("explorer.time")}</dt>
      <dd>{time(block.timeMs, true)}</dd>
      <dt>{t("explorer.proposer")}</dt>
      <dd>{nameOf(block.proposer)}</dd>
      <dt>{t("explorer.transactions")}</dt>
      <dd>
        {countText(block.transactions)}
        {block.refused > 0 && <span className="i3"> {t("explorer.refused", { count: block.refused })}</span>}
      </dd>
      <dt>{t("explorer.lines")}</dt>
      <dd>{countText(block.lines)}</dd>
      <dt>{t("explorer.size")}</dt>
      <dd>{bytesText(block.bytes)}</dd>
      <dt>{t("explorer.cosigned")}</dt>
      <dd>
        {block.cosigned.have} / {block.cosigned.of}
      </dd>
      <dt>{t("explorer.logSize")}</dt>
      <dd>{countText(block.logSize)}</dd>
      <HashRows hashes={hashes} />
    </dl>
  );
}

/** One block: what it says, its transactions, its neighbours. */
export function Component() {
  const { t } = useText();
  const height = Number(useParams().height);
  const known = Number.isSafeInteger(height) && height >= 0;
  const asked = useView(blockView, { height }, { off: !known });
  if (!known || asked.error?.code === "UNKNOWN_BLOCK") return <NotThere what="block" />;
  return (
    <div className="page">
      <nav className="sm" aria-label={t("explorer.back")}>
        <Link to="/ledger">{t("explorer.back")}</Link>
      </nav>
      <PageTitle title={t("explorer.block", { height: countText(height) })}>
        <span className="sp" />
        {asked.data && asked.data.previous !== null && (
          <Link to={`/ledger/blocks/${asked.data.previous}`}>
            {t("explorer.previous", { height: countText(asked.data.previous) })}
          </Link>
        )}
        {asked.data && asked.data.next !== null && (
          <Link to={`/ledger/blocks/${asked.data.next}`}>
            {t("explorer.next", { height: countText(asked.data.next) })}
          </Link>
        )}
      </PageTitle>
      <PageState asked={asked} what={t("explorer.what.block")}>
        {(block) => <Facts block={block} />}
      </PageState>
      {known && <BlockTransactions key={height} height={height} />}
    </div>
  );
}
