import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US.js";
import type { Locale } from "antd/es/locale/index.js";
import zhCN from "antd/es/locale/zh_CN.js";
import { useCallback, useMemo, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { makeQueryClient } from "./api/query-client.ts";
import { useText } from "./i18n/use-text.ts";
import { makeRouter } from "./routes.tsx";
import { SessionKeeper } from "./session/session-keeper.tsx";
import { antdTheme } from "./ui/antd-theme.ts";
import { isLeaving, LeavingContext } from "./ui/leaving.ts";
import { useLook } from "./ui/use-look.ts";

/** The nonce that the server put into this page; antd's styles carry it, so that no other inline style can run. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

/** antd's locales are ES modules that its types describe as CommonJS; this reads either. */
function localeOf(module: Locale | { readonly default: Locale }): Locale {
  return "locale" in module ? module : module.default;
}

export function App() {
  const { language } = useText();
  const { size, theme } = useLook();
  const [client] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  const isLeavingNow = useCallback(() => isLeaving(router.state.location, router.state.navigation.location), [router]);
  const config = useMemo(() => antdTheme({ size, theme }), [size, theme]);
  return (
    <ConfigProvider
      theme={config}
      locale={localeOf(language === "zh" ? zhCN : enUS)}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={client}>
        <SessionKeeper />
        <LeavingContext.Provider value={isLeavingNow}>
          <RouterProvider router={router} />
        </LeavingContext.Provider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
