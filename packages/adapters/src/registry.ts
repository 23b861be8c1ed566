import type { VenueAdapter } from "./adapter.ts";
import { eigenlayer } from "./protocols/eigenlayer/index.ts";
import { etherfi } from "./protocols/etherfi/index.ts";
import { idle } from "./protocols/idle/index.ts";
import { lido } from "./protocols/lido/index.ts";

/** Every venue that Ballast knows; one line each, sorted by id. */
export const adapters: readonly VenueAdapter[] = [eigenlayer, etherfi, idle, lido];
