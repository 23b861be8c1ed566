import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { type FrontendMessage, FrontendReader } from "./frontendReader.ts";

/** What one connection has sent since its last BEGIN, as text of the queries and bound values. */
export type Transaction = { readonly messages: readonly FrontendMessage[] };

export type PostgresProxy = {
  readonly port: number;
  /**
   * The next COMMIT whose transaction matches reaches Postgres, but its reply never reaches the client.
   * @returns resolves once Postgres has answered that COMMIT, so the commit is done and only its reply is held
   */
  holdCommit(matches: (transaction: Transaction) => boolean): Promise<void>;
  close(): Promise<void>;
};

type Hold = { readonly matches: (transaction: Transaction) => boolean; readonly held: () => void };

/** A TCP proxy before Postgres that understands just enough of the wire protocol to lose the reply to one COMMIT. */
export async function startPostgresProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<PostgresProxy> {
  const holds: Hold[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    relay({ client, upstream, holds });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    holdCommit: (matches) => new Promise((resolve) => holds.push({ matches, held: resolve })),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function relay(input: { readonly client: Socket; readonly upstream: Socket; readonly holds: Hold[] }): void {
  const { client, upstream, holds } = input;
  const reader = new FrontendReader();
  let transaction: FrontendMessage[] = [];
  let held: Hold | null = null;
  client.on("data", (bytes) => {
    for (const message of reader.push(bytes)) {
      if (isStatement(message, "begin")) transaction = [];
      transaction.push(message);
      if (held === null && isStatement(message, "commit")) held = takeHold(holds, transaction);
    }
    upstream.write(bytes);
  });
  upstream.on("data", (bytes) => {
    if (held === null) client.write(bytes);
    else held.held();
  });
}

const isStatement = (message: FrontendMessage, word: string) =>
  message.text.trim().toLowerCase().replace(/;$/, "").startsWith(word);

function takeHold(holds: Hold[], messages: readonly FrontendMessage[]): Hold | null {
  const index = holds.findIndex((hold) => hold.matches({ messages }));
  return index === -1 ? null : (holds.splice(index, 1)[0] ?? null);
}
