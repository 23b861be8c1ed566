import { services } from "../../../scripts/stack/services.ts";
import { type Build, requireBuild } from "./build.ts";

const BLOCK_SECONDS = "2";

/** What `npm start` starts, but with quicker blocks and the wanted build of the admin, which is not made here. */
export function servicesWith(build: Build): typeof services {
  const asBuilt =
    build === "devnet" ? {} : { BALLAST_DEVNET_BUILD: undefined, BALLAST_DEVNET_RPC: undefined };
  return {
    ...services,
    devnet: (running) => {
      const spec = services.devnet(running);
      return { ...spec, args: [...spec.args, "--block-seconds", BLOCK_SECONDS] };
    },
    adminBuild: ({ paths }) => {
      requireBuild(paths.root, build);
      return undefined;
    },
    admin: (running, chain) => {
      const spec = services.admin(running, chain);
      return { ...spec, env: { ...spec.env, ...asBuilt } };
    },
  };
}
