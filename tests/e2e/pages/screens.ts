import { treasurySafes } from "@ballast/devnet";

const segment = (at: 0 | 1) => `/31337-${treasurySafes[at].address.toLowerCase()}`;

/** Where the two accounts of the devnet's treasury are. */
export const OPERATIONS = segment(0);
export const RESERVE = segment(1);

/** Every screen of an account that can be opened without knowing a hash. */
export const SCREENS = ["", "/positions", "/policies", "/policies/new", "/proposals", "/activity"] as const;
