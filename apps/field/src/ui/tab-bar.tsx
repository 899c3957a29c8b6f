import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { linkTo } from "./route.ts";

const tabs = [
  { name: "households", icon: "home", href: linkTo() },
  { name: "records", icon: "up", href: linkTo("records") },
  { name: "me", icon: "person", href: linkTo("me") },
] as const;
export type TabName = (typeof tabs)[number]["name"];

export function TabBar({ tab }: { tab: TabName }) {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t("tabs.label")}>
      {tabs.map(({ name, icon, href }) => (
        <a key={name} href={href} {...(name === tab && { className: "on", "aria-current": "page" as const })}>
          <Icon name={icon} size={20} />
          {t(`tab.${name}`)}
        </a>
      ))}
    </nav>
  );
}
