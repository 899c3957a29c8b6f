import type { Answer } from "@mingbai/sdk/answer";
import { Pool } from "undici";

/** Sends envelopes over kept-alive connections without the copies that `fetch` makes of a body. */
export interface PooledClient {
  submit(envelopes: Uint8Array): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

/** Sends to several nodes in turns. */
export function spreadClient(urls: readonly string[], connections: number): PooledClient {
  const nodes = urls.map((url) => pooledClient(url, connections));
  let turn = 0;
  return {
    async submit(envelopes) {
      const node = nodes[turn++ % nodes.length];
      if (node === undefined) throw new RangeError("no node to send to");
      return node.submit(envelopes);
    },
    async close() {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
}

export function pooledClient(url: string, connections: number): PooledClient {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const headers = { "content-type": "application/vnd.mingbai.transactions" };
  return {
    async submit(body) {
      const response = await pool.request({ path: "/api/transactions", method: "POST", headers, body });
      const answers = await response.body.json();
      if (response.statusCode !== 200)
        throw new Error(`the node answered ${response.statusCode}: ${JSON.stringify(answers)}`);
      return answers as readonly Answer[];
    },
    close: () => pool.close(),
  };
}
