import { useText } from "../../i18n/use-text.ts";
import { FlowPicture, type FlowPictureNode } from "../../ui/flow-picture.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLook } from "../../ui/use-look.ts";
import type { Track } from "./track.ts";

const legend = ["path", "sibling", "unspent"] as const;

/** What each column of the picture is: the acts that moved money forward, in the order they came. */
function columnHeads(track: Track, t: ReturnType<typeof useText>["t"]): string[] {
  const columns = 1 + Math.max(0, ...track.flow.nodes.map(({ column }) => column));
  const paidOut = track.steps.some(({ kind }) => kind === "burn");
  const tail = [t("track.head.disburse"), ...(paidOut ? [t("track.head.burn")] : [])];
  const middle = Array.from({ length: Math.max(0, columns - 1 - tail.length) }, () => t("track.head.allocate"));
  return [t("track.head.mint"), ...middle, ...tail].slice(0, columns);
}

/** The Sankey of the track with its legend and the sentence that says the same. */
export function TrackPicture({ track }: { track: Track }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { size } = useLook();
  const payeeColumn = Math.max(0, ...track.flow.nodes.filter(({ opens }) => opens?.payee).map(({ column }) => column));
  const labelOf = (node: (typeof track.flow.nodes)[number]) => {
    if (node.gathered) return t("track.gathered", { count: node.gathered });
    if (node.part !== "unspent") return node.label;
    return t(node.column === payeeColumn ? "track.unspent.disburse" : "track.unspent.allocate");
  };
  const nodes = track.flow.nodes.map((node): FlowPictureNode => {
    const { fund, payee } = node.opens ?? {};
    const search = new URLSearchParams({ ...(fund ? { fund } : {}), ...(payee ? { payee } : {}) }).toString();
    return {
      ...node,
      label: labelOf(node),
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
