import { createServer } from "node:net";

/** Nothing free was found near the wanted port. */
export class NoFreePort extends Error {
  readonly first: number;
  readonly last: number;
  constructor(first: number, last: number) {
    super(
      `No free port on 127.0.0.1 from ${first} to ${last}. Stop what listens there, or name another port.`,
    );
    this.name = "NoFreePort";
    this.first = first;
    this.last = last;
  }
}

function canListen(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(undefined) : reject(error),
    );
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

/** A port free on 127.0.0.1: the first from `preferred` on that is not in `taken`; any free one for 0. */
export async function freePort(preferred: number, taken: readonly number[] = []): Promise<number> {
  if (preferred === 0) return (await canListen(0)) ?? freePort(0, taken);
  const last = Math.min(preferred + 99, 65_535);
  for (let port = preferred; port <= last; port++) {
    if (!taken.includes(port) && (await canListen(port)) !== undefined) return port;
  }
  throw new NoFreePort(preferred, last);
}
