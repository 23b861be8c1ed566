import * as z from "zod";
import { asset, choice, optional, percent } from "./fields.ts";

/** Caps on what several positions share: an asset, or a cause that they depend on. */
export const assetCap = z.strictObject({
  asset: asset({
    title: "Asset",
    description:
      "An asset of the deployment, counted with what grows by its rate and what is paid out in it.",
    tightens: "never",
    because: "It names what the other limits speak of; another name is another item.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the account's value in the asset, in whatever venue and form.",
    tightens: "down",
    because: "A lower cap refuses more of an asset and reduces it earlier.",
  }),
  treasury: optional(
    percent({
      title: "Of the treasury",
      description: "The same of the value of all accounts of the treasury together.",
      tightens: "down",
      because: "A lower cap refuses more of an asset and reduces it earlier.",
    }),
    {},
  ),
});

const CAUSES = ["operator", "avs", "bridge", "oracle", "admin-key", "protocol"] as const;

export const sharedCauseCap = z.strictObject({
  kind: choice(CAUSES, {
    title: "Kind",
    description: "What kind of cause is capped, each one of it; what is not known of a kind is one cause.",
    tightens: "never",
    because: "It names what the other limits speak of; another name is another item.",
  }),
  account: optional(
    percent({
      title: "Of the account",
      description: "Largest share of the account's value that may depend on any one cause of the kind.",
      tightens: "down",
      because: "A smaller share refuses more and reduces earlier.",
    }),
    {},
  ),
  treasury: optional(
    percent({
      title: "Of the treasury",
      description: "The same of the value of all accounts of the treasury together.",
      tightens: "down",
      because: "A smaller share refuses more and reduces earlier.",
    }),
    {},
  ),
});
