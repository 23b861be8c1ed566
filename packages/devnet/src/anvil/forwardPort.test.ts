import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forwardPort } from "./forwardPort.ts";

const server = createServer((incoming, outgoing) => incoming.pipe(outgoing));
let target: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  target = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const echo = async (port: number, body: string) =>
  (await fetch(`http://127.0.0.1:${port}`, { method: "POST", body })).text();

test("what goes in at one port comes out at the other, and back", async () => {
  const forwarded = await forwardPort(target, 0);
  const long = "x".repeat(1_000_000);
  expect(await Promise.all([echo(forwarded.port, "a"), echo(forwarded.port, long)])).toEqual(["a", long]);
  await forwarded.close();
});

test("a taken port is no fault: another one is chosen", async () => {
  const forwarded = await forwardPort(target, target);
  expect(forwarded.port).not.toBe(target);
  expect(await echo(forwarded.port, "b")).toBe("b");
  await forwarded.close();
});

test("closing ends open connections", async () => {
  const forwarded = await forwardPort(target, 0);
  const socket = connect({ host: "127.0.0.1", port: forwarded.port });
  await new Promise((resolve) => socket.once("connect", resolve));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await forwarded.close();
  await closed;
});

test("a target that is gone ends the connection", async () => {
  const forwarded = await forwardPort(1, 0);
  await expect(echo(forwarded.port, "c")).rejects.toThrow("fetch failed");
  await forwarded.close();
});
