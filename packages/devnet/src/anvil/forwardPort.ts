import { connect, createServer, type Server, type Socket } from "node:net";

/** A second loopback address for the same node. */
export interface ForwardedPort {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on a loopback port and passes every connection on, byte for byte (HTTP and WebSocket alike).
 * @param wanted tried first; a taken port is no fault, the system then chooses another
 */
export async function forwardPort(target: number, wanted: number): Promise<ForwardedPort> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: "127.0.0.1", port: target });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      // A side that breaks takes the other with it; the caller sees the broken connection itself.
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const port = await listen(server, wanted);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return { port, close };
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("listening", () => {
      const address = server.address();
      if (address === null || typeof address === "string")
        return reject(new TypeError("a TCP server has an address with a port"));
      resolve(address.port);
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" || wanted === 0) return reject(error);
      server.listen(0, "127.0.0.1");
    });
    server.listen(wanted, "127.0.0.1");
  });
}
