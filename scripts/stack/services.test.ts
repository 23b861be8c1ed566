import { describe, expect, it } from "vitest";
import { devnetAccounts } from "../../packages/devnet/src/accounts.ts";
import { parseCommand } from "../../packages/devnet/src/cli/parseCommand.ts";
import { DEVNET_POLICY_AUTHOR, type Running, services } from "./services.ts";
import { stackPaths } from "./stackPaths.ts";

const running: Running = {
  paths: stackPaths("/any where"),
  secrets: { postgres: "p", keeper: "k", admin: "a", devnet: "d", session: "s" },
  ports: { postgres: 1, devnet: 8545, keeper: 3, admin: 3000 },
  fresh: true,
};
const chain = {
  rpc: ["http://127.0.0.1:8545", "http://127.0.0.1:8546"],
  proposerKeyFile: "/key",
  genesisHash: "0x",
};

describe("services", () => {
  it("gives each part its own database role and no other's password", () => {
    const urls = [
      services.devnet(running),
      services.keeper(running, chain),
      services.admin(running, chain),
    ].map((spec) => spec.env.DATABASE_URL);
    expect(urls).toEqual([
      "postgres://ballast_devnet:d@127.0.0.1:1/ballast",
      "postgres://ballast_keeper:k@127.0.0.1:1/ballast",
      "postgres://ballast_admin:a@127.0.0.1:1/ballast",
    ]);
  });

  it("starts the devnet with a command line that the devnet understands", () => {
    const [, ...args] = services.devnet(running).args;
    expect(parseCommand(args)).toMatchObject({
      name: "up",
      port: 8545,
      fresh: true,
      stateDir: running.paths.devnet,
    });
  });

  it("makes owner 1 of the devnet the policy author", () => {
    expect(DEVNET_POLICY_AUTHOR).toBe(devnetAccounts.owners[0].address);
  });

  it("keeps secrets out of every command line, where other users could read them", () => {
    const specs = [services.devnet(running), services.keeper(running, chain), services.admin(running, chain)];
    expect(specs.flatMap((spec) => spec.args).join(" ")).not.toMatch(/postgres:|secret/);
  });
});
