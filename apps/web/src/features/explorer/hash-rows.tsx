import type { TextKey } from "../../i18n/text-key.ts";
import { useText } from "../../i18n/use-text.ts";
import { Hash } from "../../ui/hash.tsx";

/** Named hashes at the end of a list of facts, each whole and to be copied. */
export function HashRows({ hashes }: { hashes: readonly (readonly [name: TextKey, hex: string])[] }) {
  const { t } = useText();
  return hashes.map(([name, hex]) => (
    <div key={name} className="contents">
      <dt>{t(name)}</dt>
      <dd>
        <Hash hex={hex} copy />
      </dd>
    </div>
  ));
}
