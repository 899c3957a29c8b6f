import { useText } from "../../i18n/use-text.ts";
import { FlowPicture, type FlowPictureNode } from "../../ui/flow-picture.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLook } from "../../ui/use-look.ts";
import type { Track } from "./track.ts";

const legend = ["path", "sibling", "unspent"] as const;

/** What each column of the picture is: the acts that moved money forward, in the order they came. */
function columnHeads(track: Track, t: ReturnType<typeof useText>["t"]): string[] {
  const columns = 1 + Math.max(0, ...track.flow.nodes.map(({ column }) => column));
  const last = track.payment.kind === "payment" ? t("track.head.burn") : t("track.head.return");
  const middle = Array.from({ length: Math.max(0, columns - 3) }, () => t("track.head.allocate"));
  return [t("track.head.mint"), ...middle, t("track.head.disburse"), last].slice(0, Math.max(1, columns));
}

/** The Sankey of the track with its legend and the sentence that says the same. */
export function TrackPicture({ track }: { track: Track }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { size } = useLook();
  const nodes = track.flow.nodes.map((node): FlowPictureNode => {
    const { fund, payee } = node.opens ?? {};
    const search = new URLSearchParams({ ...(fund ? { fund } : {}), ...(payee ? { payee } : {}) }).toString();
    return {
      ...node,
      label: node.gathered ? t("track.gathered", { count: node.gathered }) : node.label,
      ...(search === "" ? {} : { to: `/payments?${search}` }),
    };
  });
  const sentence = track.flow.nodes
    .filter(({ part }) => part === "path")
    .sort((a, b) => a.column - b.column)
    .map(({ label, amountMinor }) => `${label} ${moneyWithUnit(amountMinor)}`)
    .join(" → ");
  return (
    <figure>
      <FlowPicture
        nodes={nodes}
        links={track.flow.links}
        heads={columnHeads(track, t)}
        name={t("track.picture", { sentence })}
        large={size === "large"}
      />
      <figcaption className="legend sm i2">
        {legend.map((part) => (
          <span key={part} className="row">
            <i className={`swatch ${part}`} />
            {t(`track.legend.${part}`)}
          </span>
        ))}
        <span className="sp" />
        <span>{t("track.legend.scale")}</span>
      </figcaption>
    </figure>
  );
}
