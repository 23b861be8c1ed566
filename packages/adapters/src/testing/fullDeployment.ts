import { address, venueId } from "@ballast/core";
import { loadDeployment } from "../deployment/loadDeployment.ts";
import type { CitedContract, Deployment } from "../deployment/types.ts";

const DEVNET = loadDeployment("devnet");

/** Contracts of withdrawals, at addresses of the tests' own. */
const WITHDRAWALS = {
  lido: ["withdrawalQueue"],
  etherfi: ["withdrawRequestNFT", "redemptionManager", "withdrawAdapter", "blacklister"],
} as const;

const contractsOf = (venue: keyof typeof WITHDRAWALS): Readonly<Record<string, CitedContract>> =>
  Object.fromEntries(
    WITHDRAWALS[venue].map((name, index) => {
      const prefix = venue === "lido" ? "11d0" : "e7f1";
      const own = address(`0x${prefix}${"0".repeat(35)}${index + 1}`);
      return [name, { address: own, citation: "made up for tests" }];
    }),
  );

const withContracts = (venue: keyof typeof WITHDRAWALS) => ({
  ...DEVNET.venues[venueId(venue)],
  ...contractsOf(venue),
});

/** The devnet with every contract that the adapters can use. */
export const FULL: Deployment = {
  ...DEVNET,
  venues: {
    ...DEVNET.venues,
    [venueId("lido")]: withContracts("lido"),
    [venueId("etherfi")]: withContracts("etherfi"),
  },
};
