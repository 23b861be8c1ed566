import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { type FrontendMessage, FrontendReader } from "./frontendReader.ts";

/** What one connection has sent in a transaction, as text of the queries and bound values. A statement outside of any is one by itself. */
export type Transaction = { readonly messages: readonly FrontendMessage[] };

export type PostgresProxy = {
  readonly port: number;
  /**
   * The next transaction that matches is committed by Postgres, but the reply never reaches the client.
   * @returns resolves once Postgres has answered, so the commit is done and only its reply is held
   */
  holdCommit(matches: (transaction: Transaction) => boolean): Promise<void>;
  /** The next message that matches, and all that follow it on its connection, wait before Postgres until `resume`. */
  pauseAt(matches: (message: FrontendMessage) => boolean): {
    readonly reached: Promise<void>;
    resume(): void;
  };
  close(): Promise<void>;
};

type Pause = {
  readonly matches: (message: FrontendMessage) => boolean;
  readonly reached: () => void;
  readonly over: Promise<void>;
};
type Hold = { readonly matches: (transaction: Transaction) => boolean; readonly held: () => void };

/** A TCP proxy before Postgres that understands just enough of the wire protocol to lose the reply to one commit. */
export async function startPostgresProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<PostgresProxy> {
  const holds: Hold[] = [];
  const pauses: Pause[] = [];
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
    relay({ client, upstream, holds, pauses });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    holdCommit: (matches) => new Promise((resolve) => holds.push({ matches, held: resolve })),
    pauseAt: (matches) => {
      const reached = Promise.withResolvers<void>();
      const over = Promise.withResolvers<void>();
      pauses.push({ matches, reached: reached.resolve, over: over.promise });
      return { reached: reached.promise, resume: over.resolve };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function relay(input: {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly holds: Hold[];
  readonly pauses: Pause[];
}): void {
  const { client, upstream, holds, pauses } = input;
  let gate: Promise<void> = Promise.resolve();
  const reader = new FrontendReader();
  const committedBy = followTransactions();
  let held: Hold | null = null;
  client.on("data", (bytes) => {
    for (const message of reader.push(bytes)) {
      const committed = committedBy(message);
      if (held === null && committed !== null) held = takeHold(holds, committed);
      const pause = takePause(pauses, message);
      if (pause !== null) gate = gate.then(() => pause.over);
    }
    gate = gate.then(() => void upstream.write(bytes));
  });
  upstream.on("data", (bytes) => {
    if (held === null) client.write(bytes);
    else held.held();
  });
}

const isStatement = (message: FrontendMessage, word: string) =>
  message.text.trim().toLowerCase().replace(/;$/, "").startsWith(word);

/** Follows one connection: for a message that commits, the transaction that it ends; null for any other. */
function followTransactions(): (message: FrontendMessage) => Transaction | null {
  let messages: FrontendMessage[] = [];
  let isOpen = false;
  return (message) => {
    const begins = isStatement(message, "begin");
    const commits = isStatement(message, "commit");
    if (begins || !isOpen) messages = [];
    messages.push(message);
    const isAlone = !isOpen && !begins && (message.type === "B" || message.type === "Q");
    if (begins) isOpen = true;
    if (commits || isStatement(message, "rollback")) isOpen = false;
    return commits || isAlone ? { messages } : null;
  };
}

function takeHold(holds: Hold[], transaction: Transaction): Hold | null {
  const index = holds.findIndex((hold) => hold.matches(transaction));
  return index === -1 ? null : (holds.splice(index, 1)[0] ?? null);
}

function takePause(pauses: Pause[], message: FrontendMessage): Pause | null {
  const index = pauses.findIndex((pause) => pause.matches(message));
  const [pause = null] = index === -1 ? [] : pauses.splice(index, 1);
  pause?.reached();
  return pause;
}
