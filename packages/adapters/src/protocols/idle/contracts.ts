import { venueId } from "@ballast/core";
import type { ContractNames } from "../../adapter.ts";

export const IDLE_ID = venueId("idle");

export const contractNames: ContractNames = { required: ["WETH"], optional: [], assets: ["WETH"] };
